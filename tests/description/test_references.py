"""Names that the file mentions and nothing has."""

import pytest

from rollout_kit.description.references import Known, check_references
from rollout_kit.description.restructured import Restructured
from rollout_kit.description.source_map import Places, scan
from tests.description.sample import TINY, told, validated

CAST = """
[people.keller]
name = "Anna Keller"
[people.frei]
name = "Beat Frei"
organisation = "provider"
[teams.desk]
name = "Desk"
[sites.zuerich]
name = "Zürich"
[vendors.microsoft]
name = "Microsoft"
[rooms.schulung]
name = "Raum"
seats = 12
"""


def rest(text: str) -> list[str]:
    """What is told of a text below the cast, without place."""
    return [one.partition(" ")[2] for one in told(TINY + CAST + text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('[people.x]\nname = "X"\ndeputy = "kellr"', "FMT301 there is no person 'kellr' | did you mean 'keller'?"),
        (
            '[people.x]\nname = "X"\ndeputy = "Beat Frei"',
            "FMT301 there is no person 'Beat Frei' | did you mean 'frei'?",
        ),
        (
            '[people.x]\nname = "X"\norganisation = "Kunde"',
            "FMT301 'Kunde' is neither customer nor provider nor a vendor | did you mean 'customer'?",
        ),
        ('[people.x]\nname = "X"\nsite = "zürich"', "FMT301 there is no site 'zürich' | did you mean 'zuerich'?"),
        ('[on_call]\nteam = "dsk"', "FMT301 there is no team 'dsk' | did you mean 'desk'?"),
        ('[support.L3]\nvendor = "microsft"', "FMT301 there is no vendor 'microsft' | did you mean 'microsoft'?"),
        ("[support.L4]\nstaff = 1", "FMT202 'support' has no key 'L4' | did you mean 'L1'?"),
        (
            '[support.L1]\npasses_on = { to = "L2", share = 0.5 }',
            "FMT301 there is no support level 'L2' | did you mean 'L1'?",
        ),
        (
            '[training.a]\nname = "A"\naudience = "users"\nroom = "schulng"',
            "FMT301 there is no room 'schulng' | did you mean 'schulung'?",
        ),
        (
            '[load]\nhalf_life = "9 days"\nown_data = { until = 2026-10-31, tickets = 9, keys = ["half_live"] }',
            "FMT305 [load] has nothing at 'half_live' | did you mean 'half_life'?",
        ),
        (
            "[load]\nown_data = { until = 2026-10-31, tickets = 9, keys = ['channels.phone.share'] }",
            "FMT305 [load] has nothing at 'channels.phone.share'",
        ),
        ('[[waivers]]\nrule = "OWN1O1"', "FMT303 there is no rule 'OWN1O1' | did you mean 'OWN101'?"),
        ('[[waivers]]\nrule = "OWN110"', "FMT303 there is no rule 'OWN110' | did you mean 'OWN101'?"),
        ('[[waivers]]\nrule = "OWN109"', "FMT604 this version does not check the rule OWN109"),
        ('[plan]\ndrop = ["handbok-hunt"]', "FMT304 there is no task 'handbok-hunt' | did you mean 'handbook-hunt'?"),
        (
            '[plan.change.restore-tst]\neffort = "8 h"',
            "FMT304 there is no task 'restore-tst' | did you mean 'restore-test'?",
        ),
        (
            '[handbook.chapters.emergncy]\nowner = "keller"',
            "FMT301 the handbook has no chapter 'emergncy' | did you mean 'emergency'?",
        ),
        (
            '[evidence]\n"responsibilities.restor" = { level = "tested" }',
            "FMT305 the file has nothing at 'responsibilities.restor' | did you mean 'responsibilities.restore'?",
        ),
        ('[hypercare]\nresponse = { P5 = "1 h" }', "FMT301 there is no priority 'P5' | did you mean 'P1'?"),
        (
            "[responsibilities]\nbackups = {}",
            "FMT602 'backups' is taken as an activity of your own | did you mean 'backup'?",
        ),
        (
            '[maturity]\nincidents = { phase = "launch" }',
            "FMT602 'incidents' is taken as something of your own | did you mean 'incident'?",
        ),
        (
            '[[tests]]\nscenario = "major-outtage"',
            "FMT602 'major-outtage' is taken as a scenario of your own | did you mean 'major-outage'?",
        ),
        (
            '[pilot]\nprocesses = ["Lohnbuchhaltng"]\n[[processes]]\nname = "Lohnbuchhaltung"',
            "FMT602 'Lohnbuchhaltng' is none of [[processes]] | did you mean 'Lohnbuchhaltung'?",
        ),
    ],
)
def test_a_name_that_nothing_has_is_told_with_what_was_meant(text, wanted):
    assert rest(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        '[responsibilities]\nprinting = { accountable = "keller", responsible = ["desk"] }',
        '[[tests]]\nscenario = "Ausfall der Heizung im Serverraum"',
        '[plan]\nadd = [{ id = "a", name = "A", owner = "microsoft", '
        'after = ["kickoff", "visit-geneve", "lesson-all-12"] }]\n[sites.geneve]\nname = "G"'
        '\n[training.all]\nname = "U"\naudience = "users"',
        '[evidence.responsibilities.restore]\nlevel = "tested"',
        '[evidence]\n"people.keller" = { level = "declared" }',
        '[maturity]\nold_phone_system = { phase = "retire" }',
        '[handbook.chapters.glossary]\nowner = "desk"',
        "[responsibilities]\nbackup = {}\nbackups = {}",
    ],
)
def test_what_is_there_or_may_be_free_is_no_problem(text):
    assert rest(text) == []


def test_names_in_one_text_are_told_as_a_list():
    assert rest('[teams.t]\nname = "T"\nmembers = "keller, frei"') == [
        'FMT301 there is no person \'keller, frei\' | write ["keller", "frei"]'
    ]


def test_an_unknown_id_is_one_problem_with_all_its_places():
    lines = "\n".join(f'a{number} = {{ accountable = "keler" }}' for number in range(10))
    result = validated(TINY + CAST + "[responsibilities]\n" + lines)
    (problem,) = result.problems
    assert problem.code == "FMT301"
    assert [place.line for place in (problem.position, *problem.further)] == list(range(26, 36))


def test_names_are_found_below_a_misspelt_section():
    assert rest('[personen.x]\nname = "X"\n[responsibilities]\naccess = { accountable = "x" }') == [
        "FMT201 the format has no section 'personen' | did you mean 'people'?"
    ]


def test_nothing_mentioned_is_nothing_told():
    assert list(check_references(Restructured(), {}, Known(), Places(scan("f", "")))) == []


@pytest.mark.parametrize("name", ["visit-genf", "lesson-all", "lesson-all-x", "kickoff-1", "lesson-some-1"])
def test_a_part_of_a_task_that_there_is_not_is_told(name):
    text = TINY + '[sites.geneve]\nname = "G"\n[training.all]\nname = "U"\naudience = "users"\n'
    assert told(text) == []
    found = told(text + f'[plan]\nadd = [{{ id = "a", name = "A", after = ["{name}"] }}]')
    assert [one.split(" | ")[0].partition(" ")[2] for one in found] == [f"FMT304 there is no task '{name}'"]


@pytest.mark.parametrize("id", ["visit-geneve", "lesson-all-1"])
def test_a_task_of_ones_own_takes_no_id_of_a_part(id):
    text = TINY + '[sites.geneve]\nname = "G"\n[training.all]\nname = "U"\naudience = "users"\n'
    found = told(text + f'[plan]\nadd = [{{ id = "{id}", name = "A" }}]')
    assert [one.partition(" ")[2].split(" | ")[0] for one in found] == [
        f"FMT306 the playbook has a task '{id}' already"
    ]
