"""The rollout itself, the customer, the provider, vendors and sites."""

from typing import Literal

from rollout_kit.description.quantities import Amount, Count, Date, Hours, Length, Many, Names
from rollout_kit.description.section import Keyed, Section

Tier = Literal["critical", "important", "standard"]


class Budget(Section):
    """Money for the rollout, in one currency."""

    project: Amount | None = None
    training: Amount | None = None
    currency: str = ""


class About(Section):
    """`[rollout]`: what is introduced, and when. Defaults of the format are already filled in."""

    name: str
    kickoff: Date
    service: str = ""
    go_live: Date | None = None
    go_live_reserve: Date | None = None
    language: Literal["en", "de", "de-CH", "fr", "nl", "ja", "it"] = "en"
    days: int = 30
    tier: Tier = "standard"
    playbook: str = "managed-service"
    budget: Budget | None = None
    summary: str = ""


class DayOff(Section):
    """A holiday added by hand; `half` frees the afternoon."""

    date: Date
    name: str
    half: bool = False


class HolidayChanges(Section):
    """What is added to and removed from the public holidays of a region."""

    add: Many[DayOff] = ()
    remove: Many[Date] = ()


class Freeze(Section):
    """Days in which nothing changes, both inclusive. The keys of the file are `from` and `to`."""

    starts_on: Date
    ends_on: Date
    why: str = ""


class Customer(Section):
    """`[customer]`."""

    name: str
    region: str | None = None
    timezone: str | None = None
    users: Count | None = None
    hours: Hours | None = None
    holidays: HolidayChanges = HolidayChanges()
    freeze: Many[Freeze] = ()
    critical_infrastructure: bool | None = None


class SubProvider(Section):
    """A company that works for the provider."""

    name: str
    access: bool | None = None
    same_duties: bool | None = None


class Contract(Section):
    """`[provider.contract]`."""

    signed: Date | None = None
    starts: Date | None = None
    ends: Date | None = None
    notice: Length | None = None
    exit_handover: Length | None = None
    returns_data: bool | None = None
    capacity_step: bool | None = None
    scope: Names | None = None


class Provider(Section):
    """`[provider]`. `source` is the key `from` of the file: a file that holds the provider's half."""

    name: str
    region: str | None = None
    timezone: str | None = None
    hours: Hours | None = None
    languages: Names = ()
    endpoints_per_technician: Amount | None = None
    holidays: HolidayChanges = HolidayChanges()
    incident_notice: Length | None = None
    sub_providers: Many[SubProvider] | None = None
    source: str | None = None
    contract: Contract | None = None


class Vendor(Keyed):
    """`[vendors.<id>]`."""

    name: str
    hours: Hours | None = None
    timezone: str | None = None
    phone: str = ""


class Site(Keyed):
    """`[sites.<id>]`: `languages` pairs a language tag with a number of people, in the order of the file."""

    name: str
    region: str | None = None
    users: Count | None = None
    languages: Many[tuple[str, Count]] = ()
    holidays: HolidayChanges = HolidayChanges()
