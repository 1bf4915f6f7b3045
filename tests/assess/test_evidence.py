"""What is only proposed makes no rule pass."""

from dataclasses import replace
from typing import Any

import pytest
import tomli

from rollout_kit import pipeline
from rollout_kit.assess.evidence import confirmed, is_proposed, level_of
from rollout_kit.assess.result import Result
from rollout_kit.assess.verdict import Verdict
from rollout_kit.description.continuity import Process
from rollout_kit.description.load import Load, PasswordResets, Wave
from rollout_kit.description.organisations import Contract, Customer, Provider, Site
from rollout_kit.description.people import Person
from rollout_kit.description.quantities import parse_estimate
from rollout_kit.description.responsibilities import Evidence, Responsibility
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.sums import with_headcounts
from rollout_kit.description.training import Room, Training
from rollout_kit.finding import Finding
from rollout_kit.language.words import NO_BREAK, Words
from tests.rules.overlay import Fragment, result_of
from tests.test_verdict_property import AS_OF, CONTENTS, WORST_FIRST, decided, written

from .conftest import ABOUT, MakeCase


def described(*proposed: str, declared: tuple[str, ...] = (), **sections: Any) -> Rollout:
    given = {"about": ABOUT, "customer": Customer(name="Muster"), "provider": Provider(name="NetServ")} | sections
    levels = [
        *(Evidence(id=path, level="proposed") for path in proposed),
        *(Evidence(id=path, level="declared") for path in declared),
    ]
    return with_headcounts(Rollout.model_validate(given | {"evidence": tuple(levels)}))


def line(id: str) -> Responsibility:
    return Responsibility(id=id, accountable=("keller",), responsible=("meyer",))


LINES = (line("restore"), line("backup"))


def test_a_description_without_proposals_is_itself() -> None:
    rollout = described(declared=("responsibilities",), responsibilities=LINES)
    assert confirmed(rollout).rollout is rollout


def test_a_proposed_section_is_as_if_it_were_not_there() -> None:
    rollout = described("responsibilities", "load", responsibilities=LINES, load=Load(licences=3))
    kept = confirmed(rollout).rollout
    assert (kept.responsibilities, kept.load) == (None, None)
    assert rollout.responsibilities == LINES


def test_a_proposed_line_is_gone_and_the_others_stay() -> None:
    kept = confirmed(described("responsibilities.restore", responsibilities=LINES)).rollout
    assert kept.responsibilities == LINES[1:]


def test_a_longer_path_overrules_a_shorter_one() -> None:
    rollout = described("responsibilities", declared=("responsibilities.backup",), responsibilities=LINES)
    assert confirmed(rollout).rollout.responsibilities == LINES[1:]
    assert [is_proposed(rollout, ("responsibilities", each.id, "accountable")) for each in LINES] == [True, False]


def test_what_evidence_does_not_name_is_declared() -> None:
    rollout = described("people", declared=("people.keller",))
    paths: list[tuple[str | int, ...]] = [("people", "frei", "share"), ("people", "keller", "absences", 0), ("load",)]
    assert [level_of(rollout, path) for path in paths] == ["proposed", "declared", "declared"]


def test_a_proposed_letter_leaves_the_rest_of_its_line() -> None:
    kept = confirmed(described("responsibilities.restore.accountable", responsibilities=LINES)).rollout
    assert kept.activity_by_id["restore"] == Responsibility(id="restore", responsible=("meyer",))


def test_a_part_of_a_value_proposes_the_whole_value() -> None:
    load = Load(golive_factor=parse_estimate(2), licences=3)
    kept = confirmed(described("load.golive_factor.likely", load=load)).rollout
    assert kept.load == Load(licences=3)


def test_keys_that_must_be_there_stay() -> None:
    rollout = described("rollout", "customer", "load.password_resets.share", customer=Customer(name="Muster", users=3),
                        load=Load(password_resets=PasswordResets(share=0.2, self_service=True)))  # fmt: skip
    kept = confirmed(rollout).rollout
    assert kept.customer == Customer(name="Muster")
    assert (kept.about.name, kept.about.kickoff, kept.about.go_live) == (ABOUT.name, ABOUT.kickoff, None)
    assert kept.load == Load(password_resets=PasswordResets(share=0.2, self_service=True))


def test_a_proposed_tier_is_not_replaced_by_a_milder_one() -> None:
    critical = ABOUT.model_copy(update={"tier": "critical"})
    assert confirmed(described("rollout.tier", about=critical)).rollout.about.tier == "critical"


@pytest.mark.parametrize("path", ["people", "people.keller"])
def test_whoever_is_only_proposed_keeps_name_and_house_since_others_name_them(path: str) -> None:
    keller = Person(id="keller", name="Anna Keller", organisation="provider", roles=("service_owner",), deputy="frei")
    (kept,) = confirmed(described(path, people=(keller,))).rollout.people
    assert kept == Person(id="keller", name="Anna Keller", organisation="provider")


def test_a_headcount_that_follows_from_a_proposal_is_gone_with_it() -> None:
    rollout = described(
        "customer.users",
        customer=Customer(name="Muster", users=24),
        sites=(Site(id="bern", name="Bern"),),
        training=(Training(id="users", name="Users", audience="users"),),
    )
    assert (rollout.sites[0].users, (rollout.training or ())[0].people) == (24, 24)
    kept = confirmed(rollout).rollout
    assert (kept.users, kept.sites[0].users, (kept.training or ())[0].people) == (None, None, None)


def test_a_training_forgets_a_room_that_is_only_proposed() -> None:
    hall, training = Room(id="hall", name="Hall", seats=9), Training(id="x", name="X", audience="desk", room="hall")
    kept = confirmed(described("rooms", rooms=(hall,), training=(training,))).rollout
    assert (kept.rooms, (kept.training or ())[0].room) == ((), None)


def test_severities_and_contracts_can_be_proposed_too() -> None:
    rollout = described(
        "rules.severity.OWN101", "provider.contract.scope",
        severities=(("OWN101", None), ("OWN102", None)),
        provider=Provider(name="NetServ", contract=Contract(scope=("incident",), capacity_step=True)),
    )  # fmt: skip
    kept = confirmed(rollout).rollout
    assert kept.severities == (("OWN102", None),)
    assert kept.provider.contract == Contract(capacity_step=True)


def test_paths_behind_an_item_that_was_taken_out_are_those_of_the_file() -> None:
    waves = tuple(Wave(date=ABOUT.kickoff, users=n) for n in (1, 2, 3, 4))
    found = confirmed(described("load.waves.0", "load.waves.2", load=Load(waves=waves)))
    assert [wave.users for wave in (found.rollout.load or Load()).waves] == [2, 4]
    written = [found.as_written(("load", "waves", n, "users")) for n in (0, 1)]
    assert written == [("load", "waves", 1, "users"), ("load", "waves", 3, "users")]


def test_a_finding_points_at_its_process_in_the_file() -> None:
    fragment = Fragment(
        'evidence."processes.0".level = "proposed"\n[[processes]]\nname = "Payroll"\ncritical = true\n'
        '[[processes]]\nname = "Dispatch"\ncritical = true\n[[processes]]\nname = "Archive"\n'
    )
    result = result_of(fragment)
    assert [each.path for each in result.findings if each.code == "TRN108"] == [("processes", 1)]
    assert [each.missing for each in result.untested if each.code == "TRN108"] == [("processes.2.critical",)]


# --- what the rules make of it --------------------------------------------------------------------


def own101(result: Result) -> list[Finding]:
    return [finding for finding in result.findings if finding.code == "OWN101"]


def said(result: Result, finding: Finding) -> tuple[str, str]:
    words = Words("en", result.case.playbook.texts["en"])
    return words.text(finding.message).replace(NO_BREAK, " "), words.text(finding.remedy).replace(NO_BREAK, " ")


def test_a_proposed_matrix_is_one_finding_with_its_own_words() -> None:
    result = result_of(Fragment('# without: evidence\n[evidence]\nresponsibilities = { level = "proposed" }\n'))
    (finding,) = own101(result)
    assert (finding.path, finding.severity.value) == (("responsibilities",), "blocker")
    assert said(result, finding) == (
        "33 activities are only proposed, nobody has confirmed who is accountable: incident, major_incident, "
        "security_incident, restore, access, change_approval and 27 more",
        "confirm line by line in the kickoff, and take what is confirmed out of [evidence]",
    )
    assert result.case.rollout.responsibilities is not None
    assert "accountable" in [decision.id for decision in result.decisions]


@pytest.mark.parametrize(("activity", "severity"), [("exit", "high"), ("restore", "blocker")])
def test_one_proposed_line_weighs_as_an_unlisted_one(activity: str, severity: str) -> None:
    result = result_of(Fragment(f'[evidence]\n"responsibilities.{activity}" = {{ level = "proposed" }}\n'))
    (finding,) = own101(result)
    assert finding.severity.value == severity
    assert said(result, finding)[0] == (
        f"1 activity is only proposed, nobody has confirmed who is accountable: {activity}"
    )


def test_what_is_not_listed_and_what_is_only_proposed_are_one_finding() -> None:
    result = result_of(
        Fragment(
            "# without: responsibilities.exit, responsibilities.restore\n"
            '[evidence]\n"responsibilities.capacity" = { level = "proposed" }\n'
        )
    )
    (finding,) = own101(result)
    assert finding.severity.value == "blocker"
    assert said(result, finding)[0] == (
        "3 activities have nobody accountable, 1 of them only proposed and 2 not listed: restore, capacity and exit"
    )


def test_a_letter_that_is_only_proposed_is_not_told_twice() -> None:
    result = result_of(Fragment('[evidence]\n"responsibilities.exit.accountable" = { level = "proposed" }\n'))
    (finding,) = own101(result)
    assert finding.path == ("responsibilities",)


def test_what_is_declared_is_judged_as_before() -> None:
    assert result_of(Fragment('[evidence]\nresponsibilities = { level = "declared" }\n')).findings == ()


def test_the_plan_still_works_with_who_is_proposed() -> None:
    whole = result_of(Fragment(""))
    proposed = result_of(Fragment('[evidence]\n"people.oser.roles" = { level = "proposed" }\n'))
    assert proposed.case.cast.named("OL") == whole.case.cast.named("OL") == ("oser",)
    assert "OWN109" in [finding.code for finding in proposed.findings]


def test_a_proposed_day_of_go_live_is_still_the_day_that_the_plan_hangs_on(make_case: MakeCase) -> None:
    case = make_case(evidence=(Evidence(id="rollout.go_live", level="proposed"),))
    assert case.confirmed.rollout.about.go_live is None
    assert case.confirmed.go_live == case.go_live == ABOUT.go_live


def test_the_case_that_rules_judge_is_made_once(make_case: MakeCase) -> None:
    case = replace(make_case(processes=(Process(name="Payroll"),)))
    assert case.confirmed is case.confirmed.confirmed is case.confirmed


SECTIONS = [
    section for section in decided() if section not in ("format", "rollout", "customer", "provider", "evidence")
]


@pytest.mark.slow
@pytest.mark.parametrize("section", SECTIONS)
def test_a_proposed_section_gets_no_better_verdict_than_none(section: str) -> None:
    tree = decided()
    whole = verdict(tree)
    without = verdict({key: held for key, held in tree.items() if key != section})
    proposed = verdict(tree | {"evidence": {section: {"level": "proposed"}}})
    assert whole is not None
    assert proposed is not None
    assert WORST_FIRST.index(proposed) <= WORST_FIRST.index(without or whole)


def test_a_file_with_everything_proposed_gets_no_better_verdict_than_the_least_file() -> None:
    tree = tomli.loads(Fragment("").description.decode())
    proposed = verdict(tree | {"evidence": {section: {"level": "proposed"} for section in tree}})
    head = {name: {key: tree[name][key] for key in ("name", "kickoff") if key in tree[name]}
            for name in ("rollout", "customer", "provider")}  # fmt: skip
    assert verdict(tree) is Verdict.READY
    assert proposed is verdict(head) is Verdict.TOO_LITTLE_KNOWN


def verdict(tree: dict[str, Any]) -> Verdict | None:
    text = "\n".join(f"{written(key)} = {written(value)}" for key, value in tree.items())
    result = pipeline.run("rollout.toml", {**CONTENTS, "rollout.toml": text.encode()}, AS_OF).result
    return result.verdict if result else None
