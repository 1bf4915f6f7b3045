"""TRN104."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Judged, Lacks, Outcome, rule
from rollout_kit.description.training import Training
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Spoken, message, plural_message
from rollout_kit.plan.model import TO_BE_NAMED, State
from rollout_kit.plan.sessions import MOST_ADDED, sittings_to_add
from rollout_kit.plan.trainers import TRAINER, languages_of, trainers_of


@rule(
    "TRN104",
    "too-few-trainer-slots",
    title=N_("More sessions are needed than trainers and rooms can hold"),
    severity=Severity.HIGH,
    stage="plan",
    message=OWN_WORDS,
    remedy=N_("name a further trainer or a larger room, or replace sessions by material to learn alone"),
    cure=Cure(id="add-sessions", text=N_("Add sessions: {subject}"), minutes=30, further_minutes=15, owner="TR",
              before="p0.40"),
)  # fmt: skip
def too_few_trainer_slots(case: Case) -> Iterator[Outcome]:
    """More sessions are needed than trainers and rooms can hold.

    Fires for a training for users of which a session found no place: its trainer has no time left in the days for it,
    or the room is taken. Fires, too, where no trainer speaks the language of its people; the plan then has somebody of
    the provider hold it who is still to be named. Trainers whose languages the file does not say are taken to speak it.
    Judged on the plan, which adds at most 40 sessions to a training; all that are needed are counted.

    A room holds one session at a time, setting up included; a trainer is at one site in a half-day.

    A session that has no trainer is not held, and a message of invitation does not change that.

    Not ready:

        [training.users]
        duration = "3 h"
        sessions = [{ date = 2027-02-02, seats = 20 }, { date = 2027-02-02, seats = 7 }, { date = 2027-02-02 }]

    Ready:

        [training.users]
        duration = "3 h"
        sessions = [{ date = 2027-02-02, seats = 20 }, { date = 2027-02-02, seats = 7 }]

    Source: our own [D].
    """
    trainings = [training for training in case.rollout.training or () if training.audience == "users"]
    if not trainings:
        yield Lacks(("training.users" if case.rollout.training else "training",))
    for training in trainings:
        if training.people is None and not training.sessions:
            yield Lacks((f"training.{training.id}.people",))
        yield from _of_training(case, training)


def _of_training(case: Case, training: Training) -> Iterator[Outcome]:
    tasks = [task for task in case.plan.tasks if task.training == training.id]
    if not tasks:
        return
    n = len(training.sessions) + sittings_to_add(training, case.rollout)
    placed = sum(bool(task.dates) for task in tasks)
    if _nobody_speaks(case, training):
        tags = dict.fromkeys(tag for tag, _ in languages_of(training, case.rollout))
        fault = message(
            N_('no trainer speaks the language of training "{subject}": {languages}'),
            subject=training.name, languages=tuple(Spoken(tag) for tag in tags),
        )  # fmt: skip
    elif n > len(training.sessions) + MOST_ADDED or any(task.state is State.UNPLACED for task in tasks):
        fault = plural_message(
            N_('training "{subject}" needs {n} session, and trainer and room have time for {placed}'),
            N_('training "{subject}" needs {n} sessions, and trainer and room have time for {placed}'),
            n, subject=training.name, placed=placed,
        )  # fmt: skip
    else:
        yield Judged()
        return
    yield Violation(("training", training.id), {"subject": training.name, "fault": fault})


def _nobody_speaks(case: Case, training: Training) -> bool:
    """Whether trainers are named and none of them speaks what the people of a training do."""
    to_be_named = (TO_BE_NAMED["provider"],)
    return trainers_of(training, case.rollout, case.cast) == to_be_named and case.cast.holders(TRAINER) != to_be_named
