"""Objectives: what is to be reached, what waits to become better, how the operation grows up, and what it costs."""

from rollout_kit.compose.by_name import by_name, in_short
from rollout_kit.compose.handbook.book import Book, row
from rollout_kit.compose.handbook.chapter import Chapter, heading
from rollout_kit.compose.handbook.growth import growth
from rollout_kit.compose.wording import capitalised, kept, plain, severity_mark, strong
from rollout_kit.description.improvement import Experiment, KeyResult, Objective
from rollout_kit.document import Cell, Column, Node, Row, Span, Spans, Table, Text
from rollout_kit.finding import Finding
from rollout_kit.message import N_, plural_message

MOST_NAMED = 3

_VIEWS = {
    "finance": N_("seen from the money"),
    "customer": N_("seen from the users"),
    "process": N_("seen from the work"),
    "learning": N_("seen from learning"),
}


def objectives(book: Book) -> Chapter | None:
    """Return the chapter; None where nothing is aimed at, nothing waits and nothing is known of growing up."""
    parts = (
        *_objectives(book),
        *_register(book),
        *_experiments(book),
        *growth(book),
    )
    if not parts:
        return None
    return Chapter(
        key="objectives",
        headline=_headline(book),
        noted=_opening(book),
        full=parts,
        subjects=("objectives", "experiments", "maturity", "manual_tasks", "costs", "responsibilities.improvement"),
        lead="SO",
        doer=book.cast.doer_of("improvement") if book.line("improvement") else None,
    )


def _headline(book: Book) -> str:
    goals, waiting = book.rollout.objectives, _waiting(book)
    if len(goals) == 1:
        return goals[0].objective + ("" if goals[0].objective.endswith((".", "!", "?")) else ".")
    if goals:
        return book.say(N_("{n} objectives are set; what serves none of them can wait."), n=len(goals))
    if waiting:
        counted = plural_message(
            N_("One thing waits to become better after go-live."),
            N_("{n} things wait to become better after go-live."),
            len(waiting),
        )
        return book.words.text(counted)
    return book.say(N_("No objective is set yet; what is known about growing up stands below."))


def _opening(book: Book) -> tuple[Node, ...]:
    if not book.rollout.objectives:
        return (book.open_text(book.say(N_("one objective with two to five key results")), "SP"),)
    return tuple(Text(spans=_owned(each, book)) for each in book.rollout.objectives)


def _owned(objective: Objective, book: Book) -> Spans:
    owner = (
        Span(text=book.say(N_("{name} answers for it."), name=book.people.name(objective.owner)))
        if objective.owner
        else Span(mark="open", text=book.say(N_("Nobody answers for it yet.")))
    )
    name = strong(objective.objective + ": ") if len(book.rollout.objectives) > 1 else ()
    spans: list[Span] = [*name, owner, Span(text=" ")]
    if objective.serves:
        spans.append(Span(text=book.say(N_("It serves: {purpose}."), purpose=objective.serves.rstrip("."))))
        spans.append(Span(text=" "))
    if objective.check_in:
        spans.append(Span(text=book.say(N_("Looked at every {length}."), length=objective.check_in)))
    return tuple(spans)


# --- what is aimed at ----------------------------------------------------------------------------


def _objectives(book: Book) -> tuple[Node, ...]:
    results = [(goal, result) for goal in book.rollout.objectives for result in goal.key_results]
    if not results:
        return ()
    title = book.say(N_("Key results"))
    columns = (
        Column(head=book.say(N_("Result"))),
        Column(head=book.say(N_("From")), width_mm=18, align="right"),
        Column(head=book.say(N_("To")), width_mm=18, align="right"),
        Column(head=book.say(N_("By")), width_mm=34),
        Column(head=book.say(N_("Today")), width_mm=22, is_parted=True),
    )
    rows: list[Row] = []
    for goal in book.rollout.objectives:
        if len(book.rollout.objectives) > 1 and goal.key_results:
            rows.append(Row(cells=(Cell(spans=strong(goal.objective), columns=5),), kind="group"))
        rows += [_result(result, book) for result in goal.key_results]
    return (heading(title), Table(columns=columns, rows=tuple(rows), caption=title))


def _result(result: KeyResult, book: Book) -> Row:
    missing = (Span(mark="open", text=book.say(N_("missing"))),)
    start, target = (
        (kept(book.words.number(figure)),) if figure is not None else missing
        for figure in (result.start, result.target)
    )
    by: Spans = (kept(book.words.date(result.by)),) if result.by else missing
    view = book.say(_VIEWS[result.view]) if result.view else ""
    return Row(cells=(Cell(spans=plain(result.result), reason=view), *row(start, target, by, "").cells))


# --- what waits ----------------------------------------------------------------------------------


def _waiting(book: Book) -> tuple[Finding, ...]:
    waiting = set(book.plan.improvement)
    return tuple(
        finding
        for finding in book.result.findings
        if finding.state == "open" and (finding.code, finding.path) in waiting
    )


def _register(book: Book) -> tuple[Node, ...]:
    waiting = _waiting(book)
    if not waiting:
        return ()
    title = book.say(N_("Improvement register"))
    columns = (
        Column(head="", width_mm=8),
        Column(head=book.say(N_("What waits until after go-live"))),
        Column(head=book.say(N_("Who")), width_mm=34, is_parted=True),
        Column(head=book.say(N_("Until")), width_mm=28, is_parted=True),
    )
    rows = tuple(_entry(number, finding, book) for number, finding in enumerate(waiting, start=1))
    return (heading(title), Table(columns=columns, rows=rows, manner="register", caption=title))


def _entry(number: int, finding: Finding, book: Book) -> Row:
    said, remedy = (
        capitalised(book.words.text(in_short(by_name(text, book.result), MOST_NAMED)))
        for text in (finding.message, finding.remedy)
    )
    what = Cell(spans=(Span(mark=severity_mark(finding.severity), text=said),), reason=remedy)
    return Row(cells=(Cell(spans=strong(str(number))), what, Cell(), Cell()))


def _experiments(book: Book) -> tuple[Node, ...]:
    if not book.rollout.experiments:
        return ()
    title = book.say(N_("Experiments"))
    columns = (
        Column(head=book.say(N_("What we believe"))),
        Column(head=book.say(N_("Seen by")), width_mm=44),
        Column(head=book.say(N_("Who")), width_mm=34),
        Column(head=book.say(N_("Until")), width_mm=30),
    )
    rows = tuple(_experiment(each, book) for each in book.rollout.experiments)
    return (heading(title), Table(columns=columns, rows=rows, caption=title))


def _experiment(each: Experiment, book: Book) -> Row:
    missing = (Span(mark="open", text=book.say(N_("missing"))),)
    who: Spans = (book.people.span(each.owner),) if each.owner else missing
    until: Spans = (kept(book.words.date(each.until)),) if each.until else missing
    return row(each.hypothesis, plain(each.measure) if each.measure else missing, who, until)
