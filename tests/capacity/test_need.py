from dataclasses import replace
from datetime import date, timedelta

import pytest

from rollout_kit.capacity import figures as named
from rollout_kit.capacity.answers import FirstMiss, Limit, Need
from rollout_kit.capacity.model import Question
from rollout_kit.capacity.need import levels_missed, need_of
from rollout_kit.capacity.trials import Trials
from tests.capacity.outgrown import tight

pytestmark = pytest.mark.uncounted

RUNS = 60
WEEK = timedelta(days=7)


def needed(question: Question) -> tuple[Trials, Need | None]:
    trials = Trials(question, runs=RUNS)
    return trials, need_of(trials, trials.outlook)


def with_staff(question: Question, id: str, staff: float) -> Question:
    return question.with_level(replace(question.level(id), staff=staff))


def scales(trials: Trials, need: Need, *, more: int | None = None, ends_on: date | None = None) -> bool:
    people = need.more if more is None else more
    return trials.scales(trials.question.with_staff(need.level, people, need.starts_on, ends_on or need.ends_on))


@pytest.fixture(scope="module")
def found() -> tuple[Trials, Need]:
    trials, need = needed(tight())
    assert need is not None
    return trials, need


def test_a_wave_that_is_too_large_needs_people_from_its_day_on_for_some_weeks(found: tuple[Trials, Need]) -> None:
    trials, need = found
    assert (need.level, need.wave, need.starts_on) == ("L1", 1, trials.question.waves[1].date)
    assert need.ends_on is not None
    assert (need.ends_on - need.starts_on).days % 7 == 6
    assert need.share_outgrown <= 0.1


def test_what_is_needed_is_enough_and_neither_fewer_people_nor_fewer_weeks_are(found: tuple[Trials, Need]) -> None:
    trials, need = found
    assert need.ends_on is not None
    assert scales(trials, need)
    assert not scales(trials, need, ends_on=need.ends_on - WEEK)
    assert not trials.scales(trials.question.with_staff("L1", need.more - 1))


def test_who_leaves_shortly_before_the_end_is_not_seen_to_be_spared() -> None:
    level = tight().level("L1")
    _, need = needed(tight().with_level(replace(level, hours_per_week=30.0)))
    assert need is not None
    assert (need.starts_on, need.ends_on) == (tight().waves[1].date, None)


def test_what_scales_needs_nobody() -> None:
    assert needed(with_staff(tight(), "L1", 8))[1] is None


def test_what_is_too_small_from_the_start_needs_people_until_the_end() -> None:
    _, need = needed(with_staff(replace(tight(), waves=()), "L1", 1).with_figure(named.TICKETS, 3.0))
    assert need is not None
    assert (need.starts_on, need.ends_on, need.wave) == (tight().starts_on, None, None)


def test_the_level_that_misses_is_the_one_that_needs_people() -> None:
    _, need = needed(with_staff(with_staff(tight(), "L1", 12), "L2", 1))
    assert need is not None
    assert need.level == "L2"


def test_where_no_one_level_is_enough_each_gets_what_it_takes() -> None:
    trials, need = needed(with_staff(with_staff(tight(), "L1", 1), "L2", 0.5))
    assert need is not None
    parts = (need, *need.also)
    assert {part.level for part in parts} == {"L1", "L2"}
    question = trials.question
    for part in parts:
        assert not trials.scales(question.with_staff(part.level, part.more))
    for part in parts:
        question = question.with_staff(part.level, part.more, part.starts_on, part.ends_on)
    assert trials.scales(question)
    assert trials.tried(question).share_outgrown == need.share_outgrown


@pytest.mark.parametrize("few", [2, 5])
def test_what_few_runs_suggest_is_held_to_all(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rollout_kit.capacity.need.SEARCH_RUNS", few)
    trials, need = needed(tight())
    assert need is not None
    assert scales(trials, need)


def test_levels_that_do_alone_get_more_until_they_do_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rollout_kit.capacity.need._Search.fewest", lambda search: 1)
    trials, need = needed(with_staff(with_staff(tight(), "L1", 0.5), "L2", 0.5))
    assert need is not None
    assert {part.level: part.more for part in (need, *need.also)}["L1"] > 1
    question = trials.question
    for part in (need, *need.also):
        question = question.with_staff(part.level, part.more)
    assert trials.scales(question)


def test_nothing_is_told_where_corrections_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rollout_kit.capacity.need._Search.fewest", lambda search: 1)
    monkeypatch.setattr("rollout_kit.capacity.need.MOST_CORRECTIONS", 1)
    assert needed(with_staff(with_staff(tight(), "L1", 0.5), "L2", 0.5))[1] is None


def test_what_no_number_of_people_mends_is_told_no_number() -> None:
    nobody = replace(tight().first_level, staff=1.0, hours_per_week=0.0)
    assert needed(tight().with_level(nobody))[1] is None


def test_the_levels_that_miss_first_are_tried_most_frequent_first() -> None:
    outlook = Trials(tight(), runs=5).outlook
    second = FirstMiss(limit=Limit.L2, wave=None, share=0.6)
    calls, work = (FirstMiss(limit=limit, wave=0, share=0.2) for limit in (Limit.PHONE, Limit.WORK))
    assert levels_missed(tight(), replace(outlook, first_by=(second, calls, work))) == ["L2", "L1"]
    assert levels_missed(tight(), replace(outlook, first_by=())) == ["L1"]
