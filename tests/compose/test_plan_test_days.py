"""A short plan lists the days on which a test may lie, and what lies on them."""

from datetime import date

import pytest

from rollout_kit.compose.plan.limits import compressed
from rollout_kit.compose.plan.planned import Desk
from rollout_kit.compose.wording import People
from rollout_kit.document import Heading, Table, walk
from rollout_kit.language.words import NO_BREAK
from tests.plan.casts import five_people, plan_of

from .conftest import words
from .results import result


def desk(days: int, go_live: date) -> Desk:
    rollout = five_people(days, go_live)
    shown = result(rollout, plan=plan_of(rollout), findings=())
    return Desk(result=shown, words=words(shown), people=People(rollout, words(shown)))


@pytest.mark.parametrize(("days", "go_live", "count"), [(14, date(2027, 1, 22), 1), (14, date(2027, 1, 28), 5)])
def test_every_day_stands_with_its_tests(days: int, go_live: date, count: int) -> None:
    shown = desk(days, go_live)
    nodes = walk(tuple(compressed(shown)))
    title = f"Days on which a test may lie: {count}"
    [table] = [node for node in nodes if isinstance(node, Table) and node.caption == title]
    rows = [
        tuple("".join(span.text for span in cell.spans).replace(NO_BREAK, " ") for cell in row.cells)
        for row in table.rows
    ]

    assert title in [node.text for node in nodes if isinstance(node, Heading)]
    assert [day for day, _ in rows] == [shown.words.day(day).replace(NO_BREAK, " ") for day in shown.plan.test_days]
    for (_, named), day in zip(rows, shown.plan.test_days, strict=True):
        on_it = [
            shown.name(task).replace(NO_BREAK, " ") for task in shown.plan.tasks if task.is_test and day in task.dates
        ]
        assert named == ("; ".join(on_it) or "no test")
    assert any(named != "no test" for _, named in rows)


def test_a_plan_of_thirty_days_lists_none() -> None:
    assert list(compressed(desk(30, date(2027, 2, 8)))) == []
