from dataclasses import replace
from datetime import date, time

import pytest

from rollout_kit.capacity import figures as named
from rollout_kit.capacity.answers import Change, FirstMiss, Limit, Outlook
from rollout_kit.capacity.changes import changes_of, staff_text
from rollout_kit.capacity.demand import demand_of
from rollout_kit.capacity.expectation import expectation_of
from rollout_kit.capacity.figures import concurrency_of, handling_of, passes_on_of
from rollout_kit.capacity.model import Question
from rollout_kit.capacity.trials import Trials
from rollout_kit.message import Percent
from tests.capacity.asked import DESK, EVEN, asked
from tests.capacity.outgrown import tight

MISSES = (FirstMiss(limit=Limit.WORK, wave=1, share=0.9), FirstMiss(limit=Limit.WORK, wave=0, share=0.1))


@pytest.fixture(scope="module")
def outlook() -> Outlook:
    return replace(Trials(tight(), runs=2).outlook, first_by=MISSES)


def changes(question: Question, outlook: Outlook) -> dict[str, Change]:
    return {change.text.text: change for change in changes_of(question, outlook)}


def test_every_change_applies_to_a_company_with_waves_levels_repeats_and_resets(outlook: Outlook) -> None:
    assert list(changes(tight(), outlook)) == [
        "{n} person more at {level}",
        "the wave of {wave} on {day} instead",
        "half of the users of {wave} only on {day}",
        "{level} and {other} as one team",
        "{level} hands on {share} of contacts instead of {before}",
        "{share} of contacts come again instead of {before}",
        "self-service for forgotten passwords",
    ]


def test_only_people_help_a_desk_alone_with_one_wave_for_all(outlook: Outlook) -> None:
    alone = asked(EVEN + DESK)
    assert list(changes(alone, replace(outlook, first_by=()))) == ["{n} person more at {level}"]


def test_a_wave_moves_to_a_day_on_which_both_houses_work(outlook: Outlook) -> None:
    days = [
        change
        for change in changes_of(tight(), outlook)
        if "instead" in change.text.text and "wave" in change.text.text
    ]
    assert [change.text.parameters["day"] for change in days] == [date(2027, 4, 26), date(2027, 5, 10)]
    blocked = replace(
        tight(), days=tuple(replace(day, is_free_to_move=day.date > date(2027, 4, 29)) for day in tight().days)
    )
    moved = next(change for change in changes_of(blocked, outlook) if "wave" in change.text.text)
    assert moved.question.waves[1].date == date(2027, 4, 30)


def test_the_first_wave_is_not_moved_and_no_wave_past_the_horizon(outlook: Outlook) -> None:
    first = replace(outlook, first_by=(replace(MISSES[0], wave=0),))
    assert "the wave of {wave} on {day} instead" not in changes(tight(), first)
    short = replace(tight(), days=tight().days[:50])
    assert "the wave of {wave} on {day} instead" not in changes(short, outlook)


def test_a_wave_is_split_in_half(outlook: Outlook) -> None:
    split = changes(tight(), outlook)["half of the users of {wave} only on {day}"].question
    assert [wave.users for wave in split.waves if wave.site == "zug"] == [30, 30]


def test_longer_hours_are_those_of_the_users(outlook: Outlook) -> None:
    early = asked(EVEN + DESK, hours="Mon-Fri 07:30-18:00")
    longer = changes(early, replace(outlook, first_by=()))["{level} open from {start} to {end}"]
    assert (longer.text.parameters["start"], longer.text.parameters["end"]) == (time(7, 30), time(18))
    assert sum(longer.question.first_level.opening[0]) == 630


def test_longer_hours_leave_out_nights_and_weekends(outlook: Outlook) -> None:
    always = changes(asked(EVEN + DESK, hours="24x7"), replace(outlook, first_by=()))[
        "{level} open from {start} to {end}"
    ]
    assert (always.text.parameters["start"], always.text.parameters["end"]) == (time(7), time(18))


def test_one_team_has_the_people_and_the_work_of_both(outlook: Outlook) -> None:
    question = tight()
    pooled = changes(question, outlook)["{level} and {other} as one team"].question
    assert [level.id for level in pooled.levels] == ["L1"]
    assert pooled.first_level.staff == pytest.approx(2 + 3 * 20 / 34)
    assert sum(channel.share for channel in pooled.channels) == pytest.approx(1)
    before, after = (sum(day.contacts for day in demand_of(each)) for each in (question, pooled))
    assert after == pytest.approx(before * 1.2)
    both = [
        sum(tier.demanded_hours for day in expectation_of(each).days for tier in day.tiers)
        for each in (question, pooled)
    ]
    assert both[1] == pytest.approx(both[0], rel=0.02)


def test_fewer_are_handed_on(outlook: Outlook) -> None:
    fewer = changes(tight(), outlook)["{level} hands on {share} of contacts instead of {before}"]
    assert fewer.question.value(passes_on_of("L1")) == pytest.approx(0.15)
    assert (fewer.text.parameters["share"], fewer.text.parameters["before"]) == (Percent(0.15), Percent(0.2))


def test_half_as_many_come_again(outlook: Outlook) -> None:
    fewer = changes(tight(), outlook)["{share} of contacts come again instead of {before}"]
    assert fewer.question.value(named.REPEATS) == pytest.approx(0.05)


def test_self_service_takes_four_of_five_resets_where_it_is_not_there_yet(outlook: Outlook) -> None:
    text = "self-service for forgotten passwords"
    assert changes(tight(), outlook)[text].question.value(named.SELF_SERVED) == pytest.approx(0.2)
    assert text not in changes(replace(tight(), has_self_service=True), outlook)
    assert text not in changes(replace(tight(), resets_share=None), outlook)


def test_two_chats_at_once_are_made_a_rule(outlook: Outlook) -> None:
    chat = '[load.channels.chat]\nshare = 0.5\nhandling = "10 min"\n[load.channels.phone]\nshare = 0.5\n'
    found = changes(asked(EVEN + chat + DESK), replace(outlook, first_by=()))["two chats at once, as a rule"].question
    assert found.figure(concurrency_of("chat")).low == pytest.approx(1.7)
    assert found.figure(handling_of("chat")).likely == 10


def test_people_more_are_said_with_their_days() -> None:
    first, last = date(2027, 3, 1), date(2027, 3, 21)
    one, some = staff_text("L1", 1), staff_text("L1", 2, first, last)
    assert (one.text, one.count, one.parameters) == ("{n} person more at {level}", "n", {"n": 1, "level": "L1"})
    assert some.plural == "{n} people more at {level} from {first} to {last}"
    assert some.parameters == {"n": 2, "level": "L1", "first": first, "last": last}
    assert staff_text("L1", 2, first).plural == "{n} people more at {level} from {first} on"
