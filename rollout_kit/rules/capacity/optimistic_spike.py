"""CAP102."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Lacks, Outcome, rule
from rollout_kit.assess.subject import spread
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Parameter, message, plural_message

LEAST_FACTOR = 2.0  # house value
LEAST_FACTOR_FEW_KEY_USERS = (
    3.0  # about three times the tickets in week 1 with one key user to 40 users, cedricbignet (E)
)
MOST_USERS_PER_KEY_USER = 25  # house value

PATH = ("load", "golive_factor")


@rule(
    "CAP102",
    "optimistic-spike",
    title=N_("The expected load after go-live is optimistic"),
    severity=Severity.MEDIUM,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("raise the go-live factor to {least} or more, or win more key users"),
    cure=Cure(id="correct-load", text=N_("Correct the expected load"), minutes=30, owner="SO", before="p0.35"),
)
def optimistic_spike(case: Case) -> Iterator[Outcome]:
    """The expected load after go-live is optimistic.

    Fires where the stated `golive_factor` is below 2, or below 3 where there are more than 25 users to a key user.

    The factor sizes the desk for its hardest week, and key users are who keeps questions away from it.

    Not ready:

        [load]
        golive_factor = 1.6

    Ready:

        [load]
        golive_factor = 2.0

    Source: a site with one key user to 40 users had about three times the tickets of week 1, cedricbignet [E]; 2 and 25
    are ours [D].
    """
    factor = case.rollout.load.golive_factor if case.rollout.load else None
    key_users = sum("key_user" in person.roles for person in case.rollout.people)
    users = case.rollout.users
    if factor is None:
        yield Lacks(("load.golive_factor",))
        return
    stated: dict[str, Parameter] = {
        "subject": message(N_("the go-live factor")),
        "factor": spread(factor.low, factor.likely, factor.high),
    }
    if factor.likely < LEAST_FACTOR:
        fault = message(N_("a go-live factor of {factor} is less than {least}"), least=LEAST_FACTOR, **stated)
        yield Violation(PATH, {"least": LEAST_FACTOR, "fault": fault})
    elif factor.likely >= LEAST_FACTOR_FEW_KEY_USERS:
        return
    elif users is None or not key_users:
        yield Lacks(("people.*.roles",) if users is not None else ("customer.users",))
    elif users > MOST_USERS_PER_KEY_USER * key_users:
        fault = plural_message(
            N_("a go-live factor of {factor} is less than {least}, with {users} users to {n} key user"),
            N_("a go-live factor of {factor} is less than {least}, with {users} users to {n} key users"),
            key_users,
            least=LEAST_FACTOR_FEW_KEY_USERS,
            users=users,
            **stated,
        )
        yield Violation(PATH, {"least": LEAST_FACTOR_FEW_KEY_USERS, "fault": fault})
