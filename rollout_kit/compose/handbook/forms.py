"""Appendix: the forms, to be filled in by hand and kept with the book."""

from collections.abc import Sequence

from rollout_kit.compose.handbook.agendas import agendas
from rollout_kit.compose.handbook.book import Book, row
from rollout_kit.compose.handbook.chapter import Chapter
from rollout_kit.compose.handbook.form_change import change_form
from rollout_kit.compose.handbook.form_sheets import acceptance, go_no_go, hypercare_exit
from rollout_kit.compose.handbook.form_tests import Trial, protocol, trials
from rollout_kit.compose.handbook.judged import judged
from rollout_kit.compose.handbook.messages import messages_to_copy
from rollout_kit.compose.wording import kept, plain
from rollout_kit.document import Column, Group, Node, PageBreak, Row, Spans, Table, Text
from rollout_kit.message import N_, plural_message


def forms(book: Book) -> Chapter:
    """Return the appendix."""
    tests = trials(book)
    return Chapter(
        key="forms",
        headline=_headline(book),
        noted=(Group(role="part", children=(_contents(tests, book), *_ours(tests, book))),),
        pages=(
            *(protocol(trial, book) for trial in tests),
            *_sheets(book),
            *_to_copy(book),
        ),
        subjects=("tests",),
        lead="OL",
    )


def _headline(book: Book) -> str:
    lines = [criterion for criterion in book.playbook.criteria if criterion.sheet == "go-no-go"]
    failing = sum(judged(criterion, book).state == "fails" for criterion in lines)
    if not failing:
        return book.say(N_("No finding speaks against any of the {m} criteria for go-live."), m=len(lines))
    counted = plural_message(
        N_("{n} of {m} criteria for go-live does not hold today."),
        N_("{n} of {m} criteria for go-live do not hold today."),
        failing,
        m=len(lines),
    )
    return book.words.text(counted)


def _contents(tests: Sequence[Trial], book: Book) -> Table:
    """Return the forms with the days on which they are filled in."""
    decision = book.plan.task_at("go-no-go")
    first = tests[0].day if tests else None
    decided = decision.ends_on if decision else None
    lines: list[tuple[str, Spans | str]] = []
    if tests:
        counted = plural_message(N_("{n} test protocol"), N_("{n} test protocols"), len(tests))
        said = (kept(book.say(N_("from {day} on"), day=book.words.day(first))),) if first else "–"
        lines.append((book.words.text(counted), said))
    lines.append((book.say(N_("Go or no-go")), (kept(book.words.full_date(decided)),) if decided else "–"))
    lines.append((book.say(N_("End of hypercare")), book.say(N_("when its criteria hold"))))
    lines.append((book.say(N_("Hand-over")), book.say(N_("after hypercare"))))
    lines.append((book.say(N_("Change")), book.say(N_("for every change, one copy"))))
    columns = (Column(head=book.say(N_("Form"))), Column(head=book.say(N_("Filled in")), width_mm=62))
    rows: tuple[Row, ...] = tuple(row(name, when) for name, when in lines)
    return Table(columns=columns, rows=rows, caption=book.say(N_("Forms")))


def _ours(tests: Sequence[Trial], book: Book) -> tuple[Node, ...]:
    """Return whose figures the protocols have, where there are any of the playbook's."""
    if not any(trial.scenario for trial in tests):
        return ()
    ours = book.say(
        N_("The figures in the test protocols are our defaults; both houses may change them before the test.")
    )
    return (Text(spans=plain(ours), manner="note"),)


def _to_copy(book: Book) -> tuple[Node, ...]:
    """Return agendas and messages; while nobody is named at all, they would be gaps only."""
    if not book.rollout.people:
        return ()
    return (PageBreak(), *agendas(book), *messages_to_copy(book))


def _sheets(book: Book) -> list[Node]:
    nodes: list[Node] = []
    for sheet in (go_no_go(book), hypercare_exit(book), acceptance(book), (change_form(book),)):
        nodes += [PageBreak(), *sheet]
    return nodes
