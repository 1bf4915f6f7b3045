"""How soon an authority wants to be told of an incident, by country: `legal_clocks.json`, with the date of each check.

Laws change: a document that prints a clock prints the day it was checked, its law, and how far it can be trusted.
"""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from rollout_kit.description.continuity import Access
from rollout_kit.description.rollout import Rollout
from rollout_kit.message import N_, Duration, Message, Unit, message

TABLE = Path(__file__).resolve().with_suffix(".json")

Need = Literal["critical_infrastructure", "personal_data"]
KEYS: dict[Need, str] = {
    "critical_infrastructure": "customer.critical_infrastructure",
    "personal_data": "access.personal_data",
}
"""The key of the file that says whether a clock applies."""

_NAMES = {
    "ch-isg": N_("an attack on critical infrastructure, to the national cyber security centre"),
    "ch-dsg": N_("a breach of personal data, to the federal data protection commissioner"),
    "eu-nis2": N_("an incident at an essential or important entity, early warning by NIS2"),
    "eu-gdpr": N_("a breach of personal data, to the supervisory authority by the GDPR"),
    "uk-gdpr": N_("a breach of personal data, to the ICO by the UK GDPR"),
}
_SINCE = {
    "ch-isg": N_("from its discovery"),
    "ch-dsg": N_("from knowing of it"),
    "eu-nis2": N_("from knowing of it"),
    "eu-gdpr": N_("from knowing of it"),
    "uk-gdpr": N_("from knowing of it"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalClock:
    """One duty to report in some countries.

    `limit` is the time of the first report; None where the law gives no number ("as soon as possible"). `further` are
    those of the next ones, from the same moment. `mark`: T where the text of the law was read, E where an excerpt, K
    where neither.
    """

    id: str
    countries: tuple[str, ...]
    needs: Need
    limit: Duration | None
    further: tuple[Duration, ...]
    law: str
    source: str
    mark: Literal["T", "E", "K"]
    checked: date

    @property
    def name(self) -> Message:
        """What is reported, and to whom."""
        return message(_NAMES[self.id])

    @property
    def since(self) -> Message:
        """The moment from which the clock runs."""
        return message(_SINCE[self.id])


@cache
def legal_clocks() -> tuple[LegalClock, ...]:
    """Return all clocks that are known."""
    written = json.loads(TABLE.read_text(encoding="utf-8"))["clocks"]
    return tuple(
        LegalClock(
            id=each["id"],
            countries=tuple(each["countries"]),
            needs=each["needs"],
            limit=None if each["hours"] is None else _hours(each["hours"]),
            further=tuple(_hours(hours) for hours in each["further_hours"]),
            law=each["law"],
            source=each["source"],
            mark=each["mark"],
            checked=date.fromisoformat(each["checked"]),
        )
        for each in written
    )


def countries_of(rollout: Rollout) -> tuple[str, ...]:
    """Return the countries in which the customer is at home: that of its region, and those of its sites."""
    regions = (rollout.customer.region, *(site.region for site in rollout.sites))
    return tuple(dict.fromkeys(region.partition("-")[0].upper() for region in regions if region))


def clocks_known_for(rollout: Rollout) -> tuple[LegalClock, ...]:
    """Return the clocks of the customer's countries, whether they apply or not."""
    at_home = set(countries_of(rollout))
    return tuple(clock for clock in legal_clocks() if at_home.intersection(clock.countries))


def applies(clock: LegalClock, rollout: Rollout) -> bool | None:
    """Return whether a clock of the customer's country applies; None where the file does not say."""
    if clock.needs == "critical_infrastructure":
        return rollout.customer.critical_infrastructure
    return (rollout.access or Access()).personal_data


def _hours(hours: int) -> Duration:
    return Duration(amount=hours, unit=Unit.HOUR)
