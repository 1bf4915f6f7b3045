"""Moments and lengths as they are said."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from rollout_kit.assess.moments import length, moment
from rollout_kit.calendars.times import minute_of
from rollout_kit.language.words import NO_BREAK, Words
from rollout_kit.message import Duration, Unit, message, minutes


def said(parameter: object) -> str:
    return Words("en").text(message("{it}", it=parameter)).replace(NO_BREAK, " ")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (0, "0 min"),
        (0.5, "0.5 min"),
        (59, "59 min"),
        (60, "1 h"),
        (61, "1 h 1 min"),
        (3780, "63 h"),
        (255, "4 h 15 min"),
        (61.126, "1 h 1.13 min"),
    ],
)
def test_a_length_is_said_in_hours_and_minutes(amount: float, expected: str) -> None:
    assert said(length(amount)) == expected


def test_a_length_carries_no_more_digits_than_are_said() -> None:
    assert length(61.126) == message("{hours} {rest}", hours=Duration(amount=1, unit=Unit.HOUR), rest=minutes(1.13))


def test_a_moment_is_that_of_the_zone() -> None:
    noon = minute_of(datetime(2027, 2, 12, 16, 0, tzinfo=UTC))

    assert said(moment(noon, ZoneInfo("Europe/Zurich"))) == "Fri 12 Feb 17:00"
    assert said(moment(noon, ZoneInfo("Asia/Tokyo"))) == "Sat 13 Feb 01:00"
