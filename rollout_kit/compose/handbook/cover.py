"""The first page: whom to call, who decides, what is not included, what blocks, and which edition this is."""

from rollout_kit.assess.verdict import Verdict
from rollout_kit.compose.by_name import by_name
from rollout_kit.compose.fit import fitted, lines_of
from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.call import call
from rollout_kit.compose.handbook.chapter import review_day, sentence
from rollout_kit.compose.handbook.decides import decides, exclusions, labelled, on_cover
from rollout_kit.compose.handbook.height import CONTENT_MM, HEAD_MM, height_of
from rollout_kit.compose.wording import capitalised, kept, severity_mark, shortened, verdict_mark, verdict_words
from rollout_kit.document import Cell, Column, Group, Heading, Node, Row, Span, Spans, Table, Text
from rollout_kit.finding import Finding, Severity
from rollout_kit.message import N_

TITLE_CHARACTERS = 72  # two lines at 22 pt
BLOCKER_CHARACTERS = 110
MOST_BLOCKERS = 5
PAGE_MM = {"A4": 261.0, "Letter": 245.0}
SPARE_MM = 3.0  # our reckoning of the height is one
LOGOS_MM = 9.2  # two more lines: long names have less width beside logos
WHEN_MM, NAME_MM, LARGE = 66.0, 56.0, 12


def cover(book: Book) -> Group:
    """Return the first page; it is one page however long the names are and however many blockers are open."""
    above = (
        Heading(level=1, text=shortened(book.rollout.about.name, TITLE_CHARACTERS), anchor="cover"),
        Text(spans=(Span(text=_for_whom(book)),), manner="lead"),
        call(book),
        Group(role="columns", children=(decides(book), exclusions(book))),
    )
    below = (
        Heading(level=2, text=_edition_title(book)),
        Group(role="columns", children=(_edition(book), _agreed(book))),
    )
    head = HEAD_MM + (LOGOS_MM if any(book.result.logos) else 0.0)
    room = PAGE_MM[book.rollout.brand.paper] - SPARE_MM - head - height_of(above) - height_of(below)
    return Group(role="cover", children=(*above, *_blockers(book, room), *below))


def _for_whom(book: Book) -> str:
    users, customer = book.rollout.users, shortened(book.rollout.customer.name, 40)
    day = book.words.full_date(book.plan.go_live)
    sites = [site.name for site in book.rollout.sites]
    place = book.words.names(sites)
    if len(place) > 40:
        place = book.say(N_("{n} sites"), n=len(sites))
    if users and place:
        text = book.say(N_("For {users} people in {sites}, from {day}."), users=users, sites=place, day=day)
        if lines_of(text, CONTENT_MM, LARGE) == 1:
            return text
    if users:
        text = book.say(N_("For {users} people of {customer}, from {day}."), users=users, customer=customer, day=day)
    else:
        text = book.say(N_("For {customer}, from {day}."), customer=customer, day=day)
    return fitted(text, CONTENT_MM, LARGE)


# --- is it ready ---------------------------------------------------------------------------------


def _blockers(book: Book, room: float) -> tuple[Node, ...]:
    """Return the verdict and as many blockers as have room; a page never looks ready while one is open."""
    blockers = [finding for finding in book.result.findings if _blocks(finding)]
    nodes: tuple[Node, ...] = ()
    for shown in range(min(len(blockers), MOST_BLOCKERS), -1, -1):
        nodes = _verdict_and(blockers, shown, book)
        if height_of(nodes) <= room:
            break
    return nodes


def _verdict_and(blockers: list[Finding], shown: int, book: Book) -> tuple[Node, ...]:
    heading = Heading(level=2, text=book.say(N_("Open blockers") if blockers else N_("Is it ready")))
    rows = [_blocker(finding, book) for finding in blockers[:shown]]
    if len(blockers) > shown:
        rows.append(_further(len(blockers) - shown, book, is_all=not shown))
    columns = (Column(), Column(width_mm=WHEN_MM, align="right"))
    flags = (Group(role="flags", children=(Table(columns=columns, rows=tuple(rows)),)),) if rows else ()
    return (heading, _verdict(book), *flags)


def _further(n: int, book: Book, *, is_all: bool) -> Row:
    text = N_("{n} blockers, at the end of this book") if is_all else N_("and {n} more, at the end of this book")
    spans = (Span(mark="blocker", text=book.say(text, n=n), link="findings"),)
    return Row(cells=(Cell(spans=spans), Cell()))


def _blocks(finding: Finding) -> bool:
    return finding.state == "open" and finding.severity is Severity.BLOCKER


def _verdict(book: Book) -> Text:
    result = book.result
    counted = book.say(N_("{n} of {m} rules tested"), n=result.tested, m=result.applicable)
    word = capitalised(verdict_words(result.verdict, book.words))
    spans = [Span(mark=verdict_mark(result.verdict), text=word, strong=True), Span(text=f" · {counted}", quiet=True)]
    if result.verdict is Verdict.TOO_LITTLE_KNOWN:
        spans.append(Span(text=" · " + book.say(N_("see the end of this book")), quiet=True))
    return Text(spans=tuple(spans), manner="decide")


def _blocker(finding: Finding, book: Book) -> Row:
    who, day = book.cured_by(finding)
    what = sentence(book.words.text(by_name(finding.message, book.result)), BLOCKER_CHARACTERS)
    until = " " + book.say(N_("by {day}"), day=day) if day else ""
    text = book.people.name_within(who, NAME_MM, LARGE, is_bold=True)
    is_long = lines_of(text + until, WHEN_MM, LARGE, is_bold=True) > 1
    name = Span(text=text, strong=True, line_break=bool(until) and is_long)
    cell = Cell(spans=(name, kept(until.lstrip() if is_long else until)) if until else (name,))
    return Row(cells=(Cell(spans=(Span(mark=severity_mark(finding.severity), text=what),)), cell))


# --- this edition --------------------------------------------------------------------------------


def _edition_title(book: Book) -> str:
    """Say when the plan lets both houses sign: a handbook is agreed by signature, never by a file."""
    task = book.plan.task_by_id.get("handbook-approve")
    if task is None or task.ends_on is None:
        return book.say(N_("This edition, not signed yet"))
    return book.say(N_("This edition, to be signed by {day}"), day=book.words.long_day(task.ends_on))


def _edition(book: Book) -> Group:
    as_of = book.result.case.as_of
    review: Spans = (kept(book.words.date(review_day(book))),)
    return on_cover(
        labelled(book.say(N_("Edition")), (kept(book.words.date(as_of), is_strong=True),)),
        labelled(book.say(N_("Next review")), review),
    )


def _agreed(book: Book) -> Group:
    rows = []
    for label, role in ((book.say(N_("Agreed by")), "SO"), ("", "OL")):
        name = book.people.name_within(book.cast.first(role), NAME_MM, LARGE)
        rows.append(labelled(label, (Span(text=name),)))
    return on_cover(*rows)
