"""Whether the desk carries the load, and until when: the part of the chapter on load that the capacity model tells."""

from collections.abc import Iterator
from dataclasses import dataclass

from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.chapter import heading
from rollout_kit.compose.load import shown_of
from rollout_kit.compose.load.backlog import backlog
from rollout_kit.compose.load.demand import demand
from rollout_kit.compose.load.people_needed import people_needed
from rollout_kit.compose.load.sensitivity import sensitivity
from rollout_kit.compose.load.sentences import drawn, headline, weak, when, why
from rollout_kit.compose.load.shown import Shown
from rollout_kit.compose.load.still_fine import still_fine
from rollout_kit.compose.load.tables import by_period, changes, taken_figures
from rollout_kit.document import Group, Node, Table
from rollout_kit.message import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """The headline, what stands beside the notes, and what needs the whole width."""

    headline: str
    noted: tuple[Node, ...]
    full: tuple[Node, ...]


def carried(book: Book) -> Carried | None:
    """Return the part; None where too little is described for any number."""
    shown = shown_of(book.result, book.words)
    if shown is None:
        return None
    return Carried(headline=headline(shown), noted=tuple(_noted(shown)), full=tuple(_full(shown)))


def _noted(shown: Shown) -> Iterator[Node]:
    yield heading(shown.say(N_("Does support carry the load?")))
    yield why(shown)
    yield when(shown)
    yield from weak(shown)


def _full(shown: Shown) -> Iterator[Node]:
    yield _titled(by_period(shown))
    yield demand(shown)
    yield backlog(shown)
    yield still_fine(shown)
    if (needed := people_needed(shown)) is not None:
        yield needed
    if (helping := changes(shown)) is not None:
        yield _titled(helping)
    if (swaying := sensitivity(shown)) is not None:
        yield swaying
    reckoned_with = taken_figures(shown)
    yield heading(reckoned_with.caption)
    yield reckoned_with
    yield drawn(shown)


def _titled(table: Table) -> Node:
    return Group(role="part", children=(heading(table.caption), table))
