"""What promises need, against a walk from minute to minute."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rollout_kit.assess.promises import (
    Chain,
    WorstWait,
    availability_left,
    chain_of,
    chains,
    not_listed,
    outage_allowed,
    working_times,
    worst_wait,
)
from rollout_kit.calendars.calendars import Calendars
from rollout_kit.calendars.coverage import Coverage
from rollout_kit.calendars.times import Minute
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.validate import validate
from rollout_kit.pipeline import known
from rollout_kit.playbook.load import open_playbook

ZURICH = ZoneInfo("Europe/Zurich")
MONDAY = date(2027, 1, 11)
PALM_MONDAY = date(2027, 3, 22)  # clocks go forward on the Sunday after; Good Friday and Easter Monday are days off
HOLIDAYS = {date(2027, 3, 26), date(2027, 3, 29)}
ON_CALL = '[on_call]\npeople = []\nhours = "{hours}"\n'


def rollout(provider: str = "", levels: str = "", rest: str = "") -> Rollout:
    text = (
        'rollout = { name = "X", kickoff = 2027-01-11 }\n[customer]\nname = "C"\nregion = "CH-ZH"\n'
        f'[provider]\nname = "P"\nregion = "CH-ZH"\n{provider}\n{levels}\n{rest}\n'
    )
    read = validate("rollout.toml", {"rollout.toml": text.encode()}, lambda name: known(open_playbook(name, {})))
    assert read.rollout is not None, read.problems
    return read.rollout


def window(described: Rollout, first: date = MONDAY, days: int = 7) -> Coverage:
    return Coverage(described, Calendars(described), first, first + timedelta(days=days - 1))


def promised(response: str, provider: str, *, clock: str = "calendar", handover: str = "0 min") -> str:
    return (
        f'[service_levels.P1]\npromised = {{ response = "{response}", resolution = "9 h", clock = "{clock}" }}\n'
        f'provider = {{ response = "{provider}", resolution = "4 h", clock = "business" }}\nhandover = "{handover}"\n'
    )


# --- the sum -------------------------------------------------------------------------------------

MINUTES = st.integers(0, 600)


@settings(deadline=None)
@given(MINUTES, MINUTES, MINUTES, st.integers(1, 2000), st.sampled_from([50, 90, 100]))
def test_a_chain_takes_as_long_as_one_part_after_the_other(
    handover: int, provider: int, check: int, promise: int, percent: int
) -> None:
    described = rollout(
        levels=(
            f'[service_levels.P1]\npromised = {{ resolution = "{promise} min", clock = "calendar" }}\n'
            f'provider = {{ resolution = "{provider} min", clock = "calendar" }}\n'
            f'handover = "{handover} min"\nuser_check = "{check} min"\n'
        )
    )
    chain = chain_of(described, "P1", "resolution")
    needed = handover + provider + check

    assert [part.name for part in chain.parts] == ["handover", "provider", "user_check"]
    assert (chain.needed, chain.lacking, chain.is_known) == (needed, (), True)
    assert chain.exceeds(percent) is (needed * 100 > promise * percent)


@settings(deadline=None)
@given(st.sampled_from(["Mon-Fri 08:00-17:00", "Mon-Thu 07:30-12:00, 13:00-17:30", "24x7"]), st.integers(1, 5))
def test_a_day_of_business_hours_is_a_day_of_the_provider(hours: str, days: int) -> None:
    described = rollout(f'hours = "{hours}"', promised(f"{days} days", f"{days} days", clock="business"))
    chain = chain_of(described, "P1", "response")
    week = window(described)
    assert week.provider is not None
    monday = sum(1 for minute in range(*week.whole.stretches[0]) if minute in week.provider and _weekday(minute) == 0)

    assert (chain.promise, chain.provided) == (days * monday, days * monday)


def test_a_day_of_the_calendar_has_24_hours_and_a_week_of_business_hours_those_of_the_week() -> None:
    levels = promised("1 day", "1 week")
    chain = chain_of(rollout('hours = "Mon-Fri 08:00-17:00"', levels), "P1", "response")

    assert (chain.promise, chain.provided) == (1440, 45 * 60)
    assert chain.clocks_disagree


def test_a_month_of_business_hours_has_thirty_days() -> None:
    chain = chain_of(rollout('hours = "Mon-Fri 08:00-17:00"', promised("1 day", "7 months")), "P1", "response")

    assert chain.provided == pytest.approx(30 * 45 * 60)


def test_what_is_not_said_is_named() -> None:
    described = rollout(
        levels='[service_levels.P1]\npromised = { response = "1 day" }\nprovider = { response = "1 h" }\n'
    )

    assert chain_of(described, "P1", "response").lacking == (
        "service_levels.P1.handover",
        "service_levels.P1.promised.clock",
    )
    days = chain_of(rollout(levels=promised("1 day", "2 days", clock="business")), "P1", "response")
    assert days.lacking == ("provider.hours",)
    assert chain_of(rollout(), "P2", "resolution").lacking == (
        "service_levels.P2.handover",
        "service_levels.P2.promised.resolution",
        "service_levels.P2.provider.resolution",
    )


def test_known_parts_can_be_too_much_already() -> None:
    levels = (
        '[service_levels.P1]\npromised = { response = "150 min" }\nprovider = { response = "151 min" }\n'
        '[service_levels.P2]\npromised = { response = "30 min" }\nprovider = { response = "30 min" }\n'
    )
    first, second = chains(rollout(levels=levels), "response")

    assert (first.exceeds(), first.is_known) == (True, True)
    assert (second.exceeds(), second.is_known) == (False, False)


def test_every_service_has_two_priorities() -> None:
    assert not_listed(rollout()) == ("P1", "P2")
    assert not_listed(rollout(levels=promised("1 h", "1 h"))) == ("P2",)


# --- the worst wait ------------------------------------------------------------------------------


def test_from_friday_evening_to_monday_morning_it_is_63_hours() -> None:
    described = rollout('hours = "Mon-Fri 08:00-17:00"', promised("30 min", "30 min"))
    worst = worst_wait(chain_of(described, "P1", "response"), window(described))

    assert worst is not None
    assert worst.closed == 63 * 60
    assert worst.wait.minutes == 63 * 60 + 30
    assert datetime.fromtimestamp(worst.wait.asked_at * 60, ZURICH) == datetime(2027, 1, 15, 17, tzinfo=ZURICH)
    assert datetime.fromtimestamp(worst.wait.answered_at * 60, ZURICH) == datetime(2027, 1, 18, 8, 30, tzinfo=ZURICH)


def test_what_takes_longer_than_a_day_waits_through_the_night_too() -> None:
    described = rollout('hours = "Mon-Fri 08:00-17:00"', promised("30 min", "10 h"))

    assert _worst(described, window(described)).closed == (63 + 15) * 60


def test_an_on_call_closes_the_gap() -> None:
    hours, levels = 'hours = "Mon-Fri 08:00-17:00"', promised("30 min", "30 min")
    weekend = rollout(hours, levels, ON_CALL.format(hours="Sat-Sun 08:00-17:00"))
    always = rollout("", levels, ON_CALL.format(hours="24x7"))

    assert _worst(weekend, window(weekend)).closed == 15 * 60
    assert _worst(always, window(always)).closed == 0


def test_what_takes_weeks_is_looked_for_far_enough() -> None:
    mondays = rollout('hours = "Mon 08:00-17:00"', promised("1 day", "54 h"))
    always = rollout("", promised("1 day", "744 h"), ON_CALL.format(hours="24x7"))

    # who asks on a Monday evening waits for six more Mondays
    assert _worst(mondays, window(mondays)).wait.minutes == 42 * 24 * 60
    assert _worst(always, window(always)).wait.minutes == 744 * 60


def test_hours_that_might_close_a_gap_are_not_guessed() -> None:
    levels = promised("30 min", "30 min")
    without = rollout("", levels)
    unclear = rollout('hours = "Mon-Fri 08:00-17:00"', levels, "[on_call]\npeople = []\n")

    assert working_times(window(without)) is None
    assert working_times(window(unclear)) is None
    assert worst_wait(chain_of(unclear, "P1", "response"), window(unclear)) is None
    assert worst_wait(chain_of(unclear, "P2", "response"), window(unclear)) is None


def test_where_nobody_ever_works_no_wait_can_be_told() -> None:
    mondays = ", ".join(f'{{ date = {MONDAY + timedelta(weeks=week)}, name = "Off" }}' for week in range(12))
    described = rollout(f'hours = "Mon 08:00-09:00"\nholidays = {{ add = [{mondays}] }}', promised("30 min", "30 min"))

    assert worst_wait(chain_of(described, "P1", "response"), window(described)) is None


HOURS = st.tuples(st.integers(0, 22), st.integers(1, 24)).filter(lambda pair: pair[0] < pair[1])
DAYS = st.sampled_from(["Mon-Fri", "Mon-Sun", "Tue", "Mon,Wed,Sat", "Sat-Sun"])


@pytest.mark.thorough
@settings(max_examples=25, deadline=None)
@given(DAYS, HOURS, st.none() | st.tuples(DAYS, HOURS), st.integers(1, 290))
def test_the_worst_wait_is_the_longest_of_a_walk(
    days: str, hours: tuple[int, int], on_call: tuple[str, tuple[int, int]] | None, response: int
) -> None:
    rest = ON_CALL.format(hours=_written(*on_call)) if on_call else ""
    described = rollout(f'hours = "{_written(days, hours)}"', promised("30 min", f"{response} min"), rest)
    asked = window(described, PALM_MONDAY, days=9)
    first, end = asked.whole.stretches[0]
    worked = [
        minute
        for minute in range(first, end + 70 * 1440)
        if _is_open(minute, days, hours, HOLIDAYS) or (on_call and _is_open(minute, *on_call, set()))
    ]
    longest, index = 0, 0
    for minute in range(first, end):
        while worked[index] < minute:
            index += 1
        longest = max(longest, worked[index + response - 1] + 1 - minute)
    worst = _worst(described, asked)

    assert (worst.wait.minutes, worst.closed) == (longest, longest - response)


def _worst(described: Rollout, asked: Coverage) -> WorstWait:
    chain: Chain = chain_of(described, "P1", "response")
    worst = worst_wait(chain, asked)
    assert worst is not None
    return worst


def _written(days: str, hours: tuple[int, int]) -> str:
    return f"{days} {hours[0]:02}:00-{hours[1]:02}:00"


def _weekday(minute: Minute) -> int:
    return _on_the_wall(minute).weekday()


@cache
def _on_the_wall(minute: Minute) -> datetime:
    return datetime.fromtimestamp(minute * 60, UTC).astimezone(ZURICH)


NAMES = {
    "Mon-Fri": {0, 1, 2, 3, 4}, "Mon-Sun": set(range(7)), "Tue": {1}, "Mon,Wed,Sat": {0, 2, 5}, "Sat-Sun": {5, 6},
}  # fmt: skip


def _is_open(minute: Minute, days: str, hours: tuple[int, int], off: set[date]) -> bool:
    at = _on_the_wall(minute)
    return at.weekday() in NAMES[days] and hours[0] <= at.hour < hours[1] and at.date() not in off


# --- availability --------------------------------------------------------------------------------


def test_three_good_links_make_a_worse_chain() -> None:
    links = ", ".join(f'{{ name = "{share}", availability = {share} }}' for share in (0.999, 0.9990, 0.995))
    described = rollout(levels=f"[service_levels]\ndepends_on = [{links}]\n")

    assert described.service_levels is not None
    assert round(availability_left(described.service_levels), 4) == 0.9930


@pytest.mark.parametrize(("availability", "minutes"), [(0.999, 43.2), (0.995, 216), (1.0, 0), (0.9999, 4.32)])
def test_an_availability_allows_an_outage(availability: float, minutes: float) -> None:
    assert outage_allowed(availability) == minutes
