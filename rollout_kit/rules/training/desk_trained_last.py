"""TRN106."""

from collections.abc import Iterator
from datetime import date

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, Outcome, rule
from rollout_kit.description.training import Training
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Day


@rule(
    "TRN106",
    "desk-trained-last",
    title=N_("The service desk is trained later than the users"),
    severity=Severity.HIGH,
    stage="plan",
    message=N_('training "{subject}" lasts until {desk}, and the first users are trained on {users}'),
    remedy=N_("train the desk before {users}, or the users later"),
    cure=Cure(id="move-training", text=N_("Move the training {subject}"), minutes=30, owner="TR", before="p0.50"),
)
def desk_trained_last(case: Case) -> Iterator[Outcome]:
    """The service desk is trained later than the users.

    Fires for a training of the audience desk whose last session lies after the first session for users. The same day
    is ready. Judged on the plan, with the sessions fixed by hand and those that it placed.

    People ask on their way out of the session; who answers must know first.

    Not ready:

        [training.desk]
        sessions = [{ date = 2027-01-25 }, { date = 2027-02-03 }]

    Ready:

        [training.desk]
        sessions = [{ date = 2027-01-25 }, { date = 2027-02-02 }]

    Source: knowledge goes to the support lines before go-live, Dynamics 365 guide [E]; the order is ours [D].
    """
    desk, users = _trainings(case, "desk"), _trainings(case, "users")
    if not case.rollout.training:
        yield Lacks(("training",))
    elif not desk or not users:
        yield Lacks(("training.users" if desk else "training.desk",))
    first_users = min((day for training in users for day in _dates(case, training)), default=date.max)
    for training in desk:
        last = max(_dates(case, training), default=first_users)
        if last > first_users:
            yield Violation(
                ("training", training.id),
                {"subject": training.name, "desk": Day(last), "users": Day(first_users)},
            )


def _trainings(case: Case, audience: str) -> list[Training]:
    return [training for training in case.rollout.training or () if training.audience == audience]


def _dates(case: Case, training: Training) -> list[date]:
    return [session.date for session in case.plan.sessions if session.training == training.id]
