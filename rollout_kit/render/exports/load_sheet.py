"""The load of support day by day, as a sheet of the workbook: what is expected, and what the runs say of it."""

from collections.abc import Iterator
from math import isfinite

from rollout_kit.capacity.answers import Band, DayAnswer, TierDay
from rollout_kit.compose.load import shown_of
from rollout_kit.compose.load.shown import Shown
from rollout_kit.compose.plan.planned import Desk
from rollout_kit.message import N_, Percent
from rollout_kit.render.exports.sheets import Cell, Column, Row, Sheet

DIGITS = 3


def load_sheets(desk: Desk) -> tuple[Sheet, ...]:
    """Return the sheet; none where too little is described for any number."""
    shown = shown_of(desk.result, desk.words)
    if shown is None:
        return ()
    days = [day for day in shown.expectation.days if day.is_open]
    rows = tuple(Row(cells=tuple(_day(shown, day))) for day in days)
    title, paper = desk.say(N_("Load")), desk.result.case.rollout.brand.paper
    return (Sheet(title=title, columns=tuple(_columns(shown)), rows=rows, frozen=1, paper=paper),)


def _columns(shown: Shown) -> Iterator[Column]:
    say = shown.say
    yield Column(head=say(N_("Day")), width=11)
    yield Column(head=say(N_("People")), width=9)
    yield Column(head=say(N_("Contacts")), width=10)
    yield Column(head=say(N_("Phone in time")), width=12)
    yield Column(head=say(N_("Needed on the phone")), width=12)
    yield Column(head=say(N_("There on the phone")), width=12)
    for id, _ in shown.outlook.demand:
        yield Column(head=say(N_("{level}: hours of work"), level=id), width=12)
        yield Column(head=say(N_("{level}: hours of work, {share}"), level=id, share=Percent(0.1)), width=12)
        yield Column(head=say(N_("{level}: hours of work, {share}"), level=id, share=Percent(0.9)), width=12)
        yield Column(head=say(N_("{level}: hours of people"), level=id), width=12)
        yield Column(head=say(N_("{level}: days waiting"), level=id), width=12)
        yield Column(head=say(N_("{level}: days waiting, {share}"), level=id, share=Percent(0.9)), width=12)
    yield Column(head=say(N_("Runs still fine")), width=10)


def _day(shown: Shown, day: DayAnswer) -> Iterator[Cell]:
    number = shown.question.index_of(day.date)
    phone = day.phone
    yield day.date
    yield _figure(day.users)
    yield _figure(day.contacts)
    yield _figure(phone.level) if phone else None
    yield phone.enough if phone else None
    yield phone.there if phone else None
    tiers = {tier.id: tier for tier in day.tiers}
    waiting = dict(shown.outlook.backlog_days)
    for id, demand in shown.outlook.demand:
        yield from _level(tiers[id], demand, waiting[id], number)
    yield _figure(shown.outlook.still_fine[number])


def _level(tier: TierDay, demand: Band, waiting: Band, number: int) -> Iterator[Cell]:
    yield _figure(tier.demanded_hours)
    yield _figure(demand.low[number])
    yield _figure(demand.high[number])
    yield _figure(tier.capacity_hours)
    yield _figure(tier.days_to_clear)
    yield _figure(waiting.high[number])


def _figure(value: float | None) -> float | None:
    """Return a figure as a cell holds it: what never ends is empty."""
    return None if value is None or not isfinite(value) else round(value, DIGITS)
