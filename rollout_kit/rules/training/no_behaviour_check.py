"""TRN110."""

from collections.abc import Iterator
from datetime import timedelta

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Lacks, NotApplicable, Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, message

AUDIENCES = ("desk", "key_users")
EARLIEST_DAYS = 14  # house value: after go-live, when the first rush is over
LATEST_DAYS = 60  # house value


@rule(
    "TRN110",
    "no-behaviour-check",
    title=N_("Nobody looks whether desk and key users work as they were taught"),
    severity=Severity.MEDIUM,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("date an observation at work between {earliest} and {latest}"),
    cure=Cure(id="date-it", text=N_("Put it in the calendar: {subject}"), minutes=15, further_minutes=5, owner="OL",
              before="g-6"),
)  # fmt: skip
def no_behaviour_check(case: Case) -> Iterator[Outcome]:
    """Nobody looks whether desk and key users work as they were taught.

    Fires for a training of the audience desk or key_users whose `behaviour_check` is not dated, or not from 14 to 60
    days after go-live.

    Old habits come back after two weeks; whoever looks then can still change them.

    Not ready:

        [training.desk]
        behaviour_check = 2027-02-22

    Ready:

        [training.desk]
        behaviour_check = 2027-02-23

    Source: third of the levels of Kirkpatrick, on the job [E]; the days are ours [D].
    """
    if not case.rollout.training:
        yield Lacks(("training",))
        return
    trainings = [training for training in case.rollout.training if training.audience in AUDIENCES]
    if not trainings:
        yield NotApplicable()
    earliest = case.go_live + timedelta(days=EARLIEST_DAYS)
    latest = case.go_live + timedelta(days=LATEST_DAYS)
    for training in trainings:
        day = training.behaviour_check
        if day is not None and earliest <= day <= latest:
            continue
        subject = message(N_("behaviour check ({training})"), training=training.name)
        if day is None:
            fault = message(
                N_('training "{training}" has no date for a behaviour check'), training=training.name, subject=subject
            )
        else:
            fault = message(
                N_('the behaviour check of training "{training}" is on {day}, not from {earliest} to {latest}'),
                training=training.name, subject=subject, day=day, earliest=earliest, latest=latest,
            )  # fmt: skip
        yield Violation(
            ("training", training.id),
            {"subject": training.name, "earliest": earliest, "latest": latest, "fault": fault},
            at=("training", training.id, "behaviour_check"),
        )
