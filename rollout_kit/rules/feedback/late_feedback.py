"""FBL105."""

from collections.abc import Iterator
from datetime import date, timedelta

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Lacks, Outcome, rule
from rollout_kit.description.improvement import Feedback
from rollout_kit.finding import Severity, Violation
from rollout_kit.message import N_, Day, Parameter, message
from rollout_kit.plan.frame import frame_of
from rollout_kit.rules.rounds import first_round

THIRD_WEEK = 15  # day of the plan on which it begins
LATEST = 21  # day of the plan on which it ends


@rule(
    "FBL105",
    "late-feedback",
    title=N_("Users are heard too late, or not at all"),
    severity=Severity.MEDIUM,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("put a weekly round of operations, provider and users into the calendars, the first by {latest}"),
)
def late_feedback(case: Case) -> Iterator[Outcome]:
    """Users are heard too late, or not at all.

    Fires where no round of `feedback` with `users` is held in the third week of the plan: from its day 15 on, on day 21
    at the latest. A weekly or daily round that began before goes on. In a plan of 14 days the third week comes after
    its end. A round that does not say from when on it is held, or that began before and does not say how often, cannot
    be judged.

    By the third week users have built their own ways around whatever does not work. Later nobody tells of them.

    Not ready:

        [[feedback]]
        name = "Users' round"
        every = "week"
        from = 2027-02-01
        users = true

    Ready:

        [[feedback]]
        name = "Users' round"
        every = "week"
        from = 2027-01-31
        users = true

    Source: regular rounds of operations, provider and users from the third week on, our own practice [D].
    """
    day_one = frame_of(case.whole, case.calendars).first_day
    third_week = day_one + timedelta(days=THIRD_WEEK - 1)
    latest = day_one + timedelta(days=LATEST - 1)
    heard = [(index, each) for index, each in enumerate(case.rollout.feedback) if each.users]
    days = [(day, index, each.name) for index, each in heard if (day := first_round(each, third_week)) is not None]
    if days and min(days)[0] <= latest:
        return
    lacking = tuple(key for index, each in heard for key in _lacking(index, each, third_week))
    if lacking:
        yield Lacks(lacking)
        return
    parameters: dict[str, Parameter] = {"subject": message(N_("feedback of users")), "latest": Day(latest)}
    if not days:
        text = N_("no round hears the users from the third week on, which begins on {day}")
        yield Violation(("feedback",), {**parameters, "fault": message(text, day=Day(third_week))})
        return
    day, index, name = min(days)
    text = N_('"{round}" hears the users on {day}; the third week of the plan ends on {latest}')
    fault = message(text, round=name, day=Day(day), latest=Day(latest))
    yield Violation(("feedback", index), {**parameters, "fault": fault}, at=("feedback", index, "from"))


def _lacking(index: int, meeting: Feedback, third_week: date) -> Iterator[str]:
    if meeting.starts_on is None:
        yield f"feedback.{index}.from"
    elif meeting.starts_on < third_week and meeting.every is None:
        yield f"feedback.{index}.every"
