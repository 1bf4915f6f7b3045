"""What was measured, as it stands in a description."""

import tomllib
from datetime import date

import pytest

from rollout_kit.beginning.amended import as_lines
from rollout_kit.beginning.measured_load import load_changes
from rollout_kit.capacity.calibration import Calibration
from rollout_kit.capacity.tickets.measured import Measured, Spread
from rollout_kit.capacity.tickets.measured import Unit as UnitOf
from rollout_kit.description.load import Channel, Load
from rollout_kit.language.words import Words


def figure(key: str, likely: float, unit: UnitOf = "share", weekday: int | None = None) -> Measured:
    spread = Spread(low=likely * 0.9, likely=likely, high=likely * 1.2)
    return Measured(key=key, unit=unit, spread=spread, tickets=9, weekday=weekday)


def calibration(*figures: Measured) -> Calibration:
    return Calibration(
        tickets=4812, first=date(2025, 1, 1), last=date(2026, 10, 31), months=12, users=9, figures=figures, untold=()
    )  # fmt: skip


def written(*figures: Measured, load: Load | None = None) -> str:
    return "\n".join(as_lines(load_changes(calibration(*figures), load)[0]))


NAMES = ("phone", "chat", "ticket")
EVERY = (
    figure("tickets_per_user_month", 1.11111, "number"),
    figure("growth_per_year", 0.1, "change"),
    figure("golive_factor", 2.0, "number"),
    figure("half_life", 13.4, "days"),
    figure("peak_hour_share", 0.15234),
    figure("busiest_weekday", 0.24, weekday=0),
    figure("channels.phone.share", 0.333),
    figure("channels.chat.share", 0.333),
    figure("channels.ticket.share", 0.334),
    figure("channels.phone.handling", 12.04, "minutes"),
    figure("channels.phone.handling_median", 9.0, "minutes"),
    figure("handling", 9.0, "minutes"),
    figure("resolution_median", 5.0, "hours"),
)


def test_each_figure_of_the_format_is_written_and_no_other() -> None:
    assert written(*EVERY) == (
        "[load]\n"
        "tickets_per_user_month = { low = 1.0, likely = 1.11, high = 1.33 }\n"
        "growth_per_year = { low = 0.09, likely = 0.1, high = 0.12 }\n"
        "golive_factor = { low = 1.8, likely = 2.0, high = 2.4 }\n"
        'half_life = "13 days"\n'
        "peak_hour_share = 0.152\n"
        'busiest_weekday = { day = "Mon", share = 0.24 }\n'
        "own_data = { until = 2026-10-31, tickets = 4812, keys = [\n"
        + "".join(f'  "{one.key}",\n' for one in EVERY[:10])
        + "] }\n"
        "[load.channels.phone]\nshare = 0.33\n"
        'handling = { low = "10.8 min", likely = "12 min", high = "14.4 min" }\n'
        "[load.channels.chat]\nshare = 0.33\n[load.channels.ticket]\nshare = 0.34"
    )


def test_a_short_list_of_keys_stands_on_one_line() -> None:
    assert 'own_data = { until = 2026-10-31, tickets = 4812, keys = ["half_life"] }' in written(
        figure("half_life", 2, "days")
    )


@pytest.mark.parametrize(
    "shares", [(0.125, 0.125, 0.75), (0.005, 0.0, 0.995), (1 / 3, 1 / 3, 1 / 3), (0.604, 0.2, 0.196)]
)
def test_shares_make_one_together(shares: tuple[float, ...]) -> None:
    figures = [figure(f"channels.{name}.share", share) for name, share in zip(NAMES, shares, strict=True)]
    values = tomllib.loads(written(*figures))["load"]["channels"]
    assert sum(round(channel["share"] * 100) for channel in values.values()) == 100


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (0.0000123456, "0.0000123"),
        (123456.0, "123000.0"),
        (1.0, "1.0"),
        (-0.05, "-0.05"),
        (0.0, "0.0"),
        (1e9, "1000000000.0"),
    ],
)
def test_numbers_have_three_digits_and_no_exponent(value: float, number: str) -> None:
    spread = Spread(low=value, likely=value, high=value)
    one = Measured(key="growth_per_year", unit="change", spread=spread, tickets=1)
    assert f"likely = {number}," in written(one)


def test_a_half_life_is_a_day_at_least() -> None:
    assert 'half_life = "1 day"' in written(figure("half_life", 0.3, "days"))


def test_shares_stay_away_where_a_channel_of_the_file_is_not_among_the_tickets() -> None:
    load = Load(channels=(Channel(id="portal", share=0.5), Channel(id="phone", share=0.5)))
    changes, told = load_changes(calibration(figure("channels.phone.share", 1.0), figure("half_life", 2, "days")), load)
    assert [".".join(change.path) for change in changes] == ["load.half_life", "load.own_data"]
    assert [Words("en").text(one) for one in told] == [
        "shares of channels are not written: [load.channels.portal] has one, and no ticket came by it"
    ]


def test_nothing_measured_is_nothing_to_write() -> None:
    assert load_changes(calibration(figure("resolution_median", 5, "hours")), None) == ((), ())


IN_WRITING = (
    figure("channels.phone.share", 0.4),
    figure("channels.ticket.share", 0.6),
    figure("channels.ticket.handling", 9.0, "minutes"),
)


@pytest.mark.parametrize(
    ("described", "channels"),
    [
        ((), {"phone", "ticket"}),
        (("phone",), {"phone", "ticket"}),
        (("phone", "email"), {"phone", "email"}),
        (("email",), {"phone", "email"}),
        (("phone", "ticket"), {"phone", "ticket"}),
    ],
)
def test_what_came_in_writing_goes_to_the_channel_that_is_there(described: tuple[str, ...], channels: set[str]) -> None:
    load = Load(channels=tuple(Channel(id=id, share=1 / len(described)) for id in described))
    values = tomllib.loads(written(*IN_WRITING, load=load))["load"]["channels"]
    assert set(values) == channels
    (other,) = channels - {"phone"}
    assert values[other] == {"share": 0.6, "handling": {"low": "8.1 min", "likely": "9 min", "high": "10.8 min"}}


def test_of_two_channels_in_writing_none_is_guessed_and_none_is_added() -> None:
    load = Load(channels=tuple(Channel(id=id, share=0.5) for id in ("email", "portal")))
    assert load_changes(calibration(*IN_WRITING), load)[0] == ()
