"""The chain of teams: how long work waits and is worked at wherever it changes hands, and where it waits most."""

from collections.abc import Sequence

from rollout_kit.assess.moments import length
from rollout_kit.compose.handbook.book import Book, row
from rollout_kit.compose.handbook.chapter import heading
from rollout_kit.compose.wording import plain, strong
from rollout_kit.description.improvement import Interface
from rollout_kit.document import Column, Group, Node, Row, Spans, Table
from rollout_kit.message import N_, Percent

LEAST = 2  # hand-overs that make a chain; of one its own sheet tells all


def bottleneck(book: Book) -> Interface | None:
    """Return where the largest share of the chain's time goes; None where no time is known, or work never waits."""
    slowest = max(_measured(book), key=_minutes, default=None)
    return slowest if slowest is not None and slowest.wait and slowest.wait.minutes else None


def chain_of_teams(book: Book) -> tuple[Node, ...]:
    """Return who hands to whom with wait and work; nothing where that is unknown, or there is one place only."""
    hand_overs, measured = book.rollout.interfaces, _measured(book)
    if not measured or len(hand_overs) < LEAST:
        return ()
    title = book.say(N_("The chain of teams"))
    columns = (
        Column(head=book.say(N_("From, to"))),
        Column(head=book.say(N_("A week")), width_mm=17, align="right"),
        Column(head=book.say(N_("Waits")), width_mm=22, align="right"),
        Column(head=book.say(N_("Work")), width_mm=22, align="right"),
        Column(head=book.say(N_("Share of the time")), width_mm=24, align="right"),
    )
    total, slowest = sum(_minutes(each) for each in measured), bottleneck(book)
    rows = [_row(each, total, book, is_slowest=each is slowest) for each in hand_overs]
    rows.append(_sum(measured, book))
    return (Group(role="part", children=(heading(title), Table(columns=columns, rows=tuple(rows), caption=title))),)


def _measured(book: Book) -> list[Interface]:
    return [each for each in book.rollout.interfaces if each.wait is not None and each.work is not None]


def _minutes(each: Interface) -> float:
    return (each.wait.minutes if each.wait else 0.0) + (each.work.minutes if each.work else 0.0)


def _row(each: Interface, total: float, book: Book, *, is_slowest: bool) -> Row:
    name = book.say(N_("{giver} to {taker}"), giver=book.people.name(each.giver), taker=book.people.name(each.taker))
    who: Spans = strong(name) if is_slowest else plain(name)
    arrivals = book.words.number(each.arrivals_per_week) if each.arrivals_per_week is not None else "–"
    is_known = each.wait is not None and each.work is not None and total
    share = book.words.value(Percent(round(_minutes(each) / total, 2))) if is_known else "–"
    return row(who, arrivals, book.length(each.wait) or "–", book.length(each.work) or "–", share)


def _sum(measured: Sequence[Interface], book: Book) -> Row:
    waits, works = (
        book.words.value(length(sum(one.minutes for one in lengths if one)))
        for lengths in ([each.wait for each in measured], [each.work for each in measured])
    )
    cells = row(strong(book.say(N_("Through all of it"))), "", strong(waits), strong(works), "").cells
    return Row(cells=cells, kind="sum")
