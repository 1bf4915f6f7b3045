import math
from dataclasses import replace

import pytest

from rollout_kit.capacity.channels import Line
from rollout_kit.capacity.erlang import waiting
from rollout_kit.capacity.figures import Mark
from rollout_kit.capacity.level import Target
from rollout_kit.capacity.model import Channel
from rollout_kit.capacity.phone_table import Ceilings, LevelTable, PhoneDay, between, most_contacts, nodes

TARGET = Target(share=0.8, within_seconds=60, mark=Mark.STATED)
PHONE = Channel(
    id="phone", share=0.6, is_waiting=True, handling="handling.phone", target=TARGET, patience_seconds=180
)  # fmt: skip
LINE = Line(channels=(PHONE,), share=0.6, handling_seconds=720.0)
OPENING = tuple(30 if 16 <= place < 34 else 0 for place in range(48))
EVEN = tuple(1 / 18 if minutes else 0.0 for minutes in OPENING)
DAY = PhoneDay(opening=OPENING, shape=EVEN, people=2, most_occupancy=0.8)


def exact(rate: float, people: int, line: Line = LINE) -> float:
    answer = waiting(
        arrivals_per_hour=rate,
        handling_seconds=line.handling_seconds,
        agents=people,
        target_seconds=60,
        patience_seconds=line.channels[0].patience_seconds,
    )
    return answer.service_level or 0.0


@pytest.mark.parametrize("people", [1, 2, 5, 20, 60])
def test_between_its_points_the_table_is_as_good_as_exact(people: int) -> None:
    table = LevelTable(LINE, people)
    rates = [people * 5 * part / 20 for part in range(1, 30)]
    assert [table.at(rate)[0] for rate in rates] == pytest.approx([exact(rate, people) for rate in rates], abs=1e-3)


def test_callers_who_never_hang_up_have_no_level_in_an_overload() -> None:
    patient = replace(LINE, channels=(replace(PHONE, patience_seconds=None),))
    table = LevelTable(patient, 2)
    assert table.at(11.0)[0] == 0.0
    assert table.at(5.0)[0] == pytest.approx(exact(5.0, 2, patient), abs=1e-3)


def test_nobody_there_answers_nobody() -> None:
    assert LevelTable(LINE, 0).at(1.0) == (0.0, 0.0)
    assert LevelTable(LINE, 0).at(0.0) == (1.0, 0.0)


def test_far_past_its_end_the_table_stays() -> None:
    table = LevelTable(LINE, 1)
    assert table.at(1e9) == table.at(1e6)
    assert table.at(1e9)[0] < 0.2


def test_the_most_contacts_are_those_at_which_a_target_breaks() -> None:
    assert most_contacts(lambda rate: rate <= 41.5, 1.0) == pytest.approx(41.5, rel=1e-4)
    assert most_contacts(lambda rate: True, 1.0) == math.inf
    assert most_contacts(lambda rate: False, 1.0) == pytest.approx(0.0, abs=1e-4)


def test_a_day_is_full_where_the_level_falls_below_its_target() -> None:
    most = Ceilings(LINE, 720, 720).most(DAY, 720)
    # 18 half hours, 0.6 of the contacts call; the first ones after opening meet a desk that is not busy yet
    assert exact(most * 0.6 / 9, 2) == pytest.approx(0.8, abs=0.01)
    assert exact(most * 0.6 / 9, 2) < 0.8


def test_one_more_person_takes_more_than_half_as_much_again() -> None:
    ceilings = Ceilings(LINE, 720, 720)
    assert ceilings.most(replace(DAY, people=3), 720) > 1.5 * ceilings.most(DAY, 720)


def test_a_peak_takes_contacts_away() -> None:
    peak = tuple(0.1 if place in (18, 19) else part * 0.9 for place, part in enumerate(EVEN))
    ceilings = Ceilings(LINE, 720, 720)
    assert ceilings.most(replace(DAY, shape=peak), 720) < ceilings.most(DAY, 720)


def test_a_closed_desk_misses_no_call() -> None:
    assert Ceilings(LINE, 720, 720).most(replace(DAY, opening=(0,) * 48), 720) == math.inf


def test_nobody_on_the_phone_can_take_no_call() -> None:
    assert Ceilings(LINE, 720, 720).most(replace(DAY, people=0), 720) == pytest.approx(0.0, abs=1e-3)


@pytest.mark.parametrize(("people", "is_capped"), [(4, False), (5, True)])
def test_occupancy_counts_from_five_people_on(people: int, *, is_capped: bool) -> None:
    ceilings = Ceilings(LINE, 720, 720)
    free, capped = (
        ceilings.most(replace(DAY, people=people, most_occupancy=share), 720) for share in (1.0, 0.2)
    )  # fmt: skip
    assert (capped < free) is is_capped
    if is_capped:  # a fifth of five people is busy: one erlang, five calls an hour, but for the quiet first minutes
        assert capped * 0.6 / 9 == pytest.approx(5.0, rel=0.05)


def test_a_ceiling_at_few_handling_times_is_close_to_one_at_each() -> None:
    few = Ceilings(LINE, 480, 1200)
    for seconds in (500.0, 700.0, 1100.0):
        assert few.most(DAY, seconds) == pytest.approx(Ceilings(LINE, seconds, seconds).most(DAY, seconds), rel=5e-3)


@pytest.mark.parametrize(
    ("seconds", "place"),
    [(100.0, (0, 0.0)), (400.0, (0, 0.0)), (800.0, (2, 0.0)), (1600.0, (4, 0.0)), (1900.0, (4, 0.0))],
)
def test_a_handling_time_has_its_place_in_the_table(seconds: float, place: tuple[int, float]) -> None:
    index, part = Ceilings(LINE, 400, 1600).place(seconds)
    assert (index, part) == pytest.approx(place)


def test_halfway_in_the_table_is_halfway_in_ratio() -> None:
    index, part = Ceilings(LINE, 400, 1600).place(800 * 2**0.25)
    assert (index, part) == (2, pytest.approx(0.5))


def test_between_its_places_a_value_is_a_power() -> None:
    assert [between((40.0, 10.0), place) for place in ((0, 0.0), (0, 0.5), (1, 0.0))] == pytest.approx(
        [40.0, 20.0, 10.0]
    )


@pytest.mark.parametrize("values", [(math.inf, 10.0), (0.0, 10.0), (10.0, math.inf), (math.inf, math.inf)])
def test_a_value_that_nothing_or_all_breaks_is_that(values: tuple[float, float]) -> None:
    assert between(values, (0, 0.5)) == values[0]


def test_handling_times_lie_evenly_from_shortest_to_longest() -> None:
    assert nodes(480.0, 1200.0)[0] == 480.0
    assert nodes(480.0, 1200.0)[-1] == pytest.approx(1200.0)
    assert nodes(720.0, 720.0) == (720.0,)
