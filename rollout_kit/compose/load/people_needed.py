"""The fullest week on the phone, hour by hour: people needed against people there."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import groupby

from rollout_kit.capacity.answers import DayAnswer, PhoneDay
from rollout_kit.compose.load.shown import Shown
from rollout_kit.document import Chart
from rollout_kit.document.charts import HeatCell, HeatData
from rollout_kit.message import N_, plural_message

HALF_HOURS_AN_HOUR = 2


def people_needed(shown: Shown) -> Chart | None:
    """Return the picture; None where nobody waits on any channel."""
    week = _fullest(shown.expectation.days)
    if not week:
        return None
    rows = [(day, phone, _opening(shown, day)) for day in week if (phone := day.phone) is not None]
    opened = sorted({hour for _, _, minutes in rows for hour in range(24) if any(_halves(minutes, hour))})
    if not opened:
        return None
    hours = range(opened[0], opened[-1] + 1)
    cells = [tuple(_cell(phone, minutes, hour) for hour in hours) for _, phone, minutes in rows]
    say = shown.say
    data = HeatData(
        heads=(*(f"{hour:02d}" for hour in hours), f"{hours[-1] + 1:02d}"),
        rows=tuple((shown.words.day(day.date), row) for (day, _, _), row in zip(rows, cells, strict=True)),
        kind_words=(
            say(N_("needed; more are there")),
            say(N_("just as many are there")),
            say(N_("needed / there: too few")),
        ),
    )
    headline = _headline(cells, shown)
    text = N_("People who answer so that the target is met, in the week from {day}, at the middle figures.")
    reading = say(text, day=week[0].date)
    return Chart(headline=headline, reading=reading, data=data, description=f"{headline} {reading}")


def _headline(cells: Sequence[tuple[HeatCell, ...]], shown: Shown) -> str:
    short = sum(cell.kind == "short" for row in cells for cell in row)
    if not short:
        return shown.say(N_("In the fullest week there are enough people on the phone in every hour."))
    text = plural_message(
        N_("In {n} hour of the fullest week there are fewer people on the phone than the target takes."),
        N_("In {n} hours of the fullest week there are fewer people on the phone than the target takes."),
        short,
    )
    return shown.words.text(text)


def _fullest(days: Sequence[DayAnswer]) -> tuple[DayAnswer, ...]:
    """Return the days of the week in which most people are needed, summed over its half hours."""
    opened = (day for day in days if day.phone is not None and day.is_open)
    weeks = [tuple(week) for _, week in groupby(opened, key=lambda day: day.date - timedelta(days=day.date.weekday()))]
    return max(weeks, key=lambda week: sum(_asked(day.phone) for day in week), default=())


def _asked(phone: PhoneDay | None) -> float:
    return sum(float("inf") if people is None else people for people in phone.needed) if phone else 0


def _opening(shown: Shown, day: DayAnswer) -> Sequence[int]:
    return shown.question.first_level.opening[shown.question.index_of(day.date)]


def _halves(values: Sequence[int], hour: int) -> Sequence[int]:
    return values[hour * HALF_HOURS_AN_HOUR : (hour + 1) * HALF_HOURS_AN_HOUR]


def _cell(phone: PhoneDay, minutes: Sequence[int], hour: int) -> HeatCell:
    """Return an hour: the half of it that takes more people counts."""
    if not any(_halves(minutes, hour)):
        return HeatCell(kind="closed")
    needed = phone.needed[hour * HALF_HOURS_AN_HOUR : (hour + 1) * HALF_HOURS_AN_HOUR]
    known = [people for people in needed if people is not None]
    if len(known) < len(needed):
        return HeatCell(kind="short", words=f"– / {phone.there}")
    most = max(known)
    if most > phone.there:
        return HeatCell(kind="short", words=f"{most} / {phone.there}")
    return HeatCell(kind="just" if most == phone.there else "spare", words=str(most))
