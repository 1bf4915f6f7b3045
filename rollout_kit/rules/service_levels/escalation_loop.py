"""SLA110."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Lacks, Outcome, rule
from rollout_kit.assess.subject import name_of
from rollout_kit.description.rollout import Rollout
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, message

WRITTEN = {"portal": N_("the ticket portal"), "mail": N_("mail")}


@rule(
    "SLA110",
    "escalation-loop",
    title=N_("The escalation comes back to the same person, or hangs on the system that is down"),
    severity=Severity.HIGH,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("name another person for each level, and a telephone that works without the service"),
    cure=Cure(id="shorten-ladder", text=N_("Shorten the escalation: {subject}"), minutes=30, further_minutes=10,
              owner="OL", before="p0.40"),
)  # fmt: skip
def escalation_loop(case: Case) -> Iterator[Outcome]:
    """The escalation comes back to the same person, or hangs on the system that is down.

    Fires for a level of `escalation` that is the same person as one before (a team of one is that person), and for one
    that is told by ticket portal or mail only.

    Who could not help at the first level is not told anything new at the third. And mail about the outage of mail
    arrives when it is over.

    Not ready:

        [[escalation]]
        who = "oser"
        after = "0 min"

        [[escalation]]
        who = "oser"
        after = "1 h"

    Ready:

        [[escalation]]
        who = "oser"
        after = "0 min"

        [[escalation]]
        who = "keller"
        after = "1 h"

    Source: our own practice [D].
    """
    if not case.rollout.escalation:
        yield Lacks(("escalation",))
    before: dict[str, int] = {}
    for index, step in enumerate(case.rollout.escalation):
        path, name, person = ("escalation", index), name_of(case.rollout, step.who), _alone(case.rollout, step.who)
        if person in before:
            fault = message(
                N_("levels {first} and {second} of the escalation are the same: {who}"),
                subject=name, first=before[person] + 1, second=index + 1, who=name,
            )  # fmt: skip
            yield Violation(path, {"fault": fault}, at=(*path, "who"))
        if step.by in WRITTEN:
            fault = message(
                N_("level {level} of the escalation, {who}, is told by {channel} only"),
                subject=name, level=index + 1, who=name, channel=message(WRITTEN[step.by]),
            )  # fmt: skip
            yield Violation(path, {"fault": fault}, at=(*path, "by"))
        before.setdefault(person, index)


def _alone(rollout: Rollout, ref: str) -> str:
    """Return the only member of a team, anything else as it is."""
    team = rollout.team_by_id.get(ref)
    return team.members[0] if team is not None and len(team.members) == 1 else ref
