"""The tables of an outlook: part by part of the horizon, what helps, and the figures that are ours."""

from collections.abc import Iterator

from rollout_kit.capacity.names import MARKS, Taken, begins, taken
from rollout_kit.capacity.periods import Period, TierLoad, periods
from rollout_kit.compose.load.marked import rounded, told_share
from rollout_kit.compose.load.shown import Shown
from rollout_kit.compose.wording import capitalised, kept, plain, strong
from rollout_kit.document import Cell, Column, Row, Spans, Table
from rollout_kit.message import N_

MOST_CHANGES = 3
NONE = "–"


def by_period(shown: Shown) -> Table:
    """Return contacts, work, phone and backlog of each part of the horizon; bold is what there is too little of."""
    found = periods(shown.expectation)
    say = shown.say
    title = say(N_("Part by part, at the middle figures"))
    tiers = [tier.id for tier in found[0].tiers] if found else []
    columns = (
        Column(head=say(N_("From")), width_mm=23),
        Column(head=say(N_("Begins"))),
        Column(head=say(N_("Contacts a day")), width_mm=17, align="right"),
        *(
            Column(head=say(N_("{level}: hours of work / people"), level=tier), width_mm=24, align="right")
            for tier in tiers
        ),
        Column(head=say(N_("Phone in time")), width_mm=17, align="right"),
        Column(head=say(N_("Needed / there")), width_mm=17, align="right"),
        Column(head=say(N_("Days waiting")), width_mm=17, align="right"),
    )
    rows = tuple(Row(cells=tuple(Cell(spans=spans) for spans in _period(period, shown))) for period in found)
    return Table(columns=columns, rows=rows, caption=title)


def _period(period: Period, shown: Shown) -> Iterator[Spans]:
    words = shown.words
    yield (kept(words.short_date(period.starts_on)),)
    begun = begins(period.waves, shown.rollout.site_by_id)
    yield plain(words.text(begun) if begun else "")
    yield (kept(words.number(period.contacts, 1)),)
    for tier in period.tiers:
        yield _tier(tier, shown)
    if not period.has_phone:
        yield plain(NONE)
        yield plain(NONE)
    else:
        level = period.phone_level
        yield (kept(words.value(told_share(level))),) if level is not None else strong(shown.say(N_("none")))
        needed = NONE if period.needed is None else words.number(period.needed)
        is_short = period.needed is None or period.needed > period.there
        yield (kept(f"{needed} / {period.there}", is_strong=is_short),)
    days = period.backlog_days
    yield (kept(words.number(rounded(days))),) if days is not None else strong(shown.say(N_("never done")))


def _tier(tier: TierLoad, shown: Shown) -> Spans:
    number = shown.words.number
    said = f"{number(tier.demanded_hours, 1)} / {number(tier.capacity_hours, 1)}"
    return (kept(said, is_strong=tier.demanded_hours > tier.capacity_hours),)


def changes(shown: Shown) -> Table | None:
    """Return the single changes that help most; None where none does."""
    helping = [each for each in shown.answer.advice if each.is_better][:MOST_CHANGES]
    if not helping:
        return None
    title = shown.say(N_("What helps most"))
    columns = (
        Column(head=shown.say(N_("A single change"))),
        Column(head=shown.say(N_("Runs in which it is enough")), width_mm=32, align="right"),
        Column(head=shown.say(N_("Days of short breaches")), width_mm=32, align="right"),
    )
    first = helping[0]
    today = _change(shown.say(N_("As described")), shown.outlook.share_outgrown, first.spike_days_before, shown)
    rows = (
        _change(capitalised(shown.words.text(each.change.text)), each.share_outgrown, each.spike_days, shown)
        for each in helping
    )
    return Table(columns=columns, rows=(today, *rows), caption=title)


def _change(said: str, share_outgrown: float, spike_days: float, shown: Shown) -> Row:
    holds = kept(shown.words.value(told_share(1 - share_outgrown)), is_strong=True)
    days = kept(shown.words.number(spike_days, 1))
    return Row(cells=(Cell(spans=plain(said)), Cell(spans=(holds,)), Cell(spans=(days,))))


def taken_figures(shown: Shown) -> Table:
    """Return the figures that it was reckoned with, and how reliable they are."""
    title = shown.say(N_("What it was reckoned with"))
    columns = (
        Column(head=shown.say(N_("What"))),
        Column(head=shown.say(N_("Taken")), width_mm=46),
        Column(head=shown.say(N_("How reliable")), width_mm=56),
    )
    return Table(columns=columns, rows=tuple(_taken(each, shown) for each in taken(shown.question)), caption=title)


def _taken(each: Taken, shown: Shown) -> Row:
    source = capitalised(shown.words.text(each.source)) if each.source else ""
    return Row(
        cells=(
            Cell(spans=plain(capitalised(shown.words.text(each.name)))),
            Cell(spans=plain(shown.words.value(each.value))),
            Cell(spans=plain(capitalised(shown.say(MARKS[each.mark]))), reason=source),
        )
    )
