"""A table that is run by the clock."""

import pytest

from rollout_kit.compose.go_live.clocked import clocked, way_back_words, who_cell
from rollout_kit.compose.go_live.lines import Line
from rollout_kit.compose.wording import People
from rollout_kit.language.words import Words
from rollout_kit.message import Duration, Unit
from tests.compose import results

ENGLISH = Words("en")
PEOPLE = People(results.muster(), ENGLISH)
STEP, HOLD, TURN, END = (
    Line(id="step", at=480, step="Backup", proof="Read", who="meyer"),
    Line(id="hold", at=525, step="On or back?", kind="hold-point", who="weber"),
    Line(id="turn", at=540, step="Switch", kind="no-return"),
    Line(id="end", at=600, step="Close"),
)
LINES = (STEP, HOLD, TURN, END)
ROOM = 200.0


def shown(lines, room=ROOM) -> list[tuple[str, str]]:
    table = clocked(lines, (), room, PEOPLE, ENGLISH)
    return [("".join(span.text for span in row.cells[0].spans), row.kind) for row in table.rows]


def test_every_quarter_of_an_hour_has_a_line():
    assert shown(LINES) == [
        ("08:00", "hour"), ("08:15", "spare"), ("08:30", "spare"), ("08:45", "hold"), ("09:00", "hold"), ("", "hold"),
        ("09:15", "spare"), ("09:30", "spare"), ("09:45", "spare"), ("10:00", "hour"),
    ]  # fmt: skip


@pytest.mark.parametrize(("room", "empty"), [(76.1, 5), (75.9, 2), (57.3, 0), (5.0, 0)])
def test_empty_lines_give_way_where_the_page_is_full_and_steps_never_do(room, empty):
    kinds = [kind for _, kind in shown(LINES, room)]
    assert sum(kind.startswith("spare") for kind in kinds) == empty
    assert len(kinds) - empty == len(LINES) + 1


def test_two_steps_at_one_time_have_a_line_each_and_a_time_between_quarters_is_kept():
    lines = (STEP, Line(id="second", at=480, step="Call"), Line(id="odd", at=490, step="Odd"))
    assert [time for time, _ in shown(lines)] == ["08:00", "08:00", "08:10"]


def test_a_day_of_which_nothing_is_known_is_a_morning_to_write_on():
    rows = shown(())
    assert (rows[0], rows[-1], len(rows)) == (("08:00", "spare-hour"), ("12:00", "spare-hour"), 17)


def test_a_step_has_a_box_of_its_own_and_its_proof():
    cell = clocked(LINES, (), ROOM, PEOPLE, ENGLISH).rows[0].cells[1]
    assert (cell.box, cell.reason, cell.spans[0].strong) == ("step-step", "Read", True)


def test_what_is_not_known_of_a_person_is_a_line_to_write_on():
    assert who_cell(None, PEOPLE).ground == "blank"
    assert who_cell("meyer", PEOPLE).ground == "blank"
    known = who_cell("keller", PEOPLE)
    assert (known.ground, known.reason.replace("\u00a0", " ")) == ("", "+41 44 555 01 01")


def hours(amount: float) -> Duration:
    return Duration(amount=amount, unit=Unit.HOUR)


def said(lines, takes) -> str:
    return "".join(span.text for span in way_back_words(lines, takes, ENGLISH)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("takes", "ends"),
    [(6, "is back at 14:45."), (15.25, "is back at 00:00 of a later day."), (15, "is back at 23:45.")],
)
def test_the_way_back_is_reckoned_from_the_hold_point(takes, ends):
    told = said(LINES, hours(takes))
    assert told.startswith("From here on there is no way back. Until here it takes")
    assert told.endswith(f"who turns back at 08:45 {ends}")


def test_without_a_hold_point_it_is_reckoned_from_the_point_of_no_return():
    assert "at 09:00 is back at 10:00." in said((STEP, TURN), hours(1))


def test_a_way_back_that_nobody_measured_is_an_open_item():
    spans = way_back_words(LINES, None, ENGLISH)
    assert spans[-1].mark == "open"


def test_where_nothing_turns_nothing_is_said():
    assert way_back_words((STEP, END), hours(1), ENGLISH) == ()
