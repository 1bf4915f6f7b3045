"""MAT105."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Outcome, rule
from rollout_kit.description.continuity import Continuity
from rollout_kit.description.load import Load
from rollout_kit.description.organisations import Tier
from rollout_kit.description.rollout import Rollout
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Parameter, message

LEVELS: tuple[Tier, ...] = ("standard", "important", "critical")
"""Each asks for all that those before it ask for."""


@rule(
    "MAT105",
    "tier-checks-missing",
    title=N_("The declared tier asks for checks that are not there"),
    severity=Severity.MEDIUM,
    stage="description",
    message=N_('the tier "{tier}" asks for {total} checks, and {n} of them is not there: {checks}'),
    plural=N_('the tier "{tier}" asks for {total} checks, and {n} of them are not there: {checks}'),
    remedy=N_("make up for these checks, or declare the tier that fits the service"),
    cure=Cure(id="note-improvement", text=N_("Enter in the improvement register: {subject}"), minutes=0,
              owner="owner-of:improvement", before="after:30"),
)  # fmt: skip
def tier_checks_missing(case: Case) -> Iterator[Outcome]:
    """The declared tier asks for checks that are not there.

    Fires where the description lacks a check that its tier asks for. The tier standard asks for promised times and a
    restore test; important also for RTO and RPO, a load test and a timed way back (`rollback`); critical also for a
    load raised until it breaks, an on-call and a dated test of a major outage.

    A tier is a promise. Who calls a service critical, and treats it like any other, finds out in the first outage.

    Not ready:

        [rollout]
        tier = "critical"

    Ready:

        [rollout]
        tier = "important"

    Source: levels A, B and C of checks for production, mercari [T]; which check belongs to which level is ours [D].
    """
    tier = case.rollout.about.tier
    asked = [check for level in LEVELS[: LEVELS.index(tier) + 1] for check in _checks(case.rollout)[level].items()]
    missing = [check for check, is_there in asked if not is_there]
    if missing:
        parameters: dict[str, Parameter] = {
            "subject": message(N_("checks of the tier")),
            "tier": tier,
            "total": len(asked),
            "n": len(missing),
            "checks": tuple(message(check) for check in missing),
        }
        yield Violation(("rollout", "tier"), parameters)


def _checks(rollout: Rollout) -> dict[Tier, dict[str, bool]]:
    """Return for each level what it asks for beyond the one below, and whether that is there."""
    continuity, load, levels = rollout.continuity or Continuity(), rollout.load or Load(), rollout.service_levels
    outages = [test for test in rollout.tests if test.scenario == "major-outage" and test.date is not None]
    return {
        "standard": {
            N_("promised times"): any(each.promised for each in levels.priorities) if levels else False,
            N_("restore test"): continuity.last_restore_test is not None,
        },
        "important": {
            N_("RTO and RPO"): continuity.rto is not None and continuity.rpo is not None,
            N_("load test"): bool(load.load_test_factor),
            N_("way back"): continuity.rollback is not None,
        },
        "critical": {
            N_("load test until it breaks"): bool(load.load_test_break_point),
            N_("on-call"): rollout.on_call is not None,
            N_("test of a major outage"): bool(outages),
        },
    }
