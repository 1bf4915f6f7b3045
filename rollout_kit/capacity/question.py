"""The question that a description asks of the capacity model; or what it lacks for any number at all."""

import math
from collections.abc import Iterator

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.calendars.coverage import Coverage
from rollout_kit.capacity import figures as named
from rollout_kit.capacity.defaults import OFFICE_HOURS
from rollout_kit.capacity.figures import Figure
from rollout_kit.capacity.half_hours import peak_of, weights_of
from rollout_kit.capacity.horizon import Horizon, go_live_of, horizon_of, places_of
from rollout_kit.capacity.model import Day, Question, Untold, Wave
from rollout_kit.capacity.stated import demand_figures
from rollout_kit.capacity.structure import Structure, structure_of
from rollout_kit.description.load import Load
from rollout_kit.description.quantities import WEEKDAYS
from rollout_kit.description.rollout import Rollout
from rollout_kit.finding import KeyPath

MONDAY = 0
# House values: what no small or medium enterprise has, and beyond which nothing is worked out.
MOST_USERS = 10_000_000
MOST_STAFF = 100_000
MOST_OF = {"per_month": 1_000.0, "per_year": 10.0, "factor": 1_000.0, "minutes": 60_000.0, "days": 3_660.0}
MOST_HOURS_A_DAY = 20_000.0  # of work, with every figure at its highest


def question_of(rollout: Rollout, calendars: Calendars) -> Question | Untold:
    """Return the question, or the keys without which no number can be told.

    Needed are users and the staff of L1; all else has a default, which the question's figures and `assumed` tell.
    Users whom no wave names are live from the first day on without a surplus; waves with more than all users count as
    they are written.
    """
    missing, too_many = tuple(_missing(rollout)), tuple(_too_many_users(rollout))
    if missing or too_many:
        return Untold(missing=missing, beyond=too_many)
    horizon = horizon_of(rollout, calendars)
    coverage = Coverage(rollout, calendars, horizon.starts_on, horizon.ends_on)
    structure = structure_of(rollout, coverage, horizon)
    question = _question(rollout, calendars, horizon, structure)
    beyond = tuple(_beyond(question))
    return Untold(beyond=beyond) if beyond else question


def _missing(rollout: Rollout) -> Iterator[KeyPath]:
    desk = rollout.support_by_id.get("L1")
    if rollout.users is None and not (rollout.load and rollout.load.waves):
        yield ("customer", "users")
    if desk is None or desk.staff is None:
        yield ("support", "L1", "staff")


def _too_many_users(rollout: Rollout) -> Iterator[KeyPath]:
    if (rollout.users or 0) > MOST_USERS:
        yield ("customer", "users") if rollout.customer.users is not None else ("sites",)
    if sum(wave.users for wave in (rollout.load.waves if rollout.load else ())) > MOST_USERS:
        yield ("load", "waves")


def _question(rollout: Rollout, calendars: Calendars, horizon: Horizon, structure: Structure) -> Question:
    load, hours = rollout.load or Load(), rollout.customer.hours
    week = weights_of(hours or OFFICE_HOURS)
    total = math.fsum(map(math.fsum, week)) or 1.0
    waves = _waves(rollout, calendars)
    busiest = WEEKDAYS.index(load.busiest_weekday.day) if load.busiest_weekday else MONDAY
    assumed = [key for key, value in ((("customer", "hours"), hours), (("load", "horizon"), load.horizon)) if not value]
    opening = structure.levels[0].opening
    return Question(
        starts_on=horizon.starts_on,
        days=tuple(
            Day(date=day, is_open=any(opening[index]),
                is_free_to_move=calendars.works_both(day) and calendars.freeze_on(day) is None)
            for index, day in enumerate(horizon.dates)
        ),
        is_horizon_cut=horizon.is_cut,
        users_before=max(0.0, (rollout.users or 0) - math.fsum(wave.users for wave in waves)),
        waves=waves,
        places=places_of(rollout, horizon),
        user_hours=week,
        peak_half_hours=tuple(peak_of(day) for day in week),
        weekday_weights=tuple(math.fsum(day) / total for day in week),
        busiest_weekday=busiest if any(week[busiest]) else None,
        channels=structure.channels,
        levels=structure.levels,
        figures=(*demand_figures(load, sum(1 for day in week if any(day))), *structure.figures),
        assumed=(*assumed, *structure.assumed),
        hypercare_days=_hypercare_days(rollout),
        resets_share=load.password_resets.share if load.password_resets else None,
        has_self_service=load.password_resets.self_service if load.password_resets else None,
    )  # fmt: skip


def _waves(rollout: Rollout, calendars: Calendars) -> tuple[Wave, ...]:
    stated = rollout.load.waves if rollout.load else ()
    if not stated:
        return (Wave(date=go_live_of(rollout, calendars), users=float(rollout.users or 0), is_stated=False),)
    waves = (Wave(date=wave.date, users=float(wave.users), site=wave.site) for wave in stated)
    return tuple(sorted(waves, key=lambda wave: wave.date))


def _hypercare_days(rollout: Rollout) -> int | None:
    length = rollout.hypercare.length if rollout.hypercare else None
    return None if length is None else round(min(length.minutes / 1440, 3660.0))


def _beyond(question: Question) -> Iterator[KeyPath]:
    """Yield the keys whose number is past what is reckoned with; all together, where only their product is."""
    found: list[KeyPath] = [("support", level.id, "staff") for level in question.levels if level.staff > MOST_STAFF]
    found += [figure.path for figure in question.figures if not _is_within(figure)]
    yield from found
    if not found and _hours_a_day(question) > MOST_HOURS_A_DAY:
        yield ("load",)


def _is_within(figure: Figure) -> bool:
    most = MOST_OF.get(figure.unit, 1.0)
    return -most <= figure.low and figure.high <= most


def _hours_a_day(question: Question) -> float:
    """Return the hours of work that a day brings, with every figure at its highest."""
    users = question.users_before + math.fsum(wave.users for wave in question.waves)
    years = len(question.days) / 365
    growth = math.pow(1 + max(0.0, question.figure(named.GROWTH).high), years)
    handling = [figure.high for figure in question.figures if figure.name.startswith(named.handling_of(""))]
    high = [question.figure(name).high for name in (named.TICKETS, named.GOLIVE_FACTOR)]
    return users * growth * high[0] / 21 * max(1.0, high[1]) * max(handling) / 60
