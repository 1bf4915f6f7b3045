"""Hours of the week in words."""

import pytest

from rollout_kit.compose.hours import clock, hours_in_words
from rollout_kit.language.words import Words
from tests.compose import results

ENGLISH = Words("en")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Mon-Fri 08:00-17:00", "Monday to Friday, 08:00 to 17:00"),
        ("Mon-Fri 08:00-12:00, 13:00-17:00", "Monday to Friday, 08:00 to 12:00 and 13:00 to 17:00"),
        ("Mon-Fri 08:00-17:00; Sat 08:00-12:00", "Monday to Friday, 08:00 to 17:00; Saturday, 08:00 to 12:00"),
        ("Mon,Wed 08:00-17:00", "Monday and Wednesday, 08:00 to 17:00"),
        ("Sat-Sun 10:00-24:00", "Saturday and Sunday, 10:00 to 24:00"),
        ("Mon 22:00-06:00", "Monday, 22:00 to 06:00"),
        ("24x7", "around the clock, every day"),
    ],
)
def test_hours_of_the_week_are_said_as_one_would_on_the_phone(written, said):
    assert hours_in_words(results.hours(written), ENGLISH).replace("\u00a0", " ") == said


def test_midnight_is_twenty_four_at_the_end_and_zero_at_the_start():
    assert (clock(1440, is_end=True), clock(0), clock(1500, is_end=True)) == ("24:00", "00:00", "01:00")
