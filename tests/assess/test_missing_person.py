"""Who must not fall ill in the week of go-live."""

from datetime import date

import pytest

from rollout_kit import pipeline
from rollout_kit.assess.case import Case
from rollout_kit.assess.missing_person import MissingPerson, days_away, missing_people

pytestmark = pytest.mark.thorough

HEAD = """
[rollout]
name = "X"
kickoff = 2027-01-11
go_live = 2027-02-05
[customer]
name = "C"
[provider]
name = "P"
"""
PEOPLE = """
[people.anna]
name = "Anna"
[people.ben]
name = "Ben"
organisation = "provider"
[people.cora]
name = "Cora"
organisation = "provider"
"""


def case(text: str, people: str = PEOPLE) -> Case:
    outcome = pipeline.run("rollout.toml", {"rollout.toml": f"{HEAD}{people}{text}".encode()}, date(2026, 12, 14))
    assert outcome.result is not None, outcome.problems
    return outcome.result.case


def found(text: str, people: str = PEOPLE) -> dict[str, MissingPerson]:
    return {each.person: each for each in missing_people(case(text, people))}


def test_five_working_days_begin_with_go_live() -> None:
    assert days_away(case("")) == tuple(date(2027, 2, day) for day in (5, 8, 9, 10, 11))


def test_what_one_person_does_stops_with_that_person() -> None:
    absences = found(
        '[responsibilities]\nbackup = { responsible = "ben" }\nrestore = { responsible = ["ben", "cora"] }\n'
    )

    assert absences["ben"].stops == ("backup",)
    assert absences["cora"].stops == ()
    assert "anna" not in absences  # carries out nothing


@pytest.mark.parametrize(
    ("absence", "stops"),
    [
        ("", ()),
        ("absences = [{ from = 2027-02-04, to = 2027-02-04 }]", ()),
        ("absences = [{ from = 2027-02-05, to = 2027-02-05 }]", ("backup",)),
        ("absences = [{ from = 2027-02-11, to = 2027-02-20 }]", ("backup",)),
        ("absences = [{ from = 2027-02-12, to = 2027-02-20 }]", ()),
    ],
)
def test_a_deputy_keeps_it_going_who_is_there_all_the_time(absence: str, stops: tuple[str, ...]) -> None:
    people = PEOPLE.replace('name = "Ben"', 'name = "Ben"\ndeputy = "cora"').replace(
        'name = "Cora"', f'name = "Cora"\n{absence}'
    )
    ben = found('[responsibilities]\nbackup = { responsible = "ben" }\n', people)["ben"]

    assert ben.stops == stops
    assert ben.deputy == (None if stops else "cora")


def test_a_team_goes_on_with_its_other_members() -> None:
    text = '[teams.desk]\nname = "D"\nmembers = {}\n[responsibilities]\nincident = {{ responsible = "desk" }}\n'

    assert found(text.format('["ben", "cora"]').replace("{{", "{").replace("}}", "}"))["ben"].stops == ()
    assert found(text.format('["ben"]').replace("{{", "{").replace("}}", "}"))["ben"].stops == ("incident",)


def test_a_skill_is_lost_where_nobody_else_is_proficient() -> None:
    people = PEOPLE.replace('name = "Ben"', 'name = "Ben"\nskills = { restore = "proficient", voice = "proficient" }')
    people = people.replace('name = "Cora"', 'name = "Cora"\nskills = { restore = "learning", voice = "proficient" }')

    absences = found('[critical_skills]\nrestore = "r"\nvoice = "v"\n', people)

    assert absences["ben"].skills == ("restore",)
    assert absences["ben"].harms
    assert not absences["cora"].harms


def test_a_deputy_does_not_bring_a_skill() -> None:
    people = PEOPLE.replace('name = "Ben"', 'name = "Ben"\ndeputy = "cora"\nskills = { restore = "proficient" }')

    assert found('[critical_skills]\nrestore = "r"\n', people)["ben"].skills == ("restore",)
