"""COM105."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Outcome, rule
from rollout_kit.finding import Severity, Violation
from rollout_kit.message import N_


@rule(
    "COM105",
    "no-delay-notice",
    title=N_("No notice lies ready for a delay"),
    severity=Severity.LOW,
    stage="description",
    message=N_("no message of the kind delay lies ready"),
    remedy=N_("write it now and keep it: that go-live moves, to when, and what stays as it is"),
)
def no_delay_notice(case: Case) -> Iterator[Outcome]:
    """No notice lies ready for a delay.

    Fires where none of `messages` has `kind = "delay"`.

    Go-live is put off in the evening, by tired people. The words for it are better found weeks before.

    Not ready:

        [[messages]]
        audience = "users"
        date = 2027-02-09
        kind = "go_live"

    Ready:

        [[messages]]
        audience = "users"
        date = 2027-02-09
        kind = "delay"

    Source: a prepared delay notice, thechangeplaybook [E].
    """
    if not any(each.kind == "delay" for each in case.rollout.messages):
        yield Violation(("messages",))
