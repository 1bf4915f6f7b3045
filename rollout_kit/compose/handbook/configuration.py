"""Configuration: who keeps the records, the licences, and a list to fill in of all that can run out."""

from rollout_kit.compose.handbook.book import Book, facts
from rollout_kit.compose.handbook.chapter import Chapter, heading
from rollout_kit.compose.wording import kept, plain, strong
from rollout_kit.document import Cell, Column, Node, Row, Span, Spans, Table
from rollout_kit.message import N_, plural_message

EMPTY_LINES = 3  # behind what is known to run out
_BLANK = "\u00a0"
_RECORDS = (N_("domain"), N_("certificate"), N_("emergency administrator"))


def configuration(book: Book) -> Chapter | None:
    """Return the chapter; None where nothing is said of records and licences."""
    load = book.rollout.load
    is_known = load is not None and (load.licences is not None or load.licences_renew is not None)
    if not is_known and not (book.line("configuration") or book.line("licences")):
        return None
    return Chapter(
        key="configuration",
        headline=_headline(book),
        noted=(
            heading(book.say(N_("Records"))),
            facts(
                book.fact(
                    book.say(N_("Accountable")),
                    _people("configuration", 0, book),
                    book.say(N_("who answers for the records")),
                ),
                book.fact(
                    book.say(N_("Keeps them")), _people("configuration", 1, book), book.say(N_("who keeps the records"))
                ),
            ),
            heading(book.say(N_("Licences"))),
            _licences(book),
        ),
        full=(heading(book.say(N_("What can run out"))), _register(book)),
        subjects=(
            "load.licences",
            "load.licences_renew",
            "responsibilities.configuration",
            "responsibilities.licences",
        ),
        lead="OL",
        doer=book.cast.doer_of("configuration"),
    )


def _headline(book: Book) -> str:
    load, users = book.rollout.load, book.rollout.users
    if load is None or load.licences is None or users is None:
        return book.say(N_("It is not known yet how many licences there are."))
    spare = load.licences - users
    if not spare:
        return book.say(N_("There is a licence for each of the {n} people, and none to spare."), n=users)
    if spare < 0:
        counted = plural_message(
            N_("For {m} people {n} licence is missing."),
            N_("For {m} people {n} licences are missing."),
            -spare,
            m=users,
        )
        return book.words.text(counted)
    counted = plural_message(
        N_("There are licences for {m} people, and {n} to spare."),
        N_("There are licences for all {m} people, and {n} to spare."),
        spare,
        m=users,
    )
    return book.words.text(counted)


def _people(activity: str, place: int, book: Book) -> Spans | None:
    line = book.line(activity)
    named = ((line.accountable, line.responsible)[place] or ()) if line else ()
    return strong(book.people.names(named)) if named else None


def _licences(book: Book) -> Node:
    load = book.rollout.load
    count = load.licences if load else None
    renew = load.licences_renew if load else None
    return facts(
        book.fact(
            book.say(N_("How many")),
            book.words.number(count) if count is not None else None,
            book.say(N_("how many licences there are")),
        ),
        book.fact(
            book.say(N_("Renewed on")),
            (kept(book.words.date(renew)),) if renew else None,
            book.say(N_("when the licences are renewed")),
        ),
        book.fact(book.say(N_("Orders them")), _people("licences", 1, book), book.say(N_("who orders licences"))),
    )


def _register(book: Book) -> Table:
    """Return a table to write in: what is known to run out, what every service has, and empty lines."""
    say = book.say
    columns = (
        Column(head=say(N_("What"))),
        Column(head=say(N_("Where, held by")), width_mm=46, is_parted=True),
        Column(head=say(N_("Runs out on")), width_mm=30, is_parted=True),
        Column(head=say(N_("Renewed by")), width_mm=42, is_parted=True),
    )
    load = book.rollout.load
    renew = load.licences_renew if load else None
    licences = _line(
        say(N_("licences")),
        (kept(book.words.date(renew)),) if renew else (),
        _people("licences", 1, book) or (),
    )
    empty = (_line(say(text)) for text in _RECORDS)
    rows = (licences, *empty, *(_line("") for _ in range(EMPTY_LINES)))
    return Table(columns=columns, rows=rows, manner="register", caption=say(N_("What can run out")))


def _line(what: str, runs_out: Spans = (), renews: Spans = ()) -> Row:
    """Return a line high enough for a hand."""
    first = Cell(spans=plain(what or _BLANK), reason=_BLANK)
    return Row(cells=(first, Cell(), Cell(spans=tuple(runs_out)), Cell(spans=tuple(renews) or (Span(text=""),))))
