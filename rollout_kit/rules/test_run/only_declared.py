"""TST105."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.evidence import level_of
from rollout_kit.assess.rule import Judged, Lacks, Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_
from rollout_kit.rules.vital import VITAL

PROVEN = ("documented", "tested")


@rule(
    "TST105",
    "only-declared",
    title=N_("Something vital is said to be arranged, and nothing shows it"),
    severity=Severity.MEDIUM,
    stage="description",
    message=N_('"{subject}" is only declared; nothing on paper and no test shows that it works'),
    remedy=N_('attach what shows it, and write under [evidence] "responsibilities.{subject}" where it lies'),
    cure=Cure(id="attach-proof", text=N_("Attach the proof: {subject}"), minutes=15, further_minutes=10,
              owner="owner-of:subject", before="g-2"),
)  # fmt: skip
def only_declared(case: Case) -> Iterator[Outcome]:
    """Something vital is said to be arranged, and nothing shows it.

    Fires for each activity that no service goes without (incident, major_incident, security_incident, restore, access,
    change_approval) whose level in `[evidence]` is neither documented nor tested. Without a level an activity is
    declared. One that is not listed has nobody yet (OWN101), and cannot be judged here.

    "We have arranged that" is meant honestly by both houses, and each means the other. A page or a protocol ends it.

    Not ready:

        [evidence]
        "responsibilities.restore" = { level = "declared" }

    Ready:

        [evidence]
        "responsibilities.restore" = { level = "documented", where = "Handbook, chapter 10" }

    Source: levels of evidence, OPCP [E]; which activities are vital is ours [D].
    """
    for activity in VITAL:
        if activity not in case.rollout.activity_by_id:
            yield Lacks((f"responsibilities.{activity}",))
        elif level_of(case.rollout, ("responsibilities", activity)) in PROVEN:
            yield Judged()
        else:
            yield Violation(("responsibilities", activity), {"subject": activity})
