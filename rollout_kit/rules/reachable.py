"""Whom one can call, and when: the people and teams of both sides that stand in escalation, support and on-call."""

from collections.abc import Iterator

from rollout_kit.assess.subject import organisation_of
from rollout_kit.calendars.coverage import Coverage
from rollout_kit.calendars.keeper import Side
from rollout_kit.calendars.times import Times
from rollout_kit.description.people import Team
from rollout_kit.description.rollout import Rollout

LEVELS = ("L1", "L2")


def reachable(coverage: Coverage, side: Side) -> Times:
    """Return when somebody of a side can be reached by phone; vendors stand on the provider's side.

    A person is reached in the own hours, less absences and days off, a team with a number in its hours, whoever is on
    call in those of the on-call. Without a number nobody is reached.
    """
    found = Times()
    for ref, times in _called(coverage):
        if _side_of(coverage.rollout, ref) == side:
            found = found | times
    return found


def rests_on_our_hours(rollout: Rollout, side: Side) -> bool:
    """Whether some of those who can be called are reached in hours that we assume: the file has none of them."""
    if side == "provider" and rollout.provider.hours is not None:
        return False
    called = {ref for step in rollout.escalation for ref in _persons(rollout, step.who)}
    return any(rollout.person_by_id[ref].hours is None for ref in called if _side_of(rollout, ref) == side)


def _persons(rollout: Rollout, ref: str) -> tuple[str, ...]:
    team = rollout.team_by_id.get(ref)
    if team is not None:
        return team.members if team.hours is None else ()
    return (ref,) if ref in rollout.person_by_id else ()


def _called(coverage: Coverage) -> Iterator[tuple[str, Times]]:
    rollout = coverage.rollout
    for step in rollout.escalation:
        if step.by == "phone":
            yield step.who, _times_of(coverage, step.who)
    for level in rollout.support:
        ref = level.team or level.vendor
        if level.id in LEVELS and ref is not None:
            hours = coverage.of_level(level)
            yield ref, hours if hours is not None and _phone(rollout, ref) else _times_of(coverage, ref)
    on_call = rollout.on_call
    for ref in ((on_call.team,) if on_call and on_call.team else ()) + (on_call.people if on_call else ()):
        if _phone(rollout, ref) and coverage.on_call is not None:
            yield ref, coverage.on_call


def _times_of(coverage: Coverage, ref: str) -> Times:
    rollout = coverage.rollout
    team = rollout.team_by_id.get(ref)
    if team is not None:
        return _times_of_team(coverage, team)
    if not _phone(rollout, ref):
        return Times()
    vendor = rollout.vendor_by_id.get(ref)
    if vendor is not None:
        return coverage.of_hours(vendor.hours, ref) or Times()
    return coverage.of_person(ref)


def _times_of_team(coverage: Coverage, team: Team) -> Times:
    """Return the hours of a team with a number; one without a number or hours is reached through its members."""
    hours = coverage.of_team(team.id)
    if team.phone and hours is not None:
        return hours
    times = Times()
    for member in team.members:
        if team.phone or _phone(coverage.rollout, member):
            times = times | coverage.of_person(member)
    return times


def _phone(rollout: Rollout, ref: str) -> str:
    found = rollout.person_by_id.get(ref) or rollout.team_by_id.get(ref) or rollout.vendor_by_id.get(ref)
    return found.phone if found else ""


def _side_of(rollout: Rollout, ref: str) -> Side:
    return "customer" if organisation_of(rollout, ref) == "customer" else "provider"
