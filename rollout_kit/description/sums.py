"""Headcounts: what need not be said twice, and sums that contradict each other."""

from collections.abc import Iterator

from rollout_kit.description.organisations import Site
from rollout_kit.description.people import Person
from rollout_kit.description.problems import Code, note
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.source_map import Places
from rollout_kit.description.training import Training
from rollout_kit.finding import KeyPath, Problem
from rollout_kit.message import N_, Message, Percent, message

SHARE_TOLERANCE = 0.005  # house value: three channels of a third each are no contradiction


def with_headcounts(rollout: Rollout) -> Rollout:
    """Return the description with the headcounts and sites that follow from what else it says."""
    sites = tuple(site.model_copy(update={"users": _site_users(site, rollout)}) for site in rollout.sites)
    people = tuple(_with_site(person, rollout) for person in rollout.people)
    filled = rollout.model_copy(update={"sites": sites, "people": people})
    if rollout.training is None:
        return filled
    trainings = tuple(_with_people(training, filled) for training in rollout.training)
    return filled.model_copy(update={"training": trainings})


def _site_users(site: Site, rollout: Rollout) -> int | None:
    if site.users is not None:
        return site.users
    if site.languages:
        return sum(number for _, number in site.languages)
    if len(rollout.sites) == 1:
        return rollout.customer.users
    return None


def _with_site(person: Person, rollout: Rollout) -> Person:
    if person.site is None and person.organisation == "customer" and len(rollout.sites) == 1:
        return person.model_copy(update={"site": rollout.sites[0].id})
    return person


def _with_people(training: Training, rollout: Rollout) -> Training:
    if training.people is not None:
        return training
    return training.model_copy(update={"people": _headcount(training, rollout)})


def _headcount(training: Training, rollout: Rollout) -> int | None:
    """Return how many a training is for, from sites, organisations and roles; None if nothing tells."""
    match training.audience:
        case "users":
            return _users(training, rollout)
        case "desk":
            members = {one for level in rollout.support if level.id == "L1" for one in _members(level.team, rollout)}
            return len(members | set(_with_role("desk", rollout))) or None
        case "second_level":
            return len(_with_role("second_level", rollout)) or None
        case "key_users":
            at_site = [one for one in rollout.people if training.site is None or one.site in (None, training.site)]
            return sum("key_user" in person.roles for person in at_site) or None
        case "managers":
            return len({*_with_role("sponsor", rollout), *_with_role("decision_maker", rollout)}) or None
        case "deputies":
            return len({person.deputy for person in rollout.people if person.deputy}) or None
        case "provider":
            return sum(person.organisation == "provider" for person in rollout.people) or None


def _users(training: Training, rollout: Rollout) -> int | None:
    site = rollout.site_by_id.get(training.site) if training.site else None
    if training.site and site is None:
        return None
    sites = (site,) if site else rollout.sites
    if training.language and any(one.languages for one in sites):
        return sum(number for one in sites for tag, number in one.languages if tag == training.language)
    return site.users if site else rollout.users


def _members(team: str | None, rollout: Rollout) -> tuple[str, ...]:
    return rollout.team_by_id[team].members if team in rollout.team_by_id else ()


def _with_role(role: str, rollout: Rollout) -> tuple[str, ...]:
    return tuple(person.id for person in rollout.people if role in person.roles)


def contradicting_sums(rollout: Rollout, places: Places) -> Iterator[Problem]:
    """Yield at most one note, with all sums that contradict each other and their places."""
    found = list(_contradictions(rollout))
    if found:
        paths = [path for path, _ in found]
        said = message(N_("sums contradict each other: {sums}"), sums=tuple(text for _, text in found))
        help = message(N_("the figure that stands first in each is used"))
        further = tuple(places.at(path) for path in paths[1:])
        yield note(Code.SUMS, paths[0], places.at(paths[0]), said, help, further=further)


def _contradictions(rollout: Rollout) -> Iterator[tuple[KeyPath, Message]]:
    yield from _site_sum(rollout)
    for site in rollout.sites:
        spoken = sum(number for _, number in site.languages)
        if site.languages and site.users is not None and spoken != site.users:
            text = message(
                N_("{users} users of site {site}, {n} in its languages"), users=site.users, site=site.id, n=spoken
            )
            yield ("sites", site.id, "languages"), text
    if rollout.load is None:
        return
    yield from _wave_sum(rollout)
    shares = [channel.share for channel in rollout.load.channels if channel.share is not None]
    total = sum(shares)
    if shares and len(shares) == len(rollout.load.channels) and abs(total - 1) > SHARE_TOLERANCE:
        text = message(N_("the channels share {share} instead of {whole}"), share=Percent(total), whole=Percent(1.0))
        yield ("load", "channels"), text


def _site_sum(rollout: Rollout) -> Iterator[tuple[KeyPath, Message]]:
    counted = [site.users for site in rollout.sites if site.users is not None]
    if rollout.customer.users is None or not counted or len(counted) < len(rollout.sites):
        return
    if sum(counted) != rollout.customer.users:
        text = message(
            N_("{users} users of the customer, {n} at its sites"), users=rollout.customer.users, n=sum(counted)
        )
        yield ("customer", "users"), text


def _wave_sum(rollout: Rollout) -> Iterator[tuple[KeyPath, Message]]:
    waves = rollout.load.waves if rollout.load else ()
    total = sum(wave.users for wave in waves)
    if waves and rollout.users is not None and total != rollout.users:
        yield ("load", "waves"), message(N_("{users} users in all, {n} in the waves"), users=rollout.users, n=total)
    for site in rollout.sites:
        here = sum(wave.users for wave in waves if wave.site == site.id)
        if site.users is not None and here > site.users:
            text = message(N_("{users} users of site {site}, {n} in its waves"), users=site.users, site=site.id, n=here)
            yield ("load", "waves"), text
