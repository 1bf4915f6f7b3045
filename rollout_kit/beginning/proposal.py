"""Who usually does what: a proposal for all activities of the playbook, to be confirmed at the kickoff."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rollout_kit.beginning.answers import Answers
from rollout_kit.playbook.model import Activity

DESK = "desk"

# House values: what money and the law decide goes to who decides on both, what people ask for to the desk they ask.
_DECIDED_ABOVE = frozenset({"contract", "continuity", "data_protection", "legal_reporting"})
_DONE_BY_THE_DESK = frozenset({"incident", "service_request", "joiner_leaver", "access", "service_desk", "knowledge"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedLine:
    """An activity with keys of people or teams; `accountable` is None where nobody is known yet."""

    activity: str
    accountable: str | None
    responsible: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Leads:
    """The keys of those who lead."""

    sponsor: str | None
    customer: str | None
    provider: str | None
    engineer: str | None


def leads_of(answers: Answers, keys: Mapping[str, str]) -> Leads:
    """Return who leads, by the keys of people's names; where one is not known, who of the same house would."""

    def first(side: str, *roles: str) -> str | None:
        people = [one for role in roles for one in answers.people if role in one.roles and one.organisation == side]
        return keys[people[0].name] if people else None

    return Leads(
        sponsor=first("customer", "sponsor", "decision_maker", "service_owner"),
        customer=first("customer", "service_owner", "decision_maker", "sponsor"),
        provider=first("provider", "operations_lead", "second_level"),
        engineer=first("provider", "second_level", "operations_lead"),
    )


def proposed(activities: tuple[Activity, ...], leads: Leads) -> Iterator[ProposedLine]:
    """Yield a line for each activity, in the order of the playbook."""
    for activity in activities:
        above = leads.sponsor if activity.id in _DECIDED_ABOVE else leads.customer
        accountable = above if activity.owner == "customer" else leads.provider
        if activity.id in _DONE_BY_THE_DESK:
            responsible: str | None = DESK
        else:
            responsible = leads.customer if activity.doer == "customer" else leads.engineer
        yield ProposedLine(activity=activity.id, accountable=accountable, responsible=responsible or DESK)


def ladder(leads: Leads) -> tuple[tuple[str, str], ...]:
    """Return whom to call after which time: the desk, who leads there, who leads here, who decides."""
    steps = [(DESK, "0 min"), (leads.provider, "30 min"), (leads.customer, "1 h"), (leads.sponsor, "2 h")]
    known = [(who, after) for who, after in steps if who]
    return tuple(step for index, step in enumerate(known) if step[0] not in [who for who, _ in known[:index]])
