"""Who learns with whom: sites and languages of the users, held against the trainings for them."""

import pytest

from rollout_kit.description.organisations import Customer, Site
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.training import Training
from rollout_kit.plan.learners import Learners, circles, learners
from tests.plan.casts import five_people

ZUERICH = Site(id="zuerich", name="Zürich", users=60, languages=[("de", 52), ("fr", 8), ("it", 0)])
GENEVE = Site(id="geneve", name="Genève", users=25)
UNKNOWN = Site(id="basel", name="Basel")


def described(*sites: Site, users: int | None = 85) -> Rollout:
    return five_people(sites=sites, customer=Customer(name="Muster AG", region="CH-ZH", users=users))


def training(id: str, site: str | None = None, language: str | None = None) -> Training:
    return Training(id=id, name=id, audience="users", site=site, language=language)


@pytest.mark.parametrize(
    ("rollout", "expected"),
    [
        (described(), [(None, None, 85)]),
        (described(users=None), []),
        (described(users=0), []),
        (described(GENEVE), [("geneve", None, 25)]),
        (described(ZUERICH, GENEVE), [("zuerich", "de", 52), ("zuerich", "fr", 8), ("geneve", None, 25)]),
        (described(GENEVE, UNKNOWN), [("geneve", None, 25)]),
    ],
)
def test_users_are_counted_by_site_and_language(
    rollout: Rollout, expected: list[tuple[str | None, str | None, int]]
) -> None:
    assert [(one.site and one.site.id, one.language, one.people) for one in learners(rollout)] == expected


@pytest.mark.parametrize(
    ("site", "language", "are_taught"),
    [
        (None, None, [True, True, True]),
        ("zuerich", None, [True, True, False]),
        ("geneve", None, [False, False, True]),
        ("zuerich", "de", [True, False, False]),
        (None, "fr", [False, True, True]),  # nobody says what Genève speaks
        ("geneve", "it", [False, False, True]),
        (None, "de-CH", [True, False, True]),
    ],
)
def test_a_training_is_for_its_site_and_language(
    site: str | None, language: str | None, are_taught: list[bool]
) -> None:
    groups = learners(described(ZUERICH, GENEVE))
    assert [group.are_taught_by(training("t", site, language)) for group in groups] == are_taught


def test_without_sites_every_training_is_for_all() -> None:
    (everybody,) = learners(described())
    assert everybody.are_taught_by(training("t", language="fr"))


def circled(*trainings: Training) -> list[tuple[list[str], int]]:
    groups: tuple[Learners, ...] = learners(described(ZUERICH, GENEVE))
    return [([one.id for one in circle.trainings], circle.people) for circle in circles(groups, trainings)]


def test_groups_that_share_a_training_are_held_together() -> None:
    zh_de, zh_fr, ge = training("a", "zuerich", "de"), training("b", "zuerich", "fr"), training("c", "geneve")
    french, everybody = training("d", None, "fr"), training("e")
    assert circled(zh_de, zh_fr, ge) == [(["a"], 52), (["b"], 8), (["c"], 25)]
    assert circled(zh_de, french) == [(["a"], 52), (["d"], 33)]
    assert circled(zh_de, ge, everybody) == [(["a", "c", "e"], 85)]
    assert circled(zh_de, ge) == [(["a"], 52), (["c"], 25)]  # nobody teaches the eight
    assert circled(everybody, ge, zh_de) == [(["e", "c", "a"], 85)]
