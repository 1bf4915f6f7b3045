import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.description import tryout
from rollout_kit.description.organisations import About, Customer, Freeze
from rollout_kit.description.people import Absence, ExtraHours
from rollout_kit.description.quantities import parse_hours
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.settings import AddedTask, PlanSettings
from rollout_kit.plan.model import Plan, State
from rollout_kit.plan.place import restarts_for
from rollout_kit.plan.proposal import day_that_fits
from rollout_kit.playbook.load import load_playbook
from tests.plan.casts import five_people, nobody, one_per_side, plan_of, twelve_people, unplaced
from tests.plan.checker import faults

pytestmark = pytest.mark.uncounted

PLAYBOOK = load_playbook("managed-service")

FEASIBLE = {
    "five people, 30 days": (five_people(30), 1),
    "five people, 21 days, go-live after the plan": (five_people(21), 0),
    "five people, 14 days, go-live on day 18": (five_people(14, date(2027, 1, 28)), 4),
    "one per side, 30 days": (one_per_side(30), 0),
    "one per side, 21 days, go-live on day 26": (one_per_side(21, date(2027, 2, 5)), 0),
    "one per side, 14 days, go-live on day 26": (one_per_side(14, date(2027, 2, 5)), 10),
    "twelve people, 30 days": (twelve_people(30), 3),
    "nobody named, 30 days": (nobody(30), 0),
}


@pytest.mark.parametrize("name", FEASIBLE)
def test_the_casts_shown_to_be_feasible_find_a_place_for_everything(name: str) -> None:
    rollout, most_late = FEASIBLE[name]
    plan = plan_of(rollout)
    assert unplaced(plan) == ["test-call-out"]  # needs an evening that nobody has agreed
    assert sum(task.state is State.LATE for task in plan.tasks) <= most_late
    assert faults(plan, rollout, PLAYBOOK) == []


@pytest.mark.parametrize("go_live", [None, date(2027, 1, 25)])
def test_fourteen_days_with_go_live_inside_do_not_fit_and_say_so(go_live: date | None) -> None:
    rollout = five_people(14, go_live)
    plan = plan_of(rollout)
    assert set(unplaced(plan)) > {"test-call-out"}
    assert faults(plan, rollout, PLAYBOOK) == []


def test_the_same_description_gives_the_same_plan() -> None:
    assert plan_of(five_people(21, None)) == plan_of(five_people(21, None))


def test_go_live_on_a_day_the_engineer_does_not_work_has_no_place() -> None:
    plan = plan_of(five_people(21, None))
    assert plan.go_live == date(2027, 1, 29)
    assert "go-live-day" in unplaced(plan)
    assert plan.task_by_id["go-live-day"].blamed == "meyer"


def test_the_deputy_takes_what_falls_into_the_absence() -> None:
    plan = plan_of(five_people())
    decided = plan.task_by_id["go-no-go"]
    assert decided.ends_on is not None
    assert date(2027, 2, 1) <= decided.ends_on <= date(2027, 2, 5)
    assert [stake.person for stake in decided.stakes if stake.stands_in_for == "keller"] == ["frei"]


def test_a_kickoff_on_a_weekend_begins_on_the_first_common_working_day() -> None:
    plan = plan_of(nobody(kickoff=date(2027, 1, 9)))
    assert (plan.kickoff, plan.first_day, plan.last_day) == (
        date(2027, 1, 9),
        date(2027, 1, 11),
        date(2027, 2, 9),
    )


def test_the_rounds_with_users_begin_in_the_third_week() -> None:
    rounds = plan_of(five_people()).task_by_id["feedback-round"].dates
    assert len(rounds) == 2
    assert all(date(2027, 1, 25) <= day for day in rounds)


def test_the_chain_leads_from_the_kickoff_to_go_live() -> None:
    plan = plan_of(five_people())
    chain = [task for task in plan.tasks if task.is_critical]
    assert (chain[0].id, chain[-1].id) == ("kickoff", "go-live-day")
    for before, after in itertools.pairwise(chain):
        assert before.id in after.after


def test_a_freeze_moves_the_restore_test_and_leaves_meetings() -> None:
    free = plan_of(five_people())
    day = free.task_by_id["restore-test"].dates[0]
    frozen = five_people(
        customer=Customer(
            name="Muster AG", region="CH-ZH", users=85, freeze=[Freeze(starts_on=day, ends_on=day, why="Lohnlauf")]
        )
    )
    plan = plan_of(frozen)
    assert day not in plan.task_by_id["restore-test"].dates
    assert any(day in task.dates for task in plan.tasks if task.is_sitting)
    assert faults(plan, frozen, PLAYBOOK) == []


def test_an_agreed_saturday_is_not_spent_on_weekdays() -> None:
    saturdays = [ExtraHours(date=date(2027, 1, day), starts_at=480, ends_at=1080) for day in (16, 23, 30)]
    base = five_people()
    people = tuple(
        one.model_copy(update={"share": 0.15, "go_live_share": 0.15, "extra": tuple(saturdays)})
        if one.id in ("oser", "meyer")
        else one
        for one in base.people
    )
    rollout = five_people(people=people)
    plan = plan_of(rollout)
    second = [week for week in plan.weeks if week.person == "oser" and week.monday == date(2027, 1, 18)]
    assert [(week.placed, week.free) for week in second] == [(360, 360 + 480)]
    assert faults(plan, rollout, PLAYBOOK) == []


def test_a_test_fixed_for_an_agreed_saturday_is_held_on_it() -> None:
    saturday = date(2027, 1, 30)
    agreed = (ExtraHours(date=saturday, starts_at=480, ends_at=1080),)
    base = five_people()
    rollout = five_people(
        people=tuple(one.model_copy(update={"extra": agreed}) for one in base.people),
        tests=(tryout.TestRun(scenario="restore", date=saturday),),
    )
    plan = plan_of(rollout)
    assert plan.task_by_id["restore-test"].dates == (saturday,)
    assert faults(plan, rollout, PLAYBOOK) == []


def test_a_date_after_the_plan_does_not_end_before_it_begins() -> None:
    later = {item.id: item for item in plan_of(five_people(30, date(2027, 1, 26))).later}
    assert (later["question-hour"].date, later["question-hour"].until) == (date(2027, 2, 10), None)
    later = {item.id: item for item in plan_of(five_people(30, date(2027, 2, 8))).later}
    assert (later["question-hour"].date, later["question-hour"].until) == (date(2027, 2, 11), date(2027, 2, 15))


def test_what_is_shortened_for_every_site_is_told_once() -> None:
    told = [item.id for item in plan_of(five_people(14, date(2027, 1, 28))).left_out if item.manner == "shortened"]
    assert told.count("site-readiness") == 1


def test_fixed_sessions_are_kept_and_others_follow_the_seats() -> None:
    plan = plan_of(five_people())
    assert sum(session.training == "zh" for session in plan.sessions) == 5  # 52 people and 6 to spare, 12 seats
    assert sum(session.training == "ge" for session in plan.sessions) == 3  # 25 people, no room, 12 seats assumed
    assert all(session.date < plan.go_live for session in plan.sessions)


@pytest.mark.thorough
@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    days=st.integers(14, 30),
    kickoff=st.dates(date(2027, 1, 1), date(2027, 12, 24)),
    lead=st.integers(8, 45) | st.none(),
    away=st.integers(0, 25),
    length=st.integers(0, 10),
    freeze=st.integers(0, 25),
)
def test_no_plan_breaks_a_rule_of_time(
    days: int, kickoff: date, lead: int | None, away: int, length: int, freeze: int
) -> None:
    start = kickoff + timedelta(days=away)
    absence = Absence(starts_on=start, ends_on=start + timedelta(days=length))
    base = five_people()
    people = tuple(
        someone.model_copy(update={"absences": (absence,), "deputy": None}) if someone.id == "oser" else someone
        for someone in base.people
    )
    frozen = Freeze(starts_on=kickoff + timedelta(days=freeze), ends_on=kickoff + timedelta(days=freeze + 3))
    rollout: Rollout = five_people(
        about=About(name="Mail", kickoff=kickoff, days=days, go_live=kickoff + timedelta(days=lead) if lead else None),
        customer=Customer(name="Muster AG", region="CH-ZH", users=85, freeze=[frozen]),
        people=people,
    )
    plan = plan_of(rollout)
    assert faults(plan, rollout, PLAYBOOK) == []
    assert Calendars(rollout).works_both(plan.first_day)


@pytest.mark.thorough
def test_where_fourteen_days_do_not_fit_a_later_go_live_is_proposed() -> None:
    rollout = five_people(14, None)
    plan = plan_of(rollout)
    fits_on = day_that_fits(rollout, plan, Calendars(rollout), plan_of)
    assert fits_on is not None
    assert fits_on.weekday() in (1, 2, 3)
    assert unplaced(plan_of(five_people(14, fits_on))) == ["test-call-out"]
    day_before = fits_on - timedelta(days=1)
    if day_before.weekday() in (1, 2, 3):
        assert unplaced(plan_of(five_people(14, day_before))) != ["test-call-out"]


@pytest.mark.thorough
def test_a_later_day_is_found_with_few_plans() -> None:
    rollout = five_people(14, None)
    asked: list[Rollout] = []

    def planned(described: Rollout) -> Plan:
        asked.append(described)
        return plan_of(described)

    assert day_that_fits(rollout, plan_of(rollout), Calendars(rollout), planned) is not None
    assert 2 <= len(asked) <= 5


def test_a_plan_in_which_all_have_a_place_proposes_nothing() -> None:
    rollout = five_people()
    assert day_that_fits(rollout, plan_of(rollout), Calendars(rollout), plan_of) is None


@pytest.mark.parametrize(("start", "dates"), [(1080, 1), (1095, 1), (1096, 0)])
def test_the_call_outside_hours_needs_the_same_half_hour_of_both(start: int, dates: int) -> None:
    day = date(2027, 1, 28)
    evenings = {"keller": (1080, 1125), "oser": (start, 1200)}
    base = five_people()
    people = tuple(
        one.model_copy(
            update={"extra": (ExtraHours(date=day, starts_at=evenings[one.id][0], ends_at=evenings[one.id][1]),)}
        )
        if one.id in evenings
        else one
        for one in base.people
    )
    rollout = five_people(people=people)
    plan = plan_of(rollout)
    assert len(plan.task_by_id["test-call-out"].dates) == dates
    assert faults(plan, rollout, PLAYBOOK) == []


SATURDAY = date(2027, 1, 30)


@pytest.mark.parametrize(
    ("effort", "absences", "dates"),
    [
        ("30 min", (), (SATURDAY,)),
        ("31 min", (), ()),
        ("30 min", (Absence(starts_on=SATURDAY, ends_on=SATURDAY, why="ill"),), ()),
    ],
)
def test_the_call_outside_hours_takes_no_agreed_hour_twice(
    effort: str, absences: tuple[Absence, ...], dates: tuple[date, ...]
) -> None:
    hour = (ExtraHours(date=SATURDAY, starts_at=540, ends_at=600),)
    agreed = {"keller": {"extra": hour, "absences": absences}, "oser": {"extra": hour}}
    people = tuple(one.model_copy(update=agreed.get(one.id, {})) for one in five_people().people)
    cut_over = AddedTask(id="cut-over", name="Cut-over", owner="oser", effort=effort, on=SATURDAY)
    plan = plan_of(five_people(people=people, plan=PlanSettings(add=(cut_over,))))
    assert plan.task_by_id["cut-over"].dates == (SATURDAY,)
    assert plan.task_by_id["test-call-out"].dates == dates


def test_nobody_is_blamed_for_a_freeze_or_for_days_that_are_not_there() -> None:
    freeze = Freeze(starts_on=date(2027, 1, 25), ends_on=date(2027, 2, 12), why="Abschluss")
    frozen = plan_of(five_people(customer=Customer(name="Muster AG", region="CH-ZH", users=85, freeze=(freeze,))))
    assert {"restore-test", "go-live-day"} <= set(unplaced(frozen))
    assert [frozen.task_by_id[id].blamed for id in ("restore-test", "go-live-day")] == [None, None]
    early = plan_of(nobody(30, date(2027, 1, 12)))
    assert early.task_by_id["break-glass"].limit < early.task_by_id["break-glass"].earliest
    assert early.task_by_id["break-glass"].blamed is None


def test_people_who_keep_other_hours_do_not_sit_together() -> None:
    base = five_people()
    hours = {"oser": "Mon-Fri 06:00-08:00, 13:00-17:00"}
    people = tuple(
        someone.model_copy(update={"hours": parse_hours(hours[someone.id])}) if someone.id in hours else someone
        for someone in base.people
    )
    rollout = five_people(people=people)
    plan = plan_of(rollout)
    kickoff = plan.task_by_id["kickoff"]
    assert {booking.half for booking in kickoff.bookings} == {1}
    assert faults(plan, rollout, PLAYBOOK) == []


@pytest.mark.parametrize(
    ("tasks", "tries"),
    [(0, 200), (53, 200), (54, 198), (80, 110), (160, 38), (300, 15), (1836, 1), (1837, 0), (5000, 0)],
)
def test_a_large_plan_is_tried_less_often(tasks: int, tries: int) -> None:
    assert restarts_for(tasks) == tries
