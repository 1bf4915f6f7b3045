"""Whoever is taught by a described trainer sits with that trainer; who never meets the others sits apart."""

from typing import Any

import pytest

from rollout_kit.description.organisations import Provider
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.training import Training
from rollout_kit.language.words import Words
from rollout_kit.message import playbook_text
from rollout_kit.plan.model import Plan, State, Task
from rollout_kit.plan.sessions import seats_by
from rollout_kit.playbook.load import load_playbook
from tests.plan.casts import five_people, person, plan_of
from tests.plan.checker import faults

pytestmark = pytest.mark.uncounted

PLAYBOOK = load_playbook("managed-service")
WORDS = Words("en", PLAYBOOK.texts["en"])
PLAYBOOK_NAME = playbook_text("tasks.train-key-users.name")
EARLY, LATE, NIGHT = "Mon-Fri 06:00-14:00", "Mon-Thu 13:00-21:00", "Mon-Fri 19:00-23:00"
PROVIDER = Provider(name="NetServ GmbH", region="CH-BE", hours="Mon-Fri 07:30-17:00")


def taught(*learners: str, audience: str = "key_users", role: str = "key_user", **more: Any) -> Rollout:
    """Five people and as many learners, each with hours of their own, taught by Brandl."""
    base = five_people()
    others = tuple(one.model_copy(update={"roles": tuple(set(one.roles) - {role})}) for one in base.people)
    mine = tuple(person(f"l{n}", "customer", [role], 0.5, hours=hours) for n, hours in enumerate(learners, 1))
    trainer = person("brandl", "provider", ["second_level"], 0.7)
    training = Training(id="t", name="Lesson", audience=audience, **({"trainer": "brandl"} | more))
    return five_people(people=(*others, *mine, trainer), training=(training,), provider=PROVIDER)


def lessons(plan: Plan, base: str = "train-key-users") -> list[Task]:
    return sorted((task for task in plan.tasks if f"{task.id}-".startswith(f"{base}-")), key=lambda task: task.id)


def test_key_users_sit_with_the_trainer_of_the_description() -> None:
    rollout = taught(EARLY, EARLY)
    plan = plan_of(rollout)
    (lesson,) = lessons(plan)
    assert lesson.is_sitting
    assert {stake.person: stake.minutes for stake in lesson.stakes} == {"l1": 180, "l2": 180, "brandl": 180}
    assert len({(booking.date, booking.half) for booking in lesson.bookings}) == 1
    assert lesson.lead == "brandl"
    (session,) = plan.sessions
    assert (session.task, session.trainer, session.date) == (lesson.id, "brandl", lesson.dates[0])
    assert faults(plan, rollout, PLAYBOOK) == []


@pytest.mark.parametrize(
    ("audience", "role", "lesson"),
    [
        ("desk", "desk", "train-desk-escalation"),
        ("second_level", "second_level", "train-second-level"),
        ("managers", "sponsor", "train-managers"),
        ("provider", "second_level", "provider-orientation"),
    ],
)
def test_the_described_trainer_holds_the_lessons_of_every_audience(audience: str, role: str, lesson: str) -> None:
    rollout = taught(EARLY, audience=audience, role=role)
    (task,) = lessons(plan_of(rollout), lesson)
    longest = max(stake.minutes for stake in task.stakes)
    assert task.is_sitting
    assert (task.lead, longest) == ("brandl", next(one.minutes for one in task.stakes if one.person == "brandl"))


def test_a_lesson_that_nobody_describes_is_led_and_split_as_the_playbook_says() -> None:
    base = taught(EARLY)
    (lesson,) = lessons(plan_of(base.model_copy(update={"training": ()})))
    assert not lesson.is_sitting
    assert lesson.lead == "oser"


def test_shifts_that_never_meet_are_taught_apart() -> None:
    rollout = taught(EARLY, LATE, EARLY)
    plan = plan_of(rollout)
    first, second = lessons(plan)
    assert [stake.person for stake in first.stakes] == ["l1", "l3", "brandl"]
    assert [stake.person for stake in second.stakes] == ["l2", "brandl"]
    assert [WORDS.text(one.name) for one in (first, second)] == [
        f"{WORDS.text(PLAYBOOK_NAME)}, {number} of 2" for number in (1, 2)
    ]
    assert {first.state, second.state} == {State.PLACED}
    assert faults(plan, rollout, PLAYBOOK) == []


def test_who_never_meets_the_trainer_is_told_and_holds_up_nobody_else() -> None:
    first, second = lessons(plan_of(taught(EARLY, NIGHT)))
    assert [(first.state, first.stakes[0].person), (second.state, second.stakes[0].person)] == [
        (State.PLACED, "l1"),
        (State.UNPLACED, "l2"),
    ]


def test_all_sittings_of_a_lesson_count_when_the_last_is_over() -> None:
    rollout = taught(EARLY, LATE, people=9, room="schulung")
    plan = plan_of(rollout)
    (training,) = rollout.training or ()
    days = sorted(session.date for session in plan.sessions)
    assert len(days) == 2
    assert seats_by(training, plan, ("train-key-users",)) == 24
    assert seats_by(training, plan, ("train-key-users",), by=days[0]) == (24 if days[0] == days[1] else 0)


def test_what_waits_for_a_lesson_waits_for_all_its_sittings() -> None:
    rollout = taught(EARLY, LATE, audience="desk", role="desk")
    plan = plan_of(rollout)
    assert len(lessons(plan, "train-desk-service")) == 2
    for escalation in lessons(plan, "train-desk-escalation"):
        assert {"train-desk-service", "train-desk-service-2"} <= set(escalation.after)
