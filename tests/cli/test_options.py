"""Options that commands share."""

from datetime import UTC, datetime

import click
import pytest

from rollout_kit.cli.options import FORMATS, list_of, one_of, today

from .conftest import Call


@pytest.mark.parametrize("day", ["2000-01-01", "2199-12-31"])
def test_the_first_and_the_last_day_can_be_looked_at_from(day: str, call: Call):
    assert call("new", "--defaults", "--as-of", day).code == 0


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("html", ("html",)),
        ("pdf,html", ("html", "pdf")),
        ("HTML , Pdf", ("html", "pdf")),
        ("pdf,pdf", ("pdf",)),
    ],
)
def test_a_list_is_read_in_the_order_of_the_formats_each_once(written: str, read: tuple[str, ...]):
    option = click.Option(["--format"])
    assert list_of(FORMATS)(click.Context(click.Command("x")), option, written) == read


def test_a_severity_that_is_not_given_stays_away():
    assert one_of(("low",))(click.Context(click.Command("x")), click.Option(["--fail-on"]), None) is None


def test_today_is_a_day_of_this_machine():
    assert abs((today() - datetime.now(UTC).date()).days) <= 1
