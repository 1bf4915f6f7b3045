"""What pictures over time share: what begins, days off, the names at the ends of lines, rounded figures."""

from collections.abc import Iterator
from itertools import groupby

from rollout_kit.capacity.names import begins
from rollout_kit.compose.load.shown import Shown
from rollout_kit.document.charts import BandPoint, DayMark, Stretch
from rollout_kit.message import N_, Percent

WHOLE_FROM = 100  # from here on no decimals


def marks(shown: Shown) -> tuple[DayMark, ...]:
    """Return what begins: the waves with their sites and people, those of a day as one."""
    return tuple(_marks(shown))


def days_off(shown: Shown) -> tuple[Stretch, ...]:
    """Return the days on which the level that is asked first is closed, though it is open on such a weekday."""
    days = shown.question.days
    opened = {day.date.weekday() for day in days if day.is_open}
    closed = (day.date for day in days if not day.is_open and day.date.weekday() in opened)
    return tuple(Stretch(starts_on=day, ends_on=day, word="") for day in closed)


def ends(last: BandPoint, shown: Shown, middle: str, outer: str) -> tuple[str, str, str]:
    """Return the last values in words: `middle` with `{n}`, and `outer` with `{share}` of the runs and `{n}`."""
    return (
        shown.say(outer, share=Percent(0.1), n=rounded(last.low)),
        shown.say(middle, n=rounded(last.middle)),
        shown.say(outer, share=Percent(0.9), n=rounded(last.high)),
    )


def rounded(value: float) -> float:
    """Return a figure as it is told: a decimal below a hundred."""
    return round(value, 1) if value < WHOLE_FROM else round(value)


def told_share(share: float) -> Percent:
    """Return a share of runs as it is told: whole per cents."""
    return Percent(round(share, 2))


def _marks(shown: Shown) -> Iterator[DayMark]:
    ordered = sorted(shown.question.waves, key=lambda wave: wave.date)
    for day, waves in groupby(ordered, key=lambda wave: wave.date):
        begun = begins(tuple(waves), shown.rollout.site_by_id)
        said = shown.say(N_("{day}: {what}"), day=shown.words.day_month(day), what=begun or "")
        yield DayMark(day=day, words=said, is_go_live=day == shown.go_live)
