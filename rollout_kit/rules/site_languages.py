"""The languages that enough people of a site speak, and the messages that reach users: what rules on telling share."""

from collections.abc import Iterator
from dataclasses import dataclass

from rollout_kit.description.continuity import UserMessage
from rollout_kit.description.organisations import Site
from rollout_kit.description.rollout import Rollout

FEW_PERCENT = 5  # house value: of the people of a site
LEAST_PEOPLE = 2  # house value: one person of a small site can be told in person
MANY_PEOPLE = 5  # house value: so many count at a site of any size


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A language that enough people of a site speak."""

    site: Site
    tag: str
    people: int


def spoken_languages(rollout: Rollout) -> tuple[Spoken, ...]:
    """Return the languages of all sites, in the order of the file, without those of hardly anybody."""
    return tuple(
        Spoken(site=site, tag=tag, people=people)
        for site in rollout.sites
        for tag, people in site.languages
        if _are_enough(people, site)
    )


def languages_not_told(rollout: Rollout) -> tuple[str, ...]:
    """Return the keys without which the languages are not known."""
    if not rollout.sites:
        return ("sites",)
    return tuple(f"sites.{site.id}.languages" for site in rollout.sites if not site.languages)


def sent_messages(rollout: Rollout) -> Iterator[tuple[int, UserMessage]]:
    """Yield the messages with their places in the file; a notice of delay lies ready and is not sent."""
    return ((index, each) for index, each in enumerate(rollout.messages) if each.kind != "delay")


def _are_enough(people: int, site: Site) -> bool:
    of_site = max(site.users or 0, sum(number for _, number in site.languages))
    return people >= MANY_PEOPLE or (people >= LEAST_PEOPLE and people * 100 > of_site * FEW_PERCENT)
