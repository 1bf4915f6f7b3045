"""A table that is run by the clock: a line for every quarter of an hour, as far as the page has room for them."""

from collections.abc import Iterator, Sequence

from rollout_kit.compose.fit import lines_of
from rollout_kit.compose.go_live.lines import QUARTER, Line
from rollout_kit.compose.hours import clock
from rollout_kit.compose.wording import People, plain, strong
from rollout_kit.document import Cell, Column, Row, Span, Spans, Table
from rollout_kit.language.words import Words
from rollout_kit.message import N_, Duration, message

HOUR = 60
STEPS = (QUARTER, 30, HOUR)  # how far apart empty lines stand; the page decides
STEP_MM, SPARE_MM, SENTENCE_MM = 9.6, 6.2, 6.6
MORE_MM = 4.3  # each further line of a step or its proof
TIME_MM, WHO_MM, DONE_MM, BOX_MM = 13.0, 38.0, 24.0, 8.0
WORDS_MM = 174.0 - TIME_MM - WHO_MM - DONE_MM - BOX_MM - 2
EMPTY_DAY = (8 * HOUR, 12 * HOUR)  # where no line is known, room for a morning's own


def clocked(lines: Sequence[Line], way_back: Spans, room_mm: float, people: People, words: Words) -> Table:
    """Return the lines with the empty quarters between them; `way_back` is said below the point of no return."""
    apart = next((step for step in STEPS if _height(lines, step, people) <= room_mm), None)
    rows: list[Row] = []
    for at, line in _slots(lines, apart):
        rows.append(_spare(at) if line is None else _row(line, people))
        if line is not None and line.id == _last_of_band(lines):
            rows.append(Row(cells=(Cell(), Cell(spans=way_back, columns=3)), kind="hold"))
    heads = (N_("Time"), N_("Step, and what proves it"), N_("Who, phone"), N_("Done at"))
    widths = (TIME_MM, None, WHO_MM, DONE_MM)
    columns = tuple(
        Column(head=words.say(head), width_mm=width, is_parted=head == heads[-1])
        for head, width in zip(heads, widths, strict=True)
    )
    return Table(columns=columns, rows=tuple(rows), manner="register", caption=words.say(N_("Run by the clock")))


def way_back_words(lines: Sequence[Line], takes: Duration | None, words: Words) -> Spans:
    """Return what is said at the point of no return; how long the way back takes has to be known by then."""
    turn = next((line for line in lines if line.kind == "hold-point"), None)
    turn = turn or next((line for line in lines if line.kind == "no-return"), None)
    if turn is None:
        return ()
    first = Span(text=words.say(N_("From here on there is no way back.")) + " ", strong=True)
    if takes is None:
        unknown = words.say(N_("How long the way back takes is not known: measure it."))
        return (first, Span(mark="open", text=unknown))
    ends = turn.at + takes.minutes
    told = N_("Until here it takes {length}: who turns back at {start} is back at {end}.")
    if ends >= 24 * HOUR:
        told = N_("Until here it takes {length}: who turns back at {start} is back at {end} of a later day.")
    said = message(told, length=takes, start=clock(turn.at), end=clock(round(ends)))
    return (first, Span(text=words.text(said)))


def _slots(lines: Sequence[Line], apart: int | None) -> Iterator[tuple[int, Line | None]]:
    """Yield times in order, each with its line or None for an empty one."""
    waiting = sorted(lines, key=lambda line: line.at)
    start, end = (waiting[0].at, waiting[-1].at) if waiting else EMPTY_DAY
    for slot in range(start // QUARTER * QUARTER, end + QUARTER, QUARTER):
        here = [line for line in waiting if line.at // QUARTER * QUARTER == slot]
        yield from ((line.at, line) for line in here)
        if not here and apart is not None and slot % apart == 0 and slot <= end:
            yield slot, None


def _height(lines: Sequence[Line], apart: int, people: People) -> float:
    spare = sum(line is None for _, line in _slots(lines, apart))
    sentence = SENTENCE_MM if _last_of_band(lines) else 0.0
    return spare * SPARE_MM + sum(_line_height(line, people) for line in lines) + sentence


def _line_height(line: Line, people: People) -> float:
    step = lines_of(line.step, WORDS_MM, 9, is_bold=True) + lines_of(line.proof, WORDS_MM, 8)
    who = lines_of(people.name(line.who), WHO_MM - 2, 9) + 1 if line.who else 0
    return STEP_MM + MORE_MM * (max(step, who) - 2)


def _last_of_band(lines: Sequence[Line]) -> str:
    """Return the id of the line under which the sentence stands: the point of no return, else the hold point."""
    for kind in ("no-return", "hold-point"):
        for line in lines:
            if line.kind == kind:
                return line.id
    return ""


def _spare(at: int) -> Row:
    cells = (Cell(spans=(Span(text=clock(at), quiet=True),)), Cell(), Cell(), Cell())
    return Row(cells=cells, kind="spare-hour" if at % HOUR == 0 else "spare")


def _row(line: Line, people: People) -> Row:
    step = Cell(spans=strong(line.step), reason=line.proof, box=f"step-{line.id}")
    kind = "hold" if line.kind in ("hold-point", "no-return") else "hour" if line.at % HOUR == 0 else "plain"
    cells = (Cell(spans=strong(line.time)), step, who_cell(line.who, people), Cell())
    return Row(cells=cells, kind=kind)  # type: ignore[arg-type]


def who_cell(who: str | None, people: People) -> Cell:
    """Return a name with its phone below; what is not known is a line to write on."""
    if who is None:
        return Cell(ground="blank")
    phone = people.phone(who)
    return Cell(spans=plain(people.name(who)), reason=phone, ground="" if phone else "blank")
