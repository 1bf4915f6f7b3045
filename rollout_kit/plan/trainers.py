"""Who can hold the sessions of a training."""

from rollout_kit.description.rollout import Rollout
from rollout_kit.description.training import Training
from rollout_kit.plan.cast import Cast
from rollout_kit.plan.model import TO_BE_NAMED, PersonRef

TRAINER = "TR"


def trainers_of(training: Training, rollout: Rollout, cast: Cast) -> tuple[PersonRef, ...]:
    """Return who may hold the sessions of a training for users, in the order of the file.

    It is who the training names, else every trainer whom most of its people understand. Whose languages the file does
    not say comes after those who are known to speak it; where all are known and none does, somebody of the provider
    is still to be named.
    """
    if training.trainer is not None:
        return (training.trainer,)
    holders = cast.holders(TRAINER)
    understood = {ref: _understood(ref, training, rollout) for ref in holders}
    most = max((people for people in understood.values() if people is not None), default=0)
    if most:
        return tuple(ref for ref in holders if understood[ref] == most)
    return tuple(ref for ref in holders if understood[ref] is None) or (TO_BE_NAMED["provider"],)


def languages_of(training: Training, rollout: Rollout) -> tuple[tuple[str, int], ...]:
    """Return the languages that the people of a training speak and how many do; empty where nobody says.

    A training without language is for all languages of its site, one without site for those of all sites.
    """
    if training.language is not None:
        return ((training.language, max(1, training.people or 1)),)
    sites = [site for site in rollout.sites if training.site in (None, site.id)]
    return tuple((tag, people) for site in sites for tag, people in site.languages if people)


def same_language(one: str, other: str) -> bool:
    """Whether two tags name the same spoken language: de and de-CH do."""
    return one.partition("-")[0].lower() == other.partition("-")[0].lower()


def _understood(ref: PersonRef, training: Training, rollout: Rollout) -> int | None:
    """Return how many of the people understand somebody; None where a language is not known."""
    person, languages = rollout.person_by_id.get(ref), languages_of(training, rollout)
    if person is None or not person.languages or not languages:
        return None
    return sum(people for tag, people in languages if any(same_language(tag, own) for own in person.languages))
