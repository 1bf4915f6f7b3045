"""SLA112."""

import math
from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, NotApplicable, Outcome, rule
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.service_levels import OnCall
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Percent, message

MOST_SHARE = 0.25  # of one's time on call: Google SRE (E)


@rule(
    "SLA112",
    "on-call-too-thin",
    title=N_("Too few people share the on-call"),
    severity=Severity.HIGH,
    stage="description",
    message=N_("{n} person is on call, {slots} at a time; for at most {share} of the time each it takes {needed}"),
    plural=N_("{n} people are on call, {slots} at a time; for at most {share} of the time each it takes {needed}"),
    remedy=N_("share the on-call with the provider, name more people, or shorten its hours"),
    cure=Cure(id="cover-hours", text=N_("Cover the open hours: {subject}"), minutes=60, further_minutes=20, owner="OL",
              before="g-6"),
)  # fmt: skip
def on_call_too_thin(case: Case) -> Iterator[Outcome]:
    """Too few people share the on-call.

    Fires where the people on call are fewer than the `slots` that are on call at the same time, divided by 25 %: 4 for
    one, 8 for a first and a second. The people are those of `on_call.people`, else the members of its team. Without an
    on-call there is nothing to judge, unless the tier is critical.

    An on-call of two lasts until the first holidays. Look up what labour law allows, too.

    Not ready:

        [on_call]
        people = ["keller", "oser", "meyer"]

    Ready:

        [on_call]
        people = ["keller", "frei", "oser", "meyer"]

    Source: at most 25 % of the time, Google SRE [E].
    """
    on_call = case.rollout.on_call
    if on_call is None:
        yield Lacks(("on_call",)) if case.rollout.about.tier == "critical" else NotApplicable()
        return
    people = _people(case.rollout, on_call)
    if people is None:
        yield Lacks(("on_call.people",))
        return
    needed = people_needed(on_call.slots)
    if people < needed:
        yield Violation(
            ("on_call",),
            {
                "subject": message(N_("people on call")),
                "n": people,
                "slots": on_call.slots,
                "share": Percent(MOST_SHARE),
                "needed": needed,
            },
            at=("on_call", "people"),
        )


def people_needed(slots: int) -> int:
    """Return how many people it takes to have so many on call at a time."""
    return math.ceil(slots / MOST_SHARE)


def _people(rollout: Rollout, on_call: OnCall) -> int | None:
    team = rollout.team_by_id.get(on_call.team or "")
    people = on_call.people or (team.members if team else ())
    return len(set(people)) or None
