"""FBL102."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Judged, Lacks, Outcome, rule
from rollout_kit.description.improvement import Feedback
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Message, Parameter, message
from rollout_kit.rules.rounds import working_days

MOST_DAYS = 5  # house value: working days


@rule(
    "FBL102",
    "feedback-not-closed",
    title=N_("Feedback is collected, and nobody has to answer it"),
    severity=Severity.MEDIUM,
    stage="description",
    message=N_('"{subject}" lacks {missing}'),
    remedy=N_("name who answers, and by when: {most} working days, even if the answer is no"),
    cure=Cure(id="complete-measures", text=N_("Complete the measure: {subject}"), minutes=30, further_minutes=10,
              owner="OL", before="p0.50"),
)  # fmt: skip
def feedback_not_closed(case: Case) -> Iterator[Outcome]:
    """Feedback is collected, and nobody has to answer it.

    Fires for a round of `feedback` without an `owner`, and for one with `users` whose `answers_within` is not there or
    more than 5 working days. A week has five of them, a day is one. The share that is answered in time can be measured
    only where there is such a time.

    Who was asked and heard nothing does not answer a second time.

    Not ready:

        [[feedback]]
        name = "Users' round"
        owner = "oser"
        users = true
        answers_within = "6 days"

    Ready:

        [[feedback]]
        name = "Users' round"
        owner = "oser"
        users = true
        answers_within = "5 days"

    Source: reports of champions sorted within a day, matthewswong [E]; five days are ours [D].
    """
    if not case.rollout.feedback:
        yield Lacks(("feedback",))
    for index, meeting in enumerate(case.rollout.feedback):
        missing = tuple(_missing(meeting))
        if not missing:
            yield Judged()
            continue
        is_late = meeting.owner is not None and meeting.answers_within is not None
        at = ("feedback", index, "answers_within") if is_late else ("feedback", index)
        parameters: dict[str, Parameter] = {"subject": meeting.name, "missing": missing, "most": MOST_DAYS}
        yield Violation(("feedback", index), parameters, at=at)


def _missing(meeting: Feedback) -> Iterator[Message]:
    if meeting.owner is None:
        yield message(N_("an owner"))
    if not meeting.users:
        return
    if meeting.answers_within is None:
        yield message(N_("an answer within {n} working days"), n=MOST_DAYS)
    elif working_days(meeting.answers_within) > MOST_DAYS:
        text = N_("an answer within {n} working days ({given} stated)")
        yield message(text, n=MOST_DAYS, given=meeting.answers_within)
