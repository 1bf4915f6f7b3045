"""Whole descriptions: all problems of a run, one typo one problem, notes that do not stop."""

import subprocess
import sys
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rollout_kit.description.validate import validate
from rollout_kit.finding import Severity
from rollout_kit.message import Duration, Unit
from tests.description.sample import DATA, TINY, known, line, told, validated

COMPLETE = (DATA / "complete.toml").read_text(encoding="utf-8")
TABLE = (DATA / "migration.csv").read_bytes()


def test_the_tiny_description_is_enough():
    result = validated(TINY)
    assert (result.problems, result.notes) == ((), ())
    about = result.rollout.about
    assert (about.name, about.kickoff, about.go_live, about.days) == ("New mail", date(2027, 1, 11), None, 30)
    assert (about.language, about.tier, about.playbook) == ("en", "standard", "managed-service")


def test_the_complete_description_has_no_problem():
    result = validated(COMPLETE, migration_csv=TABLE)
    assert result.problems == ()
    (to_come, *logos) = [line(one) for one in result.notes]
    assert to_come == "406:14 FMT604 this version does not check the rule TRN111"
    assert [logo[:14] for logo in logos] == ["416:17 FMT606 ", "417:17 FMT606 "]  # they do not lie beside it


def test_the_keys_of_the_complete_description_reach_their_fields():
    rollout = validated(COMPLETE, migration_csv=TABLE).rollout
    assert rollout.customer.freeze[0].ends_on == date(2027, 3, 31)
    assert rollout.person_by_id["keller"].extra[0].starts_at == 8 * 60
    assert rollout.person_by_id["meyer"].skills[0] == ("m365-admin", "proficient")
    assert rollout.site_by_id["zuerich"].languages == (("de", 52), ("en", 8))
    assert [one.id for one in rollout.service_levels.priorities] == ["P1", "P2"]
    assert rollout.hypercare.response[0] == ("P1", Duration(amount=15.0, unit=Unit.MINUTE))
    assert rollout.interfaces[0].giver == "desk"
    assert rollout.objectives[0].key_results[0].start == 1.6
    assert rollout.feedback[0].participants == ("keller", "oser", "frei")
    assert rollout.severities == (("TRN111", Severity.LOW),)
    assert rollout.chapters[0].id == "emergency"
    assert [one.id for one in rollout.plan.imported] == ["move-mailboxes", "move-phones"]
    assert rollout.plan.source == "migration.csv"
    assert rollout.load.channels[0].handling.high == Duration(amount=20.0, unit=Unit.MINUTE)
    assert rollout.critical_skills[2].covers == "Rufnummern, Warteschlangen, Notruf"


def test_problems_and_findings_know_the_place_down_to_the_value():
    places = validated(COMPLETE, migration_csv=TABLE).places
    place = places.at(("responsibilities", "restore", "accountable", 1))
    assert places.source_line(place)[place.column - 1 :][: place.length] == '"oser"'
    assert places.at(("plan", "import", 1, "owner")).file == "migration.csv"


@pytest.mark.parametrize(
    ("right", "wrong", "wanted"),
    [
        ("kickoff", "kikoff", "3:1 FMT202 'rollout' has no key 'kikoff' | did you mean 'kickoff'?"),
        ("kickoff", "startdatum", "3:1 FMT202 'rollout' has no key 'startdatum' | did you mean 'kickoff'?"),
        ("[customer]", "[kunde]", "5:2 FMT201 the format has no section 'kunde' | did you mean 'customer'?"),
        (
            "[provider]",
            "[prestataire]",
            "8:2 FMT201 the format has no section 'prestataire' | did you mean 'provider'?",
        ),
        ('name = "New mail"\n', "", "1:1 FMT203 'rollout' has no 'name', which it needs | write name = \"…\""),
        (
            '[provider]\nname = "NetServ GmbH"',
            "",
            "1:1 FMT203 the section [provider] is missing | write [provider] with its name",
        ),
        ("[rollout]", "", "2:1 FMT201 'name', 'kickoff' stand outside of any section | write [rollout] above"),
        ('"Muster AG"', '" "', "6:8 FMT214 'name' is empty | write a text between the quotes"),
        ('"Muster AG"', "3", "6:8 FMT204 'name' needs a text, not a number | write \"3\""),
        (
            '"Muster AG"',
            '"A\\nB"',
            "6:8 FMT213 the text holds a control character (U+000A) | "
            "write a backslash twice, or the text between single quotes",
        ),
        (
            "2027-01-11",
            '"11.01.2027"',
            "3:11 FMT207 'kickoff' is \"11.01.2027\", which is no date | a date is written 2027-01-11",
        ),
        ("2027-01-11", '"2027-02-30"', '3:11 FMT116 there is no day "2027-02-30"'),
        (
            "2027-01-11",
            "2027-01-11T08:00:00",
            "3:11 FMT207 'kickoff' is 2027-01-11T08:00:00, which is no date | a date is written 2027-01-11",
        ),
        (
            "2027-01-11",
            '"2027-01-11"',
            "3:11 FMT601 a date stands between quotes; it is read as the date it is | "
            "editors know it as a date without quotes",
        ),
    ],
)
def test_one_typo_is_one_problem(right, wrong, wanted):
    assert told(TINY.replace(right, wrong, 1)) == [wanted]


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("[customer]\nusers = 10.5", "'users' needs a whole number, not 10.5 | write 10"),
        (
            "[customer]\nusers = -3",
            "'users' is -3; it cannot be negative | write 0 or more; what is not known is left out",
        ),
        ('[customer]\nusers = "85 Personen"', "'users' needs a number, not a text | write 85"),
        (
            '[customer]\nhours = "Mo-Fr 8-17 Uhr"',
            '\'hours\' is "Mo-Fr 8-17 Uhr", which are no hours of a week | write "Mon-Fri 08:00-17:00"',
        ),
        ('[customer]\nregion = "ch-zh"', "'ch-zh' is no region of ISO 3166-2 | did you mean 'CH-ZH'?"),
        (
            '[customer]\ntimezone = "Europe/Zurch"',
            "there is no time zone 'Europe/Zurch' | did you mean 'Europe/Zurich'?",
        ),
        (
            '[customer]\ncritical_infrastructure = "nein"',
            "'critical_infrastructure' needs true or false, not a text | write false",
        ),
        ('[rollout]\ntier = "wichtig"', "'tier' does not know the word 'wichtig' | did you mean 'important'?"),
        ('[rollout]\nlanguage = "deutsch"', "'language' does not know the word 'deutsch' | did you mean 'de'?"),
        ("[rollout]\nbudget = 5", "'budget' needs a table, not a number"),
        (
            '[provider]\nincident_notice = "24 Stunden"',
            '\'incident_notice\' is "24 Stunden", which is no duration | write "24 h"',
        ),
        ('[provider]\nlanguages = ["Deutsch"]', "'Deutsch' is no language tag | did you mean 'de'?"),
    ],
)
def test_a_value_that_does_not_fit_is_quoted_with_what_would(key, wanted):
    header, _, rest = key.partition("\n")
    (problem,) = told(TINY.replace(header, f"{header}\n{rest}"))
    assert problem.partition(" ")[2].partition(" ")[2] == wanted


def test_all_problems_are_told_in_one_run_in_the_order_of_the_file():
    text = TINY + (
        '[people.keller]\nname = "Anna Keller"\nrole = "desk"\nshare = 50\n'
        'absences = [{ from = 2027-02-05, to = 2027-02-01 }, { von = 2027-02-01, to = "morgen" }]\n'
        '[load]\nhalf_life = "21 Tage"\ngolive_factor = { low = 1, likely = 3, high = 2 }\n'
        'growth_per_year = { low = "x", mid = 1, high = 2 }\n'
    )
    assert told(text) == [
        "12:1 FMT202 'people.keller' has no key 'role' | did you mean 'roles'?",
        "13:9 FMT209 'share' is 50; a share lies between 0 and 1 | write 0.5",
        "14:39 FMT401 'to' (2027-02-01) lies before 'from' (2027-02-05) | mend one of the two dates",
        "14:55 FMT202 'people.keller.absences.1' has no key 'von' | did you mean 'from'?",
        "14:78 FMT207 'to' is \"morgen\", which is no date | a date is written 2027-01-11",
        '16:13 FMT205 \'half_life\' is "21 Tage", which is no duration | write "21 days"',
        "17:17 FMT212 'golive_factor' has low, likely and high out of order | "
        "write the smallest first and the largest last",
        "18:32 FMT212 'load.growth_per_year' has no key 'mid' | allowed: low, likely, high",
    ]


def test_overnight_hours_and_the_whole_week_are_legal():
    text = TINY.replace("[customer]", '[customer]\nhours = "24x7"').replace(
        "[provider]", '[provider]\nhours = "Mon-Fri 22:00-06:00; Sat 08:00-12:00"'
    )
    assert told(text) == []


def test_an_unknown_playbook_is_told_once():
    assert told(TINY.replace("[customer]", 'playbook = "managed-servce"\n[customer]')) == [
        "5:12 FMT302 there is no playbook 'managed-servce' | did you mean 'managed-service'?"
    ]


def test_the_complete_description_takes_less_than_60_ms():
    contents = {"rollout.toml": COMPLETE.encode(), "migration.csv": TABLE}
    validate("rollout.toml", contents, known)
    durations = []
    for _ in range(5):
        begin = time.process_time()
        validate("rollout.toml", contents, known)
        durations.append(time.process_time() - begin)
    assert min(durations) < 0.06


def test_no_babel_is_needed():
    code = (
        "import sys\nfrom tests.description.sample import TINY, validated\n"
        "assert validated(TINY).rollout\nassert 'babel' not in sys.modules"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=DATA.parents[2], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


LINES = [one for one in COMPLETE.split("\n") if one.strip()]
VALUES = ["3", '"x"', "[]", "{}", "true", "2027-01-01", "-1", "[[1]]", '{ a = "b" }', '["x", 3]', "nan", "08:00", '""']


@pytest.mark.thorough
@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(st.data())
def test_no_change_of_a_value_gives_a_traceback(data):
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 4))):
        row = data.draw(st.integers(0, len(lines) - 1))
        key, equals, _ = lines[row].partition("=")
        action = data.draw(st.sampled_from(["value", "drop", "key", "header"]))
        if action == "drop" or not equals:
            del lines[row]
        elif action == "value":
            lines[row] = f"{key}= {data.draw(st.sampled_from(VALUES))}"
        elif action == "key":
            lines[row] = f"x{lines[row]}"
        else:
            lines.insert(row, f"[{data.draw(st.sampled_from(['people', 'load', 'zz.y', 'plan', 'rules', 'sites.a']))}]")
    result = validated("\n".join(lines), migration_csv=TABLE)
    assert (result.rollout is None) == bool(result.problems)
    for problem in (*result.problems, *result.notes):
        line(problem)
        assert problem.position.line >= 1


SECTIONS = st.sampled_from(
    [
        "rollout",
        "customer",
        "provider",
        "people",
        "teams",
        "sites",
        "load",
        "support",
        "rules",
        "plan",
        "handbook",
        "evidence",
        "service_levels",
        "maturity",
        "escalation",
        "hypercare",
        "critical_skills",
        "outage_notice",
        "format",
        "waivers",
        "kpis",
        "future",
    ]
)
ANY = st.recursive(
    st.one_of(st.booleans(), st.integers(-5, 99), st.floats(), st.text(max_size=4), st.dates()),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["id", "a", "low", "from", "P1"]), inner)
    ),
    max_leaves=5,
)


@pytest.mark.thorough
@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(st.dictionaries(SECTIONS, ANY, max_size=4))
def test_no_shape_of_a_section_gives_a_traceback(table):
    result = validated("\n".join(f"{key} = {written(value)}" for key, value in table.items()))
    assert result.rollout is None
    assert result.problems


def written(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return "'" + "".join(sign for sign in value if sign.isalnum()) + "'"
        case dict():
            return "{" + ", ".join(f"{key} = {written(held)}" for key, held in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(written, value)) + "]"
        case date():
            return value.isoformat()
        case _:
            return str(value)
