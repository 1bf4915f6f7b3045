"""CON106."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Judged, Lacks, NotApplicable, Outcome, rule
from rollout_kit.description.continuity import Continuity
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Parameter


@rule(
    "CON106",
    "dependency-recovers-later",
    title=N_("The service has to be back before something that it needs"),
    severity=Severity.HIGH,
    stage="description",
    message=N_('the RTO of the service is {rto}, and "{subject}", which it needs, comes back after {other}'),
    remedy=N_("bring {subject} back within {rto}, or give the service {other} or more"),
    cure=Cure(id="speed-recovery", text=N_("Speed up the recovery: {subject}"), minutes=90, further_minutes=30,
              owner="SL", before="p0.60"),
)  # fmt: skip
def dependency_recovers_later(case: Case) -> Iterator[Outcome]:
    """The service has to be back before something that it needs.

    Fires where `continuity.rto` is shorter than the `rto` of an item of `continuity.depends_on`. An empty list says
    that the service needs nothing else.

    In an emergency things come back in their order. A service that waits for the network keeps no promise of its own.

    Not ready:

        [continuity]
        rto = "4 h"
        depends_on = [{ name = "Identity service", rto = "8 h" }]

    Ready:

        [continuity]
        rto = "8 h"
        depends_on = [{ name = "Identity service", rto = "8 h" }]

    Source: circular dependencies and the order of recovery, AWS operational readiness review [T].
    """
    given = case.rollout.continuity or Continuity()
    links = None if not given.depends_on and _was_proposed(case) else given.depends_on
    if links == ():
        yield NotApplicable()
        return
    if given.rto is None or links is None:
        lacking = {"continuity.rto": given.rto, "continuity.depends_on": links}
        yield Lacks(tuple(key for key, value in lacking.items() if value is None))
        return
    for index, link in enumerate(links):
        if given.rto.minutes < link.rto.minutes:
            path = ("continuity", "depends_on", index)
            parameters: dict[str, Parameter] = {"subject": link.name, "rto": given.rto, "other": link.rto}
            yield Violation(path, parameters, at=(*path, "rto"))
        else:
            yield Judged()


def _was_proposed(case: Case) -> bool:
    """Whether there are items that nobody has confirmed."""
    return bool(case.whole.continuity and case.whole.continuity.depends_on)
