"""Small rollouts: a customer in ZH, a provider in BE, Anna Keller of the customer and Jan Meyer of the provider."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.description.organisations import About, Customer, Provider
from rollout_kit.description.people import Person
from rollout_kit.description.rollout import Rollout

RolloutFactory = Callable[..., Rollout]
CalendarsFactory = Callable[..., Calendars]


@pytest.fixture
def rollout() -> RolloutFactory:
    return _rollout


@pytest.fixture
def calendars() -> CalendarsFactory:
    """Calendars of such a rollout; `keller`, `meyer`, `customer`, `provider` are keys laid over the usual ones."""

    def made(**changes: Any) -> Calendars:
        return Calendars(_rollout(**changes))

    return made


def _rollout(
    *,
    keller: dict[str, Any] | None = None,
    meyer: dict[str, Any] | None = None,
    customer: dict[str, Any] | None = None,
    provider: dict[str, Any] | None = None,
    **sections: Any,
) -> Rollout:
    people = (
        Person(**{"id": "keller", "name": "Anna Keller"} | (keller or {})),
        Person(**{"id": "meyer", "name": "Jan Meyer", "organisation": "provider"} | (meyer or {})),
    )
    return Rollout(
        about=About(name="Mail", kickoff=date(2027, 1, 11)),
        customer=Customer(**{"name": "Muster", "region": "CH-ZH"} | (customer or {})),
        provider=Provider(**{"name": "NetServ", "region": "CH-BE"} | (provider or {})),
        people=(*people, *sections.pop("more_people", ())),
        **sections,
    )
