"""COM102."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Day, Message, message
from rollout_kit.plan.frame import frame_of
from rollout_kit.rules.site_languages import sent_messages

SLACK: Mapping[int, int] = {30: 3, 14: 2, 7: 2, 1: 1, 0: 0}
"""Days before go-live on which a message is due, and by how many it may miss them."""


@rule(
    "COM102",
    "message-gap",
    title=N_("Before go-live users hear nothing for too long"),
    severity=Severity.MEDIUM,
    stage="description",
    message=N_("no message to the users is dated around {days}"),
    remedy=N_("date a message for each, the last one with what to expect on the first day"),
    cure=Cure(id="add-messages", text=N_("Add messages: {subject}"), minutes=30, further_minutes=10,
              owner="owner-of:user_communication", before="p0.25"),
)  # fmt: skip
def message_gap(case: Case) -> Iterator[Outcome]:
    """Before go-live users hear nothing for too long.

    Fires where no message to the users is dated within 3 days of the day 30 days before go-live, within 2 of those 14
    and 7 days before, within 1 of the day before, or on the day itself. What lies before the first day of the plan is
    not asked for.

    People forget what is a month away, and prepare for what is tomorrow; they need to hear of it in both states.

    Not ready:

        [[messages]]
        audience = "users"
        date = 2027-02-09

    Ready:

        [[messages]]
        audience = "users"
        date = 2027-01-13

        [[messages]]
        audience = "users"
        date = 2027-01-24

        [[messages]]
        audience = "users"
        date = 2027-02-04

        [[messages]]
        audience = "users"
        date = 2027-02-07

        [[messages]]
        audience = "users"
        date = 2027-02-09

    Source: windows before go-live, moxo [E]; five mails in four weeks, guide of Google Apps [E].
    """
    dated = {each.date for _, each in sent_messages(case.rollout) if each.audience == "users"}
    first_day = frame_of(case.whole, case.calendars).first_day
    missing = [days for days in SLACK if not _is_reached(case.go_live, days, dated, first_day)]
    if missing:
        told = tuple(_told(days, case.go_live) for days in missing)
        yield Violation(("messages",), {"subject": message(N_("days without news")), "days": told})


def _is_reached(go_live: date, days: int, dated: set[date], first_day: date) -> bool:
    """Whether a message is dated near enough; a window that ends before the plan begins needs none."""
    due, slack = go_live - timedelta(days=days), timedelta(days=SLACK[days])
    return due + slack < first_day or any(due - slack <= day <= due + slack for day in dated)


def _told(days: int, go_live: date) -> Message:
    due = Day(go_live - timedelta(days=days))
    return message(N_("{day} (T−{n})"), day=due, n=days) if days else message(N_("{day} (go-live)"), day=due)
