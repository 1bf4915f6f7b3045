"""Who stands in where somebody is away for most of a task's days."""

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.plan.cast import Cast
from rollout_kit.plan.model import PersonRef, Stake
from rollout_kit.plan.sketch import Span

MOSTLY_AWAY = 0.5  # from this part of a task's days on, the deputy does it


def with_deputies(
    stakes: tuple[Stake, ...], spans: tuple[Span, ...], cast: Cast, calendars: Calendars
) -> tuple[Stake, ...]:
    """Return the stakes with deputies where somebody is away; with two stakes one gives the longer time once."""
    taken: dict[PersonRef, Stake] = {}
    for stake in stakes:
        ref = present(stake.person, spans, cast, calendars)
        original = stake.person if ref != stake.person else None
        known = taken.get(ref)
        if known is None:
            taken[ref] = Stake(person=ref, minutes=stake.minutes, stands_in_for=original)
        elif stake.minutes > known.minutes:
            taken[ref] = Stake(person=ref, minutes=stake.minutes, stands_in_for=known.stands_in_for)
    return tuple(taken.values())


def present(ref: PersonRef, spans: tuple[Span, ...], cast: Cast, calendars: Calendars) -> PersonRef:
    """Return the person, or the deputy where the person is away for half of the days in question or more."""
    deputy = cast.deputy_of(ref)
    if deputy is None:
        return ref
    days = [day for span in spans for day in calendars.working_days("customer", span.earliest, span.aim)]
    away = sum(not any(calendars.free_minutes(ref, day)) for day in days)
    if not days or away / len(days) < MOSTLY_AWAY:
        return ref
    deputy_away = sum(not any(calendars.free_minutes(deputy, day)) for day in days)
    return deputy if deputy_away < away else ref
