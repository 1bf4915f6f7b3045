"""TRN105."""

from collections.abc import Iterator
from datetime import date

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, Outcome, rule
from rollout_kit.assess.subject import first_day_of
from rollout_kit.description.training import Training
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Day
from rollout_kit.plan.sessions import seats_by

LEAST_TENTHS = {"users": 9, "desk": 10, "second_level": 10, "key_users": 10}  # textbook: 85 to 100 per cent (E)
LAST_DAY = -2  # working days before the first day: go/no-go is decided then


@rule(
    "TRN105",
    "untrained-people",
    title=N_("People are not trained when go-live is decided"),
    severity=Severity.HIGH,
    worst=Severity.BLOCKER,
    stage="plan",
    message=N_('training "{subject}" reaches {trained} of {people} by {limit}; {least} are the least'),
    remedy=N_("add seats or sessions until {limit}"),
    cure=Cure(id="add-sessions", text=N_("Add sessions: {subject}"), minutes=30, further_minutes=15, owner="TR",
              before="p0.40"),
)  # fmt: skip
def untrained_people(case: Case) -> Iterator[Outcome]:
    """People are not trained when go-live is decided.

    Fires where the sessions of a training until two working days before go-live (for a site of a later wave, before
    that wave) seat fewer than nine in ten of its users; for desk, second_level and key_users, fewer than all. For the
    desk it is a blocker. A session on that day counts, one after it does not; where there are several lessons, each
    must be over. Judged on the plan, with the sessions fixed by hand and those that it added. A site or language
    without training is TRN103.

    Training that is still to come cannot be counted when the decision is taken; nor can it be repeated.

    Not ready:

        [training.users]
        people = 11
        sessions = [{ date = 2027-02-05, seats = 9 }, { date = 2027-02-08, seats = 4 }]

    Ready:

        [training.users]
        people = 10
        sessions = [{ date = 2027-02-05, seats = 9 }, { date = 2027-02-08, seats = 4 }]

    Source: 85 to 100 % trained as a level of readiness, notes of a textbook [E]; the limits are ours [D].
    """
    trainings = [training for training in case.rollout.training or () if training.audience in LEAST_TENTHS]
    if not trainings:
        yield Lacks(("training.users" if case.rollout.training else "training",))
    for training in trainings:
        is_desk = training.audience == "desk"
        key = _missing(case, training)
        if key is not None:
            yield Lacks((key,), worst=Severity.BLOCKER if is_desk else Severity.HIGH)
            continue
        people, limit = training.people or 0, _limit(case, training)
        trained = min(people, seats_by(training, case.plan, case.playbook.lessons_for(training.audience), limit))
        least = -(-people * LEAST_TENTHS[training.audience] // 10)
        if trained < least:
            yield Violation(
                ("training", training.id),
                {
                    "subject": training.name,
                    "trained": trained,
                    "people": people,
                    "limit": Day(limit),
                    "least": least,
                },
                Severity.BLOCKER if is_desk else Severity.HIGH,
            )


def _missing(case: Case, training: Training) -> str | None:
    """Return the key that is lacking: how many people, or when, where the playbook has no lesson for them here."""
    if training.people is None:
        return f"training.{training.id}.people"
    lessons = case.playbook.lessons_for(training.audience)
    is_planned = training.audience == "users" or any(lesson in case.plan.task_by_id for lesson in lessons)
    return None if is_planned or training.sessions else f"training.{training.id}.sessions"


def _limit(case: Case, training: Training) -> date:
    return case.calendars.add_working_days(first_day_of(case, training), LAST_DAY)
