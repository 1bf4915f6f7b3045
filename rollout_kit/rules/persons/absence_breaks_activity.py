"""PER104."""

from collections.abc import Iterator
from datetime import date

from rollout_kit.assess.case import Case
from rollout_kit.assess.missing_person import DAYS_AWAY, MissingPerson, days_away, missing_people
from rollout_kit.assess.rule import OWN_WORDS, Lacks, Outcome, rule
from rollout_kit.assess.subject import listed
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Day, Message, Parameter, message, plural_message
from rollout_kit.rules.activity_names import activity_name

MOST_NAMED = 4  # house value: how many activities a sentence can carry


@rule(
    "PER104",
    "absence-breaks-activity",
    title=N_("One person missing in the week of go-live leaves work undone"),
    severity=Severity.HIGH,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("name a deputy who is there from {first} to {last}, or a second person who does it"),
    cure=Cure(id="find-deputy", text=N_("Find a deputy for {subject}"), minutes=30, further_minutes=15, owner="SO",
              before="p0.30"),
)  # fmt: skip
def absence_breaks_activity(case: Case) -> Iterator[Outcome]:
    """One person missing in the week of go-live leaves work undone.

    Fires for every person without whom a listed activity has nobody left to do it, when each in turn is away for the 5
    working days from go-live on: nobody else is responsible, no member of the team, and no deputy who is there on all
    of these days.

    Of all weeks, this is the one in which somebody falls ill and nobody has time to find out what is left lying.

    Not ready:

        [people.oser]
        absences = [{ from = 2027-02-15, to = 2027-02-19 }]

    Ready:

        [people.oser]
        absences = [{ from = 2027-02-16, to = 2027-02-19 }]

    Source: our own computation [D].
    """
    if not case.rollout.responsibilities:
        yield Lacks(("responsibilities",))
        return
    days = days_away(case)
    for missing in missing_people(case):
        if missing.stops:
            path = ("people", missing.person)
            parameters: dict[str, Parameter] = {
                "subject": case.rollout.person_by_id[missing.person].name,
                "fault": _fault(case, missing, days[0]),
                "first": Day(days[0]),
                "last": Day(days[-1]),
            }
            yield Violation(path, parameters, at=(*path, "deputy"))


def _fault(case: Case, missing: MissingPerson, first: date) -> Message:
    people = case.rollout.person_by_id
    person = people[missing.person]
    deputy = people.get(person.deputy or "")
    told: dict[str, Parameter] = {
        "subject": person.name,
        "days": DAYS_AWAY,
        "first": Day(first),
        "activities": listed((_quoted(case, id) for id in missing.stops), MOST_NAMED),
    }
    if deputy is None or deputy is person:
        return plural_message(
            N_("with {subject} away for {days} working days from {first} on, nobody does {n} activity: {activities}"),
            N_("with {subject} away for {days} working days from {first} on, nobody does {n} activities: {activities}"),
            len(missing.stops), **told,
        )  # fmt: skip
    return plural_message(
        N_(
            "with {subject} away for {days} working days from {first} on, and the deputy {deputy} away too, "
            "nobody does {n} activity: {activities}"
        ),
        N_(
            "with {subject} away for {days} working days from {first} on, and the deputy {deputy} away too, "
            "nobody does {n} activities: {activities}"
        ),
        len(missing.stops), deputy=deputy.name, **told,
    )  # fmt: skip


def _quoted(case: Case, activity: str) -> Message:
    """Return the name in quotes: it may hold a comma or an "and" itself."""
    return message(N_('"{name}"'), name=activity_name(case, activity))
