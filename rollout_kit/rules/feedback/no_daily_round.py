"""FBL101."""

from collections.abc import Iterator
from datetime import date

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Lacks, Outcome, rule
from rollout_kit.description.improvement import Feedback
from rollout_kit.finding import Severity, Violation
from rollout_kit.message import N_, Day, Duration, Parameter, Unit, message

LONGEST = Duration(amount=15, unit=Unit.MINUTE)  # kevstemplates (E)
DAYS = 10  # working days from go-live, kevstemplates (E)


@rule(
    "FBL101",
    "no-daily-round",
    title=N_("In the first two weeks operations do not meet every day"),
    severity=Severity.MEDIUM,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("put a daily round of at most {longest} into the calendars, from {first} on for {days} working days"),
)
def no_daily_round(case: Case) -> Iterator[Outcome]:
    """In the first two weeks operations do not meet every day.

    Fires where no round of `feedback` is held every day, takes at most 15 minutes, and is there from the first working
    day after go-live on; it is meant for ten of them. A daily round without `length` or `from` cannot be judged.

    In the first days something new is known every morning. Whoever hears of it on Friday has had a bad week.

    Not ready:

        [[feedback]]
        name = "Daily round"
        every = "day"
        from = 2027-02-10
        length = "16 min"

    Ready:

        [[feedback]]
        name = "Daily round"
        every = "day"
        from = 2027-02-10
        length = "15 min"

    Source: daily meetings in the first ten days, kevstemplates [E].
    """
    first = case.calendars.add_working_days(case.go_live, 1)
    daily = [(index, each) for index, each in enumerate(case.rollout.feedback) if each.every == "day"]
    if any(_is_well(each, first) for _, each in daily):
        return
    lacking = tuple(
        f"feedback.{index}.{key}"
        for index, each in daily
        for key, value in (("from", each.starts_on), ("length", each.length))
        if value is None
    )
    if lacking:
        yield Lacks(lacking)
    elif daily:
        yield _violation(first, *daily[0])
    else:
        fault = message(N_("no round is held every day in the first {days} working days after go-live"), days=DAYS)
        yield Violation(("feedback",), _parameters(first) | {"fault": fault})


def _is_well(meeting: Feedback, first: date) -> bool:
    if meeting.length is None or meeting.starts_on is None:
        return False
    return meeting.length.minutes <= LONGEST.minutes and meeting.starts_on <= first


def _violation(first: date, index: int, meeting: Feedback) -> Violation:
    is_late = meeting.starts_on is not None and meeting.starts_on > first
    if is_late and meeting.starts_on is not None:
        text = N_('"{round}" is held every day from {day} on; {first} is the first working day after go-live')
        fault = message(text, round=meeting.name, day=Day(meeting.starts_on), first=Day(first))
    else:
        given = meeting.length or LONGEST
        text = N_('"{round}" takes {given} every day; {longest} are the most')
        fault = message(text, round=meeting.name, given=given, longest=LONGEST)
    at = ("feedback", index, "from" if is_late else "length")
    return Violation(("feedback", index), _parameters(first) | {"fault": fault}, at=at)


def _parameters(first: date) -> dict[str, Parameter]:
    return {"subject": message(N_("daily round")), "first": Day(first), "longest": LONGEST, "days": DAYS}
