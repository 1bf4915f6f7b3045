"""What a description asks, what it lacks, and numbers that nobody can mean."""

from datetime import date

import pytest

from rollout_kit.capacity.expectation import expectation_of
from rollout_kit.capacity.model import Question, Untold, Wave
from tests.capacity.asked import DESK, EVEN, answer, asked


def test_without_users_or_staff_no_number_is_told() -> None:
    assert answer(EVEN, users="") == Untold(missing=(("customer", "users"), ("support", "L1", "staff")))
    assert answer(EVEN + '[support.L1]\nhours = "24x7"\n') == Untold(missing=(("support", "L1", "staff"),))
    assert answer(DESK, users="") == Untold(missing=(("customer", "users"),))


def test_users_and_staff_are_enough() -> None:
    found = answer("[support.L1]\nstaff = 1\n")
    assert isinstance(found, Question)
    assert found.assumed == (("load", "horizon"), ("load", "channels"), ("support", "L1", "hours"))
    assert len(found.days) == 365


def test_users_of_the_waves_are_enough() -> None:
    waves = EVEN.replace("horizon", "waves = [{ date = 2027-03-08, users = 7 }]\nhorizon")
    found = answer(waves + DESK, users="")
    assert isinstance(found, Question)
    assert (found.users_before, found.waves) == (0, (Wave(date=date(2027, 3, 8), users=7),))


def test_without_waves_all_users_begin_on_the_day_of_go_live() -> None:
    assert asked().waves == (Wave(date=date(2027, 3, 1), users=100, is_stated=False),)


def test_waves_stand_in_the_order_of_their_days() -> None:
    waves = "waves = [{ date = 2027-03-08, users = 60 }, { date = 2027-02-08, users = 40 }]\n"
    question = asked(EVEN + waves + DESK)
    assert [wave.users for wave in question.waves] == [40, 60]
    assert question.starts_on == date(2027, 2, 8)


def test_a_wave_may_begin_on_a_day_on_which_both_houses_work_and_nothing_is_frozen() -> None:
    freeze = "users = 100\nfreeze = [{ from = 2027-03-02, to = 2027-03-02 }]"
    assert [day.is_free_to_move for day in asked(users=freeze).days][:7] == [
        True,
        False,
        True,
        True,
        True,
        False,
        False,
    ]


def test_a_day_is_open_where_the_first_level_is() -> None:
    assert [day.is_open for day in asked().days][:7] == [True] * 5 + [False] * 2


@pytest.mark.parametrize("users", [10_000_001, 10**9])
def test_more_users_than_a_company_has_are_beyond(users: int) -> None:
    assert answer(users=f"users = {users}") == Untold(beyond=(("customer", "users"),))
    sites = f'[sites.a]\nname = "A"\nusers = {users}\n'
    assert answer(EVEN + DESK + sites, users="") == Untold(beyond=(("sites",),))


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("growth_per_year = 0", "growth_per_year = 1e9", ("load", "growth_per_year")),
        ("growth_per_year = 0", "growth_per_year = -1e9", ("load", "growth_per_year")),
        ("tickets_per_user_month = 1.05", "tickets_per_user_month = 1e9", ("load", "tickets_per_user_month")),
        ("golive_factor = 1", "golive_factor = 1e9", ("load", "golive_factor")),
        ("staff = 1", "staff = 1e9", ("support", "L1", "staff")),
        ("[support", '[load.channels.phone]\nhandling = "3650 days"\n[support',
         ("load", "channels", "phone", "handling")),
        ("horizon", "waves = [{ date = 2027-03-01, users = 999999999 }]\nhorizon", ("load", "waves")),
    ],
)  # fmt: skip
def test_a_number_that_nobody_can_mean_is_beyond(old: str, new: str, path: tuple[str, ...]) -> None:
    assert answer((EVEN + DESK).replace(old, new)) == Untold(beyond=(path,))


@pytest.mark.parametrize(("users", "is_beyond"), [(300_000, False), (600_000, True)])
def test_work_that_no_desk_has_is_beyond_though_no_number_is(users: int, *, is_beyond: bool) -> None:
    found = answer(users=f"users = {users}")  # a twentieth of them a day, with 45 minutes at most
    assert (found == Untold(beyond=(("load",),))) is is_beyond


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("growth_per_year = 0", "growth_per_year = -1"),
        ("growth_per_year = 0", "growth_per_year = -9"),
        ("horizon", 'half_life = "0 s"\nhorizon'),
        ("repeat_contact_share = 0", "repeat_contact_share = 1"),
        ("peak_hour_share = 0", "peak_hour_share = 1"),
        ("shrinkage = 0", "shrinkage = 1"),
        ("staff = 1", "staff = 0"),
        ("staff = 1", "staff = 0.5"),
        ("staff = 1", "staff = 100_000"),
        ("staff = 1", "staff = 1\nhours_per_week = 0"),
        ("staff = 1", "staff = 1\nhours_per_week = 168"),
        ("tickets_per_user_month = 1.05", "tickets_per_user_month = 0"),
        ("golive_factor = 1", "golive_factor = 0"),
        ('"28 days"', '"0 s"'),
        ("[support", '[load.channels.phone]\nhandling = "0 s"\npatience = "0 s"\n[support'),
        ("[support", '[load.channels.phone]\ntarget = { share = 1, within = "0 s" }\n[support'),
        ("[support", "[load.channels.phone]\nshare = 0\n[load.channels.ticket]\nshare = 0\n[support"),
        (
            "[support",
            '[load.channels.ticket]\nhandling = "0 s"\ntarget = { share = 0, within = "99 months" }\n[support',
        ),
    ],
)
def test_an_edge_has_an_answer(old: str, new: str) -> None:
    question = asked((EVEN + DESK).replace(old, new))
    assert len(expectation_of(question).days) == len(question.days)


def test_nobody_is_no_reason_for_anything() -> None:
    expected = expectation_of(asked(users="users = 0"))
    assert not any(day.missed for day in expected.days)


def test_a_horizon_of_ten_years_is_cut_to_three() -> None:
    question = asked((EVEN + DESK).replace('"28 days"', '"3650 days"'))
    assert (len(question.days), question.is_horizon_cut) == (1096, True)
    assert not asked().is_horizon_cut


def test_hypercare_and_resets_are_told_where_they_are_written() -> None:
    question = asked(
        EVEN + "password_resets = { share = 0.3, self_service = true }\n" + DESK + '[hypercare]\nlength = "3 weeks"\n'
    )
    assert (question.hypercare_days, question.resets_share, question.has_self_service) == (21, 0.3, True)
    assert (asked().hypercare_days, asked().resets_share, asked().has_self_service) == (None, None, None)
