"""Who holds which role, on which side, with how much time.

Roles are the short keys of playbooks: SP sponsor, DM decision maker, SO service owner, OL operations lead,
SL second level, DK desk, TR trainer, KU key user, DP a named deputy.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import Literal

from rollout_kit.description.people import Person
from rollout_kit.description.rollout import Rollout
from rollout_kit.plan.model import TO_BE_NAMED, PersonRef
from rollout_kit.playbook.model import Playbook

Side = Literal["customer", "provider"]

ROLE_OF_KEY = {
    "SP": "sponsor",
    "DM": "decision_maker",
    "SO": "service_owner",
    "OL": "operations_lead",
    "SL": "second_level",
    "DK": "desk",
    "TR": "trainer",
    "KU": "key_user",
}
_SIDE_OF_KEY: dict[str, Side] = {
    "SP": "customer", "DM": "customer", "SO": "customer", "KU": "customer",
    "OL": "provider", "SL": "provider", "TR": "provider",
}  # fmt: skip
_STANDS_IN: dict[str, tuple[str, ...]] = {
    "SP": ("DM", "SO"),
    "DM": ("SP", "SO"),
    "KU": ("DK", "SO"),
    "DK": ("SL",),
    "TR": ("SL", "OL"),
    "SL": ("OL",),
    "DP": ("DK", "OL"),
}
# House values: the share of working time that is free where the description does not say (kickoff decision 5).
SHARE_OF_ROLE = {
    "service_owner": 0.5,
    "second_level": 0.4,
    "operations_lead": 0.4,
    "trainer": 0.4,
    "key_user": 0.2,
    "sponsor": 0.1,
    "decision_maker": 0.1,
}
CUSTOMER_DESK_SHARE = 0.5
OTHER_SHARE = 0.2
KEY_USER_GO_LIVE_SHARE = 0.5
TO_BE_NAMED_SHARE: dict[Side, float] = {"customer": 0.5, "provider": 0.4}


class Cast:
    """The people of a rollout in the roles of its playbook."""

    def __init__(self, rollout: Rollout, playbook: Playbook) -> None:
        self._rollout = rollout
        self._activities = {activity.id: activity for activity in playbook.activities}

    def side(self, ref: PersonRef) -> Side:
        """Return the side somebody works for; vendors count with the provider, whose third parties they are."""
        if ref in TO_BE_NAMED.values():
            return "customer" if ref == TO_BE_NAMED["customer"] else "provider"
        person = self._rollout.person_by_id.get(ref)
        return "customer" if person is not None and person.organisation == "customer" else "provider"

    def side_of_role(self, role: str) -> Side:
        """Return the side a role belongs to; the desk's is that of the team of support.L1, else the provider."""
        return _SIDE_OF_KEY.get(role, self._desk_side if role == "DK" else "customer")

    def named(self, role: str) -> tuple[PersonRef, ...]:
        """Return only those who hold the role themselves, in the order of the file."""
        if role == "DP":
            deputies = {person.deputy for person in self._rollout.people if person.deputy}
            return tuple(person.id for person in self._rollout.people if person.id in deputies)
        key = ROLE_OF_KEY[role]
        holders = [person.id for person in self._rollout.people if key in person.roles]
        if role == "DK":
            holders += [member for member in self._desk_members if member not in holders]
        return tuple(holders)

    def holders(self, role: str) -> tuple[PersonRef, ...]:
        """Return who acts in a role: its holders, else who stands in, else anybody of the side, else nobody yet."""
        for candidate in (role, *_STANDS_IN.get(role, ())):
            if found := self.named(candidate):
                return found
        side = self.side_of_role(role)
        anybody = tuple(person.id for person in self._people_of(side))
        return anybody[:1] or (TO_BE_NAMED[side],)

    def first(self, role: str) -> PersonRef:
        """Return the first of those who act in a role or for an activity (`owner-of:x`, `doer-of:x`)."""
        if role.startswith("owner-of:"):
            return self.owner_of(role.removeprefix("owner-of:"))
        if role.startswith("doer-of:"):
            return self.doer_of(role.removeprefix("doer-of:"))
        return self.holders(role)[0]

    def owner_of(self, activity: str) -> PersonRef:
        """Return who is accountable for an activity; of several the customer's first."""
        line = self._rollout.activity_by_id.get(activity)
        named = self._persons(line.accountable or ()) if line else ()
        if named:
            return min(named, key=lambda ref: self.side(ref) != "customer")
        house = self._activities[activity].owner if activity in self._activities else "customer"
        return self.first("SO" if house == "customer" else "OL")

    def doer_of(self, activity: str) -> PersonRef:
        """Return who carries an activity out; of several the provider's first."""
        line = self._rollout.activity_by_id.get(activity)
        named = self._persons(line.responsible or ()) if line else ()
        if named:
            return min(named, key=lambda ref: self.side(ref) != "provider")
        house = self._activities[activity].doer if activity in self._activities else "provider"
        return self.first("SO" if house == "customer" else "SL")

    def of_site(self, role: str, site: str) -> PersonRef:
        """Return the one who acts in a role at a site, else the first who acts in it."""
        for ref in self.named(role):
            person = self._rollout.person_by_id.get(ref)
            if person is not None and person.site == site:
                return ref
        return self.first(role)

    def deputy_of(self, ref: PersonRef) -> PersonRef | None:
        """Return the named deputy."""
        person = self._rollout.person_by_id.get(ref)
        return person.deputy if person else None

    def share(self, ref: PersonRef, *, in_go_live_week: bool = False) -> float:
        """Return the part of somebody's working time that is free for the rollout."""
        person = self._rollout.person_by_id.get(ref)
        if person is None:
            return TO_BE_NAMED_SHARE[self.side(ref)]
        if in_go_live_week and person.go_live_share is not None:
            return person.go_live_share
        if person.share is not None:
            return person.share
        usual = max((self._share_of_role(person, role) for role in person.roles), default=OTHER_SHARE)
        return max(usual, KEY_USER_GO_LIVE_SHARE) if in_go_live_week and "key_user" in person.roles else usual

    @staticmethod
    def _share_of_role(person: Person, role: str) -> float:
        if role == "desk":
            return CUSTOMER_DESK_SHARE if person.organisation == "customer" else OTHER_SHARE
        return SHARE_OF_ROLE.get(role, OTHER_SHARE)

    def _persons(self, refs: Iterable[str]) -> tuple[PersonRef, ...]:
        found: list[PersonRef] = []
        for ref in refs:
            team = self._rollout.team_by_id.get(ref)
            found += [ref] if team is None else team.members
        return tuple(ref for ref in found if ref in self._rollout.person_by_id)

    def _people_of(self, side: Side) -> list[Person]:
        return [person for person in self._rollout.people if person.organisation == side]

    @cached_property
    def _desk_members(self) -> tuple[str, ...]:
        level = self._rollout.support_by_id.get("L1")
        team = self._rollout.team_by_id.get(level.team) if level and level.team else None
        return tuple(member for member in team.members if member in self._rollout.person_by_id) if team else ()

    @cached_property
    def _desk_side(self) -> Side:
        level = self._rollout.support_by_id.get("L1")
        team = self._rollout.team_by_id.get(level.team) if level and level.team else None
        return "customer" if team is not None and team.organisation == "customer" else "provider"
