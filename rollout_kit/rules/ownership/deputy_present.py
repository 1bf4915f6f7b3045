"""OWN103."""

from collections.abc import Iterator
from datetime import date, timedelta

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Lacks, Outcome, rule
from rollout_kit.description.people import Person
from rollout_kit.description.responsibilities import Responsibility
from rollout_kit.description.rollout import Rollout
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Day, Message, Parameter, message, plural_message

VITAL = ("incident", "major_incident", "security_incident", "restore", "access")
DAYS_BEFORE = 7  # house value: from here to go-live nobody vital may be missing
DAYS_AFTER = 14  # house value: and until here


@rule(
    "OWN103",
    "deputy-present",
    title=N_("Somebody vital has no deputy, or is away together with the deputy"),
    severity=Severity.HIGH,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("name a deputy who is there from {first} to {last}; where both are away, moving one absence is enough"),
    cure=Cure(id="find-deputy", text=N_("Find a deputy for {subject}"), minutes=30, further_minutes=15, owner="SO",
              before="p0.30"),
)  # fmt: skip
def deputy_present(case: Case) -> Iterator[Outcome]:
    """Somebody vital has no deputy, or is away together with the deputy.

    Fires for every person who is accountable or responsible for incident, major_incident, security_incident, restore
    or access and has no deputy, or whose deputy is away on the same day from 7 days before to 14 days after go-live.
    A team of two or more needs no deputy.

    One illness must not stop the restore, and go-live falls into somebody's holidays more often than not.

    Not ready:

        [people.keller]
        absences = [{ from = 2027-02-10, to = 2027-02-12 }]

        [people.frei]
        absences = [{ from = 2027-02-12, to = 2027-02-19 }]

    Ready:

        [people.keller]
        absences = [{ from = 2027-02-10, to = 2027-02-12 }]

        [people.frei]
        absences = [{ from = 2027-02-15, to = 2027-02-19 }]

    Source: dependence on single people, orgplannerpro [E]; the days are ours [D].
    """
    vital = [line for line in case.rollout.responsibilities or () if line.id in VITAL]
    if not case.rollout.responsibilities:
        yield Lacks(("responsibilities",))
    elif not vital:
        yield Lacks(tuple(f"responsibilities.{activity}" for activity in VITAL))
    first, last = case.go_live - timedelta(days=DAYS_BEFORE), case.go_live + timedelta(days=DAYS_AFTER)
    for person in _persons(case.rollout, vital):
        fault = _fault(case, person, first, last)
        if fault is not None:
            parameters: dict[str, Parameter] = {
                "subject": person.name,
                "fault": fault,
                "first": Day(first),
                "last": Day(last),
            }
            yield Violation(("people", person.id), parameters, at=("people", person.id, "deputy"))


def _fault(case: Case, person: Person, first: date, last: date) -> Message | None:
    deputy = case.rollout.person_by_id.get(person.deputy or "")
    if deputy is None or deputy is person:
        return message(N_("{subject} has no deputy"), subject=person.name)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    away = case.calendars.is_away
    common = [day for day in days if away(person.id, day) and away(deputy.id, day)]
    if not common:
        return None
    return plural_message(
        N_("{subject} and the deputy {deputy} are away on the same day around go-live: {day}"),
        N_("{subject} and the deputy {deputy} are away on the same {n} days around go-live, the first is {day}"),
        len(common),
        subject=person.name,
        deputy=deputy.name,
        day=Day(common[0]),
    )


def _persons(rollout: Rollout, lines: list[Responsibility]) -> list[Person]:
    """Those named directly, and the only member of a team, each once."""
    refs = [ref for line in lines for ref in (*(line.accountable or ()), *(line.responsible or ()))]
    teams = {team.id: team.members for team in rollout.teams}
    alone = [teams.get(ref, (ref,)) for ref in refs]
    ids = dict.fromkeys(members[0] for members in alone if len(members) == 1)
    return [rollout.person_by_id[id] for id in ids if id in rollout.person_by_id]
