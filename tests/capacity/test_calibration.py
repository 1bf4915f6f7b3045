"""Figures of the load from tickets that were made of known ones."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from rollout_kit.capacity.calibration import Calibration, calibrated
from rollout_kit.capacity.tickets.columns import COLUMNS, Column
from rollout_kit.capacity.tickets.measured import Measured, Spread, of_mean
from rollout_kit.capacity.tickets.table import Ticket, TicketTable
from rollout_kit.language.words import Words
from rollout_kit.message import Message

from .tickets.made_tickets import World, jira, servicenow

YEARS = World(first=date(2024, 9, 1), growth=0.15)
ROLLED_OUT = World(rollout_on=date(2026, 3, 2), factor=3.0, half_life=14.0)


def of(text: str, users: int | None = 250, encoding: str = "utf-8", **asked: Any) -> Calibration:
    table = TicketTable(io.BytesIO(text.encode(encoding)), "t.csv")
    found = calibrated(table, users=users, columns=table.columns.places, **asked)
    assert found is not None
    return found


def figures(found: Calibration) -> dict[str, Measured]:
    return {figure.key: figure for figure in found.figures}


def untold(found: Calibration) -> dict[str, str]:
    return {one.key: said(one.reason) for one in found.untold}


def said(text: Message) -> str:
    return Words("en").text(text).replace("\u00a0", " ")


def holds(figure: Measured, truth: float) -> bool:
    return figure.spread.low <= truth <= figure.spread.high


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(("make", "encoding"), [(servicenow, "cp1252"), (jira, "utf-16")])
def test_a_year_of_either_system_tells_what_was_put_into_it(
    make: Callable[[World], str], encoding: str, seed: int
) -> None:
    world = World(seed=seed)
    found = figures(of(make(world), encoding=encoding))
    truths = {
        "tickets_per_user_month": world.rate,
        "peak_hour_share": 0.16,
        "busiest_weekday": 0.24,
        **{f"channels.{name}.share": share for name, share in world.channels.items()},
        **{f"channels.{name}.handling": minutes for name, minutes in world.work.items()},
        "resolution_median": world.wait_median,
    }
    assert [key for key, truth in truths.items() if not holds(found[key], truth)] == []
    assert (found["peak_hour_share"].hour, found["busiest_weekday"].weekday) == (9, 0)


@pytest.mark.parametrize("growth", [-0.2, 0.0, 0.15, 0.4])
def test_growth_is_found_and_the_rate_is_that_of_the_end(growth: float) -> None:
    found = figures(of(jira(replace(YEARS, growth=growth))))
    spread = found["growth_per_year"].spread
    reach = (spread.high - spread.low) / 2  # the range holds the truth four times in five, twice as much nearly always
    assert spread.low - reach <= growth <= spread.high + reach
    assert holds(found["tickets_per_user_month"], 1.1)
    assert found["tickets_per_user_month"].spread.likely == pytest.approx(1.1, rel=0.05)


def test_a_rollout_is_found_and_kept_out_of_the_ordinary_load() -> None:
    found = of(servicenow(ROLLED_OUT), rollout_on=ROLLED_OUT.rollout_on)
    told = figures(found)
    assert holds(told["golive_factor"], 3.0)
    assert holds(told["half_life"], 14.0)
    assert told["tickets_per_user_month"].spread.likely == pytest.approx(1.1, rel=0.05)
    assert untold(found) == {"growth_per_year": "8 full ordinary months; 12 are needed"}
    assert said(found.notes[0]) == (
        "days from 16 February 2026 to 31 May 2026 tell of the rollout only, not of the ordinary load"
    )


def test_a_surplus_that_some_users_brought_is_larger_for_them() -> None:
    all_of_them = figures(of(servicenow(ROLLED_OUT), rollout_on=ROLLED_OUT.rollout_on))["golive_factor"].spread
    table = TicketTable(io.BytesIO(servicenow(ROLLED_OUT).encode()), "t.csv")
    found = calibrated(
        table, users=250, columns=table.columns.places, rollout_on=ROLLED_OUT.rollout_on, rollout_users=50
    )  # fmt: skip
    assert found is not None
    some = figures(found)["golive_factor"].spread
    for one, other in ((some.low, all_of_them.low), (some.likely, all_of_them.likely), (some.high, all_of_them.high)):
        assert one - 1 == pytest.approx(5 * (other - 1))


def test_without_a_rollout_date_the_surge_would_hide_in_the_load() -> None:
    found = figures(of(servicenow(ROLLED_OUT)))
    assert found["tickets_per_user_month"].spread.likely > 1.15


def test_work_has_its_mean_to_reckon_with_and_its_quartiles_to_read() -> None:
    found = figures(of(servicenow(World())))
    mean, median = found["channels.phone.handling"].spread, found["channels.phone.handling_median"].spread
    assert median.likely < mean.likely
    assert median.low < median.likely < median.high
    assert median.likely == pytest.approx(12 * 2.718281828**-0.32, rel=0.05)


def test_the_same_tickets_give_the_same_figures() -> None:
    assert of(jira(World(users=50))) == of(jira(World(users=50)))


def test_a_summer_is_told_by_its_weeks() -> None:
    found = figures(of(jira(World(first=date(2026, 6, 1)))))
    assert (found["tickets_per_user_month"].spread.periods, found["tickets_per_user_month"].spread.period) == (
        13,
        "week",
    )
    assert holds(found["tickets_per_user_month"], 1.1)


def days(first: date, last: date, a_day: int, hour: int = 9) -> list[Ticket]:
    """Return the same number of tickets on each working day."""
    return [
        Ticket(opened_at=datetime.combine(day, time(hour)), resolved_at=None, channel=None, minutes_worked=None)
        for day in (first + timedelta(days=n) for n in range((last - first).days + 1))
        if day.weekday() < 5
        for _ in range(a_day)
    ]


def calibration(
    tickets: list[Ticket], users: int | None = 10, columns: tuple[Column, ...] = COLUMNS, **asked: date
) -> Calibration:
    found = calibrated(tickets, users=users, columns=columns, **asked)
    assert found is not None
    return found


def test_no_tickets_tell_nothing() -> None:
    assert calibrated([], users=10, columns=COLUMNS) is None
    assert (
        calibrated(days(date(2026, 1, 1), date(2026, 1, 31), 1), users=10, columns=COLUMNS, since=date(2027, 1, 1))
        is None
    )


def test_what_could_not_be_told_is_told_with_its_reason() -> None:
    found = calibration(days(date(2026, 1, 5), date(2026, 1, 30), 1), users=None, columns=("opened",))
    assert found.figures == ()
    assert untold(found) == {
        "tickets_per_user_month": "nobody says how many users there are; --users does",
        "growth_per_year": "0 full ordinary months; 12 are needed",
        "golive_factor": "no earlier rollout is named; --rollout-date does",
        "half_life": "no earlier rollout is named; --rollout-date does",
        "peak_hour_share": "20 tickets; 200 are needed",
        "busiest_weekday": "20 tickets; 200 are needed",
        "channels": "no column says by which channel a ticket came; --columns channel=… does",
        "handling": "no column says how long somebody worked; the time until resolution is not that; "
        "--columns worked=… does",
        "resolution": "no column says when a ticket was resolved; --columns resolved=… does",
    }


def test_columns_without_anything_in_them_are_too_few_tickets() -> None:
    told = untold(calibration(days(date(2026, 1, 5), date(2026, 3, 30), 1)))
    assert (told["channels"], told["handling"], told["resolution"]) == (
        "0 tickets; 200 are needed", "0 tickets; 30 are needed", "0 tickets; 30 are needed",
    )  # fmt: skip


def test_four_full_weeks_are_enough_and_three_are_not() -> None:
    four = days(date(2026, 1, 5), date(2026, 1, 30), 1)
    assert figures(calibration(four))["tickets_per_user_month"].spread.periods == 4
    three = days(date(2026, 1, 5), date(2026, 1, 23), 1)
    assert untold(calibration(three))["tickets_per_user_month"] == "3 full weeks of ordinary days; 4 are needed"


def test_many_tickets_of_a_few_days_tell_no_shares() -> None:
    tickets = [replace(one, channel="phone") for one in days(date(2026, 1, 5), date(2026, 1, 23), 20)]
    monday = [replace(one, channel="chat") for one in days(date(2026, 1, 5), date(2026, 1, 5), 100)]
    told = untold(calibration(tickets + monday))
    for key in ("peak_hour_share", "busiest_weekday", "channels"):
        assert told[key] == "3 full weeks of ordinary days; 4 are needed"


def test_a_surplus_that_stays_is_told_without_a_half_life() -> None:
    found = calibration(
        days(date(2026, 1, 5), date(2026, 3, 27), 4) + days(date(2026, 3, 30), date(2026, 8, 28), 9),
        rollout_on=date(2026, 3, 30),
    )  # fmt: skip
    assert figures(found)["golive_factor"].spread.likely == pytest.approx(9 / 4, rel=0.2)
    assert untold(found)["half_life"] == "the surplus has not clearly fallen by 28 August 2026"


def test_twelve_full_months_are_enough_for_growth_and_eleven_are_not() -> None:
    assert "growth_per_year" in figures(calibration(days(date(2025, 1, 2), date(2025, 12, 31), 2)))
    assert "growth_per_year" in untold(calibration(days(date(2025, 1, 2), date(2025, 11, 28), 2)))
    assert untold(
        calibration(days(date(2025, 1, 2), date(2025, 12, 31), 0) + days(date(2025, 1, 2), date(2025, 12, 31), 1)[::2])
    )["growth_per_year"].endswith("tickets a month; 20 are needed")


def test_months_that_jump_tell_no_growth() -> None:
    tickets = [
        ticket
        for month in range(1, 13)
        for ticket in days(date(2025, month, 1), date(2025, month, 30 if month > 2 else 28), 6 + 40 * (month % 2))
    ]
    assert untold(calibration(tickets))["growth_per_year"] == "the months differ too much among themselves"


def test_equal_weekdays_have_none_that_stands_out() -> None:
    assert (
        untold(calibration(days(date(2026, 1, 5), date(2026, 6, 26), 4)))["busiest_weekday"] == "no weekday stands out"
    )


def test_days_without_times_have_no_peak_hour() -> None:
    told = untold(calibration(days(date(2026, 1, 5), date(2026, 6, 26), 4, hour=0)))
    assert told["peak_hour_share"] == "the column has days only, no times of day"


def test_a_thin_tail_of_old_tickets_is_cut_and_told() -> None:
    old = days(date(2023, 5, 1), date(2023, 5, 2), 1) + days(date(2025, 11, 3), date(2025, 11, 7), 1)
    found = calibration(old + days(date(2026, 1, 1), date(2026, 6, 30), 5))
    assert (found.first, found.last, found.months) == (date(2026, 1, 1), date(2026, 6, 30), 6)
    assert said(found.notes[0]) == (
        "7 tickets before 1 January 2026 or after 30 June 2026 are left out: too few for whole months"
    )
    assert calibration(old + days(date(2026, 1, 1), date(2026, 6, 30), 5), since=date(2023, 1, 1)).first == date(
        2023, 5, 1
    )


def test_only_what_lies_between_two_dates_counts() -> None:
    found = calibration(days(date(2026, 1, 1), date(2026, 6, 30), 5), since=date(2026, 2, 1), until=date(2026, 4, 30))
    assert (found.first, found.last, found.months) == (date(2026, 2, 2), date(2026, 4, 30), 3)


def test_work_without_a_channel_is_told_and_belongs_to_none() -> None:
    tickets = [replace(ticket, minutes_worked=10.0) for ticket in days(date(2026, 1, 5), date(2026, 6, 26), 1)]
    assert figures(calibration(tickets))["handling"].spread.likely == 10.0


@pytest.mark.parametrize(("minutes", "is_told"), [(0.99, False), (1.0, True)])
def test_work_of_less_than_a_minute_is_taken_for_another_unit(minutes: float, is_told: bool) -> None:
    tickets = days(date(2026, 1, 5), date(2026, 6, 26), 1)
    found = calibration([replace(one, minutes_worked=minutes, channel="phone") for one in tickets])
    assert ("channels.phone.handling" in figures(found)) is is_told
    said = untold(found).get("channels.phone.handling", "")
    assert said.startswith("half of the tickets took less than a minute") is not is_told


def test_one_clock_that_nobody_stopped_moves_no_mean() -> None:
    tickets = [
        replace(ticket, minutes_worked=10.0, channel="phone") for ticket in days(date(2026, 1, 5), date(2026, 6, 26), 2)
    ]
    tickets[7] = replace(tickets[7], minutes_worked=9999.0)
    assert figures(calibration(tickets))["channels.phone.handling"].spread.likely == 10.0


def test_a_few_times_have_the_range_of_their_number() -> None:
    tickets = days(date(2026, 1, 5), date(2026, 2, 27), 1)  # five a week, in which no week has a median of its own
    worked = [
        replace(one, minutes_worked=float(n), channel="phone", resolved_at=one.opened_at + timedelta(hours=n))
        for n, one in enumerate(tickets, 1)
    ]
    found = figures(calibration(worked))
    for key in ("channels.phone.handling", "resolution_median"):
        spread = found[key].spread
        assert spread.periods == 0
        assert spread.low < spread.likely < spread.high


def test_one_time_of_work_reaches_from_nothing_to_its_double() -> None:
    assert of_mean([8.0]) == Spread(low=0.0, likely=8.0, high=16.0)


def test_forty_years_are_reckoned_without_waiting() -> None:
    tickets = days(date(2000, 1, 3), date(2039, 12, 30), 1)
    assert calibration(tickets, rollout_on=date(2020, 1, 3)).months > 470
