"""SLA108."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.moments import length
from rollout_kit.assess.promises import chain_of
from rollout_kit.assess.rule import OWN_WORDS, Judged, Lacks, Outcome, rule
from rollout_kit.assess.subject import name_of
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Percent, message, plural_message

MOST_PERCENT = 50  # house value: of the promised resolution of P1
LEAST_LEVELS = 3  # house value: of a critical service
PATH = ("escalation",)


@rule(
    "SLA108",
    "escalation-too-slow",
    title=N_("Trouble climbs too slowly, or not high enough"),
    severity=Severity.HIGH,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("shorten the waiting times, or let somebody who can decide be told sooner"),
    cure=Cure(id="shorten-ladder", text=N_("Shorten the escalation: {subject}"), minutes=30, further_minutes=10,
              owner="OL", before="p0.40"),
)  # fmt: skip
def escalation_too_slow(case: Case) -> Iterator[Outcome]:
    """Trouble climbs too slowly, or not high enough.

    Fires where the last level of `escalation` is told later than after half of the resolution that is promised for P1;
    `after` counts from the start. At the tier critical it also fires with fewer than three levels.

    Whoever can send for help must hear of it while help still helps.

    Not ready:

        [[escalation]]
        who = "desk"
        after = "0 min"

        [[escalation]]
        who = "keller"
        after = "151 min"

    Ready:

        [[escalation]]
        who = "desk"
        after = "0 min"

        [[escalation]]
        who = "keller"
        after = "150 min"

    Source: escalation by function and by hierarchy, FitSM PR9.3 [T]; one half and three levels are ours [D].
    """
    steps = case.rollout.escalation
    if not steps:
        yield Lacks(PATH)
        return
    if case.rollout.about.tier == "critical" and len(steps) < LEAST_LEVELS:
        fault = plural_message(
            N_("the escalation has {n} level; a critical service needs {least}"),
            N_("the escalation has {n} levels; a critical service needs {least}"),
            len(steps), least=LEAST_LEVELS,
        )  # fmt: skip
        remedy = message(N_("add a level: somebody who can decide on money and on other people's time"))
        yield Violation(PATH, {"subject": message(N_("number of levels")), "fault": fault, "remedy": remedy})
    yield _speed(case)


def _speed(case: Case) -> Outcome:
    steps, chain = case.rollout.escalation, chain_of(case.rollout, "P1", "resolution")
    if chain.promise is None:
        return Lacks(tuple(key for key in chain.lacking if ".promised." in key or key.startswith("provider.")))
    index, last = max(enumerate(steps), key=lambda pair: (pair[1].after.minutes, pair[0]))
    if round(last.after.minutes * 100, 6) <= round(chain.promise * MOST_PERCENT, 6):
        return Judged()
    fault = message(
        N_("{who}, the last level, is told after {after}; {share} of the {promise} promised for P1 are {most}"),
        subject=message(N_("waiting time")),
        who=name_of(case.rollout, last.who),
        after=length(last.after.minutes),
        share=Percent(MOST_PERCENT / 100),
        promise=length(chain.promise),
        most=length(chain.promise * MOST_PERCENT / 100),
    )
    return Violation((*PATH, index), {"fault": fault}, at=(*PATH, index, "after"))
