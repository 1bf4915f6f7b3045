"""Phone and chat: the smoothed load, who answers, and the table of facts by hand."""

import math
from dataclasses import replace

import pytest

from rollout_kit.capacity import figures as named
from rollout_kit.capacity.channels import Line, line_of, offered_load, people_answering
from rollout_kit.capacity.erlang import required_agents, waiting
from tests.capacity.asked import DESK, EVEN, asked

ALL_DAY = (30,) * 48
PHONE = '[load.channels.phone]\nshare = 0.6\nhandling = "12 min"\npatience = "3 min"\n'


def line(text: str = PHONE) -> Line:
    found = line_of(asked(EVEN + text + DESK))
    assert found is not None
    return found


def test_load_follows_arrivals_as_people_stay_on_the_line() -> None:
    *loads, _ = offered_load([1.0] * 48, ALL_DAY, 900, 0.0)  # 2 an hour of 15 minutes: 0.5 erlang
    by_minute = [0.5 * (1 - math.exp(-minute / 15)) for minute in range(1, 31)]
    assert loads[0] == pytest.approx(sum(by_minute) / 30)
    assert loads[-1] == pytest.approx(0.5)


def test_a_desk_that_closes_hangs_up_slowly() -> None:
    opening = (30,) + (0,) * 47
    *loads, left = offered_load([1.0] + [0.0] * 47, opening, 900, 0.0)
    assert loads[1:] == [0.0] * 47
    assert left == pytest.approx(0.5 * (1 - math.exp(-2)) * math.exp(-2 * 47))


def test_what_comes_in_half_an_open_half_hour_comes_twice_as_fast() -> None:
    (short, *_) = offered_load([0.5] + [0.0] * 47, (15,) + (0,) * 47, 900, 0.5)
    assert short == pytest.approx(0.5)


@pytest.mark.parametrize("seconds", [0.001, 1, 1e9])
def test_the_shortest_and_the_longest_contacts_have_a_load(seconds: float) -> None:
    assert all(math.isfinite(load) for load in offered_load([1.0] * 48, ALL_DAY, seconds, 0.0))


@pytest.mark.parametrize("per_hour", [0.01, 0.3, 1.0, 4.71, 9.0, 40.0])
def test_a_level_between_two_exact_ones_is_as_good_as_exact(per_hour: float) -> None:
    answered, people = line().answered(per_hour, 3), 3
    exact = waiting(
        arrivals_per_hour=per_hour, handling_seconds=720, agents=people, target_seconds=60, patience_seconds=180
    )
    assert exact.service_level is not None
    assert exact.abandonment is not None
    assert answered.levels[0] == pytest.approx(exact.service_level, abs=1e-5)
    assert answered.served == pytest.approx(1 - exact.abandonment, abs=1e-5)
    assert answered.busy == pytest.approx(per_hour / 5 * (1 - exact.abandonment), abs=1e-4)


def test_without_patience_an_overload_has_no_level_and_all_are_busy() -> None:
    patient = line(PHONE.replace('patience = "3 min"\n', ""))
    assert patient.answered(9.99, 2).levels[0] is not None
    for per_hour in (10.01, 1000.0):
        answered = patient.answered(per_hour, 2)
        assert (answered.levels, answered.busy) == ((None,), 2)


def test_nobody_calling_is_answered_by_nobody() -> None:
    assert line().answered(0, 0).levels == (1,)
    assert line().needed(0) == 0
    assert line().answered(1, 0).levels == (0,)


SME = [  # users, calls in the peak hour, people by Erlang A and by C, people after go-live: the table of the facts
    (50, 0.24, 1, 1, 1),
    (100, 0.47, 1, 1, 2),
    (250, 1.18, 1, 2, 2),
    (500, 2.36, 2, 2, 3),
    (1000, 4.71, 2, 3, 5),
]


@pytest.mark.parametrize(("users", "calls", "impatient", "patient", "golive"), SME)
def test_the_people_of_small_companies_are_those_of_the_facts(
    users: int, calls: float, impatient: int, patient: int, golive: int
) -> None:
    per_hour = users * 1.1 / 21 * 0.6 * 0.15
    assert per_hour == pytest.approx(calls, abs=0.006)
    assert line().needed(per_hour) == impatient
    assert line(PHONE.replace('patience = "3 min"\n', "")).needed(per_hour) == patient
    assert line().needed(3 * per_hour) == golive


@pytest.mark.parametrize("per_hour", [0.2, 0.9, 1.7, 3.3, 8.8, 19.0, 77.0])
def test_people_needed_are_the_fewest(per_hour: float) -> None:
    needed = line().needed(per_hour)
    assert needed is not None
    levels = [line().answered_exactly(per_hour, people).levels[0] for people in (needed - 1, needed)]
    assert levels[0] is not None
    assert levels[1] is not None
    assert levels[0] < 0.8 <= levels[1]


@pytest.mark.parametrize("per_hour", [490.0, 1234.0, 6000.0])
def test_of_hundreds_of_people_one_in_five_hundred_may_be_too_many(per_hour: float) -> None:
    needed = line().needed(per_hour)
    exact = required_agents(
        arrivals_per_hour=per_hour, handling_seconds=720, target_seconds=60, target_share=0.8, patience_seconds=180
    )
    assert needed is not None
    assert exact <= needed <= exact * 1.002 + 1


def test_all_of_all_callers_take_no_number_of_people() -> None:
    everybody = line(PHONE + 'target = { share = 1.0, within = "60 s" }\n')
    assert everybody.needed(1.0) is None


def test_chats_at_once_share_a_person() -> None:
    chat = '[load.channels.chat]\nshare = 0.6\nhandling = "17 min"\n'
    question = asked(EVEN + chat + DESK)
    one_by_one = line_of(question.with_figure("concurrency.chat", 1.0))
    at_once = line_of(question)
    assert at_once is not None
    assert one_by_one is not None
    assert (at_once.handling_seconds, one_by_one.handling_seconds) == (pytest.approx(600), pytest.approx(1020))


def test_phone_and_chat_are_one_line_with_their_mean_time() -> None:
    phone = '[load.channels.phone]\nshare = 0.6\nhandling = "10 min"\n'
    both = line(phone + '[load.channels.chat]\nshare = 0.2\nhandling = "34 min"\n')
    assert both.share == pytest.approx(0.8)
    assert both.handling_seconds == pytest.approx(750)
    assert len(both.answered(3.0, 2).levels) == 2


def test_without_a_waiting_channel_there_is_no_line() -> None:
    mail = asked(EVEN + "[load.channels.mail]\n" + DESK)
    assert line_of(mail) is None
    assert people_answering(mail, 0) == 0
    assert line_of(asked(EVEN + "[load.channels.phone]\nshare = 0\n" + DESK)) is None


@pytest.mark.parametrize(
    ("staff", "hours_per_week", "shrinkage", "people"),
    [(2, 45, 0, 2), (2, 45, 0.3, 1), (3, 45, 0.3, 2), (3, 22.5, 0, 1), (1, 45, 0.9, 1), (0.9, 45, 0, 0), (0, 45, 0, 0),
     (10, 45, 0.3, 7)],
)  # fmt: skip
def test_whole_people_answer_and_one_at_least_of_those_on_the_roster(
    staff: float, hours_per_week: float, shrinkage: float, people: int
) -> None:
    question = asked().with_figure(named.shrinkage_of("L1"), shrinkage)
    desk = replace(question.first_level, staff=staff, hours_per_week=hours_per_week)
    assert people_answering(question.with_level(desk), 0) == people
