"""Hours of the week in words: `Monday to Friday, 08:00 to 17:00; Saturday, 08:00 to 12:00`."""

from collections.abc import Sequence
from datetime import date, timedelta

from rollout_kit.description.quantities import MINUTES_A_DAY, Stretch, WeekHours
from rollout_kit.language.words import NO_BREAK, Words
from rollout_kit.message import N_

_MONDAY = date(2024, 1, 1)  # any Monday: only its weekday's name is asked for


def hours_in_words(hours: WeekHours, words: Words) -> str:
    """Return hours of the week in words: `Monday to Friday, 08:00 to 17:00; Saturday, 08:00 to 12:00`."""
    if hours.is_always:
        return words.say(N_("around the clock, every day"))
    parts: list[tuple[list[int], tuple[Stretch, ...]]] = []
    for weekday in range(7):
        stretches = hours.on(weekday)
        if not stretches:
            continue
        same = next((days for days, known in parts if _times(known) == _times(stretches)), None)
        if same is None:
            parts.append(([weekday], stretches))
        else:
            same.append(weekday)
    return "; ".join(
        words.say(N_("{days}, {times}"), days=_days(days, words), times=_times_in_words(stretches, words))
        for days, stretches in parts
    )


def _times(stretches: Sequence[Stretch]) -> tuple[tuple[int, int], ...]:
    return tuple((stretch.starts_at, stretch.ends_at) for stretch in stretches)


def _days(weekdays: Sequence[int], words: Words) -> str:
    runs: list[list[int]] = []
    for day in weekdays:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return words.names(part for run in runs for part in _run(run, words))


def _run(run: Sequence[int], words: Words) -> list[str]:
    names = [words.weekday(_MONDAY + timedelta(days=day)) for day in run]
    if len(names) < 3:
        return names
    return [words.say(N_("{first_day} to {last_day}"), first_day=names[0], last_day=names[-1])]


def _times_in_words(stretches: Sequence[Stretch], words: Words) -> str:
    return words.names(
        words.say(
            N_("{start} to {end}"), start=clock(stretch.starts_at), end=clock(stretch.ends_at, is_end=True)
        ).replace(" ", NO_BREAK)
        for stretch in stretches
    )


def clock(minutes: int, *, is_end: bool = False) -> str:
    """Return minutes from midnight as a time of day; the end of a day is 24:00, past it the next morning's time."""
    if is_end and minutes == MINUTES_A_DAY:
        return "24:00"
    hour, minute = divmod(minutes % MINUTES_A_DAY, 60)
    return f"{hour:02}:{minute:02}"
