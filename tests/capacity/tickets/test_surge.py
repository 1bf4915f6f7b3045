"""What a rollout brought, found again in days that were drawn from known figures."""

import random
from datetime import date, timedelta

import pytest

from rollout_kit.capacity.tickets.measured import Spread
from rollout_kit.capacity.tickets.surge import LEAST_DAYS, LEAST_TICKETS, Surge, surge_of
from rollout_kit.language.words import Words
from rollout_kit.message import Message

ROLLOUT = date(2026, 3, 2)
FIRST, LAST = date(2025, 11, 3), date(2026, 8, 31)


def days(factor: float, half_life: float, a_day: float = 20.0, seed: int = 1, last: date = LAST) -> dict[date, int]:
    """Return the tickets of working days, as many as a normal distribution of that mean and variance gives."""
    chance = random.Random(seed)
    found = {}
    for n in range((last - FIRST).days + 1):
        day = FIRST + timedelta(days=n)
        if day.weekday() < 5:
            age = (day - ROLLOUT).days
            mean = a_day * (1 + (factor - 1) * 0.5 ** (age / half_life)) if age >= 0 else a_day
            found[day] = max(0, round(chance.gauss(mean, mean**0.5)))
    return found


def surge(tickets: dict[date, int], last: date = LAST) -> Surge:
    found = surge_of(tickets, ROLLOUT, FIRST, last)
    assert isinstance(found, Surge)
    return found


def told(found: Surge | Message) -> str:
    assert isinstance(found, Message)
    return Words("en").text(found).replace("\u00a0", " ")


@pytest.mark.parametrize(("factor", "half_life"), [(1.6, 21), (2.0, 7), (3.0, 14), (5.0, 30)])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_factor_and_half_life_lie_in_their_ranges(factor: float, half_life: float, seed: int) -> None:
    found = surge(days(factor, half_life, seed=seed))
    assert isinstance(found.half_life, Spread)
    # Four of five ranges hold the truth; three times as wide, all do.
    for spread, truth in ((found.factor, factor), (found.half_life, half_life)):
        reach = spread.high - spread.low
        assert spread.low - reach <= truth <= spread.high + reach
        assert spread.low < spread.likely < spread.high


def test_most_ranges_hold_the_truth() -> None:
    held = [surge(days(3.0, 14, seed=seed)) for seed in range(20, 32)]
    assert sum(one.factor.low <= 3.0 <= one.factor.high for one in held) >= 8
    assert sum(isinstance(one.half_life, Spread) and one.half_life.low <= 14 <= one.half_life.high for one in held) >= 8


def test_exact_days_give_the_exact_figures() -> None:
    tickets = {}
    for n in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=n)
        if day.weekday() < 5:
            age = (day - ROLLOUT).days
            tickets[day] = round(10000 * (1 + 2 * 0.5 ** (age / 14))) if age >= 0 else 10000
    found = surge(tickets)
    assert isinstance(found.half_life, Spread)
    assert found.factor.likely == pytest.approx(3.0, rel=0.005)
    assert found.half_life.likely == pytest.approx(14, rel=0.01)


def test_days_that_vary_more_than_chance_widen_the_ranges() -> None:
    plain = days(3.0, 14)
    uneven = {day: count * 2 if day.toordinal() % 2 else 0 for day, count in plain.items()}
    narrow, wide = surge(plain).factor, surge(uneven).factor
    assert wide.high - wide.low > 1.5 * (narrow.high - narrow.low)


def test_the_same_days_give_the_same_figures() -> None:
    assert surge(days(2.0, 21)) == surge(days(2.0, 21))


def test_no_surplus_is_not_one() -> None:
    found = surge_of(days(1.0, 14), ROLLOUT, FIRST, LAST)
    assert told(found) == "the tickets after it are no more than chance would bring"


def test_a_surplus_that_stays_has_no_half_life() -> None:
    found = surge(days(2.0, 10_000))
    assert isinstance(found.half_life, Message)
    assert told(found.half_life) == "the surplus has not clearly fallen by 31 August 2026"
    assert 1.8 < found.factor.likely < 2.5


def test_too_few_days_on_either_side() -> None:
    tickets = days(3.0, 14)
    enough = ROLLOUT + timedelta(days=25)  # four weeks, a Friday
    assert isinstance(surge_of(tickets, ROLLOUT, FIRST, enough), Surge)
    short = surge_of(tickets, ROLLOUT, FIRST, enough - timedelta(days=1))
    assert told(short) == f"40 working days before it and 19 after it are told of; {LEAST_DAYS} are needed on each side"
    late = surge_of(tickets, ROLLOUT, ROLLOUT - timedelta(days=27), LAST)
    assert told(late).startswith("19 working days before it")
    assert told(surge_of(tickets, date(2030, 1, 1), FIRST, LAST)).startswith("0 working days before it")
    assert told(surge_of({}, ROLLOUT, FIRST, LAST)).startswith("0 tickets in the eight weeks before it")


def test_too_few_tickets_before() -> None:
    before = [ROLLOUT - timedelta(days=n) for n in range(1, 57)]
    working = [day for day in before if day.weekday() < 5]
    assert len(working) == 40
    after = {ROLLOUT + timedelta(days=n): 9 for n in range(60) if (ROLLOUT + timedelta(days=n)).weekday() < 5}
    few = {**dict.fromkeys(working[: LEAST_TICKETS // 3 - 1], 3), **after}
    many = {**dict.fromkeys(working[: LEAST_TICKETS // 3 + 1], 3), **after}
    assert told(surge_of(few, ROLLOUT, FIRST, LAST)) == "96 tickets in the eight weeks before it; 100 are needed"
    assert isinstance(surge_of(many, ROLLOUT, FIRST, LAST), Surge)
