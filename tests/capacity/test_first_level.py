"""The first level: calls, and tickets in the time that is left."""

import pytest

from rollout_kit.capacity import figures as named
from rollout_kit.capacity.demand import demand_of
from rollout_kit.capacity.first_level import FirstLevel, first_level_of, hours_for_tickets
from rollout_kit.capacity.model import Question
from tests.capacity.asked import DESK, EVEN, asked

HALF = """
[load.channels.phone]
share = 0.5
handling = "18 min"

[load.channels.ticket]
share = 0.5
handling = "30 min"
"""


def answered(question: Question) -> FirstLevel:
    return first_level_of(question, demand_of(question))


@pytest.mark.parametrize(
    ("have", "ready", "calls", "hours"),
    [
        (8, 8, 2, 3),  # one dedicated person: half of what calls leave
        (16, 8, 2, 11),  # a second one, whom the phone does not need, has all hours
        (16, 8, 4, 10),
        (16, 8, 6, 7),  # twelve hours are held for six of calls
        (16, 8, 10, 3),
        (8, 0, 0, 8),  # without a phone
        (2, 8, 0.5, 1.5),  # beside another job: the gaps are long enough, the hours are the limit
        (2, 8, 2, 0),
        (2, 8, 3, 0),  # calls alone take more than there is
        (8, 8, 8, 0),
        (0, 0, 0, 0),
    ],
)
def test_for_tickets_people_have_what_calls_leave_and_half_of_the_waiting(
    have: float, ready: float, calls: float, hours: float
) -> None:
    assert hours_for_tickets(have, ready, calls, calls, 0.5) == hours


def test_the_phone_holds_people_by_who_calls_and_not_by_who_is_answered() -> None:
    assert hours_for_tickets(16, 8, offered=6, calls=4, blending=0.5) == 4 + (12 - 4) / 2
    assert hours_for_tickets(16, 8, offered=600, calls=16, blending=0.5) == 0


def test_work_and_hours_of_a_day_are_those_done_by_hand() -> None:
    found = answered(asked(EVEN + HALF + DESK)).worked  # five contacts: 2.5 calls of 18, 2.5 tickets of 30 minutes
    assert found.contacts[0] == pytest.approx(5)
    assert found.demanded[0] == pytest.approx(2.5 * 0.3 + 2.5 * 0.5)
    assert found.able[0] == pytest.approx((9 + 0.75) / 2, abs=0.06)  # nine hours, half of those without a call
    assert found.able[5] == 0
    assert max(found.backlog.hours) == 0


def test_a_call_in_closed_hours_is_a_ticket() -> None:
    late = asked(EVEN + HALF + DESK, hours="Mon-Fri 13:00-22:00")
    found = answered(late)
    assert found.phones[0] is not None
    calls = 2.5 * (8 + 2 * 0.25) / (10 + 8 * 0.25)  # from 13:00 to 17:00; from 18:00 on a quarter as many
    assert sum(found.done[:48]) < 5
    assert found.worked.demanded[0] == pytest.approx(2.0)
    assert calls < 2.5
    assert sum(found.done) == pytest.approx(100, abs=5)


def test_on_a_closed_day_everything_waits_for_the_next() -> None:
    six_days = asked(EVEN + HALF + DESK, hours="Mon-Sat 08:00-17:00")
    found = answered(six_days)
    assert found.phones[5] is None
    assert found.worked.contacts[5] > 0
    assert found.worked.backlog.hours[5] == pytest.approx(found.worked.demanded[5])
    assert found.worked.backlog.in_time[5] == 1


def test_a_desk_without_a_phone_has_all_its_hours_for_tickets() -> None:
    found = answered(asked(EVEN + "[load.channels.mail]\n" + DESK))
    assert set(found.phones) == {None}
    assert found.worked.able[0] == pytest.approx(9)


def test_shrinkage_takes_its_part_of_the_hours() -> None:
    question = asked(EVEN + "[load.channels.mail]\n" + DESK).with_figure(named.shrinkage_of("L1"), 0.25)
    assert answered(question).worked.able[0] == pytest.approx(6.75)


CALL_HOURS = 0.7257  # a day, with a person on the phone in all of its hours; 2.5 calls of 18 minutes are offered


@pytest.mark.parametrize(("hours_a_day", "is_met"), [(0.0, False), (0.5, False), (0.75, True), (1.0, True)])
def test_no_more_calls_are_taken_than_people_have_hours_for(hours_a_day: float, is_met: bool) -> None:
    always = answered(asked(EVEN + HALF + DESK)).phones[0]
    found = answered(asked(EVEN + HALF + f"{DESK}hours_per_week = {5 * hours_a_day}\n"))
    phone = found.phones[0]
    assert always is not None
    assert phone is not None
    assert always.level is not None
    assert phone.level == pytest.approx(always.level * min(1.0, hours_a_day / CALL_HOURS), rel=1e-3)
    assert phone.is_met is is_met
    assert found.worked.able[0] == pytest.approx(hours_a_day)


def test_who_hangs_up_or_would_wait_without_end_writes_so_that_no_work_is_lost() -> None:
    hurried = HALF.replace('"18 min"', '"18 min"\npatience = "10 s"')
    for question in (asked(EVEN + HALF + DESK), asked(EVEN + hurried + DESK)):
        assert sum(answered(question).done) == pytest.approx(100)
    crowd = asked(EVEN + HALF + DESK, users="users = 2000")
    found = answered(crowd).worked
    assert sum(found.demanded) == pytest.approx(800)
    assert found.backlog.hours[-1] == pytest.approx(800 - sum(found.able), rel=0.02)  # calls at closing time


def test_the_level_of_a_day_weighs_its_half_hours_by_their_calls() -> None:
    question = asked(EVEN + HALF + DESK).with_figure(named.PEAK_HOUR, 0.5)
    phone = answered(question).phones[0]
    assert phone is not None
    assert phone.level is not None
    assert phone.worst is not None
    assert phone.worst_half_hour == 19  # the load of the first half of the busiest hour has not settled yet
    assert phone.worst < phone.level < 1
    assert phone.needed[18] == phone.needed[19] == 2
    assert phone.needed[16] == 1
    assert phone.needed[0] == 0


def test_an_overload_without_patience_has_no_level_and_is_missed() -> None:
    phone = answered(asked(EVEN + HALF + DESK, users="users = 100_000")).phones[0]
    assert phone is not None
    assert (phone.level, phone.worst, phone.is_met) == (None, None, False)
    assert phone.occupancy == 1


def test_nobody_there_answers_nobody() -> None:
    phone = answered(asked(EVEN + HALF + DESK.replace("staff = 1", "staff = 0"))).phones[0]
    assert phone is not None
    assert (phone.level, phone.there, phone.occupancy, phone.is_met) == (0, 0, 0, False)


@pytest.mark.parametrize(("staff", "is_met"), [(4, True), (5, False)])
def test_five_people_may_not_be_busy_more_than_their_share(staff: int, *, is_met: bool) -> None:
    phone = '[load.channels.phone]\nshare = 1.0\nhandling = "10 min"\ntarget = { share = 0.5, within = "4 h" }\n'
    users = round(staff * 9 * 6 * 0.85 * 20)  # 85 % of the calls that so many people can take
    question = asked(EVEN + phone + DESK.replace("staff = 1", f"staff = {staff}"), users=f"users = {users}")
    found = answered(question).phones[0]
    assert found is not None
    assert 0.8 < found.occupancy < 0.86
    assert found.is_met is is_met


def test_the_channel_furthest_from_its_target_is_told() -> None:
    both = HALF.replace("[load.channels.ticket]", '[load.channels.chat]\ntarget = { share = 0.99, within = "1 s" }')
    phone = answered(asked(EVEN + both + DESK)).phones[0]
    assert phone is not None
    assert phone.level is not None
    assert not phone.is_met
    assert phone.level < 0.95
