"""PLN103."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Outcome, rule
from rollout_kit.finding import Severity, Violation
from rollout_kit.message import N_, Day

LEAST_DAYS = 2  # house value: outage and dry run need a night between them


@rule(
    "PLN103",
    "too-few-test-days",
    title=N_("There are too few days on which a test may lie"),
    severity=Severity.HIGH,
    stage="plan",
    message=N_("{n} day between {second_half} and go-live on {go_live} is left for tests; {least} are needed"),
    plural=N_("{n} days between {second_half} and go-live on {go_live} are left for tests; {least} are needed"),
    remedy=N_("move go-live to a later day, or let the plan have more days"),
)
def too_few_test_days(case: Case) -> Iterator[Outcome]:
    """There are too few days on which a test may lie.

    Fires where fewer than 2 days fit: working days of both sides in the second half of the plan, with three working
    days left before go-live to repair what the tests find.

    Tests on a single day are tests that nobody has time to learn from.

    Not ready:

        [rollout]
        days = 14
        go_live = 2027-01-22

    Ready:

        [rollout]
        days = 14
        go_live = 2027-01-25

    Source: our own placement of such plans [D].
    """
    days = len(case.plan.test_days)
    if days < LEAST_DAYS:
        yield Violation(
            ("rollout", "go_live"),
            {
                "n": days,
                "second_half": Day(case.plan.second_half_from),
                "go_live": Day(case.plan.go_live),
                "least": LEAST_DAYS,
            },
        )
