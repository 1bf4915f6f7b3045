"""The tests of a description, as rules speak of them."""

from datetime import date

from rollout_kit.assess.case import Case
from rollout_kit.description.rollout import Rollout
from rollout_kit.message import Message, playbook_text, verbatim


def scenario_name(case: Case, scenario: str) -> Message:
    """Return the playbook's name of a scenario, or the description's own words."""
    is_known = case.playbook.scenario(scenario) is not None
    return playbook_text(f"scenarios.{scenario}.name") if is_known else verbatim(scenario)


def undated_tests(rollout: Rollout) -> tuple[str, ...]:
    """Return the keys without which it is not known when a test is."""
    return tuple(f"tests.{index}.date" for index, test in enumerate(rollout.tests) if test.date is None)


def dated_tests(rollout: Rollout, until: date) -> tuple[tuple[int, str, date], ...]:
    """Return place, scenario and day of each test that is dated by a day, that day included."""
    return tuple(
        (index, test.scenario, test.date)
        for index, test in enumerate(rollout.tests)
        if test.date is not None and test.date <= until
    )
