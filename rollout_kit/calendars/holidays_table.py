"""Public holidays of a region and year: read from the shipped table, else asked of the `holidays` library.

The library takes 50 to 200 ms to import, a file of the table less than one. `scripts/make_holidays.py` writes
the table: a file per country, a row per holiday with its name, whether it is half a day, regions and dates.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from rollout_kit.calendars.holiday import Holiday, Region
from rollout_kit.calendars.upstream import library_holidays, library_parts

TABLE = Path(__file__).resolve().parent / "table"

_PARTS_INSIDE = {
    "FR-6AE": "67 68",
    "GB-ENG": "EAW LND",
    "ES-AN": "AL CA CO GR H J MA SE",
    "ES-AR": "HU TE Z",
    "ES-AS": "O",
    "ES-CB": "S",
    "ES-CL": "AV BU LE P SA SG SO VA ZA",
    "ES-CM": "AB CR CU GU TO",
    "ES-CN": "GC TF",
    "ES-CT": "B GI L T",
    "ES-EX": "BA CC",
    "ES-GA": "C LU OR PO",
    "ES-IB": "PM",
    "ES-MC": "MU",
    "ES-MD": "M",
    "ES-NC": "NA",
    "ES-PV": "BI SS VI",
    "ES-RI": "LO",
    "ES-VC": "A CS V",
}
"""Parts that ISO 3166-2 lists inside a larger part, which is the one that has holidays of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    name: str
    half: bool
    parts: frozenset[str]
    dates: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _CountryTable:
    first: int
    last: int
    parts: frozenset[str]
    rows: tuple[_Row, ...]


@cache
def known_region(asked: str) -> Region | None:
    """Return the region whose holidays are taken for an ISO 3166-2 code; None where the country is unknown.

    A part without holidays of its own falls back to the part it lies in, else to its country.
    """
    country, _, part = asked.upper().partition("-")
    table = _country_table(country)
    parts = library_parts(country) if table is None else table.parts
    if parts is None:
        return None
    written = asked.partition("-")[2]  # the library has parts such as "Augsburg", in its own spelling
    around = next((whole for whole, inside in _PARTS_INSIDE.items() if _is_inside(country, part, whole, inside)), "")
    for candidate in (written, part, around.removeprefix(f"{country}-")):
        if candidate in parts:
            return Region(country, candidate)
    return Region(country)


def _is_inside(country: str, part: str, whole: str, inside: str) -> bool:
    return whole.startswith(f"{country}-") and part in inside.split()


def holidays_in(region: Region, year: int) -> Mapping[date, Holiday]:
    """Return the public holidays of a known region by date; none in years that nobody has fixed yet."""
    table = _country_table(region.country)
    if table is None or not table.first <= year <= table.last:
        return _of_library(region, year)
    return _of_table(region).get(year, {})


@cache
def _of_library(region: Region, year: int) -> dict[date, Holiday]:
    return {holiday.date: holiday for holiday in library_holidays(region, year)}


@cache
def _of_table(region: Region) -> dict[int, dict[date, Holiday]]:
    table = _country_table(region.country)
    found: dict[int, dict[date, Holiday]] = {}
    for row in table.rows if table else ():
        if region.part in row.parts:
            for text in row.dates:
                day = date.fromisoformat(text)
                found.setdefault(day.year, {})[day] = Holiday(date=day, name=row.name, half=row.half)
    return found


@cache
def _country_table(country: str) -> _CountryTable | None:
    file = TABLE / f"{country}.json"
    if not country.isalpha() or not file.is_file():  # isalpha: a region is the user's text, never a path
        return None
    written = json.loads(file.read_text(encoding="utf-8"))
    rows = tuple(
        _Row(name=name, half=bool(half), parts=frozenset(parts.split(",")), dates=tuple(dates.split()))
        for name, half, parts, dates in written["rows"]
    )
    first, last = written["years"]
    return _CountryTable(first=first, last=last, parts=frozenset(written["parts"]), rows=rows)
