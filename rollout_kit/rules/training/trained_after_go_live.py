"""TRN101."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, Outcome, rule
from rollout_kit.assess.subject import first_day_of
from rollout_kit.description.training import Training
from rollout_kit.finding import Cure, KeyPath, Severity, Violation
from rollout_kit.message import N_, Day
from rollout_kit.plan.model import Session

AUDIENCES = ("users", "desk", "second_level", "key_users")  # they work with the service on its first day


@rule(
    "TRN101",
    "trained-after-go-live",
    title=N_("People who work on the first day are trained after it"),
    severity=Severity.BLOCKER,
    stage="plan",
    message=N_('training "{subject}" lasts until {last} and may until {limit}, since its people start on {first_day}'),
    remedy=N_("move the session to {limit} or earlier"),
    cure=Cure(id="move-training", text=N_("Move the training {subject}"), minutes=30, owner="TR", before="p0.50"),
)
def trained_after_go_live(case: Case) -> Iterator[Outcome]:
    """People who work on the first day are trained after it.

    Fires where the last session of a training for users, desk, second_level or key_users lies after the last working
    day of the customer before go-live; for a site of a later wave, before that wave. Judged on the plan, with the
    sessions fixed by hand and those that it placed; a session without a place is PLN106.

    Whoever meets a service untrained calls the desk, and the desk must not learn it in the same hour.

    Not ready:

        [training.users]
        sessions = [{ date = 2027-02-02 }, { date = 2027-02-09 }]

    Ready:

        [training.users]
        sessions = [{ date = 2027-02-02 }, { date = 2027-02-08 }]

    Source: number of people trained as a criterion of acceptance, SAP [E].
    """
    trainings = [training for training in case.rollout.training or () if training.audience in AUDIENCES]
    if not trainings:
        yield Lacks(("training.users" if case.rollout.training else "training",))
    for training in trainings:
        sessions = [session for session in case.plan.sessions if session.training == training.id]
        first_day = first_day_of(case, training)
        limit = case.calendars.add_working_days(first_day, -1)
        last = max(sessions, key=lambda session: session.date, default=None)
        if last is not None and last.date > limit:
            yield Violation(
                _path(training, last),
                {"subject": training.name, "last": Day(last.date), "limit": Day(limit), "first_day": Day(first_day)},
            )


def _path(training: Training, last: Session) -> KeyPath:
    if not last.is_fixed:
        return ("training", training.id)
    dates = [session.date for session in training.sessions]
    return ("training", training.id, "sessions", dates.index(last.date), "date")
