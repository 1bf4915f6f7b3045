"""TRN112."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Lacks, NotApplicable, Outcome, rule
from rollout_kit.description.rollout import Rollout
from rollout_kit.finding import Severity, Violation
from rollout_kit.message import N_, message, plural_message


@rule(
    "TRN112",
    "managers-not-trained",
    title=N_("Managers have to carry the rollout, and have no session of their own"),
    severity=Severity.MEDIUM,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("give them 45 minutes before go-live: why, what they tell their teams, whose hours they release"),
)
def managers_not_trained(case: Case) -> Iterator[Outcome]:
    """Managers have to carry the rollout, and have no session of their own.

    Fires where there are objectives, or a sponsor has promised time of key users (a stated `share` of a key user who
    is not the sponsor), and no training has the audience managers.

    Between the sponsor's promise and the key user's calendar stands a manager whom nobody has asked.

    Not ready:

        [training.managers]
        audience = "deputies"

    Ready:

        [training.managers]
        audience = "managers"

    Source: objectives and tailored training for middle management, our own practice [D].
    """
    objectives, promised = len(case.rollout.objectives), _promised(case.rollout)
    if not objectives and not promised:
        yield NotApplicable()
    elif case.rollout.training is None:
        yield Lacks(("training",))
    elif not any(training.audience == "managers" for training in case.rollout.training):
        subject = message(N_("the managers"))
        if objectives:
            fault = plural_message(
                N_("{n} objective rests on the managers, and no training is for them"),
                N_("{n} objectives rest on the managers, and no training is for them"),
                objectives,
            )
        else:
            fault = plural_message(
                N_("the time of {n} key user is promised, and no training is for the managers who release it"),
                N_("the time of {n} key users is promised, and no training is for the managers who release it"),
                promised,
            )
        yield Violation(("training",), {"subject": subject, "fault": fault})


def _promised(rollout: Rollout) -> int:
    """Return how many key users have time that a sponsor has promised."""
    if not any("sponsor" in person.roles for person in rollout.people):
        return 0
    key_users = [each for each in rollout.people if "key_user" in each.roles and "sponsor" not in each.roles]
    return sum(each.share is not None or each.go_live_share is not None for each in key_users)
