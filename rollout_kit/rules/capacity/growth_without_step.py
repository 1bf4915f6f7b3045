"""CAP109."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Lacks, Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Message, Percent, message

MOST_GROWTH = 0.20  # house value: in twelve months
PATH = ("load", "growth_per_year")


@rule(
    "CAP109",
    "growth-without-step",
    title=N_("The company grows, and the contract has no step for it"),
    severity=Severity.MEDIUM,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("agree price and delivery time of more users before signing, and write it into the contract"),
    cure=Cure(id="amend-contract", text=N_("Amend the contract: {subject}"), minutes=60, further_minutes=30,
              owner="OL", before="g-6"),
)  # fmt: skip
def growth_without_step(case: Case) -> Iterator[Outcome]:
    """The company grows, and the contract has no step for it.

    Fires where the users of the next twelve months are more than 1.2 times those of today (`growth_per_year` above
    0.20) and `provider.contract.capacity_step` is not true. A range is judged by its likely value.

    Whoever has to buy while growing pays the list price, and waits for it with new people without an account.

    Not ready:

        [load]
        growth_per_year = 0.21

        [provider.contract]
        capacity_step = false

    Ready:

        [load]
        growth_per_year = 0.2

        [provider.contract]
        capacity_step = false

    Source: volume and growth on a list for launches, Google [E]; 1.2 is ours [D].
    """
    growth = case.rollout.load.growth_per_year if case.rollout.load else None
    contract = case.rollout.provider.contract
    if growth is None:
        yield Lacks((".".join(PATH),))
    elif growth.likely > MOST_GROWTH:
        if contract is None:
            yield Lacks(("provider.contract.capacity_step",))
        elif not contract.capacity_step:
            parameters = {"subject": message(N_("growth")), "fault": _fault(case, growth.likely)}
            yield Violation(PATH, parameters)


def _fault(case: Case, growth: float) -> Message:
    users = case.rollout.users
    if users is None:
        return message(
            N_("users grow by {growth} in a year, more than {most}, and the contract has no step for it"),
            growth=Percent(growth), most=Percent(MOST_GROWTH),
        )  # fmt: skip
    return message(
        N_(
            "{users} users become {later} in a year, {growth} and more than {most}, "
            "and the contract has no step for it"
        ),
        users=users, later=round(users * (1 + growth)), growth=Percent(growth), most=Percent(MOST_GROWTH),
    )  # fmt: skip
