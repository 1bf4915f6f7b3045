"""What is to be expected at the middle figures: one exact answer, day by day, without a draw."""

import math
from collections.abc import Iterator, Sequence

from rollout_kit.capacity.answers import DayAnswer, Expectation, Limit, PhoneDay, Spike, TierDay
from rollout_kit.capacity.backlog import days_to_clear
from rollout_kit.capacity.breaches import OUTGROWN_DAYS, Breach, breaches
from rollout_kit.capacity.demand import DayDemand, demand_of
from rollout_kit.capacity.first_level import FirstLevel, first_level_of
from rollout_kit.capacity.model import Question
from rollout_kit.capacity.tiers import HandedOn, Worked, further_levels

WEEK = 5  # open days over which hours are compared, so that a Monday is not the measure
LIMITS = {"L1": Limit.WORK, "L2": Limit.L2, "L3": Limit.L3}


def expectation_of(question: Question) -> Expectation:
    """Return the expectation over the whole horizon."""
    demand = demand_of(question)
    first = first_level_of(question, demand)
    further, handed = further_levels(question, first.done)
    tiers = (first.worked, *further)
    days = tuple(_days(question, demand, first, tiers, handed))
    found = list(breaches([bool(day.missed) for day in days], [day.is_open for day in days]))
    outgrown = next((breach for breach in found if breach.is_outgrown), None)
    uses = tuple(_uses(first, tiers))
    first_missed = next((day for day in days if day.missed), None)
    return Expectation(
        question=question,
        days=days,
        outgrown_on=days[outgrown.first].date if outgrown else None,
        spikes=tuple(
            Spike(starts_on=days[one.first].date, ends_on=days[one.last].date, open_days=one.open_days)
            for one in found
            if not one.is_outgrown
        ),
        first_limit=_most_used(first_missed.missed, uses) if first_missed else None,
        first_missed_on=first_missed.date if first_missed else None,
        binding_limit=_binding(days, found, outgrown, uses),
        uses=uses,
    )


def _days(
    question: Question,
    demand: Sequence[DayDemand],
    first: FirstLevel,
    tiers: Sequence[Worked],
    handed: Sequence[HandedOn],
) -> Iterator[DayAnswer]:
    by_tier = [list(_tier_days(tier, question)) for tier in tiers]
    for index, day in enumerate(question.days):
        now = tuple(rows[index] for rows in by_tier)
        phone = first.phones[index]
        yield DayAnswer(
            date=day.date,
            is_open=day.is_open,
            users=demand[index].users,
            contacts=demand[index].contacts,
            phone=phone,
            tiers=now,
            handed=tuple((one.level.id, one.contacts[index]) for one in handed),
            missed=tuple(_missed(phone, now)) if day.is_open else (),
        )


def _tier_days(tier: Worked, question: Question) -> Iterator[TierDay]:
    target = tier.level.target or question.ticket_target
    clearing = days_to_clear(tier.backlog.hours, tier.able)
    for index, oldest in enumerate(tier.backlog.oldest):
        yield TierDay(
            id=tier.level.id,
            contacts=tier.contacts[index],
            demanded_hours=tier.demanded[index],
            capacity_hours=tier.able[index],
            backlog_hours=tier.backlog.hours[index],
            days_to_clear=clearing[index],
            oldest_hours=oldest,
            in_time=tier.backlog.in_time[index],
            is_met=oldest <= target.within_hours + 1e-9,
        )


def _missed(phone: PhoneDay | None, tiers: Sequence[TierDay]) -> Iterator[Limit]:
    if phone is not None and not phone.is_met:
        yield Limit.PHONE
    yield from (LIMITS[tier.id] for tier in tiers if not tier.is_met)


def _uses(first: FirstLevel, tiers: Sequence[Worked]) -> Iterator[tuple[Limit, float]]:
    if first.phone_use is not None:
        yield Limit.PHONE, first.phone_use
    for tier in tiers:
        yield LIMITS[tier.level.id], _work_use(tier)


def _work_use(tier: Worked) -> float:
    """Return the work of the fullest five open days, with what came in between, divided by the hours of people."""
    weeks: list[tuple[float, float]] = []
    waiting = 0.0
    for demanded, able in zip(tier.demanded, tier.able, strict=True):
        waiting += demanded
        if able > 0:
            weeks.append((waiting, able))
            waiting = 0.0
    if not weeks:
        return math.inf if waiting else 0.0
    spans = (weeks[start : start + WEEK] for start in range(max(1, len(weeks) - WEEK + 1)))
    return max(math.fsum(work for work, _ in span) / math.fsum(able for _, able in span) for span in spans)


def _most_used(limits: Sequence[Limit], uses: Sequence[tuple[Limit, float]]) -> Limit:
    return max((use, -place, limit.value, limit) for place, (limit, use) in enumerate(uses) if limit in limits)[-1]


def _binding(
    days: Sequence[DayAnswer],
    found: Sequence[Breach],
    outgrown: Breach | None,
    uses: Sequence[tuple[Limit, float]],
) -> Limit:
    """Return what is missed on most days of the breach that counts, else of any; what is used most if nothing is."""
    limits = [limit for limit, _ in uses]
    if not found:
        return _most_used(limits, uses)
    spans = (
        [(outgrown.first, outgrown.first + 3 * OUTGROWN_DAYS)] if outgrown else [(one.first, one.last) for one in found]
    )
    inside = [limit for first, last in spans for day in days[first : last + 1] for limit in day.missed]
    most = max(inside.count(limit) for limit in limits)
    return _most_used([limit for limit in limits if inside.count(limit) == most], uses)
