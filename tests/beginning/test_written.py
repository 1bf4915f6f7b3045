"""Answers in the file: what was answered comes back, whatever it holds, and all else stays a comment."""

import re
import tomllib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rollout_kit import resources
from rollout_kit.beginning.answers import Answers, Days, PersonAnswer, ProcessAnswer, SiteAnswer
from rollout_kit.beginning.written import description_of, main_users
from rollout_kit.language.words import Words

DAY = date(2026, 11, 20)
TAGS = ("en", "de", "de-CH")

names = st.one_of(
    st.text(min_size=1, max_size=30),
    st.sampled_from(['"]\n[rules]', 'a"b\\', "'''", '"""', "\\u0041", "# no comment", "\x00\x7f\u2028", "]\r\n[x]"]),
)
regions = st.none() | st.sampled_from(["CH-ZH", "DE", "FR-IDF"])
days_away = st.builds(lambda why: Days(first=date(2027, 2, 1), last=date(2027, 2, 5), why=why), st.just("") | names)
people = st.lists(
    st.builds(
        PersonAnswer, name=names, organisation=st.sampled_from(["customer", "provider"]), title=st.just("") | names,
        roles=st.lists(st.sampled_from(["sponsor", "service_owner", "desk"]), unique=True).map(tuple), email=names,
        share=st.none() | st.just(0.5), absences=st.lists(days_away, max_size=2).map(tuple),
    ),
    max_size=4, unique_by=lambda one: one.name.casefold(),
).map(tuple)  # fmt: skip
answered = st.builds(
    Answers, service=st.just("") | names, name=names, customer=names, customer_region=regions, provider=names,
    users=st.none() | st.integers(0, 5000), people=people, desk_phone=st.just("") | names,
    sites=st.lists(
        st.builds(SiteAnswer, name=names, region=regions, users=st.none() | st.integers(0, 99)), max_size=3
    ).map(tuple),
    freeze=st.lists(days_away, max_size=3).map(tuple),
    processes=st.lists(st.builds(ProcessAnswer, name=names), max_size=2).map(tuple),
)  # fmt: skip


@pytest.mark.thorough
@settings(derandomize=True, deadline=None, database=None)
@given(answers=answered, tag=st.sampled_from(TAGS))
def test_whatever_is_answered_comes_back(answers: Answers, tag: str):
    read = tomllib.loads(description_of(answers, Words(tag), DAY))
    assert read["rollout"]["name"] == answers.name
    assert (read["customer"]["name"], read["provider"]["name"]) == (answers.customer, answers.provider)
    assert [one["name"] for one in read.get("people", {}).values()] == [one.name for one in answers.people]
    assert [one.get("title", "") for one in read.get("people", {}).values()] == [one.title for one in answers.people]
    assert [one["why"] for one in read["customer"].get("freeze", ()) if "why" in one] == [
        one.why for one in answers.freeze if one.why
    ]
    assert [one["name"] for one in read.get("processes", ())] == [one.name for one in answers.processes]
    assert [one["name"] for one in read["sites"].values()][-len(answers.sites) or 9 :] == [
        one.name for one in answers.sites
    ]
    assert "rules" not in read


@pytest.mark.thorough
@settings(derandomize=True, deadline=None, database=None)
@given(answers=answered)
def test_short_names_are_plain_and_meant_once(answers: Answers):
    keys = list(tomllib.loads(description_of(answers, Words("en"), DAY)).get("people", {}))
    assert len(keys) == len(set(keys)) == len(answers.people)
    assert all(re.fullmatch(r"[a-z0-9-]+", key) for key in keys)


def skeleton(text: str) -> list[str]:
    return [
        found[0] for line in text.splitlines() if (found := re.match(r'#?(?:\[+[^\]]+\]+|"?[\w.-]+"?(?= =))', line))
    ]


def test_all_languages_have_the_same_examples_in_the_same_order():
    english = skeleton(description_of(Answers(), Words("en"), DAY))
    assert len(english) > 120
    english[english.index("#language")] = "language"  # English documents need no line that asks for them
    assert [english] * 2 == [skeleton(description_of(Answers(), Words(tag), DAY)) for tag in TAGS[1:]]


def test_every_language_with_a_catalogue_has_the_text():
    folders = sorted(path.parent.parent.name for path in resources.locales().glob("*/LC_MESSAGES/*.po"))
    assert folders
    assert [(resources.locales() / folder / "answered.toml").is_file() for folder in folders] == [True] * len(folders)


@pytest.mark.parametrize("tag", TAGS)
def test_every_example_in_the_comments_is_sound_toml(tag: str):
    text = description_of(Answers(), Words(tag), DAY)
    used = "\n".join(re.sub(r'^#(?=[a-z\["])', "", line) for line in text.splitlines())
    assert {"on_call", "pilot", "tests", "plan", "access", "people"} <= set(tomllib.loads(used))


@pytest.mark.parametrize("tag", TAGS)
def test_no_line_is_wider_than_a_screen(tag: str):
    assert max(map(len, description_of(Answers(), Words(tag), DAY).splitlines())) <= 120


def test_swiss_german_has_no_sharp_s_but_in_names():
    text = description_of(Answers(customer="Weiß AG"), Words("de-CH"), DAY)
    assert text.count("ß") == text.count("Weiß AG") == 1


@pytest.mark.parametrize(
    ("users", "others", "main"),
    [(86, (26,), 60), (86, (26, 60), 0), (86, (None,), None), (None, (26,), None), (10, (26,), 0), (5, (), 5)],
)
def test_the_main_site_has_who_is_left(users: int | None, others: tuple[int | None, ...], main: int | None):
    sites = tuple(SiteAnswer(name=f"S{index}", users=number) for index, number in enumerate(others))
    assert main_users(Answers(users=users, sites=sites)) == main


def test_a_main_site_without_people_is_left_out():
    sites = (SiteAnswer(name="Zug", users=60), SiteAnswer(name="Lausanne", users=26))
    text = description_of(Answers(users=86, sites=sites), Words("en"), DAY)
    assert list(tomllib.loads(text)["sites"]) == ["zug", "lausanne"]


def test_a_day_without_what_was_restored_stays_a_comment():
    text = description_of(Answers(restore_tried=date(2026, 5, 20)), Words("en"), DAY)
    assert "#last_restore_test = { date = 2026-05-20" in text
    assert "continuity" not in tomllib.loads(text)


def test_a_kickoff_that_nobody_named_is_a_proposal():
    assert "so far a proposal" in description_of(Answers(), Words("en"), DAY)
    assert "so far a proposal" not in description_of(Answers(kickoff=date(2027, 1, 11)), Words("en"), DAY)
