"""CHN101."""

from collections.abc import Iterator
from datetime import timedelta

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Lacks, Outcome, rule
from rollout_kit.description.improvement import Interface
from rollout_kit.finding import Cure, KeyPath, Severity, Violation
from rollout_kit.message import N_, Message, message, plural_message
from rollout_kit.rules.hand_overs import both, hand_over

MOST_WEEKS = 8
DAYS_A_WEEK = 7


@rule(
    "CHN101",
    "interface-without-mode",
    title=N_("Two teams work together, and nobody has said how or until when"),
    severity=Severity.MEDIUM,
    stage="description",
    message=OWN_WORDS,
    remedy=N_(
        "agree how the two work together: as a service without end, or in collaboration or facilitating until a day "
        "{most} weeks after go-live at the latest"
    ),
    cure=Cure(id="complete-interface", text=N_("Settle the work between teams: {subject}"), minutes=30,
              further_minutes=10, owner="OL", before="p0.60"),
)  # fmt: skip
def interface_without_mode(case: Case) -> Iterator[Outcome]:
    """Two teams work together, and nobody has said how or until when.

    Fires for every interface without a `mode`, and for one in "collaboration" or "facilitating" that has no end
    (`until`) or ends later than 8 weeks after go-live.

    Working closely together is dear and wonderful, and meant for weeks. Without an end it becomes a meeting for ever.

    Not ready:

        [[interfaces]]
        from = "desk"
        to = "engineers"
        mode = "collaboration"
        until = 2027-04-07

    Ready:

        [[interfaces]]
        from = "desk"
        to = "engineers"
        mode = "collaboration"
        until = 2027-04-06

    Source: these modes are temporary and usually last weeks, Team API [E]; 8 weeks are ours [D].
    """
    if not case.rollout.interfaces:
        yield Lacks(("interfaces",))
    for index, interface in enumerate(case.rollout.interfaces):
        yield from _judged(case, index, interface)


def _judged(case: Case, index: int, interface: Interface) -> Iterator[Outcome]:
    path: KeyPath = ("interfaces", index)
    fault = _fault(case, interface)
    if fault is not None:
        is_late = interface.mode is not None and interface.until is not None
        at = path if interface.mode is None else (*path, "until" if is_late else "mode")
        yield Violation(path, {"subject": hand_over(case, interface), "most": MOST_WEEKS, "fault": fault}, at=at)


def _fault(case: Case, interface: Interface) -> Message | None:
    names, latest = both(case, interface), case.go_live + timedelta(days=MOST_WEEKS * DAYS_A_WEEK)
    if interface.mode is None:
        return message(N_("how {giver} and {taker} work together is not agreed"), **names)
    if interface.mode == "as_a_service":
        return None
    if interface.until is None:
        text = N_('{giver} and {taker} work together in the mode "{mode}", and no end is set for it')
        return message(text, mode=interface.mode, **names)
    if interface.until <= latest:
        return None
    return plural_message(
        N_(
            'the mode "{mode}" of {giver} and {taker} ends on {until}, {n} day after go-live; {weeks} weeks, '
            "until {latest}, are the most"
        ),
        N_(
            'the mode "{mode}" of {giver} and {taker} ends on {until}, {n} days after go-live; {weeks} weeks, '
            "until {latest}, are the most"
        ),
        (interface.until - case.go_live).days, mode=interface.mode, until=interface.until, weeks=MOST_WEEKS,
        latest=latest, **names,
    )  # fmt: skip
