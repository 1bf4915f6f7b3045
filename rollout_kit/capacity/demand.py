"""Contacts that are to be expected, by day and half hour, at the likely figures.

A day brings `users * tickets * 5 / 21 * weekday` contacts, those of a wave `(factor - 1) * 0.5 ** (age / half life)` of
that more, which a ramp lets grow over its first days. Weekdays share out a week of 5 of the 21 working days
of a month. Contacts that are not solved at once come again, on the same day for the reckoning.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rollout_kit.capacity import figures as named
from rollout_kit.capacity.defaults import WORKING_DAYS_A_MONTH, WORKING_DAYS_A_WEEK
from rollout_kit.capacity.model import Question, Shares, Wave

NOON = 24  # the first half hour of the afternoon
DAYS_A_YEAR = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class DayDemand:
    """Contacts of one day as if everybody were there: `morning` is at work before noon, `afternoon` after it.

    The half hour `place` has `profile[place]` of one or the other, see `by_half_hour`.
    """

    users: float
    morning: float
    afternoon: float
    profile: Shares

    @property
    def contacts(self) -> float:
        """All contacts of the day."""
        return self.morning * math.fsum(self.profile[:NOON]) + self.afternoon * math.fsum(self.profile[NOON:])

    def by_half_hour(self) -> tuple[float, ...]:
        """Return the contacts of each of the 48 half hours."""
        early = (self.morning * share for share in self.profile[:NOON])
        late = (self.afternoon * share for share in self.profile[NOON:])
        return (*early, *late)


def demand_of(question: Question) -> tuple[DayDemand, ...]:
    """Return the demand of each day of the horizon."""
    weekdays, profiles = weekday_shares(question), profiles_of(question)
    per_user = contacts_per_user_week(question)
    mornings, afternoons = [0.0] * len(question.days), [0.0] * len(question.days)
    users = [0.0] * len(question.days)
    for group, live, weight in _groups(question):
        place = question.place_of(group)
        for index, day in enumerate(question.days):
            contacts = per_user * weekdays[day.date.weekday()] * weight[index]
            users[index] += live[index]
            mornings[index] += contacts * place.mornings[index]
            afternoons[index] += contacts * place.afternoons[index]
    return tuple(
        DayDemand(users=users[index], morning=mornings[index], afternoon=afternoons[index],
                  profile=profiles[day.date.weekday()])
        for index, day in enumerate(question.days)
    )  # fmt: skip


def contacts_per_user_week(question: Question) -> float:
    """Return the contacts of one user in an ordinary week, repeated ones included."""
    kept = 1 - question.value(named.SELF_SERVED)
    repeats = 1 / (1 - question.value(named.REPEATS))
    return question.value(named.TICKETS) * WORKING_DAYS_A_WEEK / WORKING_DAYS_A_MONTH * kept * repeats


def weekday_shares(question: Question) -> tuple[float, ...]:
    """Return the share of each weekday, Monday first, the busiest as its figure says; they sum to 1."""
    weights, busiest = question.weekday_weights, question.busiest_weekday
    if busiest is None or weights[busiest] >= 1:
        return weights
    share = question.value(named.BUSIEST_DAY)
    rest = (1 - share) / (1 - weights[busiest])
    return tuple(share if day == busiest else weight * rest for day, weight in enumerate(weights))


def profiles_of(question: Question) -> tuple[Shares, ...]:
    """Return the share of each half hour, for each weekday, Monday first; a day on which nobody works has none."""
    share = question.value(named.PEAK_HOUR)
    return tuple(
        _with_peak(day, peak, share) for day, peak in zip(question.user_hours, question.peak_half_hours, strict=True)
    )


def growth_of(per_year: float, days: Iterable[int]) -> list[float]:
    """Return by how much users have grown so many days after the start: in a straight line within a year, then again.

    A company that shrinks by all it has ends at 0, not below.
    """
    return [
        max(0.0, 1 + per_year) ** (day // DAYS_A_YEAR) * max(0.0, 1 + per_year * (day % DAYS_A_YEAR) / DAYS_A_YEAR)
        for day in days
    ]


def surplus_of(factor: float, half_life: float, ramp: float, age: int) -> float:
    """Return how many times the ordinary contacts of its users a wave adds, so many days after it began (0 and on)."""
    return (factor - 1) * math.pow(0.5, age / half_life) * min(1.0, (age + 1) / (ramp + 1))


def _groups(question: Question) -> Iterable[tuple[Wave, list[float], list[float]]]:
    """Yield users who begin together, with how many are live on each day and how many they weigh with the surplus."""
    count = len(question.days)
    growth = growth_of(question.value(named.GROWTH), range(count))
    before = [question.users_before * grown for grown in growth]
    yield _everywhere(question.starts_on), before, before
    factor, half_life, ramp = (question.value(name) for name in (named.GOLIVE_FACTOR, named.HALF_LIFE, named.RAMP))
    for wave in question.waves:
        first = question.index_of(wave.date)
        live = [wave.users * grown if index >= first else 0.0 for index, grown in enumerate(growth)]
        weight = [
            number + wave.users * surplus_of(factor, half_life, ramp, index - first) if index >= first else 0.0
            for index, number in enumerate(live)
        ]
        yield wave, live, [max(0.0, number) for number in weight]


def _everywhere(day: date) -> Wave:
    return Wave(date=day, users=0.0, is_stated=False)


def _with_peak(weights: Shares, peak: tuple[int, int] | None, share: float) -> Shares:
    total = math.fsum(weights)
    if not total:
        return weights
    even = [weight / total for weight in weights]
    if peak is None:
        return tuple(even)
    there = even[peak[0]] + even[peak[1]]
    if share <= there or there >= 1:
        return tuple(even)
    rest = (1 - share) / (1 - there)
    return tuple(share / 2 if place in peak else part * rest for place, part in enumerate(even))
