"""The share of runs in which the support is still enough: the date is read off it, with how sure it is."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from rollout_kit.compose.load.marked import told_share
from rollout_kit.compose.load.series import day_ticks, shares
from rollout_kit.compose.load.shown import Shown
from rollout_kit.document import Chart
from rollout_kit.document.charts import StaircaseData
from rollout_kit.message import N_, Day, Percent

TARGET = 0.9  # of the runs: the support is enough if it holds in nine of ten


def still_fine(shown: Shown) -> Chart:
    """Return the picture."""
    say, question = shown.say, shown.question
    points = tuple(zip((day.date for day in question.days), shown.outlook.still_fine, strict=True))
    end, crossing = points[-1][1], next((point for point in points if point[1] < TARGET), None)
    data = StaircaseData(
        starts_on=question.starts_on,
        ends_on=question.ends_on,
        points=_falls(points),
        target=TARGET,
        target_words=say(N_("wanted: {share}"), share=Percent(TARGET)),
        steps=shares(shown.words, TARGET),
        days=day_ticks(question, shown.words),
        end_words=say(N_("{share} hold"), share=told_share(end)),
        end_note=say(N_("until {day}"), day=shown.words.short_date(question.ends_on)),
        crossing=crossing,
        crossing_words=_below(crossing[0], shown) if crossing else "",
    )
    text = N_("In {share} of the runs the support is enough until {day}; {target} are wanted.")
    headline = say(text, share=told_share(end), day=question.ends_on, target=Percent(TARGET))
    return Chart(headline=headline, reading=_reading(shown), data=data, description=_told(headline, data))


def _falls(points: Sequence[tuple[date, float]]) -> tuple[tuple[date, float], ...]:
    """Return the first day of every share."""
    return tuple(next(days) for _, days in groupby(points, key=lambda point: point[1]))


def _below(day: date, shown: Shown) -> str:
    return shown.say(N_("{day}: below {share}"), day=Day(day), share=Percent(TARGET))


def _reading(shown: Shown) -> str:
    return shown.say(
        N_(
            "A run falls out on the first of ten open days in a row on which a target is missed; a shorter breach does "
            "not count."
        )
    )


def _told(headline: str, data: StaircaseData) -> str:
    return f"{headline} {data.crossing_words}".strip()
