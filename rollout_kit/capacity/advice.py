"""What would help: single changes, each run with the dice of the outlook, the one that helps most first."""

from collections.abc import Iterator

from rollout_kit.capacity.answers import Advice, Change, Need, Outlook
from rollout_kit.capacity.changes import changes_of, needs_text, with_need
from rollout_kit.capacity.outlook import Tried
from rollout_kit.capacity.trials import Trials
from rollout_kit.message import N_, message

TRIAL_RUNS = 100  # house value; the changes that help most, and all that seem enough, are held to all runs
HELD_TO_ALL = 3


def advice_of(trials: Trials, outlook: Outlook, need: Need | None) -> tuple[Advice, ...]:
    """Return the changes that apply with what each does; none where the structure scales as it is.

    A change that makes nothing better is among them: it was tried. The smallest sufficient staff is one of them.
    """
    if outlook.is_scaling:
        return ()
    before = trials.before(TRIAL_RUNS)
    found = sorted((_advice(trials, change, before) for change in _changes(trials, outlook, need)), key=_effect)
    best = [one for place, one in enumerate(found) if place < HELD_TO_ALL or one.is_scaling]
    before = trials.before()
    held = sorted((_advice(trials, one.change, before) for one in best), key=_effect)
    return (*held, *(one for one in found if one not in best))


def _changes(trials: Trials, outlook: Outlook, need: Need | None) -> Iterator[Change]:
    yield from changes_of(trials.question, outlook)
    if need is not None:
        first, *others = needs_text(need)
        text = message(N_("together: {changes}"), changes=(first, *others)) if others else first
        people = sum(part.more for part in (need, *need.also))
        yield Change(text=text, question=with_need(trials.question, need), people=people)


def _advice(trials: Trials, change: Change, before: Tried) -> Advice:
    now = trials.tried(change.question, before.runs)
    return Advice(
        change=change,
        share_outgrown=now.share_outgrown,
        outgrown_on=now.outgrown_on,
        gain=before.share_outgrown - now.share_outgrown,
        is_scaling=now.is_scaling,
        spike_days=now.spike_days,
        spike_days_before=before.spike_days,
        backlog_days=now.peak_backlog_days[1],
        backlog_days_before=before.peak_backlog_days[1],
    )


def _effect(advice: Advice) -> tuple[float, float, float]:
    """Return what advice is sorted by: the share outgrown, then the days of spikes, then the peak of the backlog."""
    return advice.share_outgrown, advice.spike_days, advice.backlog_days
