"""Questions: what is looked up, and what a change leaves as it was."""

from datetime import date

import pytest

from rollout_kit.capacity import figures as named
from rollout_kit.capacity.figures import Mark
from rollout_kit.capacity.model import Wave
from tests.capacity.asked import DESK, EVEN, asked

FIRST, SECOND = date(2027, 3, 1), date(2027, 3, 8)


def test_what_has_no_name_is_a_key_error() -> None:
    question = asked()
    with pytest.raises(KeyError):
        question.figure("none")
    with pytest.raises(KeyError):
        question.level("L9")


def test_a_pinned_figure_has_no_range_and_others_are_untouched() -> None:
    question = asked("[load]\nhorizon = '7 days'\n" + DESK)
    changed = question.with_figure(named.TICKETS, 3)
    assert changed.figure(named.TICKETS).is_certain
    assert changed.figure(named.HALF_LIFE) == question.figure(named.HALF_LIFE)
    assert question.figure(named.TICKETS).likely == 1.1


def test_weak_figures_are_those_that_are_ours_or_one_practitioners() -> None:
    names = [figure.name for figure in asked("[load]\nhorizon = '7 days'\n" + DESK).weak_figures]
    assert named.TICKETS in names
    assert named.GOLIVE_FACTOR not in names


def test_days_have_an_index_even_outside() -> None:
    question = asked()
    assert question.index_of(FIRST) == 0
    assert question.index_of(date(2027, 2, 28)) == -1
    assert question.index_of(question.ends_on) == 27


def test_staff_is_added_to_one_level() -> None:
    question = asked(EVEN + DESK + "[support.L2]\nstaff = 1\n").with_staff("L2", 1, SECOND, SECOND)
    assert [question.level("L2").staff_on(day) for day in (FIRST, SECOND)] == [1, 2]
    assert question.level("L1").staff_on(SECOND) == 1


def test_hours_are_changed_at_one_level() -> None:
    question = asked().with_hours("L1", 7 * 60, 8 * 60)
    assert sum(question.first_level.opening[0]) == 600


def test_waves_stay_in_order_when_one_moves_or_is_split() -> None:
    question = asked().with_waves((Wave(date=SECOND, users=40), Wave(date=FIRST, users=60)))
    assert [wave.users for wave in question.waves] == [60, 40]
    assert [wave.users for wave in question.with_wave_moved(0, date(2027, 3, 15)).waves] == [40, 60]
    split = question.with_wave_split(0, date(2027, 3, 15)).waves
    assert [(wave.date, wave.users) for wave in split] == [(FIRST, 30), (SECOND, 40), (date(2027, 3, 15), 30)]


def test_a_wave_of_an_unknown_site_is_everywhere() -> None:
    question = asked()
    assert question.place_of(Wave(date=FIRST, users=1, site="nowhere")) is question.places[0]


def test_tickets_have_the_strictest_target_or_ours() -> None:
    channels = '[load.channels.mail]\ntarget = { share = 0.5, within = "1 h" }\n[load.channels.ticket]\n'
    assert asked(EVEN + channels + DESK).ticket_target.within_hours == 1
    only_phone = asked(EVEN + "[load.channels.phone]\nshare = 1.0\n" + DESK).ticket_target
    assert (only_phone.within_hours, only_phone.mark) == (4, Mark.C)
