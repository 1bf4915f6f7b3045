"""Time of work as exports write it."""

import pytest

from rollout_kit.capacity.tickets.lengths import SECONDS, minutes_of, unit_of


@pytest.mark.parametrize(
    "cell",
    ["5400", "1h 30m", "1.5h", "1,5 h", "90m", "01:30:00", "1:30", "1 Hour 30 Minutes", "1 Stunde 30 Minuten",
     "1970-01-01 01:30:00", "1 heure, 30 minutes", "1 Std. und 30 Min.", "5400.0"],
)  # fmt: skip
def test_an_hour_and_a_half(cell: str) -> None:
    assert minutes_of(cell, SECONDS) == pytest.approx(90)


@pytest.mark.parametrize(("cell", "hours"), [("1d", 8), ("1w 1d", 48), ("1 Day", 24), ("1970-01-02 01:00:00", 25)])
def test_a_day_of_work_and_a_day_of_the_calendar(cell: str, hours: float) -> None:
    assert minutes_of(cell, None) == hours * 60


@pytest.mark.parametrize("cell", ["", "-5", "abc", "1h 30", "1x", "1h 30m!", "=1+1", "1:30:00:00", "h", "1 h x"])
def test_what_is_no_length_is_none(cell: str) -> None:
    assert minutes_of(cell, SECONDS) is None


def test_a_plain_number_without_a_unit_is_not_guessed() -> None:
    assert minutes_of("90", None) is None
    assert minutes_of("9" * 400, SECONDS) == float("inf")


@pytest.mark.parametrize(
    ("heading", "unit"),
    [("worked min", 1), ("aufwand in stunden", 60), ("zeit s", 1 / 60), ("hours worked", 60), ("time spent", None),
     ("d", None), ("days", None), ("m", None)],
)  # fmt: skip
def test_a_heading_may_say_the_unit(heading: str, unit: float | None) -> None:
    assert unit_of(heading) == unit
