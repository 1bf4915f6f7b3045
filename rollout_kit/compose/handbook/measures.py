"""What is measured: the indicators of the description, or where it has none, ours in grey."""

from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.chapter import heading
from rollout_kit.compose.wording import kept, plain, strong
from rollout_kit.description.improvement import Kpi
from rollout_kit.document import Cell, Column, Node, Row, Span, Spans, Table
from rollout_kit.message import N_
from rollout_kit.playbook.content import Mark, Measure

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


def measures(book: Book) -> tuple[Node, ...]:
    """Return the indicators with formula, source, owner, baseline and target."""
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
