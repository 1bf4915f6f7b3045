"""OWN107."""

import math
from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Judged, Lacks, Outcome, rule
from rollout_kit.assess.subject import organisation_of
from rollout_kit.calendars.presence import afternoon_of, length, morning_of
from rollout_kit.description.people import Person
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Message, Parameter, Percent, message

MOST_OUTSIDE_PERCENT = 80  # house value: from here on the customer needs somebody of its own
LEAST_HOURS = 4  # house value: a week
USUAL_HOURS = 40  # a week, where a person has none: two half-days of 4 h on five days


@rule(
    "OWN107",
    "retained-service-owner",
    title=N_("Nearly all work is given away, and nobody of the customer has time to steer it"),
    severity=Severity.MEDIUM,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("name a service owner of {customer} with {least} h a week or more"),
    cure=Cure(id="spread-hats", text=N_("Spread the load of duties: {subject}"), minutes=45, further_minutes=15,
              owner="SO", before="p0.30"),
)  # fmt: skip
def retained_service_owner(case: Case) -> Iterator[Outcome]:
    """Nearly all work is given away, and nobody of the customer has time to steer it.

    Fires where 80 % or more of the listed activities are done by somebody outside of the customer, and no service owner
    of the customer has 4 hours a week or more: hours of the week (40 where none are stated) x `share`.

    Work can be bought, judging it cannot: without somebody who knows it the customer takes what it gets.

    Not ready:

        [people.keller]
        share = 0.09

        [responsibilities]
        service_desk = { accountable = "frei", responsible = ["oser"] }
        joiner_leaver = { accountable = "keller", responsible = ["oser"] }
        licences = { accountable = "weber", responsible = ["oser"] }

    Ready:

        [people.keller]
        share = 0.1

        [responsibilities]
        service_desk = { accountable = "frei", responsible = ["oser"] }
        joiner_leaver = { accountable = "keller", responsible = ["oser"] }
        licences = { accountable = "weber", responsible = ["oser"] }

    Source: retained organisation, as in SIAM [E]; 80 % and 4 hours are ours [D].
    """
    done = [line.responsible for line in case.rollout.responsibilities or () if line.responsible]
    if not done:
        yield Lacks(("responsibilities.*.responsible" if case.rollout.responsibilities else "responsibilities",))
        return
    outside = sum(any(organisation_of(case.rollout, ref) != "customer" for ref in refs) for refs in done)
    if outside * 100 < MOST_OUTSIDE_PERCENT * len(done):
        return
    owners = [each for each in case.rollout.people if each.organisation == "customer" and "service_owner" in each.roles]
    hours = {owner: _hours(owner) for owner in owners}
    known = {owner: held for owner, held in hours.items() if held is not None}
    if any(held >= LEAST_HOURS for held in known.values()):
        yield Judged()
    elif len(known) < len(owners):
        yield Lacks(tuple(f"people.{owner.id}.share" for owner in owners if owner not in known))
    else:
        yield _violation(case, known, {"n": outside, "total": len(done), "share": Percent(outside / len(done))})


def _violation(case: Case, hours: dict[Person, float], parameters: dict[str, Parameter]) -> Violation:
    customer = case.rollout.customer.name
    owner = max(hours, key=lambda each: hours[each], default=None)
    fault: Message
    if owner is None:
        fault = message(
            N_("{n} of {total} activities ({share}) are done outside of {customer}, which has no service owner"),
            customer=customer, **parameters,
        )  # fmt: skip
    else:
        fault = message(
            N_(
                "{n} of {total} activities ({share}) are done outside of {customer}, "
                "whose service owner {name} has {hours} h a week"
            ),
            customer=customer, name=owner.name, hours=_down(hours[owner]), **parameters,
        )  # fmt: skip
    told: dict[str, Parameter] = {"fault": fault, "customer": customer, "least": LEAST_HOURS}
    if owner is None:
        return Violation(("people",), told | {"subject": customer})
    return Violation(("people", owner.id), told | {"subject": owner.name}, at=("people", owner.id, "share"))


def _down(hours: float) -> float:
    """Return hours to one digit, down: what is too few never reads as enough."""
    return math.floor(10 * hours) / 10


def _hours(person: Person) -> float | None:
    """Return the hours a week that somebody has for the service, None where it is not known."""
    if person.share is None:
        return None
    if person.hours is None:
        return round(USUAL_HOURS * person.share, 6)
    minutes = 0
    for weekday in range(7):
        spans = [(stretch.starts_at, stretch.ends_at) for stretch in person.hours.on(weekday)]
        minutes += length(morning_of(spans)) + length(afternoon_of(spans))
    return round(minutes / 60 * person.share, 6)
