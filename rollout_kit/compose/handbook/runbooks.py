"""The runbooks of the playbook, each of them to be followed by somebody who did not write it."""

from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.chapter import Chapter
from rollout_kit.compose.handbook.steps import runbook_ids, runbook_steps
from rollout_kit.document import Group, Heading, ListOf, Node, Span, Text
from rollout_kit.message import N_, plural_message


def runbooks(book: Book) -> Chapter:
    """Return the chapter: a list with links, then one runbook after the other over the whole width."""
    ids = runbook_ids(book)
    counted = plural_message(
        N_("One runbook says, step by step, what to do when something happens."),
        N_("{n} runbooks say, step by step, what to do when something happens."),
        len(ids),
    )
    return Chapter(
        key="runbooks",
        headline=book.words.text(counted),
        noted=(_tried(book), _contents(ids, book)),
        pages=tuple(_page(id, index, book) for index, id in enumerate(ids, start=1)),
        subjects=("responsibilities.incident", "responsibilities.problem"),
        lead="OL",
        doer=book.cast.doer_of("major_incident"),
    )


def _tried(book: Book) -> Text:
    """Say when the plan lets somebody follow them, since a runbook that nobody has followed is a wish."""
    dated = [
        (task.ends_on, task.name)
        for id in ("runbooks-emergency", "runbooks-daily")
        if (task := book.plan.task_by_id.get(id)) is not None and task.ends_on is not None
    ]
    if not dated:
        return Text(spans=(Span(text=book.say(N_("Each is followed once by a person who did not write it."))),))
    last = max(day for day, _ in dated)
    text = N_("Each is followed once by a person who did not write it, by {day}.")
    return Text(spans=(Span(text=book.say(text, day=last)),))


def _contents(ids: tuple[str, ...], book: Book) -> Node:
    items = tuple((Text(spans=(Span(text=book.own(f"runbooks.{id}.title"), link=f"runbook-{id}"),)),) for id in ids)
    return ListOf(items=items, manner="steps")


def _page(id: str, number: int, book: Book) -> Group:
    own = {part: book.own(f"runbooks.{id}.{part}") for part in ("title", "purpose", "trigger", "who", "before")}
    labels = ((N_("When"), "trigger"), (N_("Who"), "who"), (N_("Before you start"), "before"))
    told = [
        (Span(text=f"{book.say(label)}: ", strong=True), Span(text=own[part], line_break=True))
        for label, part in labels
    ]
    return Group(
        role="part",
        children=(
            Heading(level=3, text=f"{number} {own['title']}", anchor=f"runbook-{id}"),
            Text(spans=(Span(text=own["purpose"]),)),
            Text(
                spans=tuple(span for pair in told for span in pair),
            ),
            *runbook_steps(id, book),
        ),
        anchor=f"runbook-page-{id}",
    )
