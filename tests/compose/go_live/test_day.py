"""Which day is the cut-over, and who is there."""

from datetime import date, timedelta

import pytest

from rollout_kit.assess.case import Case
from rollout_kit.compose.go_live.day import CutOver, Presence, cut_over_of, tasks_on
from rollout_kit.description.organisations import Freeze
from rollout_kit.description.people import Absence, ExtraHours
from rollout_kit.description.settings import AddedTask, PlanSettings
from tests.compose import results

SATURDAY, SUNDAY = date(2027, 2, 6), date(2027, 2, 7)  # go-live is the Monday after


def case(*, extra: dict[str, date] | None = None, away: dict[str, date] | None = None, on: date | None = None) -> Case:
    rollout = results.muster()
    hours = {id: (ExtraHours(date=day, starts_at=480, ends_at=840),) for id, day in (extra or {}).items()}
    gone = {id: (Absence(starts_on=day, ends_on=day),) for id, day in (away or {}).items()}
    people = tuple(
        person.model_copy(update={"extra": hours.get(person.id, ()), "absences": gone.get(person.id, ())})
        for person in rollout.people
    )
    plan = PlanSettings(add=(AddedTask(id="move", name="Move", owner="meyer", on=on),) if on else ())
    return results.result(results.muster(people=people, plan=plan)).case


def test_without_hours_and_tasks_the_working_day_before_is_proposed():
    assert cut_over_of(case()) == CutOver(day=date(2027, 2, 5), is_proposed=True)


@pytest.mark.parametrize(
    ("first", "last", "day"),
    [(5, 5, date(2027, 2, 4)), (4, 5, date(2027, 2, 3)), (4, 4, date(2027, 2, 5)), (1, 5, date(2027, 2, 5))],
)
def test_a_day_in_a_freeze_is_proposed_only_where_there_is_no_other(first, last, day):
    freeze = Freeze(starts_on=date(2027, 2, first), ends_on=date(2027, 2, last))
    customer = results.muster().customer.model_copy(update={"freeze": (freeze,)})
    found = cut_over_of(results.result(results.muster(customer=customer)).case)
    assert found == CutOver(day=day, is_proposed=True)


@pytest.mark.parametrize("who", ["meyer", "oser"])
def test_hours_agreed_with_whoever_does_the_work_decide(who):
    assert cut_over_of(case(extra={who: SATURDAY})) == CutOver(day=SATURDAY, is_proposed=False)


def test_of_several_days_the_one_counts_on_which_most_come_then_the_last():
    def agreed(saturday: tuple[str, ...], sunday: tuple[str, ...]) -> date:
        days = {
            id: [day for day, ids in ((SATURDAY, saturday), (SUNDAY, sunday)) if id in ids] for id in ("meyer", "oser")
        }
        people = tuple(
            person.model_copy(
                update={"extra": tuple(ExtraHours(date=d, starts_at=480, ends_at=840) for d in days.get(person.id, ()))}
            )
            for person in results.muster().people
        )
        return cut_over_of(results.result(results.muster(people=people)).case).day

    assert agreed(("meyer", "oser"), ("meyer",)) == SATURDAY
    assert agreed(("meyer",), ("meyer",)) == SUNDAY


def test_hours_of_others_do_not_decide():
    assert cut_over_of(case(extra={"keller": SATURDAY})).is_proposed


@pytest.mark.parametrize(("before", "is_proposed"), [(0, True), (1, False), (3, False), (4, True)])
def test_a_dated_task_decides_within_three_days_before_go_live(before, is_proposed):
    day = results.GO_LIVE - timedelta(days=before)
    found = cut_over_of(case(on=day))
    assert (found.day == day, found.is_proposed) == (not is_proposed, is_proposed)


def test_hours_weigh_more_than_a_task_and_both_together_most():
    assert cut_over_of(case(extra={"meyer": SATURDAY}, on=SUNDAY)).day == SATURDAY
    assert cut_over_of(case(extra={"meyer": SATURDAY, "oser": SUNDAY}, on=SATURDAY)).day == SATURDAY


def test_on_a_weekend_only_those_are_there_who_agreed():
    presence = Presence(case(extra={"oser": SATURDAY}), SATURDAY)
    assert (presence.holding("OL"), presence.holding("SL"), presence.holding("KU")) == ("oser", "oser", None)


def test_the_decider_is_reachable_on_any_day_but_not_when_away():
    assert Presence(case(), SATURDAY).holding("DM") == "weber"
    assert Presence(case(away={"weber": SATURDAY}), SATURDAY).holding("DM") is None


def test_a_deputy_stands_in_for_whoever_is_away():
    friday = date(2027, 2, 5)
    assert Presence(case(), friday).holding("SO") == "keller"
    assert Presence(case(away={"keller": friday}), friday).holding("SO") == "frei"


def test_a_vendor_is_named_only_where_there_is_no_other():
    assert Presence(case(), SATURDAY).holding("vendor") == "microsoft"
    assert Presence(results.tiny_result().case, SATURDAY).holding("vendor") is None


def test_nobody_is_there_of_whom_nobody_is_named():
    presence = Presence(results.tiny_result().case, date(2027, 2, 5))
    assert {presence.holding(role) for role in ("OL", "DM", "SL", "DK", "KU", "SO")} == {None}


def test_only_tasks_of_the_file_are_woven_in():
    assert tasks_on(case(), results.KICKOFF) == ()
