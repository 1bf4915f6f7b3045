"""The chance of being ready: how runs are counted, and what the dice may touch."""

from collections.abc import Collection
from datetime import date, timedelta

import pytest

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.plan.chance import COMMON_FACTOR, OWN_FACTOR, SEED, TRIES, TRIES_OF_HOPELESS, Chance, chance_of
from rollout_kit.plan.draft import draft
from rollout_kit.plan.proposal import with_go_live
from rollout_kit.plan.sketch import Draft
from rollout_kit.playbook.load import load_playbook
from tests.plan.casts import five_people

PLAYBOOK = load_playbook("managed-service")
ROLLOUT = five_people(30)
GO_LIVE = date(2027, 2, 8)
LATER = tuple(GO_LIVE + timedelta(days=offset) for offset in (2, 8, 9))
TASK = "runbooks-emergency"


def redraft(day: date) -> Draft:
    rollout = with_go_live(ROLLOUT, day)
    return draft(rollout, PLAYBOOK, Calendars(rollout), (), {})


WRITTEN = {sketch.id: sketch for sketch in redraft(GO_LIVE).sketches}


def everything(draft: Draft, _: Collection[str] = (), tries: int = 1) -> Collection[str]:
    return [sketch.id for sketch in draft.sketches]


def minutes_of(draft: Draft, task: str) -> int:
    return sum(stake.minutes for sketch in draft.sketches if sketch.id == task for stake in sketch.stakes)


def test_where_all_has_a_place_every_run_is_ready() -> None:
    chance = chance_of(GO_LIVE, LATER, redraft, everything, runs=7)

    assert chance == Chance(
        runs=7, seed=SEED, by_day=tuple((day, 7) for day in (GO_LIVE, *LATER)), wanted_on=GO_LIVE, left_over=()
    )
    assert (chance.share, chance.sampling_error) == (1.0, 3 / 7)


def test_a_run_counts_from_the_first_day_on_which_it_is_ready() -> None:
    def place(draft: Draft, _: Collection[str], tries: int) -> Collection[str]:
        fits_until = 1.2 if draft.frame.go_live == GO_LIVE else 1.6 if draft.frame.go_live == LATER[0] else 9
        written = sum(stake.minutes for stake in WRITTEN[TASK].stakes)
        fits = minutes_of(draft, TASK) <= fits_until * written
        return [sketch.id for sketch in draft.sketches if fits or sketch.id != TASK]

    chance = chance_of(GO_LIVE, LATER, redraft, place, runs=60)
    ready = [count for _, count in chance.by_day]

    assert 0 < ready[0] < ready[1] < ready[2] == ready[3] == 60
    assert [(each.task, each.runs) for each in chance.left_over] == [(TASK, 60 - ready[0])]
    assert chance.wanted_on == next(day for day, count in chance.by_day if count >= 48)


@pytest.mark.parametrize(("ready", "wanted_on"), [(7, None), (8, LATER[0]), (9, LATER[0])])
def test_four_of_five_runs_are_wanted(ready: int, wanted_on: date | None) -> None:
    calls: list[date] = []

    def place(draft: Draft, _: Collection[str], tries: int) -> Collection[str]:
        if draft.frame.go_live == GO_LIVE:
            calls.append(GO_LIVE)
            return ()
        return everything(draft) if len(calls) - 1 <= ready else ()  # once at the written efforts

    assert chance_of(GO_LIVE, LATER[:1], redraft, place, runs=10).wanted_on == wanted_on


def test_dice_touch_work_only_and_stay_within_their_bounds() -> None:
    seen: dict[str, set[int]] = {}

    def place(draft: Draft, _: Collection[str], tries: int) -> Collection[str]:
        for sketch in draft.sketches:
            seen.setdefault(sketch.id, set()).add(minutes_of(draft, sketch.id))
        return everything(draft)

    chance_of(GO_LIVE, (), redraft, place, runs=40)

    least, most = COMMON_FACTOR[0] * OWN_FACTOR[0], COMMON_FACTOR[1] * OWN_FACTOR[1]
    touched = {id for id, minutes in seen.items() if len(minutes) > 1}
    assert TASK in touched
    assert "kickoff" in WRITTEN
    assert not {id for id in touched if WRITTEN[id].is_sitting or WRITTEN[id].is_series or WRITTEN[id].is_by_hand}
    assert "go-live-day" not in touched
    for id in touched:
        for stakes in seen[id]:
            written = sum(stake.minutes for stake in WRITTEN[id].stakes)
            assert least * written - 5 <= stakes <= most * written + 5


def test_the_same_dice_are_thrown_again() -> None:
    def place(draft: Draft, _: Collection[str], tries: int) -> Collection[str]:
        return [sketch.id for sketch in draft.sketches if minutes_of(draft, sketch.id) < 300]

    assert chance_of(GO_LIVE, LATER, redraft, place, runs=9) == chance_of(GO_LIVE, LATER, redraft, place, runs=9)


def test_a_day_on_which_nothing_fits_is_tried_less_long() -> None:
    tried: list[tuple[date, int]] = []

    def place(draft: Draft, _: Collection[str], tries: int) -> Collection[str]:
        tried.append((draft.frame.go_live, tries))
        return () if draft.frame.go_live == GO_LIVE else everything(draft)

    chance_of(GO_LIVE, LATER[:1], redraft, place, runs=2)

    assert tried[0] == (GO_LIVE, TRIES)
    assert tried.count((GO_LIVE, TRIES_OF_HOPELESS)) == 2
    assert tried.count((LATER[0], TRIES)) == 3
