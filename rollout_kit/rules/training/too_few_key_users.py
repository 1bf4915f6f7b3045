"""TRN108."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Judged, Lacks, Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Message, message, plural_message

MOST_USERS = 20  # house value, to one key user: one to 15 or 20, cedricbignet (E)
FAR_TOO_MANY_USERS = 40  # house value: above it the finding is high
LEAST_PER_PROCESS = 2  # cedricbignet (E)


@rule(
    "TRN108",
    "too-few-key-users",
    title=N_("There are too few key users"),
    severity=Severity.MEDIUM,
    worst=Severity.HIGH,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("ask the managers for names and hours; it takes {least} or more"),
    cure=Cure(id="find-key-users", text=N_("Find key users: {subject}"), minutes=45, further_minutes=15, owner="SO",
              before="p0.30"),
)  # fmt: skip
def too_few_key_users(case: Case) -> Iterator[Outcome]:
    """There are too few key users.

    Fires where there are more than 20 users to one person with the role key_user, high above 40, and with nobody in
    that role at all. Fires, high, for every critical process with fewer than 2 key users.

    A question that the desk at the next table answers does not become a ticket; of a process that one person knows
    nobody knows anything in that person's holidays.

    Not ready:

        [customer]
        users = 41

    Ready:

        [customer]
        users = 40

    Source: one to 15 or 20 users and two to a critical process, cedricbignet [E]; other sources go from 12 to 50 [E];
    the limits are ours [D].
    """
    yield _users_per_key_user(case)
    if not case.rollout.processes:
        yield Lacks(("processes",))
    for index, process in enumerate(case.rollout.processes):
        n = len(dict.fromkeys(process.key_users))
        if process.critical is None:
            yield Lacks((f"processes.{index}.critical",))
        elif process.critical and n < LEAST_PER_PROCESS:
            fault = plural_message(
                N_('the critical process "{subject}" has {n} key user; {least} are the least'),
                N_('the critical process "{subject}" has {n} key users; {least} are the least'),
                n, subject=process.name, least=LEAST_PER_PROCESS,
            )  # fmt: skip
            path = ("processes", index)
            yield Violation(
                path,
                {"subject": process.name, "least": LEAST_PER_PROCESS, "fault": fault},
                Severity.HIGH,
                at=(*path, "key_users"),
            )


def _users_per_key_user(case: Case) -> Outcome:
    users, n = case.rollout.users, sum("key_user" in person.roles for person in case.rollout.people)
    has_roles = any(person.roles for person in case.rollout.people)
    if users is None or not has_roles:
        lacking = {"customer.users": users is None, "people.*.roles": not has_roles}
        return Lacks(tuple(key for key, is_lacking in lacking.items() if is_lacking))
    if users <= MOST_USERS * n:
        return Judged()
    subject = message(N_("key users"))
    least = -(-users // MOST_USERS)
    severity = Severity.HIGH if users > FAR_TOO_MANY_USERS * max(n, 1) else Severity.MEDIUM
    return Violation(("people",), {"subject": subject, "least": least, "fault": _fault(case, users, n)}, severity)


def _fault(case: Case, users: int, n: int) -> Message:
    trained = sum(each.people or 0 for each in case.rollout.training or () if each.audience == "key_users")
    if trained and trained != n:
        return plural_message(
            N_("{users} users have {n} key user by name, and {trained} in training; one to {most} is the least"),
            N_("{users} users have {n} key users by name, and {trained} in training; one to {most} is the least"),
            n, users=users, trained=trained, most=MOST_USERS,
        )  # fmt: skip
    return plural_message(
        N_("{users} users have {n} key user; one to {most} is the least"),
        N_("{users} users have {n} key users; one to {most} is the least"),
        n, users=users, most=MOST_USERS,
    )  # fmt: skip
