"""Every plan that a test makes by way of the pipeline goes past the independent check; dice are thrown seldom."""

from collections.abc import Iterator
from functools import partial

import pytest

from rollout_kit import pipeline
from rollout_kit.capacity.answer import answer
from rollout_kit.description.named_files import is_folder
from rollout_kit.description.rollout import Rollout
from rollout_kit.plan.chance import chance_of
from rollout_kit.plan.model import Plan
from rollout_kit.plan.sketch import Draft
from rollout_kit.playbook.load import load_playbook
from tests.plan.checker import faults

FEW_RUNS = 10


@pytest.fixture(autouse=True, scope="session")
def checked_plans() -> Iterator[None]:
    """Fail the test whose plan breaks a rule of time or departs from the playbook."""
    schedule = pipeline.schedule

    def checked(draft: Draft, rollout: Rollout, *, tries: int | None = None) -> Plan:
        plan = schedule(draft, rollout, tries=tries)
        if is_folder(rollout.about.playbook):  # written by the test itself
            return plan
        if found := faults(plan, rollout, load_playbook(rollout.about.playbook)):
            raise AssertionError("\n".join(found))
        return plan

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "schedule", checked)
        yield


@pytest.fixture(autouse=True, scope="session")
def few_runs() -> Iterator[None]:
    """Seconds less for each plan that is printed; the tests of chance and capacity by themselves take all the runs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "chance_of", partial(chance_of, runs=FEW_RUNS))
        patch.setattr(pipeline, "answered", partial(answer, runs=FEW_RUNS))
        yield
