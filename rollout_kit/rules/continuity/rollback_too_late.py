"""CON110."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, message

PATH = ("continuity", "rollback")


@rule(
    "CON110",
    "rollback-too-late",
    title=N_("After the point of no return there is no time left to go back"),
    severity=Severity.BLOCKER,
    stage="description",
    message=N_("the way back takes {takes}, and {window} are left at the point of no return"),
    remedy=N_("decide earlier: {takes} or more before the window ends; or shorten the way back"),
    cure=Cure(id="move-no-return", text=N_("Move the point of no return: {subject}"), minutes=30, owner="SL",
              before="task:go-live-sheet"),
)  # fmt: skip
def rollback_too_late(case: Case) -> Iterator[Outcome]:
    """After the point of no return there is no time left to go back.

    Fires where `takes` of `continuity.rollback` exceeds `point_of_no_return`, the window that is left at that point.

    Until then one can still decide. Where the way back is longer than the night that is left, the decision has been
    taken before anybody knew.

    Not ready:

        [continuity]
        rollback = { takes = "6 h", point_of_no_return = "5 h" }

    Ready:

        [continuity]
        rollback = { takes = "6 h", point_of_no_return = "6 h" }

    Source: FitSM-1 PR13.5, a way back for every release [T].
    """
    given = case.rollout.continuity.rollback if case.rollout.continuity else None
    if given is None:
        yield Lacks((".".join(PATH),))
    elif given.point_of_no_return is None:
        yield Lacks((".".join((*PATH, "point_of_no_return")),))
    elif given.takes.minutes > given.point_of_no_return.minutes:
        yield Violation(
            PATH,
            {"subject": message(N_("way back")), "takes": given.takes, "window": given.point_of_no_return},
            at=(*PATH, "point_of_no_return"),
        )
