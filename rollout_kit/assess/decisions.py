"""The standing decisions of the kickoff that a description leaves open."""

from collections.abc import Callable, Mapping, Sequence

from rollout_kit.assess.case import Case
from rollout_kit.assess.evidence import proposed_paths
from rollout_kit.assess.result import OpenDecision
from rollout_kit.finding import Finding, Severity
from rollout_kit.message import playbook_text
from rollout_kit.playbook.model import Gap, StandingDecision

Openness = Callable[[Case], bool]
"""Tells whether a description leaves a decision open, apart from the findings that it answers."""

VITAL_PROMISES = ("P1", "P2")


def open_decisions(case: Case, findings: Sequence[Finding]) -> tuple[OpenDecision, ...]:
    """Return what is to be decided, in the playbook's order, what answers a blocker first.

    A decision is open if a finding that it answers is, or if the description does not say what it would, or only
    proposes it.
    """
    open_findings = [finding for finding in findings if finding.state == "open"]
    found = [_decision(case, decision, open_findings) for decision in case.playbook.decisions]
    return tuple(sorted((each for each in found if each is not None), key=lambda each: not each.answers_blocker))


def _decision(case: Case, decision: StandingDecision, findings: Sequence[Finding]) -> OpenDecision | None:
    answered = [finding for finding in findings if finding.code in decision.codes]
    is_unsaid = decision.open_when is not None and IS_OPEN[decision.open_when](case.confirmed)
    if not answered and not is_unsaid and not _is_proposed(case, decision):
        return None
    return OpenDecision(
        id=decision.id,
        question=playbook_text(f"decisions.{decision.id}.question"),
        proposal=playbook_text(f"decisions.{decision.id}.proposal"),
        otherwise=playbook_text(f"decisions.{decision.id}.otherwise"),
        decider=case.cast.first(decision.decider),
        answers_blocker=any(finding.severity is Severity.BLOCKER for finding in answered),
        codes=tuple(dict.fromkeys(finding.code for finding in answered)),
    )


def _is_proposed(case: Case, decision: StandingDecision) -> bool:
    """Whether something that the decision answers is only proposed."""
    answers = [path.split(".") for path in decision.answers_to]
    return any(
        all(part in (other, "*") for part, other in zip(answer, path, strict=False))
        for path in proposed_paths(case.rollout)
        for answer in answers
    )


def _nothing_listed(case: Case) -> bool:
    return not case.rollout.responsibilities


def _no_go_live_date(case: Case) -> bool:
    return case.rollout.about.go_live is None or case.rollout.about.go_live_reserve is None


def _nobody_says_go(case: Case) -> bool:
    pilot = case.rollout.pilot
    return not case.cast.named("DM") or pilot is None or pilot.decision is None


def _no_number_to_call(case: Case) -> bool:
    """Neither a number of the desk, nor a way outside its hours, unless the desk is always there."""
    rollout = case.rollout
    level = rollout.support_by_id.get("L1")
    team = rollout.team_by_id.get(level.team) if level is not None and level.team is not None else None
    if level is None or team is None or not team.phone:
        return True
    hours = level.hours or team.hours
    return rollout.on_call is None and (hours is None or not hours.is_always)


def _hours_not_released(case: Case) -> bool:
    cast = [person for person in case.rollout.people if person.roles]
    return not cast or any(person.share is None for person in cast)


def _nobody_named(case: Case) -> bool:
    return not case.rollout.people


def _scope_not_said(case: Case) -> bool:
    contract = case.rollout.provider.contract
    return contract is None or not contract.scope


def _promises_missing(case: Case) -> bool:
    levels = case.rollout.service_levels
    promised = {level.id for level in levels.priorities if level.promised is not None} if levels else set()
    return any(priority not in promised for priority in VITAL_PROMISES)


def _tests_not_dated(case: Case) -> bool:
    dated = {test.scenario for test in case.rollout.tests if test.date is not None}
    return any(scenario not in dated for scenario in case.playbook.mandatory_scenarios)


def _pilot_not_described(case: Case) -> bool:
    return case.rollout.pilot is None or case.rollout.pilot.users is None


def _no_envelope(case: Case) -> bool:
    access = case.rollout.access
    return access is None or access.own_emergency_admin is not True


def _no_way_back(case: Case) -> bool:
    return case.rollout.continuity is None or case.rollout.continuity.rollback is None


IS_OPEN: Mapping[Gap, Openness] = {
    "no-responsibilities": _nothing_listed,
    "no-go-live-date": _no_go_live_date,
    "nobody-says-go": _nobody_says_go,
    "no-number-to-call": _no_number_to_call,
    "hours-not-released": _hours_not_released,
    "nobody-named": _nobody_named,
    "no-scope": _scope_not_said,
    "no-promises": _promises_missing,
    "tests-not-dated": _tests_not_dated,
    "no-pilot": _pilot_not_described,
    "no-envelope": _no_envelope,
    "no-way-back": _no_way_back,
}
"""By the gaps that a playbook may name; a test holds them equal."""
