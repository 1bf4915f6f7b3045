"""TST101."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, NotApplicable, Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Day, message, plural_message
from rollout_kit.rules.trials import scenario_name


@rule(
    "TST101",
    "mandatory-test-missing",
    title=N_("A test that no rollout goes without is not dated"),
    severity=Severity.HIGH,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("date what is missing before go-live on {go_live}, in the second half of the plan, with all who play it"),
    cure=Cure(id="arrange-test", text=N_("Arrange the test: {subject}"), minutes=30, further_minutes=15, owner="OL",
              before="p0.50"),
)  # fmt: skip
def mandatory_test_missing(case: Case) -> Iterator[Outcome]:
    """A test that no rollout goes without is not dated.

    Fires where a mandatory scenario of the playbook is not dated before go-live: once for all that `tests` does not
    name, and for each that it names without a date or with a later one. The scenarios are `major-outage`, `restore`,
    `provider-unreachable`, `escalation-out-of-hours` and `phishing`; a company's own playbook may have fewer or more.
    That the plan gives them dates does not help: the people of both sides have to agree to them.

    What goes wrong in the first month is known beforehand. It goes wrong in the test, or with all users.

    Not ready:

        [[tests]]
        scenario = "major-outage"
        date = 2027-02-09

    Ready:

        [[tests]]
        scenario = "major-outage"
        date = 2027-02-02

        [[tests]]
        scenario = "restore"
        date = 2027-02-01

        [[tests]]
        scenario = "provider-unreachable"
        date = 2027-02-03

        [[tests]]
        scenario = "escalation-out-of-hours"
        date = 2027-01-28

        [[tests]]
        scenario = "phishing"
        date = 2027-01-29

    Source: without a game day the risk is high, AWS ORR [T]; the choice of scenarios is ours [D].
    """
    wanted = case.playbook.mandatory_scenarios
    if not wanted:
        yield NotApplicable()
        return
    named = {test.scenario for test in case.rollout.tests}
    missing = [scenario for scenario in wanted if scenario not in named]
    if missing:
        names = tuple(message(N_('"{name}"'), name=scenario_name(case, scenario)) for scenario in missing)
        fault = plural_message(
            N_("{n} of {total} mandatory tests is not dated before go-live: {names}"),
            N_("{n} of {total} mandatory tests are not dated before go-live: {names}"),
            len(missing), total=len(wanted), names=names,
        )  # fmt: skip
        subject = message(N_("mandatory tests"))
        yield Violation(("tests",), {"subject": subject, "go_live": Day(case.go_live), "fault": fault})
    for scenario in wanted:
        if scenario in named:
            yield from _in_time(case, scenario)


def _in_time(case: Case, scenario: str) -> Iterator[Outcome]:
    tests = [(index, test.date) for index, test in enumerate(case.rollout.tests) if test.scenario == scenario]
    if any(day is not None and day < case.go_live for _, day in tests):
        return
    index, day = tests[0]
    test, go_live = scenario_name(case, scenario), Day(case.go_live)
    if day is None:
        fault = message(N_('the mandatory test "{test}" has no date'), test=test)
    else:
        text = N_('the mandatory test "{test}" is on {day}, not before go-live on {go_live}')
        fault = message(text, test=test, day=Day(day), go_live=go_live)
    path = ("tests", index)
    at = path if day is None else (*path, "date")
    yield Violation(path, {"subject": test, "go_live": go_live, "fault": fault}, at=at)
