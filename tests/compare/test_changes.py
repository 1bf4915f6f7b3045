"""Changes as they are typed, and what they do to a description."""

import tomllib
from typing import Any

import pytest

from rollout_kit.compare.changes import changed, changes_of
from rollout_kit.errors import RolloutKitError
from rollout_kit.language.words import Words

TEXT = """\
[rollout]
name = "Mail \\"new\\""
kickoff = 2027-01-11
days = 30

[people.meyer]
share = 0.5
absences = [{ from = 2027-01-20, to = 2027-01-22 }]

[[plan.add]]
id = "visit"
at = 10:30:00
"""


def after(*typed: str) -> dict[str, Any]:
    files = changed("rollout.toml", {"rollout.toml": TEXT.encode(), "logo.svg": b"<svg/>"}, changes_of(typed))
    assert files["logo.svg"] == b"<svg/>"
    return tomllib.loads(files["rollout.toml"].decode())


def test_nothing_but_the_changed_value_differs() -> None:
    expected = tomllib.loads(TEXT)
    expected["rollout"]["days"] = 21
    expected["people"]["meyer"]["share"] = 1.0

    assert after("rollout.days=21", "people.meyer.share = 1.0") == expected


@pytest.mark.parametrize(
    ("typed", "path", "value"),
    [
        ("rollout.go_live=2027-02-09", ("rollout", "go_live"), tomllib.loads("v = 2027-02-09")["v"]),
        ("people.meyer.deputy=keller", ("people", "meyer", "deputy"), "keller"),
        ("customer.hours=Mon-Fri 08:00-17:00", ("customer", "hours"), "Mon-Fri 08:00-17:00"),
        ('rollout.name="x"', ("rollout", "name"), "x"),
        ("rollout.name=a\nb = 1", ("rollout", "name"), "a\nb = 1"),
        ("load.waves=[{ users = 3 }]", ("load", "waves"), [{"users": 3}]),
        ('"rollout".days=14', ("rollout", "days"), 14),
        ("plan.add.0.id=other", ("plan", "add", 0, "id"), "other"),
        ("people.meyer.share=", ("people", "meyer"), {"absences": tomllib.loads(TEXT)["people"]["meyer"]["absences"]}),
        ("people.meyer.absences.0=", ("people", "meyer", "absences"), []),
    ],
)
def test_a_value_is_read_as_it_is_meant(typed: str, path: tuple[str | int, ...], value: object) -> None:
    held: Any = after(typed)
    for part in path:
        held = held[part]
    assert held == value


@pytest.mark.parametrize("typed", ["rollout.days", "=3", "a b=3", "rollout..days=3", "[rollout]=3"])
def test_what_is_no_change_is_told(typed: str) -> None:
    with pytest.raises(RolloutKitError, match="is no change"):
        changes_of([typed])


@pytest.mark.parametrize("second", ["rollout.days=16", '"rollout".days = 16', "rollout.days="])
def test_a_key_that_is_changed_twice_is_told_with_both(second: str) -> None:
    with pytest.raises(RolloutKitError) as told:
        changes_of(["rollout.days=15", "rollout.name=X", second])
    words = Words("en")
    assert words.text(told.value.message) == f'"rollout.days=15" and "{second}" change the same key'
    assert told.value.help is not None
    assert words.text(told.value.help) == "leave one of them out"


@pytest.mark.parametrize(
    "typed", ["rollout.nothing=", "rollout.days.hours=3", "plan.add.7.id=x", "plan.add.1=", "plan.add.first=3"]
)
def test_a_change_of_what_is_not_there_is_told(typed: str) -> None:
    with pytest.raises(RolloutKitError, match="there is no"):
        after(typed)
