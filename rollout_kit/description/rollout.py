"""The whole description as one frozen value."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Self

from rollout_kit.description.continuity import Access, Continuity, OutageNotice, Process, UserMessage
from rollout_kit.description.improvement import (
    Costs,
    Experiment,
    Feedback,
    Future,
    Interface,
    Kpi,
    ManualTask,
    Maturity,
    Objective,
)
from rollout_kit.description.load import Load, SupportLevel
from rollout_kit.description.organisations import About, Customer, Provider, Site, Vendor
from rollout_kit.description.people import Person, Team
from rollout_kit.description.responsibilities import CriticalSkill, Evidence, Responsibility
from rollout_kit.description.section import Section
from rollout_kit.description.service_levels import EscalationStep, Hypercare, OnCall, ServiceLevels
from rollout_kit.description.settings import Brand, ChapterSettings, PlanSettings, SeverityWord, Waiver
from rollout_kit.description.training import Room, Training
from rollout_kit.description.tryout import Pilot, TestRun


class Rollout(Section):
    """A description that fits the format. A section that is not in the file is None or empty.

    Tables keyed by id are tuples in the order of the file, each item with its `id`.
    """

    about: About
    customer: Customer
    provider: Provider
    vendors: tuple[Vendor, ...] = ()
    sites: tuple[Site, ...] = ()
    people: tuple[Person, ...] = ()
    teams: tuple[Team, ...] = ()
    responsibilities: tuple[Responsibility, ...] | None = None
    evidence: tuple[Evidence, ...] = ()
    critical_skills: tuple[CriticalSkill, ...] = ()
    service_levels: ServiceLevels | None = None
    escalation: tuple[EscalationStep, ...] = ()
    on_call: OnCall | None = None
    hypercare: Hypercare | None = None
    load: Load | None = None
    support: tuple[SupportLevel, ...] = ()
    rooms: tuple[Room, ...] = ()
    training: tuple[Training, ...] | None = None
    continuity: Continuity | None = None
    processes: tuple[Process, ...] = ()
    access: Access | None = None
    messages: tuple[UserMessage, ...] = ()
    outage_notice: OutageNotice | None = None
    pilot: Pilot | None = None
    tests: tuple[TestRun, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    objectives: tuple[Objective, ...] = ()
    interfaces: tuple[Interface, ...] = ()
    experiments: tuple[Experiment, ...] = ()
    maturity: tuple[Maturity, ...] = ()
    manual_tasks: tuple[ManualTask, ...] = ()
    costs: Costs | None = None
    future: Future | None = None
    plan: PlanSettings = PlanSettings()
    severities: tuple[tuple[str, SeverityWord], ...] = ()  # [rules] severity; None = off
    waivers: tuple[Waiver, ...] = ()
    brand: Brand = Brand()
    chapters: tuple[ChapterSettings, ...] = ()

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy with other values; what was looked up in this one is looked up anew in the copy."""
        copy = super().model_copy(update=update, deep=deep)
        for name in [name for name in copy.__dict__ if name not in type(self).model_fields]:
            del copy.__dict__[name]
        return copy

    @cached_property
    def person_by_id(self) -> "dict[str, Person]":
        """People by id."""
        return {person.id: person for person in self.people}

    @cached_property
    def team_by_id(self) -> "dict[str, Team]":
        """Teams by id."""
        return {team.id: team for team in self.teams}

    @cached_property
    def site_by_id(self) -> "dict[str, Site]":
        """Sites by id."""
        return {site.id: site for site in self.sites}

    @cached_property
    def room_by_id(self) -> "dict[str, Room]":
        """Rooms by id."""
        return {room.id: room for room in self.rooms}

    @cached_property
    def vendor_by_id(self) -> "dict[str, Vendor]":
        """Vendors by id."""
        return {vendor.id: vendor for vendor in self.vendors}

    @cached_property
    def activity_by_id(self) -> "dict[str, Responsibility]":
        """Listed activities by key."""
        return {line.id: line for line in self.responsibilities or ()}

    @cached_property
    def support_by_id(self) -> "dict[str, SupportLevel]":
        """Support levels by id."""
        return {level.id: level for level in self.support}

    @property
    def users(self) -> int | None:
        """How many people work with the service: `customer.users`, else the sum of the sites, else None."""
        if self.customer.users is not None:
            return self.customer.users
        known = [site.users for site in self.sites if site.users is not None]
        return sum(known) if known else None
