"""The chapter on training."""

from dataclasses import replace
from datetime import date, time

from rollout_kit.compose.handbook.training import training
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.training import Room, Training
from rollout_kit.plan.model import Session
from tests.compose import results
from tests.compose.conftest import book
from tests.compose.tree import words_of

DESK = Training(id="desk", name="Desk", audience="desk", people=3, duration=results.length("4 h"), pass_mark=0.8)
USERS = Training(id="users", name="Zürich", audience="users", people=60, site="zuerich", language="de", room="big")


def taught(*trainings: Training) -> Rollout:
    return results.muster(training=trainings, rooms=(Room(id="big", name="Grosser Saal", seats=12),))


def said(rollout: Rollout, *sessions: Session) -> str:
    result = results.result(rollout, plan=replace(results.plan(rollout), sessions=sessions))
    chapter = training(book(result))
    assert chapter is not None
    return chapter.headline.replace("\u00a0", " ") + "\n" + words_of((*chapter.noted, *chapter.full))


def session(day: date, **more) -> Session:
    given = {"training": "users", "seats": 12, "is_fixed": False, "trainer": "meyer", "room": "big"}
    return Session(date=day, **(given | more))


def test_where_nobody_is_taught_there_is_no_chapter():
    assert training(book(results.result(results.muster(training=None)))) is None
    assert training(book(results.result(results.muster(training=())))) is None


def test_the_headline_counts_sessions_and_names_first_and_last():
    assert said(taught(USERS)).startswith("Who is taught is known; no session has a date yet.")
    one, other = session(date(2027, 1, 28)), session(date(2027, 2, 2))
    assert said(taught(USERS), one).startswith("There is one session, on Thursday, 28 January.")
    text = said(taught(USERS), one, other)
    assert text.startswith("2 sessions have a date, the first on 28 January, the last on 2 February 2027.")


def test_sessions_stand_in_order_of_time_with_room_trainer_and_seats():
    sessions = (session(date(2027, 1, 29)), session(date(2027, 1, 28), half=1), session(date(2027, 1, 28), half=0))
    lines = [line for line in said(taught(USERS), *sessions).splitlines() if "*Jan Meyer* | 12" in line]
    assert lines == [
        "| Thu 28 Jan, morning | Zürich | Grosser Saal | *Jan Meyer* | 12",
        "| Thu 28 Jan, afternoon | Zürich | Grosser Saal | *Jan Meyer* | 12",
        "| Fri 29 Jan | Zürich | Grosser Saal | *Jan Meyer* | 12",
    ]


def test_sessions_that_differ_in_nothing_are_counted_in_one_line():
    alike = [session(date(2027, 1, 28), half=0) for _ in range(4)]
    assert "| Grosser Saal | *Jan Meyer* | 4 × 12" in said(taught(USERS), *alike)


def test_a_fixed_session_tells_its_hour():
    text = said(taught(USERS), session(date(2027, 1, 20), is_fixed=True, at=time(9)))
    assert "| Wed 20 Jan, 09:00 (fixed) | Zürich | Grosser Saal | *Jan Meyer* | 12" in text


def test_each_training_says_how_it_is_verified_or_that_it_is_not():
    looked = USERS.model_copy(update={"id": "looked", "behaviour_check": date(2027, 3, 9)})
    lines = said(taught(DESK, USERS, looked)).splitlines()
    verified = [line.rpartition(" | ")[2] for line in lines if line.startswith(("| *Desk*", "| *Zürich*"))]
    assert verified == ["a test, passed from 80% on", "[open] nothing yet", "a look at the work"]


def test_what_follows_is_dated_or_an_open_item():
    assert "[open] open: a question hour after go-live" in said(taught(USERS))
    followed = USERS.model_copy(update={"follow_up": date(2027, 2, 18), "behaviour_check": date(2027, 3, 9)})
    text = said(taught(followed))
    assert "[open] open: a question hour" not in text
    assert text.index("18 February 2027 | Question hour and refresher") < text.index("9 March 2027 | Look at the work")


def test_only_modules_of_the_audiences_taught_are_there_and_say_whose_figures_they_are():
    text = said(taught(DESK))
    assert "| = *Service desk*" in text
    assert "| = *Managers*" not in text
    assert "| 2 × 2 h | 14 to 7 before | Ten sample tickets, eight or more right" in text
    assert "note: Lengths, days and pass marks of these modules are our defaults" in text


def test_days_of_a_module_are_told_before_and_after_go_live():
    text = said(taught(USERS, DESK.model_copy(update={"audience": "key_users"})))
    assert "| 1 h | 5 before to 5 after |" in text
    assert "| 20 min | 10 before |" in text
    assert "| 2 × 20 min | 5 to 20 after |" in text


def test_editors_of_the_handbook_are_taught_where_chapters_have_owners():
    assert "Whoever changes the handbook" in said(taught(DESK))
    rollout = taught(DESK).model_copy(update={"chapters": ()})
    assert "Whoever changes the handbook" not in said(rollout)
