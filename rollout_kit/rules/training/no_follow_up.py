"""TRN113."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Lacks, NotApplicable, Outcome, rule
from rollout_kit.assess.subject import first_day_of
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, message

AUDIENCES = ("users", "desk", "second_level", "key_users")  # they work with the service on its first day


@rule(
    "TRN113",
    "no-follow-up",
    title=N_("After go-live nobody helps those who were trained"),
    severity=Severity.LOW,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("date a question hour or a refresher after {first_day}, best within two weeks"),
    cure=Cure(id="follow-up-training", text=N_("Date the follow-up training: {subject}"), minutes=15, owner="TR",
              before="g-1"),
)  # fmt: skip
def no_follow_up(case: Case) -> Iterator[Outcome]:
    """After go-live nobody helps those who were trained.

    Fires for a training of the audience users, desk, second_level or key_users with neither a `follow_up` nor a fixed
    session after go-live (for a site of a later wave, after that wave).

    The good questions come after the first day of real work; half an hour in the second week answers them for all.

    Not ready:

        [training.users]
        follow_up = 2027-02-09

    Ready:

        [training.users]
        follow_up = 2027-02-10

    Source: support after the training belongs to it, our own practice [D].
    """
    if not case.rollout.training:
        yield Lacks(("training",))
        return
    trainings = [training for training in case.rollout.training if training.audience in AUDIENCES]
    if not trainings:
        yield NotApplicable()
    for training in trainings:
        first_day, dated = first_day_of(case, training), training.follow_up
        if any(session.date > first_day for session in training.sessions):
            continue
        if dated is None:
            fault = message(N_('training "{subject}" has no date after go-live'), subject=training.name)
        elif dated <= first_day:
            fault = message(
                N_('the follow-up of training "{subject}" is on {day}, and its people start on {first_day}'),
                subject=training.name, day=dated, first_day=first_day,
            )  # fmt: skip
        else:
            continue
        yield Violation(
            ("training", training.id),
            {"subject": training.name, "first_day": first_day, "fault": fault},
            at=("training", training.id, "follow_up"),
        )
