"""The lines of a day: those of the playbook, with the tasks of the file woven in."""

from dataclasses import replace
from datetime import time

from rollout_kit.compose.go_live.lines import Line, lines_of_day, woven
from tests.compose import results
from tests.compose.conftest import words

USUAL = (
    Line(id="call", at=480, step="Roll call"),
    Line(id="freeze", at=495, step="Freeze"),
    Line(id="move", at=510, step="Move", abort="More than 1% failed", is_move=True),
    Line(id="test", at=570, step="Test"),
    Line(id="close", at=600, step="Close"),
)


def times(lines) -> dict[str, int]:
    return {line.id: line.at for line in lines}


def test_without_a_dated_task_the_usual_times_stay():
    assert woven(USUAL, ()) == USUAL


def test_dated_tasks_take_the_place_of_the_move_and_the_others_make_room():
    moved = woven(
        USUAL, (Line(id="mail", at=480, lasts=240, step="Mail"), Line(id="files", at=720, lasts=65, step="F"))
    )
    assert times(moved) == {"call": 450, "freeze": 465, "mail": 480, "files": 720, "test": 795, "close": 825}


def test_what_has_room_stays_where_it_is():
    moved = woven(USUAL, (Line(id="mail", at=515, lasts=30, step="Mail"),))
    assert times(moved) == {"call": 480, "freeze": 495, "mail": 515, "test": 570, "close": 600}


def test_at_what_the_move_is_stopped_holds_for_the_first_task():
    files, mail = Line(id="files", at=720, step="F"), Line(id="mail", at=480, step="Mail")
    assert {line.id: line.abort for line in woven(USUAL, (files, mail)) if line.abort} == {
        "mail": "More than 1% failed"
    }


def test_nothing_begins_before_midnight():
    moved = woven(USUAL, (Line(id="mail", at=10, lasts=30, step="Mail"),))
    assert times(moved)["call"] == 0


def test_a_sheet_without_a_move_takes_the_tasks_as_they_come():
    usual = tuple(replace(line, is_move=False) for line in USUAL)
    assert set(times(woven(usual, (Line(id="mail", at=480, step="Mail"),)))) == {*times(usual), "mail"}


def test_the_lines_of_the_playbook_come_with_words_people_and_the_tasks_of_that_day():
    plan = results.plan(results.muster())
    day = results.GO_LIVE
    task = replace(results.task("move-mail", day, "meyer"), origin="added", at=time(9, 5))
    result = results.result(plan=replace(plan, tasks=(*plan.tasks, task)))
    lines = lines_of_day("cut-over", day, result.case, words(result))
    by_id = {line.id: line for line in lines}
    assert [line.at for line in lines] == sorted(line.at for line in lines)
    assert (by_id["move-mail"].time, by_id["move-mail"].who, by_id["move-mail"].lasts) == ("09:05", "meyer", 90)
    assert "move" not in by_id
    assert by_id["hold-point"].who == "weber"
    assert by_id["roll-call"].step.startswith("Everybody on the phone")


def test_a_task_without_a_time_is_no_line():
    plan = results.plan(results.muster())
    task = replace(results.task("move-mail", results.GO_LIVE, "meyer"), origin="added")
    result = results.result(plan=replace(plan, tasks=(*plan.tasks, task)))
    lines = lines_of_day("cut-over", results.GO_LIVE, result.case, words(result))
    assert "move-mail" not in {line.id for line in lines}
