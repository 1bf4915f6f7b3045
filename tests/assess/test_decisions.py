from dataclasses import replace
from datetime import date
from typing import Any, get_args

import pytest

from rollout_kit.assess.decisions import IS_OPEN, open_decisions
from rollout_kit.assess.result import OpenDecision
from rollout_kit.description import tryout
from rollout_kit.description.continuity import Access, Continuity, Rollback
from rollout_kit.description.load import SupportLevel
from rollout_kit.description.organisations import Contract, Provider
from rollout_kit.description.people import Person, Team
from rollout_kit.description.quantities import parse_hours
from rollout_kit.description.responsibilities import Evidence, Responsibility
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.service_levels import OnCall, Priority, Promise, ServiceLevels
from rollout_kit.description.tryout import Pilot, PilotDecision
from rollout_kit.finding import Finding, Position, Severity
from rollout_kit.message import Duration, Unit, message, playbook_text
from rollout_kit.playbook.load import load_playbook
from rollout_kit.playbook.model import Gap

from .conftest import ABOUT, MakeCase

MANDATORY_SCENARIOS = load_playbook("managed-service").mandatory_scenarios
FOUR_HOURS = Duration(amount=4, unit=Unit.HOUR)
KELLER = Person(id="keller", name="Anna Keller", roles=("service_owner",), share=0.5)
MORNING = parse_hours("Mon 08:00-12:00")
WEBER = Person(id="weber", name="Petra Weber", roles=("sponsor", "decision_maker"), share=0.1)
DESK = Team(id="desk", name="Desk", phone="+41 44 555 02 00")
L1 = SupportLevel(id="L1", team="desk")
PROMISE = Promise(response=FOUR_HOURS)

SETTLED: dict[str, Any] = {
    "about": ABOUT.model_copy(update={"go_live_reserve": date(2027, 2, 23)}),
    "provider": Provider(name="NetServ", contract=Contract(scope=("incident",))),
    "people": (KELLER, WEBER),
    "teams": (DESK,),
    "responsibilities": (Responsibility(id="incident", accountable=("keller",)),),
    "support": (L1,),
    "on_call": OnCall(people=("keller",)),
    "service_levels": ServiceLevels(
        priorities=(Priority(id="P1", promised=PROMISE), Priority(id="P2", promised=PROMISE))
    ),
    "tests": tuple(tryout.TestRun(scenario=scenario, date=date(2027, 2, 1)) for scenario in MANDATORY_SCENARIOS),
    "pilot": Pilot(users=5, decision=PilotDecision(by="weber")),
    "access": Access(own_emergency_admin=True),
    "continuity": Continuity(rollback=Rollback(takes=FOUR_HOURS)),
}


def finding(code: str, severity: Severity, state: str = "open") -> Finding:
    return Finding(
        code=code, name="x", severity=severity, path=(), position=Position(file="rollout.toml", line=1, column=1),
        message=message("x"), remedy=message("x"), cure=None, state=state,
    )  # fmt: skip


def test_every_gap_that_a_playbook_may_name_can_be_judged() -> None:
    assert set(get_args(Gap)) == set(IS_OPEN)


def test_nothing_is_open_where_all_is_said(make_case: MakeCase) -> None:
    assert open_decisions(make_case(**SETTLED), ()) == ()


def test_everything_is_open_where_nothing_is_said(make_case: MakeCase) -> None:
    case = make_case()
    found = open_decisions(case, ())
    assert [decision.id for decision in found] == [decision.id for decision in case.playbook.decisions]
    assert len(found) == 12


DESK_ALWAYS_THERE = {"on_call": None, "support": (L1.model_copy(update={"hours": parse_hours("24x7")}),)}
TEAM_ALWAYS_THERE = {"on_call": None, "teams": (DESK.model_copy(update={"hours": parse_hours("24x7")}),)}


@pytest.mark.parametrize("changes", [DESK_ALWAYS_THERE, TEAM_ALWAYS_THERE])
def test_a_desk_that_is_always_there_needs_no_other_way(make_case: MakeCase, changes: dict[str, Any]) -> None:
    assert open_decisions(make_case(**SETTLED | changes), ()) == ()


@pytest.mark.parametrize(
    ("id", "changes"),
    [
        ("accountable", {"responsibilities": ()}),
        ("accountable", {"responsibilities": None}),
        ("go-live-date", {"about": ABOUT}),
        ("go-live-date", {"about": SETTLED["about"].model_copy(update={"go_live": None})}),
        ("go-no-go", {"people": (KELLER,)}),
        ("go-no-go", {"pilot": Pilot(users=5)}),
        ("one-number", {"teams": (DESK.model_copy(update={"phone": ""}),)}),
        ("one-number", {"support": ()}),
        ("one-number", {"support": (L1.model_copy(update={"team": None}),)}),
        ("one-number", {"on_call": None}),
        ("one-number", {"on_call": None, "support": (L1.model_copy(update={"hours": MORNING}),)}),
        ("hours-released", {"people": (KELLER.model_copy(update={"share": None}), WEBER)}),
        ("not-included", {"provider": Provider(name="NetServ")}),
        ("not-included", {"provider": Provider(name="NetServ", contract=Contract())}),
        ("promises", {"service_levels": None}),
        ("promises", {"service_levels": ServiceLevels(priorities=(Priority(id="P1", promised=PROMISE),))}),
        ("promises", {"service_levels": ServiceLevels(priorities=(Priority(id="P1"), Priority(id="P2")))}),
        ("test-dates", {"tests": SETTLED["tests"][1:]}),
        ("test-dates", {"tests": (*SETTLED["tests"][1:], tryout.TestRun(scenario=MANDATORY_SCENARIOS[0]))}),
        ("pilot", {"pilot": Pilot(decision=PilotDecision(by="weber"))}),
        ("envelope", {"access": None}),
        ("envelope", {"access": Access(own_emergency_admin=False)}),
        ("way-back", {"continuity": None}),
        ("way-back", {"continuity": Continuity()}),
    ],
)  # fmt: skip
def test_what_is_not_said_is_to_be_decided(make_case: MakeCase, id: str, changes: dict[str, Any]) -> None:
    assert [decision.id for decision in open_decisions(make_case(**SETTLED | changes), ())] == [id]


def test_without_people_go_hours_and_deputies_are_open(make_case: MakeCase) -> None:
    found = open_decisions(make_case(**SETTLED | {"people": ()}), ())
    assert [decision.id for decision in found] == ["go-no-go", "hours-released", "deputies"]


def test_somebody_without_a_role_needs_no_share(make_case: MakeCase) -> None:
    guest = Person(id="guest", name="Guest")
    assert open_decisions(make_case(**SETTLED | {"people": (KELLER, WEBER, guest)}), ()) == ()


def test_a_finding_opens_the_decision_that_answers_it_and_a_blocker_comes_first(make_case: MakeCase) -> None:
    case = make_case(**SETTLED | {"pilot": None})
    findings = [
        finding("OWN103", Severity.HIGH),
        finding("SEC101", Severity.BLOCKER),
        finding("SEC101", Severity.HIGH),
        finding("CON110", Severity.BLOCKER, state="waived"),
    ]
    found = open_decisions(case, findings)
    assert [decision.id for decision in found] == ["envelope", "go-no-go", "deputies", "pilot"]
    assert found[0] == OpenDecision(
        id="envelope",
        question=playbook_text("decisions.envelope.question"),
        proposal=playbook_text("decisions.envelope.proposal"),
        otherwise=playbook_text("decisions.envelope.otherwise"),
        decider="keller",
        answers_blocker=True,
        codes=("SEC101",),
    )
    assert [decision.answers_blocker for decision in found[1:]] == [False, False, False]


def test_who_decides_follows_the_roles(make_case: MakeCase) -> None:
    case = make_case(**SETTLED)
    empty = replace(case, rollout=Rollout(about=ABOUT, customer=case.rollout.customer, provider=case.rollout.provider))
    assert {decision.decider for decision in open_decisions(empty, ())} == {"customer:to-be-named"}
    (decision,) = open_decisions(make_case(**SETTLED | {"continuity": None}), ())
    assert decision.decider == "weber"


@pytest.mark.parametrize(
    ("path", "id"),
    [
        ("responsibilities", "accountable"),
        ("responsibilities.restore", "accountable"),
        ("pilot.users", "pilot"),
        ("people.keller.share", "hours-released"),
        ("continuity", "way-back"),
    ],
)
def test_what_is_only_proposed_is_to_be_decided(make_case: MakeCase, path: str, id: str) -> None:
    case = make_case(**SETTLED | {"evidence": (Evidence(id=path, level="proposed"),)})
    assert [decision.id for decision in open_decisions(case, ())] == [id]


def test_what_is_declared_is_decided(make_case: MakeCase) -> None:
    case = make_case(**SETTLED | {"evidence": (Evidence(id="pilot", level="declared"),)})
    assert open_decisions(case, ()) == ()
