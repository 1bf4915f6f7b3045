"""A change below a name that the file lacks."""

from functools import cache

import pytest

from rollout_kit import pipeline
from rollout_kit.compare.changes import changed, changes_of
from rollout_kit.compare.unknown_names import with_unknown_names
from rollout_kit.description.validate import Known, validate
from rollout_kit.finding import dotted
from rollout_kit.language.words import Words
from rollout_kit.playbook.load import open_playbook
from tests.description.sample import TINY

TEXT = f'{TINY}from = "provider.toml"\n\n[people.meyer]\nname = "Jan Meyer"\n'
HALF = '[people.oser]\nname = "Claire Oser"\n'


@cache
def known(playbook: str) -> Known:
    return pipeline.known(open_playbook(playbook, {}))


def told(*typed: str, text: str = TEXT) -> list[tuple[str, str, str]]:
    """Return path, fault and remedy of each problem of the changed description."""
    files = {"rollout.toml": text.encode(), "provider.toml": HALF.encode()}
    before = validate("rollout.toml", files, known)
    after = validate("rollout.toml", changed("rollout.toml", files, changes_of(typed)), known)
    words = Words("en")
    return [
        (dotted(one.path), words.text(one.message), words.text(one.help) if one.help else "")
        for one in with_unknown_names(after.problems, before.places)
    ]


@pytest.mark.parametrize(
    ("typed", "path", "said", "remedy"),
    [
        ("people.meier.share=0.5", "people.meier", "there is no person 'meier'", "did you mean 'meyer'?"),
        ("people.osre.share=0.5", "people.osre", "there is no person 'osre'", "did you mean 'oser'?"),
        ("people.nobody.share=0.5", "people.nobody", "there is no person 'nobody'",
         "there are: meyer, oser; a new one needs people.nobody.name"),
        ("teams.desk.phone=x", "teams.desk", "there is no team 'desk'", "a new one needs teams.desk.name"),
        ("sites.zug.users=3", "sites.zug", "there is no site 'zug'", "a new one needs sites.zug.name"),
        ("vendors.ms.hours=24x7", "vendors.ms", "there is no vendor 'ms'", "a new one needs vendors.ms.name"),
        ("maturity.incident.recurring=3", "maturity.incident", "there is no 'incident' in [maturity]",
         "a new one needs maturity.incident.phase"),
    ],
)  # fmt: skip
def test_a_name_that_nothing_has_is_told_as_one(typed: str, path: str, said: str, remedy: str):
    assert told(typed) == [(path, said, remedy)]


def test_a_name_is_told_once_whatever_its_table_lacks():
    assert told("rooms.hall.site=x")[0] == (
        "rooms.hall", "there is no room 'hall'", "a new one needs rooms.hall.name and rooms.hall.seats",
    )  # fmt: skip
    assert len([path for path, _, _ in told("rooms.hall.site=x") if path == "rooms.hall"]) == 1


def test_what_else_is_wrong_is_told_besides():
    paths = [path for path, _, _ in told("sites.zug.users=-1", "people.nobody.share=80")]
    assert sorted(paths) == ["people.nobody", "people.nobody.share", "sites.zug", "sites.zug.users"]


def test_a_table_with_all_that_it_needs_is_a_new_one():
    assert told("people.nobody.share=0.5", "people.nobody.name=N") == []


def test_someone_in_the_file_of_the_provider_is_known():
    assert told("people.oser.share=0.5") == []


@pytest.mark.parametrize("typed", ["people.meyer.name=", "customer.name="])
def test_what_is_taken_out_of_a_table_that_is_there_is_missing(typed: str):
    assert "has no 'name', which it needs" in told(typed)[0][1]


@pytest.mark.parametrize(("others", "is_listed"), [(10, True), (11, False)])
def test_many_names_are_not_listed(others: int, is_listed: bool):
    more = "".join(f'[people.somebody-{number}]\nname = "S"\n' for number in range(others))
    [(_, _, remedy)] = told("people.xyzzy.share=0.5", text=TEXT + more)
    assert remedy.startswith("there are: meyer, ") == is_listed
    assert remedy.endswith("a new one needs people.xyzzy.name")
