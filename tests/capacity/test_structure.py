"""Channels and levels as described, and what stands for them where they are not."""

import pytest

from rollout_kit.capacity.figures import Mark
from rollout_kit.capacity.level import Level
from rollout_kit.capacity.structure import opening_hours
from rollout_kit.message import Duration, Unit
from tests.capacity.asked import DESK, EVEN, asked


def shares(channels: str) -> dict[str, float]:
    return {one.id: round(one.share, 9) for one in asked(f"[load]\nhorizon = '7 days'\n{channels}\n{DESK}").channels}


@pytest.mark.parametrize(
    ("channels", "shared"),
    [
        ("", {"phone": 0.6, "ticket": 0.4}),
        ("[load.channels.phone]\nshare = 0.7", {"phone": 0.7, "ticket": 0.3}),
        ("[load.channels.phone]\nshare = 0.7\n[load.channels.mail]", {"phone": 0.7, "mail": 0.3}),
        ("[load.channels.phone]\n[load.channels.chat]", {"phone": 0.5, "chat": 0.5}),
        ("[load.channels.phone]\nshare = 0.5\n[load.channels.ticket]\nshare = 0.3", {"phone": 0.5, "ticket": 0.5}),
        ("[load.channels.phone]\nshare = 1.0\n[load.channels.ticket]\nshare = 1.0", {"phone": 0.5, "ticket": 0.5}),
        ("[load.channels.phone]\nshare = 0.996", {"phone": 1.0}),
    ],
)
def test_shares_sum_to_one_and_what_no_channel_has_comes_as_tickets(channels: str, shared: dict[str, float]) -> None:
    assert shares(channels) == shared


def test_on_phone_and_chat_somebody_waits() -> None:
    question = asked(EVEN + "[load.channels.phone]\n[load.channels.chat]\n[load.channels.mail]\n" + DESK)
    assert [(one.id, one.is_waiting, one.concurrency) for one in question.channels] == [
        ("phone", True, None),
        ("chat", True, "concurrency.chat"),
        ("mail", False, None),
    ]
    assert question.value("concurrency.chat") == 1.7


def test_targets_are_stated_or_ours() -> None:
    stated = '[load.channels.phone]\ntarget = { share = 0.9, within = "20 s" }\n[load.channels.ticket]\n'
    phone, ticket = asked(EVEN + stated + DESK).channels
    assert (phone.target.share, phone.target.within_seconds, phone.target.mark) == (0.9, 20, Mark.STATED)
    assert (ticket.target.share, ticket.target.within_hours, ticket.target.mark) == (0.8, 4, Mark.C)


@pytest.mark.parametrize(
    ("amount", "unit", "hours"),
    [(4, Unit.HOUR, 4), (30, Unit.MINUTE, 0.5), (2, Unit.DAY, 18), (1, Unit.WEEK, 45), (1, Unit.MONTH, 189)],
)
def test_days_and_weeks_are_working_ones(amount: float, unit: Unit, hours: float) -> None:
    assert opening_hours(Duration(amount=amount, unit=unit), 9) == hours


def level(id: str, text: str) -> Level:
    return asked(EVEN + DESK + text).level(id)


def test_a_level_has_people_or_a_contract_or_nothing_is_known_of_it() -> None:
    assert level("L2", "[support.L2]\nstaff = 1\nresponse = '2 h'\n").kind == "queue"
    assert level("L2", "[support.L2]\nresponse = '2 days'\n").response_hours == 18
    assert level("L2", "[support.L2]\nresponse = '2 h'\n").kind == "delay"
    assert level("L2", "[support.L2]\nlanguages = ['de']\n").kind == "unknown"


def test_the_response_of_people_is_their_target() -> None:
    target = level("L2", "[support.L2]\nstaff = 1\nresponse = '2 h'\n").target
    assert target is not None
    assert (target.within_hours, target.mark) == (2, Mark.STATED)
    ours = level("L2", "[support.L2]\nstaff = 1\n").target
    assert ours is not None
    assert (ours.within_hours, ours.mark) == (8, Mark.NONE)


def test_levels_hand_on_to_the_one_named_or_the_next() -> None:
    further = "[support.L3]\nresponse = '8 h'\n[support.L2]\nstaff = 1\n"
    assert [one.id for one in asked(EVEN + DESK + further).levels] == ["L1", "L2", "L3"]
    assert level("L1", further).passes_to == "L2"
    assert (
        level("L1", further.replace("[support.L3]", "passes_on = { to = 'L3', share = 0.1 }\n[support.L3]")).passes_to
        == "L3"
    )
    assert level("L3", further).passes_to is None
    assert asked(EVEN + DESK).first_level.passes_on is None


@pytest.mark.parametrize(
    ("desk", "hours_per_week"),
    [
        ("staff = 1\nhours = 'Mon-Fri 08:00-12:00'", 20),
        ("staff = 1\nhours = 'Mon-Fri 08:00-12:00'\nhours_per_week = 6", 6),
        ("staff = 1\nhours = 'Mon-Fri 08:00-12:00'\nhours_per_week = 60", 20),
        ("staff = 1\nhours = '24x7'", 45),
        ("staff = 1", 25 / 0.7),
        ("staff = 1\nshrinkage = 0.5", 45),
        ("staff = 1\nshrinkage = 1.0", 45),
    ],
)
def test_a_person_is_there_as_stated_or_for_a_full_week_or_five_hours_a_day(desk: str, hours_per_week: float) -> None:
    assert asked(f"{EVEN}[support.L1]\n{desk}\n").first_level.hours_per_week == pytest.approx(hours_per_week)


def test_a_level_without_hours_is_open_as_its_team_or_its_house() -> None:
    team = "[teams.desk]\nname = 'D'\nhours = 'Mon 10:00-11:00'\n[support.L1]\nstaff = 1\nteam = 'desk'\n"
    assert sum(asked(EVEN + team).first_level.opening[0]) == 60
    assert asked(EVEN + team).assumed == (("load", "channels"),)
    bare = asked(EVEN + "[support.L1]\nstaff = 1\n")
    assert sum(bare.first_level.opening[0]) == 9 * 60


def test_a_contract_needs_no_figures_of_people() -> None:
    names = [figure.name for figure in asked(EVEN + DESK + "[support.L2]\nresponse = '8 h'\n").figures]
    assert "shrinkage.L2" not in names
    assert "passes_on.L1" in names


def test_hours_of_a_provider_in_another_zone_are_told_by_the_clocks_of_the_customer() -> None:
    at_home = 'users = 100\ntimezone = "Europe/Zurich"'
    abroad = asked('timezone = "Europe/London"\n' + EVEN + DESK, users=at_home).first_level
    assert (abroad.opening[0].index(30), sum(abroad.opening[0])) == (18, 9 * 60)
    assert asked(EVEN + DESK, users=at_home).first_level.opening[0].index(30) == 16


def test_a_desk_on_the_other_side_of_the_world_is_open_at_night() -> None:
    at_home = 'users = 100\ntimezone = "Europe/Zurich"'
    abroad = asked('timezone = "Asia/Tokyo"\n' + EVEN + DESK, users=at_home)
    assert [sum(hours) // 60 for hours in abroad.first_level.opening[:7]] == [9] * 5 + [0, 0]
    assert abroad.first_level.opening[0][:18] == (30,) * 18
