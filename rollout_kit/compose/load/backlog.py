"""What lies waiting, in the working days that it takes to clear it."""

from collections.abc import Sequence

from rollout_kit.compose.load.marked import days_off, ends, marks, rounded
from rollout_kit.compose.load.series import band_points, day_ticks, steps
from rollout_kit.compose.load.shown import Shown
from rollout_kit.document import Chart
from rollout_kit.document.charts import BandData, BandPoint
from rollout_kit.message import N_

MIDDLE = N_("middle {n} days")
OUTER = N_("{share}: {n} days")
LITTLE_DAYS = 0.5  # house value: a backlog of less is none


def backlog(shown: Shown) -> Chart:
    """Return the picture, of the level that gives way first."""
    say, target = shown.say, _target_days(shown)
    limit = None if target is None else [target] * len(shown.question.days)
    points = band_points(shown.groups, shown.of_level(shown.outlook.backlog_days), limit, max)
    data = BandData(
        starts_on=shown.question.starts_on,
        ends_on=shown.question.ends_on,
        points=points,
        unit=say(N_("Working days until what lies waiting is done, {level}"), level=shown.level.id),
        steps=steps(max(max(point.high, point.limit or 0.0) for point in points), shown.words),
        days=day_ticks(shown.question, shown.words),
        end_words=ends(points[-1], shown, MIDDLE, OUTER),
        limit_words="" if target is None else say(N_("promised: {n} days"), n=round(target, 2)),
        marks=marks(shown),
        days_off=days_off(shown),
        days_off_words=say(N_("days off")),
    )
    reading = (
        say(N_("Line and band as above; a point is the worst day of a week. Dashed: how soon tickets are to be begun."))
        if shown.is_weekly
        else say(N_("Line and band as above. Dashed: how soon tickets are to be begun."))
    )
    return Chart(headline=_headline(points, shown), reading=reading, data=data, description=_told(points, shown))


def _headline(points: Sequence[BandPoint], shown: Shown) -> str:
    middle, worst = max(point.middle for point in points), max(point.high for point in points)
    if worst < LITTLE_DAYS:
        return shown.say(N_("What lies waiting is done within half a day, in the worst tenth of the runs too."))
    text = N_("At worst {middle} working days of work lie waiting, in the worst tenth of the runs {worst}.")
    return shown.say(text, middle=rounded(middle), worst=rounded(worst))


def _told(points: Sequence[BandPoint], shown: Shown) -> str:
    top, last = max(points, key=lambda point: point.middle), points[-1]
    text = N_(
        "Working days of work that lie waiting: at most {most} in the middle, about {day}; "
        "at the end {middle}, between {low} and {high}."
    )
    return shown.say(
        text, most=rounded(top.middle), day=top.day, middle=rounded(last.middle), low=rounded(last.low),
        high=rounded(last.high),
    )  # fmt: skip


def _target_days(shown: Shown) -> float | None:
    """Return the promise to begin a ticket, in open days of the level; None where there is no such promise."""
    level, question = shown.level, shown.question
    target = level.target
    if level.id == question.first_level.id:
        target = next((channel.target for channel in question.channels if not channel.is_waiting), None)
    if target is None or not level.open_days_per_week or not level.open_hours_per_week:
        return None
    return target.within_hours / (level.open_hours_per_week / level.open_days_per_week)
