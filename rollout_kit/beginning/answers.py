"""What somebody answered at the beginning, as one frozen value; what is not known yet is None or empty."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

Side = Literal["customer", "provider"]
Scope = Literal["files", "mailbox", "system"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Days on which somebody is away or nothing changes, both inclusive."""

    first: date
    last: date
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAnswer:
    """A person. People are told apart by name; `deputy` is the name of another one."""

    name: str
    organisation: Side = "customer"
    roles: tuple[str, ...] = ()
    title: str = ""
    email: str = ""
    phone: str = ""
    languages: tuple[str, ...] = ()
    share: float | None = None
    deputy: str = ""
    absences: tuple[Days, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteAnswer:
    """A site besides the main one."""

    name: str
    region: str | None = None
    users: int | None = None
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessAnswer:
    """Work that must never stand still; the duration is in the spelling of the format."""

    name: str
    tolerable_stop: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """All answers. `users` counts all sites; hours are in the spelling of the format."""

    service: str = ""
    name: str = ""
    customer: str = ""
    customer_region: str | None = None
    users: int | None = None
    sites: tuple[SiteAnswer, ...] = ()
    provider: str = ""
    provider_region: str | None = None
    kickoff: date | None = None
    go_live: date | None = None
    tier: str = ""
    customer_hours: str = ""
    provider_hours: str = ""
    on_call_hours: str = ""
    desk_phone: str = ""
    people: tuple[PersonAnswer, ...] = ()
    freeze: tuple[Days, ...] = ()
    processes: tuple[ProcessAnswer, ...] = ()
    restore_tried: date | None = None
    restore_scope: Scope | None = None

    def holder(self, role: str, side: Side) -> PersonAnswer | None:
        """Return the first of a side who has a role."""
        return next((one for one in self.people if role in one.roles and one.organisation == side), None)

    def person(self, name: str) -> PersonAnswer | None:
        """Return the person of a name, whatever its capitals."""
        return next((one for one in self.people if one.name.casefold() == name.casefold()), None)

    def named(self, text: str) -> tuple[PersonAnswer, ...]:
        """Return the people who may be meant: those of this very name, else those of whose name it is whole words."""
        whole = self.person(text)
        words = set(text.casefold().split())
        among = (one for one in self.people if words and words <= set(one.name.casefold().split()))
        return (whole,) if whole else tuple(among)

    def with_person(self, name: str, side: Side, roles: Iterable[str] = ()) -> "Answers":
        """Return the answers with one more person; who is there already gets the roles besides the own ones."""
        known = self.person(name)
        if known is None:
            added = PersonAnswer(name=name, organisation=side, roles=tuple(dict.fromkeys(roles)))
            return replace(self, people=(*self.people, added))
        return self.with_changed(replace(known, roles=tuple(dict.fromkeys((*known.roles, *roles)))))

    def with_changed(self, person: PersonAnswer) -> "Answers":
        """Return the answers with a person in the place of the one of the same name."""
        same = person.name.casefold()
        return replace(self, people=tuple(person if one.name.casefold() == same else one for one in self.people))
