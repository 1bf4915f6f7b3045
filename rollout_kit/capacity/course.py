"""The contacts of each day as a run meets them: what is the same in all runs is worked out once.

`demand` tells the contacts at one set of figures; here the same reckoning is taken apart, so that a run multiplies
two lists: contacts without a surplus, and the surplus of all waves for the half-life it has drawn.
"""

import math
from collections.abc import Sequence
from functools import cached_property

from rollout_kit.capacity import figures as named
from rollout_kit.capacity.defaults import WORKING_DAYS_A_MONTH, WORKING_DAYS_A_WEEK
from rollout_kit.capacity.demand import NOON, demand_of, growth_of, profiles_of, surplus_of, weekday_shares
from rollout_kit.capacity.draws import triangular
from rollout_kit.capacity.model import Place, Question, Shares

_DIGITS = 6  # of a day's shape, so that days that differ by rounding have one
HALF_LIVES = 64  # equally likely ones, each the middle of its share; house value


class Course:
    """Contacts of the days on which anything can happen, for one question and any run.

    `days` are indices in the question's days: users are at work somewhere, or people of some level. A variant of a
    question takes those of the first, so that both meet the same dice on the same days.
    """

    def __init__(self, question: Question, days: tuple[int, ...] | None = None) -> None:
        """Take a question, and the days of another that it is a variant of; the rest is worked out when asked for."""
        self._question = question
        self.days = self._busy_days() if days is None else days
        self._surpluses: dict[int, list[float]] = {}

    def contacts(self, per_user_week: float, factor: float, half_life_share: float) -> list[float]:
        """Return the contacts of each day; `half_life_share` is the throw for the half-life."""
        more, place = factor - 1, 0
        if not self._question.figure(named.HALF_LIFE).is_certain:
            place = min(HALF_LIVES - 1, int(half_life_share * HALF_LIVES))
        if more >= 0:
            pairs = zip(self._steady, self._surplus(place), strict=True)
            return [per_user_week * (ordinary + more * surplus) for ordinary, surplus in pairs]
        pairs = zip(self._steady, self._surplus(place), strict=True)
        return [per_user_week * max(0.0, ordinary + more * surplus) for ordinary, surplus in pairs]

    @cached_property
    def shapes(self) -> list[Shares]:
        """The part of a day's contacts in each half hour, for each day, at the likely figures."""
        known: dict[tuple[float, float, Shares], Shares] = {}
        found, demand = [], demand_of(self._question)
        for index in self.days:
            day = demand[index]
            whole = max(day.morning, day.afternoon) or 1.0
            key = (round(day.morning / whole, _DIGITS), round(day.afternoon / whole, _DIGITS), day.profile)
            if key not in known:
                known[key] = _shape(*key)
            found.append(known[key])
        return found

    def serves(self, question: Question) -> bool:
        """Whether it is the course of another question too: one that differs in staff and hours a week alone."""
        mine = self._question
        return (
            question.figures is mine.figures
            and question.waves is mine.waves
            and question.places is mine.places
            and question.users_before == mine.users_before
            and [(one.kind, one.opening) for one in question.levels] == [(one.kind, one.opening) for one in mine.levels]
        )

    def _busy_days(self) -> tuple[int, ...]:
        question, shares = self._question, weekday_shares(self._question)
        return tuple(
            index
            for index, day in enumerate(question.days)
            if any(any(level.opening[index]) for level in question.levels if level.kind == "queue")
            or (shares[day.date.weekday()] and any(p.mornings[index] or p.afternoons[index] for p in question.places))
        )

    @cached_property
    def _steady(self) -> list[float]:
        """Users at work, by the share of the week that falls on the day."""
        question = self._question
        grown = growth_of(question.value(named.GROWTH), self.days)
        total = [question.users_before * there for there in self._there[question.places[0].site]]
        for wave in question.waves:
            first, there = question.index_of(wave.date), self._there[question.place_of(wave).site]
            total = [
                users + wave.users * part if index >= first else users
                for index, users, part in zip(self.days, total, there, strict=True)
            ]
        return [users * growth for users, growth in zip(total, grown, strict=True)]

    def _surplus(self, place: int) -> list[float]:
        """Return the same for the users of waves, each weighed by what is left of its surplus."""
        known = self._surpluses.get(place)
        if known is None:
            known = self._surpluses[place] = self._worked_out((place + 0.5) / HALF_LIVES)
        return known

    def _worked_out(self, share: float) -> list[float]:
        question, figure = self._question, self._question.figure(named.HALF_LIFE)
        half_life = triangular(share, figure.low, figure.likely, figure.high)
        ramp = question.value(named.RAMP)
        firsts = [question.index_of(wave.date) for wave in question.waves]
        oldest = max((self.days[-1] - first for first in firsts), default=0) if self.days else 0
        left = [surplus_of(2.0, half_life, ramp, age) for age in range(oldest + 1)]
        total = [0.0] * len(self.days)
        for wave, first in zip(question.waves, firsts, strict=True):
            there = self._there[question.place_of(wave).site]
            total = [
                users + wave.users * part * left[index - first] if index >= first else users
                for index, users, part in zip(self.days, total, there, strict=True)
            ]
        return total

    @cached_property
    def _there(self) -> dict[str | None, list[float]]:
        """For each place, the part of a week's contacts that falls on each day."""
        return {place.site: self._attended(place) for place in self._question.places}

    def _attended(self, place: Place) -> list[float]:
        shares, halves = weekday_shares(self._question), [_halves(day) for day in profiles_of(self._question)]
        weekdays = [self._question.days[index].date.weekday() for index in self.days]
        return [
            shares[weekday]
            * (place.mornings[index] * halves[weekday][0] + place.afternoons[index] * halves[weekday][1])
            for index, weekday in zip(self.days, weekdays, strict=True)
        ]


def contacts_per_user_week(tickets: float, self_served: float, repeats: float) -> float:
    """Return the contacts of one user in an ordinary week from a run's figures, repeated ones included."""
    return tickets * WORKING_DAYS_A_WEEK / WORKING_DAYS_A_MONTH * (1 - self_served) / (1 - repeats)


def _halves(profile: Sequence[float]) -> tuple[float, float]:
    return math.fsum(profile[:NOON]), math.fsum(profile[NOON:])


def _shape(morning: float, afternoon: float, profile: Shares) -> Shares:
    parts = [part * (morning if place < NOON else afternoon) for place, part in enumerate(profile)]
    total = math.fsum(parts)
    return tuple(part / total for part in parts) if total else (0.0,) * len(profile)
