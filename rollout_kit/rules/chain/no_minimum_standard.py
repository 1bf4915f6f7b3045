"""CHN103."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, Outcome, rule
from rollout_kit.finding import Severity, Violation
from rollout_kit.message import N_, message
from rollout_kit.rules.hand_overs import both, hand_over

STANDARDS = {
    "ticket-fields": N_("ticket fields"),
    "naming": N_("naming"),
    "documentation-place": N_("place of documentation"),
    "change-calendar": N_("calendar of changes"),
}


@rule(
    "CHN103",
    "no-minimum-standard",
    title=N_("Two teams have not agreed on the least they both keep to"),
    severity=Severity.MEDIUM,
    stage="description",
    message=N_("{giver} and {taker} have agreed on {n} of {total} minimum standards; open: {missing}"),
    remedy=N_("put the standards on one page, and let both initial it"),
)
def no_minimum_standard(case: Case) -> Iterator[Outcome]:
    """Two teams have not agreed on the least they both keep to.

    Fires for every interface whose `standard` does not name all four: `ticket-fields`, `naming`, `documentation-place`
    and `change-calendar`. Further ones of your own are welcome.

    Autonomous teams are fast as long as their tickets fit each other. Without a common least each of them
    translates.

    Not ready:

        [[interfaces]]
        from = "desk"
        to = "engineers"
        standard = ["ticket-fields", "naming", "documentation-place"]

    Ready:

        [[interfaces]]
        from = "desk"
        to = "engineers"
        standard = ["ticket-fields", "naming", "documentation-place", "change-calendar"]

    Source: interfaces and control of documents, FitSM GR2.4 [T]; the four are ours [D].
    """
    if not case.rollout.interfaces:
        yield Lacks(("interfaces",))
    for index, interface in enumerate(case.rollout.interfaces):
        missing = tuple(message(text) for key, text in STANDARDS.items() if key not in interface.standard)
        if missing:
            path, total = ("interfaces", index), len(STANDARDS)
            parameters = {
                "subject": hand_over(case, interface),
                "n": total - len(missing),
                "total": total,
                "missing": missing,
                **both(case, interface),
            }
            yield Violation(path, parameters, at=(*path, "standard"))
