"""CON102."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, Outcome, rule
from rollout_kit.description.continuity import Continuity
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, message
from rollout_kit.rules.durations import minutes_of, total

PATH = ("continuity", "backup_every")


@rule(
    "CON102",
    "backup-too-rare",
    title=N_("More data can be lost than was agreed"),
    severity=Severity.HIGH,
    worst=Severity.BLOCKER,
    stage="description",
    message=N_("{every} until the next backup + {takes} for the copy = {sum} that can be lost, and the RPO is {rpo}"),
    remedy=N_("back up more often, or decide that more than {rpo} of work may be lost"),
    cure=Cure(id="speed-recovery", text=N_("Speed up the recovery: {subject}"), minutes=90, further_minutes=30,
              owner="SL", before="p0.60"),
)  # fmt: skip
def backup_too_rare(case: Case) -> Iterator[Outcome]:
    """More data can be lost than was agreed.

    Fires where `backup_every` + `backup_takes` exceeds `rpo`: what was written just after one backup began is safe only
    when the next one is done. A blocker at the tier critical, else high.

    Everybody reckons with the interval and forgets the hours in which the copy is still under way.

    Not ready:

        [continuity]
        rpo = "24 h"
        backup_every = "24 h"
        backup_takes = "2 h"

    Ready:

        [continuity]
        rpo = "24 h"
        backup_every = "22 h"
        backup_takes = "2 h"

    Source: general knowledge, the arithmetic is ours [D].
    """
    severity = Severity.BLOCKER if case.rollout.about.tier == "critical" else Severity.HIGH
    given = case.rollout.continuity or Continuity()
    if given.rpo is None or given.backup_every is None or given.backup_takes is None:
        lacking = {"rpo": given.rpo, "backup_every": given.backup_every, "backup_takes": given.backup_takes}
        yield Lacks(tuple(f"continuity.{key}" for key, value in lacking.items() if value is None), worst=severity)
        return
    lost = (given.backup_every, given.backup_takes)
    if minutes_of(lost) > given.rpo.minutes:
        yield Violation(
            PATH,
            {
                "subject": message(N_("the backup")),
                "every": given.backup_every,
                "takes": given.backup_takes,
                "sum": total(lost),
                "rpo": given.rpo,
            },
            severity,
        )
