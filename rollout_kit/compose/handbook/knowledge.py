"""Knowledge: what is known to be wrong, who approves an article, and when the handbook is tried by strangers."""

from collections.abc import Iterator

from rollout_kit.compose.handbook.book import Book, facts, row
from rollout_kit.compose.handbook.chapter import Chapter, heading
from rollout_kit.compose.handbook.form_tests import trials
from rollout_kit.compose.wording import capitalised, kept, plain, severity_mark, severity_word
from rollout_kit.description.tryout import TestFinding
from rollout_kit.document import Cell, Column, Field, Group, Node, Row, Span, Spans, Table
from rollout_kit.finding import Severity
from rollout_kit.message import N_, plural_message

EMPTY_LINES = 4  # to write on


def knowledge(book: Book) -> Chapter | None:
    """Return the chapter; None where nobody answers for knowledge and no test has found anything."""
    known = list(_known_errors(book))
    if not known and book.line("knowledge") is None:
        return None
    return Chapter(
        key="knowledge",
        headline=_headline(known, book),
        noted=(_facts(book), *_errors(known, book)),
        subjects=("responsibilities.knowledge",),
        lead="OL",
        doer=book.cast.doer_of("knowledge"),
    )


def _headline(known: list[tuple[str, TestFinding]], book: Book) -> str:
    if known:
        counted = plural_message(
            N_("One known error came to light in tests; the desk knows it before users call."),
            N_("{n} known errors came to light in tests; the desk knows them before users call."),
            len(known),
        )
        return book.words.text(counted)
    return book.say(N_("What was solved once is written down, so that it is looked up the second time."))


def _facts(book: Book) -> Group:
    line = book.line("knowledge")
    owners = (line.accountable or ()) if line else ()
    doers = (line.responsible or ()) if line else ()
    hunt = next((trial for trial in trials(book) if trial.scenario == "handbook-hunt"), None)
    rows = [
        book.fact(book.say(N_("Approves an article")), _names(owners, book), book.say(N_("who approves an article"))),
        book.fact(book.say(N_("Sees to it")), _names(doers, book), book.say(N_("who sees to the articles"))),
    ]
    if hunt is not None and hunt.day is not None:
        when: Spans = (kept(book.words.full_date(hunt.day)),)
        rows.append(book.fact(hunt.title, when))
    return facts(*rows)


def _names(refs: tuple[str, ...], book: Book) -> Spans | None:
    return (Span(text=book.people.names(refs), strong=True),) if refs else None


def _known_errors(book: Book) -> Iterator[tuple[str, TestFinding]]:
    for test in book.rollout.tests:
        known = book.playbook.scenario(test.scenario)
        name = book.own(f"scenarios.{known.id}.name") if known else test.scenario
        yield from ((name, finding) for finding in test.findings or () if not finding.fixed)


def _errors(known: list[tuple[str, TestFinding]], book: Book) -> tuple[Node, ...]:
    title = book.say(N_("Known errors"))
    lines = tuple(
        Field(kind="open-item", label=str(len(known) + number), words=(book.say(N_("who")), book.say(N_("until"))))
        for number in range(1, EMPTY_LINES + 1)
    )
    if not known:
        return (Group(role="part", children=(heading(title), *lines)),)
    columns = (
        Column(head="", width_mm=9),
        Column(head=book.say(N_("What is wrong"))),
        Column(head=book.say(N_("How bad")), width_mm=24),
        Column(head=book.say(N_("Mended by")), width_mm=28),
    )
    rows = tuple(_error(number, name, finding, book) for number, (name, finding) in enumerate(known, start=1))
    return (Group(role="part", children=(heading(title), Table(columns=columns, rows=rows, caption=title), *lines)),)


def _error(number: int, test: str, finding: TestFinding, book: Book) -> Row:
    severity = Severity(finding.severity)
    word = capitalised(severity_word(severity, book.words))
    by: Spans = (
        (kept(book.words.day(finding.fix_by)),)
        if finding.fix_by
        else (Span(mark="open", text=book.say(N_("no date"))),)
    )
    what = Cell(spans=plain(finding.what), reason=test)
    cells = (*row(str(number)).cells, what, *row((Span(mark=severity_mark(severity), text=word),), by).cells)
    return Row(cells=cells)
