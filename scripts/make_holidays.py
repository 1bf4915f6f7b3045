"""Write the table of public holidays that is shipped with rollout-kit; `--check` only compares.

Run it with a new version of the `holidays` library, and once a year with later years.
"""

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path

from rollout_kit.calendars.holiday import Region
from rollout_kit.calendars.holidays_table import TABLE
from rollout_kit.calendars.upstream import library_holidays, library_parts

COUNTRIES = (
    "AT", "BE", "CH", "CZ", "DE", "DK", "ES", "FI", "FR", "GB", "IE", "IT", "JP", "LI", "LU", "NL", "NO", "PL", "PT",
    "SE", "US",
)  # fmt: skip
FIRST, LAST = 2026, 2032


def main() -> int:
    """Write or compare every country's file; return 1 where a comparison fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, fail where a file would change")
    check = parser.parse_args().check
    stale = [path for country in COUNTRIES if not bring(path := TABLE / f"{country}.json", country, check=check)]
    for path in stale:
        sys.stderr.write(f"{path.name} is not what the library says; run scripts/make_holidays.py\n")
    return 1 if stale else 0


def bring(path: Path, country: str, *, check: bool) -> bool:
    """Write a country's file, or return whether it is what would be written."""
    content = table_text(country).encode()
    if check:
        return path.is_file() and path.read_bytes() == content
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return True


def table_text(country: str) -> str:
    """Return the file of a country: one row per name and set of dates, the same bytes for the same library."""
    parts = ("", *(library_parts(country) or ()))
    dates: dict[tuple[str, bool, str], list[str]] = defaultdict(list)
    for part in parts:
        for year in range(FIRST, LAST + 1):
            for holiday in library_holidays(Region(country, part), year):
                dates[holiday.name, holiday.half, part].append(holiday.date.strftime("%Y%m%d"))
    rows: dict[tuple[str, bool, str], list[str]] = defaultdict(list)
    for (name, half, part), found in dates.items():
        rows[name, half, " ".join(found)].append(part)
    lines = [
        json.dumps([name, int(half), ",".join(sorted(where)), when], ensure_ascii=False)
        for (name, half, when), where in sorted(rows.items(), key=lambda item: (item[0][2], item[0][0]))
    ]
    head = f'"years": [{FIRST}, {LAST}],\n"parts": {json.dumps(sorted(parts))},\n"rows": [\n'
    return "{\n" + head + ",\n".join(lines) + "\n]\n}\n"


if __name__ == "__main__":
    sys.exit(main())
