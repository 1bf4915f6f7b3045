from dataclasses import replace
from datetime import date, timedelta

import pytest

from rollout_kit.capacity.answer import Answer
from rollout_kit.capacity.answers import Dates, FirstMiss, Limit, Need
from rollout_kit.capacity.said import cut, dates, effect, exact, rests_on, spikes, verdict, what_binds, what_helps
from rollout_kit.language.words import Words
from rollout_kit.message import Message

from .made_up import FIRST, answer, with_outlook

WORDS = Words("en")


def said(text: Message) -> str:
    return WORDS.text(text).replace("\u00a0", " ")


def told(given: Answer) -> str:
    return said(verdict(given.expectation.question, given.outlook))


def bound(given: Answer) -> str:
    return said(what_binds(given.expectation.question, given.outlook, Limit.PHONE, 0.456))


def test_a_date_never_stands_without_its_share_and_runs() -> None:
    assert told(answer()) == (
        "2 people carry the load until about 15 March 2027; within the horizon it is outgrown in 80% of 500 runs."
    )


@pytest.mark.parametrize(("days", "is_from_the_start"), [(14, True), (15, False)])
def test_what_is_outgrown_within_two_weeks_was_too_little_from_the_start(days: int, is_from_the_start: bool) -> None:
    given = with_outlook(answer(), outgrown_on=Dates(early=FIRST, middle=FIRST + timedelta(days=days), late=None))
    assert ("from its first weeks on" in told(given)) == is_from_the_start


@pytest.mark.parametrize(
    ("share", "begin"),
    [
        (0.3, "1 person at L2 probably carries the load until 2 May 2027; in 30% of"),
        (0.8, "1 person at L2 carries the load until about 15 March 2027; within the horizon"),
    ],
)
def test_the_people_who_do_not_carry_it_are_those_of_the_level_that_gives_way(share: float, begin: str) -> None:
    first = (FirstMiss(limit=Limit.L2, wave=None, share=1.0),)
    given = at_two_levels(with_outlook(answer(share_outgrown=share), first_by=first), staff=1.0)
    assert told(given).startswith(begin)
    early = replace(given.outlook.outgrown_on, middle=FIRST)
    assert told(with_outlook(given, outgrown_on=early)).startswith("1 person at L2 does not carry the load")


def test_a_level_with_nobody_carries_nothing() -> None:
    first = (FirstMiss(limit=Limit.L2, wave=None, share=1.0),)
    given = at_two_levels(with_outlook(answer(), first_by=first), staff=0.0)
    assert told(given) == "Nobody carries the load: there is nobody at L2."


def at_two_levels(given: Answer, staff: float) -> Answer:
    asked = given.expectation.question
    levels = (asked.first_level, replace(asked.first_level, id="L2", staff=staff))
    return replace(given, expectation=replace(given.expectation, question=replace(asked, levels=levels)))


def test_fewer_than_half_of_the_runs_have_no_date() -> None:
    given = answer(share_outgrown=0.3)
    assert told(given) == (
        "2 people probably carry the load until 2 May 2027; in 30% of 500 runs it is outgrown before."
    )
    assert said(dates(given.outlook)) == (
        "no date within the horizon: outgrown in 30% of 500 runs; 10% of all by 8 March 2027"
    )


def test_what_scales_carries_the_load_to_the_end_and_needs_nothing() -> None:
    given = with_outlook(answer(share_outgrown=0.0), first_by=())
    assert told(given) == "2 people carry the load as far as was looked ahead, until 2 May 2027."
    assert said(what_helps(given)) == "No change is needed for it."
    assert bound(given) == "Nearest to its end: the people on the phone, at most 46% in use."
    assert said(dates(given.outlook)) == "no date within the horizon: outgrown in 0% of 500 runs"


def test_a_rush_that_is_too_long_is_told_where_nothing_is_outgrown() -> None:
    given = with_outlook(answer(share_outgrown=0.0), is_scaling=False)
    assert told(given).endswith("but for a rush of up to 9 days at a stretch.")


@pytest.mark.parametrize(("staff", "begins"), [(1.0, "1 person carries"), (2.5, "2.5 people carry"), (3.0, "3 people")])
def test_people_are_counted(staff: float, begins: str) -> None:
    assert told(answer(staff=staff)).startswith(begins)


def test_the_dates_of_a_tenth_half_and_nine_tenths_are_told_as_far_as_they_are_known() -> None:
    given = answer()
    assert said(dates(given.outlook)) == "outgrown in 80% of 500 runs; 10% by 8 March 2027, half by 15 March 2027"
    day = date(2027, 4, 1)
    late = with_outlook(given, outgrown_on=Dates(early=day, middle=day, late=day))
    assert said(dates(late.outlook)).endswith("; 10% by 1 April 2027, half by 1 April 2027, 90% by 1 April 2027")


def test_what_gives_way_first_is_told_with_the_wave_before_it() -> None:
    given = answer()
    assert bound(given) == (
        "First to give way: the hours of work at the first level, after 22 February 2027, in 70% of these runs."
    )
    assert bound(with_outlook(given, first_by=given.outlook.first_by[1:])) == (
        "First to give way: the people on the phone, in 30% of these runs."
    )


@pytest.mark.parametrize(
    ("need", "sentence"),
    [
        (
            Need(level="L1", more=1, starts_on=FIRST, ends_on=FIRST + timedelta(days=20), wave=1, share_outgrown=0.04),
            "The wave of 22 February 2027 takes 1 person more (6 h a week) at L1 from 8 February 2027 to "
            "28 February 2027; then it holds in 96% of the runs.",
        ),
        (
            Need(level="L1", more=2, starts_on=FIRST, ends_on=None, wave=None, share_outgrown=0.0),
            "It takes 2 people more (6 h a week each) at L1 from 8 February 2027 on; "
            "then it holds in 100% of the runs.",
        ),
        (
            Need(level="L1", more=1, starts_on=FIRST, ends_on=FIRST, wave=None, share_outgrown=0.0),
            "It takes 1 person more (6 h a week) at L1 from 8 February 2027 to "
            "8 February 2027; then it holds in 100% of the runs.",
        ),
        (
            Need(
                level="L1",
                more=2,
                starts_on=FIRST,
                ends_on=None,
                wave=None,
                share_outgrown=0.05,
                also=(Need(level="L2", more=1, starts_on=FIRST, ends_on=None, wave=None, share_outgrown=0.05),),
            ),
            "It takes 2 people more at L1 from 8 February 2027 on and 1 person more at L2 from 8 February 2027 on; "
            "then it holds in 95% of the runs.",
        ),
    ],
)
def test_people_who_are_missing_are_told_before_anything_else(need: Need, sentence: str) -> None:
    assert said(what_helps(replace(answer(), need=need))) == sentence


def test_a_change_that_takes_nobody_is_told_before_people_at_several_levels() -> None:
    second = Need(level="L2", more=1, starts_on=FIRST, ends_on=None, wave=None, share_outgrown=0.05)
    given, people, later = answer(), *answer().advice
    enough = (
        replace(people, change=replace(people.change, people=3), is_scaling=True),
        replace(later, is_scaling=True),
    )
    both = replace(given, need=replace(second, level="L1", also=(second,)), advice=enough)
    assert said(what_helps(both)).startswith("One change is enough, without more people: Lausanne two weeks later; ")
    alone = replace(second, level="L1")
    assert said(what_helps(replace(both, need=alone))).startswith("It takes 1 person more")


def test_where_no_people_help_the_best_change_is_told() -> None:
    given = answer()
    assert said(what_helps(given)) == (
        "What helps most: one person more at L1 from 8 February; then it holds in 98% of the runs."
    )
    useless = replace(given, advice=tuple(replace(each, gain=0.0) for each in given.advice))
    assert said(what_helps(useless)) == "No single change that was tried helps."


def test_a_change_is_told_by_what_it_moves() -> None:
    one = replace(answer().advice[0], gain=0.0, spike_days=1.0, spike_days_before=6.0)
    assert said(effect(one)) == "then short breaches take 1 day of a run instead of 6 days"
    waiting = replace(one, spike_days=6.0, backlog_days=1.25, backlog_days_before=2.0)
    assert said(effect(waiting)) == "then at most 1.2 days of work lie waiting instead of 2 days"


def test_weak_figures_that_could_turn_the_answer_are_named() -> None:
    assert rests_on(answer()) is None
    weak = rests_on(replace(answer(), rests_on=("handling.phone", "ramp")))
    assert weak is not None
    assert said(weak) == (
        "This rests on weak figures: time for a contact (phone) and time until the rush is at its height."
    )


def test_the_middle_figures_and_short_breaches_have_their_words() -> None:
    expectation = answer().expectation
    assert said(exact(expectation.outgrown_on)) == "at the middle figures: outgrown from 15 March 2027 on"
    assert said(exact(None)) == "at the middle figures: not outgrown"


def breaches(*lengths: int) -> str | None:
    expectation = answer().expectation
    one = expectation.spikes[0]
    found = spikes(replace(expectation, spikes=tuple(replace(one, open_days=length) for length in lengths)))
    return said(found) if found else None


def test_a_few_short_breaches_are_listed_and_many_are_counted() -> None:
    assert breaches() is None
    assert breaches(3) == "short breaches at the middle figures: Mon 8 Feb to Wed 10 Feb: 3 open days"
    assert breaches(1, 1, 1) == (
        "short breaches at the middle figures: Mon 8 Feb: 1 open day, Mon 8 Feb: 1 open day and Mon 8 Feb: 1 open day"
    )
    assert breaches(1, 2, 1, 1) == (
        "4 short breaches at the middle figures; the longest is Mon 8 Feb to Wed 10 Feb: 2 open days"
    )


def test_a_horizon_that_was_cut_is_told() -> None:
    asked = answer().expectation.question
    assert cut(asked) is None
    told_cut = cut(replace(asked, is_horizon_cut=True))
    assert told_cut is not None
    assert said(told_cut) == "looked ahead until 2 May 2027 only, not as far as load.horizon asks for"


def test_a_desk_that_is_never_open_carries_nothing() -> None:
    given = answer()
    days = tuple(replace(day, is_open=False) for day in given.expectation.question.days)
    asked = replace(given.expectation.question, days=days)
    assert said(verdict(asked, given.outlook)) == (
        "Nobody answers on any day until 2 May 2027: the first level is never open."
    )


def test_a_use_without_end_is_not_told_as_a_number() -> None:
    given = with_outlook(answer(share_outgrown=0.0), first_by=())
    told_use = what_binds(given.expectation.question, given.outlook, Limit.WORK, float("inf"))
    assert said(told_use) == "Nearest to its end: the hours of work at the first level."


def test_where_the_load_is_carried_what_is_used_most_is_told_whatever_a_few_runs_miss() -> None:
    assert bound(answer(share_outgrown=0.05)).startswith("Nearest to its end")
    assert bound(answer(share_outgrown=0.2)).startswith("First to give way")
