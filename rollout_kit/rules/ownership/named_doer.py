"""OWN102."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Lacks, Outcome, rule
from rollout_kit.assess.subject import name_of
from rollout_kit.description.responsibilities import Responsibility
from rollout_kit.description.rollout import Rollout
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Message, message


@rule(
    "OWN102",
    "named-doer",
    title=N_("An activity has no person named who does it"),
    severity=Severity.HIGH,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("name the person who does it, or the members of the team"),
    cure=Cure(id="name-doer", text=N_("Name who does {subject}"), minutes=15, further_minutes=5, owner="OL",
              before="p0.20"),
)  # fmt: skip
def named_doer(case: Case) -> Iterator[Outcome]:
    """An activity has no person named who does it.

    Fires for a listed activity whose `responsible` is absent or empty, or names only teams without a member.

    A team without people does not pick up the phone, and what nobody is named for is found undone in the first week.

    Not ready:

        [responsibilities]
        monitoring = { accountable = "oser", responsible = [] }

    Ready:

        [responsibilities]
        monitoring = { accountable = "oser", responsible = ["meyer"] }

    Source: roles of FitSM GR2.2 [T].
    """
    if not case.rollout.responsibilities:
        yield Lacks(("responsibilities",))
    for line in case.rollout.responsibilities or ():
        fault = _fault(case.rollout, line)
        if fault is not None:
            path = ("responsibilities", line.id)
            yield Violation(path, {"subject": line.id, "fault": fault}, at=(*path, "responsible"))


def _fault(rollout: Rollout, line: Responsibility) -> Message | None:
    doers = line.responsible or ()
    if not doers:
        return message(N_('"{subject}" has nobody responsible; at least one person must do it'), subject=line.id)
    teams = [rollout.team_by_id[doer] for doer in doers if doer in rollout.team_by_id]
    if len(teams) < len(doers) or any(team.members for team in teams):
        return None
    return message(
        N_('"{subject}" is done by {names}, where no member is named'),
        subject=line.id,
        names=tuple(name_of(rollout, doer) for doer in doers),
    )
