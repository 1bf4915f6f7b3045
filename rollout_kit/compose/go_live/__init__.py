"""The go-live sheet: the day of the cut-over on one page, the first day with the service on the next."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from rollout_kit.assess.result import Result
from rollout_kit.compose.fit import lines_of
from rollout_kit.compose.go_live.clocked import clocked, way_back_words, who_cell
from rollout_kit.compose.go_live.day import CutOver, Presence, cut_over_of, tasks_on
from rollout_kit.compose.go_live.lines import Line, lines_of_day
from rollout_kit.compose.go_live.notes import notes_of
from rollout_kit.compose.wording import People, document, plain
from rollout_kit.document import Checklist, Column, Document, Group, Heading, Node, Row, Span, Table, Text
from rollout_kit.language.words import Words
from rollout_kit.message import N_, Message, message
from rollout_kit.plan.model import PersonRef

PAGE_MM = {"A4": 261.0, "Letter": 245.0}
HEAD_MM, TITLE_MM, LEADS_MM, TABLE_HEAD_MM = 14.0, 12.0, 14.0, 6.0
FRAME_MM, CRITERION_MM, NOTE_MM = 19.0, 6.3, 4.2
SPARE_MM = 1.5  # our reckoning of the height is one
CRITERIA_MM = 73.0  # of a criterion beside its box, in two columns


def compose_go_live(result: Result, words: Words) -> Document:
    """Return the sheet; the first day has a page where the playbook has lines for it."""
    sheet = _Sheet(result, words)
    return document(
        result,
        words,
        kind="go-live",
        kind_word=words.say(N_("Go-live sheet")),
        children=(*sheet.cut_over(), *sheet.first_day()),
    )


class _Sheet:
    """The sheet of one result in one language, while it is composed."""

    def __init__(self, result: Result, words: Words) -> None:
        self._case = result.case
        self._words = words
        self._people = People(result.case.rollout, words)
        self._page = PAGE_MM[result.case.rollout.brand.paper]

    def cut_over(self) -> tuple[Node, ...]:
        found = cut_over_of(self._case)
        lines = lines_of_day("cut-over", found.day, self._case, self._words)
        continuity = self._case.rollout.continuity
        takes = continuity.rollback.takes if continuity and continuity.rollback else None
        turn = next((line.time for line in lines if line.kind == "hold-point"), "")
        title = N_("Abort and go back, if one of these is true")
        asked = message(N_("Abort and go back, if by {time} one of these is true"), time=turn)
        criteria = self._criteria(lines, asked if turn else message(title), level=2)
        notes = self._notes(found, lines)
        head = self._head(N_("Cut-over: {day}"), found.day, notes, level=1)
        used = HEAD_MM + TITLE_MM + LEADS_MM + TABLE_HEAD_MM + SPARE_MM + NOTE_MM * len(notes) + _height(criteria)
        back = way_back_words(lines, takes, self._words)
        table = clocked(lines, back, self._page - used, self._people, self._words)
        return (*head, table, *criteria)

    def first_day(self) -> tuple[Node, ...]:
        day = self._case.plan.go_live
        lines = lines_of_day("first-day", day, self._case, self._words)
        if not lines:
            return ()
        asked = message(N_("Call for help and hold the next wave, if one of these is true"))
        criteria = self._criteria(lines, asked, level=3)
        used = TITLE_MM + LEADS_MM + TABLE_HEAD_MM + SPARE_MM + _height(criteria)
        head = self._head(N_("First day: {day}"), day, (), level=2)
        table = clocked(lines, (), self._page - used, self._people, self._words)
        return (Group(role="section", anchor="first-day", children=(*head, table, *criteria)),)

    def _notes(self, found: CutOver, lines: Sequence[Line]) -> tuple[Message, ...]:
        without_time = [task for task in tasks_on(self._case, found.day) if task.at is None]
        return notes_of(found, lines, without_time, self._case)

    def _head(self, title: str, day: date, notes: Sequence[Message], *, level: Literal[1, 2]) -> tuple[Node, ...]:
        words = self._words
        aloud = N_("Everybody stays on the phone. Whoever is done says so aloud.")
        rule = words.say(aloud if level == 1 else N_("Hangs where everybody sees it. Whoever is done notes the time."))
        return (
            Heading(level=level, text=words.say(title, day=words.full_date(day)), anchor=f"day-{level}"),
            Text(spans=plain(rule), manner="small"),
            *(Text(spans=(Span(mark="open", text=words.text(note)),), manner="small") for note in notes),
            self._leads(Presence(self._case, day)),
        )

    def _leads(self, presence: Presence) -> Table:
        roles = ((N_("Leads"), "OL"), (N_("Decides"), "DM"), (N_("Writes"), "DK"))
        heads = [*(head for head, _ in roles), N_("One number for the bridge")]
        known = [presence.holding(role) for _, role in roles]
        writer = None if known[-1] in known[:-1] else known[-1]  # who leads has no hand free
        who: list[PersonRef | None] = [*known[:-1], writer, None]
        row = Row(cells=tuple(who_cell(each, self._people) for each in who))
        columns = tuple(Column(head=self._words.say(head), label=self._words.say(head)) for head in heads)
        return Table(columns=columns, rows=(row,), caption=self._words.say(N_("Who leads, decides and writes")))

    def _criteria(self, lines: Sequence[Line], title: Message, *, level: Literal[2, 3]) -> tuple[Node, ...]:
        """Return when to stop, each beside a box of its own, in two columns."""
        items = tuple((f"abort-{line.id}", plain(line.abort)) for line in lines if line.abort)
        if not items:
            return ()
        half = (len(items) + 1) // 2
        sides = (Group(role="part", children=(Checklist(items=part),)) for part in (items[:half], items[half:]) if part)
        words = self._words
        who = words.say(N_("Only whoever decides says stop, whoever leads proposes it. In safety nobody is overruled."))
        heading = Heading(level=level, text=words.text(title))
        columns = Group(role="columns", children=tuple(sides))
        return (Group(role="framed", children=(heading, columns, Text(spans=plain(who), manner="note"))),)


def _height(criteria: Sequence[Node]) -> float:
    """Return about how high the frame is, 0 without one."""
    if not criteria:
        return 0.0
    (frame,) = criteria
    assert isinstance(frame, Group)
    (columns,) = (child for child in frame.children if isinstance(child, Group))
    sides = [child.children[0] for child in columns.children if isinstance(child, Group)]
    return FRAME_MM + max(_side_height(side) for side in sides if isinstance(side, Checklist))


def _side_height(side: Checklist) -> float:
    texts = ["".join(span.text for span in spans) for _, spans in side.items]
    return sum(CRITERION_MM + NOTE_MM * (lines_of(text, CRITERIA_MM, 9) - 1) for text in texts)
