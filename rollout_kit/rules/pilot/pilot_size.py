"""PIL101."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, NotApplicable, Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Parameter, Percent, message
from rollout_kit.rules.pilot_scope import needs_no_pilot

FEW = 5  # house value: people; fewer tell anecdotes
FEW_PERCENT = 5  # devicie, winenfood (E)
MOST_PERCENT = 20  # house value; sources go from 10 to 100 people
MANY_USERS = 500  # house value: above it a number of people is enough
ENOUGH = 20  # ryanconsulting (E)


@rule(
    "PIL101",
    "pilot-size",
    title=N_("The pilot is too small to show anything, or too large to be one"),
    severity=Severity.MEDIUM,
    stage="description",
    message=N_("{n} of {users} users try it in the pilot ({share}); right is a number of {right}"),
    remedy=N_("take {right} people into the pilot, of two to four teams, with one who doubts it"),
    cure=Cure(id="widen-pilot", text=N_("Widen the pilot: {subject}"), minutes=45, further_minutes=10, owner="SO",
              before="p0.35"),
)  # fmt: skip
def pilot_size(case: Case) -> Iterator[Outcome]:
    """The pilot is too small to show anything, or too large to be one.

    Fires where fewer than 5 people or fewer than 5 % of the users are in the pilot, or more than 20 %. With fewer than
    25 users five are not too many; with more than 500 twenty are enough. Up to 14 users need no pilot: it does not
    apply. Without a pilot it is not tested.

    Three friendly people find nothing. When everybody is in it, there is no way back and nobody left to warn.

    Not ready:

        [pilot]
        users = 4

    Ready:

        [pilot]
        users = 5

    Source: from 5 % on, devicie; 5 to 10 %, winenfood; 20 to 100 people, ryanconsulting [E]; they differ, so it only
    warns.
    """
    rollout = case.rollout
    if needs_no_pilot(rollout):
        yield NotApplicable()
        return
    given, users = rollout.pilot.users if rollout.pilot else None, rollout.users
    if given is None or users is None:
        wanted = {"pilot.users": given, "customer.users": users}
        yield Lacks(tuple(key for key, value in wanted.items() if value is None))
        return
    least, most = _limits(users)
    if not least <= given <= most:
        right = message(N_("{least} to {most}"), least=least, most=most) if least < most else least
        parameters: dict[str, Parameter] = {
            "subject": message(N_("number of people")),
            "n": given,
            "users": users,
            "share": Percent(round(given / users, 3)),
            "right": right,
        }
        yield Violation(("pilot", "users"), parameters)


def _limits(users: int) -> tuple[int, int]:
    """Return the least and the most people of a pilot."""
    least = max(FEW, -(-users * FEW_PERCENT // 100))
    most = max(FEW, users * MOST_PERCENT // 100)
    return (min(least, ENOUGH) if users > MANY_USERS else least), most
