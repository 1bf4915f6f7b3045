from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rollout_kit.assess.subject import (
    first_day_of,
    key_of_share,
    listed,
    name_of,
    organisation_of,
    path_of_task,
    spread,
)
from rollout_kit.description.load import Load, Wave
from rollout_kit.description.organisations import Vendor
from rollout_kit.description.people import Person, Team
from rollout_kit.description.settings import AddedTask, PlanSettings
from rollout_kit.description.training import Training
from rollout_kit.finding import KeyPath
from rollout_kit.message import message, verbatim
from rollout_kit.plan.model import State, Task
from tests.plan.casts import five_people, plan_of

from .conftest import ABOUT, MakeCase

CAST: dict[str, Any] = {
    "people": (Person(id="keller", name="Anna Keller", organisation="customer"),),
    "teams": (Team(id="desk", name="Service Desk", organisation="provider"),),
    "vendors": (Vendor(id="microsoft", name="Microsoft"),),
}
GO_LIVE = date(2027, 2, 9)


@pytest.mark.parametrize(
    ("ref", "name", "organisation"),
    [
        ("keller", "Anna Keller", "customer"),
        ("desk", "Service Desk", "provider"),
        ("microsoft", "Microsoft", "microsoft"),
        ("nobody", "nobody", "nobody"),
    ],
)
def test_a_reference_has_a_name_and_an_organisation(
    make_case: MakeCase, ref: str, name: str, organisation: str
) -> None:
    rollout = make_case(**CAST).rollout
    assert (name_of(rollout, ref), organisation_of(rollout, ref)) == (name, organisation)


@pytest.mark.parametrize("side", ["customer", "provider"])
def test_whoever_is_to_be_named_is_said_so(make_case: MakeCase, side: str) -> None:
    name = name_of(make_case().rollout, f"{side}:to-be-named")
    assert name == message(f"somebody of the {side}, to be named")


@pytest.mark.parametrize(
    ("waves", "site", "first_day"),
    [
        ([], "bern", GO_LIVE),
        ([(date(2027, 2, 16), "bern"), (date(2027, 2, 18), "bern")], "bern", date(2027, 2, 16)),
        ([(date(2027, 2, 16), "bern")], "genf", GO_LIVE),
        ([(date(2027, 2, 16), None)], None, GO_LIVE),
        ([(date(2027, 2, 2), "bern")], "bern", GO_LIVE),
    ],
)
def test_a_site_of_a_later_wave_begins_with_it(
    make_case: MakeCase, waves: list[tuple[date, str | None]], site: str | None, first_day: date
) -> None:
    load = Load(waves=tuple(Wave(date=day, users=5, site=of_site) for day, of_site in waves))
    training = Training(id="users", name="Users", audience="users", site=site)
    assert first_day_of(make_case(load=load), training) == first_day


def test_without_a_load_everybody_begins_at_go_live(make_case: MakeCase) -> None:
    training = Training(id="users", name="Users", audience="users", site="bern")
    assert first_day_of(make_case(), training) == GO_LIVE


def test_without_a_date_go_live_is_the_last_working_day_of_the_plan(make_case: MakeCase) -> None:
    about = ABOUT.model_copy(update={"go_live": None, "days": 28})
    assert make_case(about=about).go_live == date(2027, 2, 5)


@pytest.mark.parametrize(
    ("id", "blamed", "path"),
    [
        ("visit", "keller", ("plan", "add", 1)),
        ("move-mail", "keller", ("plan", "import", 0)),
        ("kickoff", "keller", ("people", "keller")),
        ("kickoff", "customer:to-be-named", ("rollout", "days")),
        ("kickoff", None, ("rollout", "days")),
    ],
)
def test_a_task_is_mended_where_it_was_written(make_case: MakeCase, id: str, blamed: str | None, path: KeyPath) -> None:
    plan = PlanSettings(
        add=(AddedTask(id="other", name="Other"), AddedTask(id="visit", name="Visit")),
        imported=(AddedTask(id="move-mail", name="Move mail", line=3),),
    )
    task = Task(
        id=id, origin="base", step=1, name=verbatim("x"), proof=None, reason=None, lead="keller", stakes=(),
        earliest=GO_LIVE, aim=GO_LIVE, limit=GO_LIVE, state=State.LATE, blamed=blamed,
    )  # fmt: skip
    assert path_of_task(make_case(**CAST, plan=plan), task) == path


def test_a_task_that_another_holds_up_is_mended_where_that_one_can_be(make_case: MakeCase) -> None:
    plan = PlanSettings(add=(AddedTask(id="visit", name="Visit"),))
    first, second, third = (
        Task(
            id=id, origin="base", step=1, name=verbatim("x"), proof=None, reason=None, lead="keller", stakes=(),
            earliest=GO_LIVE, aim=GO_LIVE, limit=GO_LIVE, state=State.UNPLACED, held_up_by=before,
        )
        for id, before in (("visit", None), ("kickoff", "visit"), ("licences", "kickoff"))
    )  # fmt: skip
    case = make_case(**CAST, plan=plan)
    case = case.with_plan(replace(plan_of(five_people()), tasks=(first, second, third)))
    assert [path_of_task(case, task) for task in (second, third)] == [("plan", "add", 0)] * 2


@pytest.mark.parametrize(
    ("path", "key"),
    [
        (("people", "keller"), ("people", "keller", "share")),
        (("rollout", "days"), ("rollout", "days")),
        (("plan", "add", 1), ("plan", "add", 1)),
    ],
)
def test_of_a_person_it_is_the_share_that_is_turned(path: KeyPath, key: KeyPath) -> None:
    assert key_of_share(path) == key


def test_a_long_list_is_cut_and_says_so() -> None:
    assert listed(["a", "b"], 2) == ("a", "b")
    assert listed(["a", "b", "c", "d"], 2) == ("a", "b", message("{n} more", n=2))


def test_a_spread_shows_low_and_high_only_where_they_differ() -> None:
    assert spread(1.264, 1.264, 1.264) == 1.26
    assert spread(0.51, 1.114, 2.04) == message("{likely} ({low} to {high})", likely=1.11, low=0.5, high=2.0)
