"""Single changes where a plan does not fit: each planned anew, the best first."""

from datetime import date

import pytest

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.description.people import Absence
from rollout_kit.description.rollout import Rollout
from rollout_kit.plan.cast import Cast
from rollout_kit.plan.model import State
from rollout_kit.plan.relief import AbsenceMoved, LaterGoLive, LongerPlan, MoreShare, Relief, reliefs
from rollout_kit.playbook.load import load_playbook
from tests.plan.casts import five_people, plan_of, unplaced

PLAYBOOK = load_playbook("managed-service")


def tried(rollout: Rollout) -> tuple[Relief, ...]:
    return reliefs(rollout, plan_of(rollout), Calendars(rollout), Cast(rollout, PLAYBOOK), plan_of)


def of_kind(found: tuple[Relief, ...], kind: type) -> list[Relief]:
    return [relief for relief in found if isinstance(relief.change, kind)]


def away(rollout: Rollout, who: str, absence: Absence) -> Rollout:
    changed = [
        person.model_copy(update={"absences": (absence,)}) if person.id == who else person for person in rollout.people
    ]
    return rollout.model_copy(update={"people": tuple(changed)})


def test_a_plan_that_fits_needs_no_relief() -> None:
    assert tried(five_people(30)) == ()


@pytest.mark.thorough
def test_the_best_change_comes_first_and_useless_ones_are_told_too() -> None:
    rollout = five_people(14, date(2027, 1, 22))
    before = [task.id for task in plan_of(rollout).tasks if task.state is State.UNPLACED and not task.needs_extra]
    found = tried(rollout)

    assert [(each.homeless, each.late) for each in found] == sorted((each.homeless, each.late) for each in found)
    assert found[0].homeless < len(before)
    assert all(set(each.spared) <= set(before) for each in found)
    assert any(not each.spared for each in found)
    assert of_kind(found, LongerPlan) == []
    [later, *_] = of_kind(found, LaterGoLive)
    assert isinstance(later.change, LaterGoLive)
    assert later.path == ("rollout", "go_live")
    for relief in of_kind(found, MoreShare):
        assert isinstance(relief.change, MoreShare)
        assert 0 < relief.change.share - relief.change.instead_of <= 0.2 + 1e-9


@pytest.mark.thorough
def test_what_is_left_is_what_a_plan_with_the_change_leaves() -> None:
    rollout = five_people(14, date(2027, 1, 22))
    later = next(each for each in tried(rollout) if isinstance(each.change, LaterGoLive))
    assert isinstance(later.change, LaterGoLive)

    again = plan_of(five_people(14, later.change.day))

    assert later.homeless == len([id for id in unplaced(again) if id != "test-call-out"])


@pytest.mark.thorough
def test_being_there_helps_where_an_absence_is_the_reason() -> None:
    absence = Absence(starts_on=date(2027, 1, 12), ends_on=date(2027, 2, 5))
    rollout = away(five_people(30), "weber", absence)
    found = of_kind(tried(rollout), AbsenceMoved)

    assert found
    assert found[0].change == AbsenceMoved(person="weber", starts_on=absence.starts_on, ends_on=absence.ends_on)
    assert found[0].path == ("people", "weber", "absences", 0)
    assert found[0].homeless == 0


def test_who_gives_all_of_the_time_is_asked_for_no_more() -> None:
    rollout = five_people(14, date(2027, 1, 22))
    full = tuple(person.model_copy(update={"share": 1.0}) for person in rollout.people)

    assert of_kind(tried(rollout.model_copy(update={"people": full})), MoreShare) == []


@pytest.mark.thorough
def test_a_longer_plan_helps_where_go_live_is_its_last_day() -> None:
    [longer] = of_kind(tried(five_people(14, None)), LongerPlan)

    assert longer.change == LongerPlan(days=30)
    assert longer.spared
