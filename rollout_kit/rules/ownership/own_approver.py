"""OWN106."""

from collections.abc import Iterator, Sequence

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, Outcome, rule
from rollout_kit.assess.subject import name_of
from rollout_kit.description.rollout import Rollout
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_

DONE = ("change_execution", "responsible")
APPROVED = ("change_approval", "accountable")


@rule(
    "OWN106",
    "own-approver",
    title=N_("Whoever makes a change approves it"),
    severity=Severity.HIGH,
    stage="description",
    message=N_('{names} is responsible for "change_execution" and accountable for "change_approval"'),
    remedy=N_("let somebody else approve, or somebody else carry changes out; for urgent ones too"),
    cure=Cure(id="second-approver", text=N_("Name a second approver: {subject}"), minutes=15, further_minutes=5,
              owner="SO", before="p0.30"),
)  # fmt: skip
def own_approver(case: Case) -> Iterator[Outcome]:
    """Whoever makes a change approves it.

    Fires where the same person is responsible for change_execution and accountable for change_approval, named directly
    or as the only member of a team. A team of two or more has somebody else who can approve.

    Nobody sees the hole in the own plan; a second pair of eyes costs ten minutes, the outage costs a morning.

    Not ready:

        [responsibilities]
        change_execution = { accountable = "oser", responsible = ["meyer"] }
        change_approval = { accountable = "meyer", responsible = ["keller"] }

    Ready:

        [responsibilities]
        change_execution = { accountable = "oser", responsible = ["meyer"] }
        change_approval = { accountable = "keller", responsible = ["meyer"] }

    Source: somebody other than the author approves, AWS operational readiness review [T].
    """
    doers, approvers = _named(case, *DONE), _named(case, *APPROVED)
    if doers is None or approvers is None:
        lacking = {DONE: doers, APPROVED: approvers}
        yield Lacks(tuple(f"responsibilities.{'.'.join(key)}" for key, named in lacking.items() if named is None))
        return
    both = [ref for ref in approvers if ref in doers]
    if both:
        names = tuple(name_of(case.rollout, ref) for ref in both)
        path = ("responsibilities", APPROVED[0])
        yield Violation(path, {"subject": APPROVED[0], "names": names}, at=(*path, APPROVED[1]))


def _named(case: Case, activity: str, letter: str) -> tuple[str, ...] | None:
    """Return who is named, None where nobody is."""
    line = case.rollout.activity_by_id.get(activity)
    refs: Sequence[str] | None = getattr(line, letter) if line else None
    return tuple(dict.fromkeys(_alone(case.rollout, ref) for ref in refs)) if refs else None


def _alone(rollout: Rollout, ref: str) -> str:
    """Return the only member of a team, anything else as it is."""
    team = rollout.team_by_id.get(ref)
    return team.members[0] if team is not None and len(team.members) == 1 else ref
