"""Working time of both houses, for one rollout."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from rollout_kit.calendars.days_off import days_off
from rollout_kit.calendars.holiday import Holiday
from rollout_kit.calendars.keeper import Keeper, Side, keeper_of
from rollout_kit.calendars.notes import region_notes
from rollout_kit.calendars.presence import (
    AFTERNOON,
    HALF_DAY_MINUTES,
    Span,
    afternoon_of,
    before,
    length,
    morning_of,
    shared,
    united,
    without,
)
from rollout_kit.description.organisations import Freeze
from rollout_kit.description.people import Absence, ExtraHours
from rollout_kit.description.quantities import Stretch
from rollout_kit.description.rollout import Rollout
from rollout_kit.message import Message

HalfDays = tuple[int, int]
"""Minutes before and after lunch."""
HalfSpans = tuple[tuple[Span, ...], tuple[Span, ...]]
"""When somebody is there, before and after lunch."""
DaysOff = Mapping[date, Holiday]

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Calendars:
    """Who works when. Days are those of the person's own calendar; time zones play no part in half-days.

    A *working day* of the customer is Monday to Friday, as its people work unless they say otherwise
    (`customer.hours` tell when users rely on the service); of the provider, the weekdays of `provider.hours`,
    Monday to Friday where they are absent or 24x7. Public and added holidays are none; half days are.

    A person is named by id; a vendor by its id; `customer:to-be-named` and `provider:to-be-named` work as
    their organisation does. An unknown name raises KeyError.
    """

    rollout: Rollout
    _keepers: dict[str, Keeper] = field(default_factory=dict, init=False, repr=False, compare=False)
    _years: dict[tuple[str, int], Mapping[date, Holiday]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _ordinary: dict[tuple[str, int, bool | None], HalfSpans] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _free: dict[tuple[str, date], HalfDays] = field(default_factory=dict, init=False, repr=False, compare=False)
    _regular: dict[tuple[str, date], HalfDays] = field(default_factory=dict, init=False, repr=False, compare=False)

    def works(self, side: Side, day: date) -> float:
        """Return 1 for a working day, 0.5 for a half one, 0 for a day off."""
        morning, afternoon = self.free_minutes(side, day)
        return ((morning > 0) + (afternoon > 0)) / 2

    def works_both(self, day: date) -> bool:
        """Whether both sides work, if only for half the day."""
        return self.works("customer", day) > 0 and self.works("provider", day) > 0

    def working_days(self, side: Side, first: date, last: date) -> tuple[date, ...]:
        """Return the working days of a side from `first` to `last`, both inclusive."""
        return tuple(day for day in _days(first, last) if self.works(side, day))

    def add_working_days(self, day: date, n: int, side: Side = "customer") -> date:
        """Return the n-th working day after `day`, before it if n is negative; for 0 `day` itself or the next."""
        if n == 0:
            return day if self.works(side, day) else self.add_working_days(day, 1, side)
        step = _ONE_DAY if n > 0 else -_ONE_DAY
        for _ in range(abs(n)):
            day += step
            while not self.works(side, day):
                day += step
        return day

    def free_minutes(self, person_ref: str, day: date) -> HalfDays:
        """Return minutes of presence before and after lunch, 240 at most each.

        Hours of the week less days off and absences, and `extra` hours where that left nothing: they count on
        holidays, but not in an absence, so that whoever falls ill is not at the cut-over either.
        """
        key = (person_ref, day)
        if key not in self._free:
            self._free[key] = self._presence(person_ref, day)
        return self._free[key]

    def regular_minutes(self, person_ref: str, day: date) -> HalfDays:
        """Return minutes of presence before and after lunch without the agreed `extra` hours."""
        if all(extra.date != day for extra in self._keeper(person_ref).extra):
            return self.free_minutes(person_ref, day)
        key = (person_ref, day)
        if key not in self._regular:
            self._regular[key] = self._presence(person_ref, day, with_extra=False)
        return self._regular[key]

    def extra_hours(self, person_ref: str) -> tuple[ExtraHours, ...]:
        """Return the evenings and weekends agreed with a person, as written."""
        return self._keeper(person_ref).extra

    def is_away(self, person_ref: str, day: date) -> Absence | None:
        """Return the first absence that covers a day, both ends included."""
        absences = self._keeper(person_ref).absences
        return next((absence for absence in absences if absence.starts_on <= day <= absence.ends_on), None)

    def holiday_of(self, side_or_person: str, day: date) -> Holiday | None:
        """Return the day off that falls on a day, half ones included, whether or not it is a weekday."""
        return self._days_off(side_or_person, day.year).get(day)

    def holidays_between(self, side_or_person: str, first: date, last: date) -> tuple[Holiday, ...]:
        """Return the days off from `first` to `last`, both inclusive, in order."""
        years = range(first.year, last.year + 1)
        found = [holiday for year in years for holiday in self._days_off(side_or_person, year).values()]
        return tuple(holiday for holiday in found if first <= holiday.date <= last)

    def freeze_on(self, day: date) -> Freeze | None:
        """Return the first freeze of the customer that covers a day, both ends included."""
        freezes = self.rollout.customer.freeze
        return next((freeze for freeze in freezes if freeze.starts_on <= day <= freeze.ends_on), None)

    @property
    def notes(self) -> tuple[Message, ...]:
        """What is not known about regions, each said once: no region, an unknown one, one that falls back."""
        return region_notes(self.rollout)

    def common_minutes(self, person_refs: Sequence[str], day: date, half: int) -> int:
        """Return how long all are there at the same time, before (half 0) or after lunch (1)."""
        spans = [self._spans(ref, day)[half] for ref in dict.fromkeys(person_refs)]
        common = spans[0] if spans else ()
        for other in spans[1:]:
            common = shared(common, other)
        return length(common)

    def _presence(self, ref: str, day: date, *, with_extra: bool = True) -> HalfDays:
        early, late = self._spans(ref, day, with_extra=with_extra)
        return min(HALF_DAY_MINUTES, length(early)), min(HALF_DAY_MINUTES, length(late))

    def _spans(self, ref: str, day: date, *, with_extra: bool = True) -> HalfSpans:
        """Return when somebody is there; a day without agreed hours is as every one of its weekday."""
        keeper, holiday = self._keeper(ref), self.holiday_of(ref, day)
        if self.is_away(ref, day):
            return (), ()
        agreed = [extra for extra in keeper.extra if with_extra and extra.date == day]
        kind = (ref, day.weekday(), holiday.half if holiday else None)
        if agreed or kind not in self._ordinary:
            spans = _halves(keeper.hours.on(day.weekday()), holiday, agreed)
            if agreed:
                return spans
            self._ordinary[kind] = spans
        return self._ordinary[kind]

    def _keeper(self, ref: str) -> Keeper:
        if ref not in self._keepers:
            self._keepers[ref] = keeper_of(self.rollout, ref)
        return self._keepers[ref]

    def _days_off(self, ref: str, year: int) -> DaysOff:
        key = (ref, year)
        if key not in self._years:
            keeper = self._keeper(ref)
            self._years[key] = days_off(keeper.region, keeper.changes, year)
        return self._years[key]


def _days(first: date, last: date) -> Iterator[date]:
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)


def _halves(stretches: Sequence[Stretch], holiday: Holiday | None, extra: Sequence[ExtraHours]) -> HalfSpans:
    """Return when somebody with these hours and agreed ones is there, before and after lunch."""
    ordinary = tuple((stretch.starts_at, stretch.ends_at) for stretch in stretches)
    mornings = () if holiday and not holiday.half else morning_of(ordinary)
    afternoons = () if holiday else afternoon_of(ordinary)
    present = mornings + afternoons if holiday else ordinary
    added = without(united((agreed.starts_at, agreed.ends_at) for agreed in extra), present)
    early = before(AFTERNOON, added)
    return united((*mornings, *early)), united((*afternoons, *without(added, early)))
