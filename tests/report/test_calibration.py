"""The table of what was measured: names, values, ranges; the whole of it is kept in tests/cli/__snapshots__."""

from datetime import date

import pytest

from rollout_kit.capacity.calibration import Calibration
from rollout_kit.capacity.tickets.columns import Columns
from rollout_kit.capacity.tickets.measured import Measured, Spread, Unit, Untold
from rollout_kit.language.words import Words
from rollout_kit.message import message
from rollout_kit.report.calibration import calibration_text
from rollout_kit.report.ink import Ink

COLUMNS = Columns(system="", places={"opened": 0}, headings={"opened": "x" * 50}, unit=None)


def text(*figures: Measured, untold: tuple[Untold, ...] = (), language: str = "en") -> list[str]:
    found = Calibration(
        tickets=1, first=date(2026, 1, 1), last=date(2026, 1, 2), months=1, users=None, figures=figures, untold=untold
    )  # fmt: skip
    return calibration_text(found, COLUMNS, (), Words(language), Ink(is_coloured=False)).splitlines()


@pytest.mark.parametrize(
    ("unit", "likely", "printed"),
    [("number", 1.234, "1.23"), ("share", 0.15234, "15.2%"), ("change", -0.05, "-5%"), ("minutes", 12.04, "12 min"),
     ("days", 13.6, "14 days"), ("hours", 47.94, "47.9 h"), ("hours", 48.0, "2 days"), ("hours", 60.0, "2.5 days")],
)  # fmt: skip
def test_a_value_is_printed_in_its_unit(unit: Unit, likely: float, printed: str) -> None:
    spread = Spread(low=likely, likely=likely, high=likely)
    row = text(Measured(key="half_life", unit=unit, spread=spread, tickets=3))[-1]
    assert row.split("  ")[-1] == "3 tickets"
    assert f" {printed}  " in row


def test_months_and_weeks_stand_beside_the_tickets() -> None:
    spread = Spread(low=1, likely=1, high=1, periods=1, period="week")
    assert text(Measured(key="half_life", unit="days", spread=spread, tickets=1))[-1].endswith("  1 ticket, 1 week")


def test_one_reason_of_several_figures_is_told_once() -> None:
    reason = message("there is no column")
    lines = text(untold=(Untold(key="golive_factor", reason=reason), Untold(key="half_life", reason=reason)))
    assert lines[-1] == "  factor on the first day of a rollout and half-life of the surplus: there is no column"


def test_a_heading_is_shown_in_short() -> None:
    assert text()[1] == f'read by the headings: opened = "{"x" * 40}"'
