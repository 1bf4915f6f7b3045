"""MAT107."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.missing_person import doers
from rollout_kit.assess.rule import Judged, Lacks, Outcome, rule
from rollout_kit.description.improvement import Maturity
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Parameter
from rollout_kit.rules.activity_names import activity_name


@rule(
    "MAT107",
    "person-bound",
    title=N_("Recurring work lives in one head, and is written down nowhere"),
    severity=Severity.HIGH,
    stage="description",
    message=N_('only {name} does "{subject}", and its {n} recurring topic has no written procedure'),
    plural=N_('only {name} does "{subject}", and none of its {n} recurring topics has a written procedure'),
    remedy=N_("write the procedure down together with {name}, and let somebody else follow it once"),
    cure=Cure(id="write-procedure", text=N_("Write down the procedure: {subject}"), minutes=60, further_minutes=45,
              owner="doer-of:subject", before="g-4"),
)  # fmt: skip
def person_bound(case: Case) -> Iterator[Outcome]:
    """Recurring work lives in one head, and is written down nowhere.

    Fires for every activity of `maturity` that has `recurring` topics, none of them with a procedure
    (`with_procedure = 0`), and one person who does it: alone in `responsible`, or the only member of the team there. A
    deputy does not count: standing in is not knowing how. What is being retired is not judged.

    In Japanese this has a name, zokujinka: the work belongs to the person, and goes when the person goes.

    Not ready:

        [maturity]
        backup = { phase = "launch", since = 2027-02-09, recurring = 3, with_procedure = 0 }

    Ready:

        [maturity]
        backup = { phase = "launch", since = 2027-02-09, recurring = 3, with_procedure = 1 }

    Source: work that is bound to persons, Japanese practice of operations in five phases [E].
    """
    growing = [each for each in case.rollout.maturity if each.phase != "retire"]
    if not growing:
        yield Lacks(("maturity",))
    for each in growing:
        yield _judged(case, each)


def _judged(case: Case, each: Maturity) -> Outcome:
    line = case.rollout.activity_by_id.get(each.id)
    people = doers(case.rollout, line) if line else ()
    if each.recurring == 0 or each.with_procedure or len(people) > 1:
        return Judged()
    lacking = {
        f"maturity.{each.id}.recurring": each.recurring,
        f"maturity.{each.id}.with_procedure": each.with_procedure,
        f"responsibilities.{each.id}.responsible": people or None,
    }
    if each.recurring is None or None in lacking.values():
        return Lacks(tuple(key for key, value in lacking.items() if value is None))
    person = case.rollout.person_by_id.get(people[0])
    path = ("maturity", each.id)
    parameters: dict[str, Parameter] = {
        "subject": activity_name(case, each.id),
        "name": person.name if person else people[0],
        "n": each.recurring,
    }
    return Violation(path, parameters, at=(*path, "with_procedure"))
