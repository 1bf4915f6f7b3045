"""TRN107."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Lacks, NotApplicable, Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Percent, message

AUDIENCES = ("desk", "second_level", "key_users")
LEAST_PASS_MARK = 0.8  # house value


@rule(
    "TRN107",
    "training-not-verified",
    title=N_("Nobody checks whether desk, second level and key users have learnt it"),
    severity=Severity.MEDIUM,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("end it with a test or a live task, of which {least} must be right"),
    cure=Cure(id="add-check", text=N_("Add a check to the training {subject}"), minutes=45, further_minutes=15,
              owner="TR", before="g-6"),
)  # fmt: skip
def training_not_verified(case: Case) -> Iterator[Outcome]:
    """Nobody checks whether desk, second level and key users have learnt it.

    Fires for a training of the audience desk, second_level or key_users whose `pass_mark` is absent or below 0.8.

    Having sat in a room is not having learnt; ten sample tickets tell before go-live what the first morning tells else.

    Not ready:

        [training.desk]
        pass_mark = 0.75

    Ready:

        [training.desk]
        pass_mark = 0.8

    Source: second of the levels of Kirkpatrick [E]; 80 % is ours [D].
    """
    if not case.rollout.training:
        yield Lacks(("training",))
        return
    trainings = [training for training in case.rollout.training if training.audience in AUDIENCES]
    if not trainings:
        yield NotApplicable()
    for training in trainings:
        if training.pass_mark is not None and training.pass_mark >= LEAST_PASS_MARK:
            continue
        if training.pass_mark is None:
            fault = message(N_('training "{subject}" ends without a check'), subject=training.name)
        else:
            fault = message(
                N_('training "{subject}" is passed with {share} right; {least} is the least'),
                subject=training.name, share=Percent(training.pass_mark), least=Percent(LEAST_PASS_MARK),
            )  # fmt: skip
        yield Violation(
            ("training", training.id),
            {"subject": training.name, "least": Percent(LEAST_PASS_MARK), "fault": fault},
            at=("training", training.id, "pass_mark"),
        )
