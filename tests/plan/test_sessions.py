"""How many sessions there are, and whom, what room and which half-day each takes."""

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rollout_kit.description.load import Load, Wave
from rollout_kit.description.organisations import Customer, Site
from rollout_kit.description.people import Absence, Person
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.training import FixedSession, Room, Training
from rollout_kit.plan import sessions
from rollout_kit.plan.cast import Cast
from rollout_kit.plan.model import TO_BE_NAMED, Plan, Session, State
from rollout_kit.plan.trainers import trainers_of
from rollout_kit.playbook.load import load_playbook
from tests.plan.casts import five_people, person, plan_of, twelve_people
from tests.plan.checker import faults

pytestmark = pytest.mark.uncounted

PLAYBOOK = load_playbook("managed-service")
HALL = Room(id="hall", name="Hall", site="zuerich", seats=12)
LAC = Room(id="lac", name="Lac", site="geneve", seats=10)
SITES = (
    Site(id="zuerich", name="Zürich", region="CH-ZH", users=60, languages=[("de", 52), ("fr", 8)]),
    Site(id="geneve", name="Genève", region="CH-GE", users=25, languages=[("fr", 25)]),
)


def users(id: str = "zh", people: int | None = 24, **more: object) -> Training:
    return Training(id=id, name=id, audience="users", people=people, **more)  # type: ignore[arg-type]


def with_trainings(*trainings: Training, trainers: tuple[Person, ...] = (), **changes: object) -> Rollout:
    base = five_people()
    people = tuple(
        one.model_copy(update={"roles": tuple(role for role in one.roles if role != "trainer" or not trainers)})
        for one in base.people
    )
    parts = {"rooms": (HALL, LAC), "sites": SITES, "people": (*people, *trainers), "training": trainings}
    return five_people(**(parts | changes))  # type: ignore[arg-type]


def trainer(id: str, *languages: str, **more: object) -> Person:
    return person(id, "provider", ["trainer"], 0.8, languages=languages, **more)


def held(plan: Plan, training: str) -> list[Session]:
    return [session for session in plan.sessions if session.training == training]


@pytest.mark.parametrize(("people", "needed"), [(0, 0), (9, 10), (10, 11), (11, 13), (50, 55), (60, 66), (100, 110)])
def test_one_seat_in_ten_is_kept_for_the_ill(people: int, needed: int) -> None:
    assert sessions.seats_needed(people) == needed


@pytest.mark.parametrize(
    ("people", "fixed", "added"),
    [
        (None, (), 1),
        (None, (12,), 0),
        (0, (), 0),
        (10, (), 1),
        (11, (), 2),  # 13 seats
        (21, (), 2),  # 24 seats
        (22, (), 3),
        (52, (12, 12), 3),  # 34 of 58 are missing
        (52, (12, 12, 34), 0),
        (52, (12, 12, 33), 1),
        (52, (None, None), 3),  # the room's seats
        (52, (0, 0), 5),
    ],
)
def test_what_fixed_sessions_leave_short_is_added(
    people: int | None, fixed: tuple[int | None, ...], added: int
) -> None:
    dated = tuple(FixedSession(date=date(2027, 1, 19), seats=seats) for seats in fixed)
    training = users(people=people, room="hall", sessions=dated)
    rollout = with_trainings(training)
    assert sessions.sittings_to_add(training, rollout) == added
    assert sessions.sittings(training, rollout) == (*dated, *[None] * added)


@pytest.mark.parametrize("room", [None, "none"])
def test_without_seats_of_a_room_twelve_are_assumed(room: str | None) -> None:
    training = users(people=25, room=room)
    rollout = with_trainings(training, rooms=(Room(id="none", name="Corridor", seats=0),))
    assert sessions.sittings_to_add(training, rollout) == 3
    assert [session.seats for session in held(plan_of(rollout), "zh")] == [None] * 3


def test_a_training_with_fixed_sessions_gets_those_that_are_missing() -> None:
    fixed = [FixedSession(date=date(2027, 1, 19), at=time(14)), FixedSession(date=date(2027, 1, 20), seats=8)]
    rollout = with_trainings(users(people=52, room="hall", trainer="meyer", sessions=fixed))
    plan = plan_of(rollout)
    found = held(plan, "zh")
    assert [(one.date, one.seats, one.half) for one in found if one.is_fixed] == [
        (date(2027, 1, 19), 12, 1),
        (date(2027, 1, 20), 8, 0),
    ]
    assert [one.seats for one in found if not one.is_fixed] == [12] * 4  # 38 of 58 are missing
    assert [one.at for one in found] == [time(14), *[None] * 5]
    assert {one.task for one in found} == {f"train-users-zh-{number}" for number in range(1, 7)}
    assert {(one.trainer, one.room) for one in found} == {("meyer", "hall")}
    assert faults(plan, rollout, PLAYBOOK) == []


def test_a_room_holds_one_sitting_after_the_other() -> None:
    """Two trainers could teach at the same time; three sittings of 75 minutes fit into a half-day of the room."""
    trainers = (trainer("t1"), trainer("t2"))
    rollout = with_trainings(users("a", 32, room="hall"), users("b", 32, room="hall"), trainers=trainers)
    plan = plan_of(rollout)
    per_half_day = [(one.date, one.half) for one in plan.sessions if one.room == "hall"]
    assert len(per_half_day) == 6
    assert max(per_half_day.count(slot) for slot in per_half_day) == 3
    assert {one.trainer for one in plan.sessions if one.room == "hall"} == {"t1", "t2"}
    assert faults(plan, rollout, PLAYBOOK) == []


@pytest.mark.parametrize(("duration", "together"), [("105 min", 2), ("106 min", 1)])
def test_two_sittings_share_a_half_day_where_both_fit_with_setting_up(duration: str, together: int) -> None:
    rollout = with_trainings(
        users("a", 10, room="hall", duration=duration, sessions=[FixedSession(date=date(2027, 2, 2), at=time(8))]),
        users("b", 10, room="hall", duration=duration, sessions=[FixedSession(date=date(2027, 2, 2), at=time(10, 15))]),
        trainers=(trainer("t1"), trainer("t2")),
    )
    plan = plan_of(rollout)
    placed = [one for one in plan.sessions if one.room == "hall" and one.half == 0]
    assert len(placed) == together
    assert [task.blamed for task in plan.tasks if task.id.startswith("train-users") and not task.dates] == [None] * (
        2 - together
    )


@pytest.mark.parametrize(("days", "go_live"), [(14, date(2027, 1, 22)), (21, date(2027, 1, 29))])
def test_a_length_that_is_stated_is_never_shortened(days: int, go_live: date) -> None:
    desk = Training(id="k", name="Key users", audience="key_users", duration="3 h")
    stated, unstated = (with_trainings(users(duration=length), desk) for length in ("90 min", None))
    about = stated.about.model_copy(update={"days": days, "go_live": go_live})
    plan, other = (plan_of(one.model_copy(update={"about": about})) for one in (stated, unstated))
    assert {task.stakes[0].minutes for task in plan.tasks if task.training == "zh"} == {90 + 15}
    assert {task.stakes[0].minutes for task in other.tasks if task.training == "zh"} == {75 - 15}
    assert max(stake.minutes for stake in plan.task_by_id["train-key-users"].stakes) == 180
    shortened = [{item.id for item in one.left_out if item.manner == "shortened"} for one in (plan, other)]
    assert ["train-users" in ids for ids in shortened] == [False, True]
    assert all("train-key-users" not in ids for ids in shortened)


@pytest.mark.parametrize(("at", "places"), [(time(9, 15), 2), (time(9), 1)])
def test_two_sittings_at_the_same_hour_do_not_share_a_room(at: time, places: int) -> None:
    day = date(2027, 2, 2)
    rollout = with_trainings(
        users("a", 10, room="hall", duration="1 h", sessions=[FixedSession(date=day, at=time(8))]),
        users("b", 10, room="hall", duration="1 h", sessions=[FixedSession(date=day, at=at)]),
        trainers=(trainer("t1"), trainer("t2")),
    )
    plan = plan_of(rollout)
    assert sum(bool(task.dates) for task in plan.tasks if task.id.startswith("train-users")) == places


def test_a_lesson_of_the_desk_takes_the_room_of_its_training() -> None:
    day = date(2027, 1, 25)
    desk = Training(id="d", name="Desk", audience="desk", room="hall", sessions=[FixedSession(date=day, at=time(9))])
    other = users("a", 10, room="hall", duration="3 h", sessions=[FixedSession(date=day, at=time(9))])
    plan = plan_of(with_trainings(desk, other, trainers=(trainer("t1"), trainer("t2"))))
    states = {task.id: task.state for task in plan.tasks}
    assert {states["train-desk-service"], states["train-users-a-1"]} == {State.PLACED, State.UNPLACED}


def test_nobody_teaches_at_two_sites_in_one_half_day() -> None:
    rollout = with_trainings(
        users("zh", 30, room="hall", site="zuerich", trainer="meyer"),
        users("ge", 25, room="lac", site="geneve", trainer="meyer"),
    )
    plan = plan_of(rollout)
    slots = {id: {(one.date, one.half) for one in held(plan, id)} for id in ("zh", "ge")}
    assert all(slots.values())
    assert slots["zh"] & slots["ge"] == set()
    assert faults(plan, rollout, PLAYBOOK) == []


def test_sessions_go_to_the_trainer_who_has_held_the_fewest_and_never_to_one_who_is_away() -> None:
    away = Absence(starts_on=date(2027, 1, 1), ends_on=date(2027, 2, 28))
    trainers = (trainer("t1"), trainer("t2"), trainer("t3", absences=[away]))
    rollout = with_trainings(users("a", 54, room="hall"), trainers=trainers)
    plan = plan_of(rollout)
    by = [one.trainer for one in held(plan, "a")]
    assert (by.count("t1"), by.count("t2"), by.count("t3")) == (3, 2, 0)
    assert all(task.lead == task.stakes[0].person for task in plan.tasks if task.id.startswith("train-users"))
    assert faults(plan, rollout, PLAYBOOK) == []


@pytest.mark.parametrize(
    ("training", "trainers", "expected"),
    [
        (users(trainer="keller"), (trainer("t1"),), ("keller",)),
        (users(), (trainer("t1", "de"), trainer("t2", "fr")), ("t1", "t2")),  # Zürich and Genève: 52 de, 33 fr
        (users(language="fr"), (trainer("t1", "de"), trainer("t2", "fr", "de")), ("t2",)),
        (users(language="fr-CH"), (trainer("t1", "fr"), trainer("t2", "it")), ("t1",)),
        (users(language="fr"), (trainer("t1"), trainer("t2", "fr")), ("t2",)),
        (users(language="fr"), (trainer("t1"), trainer("t2", "de")), ("t1",)),
        (users(language="fr"), (trainer("t1", "de"), trainer("t2", "it")), (TO_BE_NAMED["provider"],)),
        (users(site="geneve"), (trainer("t1", "de"), trainer("t2", "de", "fr")), ("t2",)),
        (users(site="zuerich"), (trainer("t1", "de", "fr"), trainer("t2", "de")), ("t1",)),
    ],
)
def test_a_trainer_speaks_the_language_of_the_people(
    training: Training, trainers: tuple[Person, ...], expected: tuple[str, ...]
) -> None:
    rollout = with_trainings(training, trainers=trainers)
    if training.site is None and training.language is None and training.trainer is None:
        expected = expected[:1]  # most of the people speak German
    assert trainers_of(training, rollout, Cast(rollout, PLAYBOOK)) == expected


def test_of_many_sessions_without_place_one_stands_for_all() -> None:
    busy = trainer("t1", hours="Mon-Mon 08:00-12:00")
    rollout = with_trainings(users("a", 300, room="hall"), trainers=(busy,))
    plan = plan_of(rollout)
    homeless = [task for task in plan.tasks if task.id.startswith("train-users") and task.state is State.UNPLACED]
    assert len(homeless) == 1
    assert homeless[0].blamed == "t1"
    assert sessions.sittings_to_add(rollout.training[0], rollout) == 28  # type: ignore[index]
    assert faults(plan, rollout, PLAYBOOK) == []


def test_thousands_of_people_do_not_make_thousands_of_tasks() -> None:
    training = users("a", 20_000)
    assert len(sessions.sittings(training, with_trainings(training))) == sessions.MOST_ADDED


@pytest.mark.thorough
@settings(max_examples=25, deadline=None, derandomize=True)
@given(
    zurich=st.integers(0, 90),
    geneva=st.integers(0, 40),
    days=st.integers(14, 30),
    room_of_geneva=st.sampled_from(["lac", "hall", None]),
    minutes=st.sampled_from([45, 60, 105, 120, 225]),
    fixed=st.lists(st.tuples(st.integers(8, 25), st.sampled_from([None, time(9), time(14)])), max_size=3),
    spoken=st.tuples(*[st.sampled_from([(), ("de",), ("de", "fr")])] * 2),
)
def test_no_plan_puts_two_sittings_into_one_room_or_one_trainer_at_two_sites(
    zurich: int,
    geneva: int,
    days: int,
    room_of_geneva: str | None,
    minutes: int,
    fixed: list[tuple[int, time | None]],
    spoken: tuple[tuple[str, ...], tuple[str, ...]],
) -> None:
    dated = tuple(FixedSession(date=date(2027, 1, day), at=at) for day, at in fixed)
    rollout = with_trainings(
        users("zh", zurich, room="hall", site="zuerich", language="de", duration=f"{minutes} min", sessions=dated),
        users("ge", geneva, room=room_of_geneva, site="geneve", language="fr", duration="1 h"),
        Training(id="desk", name="Desk", audience="desk", room="hall"),
        trainers=(trainer("t1", *spoken[0]), trainer("t2", *spoken[1])),
        about=five_people(days).about,
        customer=Customer(name="Muster AG", region="CH-ZH", users=85),
    )
    assert faults(plan_of(rollout), rollout, PLAYBOOK) == []


def test_the_independent_check_counts_the_sessions_of_twelve_people() -> None:
    rollout = twelve_people(30)
    assert len(held(plan_of(rollout), "u")) == 10  # 286 seats of 30


@pytest.mark.parametrize(
    ("wave", "earliest", "latest"),
    [
        (date(2027, 2, 1), date(2027, 1, 27), date(2027, 2, 4)),  # before go-live: 8 to 2 working days before that
        (date(2027, 2, 18), date(2027, 2, 8), date(2027, 2, 16)),
        (date(2027, 6, 17), date(2027, 6, 7), date(2027, 6, 15)),
    ],
)
def test_a_site_of_a_later_wave_is_taught_before_its_own_first_day(wave: date, earliest: date, latest: date) -> None:
    rollout = with_trainings(
        users("zh", 30, room="hall", site="zuerich", trainer="meyer"),
        users("ge", 25, room="lac", site="geneve", trainer="meyer"),
        load=Load(waves=(Wave(date=wave, users=25, site="geneve"),)),
    )
    plan = plan_of(rollout)
    assert [task.id for task in plan.tasks if task.state is State.UNPLACED] == ["test-call-out"]
    assert all(one.date < plan.go_live for one in held(plan, "zh"))
    assert all(earliest <= one.date <= latest for one in held(plan, "ge"))
    assert len(held(plan, "ge")) == 3
    assert faults(plan, rollout, PLAYBOOK) == []
