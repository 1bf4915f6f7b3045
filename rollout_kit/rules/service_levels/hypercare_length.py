"""SLA114."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.moments import length
from rollout_kit.assess.promises import chain_of
from rollout_kit.assess.rule import OWN_WORDS, Judged, Lacks, Outcome, rule
from rollout_kit.description.service_levels import Hypercare
from rollout_kit.finding import Severity, Violation
from rollout_kit.message import N_, Duration, message

LEAST_DAYS, MOST_DAYS = 14, 42  # kevstemplates, fatihgorgulu (E)


@rule(
    "SLA114",
    "hypercare-length",
    title=N_("The closer watch after go-live is no faster than everyday, too short or too long"),
    severity=Severity.MEDIUM,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("agree on two to six weeks with faster answers, and on what must be true when they end"),
)
def hypercare_length(case: Case) -> Iterator[Outcome]:
    """The closer watch after go-live is no faster than everyday, too short or too long.

    Fires where `hypercare.length` is shorter than 14 days or longer than 42, and for a priority whose
    `hypercare.response` is not faster than the response promised to users for everyday.

    In the first weeks everything is new, and every hour of waiting is told on. After six weeks it is not the start any
    more, but the normal state.

    Not ready:

        [hypercare]
        length = "13 days"

    Ready:

        [hypercare]
        length = "14 days"

    Source: two to four weeks with faster times, kevstemplates [E]; two to six weeks, fatihgorgulu [E].
    """
    hypercare = case.rollout.hypercare
    if hypercare is None:
        yield Lacks(("hypercare",))
        return
    yield _of_length(hypercare.length)
    if not hypercare.response:
        yield Lacks(("hypercare.response",))
    yield from _of_responses(case, hypercare)


def _of_length(stated: Duration | None) -> Outcome:
    if stated is None:
        return Lacks(("hypercare.length",))
    if LEAST_DAYS <= stated.hours / 24 <= MOST_DAYS:
        return Judged()
    fault = message(
        N_("the closer watch after go-live lasts {length}; {least} to {most} days are usual"),
        length=stated, least=LEAST_DAYS, most=MOST_DAYS,
    )  # fmt: skip
    return Violation(("hypercare", "length"), {"fault": fault})


def _of_responses(case: Case, hypercare: Hypercare) -> Iterator[Outcome]:
    for priority, stated in hypercare.response:
        chain = chain_of(case.rollout, priority, "response")
        if chain.promise is None:
            at = f"service_levels.{priority}.promised."
            yield Lacks(tuple(key for key in chain.lacking if key.startswith((at, "provider."))))
        elif stated.minutes >= chain.promise:
            fault = message(
                N_("{priority}: the answer after go-live, {close}, is no faster than the everyday one, {usual}"),
                priority=priority, close=length(stated.minutes), usual=length(chain.promise),
            )  # fmt: skip
            yield Violation(("hypercare", "response", priority), {"fault": fault})
        else:
            yield Judged()
