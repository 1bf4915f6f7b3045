"""Headcounts that follow from what else is said, and sums that contradict each other."""

import pytest

from rollout_kit.description.sums import contradicting_sums, with_headcounts
from tests.description.sample import TINY, told, validated

USERS = TINY.replace("[provider]", "users = 85\n[provider]")
SITES = """
[sites.zh]
name = "Z"
users = 60
languages = { de = 52, en = 8 }
[sites.ge]
name = "G"
users = 25
languages = { fr = 25 }
"""
CAST = """
[people.a]
name = "A"
roles = ["desk", "key_user", "sponsor"]
site = "zh"
deputy = "b"
[people.b]
name = "B"
roles = ["key_user", "second_level", "decision_maker"]
site = "ge"
[people.c]
name = "C"
organisation = "provider"
[teams.t]
name = "T"
members = ["c"]
[support.L1]
team = "t"
"""


def people(key: str, text: str) -> int | None:
    audience, *more = key.split(", ")
    text += f'\n[training.x]\nname = "X"\naudience = "{audience}"\n' + "\n".join(more)
    return validated(text).rollout.training[0].people


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("users", 85),
        ('users, site = "zh"', 60),
        ('users, site = "zh", language = "de"', 52),
        ('users, language = "fr"', 25),
        ("desk", 2),
        ("second_level", 1),
        ("key_users", 2),
        ('key_users, site = "ge"', 1),
        ("managers", 2),
        ("deputies", 1),
        ("provider", 1),
        ("users, people = 7", 7),
    ],
)
def test_a_training_is_for_those_whom_the_rest_names(key, wanted):
    assert people(key, USERS + SITES + CAST) == wanted


def test_what_nothing_tells_stays_unknown():
    assert people("users", TINY) is None
    assert people("desk", TINY) is None
    assert people('users, site = "x"', TINY + '[sites.x]\nname = "X"\n[sites.y]\nname = "Y"') is None


def test_the_only_site_has_all_users_and_all_people_of_the_customer():
    text = USERS + '[sites.x]\nname = "X"\n[people.a]\nname = "A"\n[people.b]\nname = "B"\norganisation = "provider"'
    rollout = validated(text).rollout
    assert rollout.sites[0].users == 85
    assert [person.site for person in rollout.people] == ["x", None]
    assert with_headcounts(rollout) == rollout


def test_a_site_has_as_many_users_as_speak_its_languages():
    assert validated(TINY + SITES.replace("users = 60\n", "")).rollout.users == 85


def test_sums_that_agree_are_not_told():
    text = (
        USERS
        + SITES
        + "[load]\nwaves = [{ date = 2027-02-08, users = 85 }]\n[load.channels]\na.share = 0.6\nb.share = 0.4"
    )
    assert told(text) == []


def test_sums_that_contradict_each_other_are_one_note_that_does_not_stop():
    text = (
        USERS.replace("85", "84")
        + SITES.replace("52", "51")
        + (
            '[load]\nwaves = [{ date = 2027-02-08, users = 70, site = "zh" }]\n'
            "[load.channels]\na.share = 0.6\nb.share = 0.5"
        )
    )
    result = validated(text)
    assert told(text) == [
        "8:9 FMT603 sums contradict each other: 84 users of the customer, 85 at its sites, 60 users of site zh, 59 "
        "in its languages, 84 users in all, 70 in the waves, 60 users of site zh, 70 in its waves, the channels share "
        "Percent(share=1.1) instead of Percent(share=1.0) | the figure that stands first in each is used"
    ]
    assert result.problems == ()
    assert len(result.notes[0].further) == 4
    assert len(list(contradicting_sums(result.rollout, result.places))) == 1


@pytest.mark.parametrize(("share", "notes"), [("0.394", 1), ("0.396", 0), ("0.404", 0), ("0.406", 1)])
def test_shares_of_channels_may_miss_the_whole_by_half_a_percent(share, notes):
    assert len(told(f"{TINY}[load.channels]\na.share = 0.6\nb.share = {share}")) == notes
