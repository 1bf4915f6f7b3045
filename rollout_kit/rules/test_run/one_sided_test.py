"""TST103."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Judged, Lacks, Outcome, rule
from rollout_kit.description.tryout import TestRun
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Parameter
from rollout_kit.rules.trials import scenario_name


@rule(
    "TST103",
    "one-sided-test",
    title=N_("A test is played by one house alone"),
    severity=Severity.HIGH,
    stage="description",
    message=N_('"{subject}" is played by people of {house} alone, without {other}'),
    remedy=N_("invite people of {other}, by name and for the same hour"),
    cure=Cure(id="arrange-test", text=N_("Arrange the test: {subject}"), minutes=30, further_minutes=15, owner="OL",
              before="p0.50"),
)  # fmt: skip
def one_sided_test(case: Case) -> Iterator[Outcome]:
    """A test is played by one house alone.

    Fires for every test whose `sides` name one house. Scenarios that the playbook makes for one house are excepted, as
    `provider-unreachable` is. A test that does not say its `sides` cannot be judged.

    In an outage two houses act as one, and the first minutes go into finding out how. Played alone, that stays untried.

    Not ready:

        [[tests]]
        scenario = "major-outage"
        date = 2027-02-02
        sides = ["provider"]

    Ready:

        [[tests]]
        scenario = "major-outage"
        date = 2027-02-02
        sides = ["customer", "provider"]

        [[tests]]
        scenario = "provider-unreachable"
        date = 2027-02-03
        sides = ["customer"]

    Source: joint exercises, BSI OPS.2.3.A22 [E].
    """
    if not case.rollout.tests:
        yield Lacks(("tests",))
    for index, test in enumerate(case.rollout.tests):
        yield _judged(case, index, test)


def _judged(case: Case, index: int, test: TestRun) -> Outcome:
    scenario = case.playbook.scenario(test.scenario)
    if scenario is not None and len(scenario.sides) == 1:
        return Judged()
    if not test.sides:
        return Lacks((f"tests.{index}.sides",))
    if len(set(test.sides)) > 1:
        return Judged()
    houses = (case.rollout.customer.name, case.rollout.provider.name)
    house, other = houses if test.sides[0] == "customer" else reversed(houses)
    parameters: dict[str, Parameter] = {"subject": scenario_name(case, test.scenario), "house": house, "other": other}
    return Violation(("tests", index), parameters, at=("tests", index, "sides"))
