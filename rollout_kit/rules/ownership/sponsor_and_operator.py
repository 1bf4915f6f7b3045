"""OWN109."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Lacks, Outcome, rule
from rollout_kit.finding import Severity, Violation
from rollout_kit.message import N_, Message, message


@rule(
    "OWN109",
    "sponsor-and-operator",
    title=N_("Sponsor and operations lead are not both named"),
    severity=Severity.MEDIUM,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("name a sponsor who decides, and an operations lead who turns it into daily work"),
)
def sponsor_and_operator(case: Case) -> Iterator[Outcome]:
    """Sponsor and operations lead are not both named.

    Fires where nobody has the role sponsor, nobody the role operations_lead, or one person is the only one with both.

    Who decides without knowing the operation promises too much; who operates without a sponsor gets no hours.

    Not ready:

        [people.weber]
        roles = ["decision_maker", "key_user"]

    Ready:

        [people.weber]
        roles = ["sponsor", "decision_maker", "key_user"]

    Source: a sponsor and somebody who grounds the idea in a plan, our own practice [D].
    """
    if not case.rollout.people:
        yield Lacks(("people.*.roles",))
        return
    sponsors = {person.id: person.name for person in case.rollout.people if "sponsor" in person.roles}
    leads = {person.id: person.name for person in case.rollout.people if "operations_lead" in person.roles}
    fault = _fault(sponsors, leads)
    if fault is not None:
        yield Violation(("people",), {"subject": message(N_("sponsor and operations lead")), "fault": fault})


def _fault(sponsors: dict[str, str], leads: dict[str, str]) -> Message | None:
    if not sponsors and not leads:
        return message(N_("nobody is named as sponsor, and nobody as operations lead"))
    if not sponsors:
        return message(N_("nobody is named as sponsor"))
    if not leads:
        return message(N_("nobody is named as operations lead"))
    if len({*sponsors, *leads}) == 1:
        (name,) = sponsors.values()
        return message(N_("{name} is sponsor and operations lead in one; it takes two people"), name=name)
    return None
