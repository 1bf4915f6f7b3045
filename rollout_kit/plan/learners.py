"""The people who work with the service, by site and language, and which training teaches them."""

from collections.abc import Sequence
from dataclasses import dataclass

from rollout_kit.description.organisations import Site
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.training import Training
from rollout_kit.plan.trainers import same_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Learners:
    """Users of one site who speak one language; None where the file has no sites, or says no languages of the site."""

    site: Site | None
    language: str | None
    people: int

    def are_taught_by(self, training: Training) -> bool:
        """Whether a training for users is for them.

        One without site is for all sites, one without language for the languages of its site. Where the file does not
        say what a site speaks, a training in any language is for it.
        """
        here = self.site is None or training.site in (None, self.site.id)
        spoken = self.language is None or training.language is None or same_language(self.language, training.language)
        return here and spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """Groups of learners and the trainings for them and nobody else: seats and people that can be held together."""

    groups: tuple[Learners, ...]
    trainings: tuple[Training, ...]

    @property
    def people(self) -> int:
        """How many they are."""
        return sum(group.people for group in self.groups)


def learners(rollout: Rollout) -> tuple[Learners, ...]:
    """Return the groups of users whose number is known, in the order of the file; those of nobody are left out."""
    if not rollout.sites:
        return (Learners(site=None, language=None, people=rollout.users),) if rollout.users else ()
    groups: list[Learners] = []
    for site in rollout.sites:
        spoken = site.languages or ((None, site.users or 0),)
        groups += [Learners(site=site, language=tag, people=people) for tag, people in spoken if people]
    return tuple(groups)


def circles(groups: Sequence[Learners], trainings: Sequence[Training]) -> tuple[Circle, ...]:
    """Return the groups that some training teaches, together with those that share a training with them."""
    found: list[Circle] = []
    for group in groups:
        mine = [training for training in trainings if group.are_taught_by(training)]
        if not mine:
            continue
        shared = [circle for circle in found if any(training in mine for training in circle.trainings)]
        joined = {training.id for circle in shared for training in circle.trainings} | {one.id for one in mine}
        found = [circle for circle in found if circle not in shared]
        found.append(
            Circle(
                groups=(*(one for circle in shared for one in circle.groups), group),
                trainings=tuple(training for training in trainings if training.id in joined),
            )
        )
    return tuple(found)
