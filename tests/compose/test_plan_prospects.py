"""What the plan says of its own chance, and of what would help."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rollout_kit.assess.prospects import Prospects
from rollout_kit.compose.plan.planned import Desk
from rollout_kit.compose.plan.prospects import prospects
from rollout_kit.compose.wording import People
from rollout_kit.document import Chart, Group, Heading, Row, Table, Text, walk
from rollout_kit.document.charts import StaircaseData
from rollout_kit.language.words import NO_BREAK
from rollout_kit.plan.chance import Chance, LeftOver
from rollout_kit.plan.model import Proof
from rollout_kit.plan.relief import AbsenceMoved, LaterGoLive, LongerPlan, MoreShare, Relief

from .conftest import words
from .results import result

FIRST = date(2027, 2, 8)
DAYS = tuple(FIRST + timedelta(days=offset) for offset in (0, 1, 8))


def chance(*ready: int, wanted_on: date | None = None, left_over: tuple[LeftOver, ...] = ()) -> Chance:
    by_day = tuple(zip(DAYS, ready, strict=True))
    return Chance(runs=200, seed=7, by_day=by_day, wanted_on=wanted_on, left_over=left_over)


def told(found: Chance, *reliefs: Relief, tag: str = "en", proof: Proof | None = None) -> Group:
    given = Prospects(reckon_chance=lambda: found, reckon_reliefs=lambda: reliefs)
    made = result()
    case = replace(made.case, scheduled=replace(made.case.plan, proof=proof))
    shown = replace(made, prospects=given, case=case)
    desk = Desk(result=shown, words=words(shown, tag), people=People(shown.case.rollout, words(shown, tag)))
    [group] = prospects(desk)
    assert isinstance(group, Group)
    return group


def text_of(group: Group) -> str:
    spans = [span.text for node in walk((group,)) if isinstance(node, Text) for span in node.spans]
    return " ".join(spans).replace(NO_BREAK, " ")


def test_a_plan_that_nobody_can_plan_anew_says_nothing() -> None:
    shown = result()
    assert (
        list(prospects(Desk(result=shown, words=words(shown), people=People(shown.case.rollout, words(shown))))) == []
    )


def test_a_certain_plan_needs_no_chart() -> None:
    group = told(chance(200, 200, 200, wanted_on=FIRST))

    assert "In 200 of 200 runs with other efforts (100%, give or take 2%)" in text_of(group)
    assert not any(isinstance(node, Chart) for node in walk((group,)))
    assert [node.text for node in walk((group,)) if isinstance(node, Heading)] == ["Ready in time?"]


def test_what_is_left_over_and_the_day_that_does_stand_beside_the_share() -> None:
    task = result().case.plan.tasks[0]
    group = told(
        chance(
            60, 120, 180, wanted_on=DAYS[2], left_over=(LeftOver(task=task.id, runs=140), LeftOver(task="x", runs=9))
        )
    )
    said = text_of(group)

    assert "(30%, give or take 7%)" in said
    assert f"left over most often: {words(result()).text(task.name)} (140 of 200 runs)." in said
    assert "With go-live on Tuesday, 16 February it is 80% or more." in said
    assert "by 0.6 to 2.7, a third more on average" in said
    assert "seed 7" in said
    [chart] = [node for node in walk((group,)) if isinstance(node, Chart)]
    assert isinstance(chart.data, StaircaseData)
    assert chart.data.points == ((DAYS[0], 0.3), (DAYS[1], 0.6), (DAYS[2], 0.9))
    assert chart.data.crossing == (DAYS[2], 0.9)
    assert chart.headline.replace(NO_BREAK, " ") == "30% ready on Mon 8 Feb, 80% or more from Tue 16 Feb on"


def test_no_day_that_does_is_said() -> None:
    group = told(chance(0, 10, 159))

    assert "No day within four weeks brings it to 80%." in text_of(group)
    [chart] = [node for node in walk((group,)) if isinstance(node, Chart)]
    assert isinstance(chart.data, StaircaseData)
    assert chart.data.crossing is None


def relief(change: object, homeless: int, late: int = 0) -> Relief:
    return Relief(change=change, path=("rollout",), homeless=homeless, late=late, spared=())  # type: ignore[arg-type]


def rows(group: Group) -> list[tuple[str, ...]]:
    [table] = [node for node in walk((group,)) if isinstance(node, Table)]
    return [
        tuple("".join(span.text for span in cell.spans) for cell in row.cells)
        for row in table.rows
        if isinstance(row, Row)
    ]


def test_changes_stand_below_what_is_written_today_also_those_that_help_nothing() -> None:
    absence = AbsenceMoved(person="weber", starts_on=FIRST, ends_on=DAYS[1])
    group = told(
        chance(0, 0, 0),
        relief(LaterGoLive(day=DAYS[2]), 0),
        relief(MoreShare(person="weber", share=0.7, instead_of=0.5), 2, 1),
        relief(absence, 3),
        relief(replace(absence, ends_on=FIRST), 3),
        relief(LongerPlan(days=30), 4),
    )
    name = result().case.rollout.person_by_id["weber"].name

    assert [tuple(cell.replace(NO_BREAK, " ") for cell in row) for row in rows(group)] == [
        ("As it is written today", "0", "0"),
        ("Go-live on Tue 16 Feb", "0", "0"),
        (f"{name} has 70% of the week for it instead of 50%", "2", "1"),
        (f"{name} is there from Mon 8 Feb to Tue 9 Feb", "3", "0"),
        (f"{name} is there on Mon 8 Feb", "3", "0"),
        ("A plan of 30 days", "4", "0"),
    ]


def test_it_is_there_in_german() -> None:
    assert "In 200 von 200 Durchläufen" in text_of(told(chance(200, 200, 200, wanted_on=FIRST), tag="de"))


@pytest.mark.parametrize(
    ("gap", "open_tasks", "said"),
    [
        (0, (), "all of it is done on Fri 5 Feb, before noon; no plan can be earlier, and this is proven."),
        (1, (), "all of it is done on Fri 5 Feb, before noon: at most 1 half-day later than the best there can be."),
        (3, (), "all of it is done on Fri 5 Feb, before noon: at most 3 half-days later than the best there can be."),
        (0, ("a",), None),
    ],
)
def test_how_near_the_plan_is_to_the_best_is_said(gap: int, open_tasks: tuple[str, ...], said: str | None) -> None:
    friday = date(2027, 2, 5)
    proof = Proof(ready=(friday, 0), bound=(friday, 0), gap_half_days=gap, open_tasks=open_tasks)
    text = text_of(told(chance(200, 200, 200, wanted_on=FIRST), proof=proof))

    assert (said in text) if said else ("all of it is done" not in text)


def test_where_no_run_is_ready_only_what_never_has_a_place_is_named() -> None:
    tasks = result().case.plan.tasks[:2]
    left = (LeftOver(task=tasks[0].id, runs=200), LeftOver(task=tasks[1].id, runs=199))
    said = text_of(told(chance(0, 0, 0, left_over=left)))

    assert f"{words(result()).text(tasks[0].name)} (200 of 200 runs)." in said
    assert "199 of 200" not in said
