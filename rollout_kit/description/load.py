"""Expected load, and the support structure that carries it."""

from typing import Literal

from rollout_kit.description.quantities import (
    Amount,
    Change,
    Count,
    Date,
    Estimate,
    Hours,
    Length,
    LengthEstimate,
    Many,
    Names,
    Share,
    ShareEstimate,
)
from rollout_kit.description.section import Keyed, Section


class BusiestWeekday(Section):
    """The weekday with most contacts, and its share of the week."""

    day: Literal["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    share: Share


class Wave(Section):
    """Users who begin on a day."""

    date: Date
    users: Count
    site: str | None = None


class PasswordResets(Section):
    """Share of contacts that are forgotten passwords, and whether users can help themselves."""

    share: Share
    self_service: bool | None = None


class Target(Section):
    """A share of contacts answered within a time."""

    share: Share
    within: Length


class Channel(Keyed):
    """`[load.channels.<id>]`."""

    share: Share | None = None
    handling: LengthEstimate | None = None
    patience: Length | None = None
    target: Target | None = None


class OwnData(Section):
    """Which figures of `[load]` were measured, on how many tickets until which day.

    `keys` are names below `[load]`, with dots: `peak_hour_share`, `channels.phone.share`.
    """

    until: Date
    tickets: Count
    keys: Names


class Load(Section):
    """`[load]`."""

    tickets_per_user_month: Estimate | None = None
    golive_factor: Estimate | None = None
    half_life: Length | None = None
    growth_per_year: Change | None = None
    peak_hour_share: Share | None = None
    busiest_weekday: BusiestWeekday | None = None
    repeat_contact_share: Share | None = None
    waves: Many[Wave] = ()
    licences: Count | None = None
    licences_renew: Date | None = None
    password_resets: PasswordResets | None = None
    load_test_break_point: bool | None = None
    load_test_factor: Amount | None = None
    horizon: Length | None = None
    own_data: OwnData | None = None
    channels: tuple[Channel, ...] = ()


class PassesOn(Section):
    """The share of contacts a level hands to the next."""

    to: str
    share: ShareEstimate


class SupportLevel(Keyed):
    """`[support.L1]` to L3."""

    team: str | None = None
    vendor: str | None = None
    staff: Amount | None = None
    hours: Hours | None = None
    hours_per_week: Amount | None = None
    shrinkage: Share | None = None
    languages: Names = ()
    handling: LengthEstimate | None = None
    passes_on: PassesOn | None = None
    response: Length | None = None
