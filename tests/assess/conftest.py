"""A small case, made without a file."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from rollout_kit.assess.case import Case
from rollout_kit.calendars.calendars import Calendars
from rollout_kit.description.organisations import About, Customer, Provider
from rollout_kit.description.rollout import Rollout
from rollout_kit.playbook.load import load_playbook

ABOUT = About(name="Mail", kickoff=date(2027, 1, 11), go_live=date(2027, 2, 9))

MakeCase = Callable[..., Case]


@pytest.fixture
def make_case() -> MakeCase:
    def make(**sections: Any) -> Case:
        given = {"about": ABOUT, "customer": Customer(name="Muster"), "provider": Provider(name="NetServ")} | sections
        rollout = Rollout.model_validate(given)
        playbook = load_playbook("managed-service")
        return Case(rollout=rollout, playbook=playbook, calendars=Calendars(rollout), as_of=date(2026, 12, 14))

    return make
