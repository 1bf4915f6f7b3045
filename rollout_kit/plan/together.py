"""Who can sit together: those whose hours never meet, such as a night shift and a day shift, are taught apart."""

from collections.abc import Sequence
from datetime import timedelta

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.plan.model import Stake
from rollout_kit.plan.sketch import Sketch

HALVES = (0, 1)


def groups_that_meet(sitting: Sketch, calendars: Calendars) -> list[tuple[Stake, ...]]:
    """Return the stakes of a sitting, in groups that are all there at some time; whoever leads it is in each.

    Those who never meet whoever leads it are one group of their own: no day holds it, and the plan says so.
    """
    lead = [stake for stake in sitting.stakes if stake.person == sitting.lead]
    others = [stake for stake in sitting.stakes if stake.person != sitting.lead]
    groups: list[list[Stake]] = []
    lost: list[Stake] = []
    for stake in others:
        group = next((group for group in groups if _meet(sitting, [*group, stake], calendars)), None)
        if group is not None:
            group.append(stake)
        elif _meet(sitting, [*lead, stake], calendars):
            groups.append([*lead, stake])
        else:
            lost.append(stake)
    if lost or not groups:
        groups.append([*lead, *lost])
    return [tuple(sorted(group, key=sitting.stakes.index)) for group in groups]


def _meet(sitting: Sketch, stakes: Sequence[Stake], calendars: Calendars) -> bool:
    people, minutes = [stake.person for stake in stakes], max(stake.minutes for stake in stakes)
    days = [
        span.earliest + timedelta(days=offset)
        for span in sitting.spans
        for offset in range((span.limit - span.earliest).days + 1)
    ]
    return any(calendars.common_minutes(people, day, half) >= minutes for day in days for half in HALVES)
