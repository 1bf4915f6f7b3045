"""An answer with figures made up by hand: pages that show it need no simulation to be tested."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from rollout_kit.capacity.answer import Answer
from rollout_kit.capacity.answers import (
    Advice,
    Band,
    Bar,
    Change,
    Dates,
    DayAnswer,
    Expectation,
    FirstMiss,
    Limit,
    Outlook,
    PhoneDay,
    Spike,
    TierDay,
)
from rollout_kit.capacity.figures import Figure, FigureUnit, Mark
from rollout_kit.capacity.level import Level, Target
from rollout_kit.capacity.model import Channel, Day, Place, Question, Wave
from rollout_kit.message import message, verbatim

FIRST = date(2027, 2, 8)
"""A Monday."""
OPEN_HALF_HOURS = tuple(30 if 16 <= number < 34 else 0 for number in range(48))  # 08:00 to 17:00
CLOSED = (0,) * 48
HOLIDAY = date(2027, 3, 26)


def question(days: int = 84, staff: float = 2.0) -> Question:
    dates = [FIRST + timedelta(days=number) for number in range(days)]
    opened = [day.weekday() < 5 and day != HOLIDAY for day in dates]
    opening = tuple(OPEN_HALF_HOURS if is_open else CLOSED for is_open in opened)
    target = Target(share=0.8, within_seconds=60, mark=Mark.STATED)
    tickets = Target(share=0.8, within_seconds=4 * 3600, mark=Mark.C, source=message("usual"))
    return Question(
        starts_on=FIRST,
        days=tuple(
            Day(date=day, is_open=is_open, is_free_to_move=is_open) for day, is_open in zip(dates, opened, strict=True)
        ),
        is_horizon_cut=False,
        users_before=0.0,
        waves=(
            Wave(date=FIRST, users=60, site="zug"),
            Wave(date=FIRST + timedelta(days=14), users=26, site="lausanne"),
        ),
        places=(Place(site=None, mornings=(1.0,) * days, afternoons=(1.0,) * days),),
        user_hours=((1.0,) * 48,) * 7,
        peak_half_hours=((20, 21),) * 7,
        weekday_weights=(0.2,) * 5 + (0.0,) * 2,
        busiest_weekday=0,
        channels=(
            Channel(id="phone", share=0.55, is_waiting=True, handling="handling.phone", target=target),
            Channel(id="ticket", share=0.45, is_waiting=False, handling="handling.ticket", target=tickets),
        ),
        levels=(
            Level(
                id="L1", kind="queue", team="desk", staff=staff, hours_per_week=6, open_hours_per_week=45,
                opening=opening, shrinkage="shrinkage.L1",
            ),
        ),
        figures=(
            figure("tickets_per_user_month", 0.7, 1.1, 1.8, "per_month", Mark.STATED),
            figure("handling.phone", 8, 12, 20, "minutes", Mark.NONE),
            figure("shrinkage.L1", 0.2, 0.3, 0.4, "share", Mark.A),
            figure("growth_per_year", 0.05, 0.05, 0.05, "per_year", Mark.OWN),
        ),
    )  # fmt: skip


def figure(name: str, low: float, likely: float, high: float, unit: FigureUnit, mark: Mark) -> Figure:
    source = None if mark is Mark.STATED else message("our choice, with notes")
    return Figure(
        name=name, path=("load", name), low=low, likely=likely, high=high, unit=unit, mark=mark, source=source
    )  # fmt: skip


def answer(*, days: int = 84, share_outgrown: float = 0.8, staff: float = 2.0) -> Answer:
    """Return an answer of an outlook that is outgrown in that share of the runs, from the sixth week on."""
    asked = question(days, staff)
    return Answer(
        expectation=expectation(asked),
        outlook=outlook(asked, share_outgrown),
        advice=(
            advice(asked, "one person more at L1 from 8 February", 0.02, share_outgrown),
            advice(asked, "Lausanne two weeks later", 0.5, share_outgrown),
        ),
        bars=(
            Bar(
                figure="handling.phone", outgrown_middle=0.75, outgrown_low=0.3, outgrown_high=0.95,
                backlog_days_low=1, backlog_days_high=9,
            ),
            Bar(
                figure="growth_per_year", outgrown_middle=0.75, outgrown_low=0.8, outgrown_high=0.8,
                backlog_days_low=4, backlog_days_high=4,
            ),
        ),
    )  # fmt: skip


def expectation(asked: Question, need: Callable[[date], int] = lambda day: 3 if day < HOLIDAY else 2) -> Expectation:
    return Expectation(
        question=asked,
        days=tuple(_day(day, need(day.date)) for day in asked.days),
        outgrown_on=FIRST + timedelta(days=35),
        spikes=(Spike(starts_on=FIRST, ends_on=FIRST + timedelta(days=2), open_days=3),),
        first_limit=Limit.WORK,
        first_missed_on=FIRST,
        binding_limit=Limit.WORK,
        uses=((Limit.PHONE, 0.5), (Limit.WORK, 1.43)),
    )


def _day(day: Day, needed: int) -> DayAnswer:
    halves = tuple(needed if minutes else 0 for minutes in (OPEN_HALF_HOURS if day.is_open else CLOSED))
    phone = PhoneDay(
        level=0.91, worst=0.82, worst_half_hour=20, there=2, needed=halves, enough=needed, occupancy=0.3, is_met=True
    )
    tier = TierDay(
        id="L1", contacts=6.2, demanded_hours=2.5 if day.is_open else 0.0, capacity_hours=1.7 if day.is_open else 0.0,
        backlog_hours=4.2, days_to_clear=2.5, oldest_hours=6.0, in_time=0.4, is_met=False,
    )  # fmt: skip
    return DayAnswer(
        date=day.date, is_open=day.is_open, users=86, contacts=6.2 if day.is_open else 0.0,
        phone=phone if day.is_open else None, tiers=(tier,), handed=(), missed=(Limit.WORK,),
    )  # fmt: skip


def outlook(asked: Question, share_outgrown: float) -> Outlook:
    turn = FIRST + timedelta(days=35)
    days = [day.date for day in asked.days]
    middle = turn if share_outgrown >= 0.5 else None
    return Outlook(
        seed=20270208,
        runs=500,
        sampling_error=0.035,
        share_outgrown=share_outgrown,
        outgrown_on=Dates(early=turn - timedelta(days=7) if share_outgrown >= 0.1 else None, middle=middle, late=None),
        still_fine=tuple(1.0 if day < turn else 1 - share_outgrown for day in days),
        longest_spike=(0, 3, 9),
        demand=(("L1", band(asked, 2.5)),),
        capacity=(("L1", band(asked, 1.7, 0.1)),),
        backlog_days=(("L1", band(asked, 2.0)),),
        first_by=(FirstMiss(limit=Limit.WORK, wave=1, share=0.7), FirstMiss(limit=Limit.PHONE, wave=None, share=0.3)),
        is_scaling=share_outgrown <= 0.1,
    )


def band(asked: Question, middle: float, spread: float = 0.4) -> Band:
    values = [middle if day.is_open else 0.0 for day in asked.days]
    return Band(
        low=tuple(value * (1 - spread) for value in values),
        middle=tuple(values),
        high=tuple(value * (1 + spread) for value in values),
    )


def advice(asked: Question, text: str, share_outgrown: float, before: float) -> Advice:
    return Advice(
        change=Change(text=verbatim(text), question=asked),
        share_outgrown=share_outgrown,
        outgrown_on=Dates(early=None, middle=None, late=None),
        gain=before - share_outgrown,
    )


def with_outlook(given: Answer, **changes: object) -> Answer:
    return replace(given, outlook=replace(given.outlook, **changes))  # type: ignore[arg-type]
