"""TRN102."""

from collections.abc import Iterator
from datetime import date, timedelta

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Lacks, Outcome, rule
from rollout_kit.assess.subject import first_day_of
from rollout_kit.description.training import Training
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Day, Message, message
from rollout_kit.plan.sessions import taught_on

MOST_DAYS = 14  # house value: calendar days between the last session and the first day of use
FAR_TOO_MANY_DAYS = 30  # house value: above it the finding is high
REFRESHER_DAYS = 5  # house value: a session in the last so many days refreshes


@rule(
    "TRN102",
    "trained-too-early",
    title=N_("Users are trained so early that they forget"),
    severity=Severity.MEDIUM,
    worst=Severity.HIGH,
    stage="plan",
    message=OWN_WORDS,
    remedy=N_("move the last session nearer, or add a refresher in the last {refresher} days before {first_day}"),
    cure=Cure(id="move-training", text=N_("Move the training {subject}"), minutes=30, owner="TR", before="p0.50"),
)
def trained_too_early(case: Case) -> Iterator[Outcome]:
    """Users are trained so early that they forget.

    Fires where the last session of a training for users lies more than 14 days before go-live (for a site of a later
    wave, before that wave) and no session for the same users lies in the last 5 days before; high above 30 days. The
    last session is the one with which nine in ten have had a seat: a few seats added later help those few.

    What is not used is forgotten from the first day on; how fast, no honest figure tells.

    Not ready:

        [training.users]
        sessions = [{ date = 2027-01-25 }]

    Ready:

        [training.users]
        sessions = [{ date = 2027-01-26 }]

    Source: forgetting sets in at once, techstructional [E]; the days are ours [D].
    """
    trainings = [training for training in case.rollout.training or () if training.audience == "users"]
    if not trainings:
        yield Lacks(("training.users" if case.rollout.training else "training",))
    for training in trainings:
        first_day, last = first_day_of(case, training), taught_on(training, case.plan)
        if last is None or (first_day - last).days <= MOST_DAYS or _is_refreshed(case, training, first_day):
            continue
        days = (first_day - last).days
        yield Violation(
            ("training", training.id),
            {
                "subject": training.name,
                "last": Day(last),
                "n": days,
                "most": MOST_DAYS,
                "refresher": REFRESHER_DAYS,
                "first_day": Day(first_day),
                "fault": _fault(case, training, last, days),
            },
            Severity.HIGH if days > FAR_TOO_MANY_DAYS else Severity.MEDIUM,
        )


def _fault(case: Case, training: Training, last: date, days: int) -> Message:
    """Return the fault; where a later session adds a few seats, it is said whom the date is about."""
    text = N_('training "{subject}" ends on {last}, {n} days before its use; {most} are the most without a refresher')
    if any(session.date > last for session in case.plan.sessions if session.training == training.id):
        text = N_(
            'nine in ten of training "{subject}" are taught by {last}, {n} days before its use; '
            "{most} are the most without a refresher"
        )
    return message(text, subject=training.name, last=Day(last), n=days, most=MOST_DAYS)


def _is_refreshed(case: Case, training: Training, first_day: date) -> bool:
    """Whether the same users sit again in the last days: in a training for all, or for their site and language."""
    same = [
        other.id
        for other in case.rollout.training or ()
        if other.audience == "users"
        and other.site in (None, training.site)
        and other.language in (None, training.language)
    ]
    earliest = first_day - timedelta(days=REFRESHER_DAYS)
    return any(session.training in same and earliest <= session.date < first_day for session in case.plan.sessions)
