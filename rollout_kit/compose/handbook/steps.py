"""A runbook of the playbook as numbered steps, with its check, its stop and its way back."""

from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.unsettled import says_nothing
from rollout_kit.document import Group, Heading, ListOf, Node, Span, Text
from rollout_kit.message import N_

STEPS = 5  # a runbook fits in a head and on a page

_STOP = N_("Stop and call when")
_ENDINGS = (
    (N_("It is done when"), "check"),
    (_STOP, "stop"),
    (N_("The way back"), "undo"),
    (N_("Who is told"), "told"),
)


def runbook_ids(book: Book) -> tuple[str, ...]:
    """Return the ids of the playbook's runbooks in its order."""
    return book.playbook.runbooks


def first_steps(id: str, book: Book) -> tuple[Node, ...]:
    """Return the steps and only when to stop, for the emergency part; the runbook holds the rest."""
    stop = (
        Span(text=f"{book.say(_STOP)}: ", strong=True),
        Span(text=book.own(f"runbooks.{id}.stop")),
    )
    return (_steps(id, book), Text(spans=stop))


def runbook_of(id: str, book: Book) -> Group:
    """Return the way to a runbook from another chapter; where the book has no runbooks, its steps, never torn."""
    title = Heading(level=3, text=book.own(f"runbooks.{id}.title"))
    ids = runbook_ids(book)
    if id not in ids or says_nothing("runbooks", book):
        return Group(role="part", children=(title, *runbook_steps(id, book)))
    where = book.say(N_("Step by step in runbook {number}"), number=ids.index(id) + 1)
    purpose = Span(text=book.own(f"runbooks.{id}.purpose"), line_break=True)
    return Group(role="part", children=(title, Text(spans=(purpose, Span(text=where, link=f"runbook-{id}")))))


def runbook_steps(id: str, book: Book) -> tuple[Node, ...]:
    """Return the steps, then how they end, in one paragraph."""
    spans: list[Span] = []
    for label, part in _ENDINGS:
        spans.append(Span(text=f"{book.say(label)}: ", strong=True))
        spans.append(Span(text=book.own(f"runbooks.{id}.{part}"), line_break=True))
    return (_steps(id, book), Text(spans=tuple(spans)))


def _steps(id: str, book: Book) -> ListOf:
    steps = tuple((Text(spans=(Span(text=book.own(f"runbooks.{id}.step{n}")),)),) for n in range(1, STEPS + 1))
    return ListOf(items=steps, manner="steps")
