"""The critical skills of a description, and what is lacking before anybody can say who has them."""

from rollout_kit.assess.rule import Lacks
from rollout_kit.description.people import Person
from rollout_kit.description.rollout import Rollout

ABLE_TO_JUDGE = ("learning", "proficient")


def lacking_skills(rollout: Rollout) -> Lacks | None:
    """Return the keys without which no rule on skills can judge; None where they are there.

    Once one person's skills are given, a person without any has none.
    """
    if not rollout.critical_skills:
        return Lacks(("critical_skills",))
    if not any(person.skills for person in rollout.people):
        return Lacks(("people.*.skills",))
    return None


def has_skill(person: Person, skill: str) -> bool:
    """Whether somebody has a skill or is learning it, and so can at least judge the work of others."""
    return dict(person.skills).get(skill) in ABLE_TO_JUDGE
