"""What users lose, against a look at every single minute."""

from hypothesis import given, settings
from hypothesis import strategies as st

from rollout_kit.calendars.downtime import Downtime, most_lost
from rollout_kit.calendars.times import Times

DAY = 1440
HOURS = st.lists(st.tuples(st.integers(0, 90), st.integers(1, 30)), max_size=5).map(
    lambda found: Times.of((start, start + length) for start, length in found)
)


def minute_by_minute(relied_on: Times, working: Times, duration: int, broken: Times) -> Downtime | None:
    worst = None
    for moment in range(-5, 200):
        if moment not in broken:
            continue
        back, left = moment, duration
        while left and back < 200:
            left -= back in working
            back += 1
        if left:
            return None
        lost = sum(minute in relied_on for minute in range(moment, back))
        if worst is None or lost > worst.lost:
            worst = Downtime(broken_at=moment, back_at=back, lost=lost)
    return worst


@settings(max_examples=150, deadline=None)
@given(HOURS, HOURS, st.integers(0, 40))
def test_no_minute_is_worse_than_the_worst(relied_on: Times, working: Times, duration: int) -> None:
    wide = Times.of([*working.stretches, (130, 190)])
    found, reference = (look(relied_on, wide, duration, relied_on) for look in (most_lost, minute_by_minute))
    assert (found and found.lost) == (reference and reference.lost)


def test_users_lose_nothing_of_a_night_in_which_nobody_relies_on_the_service() -> None:
    days = Times.of((day * DAY + 480, day * DAY + 1020) for day in range(3))
    two = days.between(0, 2 * DAY)
    assert most_lost(days, days, 240, two) == Downtime(broken_at=480, back_at=720, lost=240)


def test_who_relies_on_it_at_night_waits_for_the_morning() -> None:
    days = Times.of((day * DAY + 480, day * DAY + 1020) for day in range(3))
    always, first = Times.of([(0, 3 * DAY)]), Times.of([(0, DAY)])
    found = most_lost(always, days, 240, first)
    assert found == Downtime(broken_at=781, back_at=DAY + 481, lost=DAY - 300)


def test_what_never_breaks_and_what_is_never_mended_tells_nothing() -> None:
    days = Times.of([(480, 1020)])
    assert most_lost(days, days, 60, Times()) is None
    assert most_lost(days, days, 600, days) is None
    assert most_lost(Times(), Times(), 0, Times()) is None
