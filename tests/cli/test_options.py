"""Options that commands share."""

from datetime import UTC, datetime
from typing import get_args

import click
import pytest

from rollout_kit import compose
from rollout_kit.cli.options import FORMATS, KINDS, LANGUAGES, list_of, one_of, today
from rollout_kit.description.organisations import About
from rollout_kit.description.quantities import FIRST_YEAR, LAST_YEAR
from rollout_kit.render import formats

from .conftest import Call


def test_the_options_know_what_can_be_made():
    """They stand twice: what reads options starts before any room that could tell."""
    assert tuple(compose.KINDS) == KINDS
    assert tuple(formats.FORMATS) == FORMATS
    assert get_args(About.model_fields["language"].annotation) == LANGUAGES


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (f"{FIRST_YEAR - 1}-12-31", 2),
        (f"{FIRST_YEAR}-01-01", 0),
        (f"{LAST_YEAR}-12-31", 0),
        (f"{LAST_YEAR + 1}-01-01", 2),
    ],
)
def test_a_rollout_is_looked_at_from_a_year_that_it_could_lie_in(day: str, code: int, call: Call):
    assert call("new", "--defaults", "--as-of", day).code == code


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
