"""CON105."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Judged, Lacks, Outcome, rule
from rollout_kit.assess.subject import name_of, organisation_of
from rollout_kit.description.continuity import Continuity
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Message, message, plural_message

LEAST_COPIES = 3  # 3-2-1 plus unchangeable, ismslite (E)


@rule(
    "CON105",
    "copies-in-reach",
    title=N_("One attack or one mistake reaches all copies"),
    severity=Severity.HIGH,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("keep three copies, one of them offline or unchangeable, and none within reach of one account"),
    cure=Cure(id="separate-copy", text=N_("Set one copy apart: {subject}"), minutes=60, further_minutes=30,
              owner="SL", before="g-5"),
)  # fmt: skip
def copies_in_reach(case: Case) -> Iterator[Outcome]:
    """One attack or one mistake reaches all copies.

    Fires where there are fewer than 3 `copies`, where none is said to be offline or unchangeable (`copy_out_of_reach`),
    and where the account of somebody who is not of the customer can delete them all (`delete_all_copies`).

    Who encrypts the servers looks for the backups first, with the same account.

    Not ready:

        [continuity]
        copies = 3
        copy_out_of_reach = true
        delete_all_copies = ["meyer"]

    Ready:

        [continuity]
        copies = 3
        copy_out_of_reach = true
        delete_all_copies = []

    Source: three copies, two media, one elsewhere and one unchangeable, ismslite [E].
    """
    given = case.rollout.continuity
    if given is None:
        yield Lacks(("continuity.copies", "continuity.copy_out_of_reach", "continuity.delete_all_copies"))
        return
    yield _copies(given)
    if not given.copy_out_of_reach:
        subject = message(N_("a copy out of reach"))
        yield _violation("copy_out_of_reach", subject, message(N_("no copy is offline or unchangeable")))
    yield _deleting(case, given)


def _copies(given: Continuity) -> Outcome:
    if given.copies is None:
        return Lacks(("continuity.copies",))
    if given.copies >= LEAST_COPIES:
        return Judged()
    fault = plural_message(
        N_("the data exist in {n} copy; {least} are the least"),
        N_("the data exist in {n} copies; {least} are the least"),
        given.copies, least=LEAST_COPIES,
    )  # fmt: skip
    return _violation("copies", message(N_("number of copies")), fault)


def _deleting(case: Case, given: Continuity) -> Outcome:
    if given.delete_all_copies is None:
        return Lacks(("continuity.delete_all_copies",))
    others = [one for one in given.delete_all_copies if organisation_of(case.rollout, one) != "customer"]
    if not others:
        return Judged()
    names = tuple(name_of(case.rollout, one) for one in others)
    fault = plural_message(
        N_("{names}, who is not of {customer}, can delete every copy"),
        N_("{names}, who are not of {customer}, can each delete every copy"),
        len(names), names=names, customer=case.rollout.customer.name,
    )  # fmt: skip
    return _violation("delete_all_copies", message(N_("right to delete")), fault)


def _violation(key: str, subject: Message, fault: Message) -> Violation:
    return Violation(("continuity", key), {"subject": subject, "fault": fault})
