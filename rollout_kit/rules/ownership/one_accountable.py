"""OWN101."""

from collections.abc import Iterator, Sequence

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Outcome, rule
from rollout_kit.assess.subject import listed
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Message, Parameter, message, plural_message
from rollout_kit.rules.vital import VITAL

MOST_NAMED = 6  # house value: how many unlisted activities a sentence can carry


@rule(
    "OWN101",
    "one-accountable",
    title=N_("An activity has nobody or several people accountable"),
    severity=Severity.BLOCKER,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("decide in the kickoff who it is; the policy is the customer's, the work the provider's"),
    cure=Cure(id="decide-accountable", text=N_("Decide who is accountable for {subject}"), minutes=30, owner="SO",
              before="p0.15"),
)  # fmt: skip
def one_accountable(case: Case) -> Iterator[Outcome]:
    """An activity has nobody or several people accountable.

    Fires for every listed activity whose `accountable` does not name exactly one, and once for all activities of the
    playbook's catalogue that are not listed: a blocker if one of incident, major_incident, security_incident, restore,
    access and change_approval is among them, else high. What is only proposed (`[evidence]`) has nobody accountable
    yet, and fires once for all activities, with the same weights.

    With two people accountable each waits for the other in the first outage; with none, nobody may decide.

    Not ready:

        [responsibilities]
        restore = { accountable = ["keller", "oser"], responsible = ["meyer"] }

    Ready:

        [responsibilities]
        restore = { accountable = "keller", responsible = ["meyer"] }

    Source: one accountable per activity, RACI of cegedim.cloud [E]; roles of FitSM PR1.4 [T].
    """
    proposed = _proposed(case)
    for line in case.rollout.responsibilities or ():
        if line.id in proposed:
            continue
        named = tuple(dict.fromkeys(line.accountable or ()))
        if len(named) != 1:
            path = ("responsibilities", line.id)
            parameters: dict[str, Parameter] = {"subject": line.id, "fault": _fault(line.id, named)}
            yield Violation(path, parameters, at=(*path, "accountable"))
    unlisted = [each.id for each in case.playbook.activities if each.id not in case.whole.activity_by_id]
    if proposed:
        yield _unconfirmed(proposed, unlisted)
    elif unlisted:
        yield _unlisted(unlisted, len(case.playbook.activities))


def _fault(activity: str, named: Sequence[str]) -> Message:
    if not named:
        return message(N_('"{subject}" has nobody accountable; exactly one person must be'), subject=activity)
    return message(
        N_('"{subject}" has {n} people accountable ({names}); exactly one can be'),
        subject=activity,
        n=len(named),
        names=", ".join(named),
    )


def _unlisted(unlisted: Sequence[str], total: int) -> Violation:
    fault = plural_message(
        N_("{n} of {total} activities has nobody accountable, since it is not listed: {names}"),
        N_("{n} of {total} activities have nobody accountable, since they are not listed: {names}"),
        len(unlisted),
        total=total,
        names=_vital_first(unlisted),
    )
    return Violation(("responsibilities",), {"fault": fault}, _severity(unlisted))


def _proposed(case: Case) -> list[str]:
    """Return the activities for which somebody accountable is proposed, and nobody confirmed."""
    confirmed = {line.id for line in case.rollout.responsibilities or () if line.accountable is not None}
    return [
        line.id
        for line in case.whole.responsibilities or ()
        if line.id not in confirmed and (line.id not in case.rollout.activity_by_id or line.accountable is not None)
    ]


def _unconfirmed(proposed: Sequence[str], unlisted: Sequence[str]) -> Violation:
    """All that waits for a word in the kickoff is one finding, whether it is proposed or missing."""
    subject = message(N_("all that nobody has confirmed"))
    if unlisted:
        fault = message(
            N_(
                "{n} activities have nobody accountable, {proposed} of them only proposed and {unlisted} not listed: "
                "{names}"
            ),
            n=len(proposed) + len(unlisted), proposed=len(proposed), unlisted=len(unlisted),
            names=_vital_first([*proposed, *unlisted]), subject=subject,
        )  # fmt: skip
    else:
        fault = plural_message(
            N_("{n} activity is only proposed, nobody has confirmed who is accountable: {names}"),
            N_("{n} activities are only proposed, nobody has confirmed who is accountable: {names}"),
            len(proposed), names=_vital_first(proposed), subject=subject,
        )  # fmt: skip
    remedy = message(N_("confirm line by line in the kickoff, and take what is confirmed out of [evidence]"))
    return Violation(("responsibilities",), {"fault": fault, "remedy": remedy}, _severity([*proposed, *unlisted]))


def _severity(activities: Sequence[str]) -> Severity:
    return Severity.BLOCKER if any(activity in VITAL for activity in activities) else Severity.HIGH


def _vital_first(activities: Sequence[str]) -> tuple[Parameter, ...]:
    vital = [activity for activity in VITAL if activity in activities]
    return listed([*vital, *(activity for activity in activities if activity not in vital)], MOST_NAMED)
