"""When rounds of feedback are held, and how long an answer takes: what rules on feedback share."""

from calendar import monthrange
from datetime import date, timedelta

from rollout_kit.description.improvement import Feedback
from rollout_kit.message import Duration, Unit

WORKING_DAYS = {Unit.DAY: 1, Unit.WEEK: 5, Unit.MONTH: 21}  # house value: so many are in each
HOURS_A_DAY = 24
MONTHS = 12


def first_round(meeting: Feedback, since: date) -> date | None:
    """Return the first day from `since` on, that day included, on which a round is held; None if it is not known.

    A round without `every` is held once.
    """
    start = meeting.starts_on
    if start is None or start >= since:
        return start
    if meeting.every == "day":
        return since
    if meeting.every == "week":
        return since + timedelta(days=(start - since).days % 7)
    if meeting.every == "month":
        months = (since.year - start.year) * MONTHS + since.month - start.month
        held = _months_after(start, months)
        return held if held >= since else _months_after(start, months + 1)
    return None


def working_days(length: Duration) -> float:
    """Return a length of time in working days: a day is one, a week five."""
    per_unit = WORKING_DAYS.get(length.unit)
    return length.amount * per_unit if per_unit else length.hours / HOURS_A_DAY


def _months_after(day: date, months: int) -> date:
    """Return the same day of a later month, or its last."""
    years, month = divmod(day.month - 1 + months, MONTHS)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
