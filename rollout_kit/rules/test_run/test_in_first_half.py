"""TST106."""

from collections.abc import Iterator
from datetime import timedelta

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Judged, Lacks, Outcome, rule
from rollout_kit.finding import Severity, Violation
from rollout_kit.message import N_, Day, message
from rollout_kit.plan.frame import frame_of
from rollout_kit.rules.trials import dated_tests, scenario_name, undated_tests


@rule(
    "TST106",
    "test-in-first-half",
    title=N_("The test run comes before there is anything to try, or not at all"),
    severity=Severity.HIGH,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("put the tests between {second_half} and go-live on {go_live}, with time left to repair"),
)
def test_in_first_half(case: Case) -> Iterator[Outcome]:
    """The test run comes before there is anything to try, or not at all.

    Fires where no test is dated before go-live, and for every scenario that is played in the first half of the plan and
    not again in the second. In a plan of 30 days the second half begins on day 16, in one of 21 on day 11.

    In the first half roles, numbers and lessons are being made. A test of what is not there yet shows that it is not
    there yet.

    Not ready:

        [[tests]]
        scenario = "major-outage"
        date = 2027-01-25

    Ready:

        [[tests]]
        scenario = "major-outage"
        date = 2027-01-26

    Source: an extensive test run with typical scenarios in the second half, our own practice [D].
    """
    tests = dated_tests(case.rollout, case.go_live - timedelta(days=1))
    lacking = undated_tests(case.rollout)
    second_half = frame_of(case.whole, case.calendars).second_half_from
    dates = {"second_half": Day(second_half), "go_live": Day(case.go_live)}
    if lacking:
        yield Lacks(lacking)
    elif not tests:
        fault = message(N_("there is no test run: no test is dated before go-live on {go_live}"), **dates)
        yield Violation(("tests",), {"subject": message(N_("test run")), "fault": fault, **dates})
    again = {scenario for _, scenario, day in tests if day >= second_half}
    again |= {test.scenario for test in case.rollout.tests if test.date is None}
    for index, scenario, day in tests:
        if scenario in again:
            yield Judged()
            continue
        fault = message(
            N_('"{test}" is on {day}, in the first half of the plan; the second begins on {second_half}'),
            test=scenario_name(case, scenario), day=Day(day), **dates,
        )  # fmt: skip
        yield Violation(
            ("tests", index),
            {"subject": scenario_name(case, scenario), "fault": fault, **dates},
            at=("tests", index, "date"),
        )
