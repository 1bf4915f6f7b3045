"""What is promised to users and by the provider, and how trouble climbs."""

from typing import Literal

from rollout_kit.description.quantities import Amount, Count, Hours, Length, Many, Names, Share
from rollout_kit.description.section import Keyed, Section

Clock = Literal["calendar", "business"]


class Promise(Section):
    """Times for one priority on one clock; `priority` is the provider's own name for it."""

    response: Length | None = None
    resolution: Length | None = None
    clock: Clock | None = None
    priority: str = ""


class Priority(Keyed):
    """`[service_levels.P1]` to P4: the id is P1, P2, and so on."""

    meaning: str = ""
    promised: Promise | None = None
    provider: Promise | None = None
    handover: Length | None = None
    user_check: Length | None = None


class AvailabilityLink(Section):
    """Something the service depends on in series."""

    name: str
    availability: Share


class ServiceLevels(Section):
    """`[service_levels]`."""

    availability: Share | None = None
    depends_on: Many[AvailabilityLink] = ()
    priorities: tuple[Priority, ...] = ()


class EscalationStep(Section):
    """`[[escalation]]`: `after` counts from the start; `who` is a person, a team or a vendor."""

    who: str
    after: Length
    by: Literal["phone", "portal", "mail", "chat"] = "phone"


class OnCall(Section):
    """`[on_call]`."""

    team: str | None = None
    people: Names = ()
    slots: Count = 1
    hours: Hours | None = None
    timezone: str | None = None
    incidents_per_month: Amount | None = None


class Hypercare(Section):
    """`[hypercare]`: `response` pairs a priority with a length."""

    length: Length | None = None
    response: Many[tuple[str, Length]] = ()
