"""Whether a base task has a place in this rollout at all."""

from collections.abc import Callable
from typing import Literal

from rollout_kit.description.rollout import Rollout
from rollout_kit.plan.cast import Cast

SMALL_USERS = 14  # up to here a rollout is of size S
MANAGERS_FROM_USERS = 50  # house value: from here managers get a session of their own
FULL_SECOND_LEVEL_FROM = 4  # people in the cast from which the second level is trained apart
SHORTEST_WITH_EARLY_DECISION = 21  # days


def size_of(rollout: Rollout) -> Literal["M", "S"]:
    """Return S for up to 14 users or at most one person per side, else M.

    Where nobody is named yet, the users alone tell: a town of 180 is not small for want of names.
    """
    sides = [sum(person.organisation == side for person in rollout.people) for side in ("customer", "provider")]
    if rollout.users is not None and (rollout.users <= SMALL_USERS or max(sides) == 0):
        return "S" if rollout.users <= SMALL_USERS else "M"
    return "S" if max(sides) <= 1 else "M"


def holds(condition: str, rollout: Rollout, cast: Cast) -> bool:
    """Return whether a condition of the playbook holds. Unknown conditions are a fault of the loader."""
    return _TESTS[condition](rollout, cast)


def _audiences(rollout: Rollout) -> list[str]:
    return [training.audience for training in rollout.training or ()]


def _law(rollout: Rollout, cast: Cast) -> bool:
    personal = rollout.access is not None and rollout.access.personal_data is True
    return personal or rollout.customer.critical_infrastructure is True


def _desk_besides_trainer(rollout: Rollout, cast: Cast) -> bool:
    trainer = cast.first("TR")
    return any(ref != trainer for ref in cast.named("DK"))


def _managers(rollout: Rollout, cast: Cast) -> bool:
    many = (rollout.users or 0) >= MANAGERS_FROM_USERS
    return "managers" in _audiences(rollout) or bool(rollout.objectives) or many


def _rollback(rollout: Rollout, cast: Cast) -> bool:
    known = rollout.continuity is not None and rollout.continuity.rollback is not None
    return rollout.about.tier != "standard" or known


def _former_provider(rollout: Rollout, cast: Cast) -> bool:
    removed = rollout.access.old_provider_removed if rollout.access else None
    return removed is not None and removed.minutes > 0


def _telephony(rollout: Rollout, cast: Cast) -> bool:
    skills = (skill.id for skill in rollout.critical_skills)
    return "telephony" in (*skills, *rollout.activity_by_id)


_TESTS: dict[str, Callable[[Rollout, Cast], bool]] = {
    "always": lambda rollout, cast: True,
    "sites": lambda rollout, cast: len(rollout.sites) > 1,
    "personal-data-or-critical-infrastructure": _law,
    "desk-besides-trainer": _desk_besides_trainer,
    "four-people": lambda rollout, cast: len(rollout.people) >= FULL_SECOND_LEVEL_FROM,
    "key-users": lambda rollout, cast: bool(cast.named("KU")),
    "managers": _managers,
    "users-trained": lambda rollout, cast: "users" in _audiences(rollout),
    "critical-process": lambda rollout, cast: any(process.critical for process in rollout.processes),
    "pilot": lambda rollout, cast: rollout.pilot is not None,
    "rollback-or-tier": _rollback,
    "thirty-or-twenty-one-days": lambda rollout, cast: rollout.about.days >= SHORTEST_WITH_EARLY_DECISION,
    "former-provider": _former_provider,
    "telephony": _telephony,
}
