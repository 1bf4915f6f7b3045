"""The list of open items: what is owed, by whom and until when, and numbered lines for what comes up."""

from rollout_kit.assess.open_items import OpenItem, open_items
from rollout_kit.assess.result import Result
from rollout_kit.compose.by_name import by_name
from rollout_kit.compose.open_items.pages import empty_lines
from rollout_kit.compose.wording import People, capitalised, document, kept, plain, strong
from rollout_kit.document import Cell, Column, Document, Heading, Mark, Row, Span, Spans, Table, Text
from rollout_kit.language.words import Words
from rollout_kit.message import N_, Message, message, plural_message

NUMBER_MM, WHO_MM, UNTIL_MM, STATE_MM = 9.0, 36.0, 20.0, 31.0


def compose_open_items(result: Result, words: Words) -> Document:
    """Return the list; whoever fills in the empty lines goes on counting where it ends."""
    items = open_items(result)
    people = People(result.case.rollout, words)
    children = (
        Heading(level=1, text=words.text(_headline(items)), anchor="open-items"),
        Text(spans=plain(_lead(result, words)), manner="lead"),
        _table(items, result, people, words),
    )
    return document(result, words, kind="open-items", kind_word=words.say(N_("Open items")), children=children)


def _headline(items: tuple[OpenItem, ...]) -> Message:
    states = [item.state for item in items]
    owed, overdue, waiting = len(states) - states.count("done"), states.count("overdue"), states.count("waits")
    if not owed:
        return message(N_("Nothing is open"))
    is_late = plural_message(N_("{n} overdue"), N_("{n} overdue"), overdue)
    waits = plural_message(N_("{n} waits"), N_("{n} wait"), waiting)
    if overdue and waiting:
        first, others = N_("{n} open item: {overdue}, {waiting}"), N_("{n} open items: {overdue}, {waiting}")
        return plural_message(first, others, owed, overdue=is_late, waiting=waits)
    if overdue or waiting:
        first, others = N_("{n} open item: {state}"), N_("{n} open items: {state}")
        return plural_message(first, others, owed, state=is_late if overdue else waits)
    return plural_message(N_("{n} open item, not overdue"), N_("{n} open items, none overdue"), owed)


def _lead(result: Result, words: Words) -> str:
    day = words.full_date(result.case.as_of)
    return words.say(N_("As of {day}. Overdue first, then by date; what is done comes last."), day=day)


def _table(items: tuple[OpenItem, ...], result: Result, people: People, words: Words) -> Table:
    heads = (N_("No."), N_("What"), N_("Who"), N_("Until"), N_("State"))
    widths = (NUMBER_MM, None, WHO_MM, UNTIL_MM, STATE_MM)
    columns = tuple(Column(head=words.say(head), width_mm=width) for head, width in zip(heads, widths, strict=True))
    told = tuple(_row(item, result, people, words) for item in items)
    empty = empty_lines(told, columns, result.case.rollout.brand.paper)
    rows = (*told, *(_empty_line(number) for number in range(len(items) + 1, len(items) + empty + 1)))
    return Table(columns=columns, rows=rows, manner="register", caption=words.say(N_("Open items")))


def _empty_line(number: int) -> Row:
    state = Cell(spans=(Span(mark="open"),))
    return Row(cells=(Cell(spans=strong(str(number))), Cell(), Cell(), Cell(), state), kind="spare")


def _row(item: OpenItem, result: Result, people: People, words: Words) -> Row:
    what = capitalised(words.text(by_name(item.what, result)))
    further = "; ".join(words.text(by_name(each, result)) for each in item.further)
    until: Spans = (kept(words.day(item.until)),) if item.until else plain("–")
    cells = (
        Cell(spans=strong(str(item.number))),
        Cell(spans=plain(what), reason=capitalised(further)),
        Cell(spans=(_who(item, people),)),
        Cell(spans=until),
        Cell(spans=_state(item, result, people, words)),
    )
    return Row(cells=cells, anchor=item.id)


def _who(item: OpenItem, people: People) -> Span:
    if people.is_named(item.who):
        return people.span(item.who)
    return Span(text=people.short_name(item.who), proposed=True)


_MARKS: dict[str, Mark] = {"open": "open", "waits": "waits", "overdue": "overdue", "done": "done"}


def _state(item: OpenItem, result: Result, people: People, words: Words) -> Spans:
    return (Span(mark=_MARKS[item.state], text=words.text(_state_words(item, result, people))),)


def _state_words(item: OpenItem, result: Result, people: People) -> Message:
    if item.state == "overdue" and item.until is not None:
        days = (result.case.as_of - item.until).days
        return plural_message(N_("overdue, {n} day"), N_("overdue, {n} days"), days)
    if item.state == "waits" and item.waits_for is not None:
        return message(N_("waits for {name}"), name=people.name(item.waits_for))
    return message(N_("done") if item.state == "done" else N_("open"))
