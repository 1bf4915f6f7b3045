"""Service levels: what each promise needs to be kept, what is measured, and in which rounds it is looked at."""

from collections.abc import Sequence

from rollout_kit.assess.moments import length
from rollout_kit.assess.promises import Chain, Kind, availability_left, chain, chains
from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.chapter import Chapter
from rollout_kit.compose.handbook.measures import measures
from rollout_kit.compose.handbook.rounds import rounds
from rollout_kit.compose.wording import kept, plain, strong
from rollout_kit.description.service_levels import Priority
from rollout_kit.document import Cell, Column, Node, Row, Span, Table, Text
from rollout_kit.message import N_, Percent, plural_message

_KINDS: tuple[Kind, ...] = ("response", "resolution")


def service_levels(book: Book) -> Chapter | None:
    """Return the chapter; None where the description promises, measures and asks nothing."""
    rollout = book.rollout
    priorities = rollout.service_levels.priorities if rollout.service_levels else ()
    if not (priorities or rollout.kpis or rollout.feedback):
        return None
    return Chapter(
        key="service-levels",
        headline=_headline(book),
        noted=(*_promises(priorities, book), *_availability(book)),
        full=(*measures(book), *rounds(book)),
        subjects=(
            "service_levels",
            "kpis",
            "feedback",
            "responsibilities.reporting",
            "responsibilities.service_review",
        ),
        lead="SO",
        doer=book.cast.doer_of("reporting"),
    )


def _headline(book: Book) -> str:
    sums = [each for kind in _KINDS for each in chains(book.rollout, kind) if each.is_known]
    if not sums:
        return book.say(N_("What is promised cannot be added up yet."))
    broken = sum(each.exceeds() for each in sums)
    if not broken:
        return book.say(N_("Every promise that can be tested ({n}) can be kept."), n=len(sums))
    counted = plural_message(
        N_("{n} of {m} promises that can be tested cannot be kept."),
        N_("{n} of {m} promises that can be tested cannot be kept."),
        broken,
        m=len(sums),
    )
    return book.words.text(counted)


# --- what a promise needs ------------------------------------------------------------------------


def _promises(priorities: Sequence[Priority], book: Book) -> tuple[Node, ...]:
    if not priorities:
        return (book.open_text(book.say(N_("what users are promised, per priority"))),)
    columns = (
        Column(head="", width_mm=11),
        Column(head=book.say(N_("An answer needs"))),
        Column(head=book.say(N_("A solution needs"))),
    )
    title = book.say(N_("What each promise needs"))
    rows = tuple(_priority(priority, book) for priority in priorities)
    meaning = N_("Handing over, contract and check by the user, against what users are promised.")
    return (
        Table(columns=columns, rows=rows, caption=title),
        Text(spans=plain(book.say(meaning)), manner="note"),
    )


def _availability(book: Book) -> tuple[Node, ...]:
    """Return the availability that is promised, against what everything the service hangs on leaves of it."""
    levels = book.rollout.service_levels
    if levels is None or levels.availability is None:
        return ()
    promised = Percent(levels.availability)
    if not levels.depends_on:
        said = N_("An availability of {share} is promised; what the service hangs on is not listed yet.")
        return (Text(spans=plain(book.say(said, share=promised))),)
    allowed = availability_left(levels)
    holds = N_("An availability of {share} is promised; all that the service hangs on leaves {allowed} of it.")
    fails = N_("An availability of {share} is promised, but all that the service hangs on leaves only {allowed}.")
    is_broken = allowed < levels.availability
    said = book.say(fails if is_broken else holds, share=promised, allowed=Percent(allowed))
    return (Text(spans=(Span(text=said, strong=is_broken, mark="high" if is_broken else None),)),)


def _priority(priority: Priority, book: Book) -> Row:
    cells = (_chain(chain(book.rollout, priority, kind), book) for kind in _KINDS)
    return Row(cells=(Cell(spans=strong(priority.id)), *cells))


def _chain(chain: Chain, book: Book) -> Cell:
    """Return the parts and the promise; their sum and whether it holds where they can be added up."""
    if chain.promised is None:
        return Cell(spans=plain(book.say(N_("nothing promised"))))
    said = " + ".join(book.words.duration(part.length) for part in chain.parts if part.length is not None) or "–"
    promised = book.say(N_("promised: {length}"), length=chain.promised)
    if not chain.is_known:
        return Cell(spans=(kept(said),), reason=promised)
    total = book.words.value(length(chain.needed))
    shown = f"{said} = {total}" if " + " in said else said
    if not chain.exceeds():
        return Cell(spans=(Span(text=shown),), reason=promised)
    more = length(chain.needed - (chain.promise or 0.0))
    reason = book.say(N_("promised: {length}, too short by {more}"), length=chain.promised, more=more)
    return Cell(spans=(Span(text=shown, strong=True, mark="high"),), reason=reason)
