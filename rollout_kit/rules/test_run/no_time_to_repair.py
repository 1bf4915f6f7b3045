"""TST102."""

from collections.abc import Iterator
from datetime import date, timedelta

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Judged, Lacks, Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Day, Parameter
from rollout_kit.rules.trials import dated_tests, scenario_name, undated_tests

LEAST_DAYS = 3  # house value
ONE_DAY = timedelta(days=1)


@rule(
    "TST102",
    "no-time-to-repair",
    title=N_("What a test finds cannot be repaired before go-live"),
    severity=Severity.HIGH,
    stage="description",
    message=N_('"{subject}" on {day} leaves {n} working day before go-live on {go_live}; {least} are the least'),
    plural=N_('"{subject}" on {day} leaves {n} working days before go-live on {go_live}; {least} are the least'),
    remedy=N_("move the test to an earlier day, or go-live to a later one"),
    cure=Cure(id="arrange-test", text=N_("Arrange the test: {subject}"), minutes=30, further_minutes=15, owner="OL",
              before="p0.50"),
)  # fmt: skip
def no_time_to_repair(case: Case) -> Iterator[Outcome]:
    """What a test finds cannot be repaired before go-live.

    Fires for every test with fewer than 3 working days of the customer between it and go-live, neither day counted. A
    test after go-live repairs nothing before it, and is left out here.

    A test finds something: that is what it is for. Found on the eve, it becomes a known fault that all users meet.

    Not ready:

        [[tests]]
        scenario = "major-outage"
        date = 2027-02-04

    Ready:

        [[tests]]
        scenario = "major-outage"
        date = 2027-02-03

    Source: three working days are ours [D].
    """
    tests, lacking = dated_tests(case.rollout, case.go_live), undated_tests(case.rollout)
    if lacking or not tests:
        yield Lacks(lacking or ("tests",))
    for index, scenario, day in tests:
        yield _judged(case, index, scenario, day)


def _judged(case: Case, index: int, scenario: str, day: date) -> Outcome:
    left = len(case.calendars.working_days("customer", day + ONE_DAY, case.go_live - ONE_DAY))
    if left >= LEAST_DAYS:
        return Judged()
    parameters: dict[str, Parameter] = {
        "subject": scenario_name(case, scenario),
        "day": Day(day),
        "n": left,
        "go_live": Day(case.go_live),
        "least": LEAST_DAYS,
    }
    return Violation(("tests", index), parameters, at=("tests", index, "date"))
