"""Service levels: what each promise needs to be kept, what is measured, and in which rounds it is looked at."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.chapter import Chapter, heading
from rollout_kit.compose.wording import kept, plain, strong
from rollout_kit.description.improvement import Feedback, Kpi
from rollout_kit.description.service_levels import Priority, Promise
from rollout_kit.document import Cell, Column, Node, Row, Span, Spans, Table, Text
from rollout_kit.message import N_, Duration, Unit, minutes, plural_message
from rollout_kit.playbook.content import FeedbackFormat, Mark, Measure

_LONG = (Unit.DAY, Unit.WEEK, Unit.MONTH)
_EVERY = {
    "day": N_("every day"),
    "week": N_("every week"),
    "month": N_("every month"),
    "once": N_("twice"),
    "incident": N_("after each"),
    "ticket": N_("in the ticket"),
}
_MARKS: dict[Mark, str] = {
    "T": N_("read in its source"),
    "E": N_("reported by others"),
    "K": N_("usual in the trade"),
    "D": N_("our default"),
}
_VIEWS = {
    "customer": N_("For the users"),
    "process": N_("For the work"),
    "learning": N_("For what is learned"),
    "finance": N_("For the money"),
}


def service_levels(book: Book) -> Chapter | None:
    """Return the chapter; None where the description promises, measures and asks nothing."""
    rollout = book.rollout
    priorities = rollout.service_levels.priorities if rollout.service_levels else ()
    if not (priorities or rollout.kpis or rollout.feedback):
        return None
    return Chapter(
        key="service-levels",
        headline=_headline(priorities, book),
        noted=_promises(priorities, book),
        full=(*_measures(book), *_rounds(book)),
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
        counted = N_("Every promise that can be added up ({n}) can be kept.")
        return book.say(counted, n=len(sums))
    counted_ = plural_message(
        N_("{n} of {m} promises cannot be kept by what stands behind it."),
        N_("{n} of {m} promises cannot be kept by what stands behind them."),
        broken,
        m=len(sums),
    )
    return book.words.text(counted_)


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
    meaning = N_(
        "Handing over, the provider’s time by contract, and the check by the user, against what users are promised."
    )
    return (
        Table(columns=columns, rows=rows, caption=title),
        Text(spans=plain(book.say(meaning)), manner="note"),
    )


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


# --- what is measured ----------------------------------------------------------------------------


def _measures(book: Book) -> tuple[Node, ...]:
    title = book.say(N_("What is measured"))
    if book.rollout.kpis:
        columns = (
            Column(head=book.say(N_("Indicator"))),
            Column(head=book.say(N_("Read where")), width_mm=38),
            Column(head=book.say(N_("Answers for it")), width_mm=32),
            Column(head=book.say(N_("At the start")), width_mm=28, align="right"),
            Column(head=book.say(N_("Wanted")), width_mm=18, align="right"),
        )
        rows = tuple(_kpi(kpi, book) for kpi in book.rollout.kpis)
        return (heading(title), Table(columns=columns, rows=rows, caption=title))
    return (
        heading(title),
        book.open_text(book.say(N_("three to five indicators, chosen from our proposals"))),
        _proposed(book),
    )


def _kpi(kpi: Kpi, book: Book) -> Row:
    missing = (Span(mark="open", text=book.say(N_("missing"))),)
    owner: Spans = (book.people.span(kpi.owner),) if kpi.owner else missing
    measured = book.words.day(kpi.baseline_measured) if kpi.baseline_measured else ""
    start: Spans = (kept(_figure(kpi.baseline, kpi, book)),) if kpi.baseline is not None else missing
    target: Spans = (kept(_figure(kpi.target, kpi, book), is_strong=True),) if kpi.target is not None else missing
    formula = kpi.formula or book.say(N_("how it is computed is not said"))
    cells = (
        Cell(spans=strong(kpi.name), reason=formula),
        Cell(spans=plain(kpi.source) if kpi.source else missing),
        Cell(spans=owner),
        Cell(spans=start, reason=measured),
        Cell(spans=target),
    )
    return Row(cells=cells)


def _figure(value: float, kpi: Kpi, book: Book) -> str:
    """Return a figure; as a percentage where it is a share by its formula."""
    known = [each for each in (kpi.baseline, kpi.target) if each is not None]
    is_share = "/" in kpi.formula and all(0 <= each <= 1 for each in known)
    return book.words.percent(value) if is_share else book.words.number(value)


def _proposed(book: Book) -> Table:
    """Return the measures of the playbook as proposals, by the four views of a balanced scorecard."""
    columns = (
        Column(head=book.say(N_("Proposed indicator"))),
        Column(head=book.say(N_("Read where")), width_mm=58),
        Column(head=book.say(N_("Wanted")), width_mm=44),
    )
    rows: list[Row] = []
    for view, word in _VIEWS.items():
        rows.append(Row(cells=(Cell(spans=strong(book.say(word)), columns=3),), kind="group"))
        rows += [_measure(measure, book) for measure in book.playbook.measures if measure.view == view]
    return Table(columns=columns, rows=tuple(rows), caption=book.say(N_("Proposed indicators")))


def _measure(measure: Measure, book: Book) -> Row:
    name, formula, target, source = (
        book.own(f"measures.{measure.id}.{part}") for part in ("name", "formula", "target", "source")
    )
    cells = (
        Cell(spans=(Span(text=name, proposed=True),), reason=formula),
        Cell(spans=(Span(text=source, quiet=True),)),
        Cell(spans=(Span(text=target, quiet=True),), reason=book.say(_MARKS[measure.mark])),
    )
    return Row(cells=cells)


# --- the rounds in which it is looked at ---------------------------------------------------------


def _rounds(book: Book) -> tuple[Node, ...]:
    """Return the rounds of the description, then those that the playbook proposes, in grey."""
    title = book.say(N_("Rounds and reports"))
    columns = (
        Column(head=book.say(N_("What"))),
        Column(head=book.say(N_("When")), width_mm=37),
        Column(head=book.say(N_("Takes")), width_mm=13),
        Column(head=book.say(N_("Who")), width_mm=42),
    )
    rows = (*_agreed(book), *_formats(book))
    ours = book.say(N_("Length and rhythm of the proposed rounds are our defaults."))
    return (heading(title), Table(columns=columns, rows=rows, caption=title), Text(spans=plain(ours), manner="note"))


def _agreed(book: Book) -> Iterator[Row]:
    for each in book.rollout.feedback:
        yield Row(cells=(Cell(spans=strong(each.name), reason=_promise_of(each, book)), *_agreed_rest(each, book)))


def _promise_of(feedback: Feedback, book: Book) -> str:
    parts = []
    if feedback.users:
        parts.append(book.say(N_("with users")))
    if feedback.owner:
        parts.append(book.say(N_("led by {name}"), name=book.people.name(feedback.owner)))
    if feedback.answers_within:
        parts.append(book.say(N_("what is heard is answered within {length}"), length=feedback.answers_within))
    return "; ".join(parts)


def _agreed_rest(feedback: Feedback, book: Book) -> tuple[Cell, ...]:
    when = book.say(_EVERY[feedback.every]) if feedback.every else "–"
    since = book.say(N_("from {day} on"), day=book.words.day(feedback.starts_on)) if feedback.starts_on else ""
    names = book.people.names(feedback.participants) if feedback.participants else "–"
    takes = (kept(book.length(feedback.length) or "–"),)
    return (Cell(spans=plain(when), reason=since), Cell(spans=takes), Cell(spans=plain(names)))


def _formats(book: Book) -> Iterator[Row]:
    if not book.playbook.formats:
        return
    proposed = book.say(N_("Proposed"))
    yield Row(cells=(Cell(spans=strong(proposed), columns=4),), kind="group")
    for each in book.playbook.formats:
        yield _format(each, book)


def _format(each: FeedbackFormat, book: Book) -> Row:
    name, what = (book.own(f"formats.{each.id}.{part}") for part in ("name", "what"))
    roles = dict.fromkeys(book.cast.first(who) for who in each.who)
    takes = book.words.effort(each.minutes) if each.minutes else "–"
    cells = (
        Cell(spans=(Span(text=name, proposed=True),), reason=what),
        Cell(spans=(Span(text=book.say(_EVERY[each.every]), quiet=True),), reason=_stretch(each, book)),
        Cell(spans=(Span(text=takes, quiet=True),)),
        Cell(spans=(Span(text=book.people.names(tuple(roles)), quiet=True),)),
    )
    return Row(cells=cells)


def _stretch(each: FeedbackFormat, book: Book) -> str:
    if each.from_day is None:
        return ""
    first = book.words.day(book.plan.go_live + timedelta(days=each.from_day))
    if each.until_day is None:
        return book.say(N_("from {day} on"), day=first)
    last = book.words.day(book.plan.go_live + timedelta(days=each.until_day))
    if each.every == "once":
        return book.say(N_("{first_day} and {last_day}"), first_day=first, last_day=last)
    return book.say(N_("{first_day} to {last_day}"), first_day=first, last_day=last)
