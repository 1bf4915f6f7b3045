"""Service levels: what each promise needs to be kept, what is measured, and in which rounds it is looked at."""

from collections.abc import Sequence
from math import prod

from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.chapter import Chapter
from rollout_kit.compose.handbook.measures import measures
from rollout_kit.compose.handbook.rounds import rounds
from rollout_kit.compose.wording import kept, plain, strong
from rollout_kit.description.service_levels import Priority, Promise
from rollout_kit.document import Cell, Column, Node, Row, Span, Table, Text
from rollout_kit.message import N_, Duration, Percent, Unit, minutes, plural_message

_LONG = (Unit.DAY, Unit.WEEK, Unit.MONTH)


def service_levels(book: Book) -> Chapter | None:
    """Return the chapter; None where the description promises, measures and asks nothing."""
    rollout = book.rollout
    priorities = rollout.service_levels.priorities if rollout.service_levels else ()
    if not (priorities or rollout.kpis or rollout.feedback):
        return None
    return Chapter(
        key="service-levels",
        headline=_headline(priorities, book),
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


def _headline(priorities: Sequence[Priority], book: Book) -> str:
    sums = [each for priority in priorities for each in (_answer(priority), _solution(priority)) if each]
    if not sums:
        return book.say(N_("What is promised cannot be added up yet."))
    broken = sum(needed > promised for needed, promised in sums)
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


def _answer(priority: Priority) -> tuple[float, float] | None:
    """Return the minutes that an answer needs, and those promised; None where a part is unknown or not in hours."""
    promised, provided = priority.promised or Promise(), priority.provider or Promise()
    return _sum((priority.handover, provided.response), promised.response)


def _solution(priority: Priority) -> tuple[float, float] | None:
    promised, provided = priority.promised or Promise(), priority.provider or Promise()
    check = priority.user_check or minutes(0)
    return _sum((priority.handover, provided.resolution, check), promised.resolution)


def _sum(parts: tuple[Duration | None, ...], promise: Duration | None) -> tuple[float, float] | None:
    """Return what is needed against what is promised. With a part unknown only where the others exceed it already."""
    if promise is None or promise.unit in _LONG:
        return None
    known = [part for part in parts if part is not None and part.unit not in _LONG]
    needed = sum(part.minutes for part in known)
    return (needed, promise.minutes) if len(known) == len(parts) or needed > promise.minutes else None


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
    allowed = prod(link.availability for link in levels.depends_on)
    holds = N_("An availability of {share} is promised; all that the service hangs on leaves {allowed} of it.")
    fails = N_("An availability of {share} is promised, but all that the service hangs on leaves only {allowed}.")
    is_broken = allowed < levels.availability
    said = book.say(fails if is_broken else holds, share=promised, allowed=Percent(allowed))
    return (Text(spans=(Span(text=said, strong=is_broken, mark="high" if is_broken else None),)),)


def _priority(priority: Priority, book: Book) -> Row:
    promised, provided = priority.promised or Promise(), priority.provider or Promise()
    answer = (priority.handover, provided.response)
    solution = (priority.handover, provided.resolution, priority.user_check)
    cells = (
        Cell(spans=strong(priority.id)),
        _chain(answer, promised.response, _answer(priority), book),
        _chain(solution, promised.resolution, _solution(priority), book),
    )
    return Row(cells=cells)


def _chain(
    parts: Sequence[Duration | None], promise: Duration | None, added: tuple[float, float] | None, book: Book
) -> Cell:
    """Return the parts and the promise; their sum and whether it holds where they can be added up."""
    if promise is None:
        return Cell(spans=plain(book.say(N_("nothing promised"))))
    said = " + ".join(book.words.duration(part) for part in parts if part is not None) or "–"
    promised = book.say(N_("promised: {length}"), length=promise)
    if added is None:
        return Cell(spans=(kept(said),), reason=promised)
    needed, limit = added
    total = book.words.duration(_plain_length(needed))
    shown = f"{said} = {total}" if " + " in said else said
    is_broken = needed > limit
    return Cell(
        spans=(Span(text=shown, strong=is_broken, mark="high" if is_broken else None),),
        reason=book.say(
            N_("promised: {length}, too short by {more}"), length=promise, more=_plain_length(needed - limit)
        )
        if is_broken
        else promised,
    )


def _plain_length(amount: float) -> Duration:
    return Duration(amount=amount / 60, unit=Unit.HOUR) if amount % 60 == 0 and amount else minutes(amount)
