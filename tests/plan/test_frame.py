from datetime import date

import pytest

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.description.organisations import About, Contract, Customer, Provider
from rollout_kit.description.people import Absence
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.service_levels import Hypercare
from rollout_kit.message import Duration, Unit
from rollout_kit.plan.conditions import size_of
from rollout_kit.plan.frame import Frame, frame_of
from rollout_kit.playbook.window import parse_mark
from tests.plan.casts import five_people, nobody, person, plan_of


def frame(
    days: int = 30, kickoff: date = date(2027, 1, 11), go_live: date | None = None, region: str = "CH-ZH"
) -> Frame:
    rollout = Rollout(
        about=About(name="x", kickoff=kickoff, days=days, go_live=go_live),
        customer=Customer(name="A", region=region),
        provider=Provider(name="B", region=region),
    )
    return frame_of(rollout, Calendars(rollout))


@pytest.mark.parametrize(("days", "length"), [(14, 14), (20, 14), (21, 21), (29, 21), (30, 30)])
def test_a_plan_takes_the_variant_of_its_days(days: int, length: int) -> None:
    assert frame(days).length == length


@pytest.mark.parametrize(
    ("mark", "day"),
    [
        ("k+0", date(2027, 1, 11)),
        ("k+5", date(2027, 1, 18)),
        ("p0.15", date(2027, 1, 15)),  # day ceil(4.5) = 5
        ("p0.20", date(2027, 1, 16)),
        ("d7", date(2027, 1, 17)),
        ("h", date(2027, 1, 26)),  # day floor(30 / 2) + 1 = 16
        ("g-4", date(2027, 2, 2)),
        ("g+1", date(2027, 2, 9)),
    ],
)
def test_marks_become_dates(mark: str, day: date) -> None:
    assert frame(go_live=date(2027, 2, 8)).day_of(parse_mark(mark)) == day


def test_the_second_half_of_an_odd_plan_begins_after_its_middle() -> None:
    assert frame(21).second_half_from == date(2027, 1, 21)  # day floor(21 / 2) + 1 = 11


def test_go_live_is_the_last_working_day_where_it_is_not_stated() -> None:
    assert frame(30).go_live == date(2027, 2, 9)
    assert frame(21).go_live == date(2027, 1, 29)


def test_a_holiday_moves_day_one() -> None:
    new_year = frame(kickoff=date(2027, 1, 1))
    assert new_year.first_day == date(2027, 1, 4)  # 2 January is a holiday in Zürich, 3 January a Sunday
    assert new_year.last_day == date(2027, 2, 2)


@pytest.mark.parametrize(("days", "count"), [(14, 1), (21, 3), (30, 7)])
def test_days_on_which_a_test_may_lie_grow_with_the_plan(days: int, count: int) -> None:
    assert len(frame(days).test_days) == count


def test_what_lies_before_the_kickoff_is_left_out_and_said() -> None:
    plan = plan_of(five_people(30, date(2027, 1, 22)))
    assert any(id == "send-message" for id, _, _ in plan.skipped)


AWAY_FROM, FAR = date(2027, 3, 9), date(2028, 3, 31)


@pytest.mark.parametrize(
    ("away", "until", "day", "who"),
    [
        ((), None, date(2027, 3, 10), ("keller", "oser")),
        (("keller",), date(2027, 3, 12), date(2027, 3, 10), ("frei", "oser")),  # the deputy leads it
        (("keller", "frei"), date(2027, 3, 12), date(2027, 3, 15), ("keller", "oser")),
        (("keller", "frei"), FAR, date(2027, 3, 10), ("keller", "oser")),  # nobody waits a year for it
        (("oser",), date(2027, 3, 12), date(2027, 3, 10), ("keller", "oser")),  # who only takes part moves nothing
    ],
)
def test_what_is_dated_later_waits_for_whoever_leads_it(
    away: tuple[str, ...], until: date | None, day: date, who: tuple[str, ...]
) -> None:
    base = five_people()
    people = tuple(
        one.model_copy(update={"absences": (Absence(starts_on=AWAY_FROM, ends_on=until),)}) if one.id in away else one
        for one in base.people
    )
    plan = plan_of(base.model_copy(update={"people": people}))
    assert [(item.date, item.who) for item in plan.later if item.id == "service-review"] == [(day, who)]


def test_everything_dated_later_lies_after_the_plan_on_a_working_day() -> None:
    plan = plan_of(nobody())
    assert plan.later
    assert all(item.date > plan.last_day and item.date.weekday() < 5 for item in plan.later)
    assert [item.date for item in plan.later] == sorted(item.date for item in plan.later)


@pytest.mark.parametrize(
    ("users", "people", "size"),
    [(None, 0, "S"), (14, 0, "S"), (15, 0, "M"), (15, 1, "S"), (15, 2, "M"), (14, 2, "S"), (None, 2, "M")],
)
def test_the_size_follows_users_and_cast(users: int | None, people: int, size: str) -> None:
    rollout = nobody().model_copy(
        update={
            "customer": Customer(name="A", users=users),
            "people": tuple(person(f"p{number}", "customer", []) for number in range(people)),
        }
    )
    assert size_of(rollout) == size


@pytest.mark.parametrize(
    ("ends", "notice", "last_day"),
    [
        (date(2027, 12, 31), Duration(amount=3, unit=Unit.MONTH), date(2027, 9, 30)),
        (date(2028, 3, 31), Duration(amount=1, unit=Unit.MONTH), date(2028, 2, 29)),
        (date(2027, 12, 31), Duration(amount=12, unit=Unit.WEEK), date(2027, 10, 8)),
        (date(2027, 12, 31), Duration(amount=90, unit=Unit.DAY), date(2027, 10, 2)),
    ],
)
def test_the_notice_of_a_contract_counts_months_of_the_calendar(ends: date, notice: Duration, last_day: date) -> None:
    contract = Contract(ends=ends, notice=notice)
    plan = plan_of(nobody().model_copy(update={"provider": Provider(name="B", contract=contract)}))
    assert [item.date for item in plan.later if item.id == "contract-notice"] == [last_day]


@pytest.mark.parametrize("notice", [Duration(amount=99999, unit=Unit.MONTH), Duration(amount=999999, unit=Unit.DAY)])
def test_a_notice_longer_than_our_calendar_is_no_fault_of_ours(notice: Duration) -> None:
    contract = Contract(ends=date(2027, 12, 31), notice=notice)
    plan = plan_of(nobody().model_copy(update={"provider": Provider(name="B", contract=contract)}))
    assert all(item.id != "contract-notice" for item in plan.later)


@pytest.mark.parametrize(("length", "days"), [(365, 365), (366, 366), (367, 366), (10**9, 366)])
def test_a_hypercare_is_counted_up_to_a_year(length: int, days: int) -> None:
    stated = Hypercare(length=Duration(amount=length, unit=Unit.DAY))
    rollout = nobody().model_copy(update={"hypercare": stated})
    assert frame_of(rollout, Calendars(rollout)).hypercare_days == days
