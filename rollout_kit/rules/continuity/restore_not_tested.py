"""CON103."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Lacks, Outcome, rule
from rollout_kit.finding import Severity, Violation
from rollout_kit.message import N_, message, plural_message

MOST_DAYS = 90  # at least quarterly, softperten, ismslite (E)
PATH = ("continuity", "last_restore_test")


@rule(
    "CON103",
    "restore-not-tested",
    title=N_("Nobody has shown lately that the backup can be restored"),
    severity=Severity.HIGH,
    worst=Severity.BLOCKER,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("restore a whole system before go-live, with start and end on paper"),
)
def restore_not_tested(case: Case) -> Iterator[Outcome]:
    """Nobody has shown lately that the backup can be restored.

    Fires where `last_restore_test` is more than 90 days before go-live, after go-live, or not there. A blocker at the
    tier critical, else high. A date between today and go-live is a promise, and is taken for one.

    A backup that nobody has restored is a hope. Most learn what is missing in it on the day they need it.

    Not ready:

        [continuity]
        last_restore_test = { date = 2026-11-10, scope = "system", took = "3 h" }

    Ready:

        [continuity]
        last_restore_test = { date = 2026-11-11, scope = "system", took = "3 h" }

    Source: at least every quarter, a whole system each year, softperten and ismslite [E].
    """
    severity = Severity.BLOCKER if case.rollout.about.tier == "critical" else Severity.HIGH
    continuity = case.rollout.continuity
    if continuity is None:
        yield Lacks((".".join(PATH),), worst=severity)
        return
    test, subject = continuity.last_restore_test, message(N_("restore test"))
    if test is None:
        fault = message(N_("no restore was ever tested"))
        yield Violation(PATH, {"subject": subject, "fault": fault}, severity)
        return
    days = (case.go_live - test.date).days
    if days < 0:
        text = N_("the restore is tested on {day} only, after go-live on {go_live}")
        fault = message(text, day=test.date, go_live=case.go_live)
    else:
        fault = plural_message(
            N_("the last restore test on {day} is {n} day old at go-live; {most} are the most"),
            N_("the last restore test on {day} is {n} days old at go-live; {most} are the most"),
            days, day=test.date, most=MOST_DAYS,
        )  # fmt: skip
    if not 0 <= days <= MOST_DAYS:
        yield Violation(PATH, {"subject": subject, "fault": fault}, severity, at=(*PATH, "date"))
