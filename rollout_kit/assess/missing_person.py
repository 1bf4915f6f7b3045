"""What if: each named person away for the five working days from go-live on."""

from dataclasses import dataclass
from datetime import date, timedelta

from rollout_kit.assess.case import Case
from rollout_kit.description.people import Person
from rollout_kit.description.responsibilities import Responsibility
from rollout_kit.description.rollout import Rollout

DAYS_AWAY = 5  # working days: readiness.md has the go-live week; our default


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPerson:
    """What a person's absence does.

    `stops` are the listed activities that nobody is left to carry out: no other doer, no member of a team, no deputy
    who is there on all those days. `skills` are the critical skills in which nobody else is proficient. `deputy` is the
    one who stands in, None where nobody is named or the one named is away too.
    """

    person: str
    stops: tuple[str, ...]
    skills: tuple[str, ...]
    deputy: str | None

    @property
    def harms(self) -> bool:
        """Whether anything stops or is lost."""
        return bool(self.stops or self.skills)


def missing_people(case: Case) -> tuple[MissingPerson, ...]:
    """Return what the absence of each person of both houses does, in the order of the file.

    Only who carries out a listed activity, or is proficient in a critical skill, is looked at.
    """
    days = days_away(case)
    looked_at = [person for person in case.rollout.people if _has_part(case.rollout, person)]
    return tuple(_missing(case, person, days) for person in looked_at)


def days_away(case: Case) -> tuple[date, ...]:
    """Return the five working days of the customer from go-live on."""
    last = case.calendars.add_working_days(case.go_live, 0)
    found = [last]
    while len(found) < DAYS_AWAY:
        last = case.calendars.add_working_days(last + timedelta(days=1), 0)
        found.append(last)
    return tuple(found)


def doers(rollout: Rollout, line: Responsibility) -> tuple[str, ...]:
    """Return the ids of the people who carry out an activity; a team stands for its members."""
    teams = rollout.team_by_id
    found = [member for ref in line.responsible or () for member in (teams[ref].members if ref in teams else (ref,))]
    return tuple(dict.fromkeys(found))


def proficient(rollout: Rollout, skill: str) -> tuple[str, ...]:
    """Return the ids of the people who are proficient in a skill; who is still learning does not count."""
    return tuple(person.id for person in rollout.people if dict(person.skills).get(skill) == "proficient")


def _has_part(rollout: Rollout, person: Person) -> bool:
    if any(person.id in doers(rollout, line) for line in rollout.responsibilities or ()):
        return True
    return any(person.id in proficient(rollout, skill.id) for skill in rollout.critical_skills)


def _missing(case: Case, person: Person, days: tuple[date, ...]) -> MissingPerson:
    rollout = case.rollout
    deputy = person.deputy if _is_there(case, person.deputy, person, days) else None
    stops = () if deputy else tuple(
        line.id for line in rollout.responsibilities or () if _only(person, doers(rollout, line))
    )  # fmt: skip
    skills = tuple(skill.id for skill in rollout.critical_skills if _only(person, proficient(rollout, skill.id)))
    return MissingPerson(person=person.id, stops=stops, skills=skills, deputy=deputy)


def _only(person: Person, ids: tuple[str, ...]) -> bool:
    return ids == (person.id,)


def _is_there(case: Case, deputy: str | None, person: Person, days: tuple[date, ...]) -> bool:
    if deputy is None or deputy == person.id or deputy not in case.rollout.person_by_id:
        return False
    return not any(case.calendars.is_away(deputy, day) for day in days)
