"""Pictures of an outlook, with figures made up."""

from datetime import date, timedelta

from rollout_kit.document.charts import (
    BandData,
    BandPoint,
    DayMark,
    HeatCell,
    HeatData,
    StaircaseData,
    Stretch,
    SwayData,
    SwayRow,
)

FIRST, LAST = date(2027, 2, 8), date(2028, 2, 7)
DAYS = tuple(
    (day, f"{day:%b}") for day in (FIRST, date(2027, 4, 1), date(2027, 7, 1), date(2027, 10, 1), date(2028, 1, 1))
)


def band_data(*, middle: float = 10.0, limit: float | None = 14.0, marks: tuple[DayMark, ...] = ()) -> BandData:
    points = tuple(
        BandPoint(day=FIRST + timedelta(days=7 * week), low=middle * 0.7, middle=middle, high=middle * 1.4, limit=limit)
        for week in range(53)
    )
    return BandData(
        starts_on=FIRST, ends_on=LAST, points=points, unit="Hours of work a week",
        steps=tuple((float(value), str(value)) for value in (0, 5, 10, 15, 20)), days=DAYS,
        end_words=("10%: 7 h", "middle 10 h", "90%: 14 h"), limit_words="capacity 14 h" if limit is not None else "",
        marks=marks, days_off=(Stretch(starts_on=date(2027, 3, 26), ends_on=date(2027, 3, 26), word="Good Friday"),),
        days_off_words="holidays",
    )  # fmt: skip


def staircase_data(*points: tuple[date, float], crossing: tuple[date, float] | None = None) -> StaircaseData:
    return StaircaseData(
        starts_on=FIRST, ends_on=LAST, points=points or ((FIRST, 1.0),), target=0.9, target_words="wanted: 90%",
        steps=((0.0, "0%"), (0.5, "50%"), (0.9, "90%"), (1.0, "100%")), days=DAYS, end_words="still fine",
        end_note="until February 2028", crossing=crossing, crossing_words="below 90%" if crossing else "",
    )  # fmt: skip


def heat_data(*kinds: str) -> HeatData:
    cells = tuple(HeatCell(kind=kind, words=f"{number}") for number, kind in enumerate(kinds))  # type: ignore[arg-type]
    return HeatData(
        heads=tuple(f"{8 + number:02d}" for number in range(len(kinds))),
        rows=(("Monday", cells), ("Tuesday", cells)),
        kind_words=("more are there", "just as many", "too few"),
    )


def sway_data(*rows: SwayRow) -> SwayData:
    return SwayData(
        rows=rows or (SwayRow(name="Contacts", at_low=0.9, at_high=0.2, low_words="0.7: 90%", high_words="1.8: 20%"),),
        middle=0.7, middle_words="70%", steps=((0.0, "0%"), (0.5, "50%"), (1.0, "100%")),
    )  # fmt: skip
