from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.description.people import Absence
from rollout_kit.description.rollout import Rollout
from rollout_kit.plan.bound import Limits, Shortage
from rollout_kit.plan.draft import draft
from rollout_kit.plan.model import Proof
from rollout_kit.plan.place import Placer
from rollout_kit.plan.sketch import Draft
from rollout_kit.playbook.load import load_playbook
from tests.plan.casts import five_people, nobody, one_per_side, plan_of, twelve_people, unplaced

pytestmark = pytest.mark.uncounted

PLAYBOOK = load_playbook("managed-service")
FITS = {
    "five people, 30 days": five_people(30),
    "five people, 21 days": five_people(21, date(2027, 2, 4)),
    "one per side, 30 days": one_per_side(30),
    "twelve people, 30 days": twelve_people(30),
    "nobody named, 30 days": nobody(30),
}


def drafted(rollout: Rollout) -> Draft:
    return draft(rollout, PLAYBOOK, Calendars(rollout), (), {})


@pytest.mark.parametrize("name", FITS)
def test_nothing_is_said_against_what_has_a_place(name: str) -> None:
    assert unplaced(plan_of(FITS[name])) == ["test-call-out"]
    limits = Limits(drafted(FITS[name]))
    assert list(limits.shortages()) == []
    assert limits.shortage() is None


@pytest.mark.parametrize("name", FITS)
def test_no_plan_is_ready_before_the_bound(name: str) -> None:
    limits = Limits(drafted(FITS[name]))
    plan = plan_of(FITS[name])
    ends = [
        limits.diary.slot(booking.date, booking.half) for id in limits.goal for booking in plan.task_by_id[id].bookings
    ]
    bound = limits.ready_at(most=max(ends))
    assert bound <= max(ends)
    assert limits.shortage(max(ends)) is None
    assert limits.shortage(bound - 1) is not None


def test_an_overload_says_whose_time_is_short_and_for_what() -> None:
    limits = Limits(drafted(five_people(14, date(2027, 1, 25))))
    found = limits.shortage()
    assert found is not None
    assert (found.person, limits.diary.day(found.first), limits.diary.day(found.last)) == (
        "meyer",
        date(2027, 1, 15),
        date(2027, 1, 22),
    )
    assert (found.free_minutes, found.needed_minutes) == (768, 1200)  # 0.4 of four days in each of two weeks
    assert {"restore-test", "train-second-level", "go-live-sheet"} <= set(found.tasks)


def test_a_task_whose_people_are_not_there_is_a_chain_of_its_own() -> None:
    found = list(Limits(drafted(five_people(14, None))).shortages())
    assert found[0] == Shortage(tasks=("go-live-day",))  # on a Friday, and the engineer works until Thursday


def test_a_deadline_is_met_by_what_go_live_waits_for_alone() -> None:
    limits = Limits(drafted(five_people(30)))
    assert {"kickoff", "go-no-go", "train-users-zh-1"} <= set(limits.goal)
    assert not {"go-live-day", "send-message", "hand-over"} & set(limits.goal)
    chain = limits.shortage(limits.diary.slot(date(2027, 1, 27)))
    assert chain is not None
    assert chain.person is None
    assert set(chain.tasks) <= set(limits.goal)


@pytest.mark.parametrize("days", [14, 21, 30])
@pytest.mark.parametrize("cast", [five_people, one_per_side, twelve_people, nobody])
def test_what_a_plan_does_is_never_said_to_be_impossible(cast: Callable[..., Rollout], days: int) -> None:
    placer = Placer(drafted(cast(days, go_live=None)))
    best = placer.best()
    homeless = [id for id in placer.limits.books.by_id if id not in best.places]
    assert placer.limits.shortage(best.ready, without=homeless) is None


def test_a_plan_that_nothing_can_beat_is_proven() -> None:
    proof = plan_of(five_people(30)).proof
    assert proof == Proof(ready=(date(2027, 2, 4), 0), bound=(date(2027, 2, 4), 0), gap_half_days=0)
    assert proof.is_proven


def test_a_task_that_could_have_a_place_elsewhere_leaves_the_proof_open() -> None:
    plan = plan_of(five_people(14, date(2027, 1, 25)))
    assert plan.proof is not None
    assert set(plan.proof.open_tasks) == set(unplaced(plan)) - {"test-call-out"}
    assert not plan.proof.is_proven


def test_a_task_that_has_no_place_in_any_plan_leaves_nothing_open() -> None:
    plan = plan_of(five_people(14, None))
    assert "go-live-day" in unplaced(plan)
    assert plan.proof is not None
    assert "go-live-day" not in plan.proof.open_tasks


def test_the_gap_counts_half_days_of_working_days() -> None:
    crowded = five_people(14, date(2027, 1, 25))
    slow = replace(Placer(drafted(crowded)).best(), ready=Limits(drafted(crowded)).diary.slot(date(2027, 1, 25)))
    placer = Placer(drafted(crowded))
    bound = placer.limits.ready_at(without=[id for id in placer.limits.goal if id not in slow.places], most=slow.ready)
    proof = placer.proof(slow)
    assert proof is not None
    first, last = placer.diary.day(bound), date(2027, 1, 25)
    days = Calendars(crowded).working_days("customer", first + timedelta(days=1), last - timedelta(days=1))
    assert proof.gap_half_days == 2 * len(days) + (2 - bound % 2)


def test_what_cannot_be_held_on_its_day_holds_nothing_else_up() -> None:
    away = {"absences": (Absence(starts_on=date(2027, 1, 11), ends_on=date(2027, 1, 29)),), "deputy": None}
    people = tuple(one.model_copy(update=away) if one.id == "frei" else one for one in five_people().people)
    found = list(Limits(drafted(five_people().model_copy(update={"people": people}))).shortages())
    assert ("kickoff",) in [shortage.tasks for shortage in found]
    assert not [shortage for shortage in found if "name-deputies" in shortage.tasks]
