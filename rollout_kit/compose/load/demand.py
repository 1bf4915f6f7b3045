"""Hours of work that come in against the hours that people have for them."""

from collections.abc import Sequence

from rollout_kit.compose.load.marked import days_off, ends, marks, rounded
from rollout_kit.compose.load.series import band_points, day_ticks, mean, steps
from rollout_kit.compose.load.shown import Shown
from rollout_kit.document import Chart
from rollout_kit.document.charts import BandData, BandPoint
from rollout_kit.message import N_

MIDDLE = N_("middle {n} h")
OUTER = N_("{share}: {n} h")


def demand(shown: Shown) -> Chart:
    """Return the picture, of the level that gives way first."""
    say = shown.say
    limit = shown.of_level(shown.outlook.capacity).middle
    points = band_points(shown.groups, shown.of_level(shown.outlook.demand), limit, mean)
    last = points[-1]
    data = BandData(
        starts_on=shown.question.starts_on,
        ends_on=shown.question.ends_on,
        points=points,
        unit=say(N_("Hours of work on an open day, {level}"), level=shown.level.id),
        steps=steps(max(max(point.high, _limit(point)) for point in points), shown.words),
        days=day_ticks(shown.question, shown.words),
        end_words=ends(last, shown, MIDDLE, OUTER),
        limit_words=say(N_("people have {n} h"), n=rounded(_limit(last))),
        marks=marks(shown),
        days_off=days_off(shown),
        days_off_words=say(N_("days off")),
    )
    return Chart(
        headline=_headline(points, shown), reading=_reading(shown), data=data, description=_told(points, shown)
    )


def _limit(point: BandPoint) -> float:
    return point.limit or 0.0


def _headline(points: Sequence[BandPoint], shown: Shown) -> str:
    """Return in how many weeks or days there is more work than people's hours, in the middle and in the worst tenth."""
    middle = sum(point.middle > _limit(point) for point in points)
    worst = sum(point.high > _limit(point) for point in points)
    if not worst:
        return shown.say(N_("The hours are enough from the first day to the last, in the worst tenth of the runs too."))
    text = (
        N_("In {n} of {all} weeks there is more work than hours; in the worst tenth of the runs in {worst}.")
        if shown.is_weekly
        else N_("On {n} of {all} days there is more work than hours; in the worst tenth of the runs on {worst}.")
    )
    return shown.say(text, n=middle, all=len(points), worst=worst)


def _reading(shown: Shown) -> str:
    text = (
        N_(
            "The line is the middle of {runs} runs, eight in ten lie in the grey band; a point is the mean of a week. "
            "Dashed: the hours that people have."
        )
        if shown.is_weekly
        else N_(
            "The line is the middle of {runs} runs, eight in ten lie in the grey band. "
            "Dashed: the hours that people have."
        )
    )
    return shown.say(text, runs=shown.outlook.runs)


def _told(points: Sequence[BandPoint], shown: Shown) -> str:
    top, last = max(points, key=lambda point: point.middle), points[-1]
    text = N_(
        "Hours of work on an open day: at most {most} in the middle, about {day}; "
        "at the end {middle}, between {low} and {high}. People have {limit} then."
    )
    return shown.say(
        text, most=rounded(top.middle), day=top.day, middle=rounded(last.middle), low=rounded(last.low),
        high=rounded(last.high), limit=rounded(_limit(last)),
    )  # fmt: skip
