"""CHN102."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, NotApplicable, Outcome, rule
from rollout_kit.description.improvement import Interface
from rollout_kit.description.rollout import Rollout
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Message, message
from rollout_kit.rules.hand_overs import both, hand_over

NOT_OFFERED = ("collaboration", "facilitating")


@rule(
    "CHN102",
    "interface-incomplete",
    title=N_("A team offers a service, and others do not know how to get it"),
    severity=Severity.MEDIUM,
    stage="description",
    message=N_("what {taker} offers {giver} is not said in full; missing: {missing}"),
    remedy=N_("fill in one sheet together: channel, hours, time of answer, and where it is written down"),
    cure=Cure(id="complete-interface", text=N_("Settle the work between teams: {subject}"), minutes=30,
              further_minutes=10, owner="OL", before="p0.60"),
)  # fmt: skip
def interface_incomplete(case: Case) -> Iterator[Outcome]:
    """A team offers a service, and others do not know how to get it.

    Fires for every interface "as_a_service", or without a `mode`, that lacks `channel`, `hours` (its own, or those of
    the team, person or vendor behind `to`), `response` or `documentation`. Who works together on the same thing for
    some weeks needs no such sheet.

    Where nobody knows when an answer comes, everybody asks twice, and by another way the second time.

    Not ready:

        [[interfaces]]
        from = "desk"
        to = "engineers"
        mode = "as_a_service"
        channel = "Portal"
        hours = "Mon-Fri 08:00-17:00"
        response = "2 h"

    Ready:

        [[interfaces]]
        from = "desk"
        to = "engineers"
        mode = "as_a_service"
        channel = "Portal"
        hours = "Mon-Fri 08:00-17:00"
        response = "2 h"
        documentation = "Handbook, interfaces"

    Source: contents of a Team API, manager138 [E].
    """
    offered = [pair for pair in enumerate(case.rollout.interfaces) if pair[1].mode not in NOT_OFFERED]
    if not case.rollout.interfaces:
        yield Lacks(("interfaces",))
    elif not offered:
        yield NotApplicable()
    for index, interface in offered:
        missing = _missing(case.rollout, interface)
        if missing:
            parameters = {"subject": hand_over(case, interface), "missing": missing, **both(case, interface)}
            yield Violation(("interfaces", index), parameters)


def _missing(rollout: Rollout, interface: Interface) -> tuple[Message, ...]:
    taker = interface.taker
    behind = rollout.team_by_id.get(taker) or rollout.person_by_id.get(taker) or rollout.vendor_by_id.get(taker)
    asked = {
        N_("channel"): bool(interface.channel),
        N_("hours"): bool(interface.hours or (behind and behind.hours)),
        N_("time of answer"): interface.response is not None,
        N_("place of documentation"): bool(interface.documentation),
    }
    return tuple(message(text) for text, is_there in asked.items() if not is_there)
