"""What the plan says of the load of support."""

from dataclasses import replace

from rollout_kit.assess.carrying import Carrying
from rollout_kit.capacity.answer import Answer
from rollout_kit.capacity.model import Untold
from rollout_kit.compose.plan.planned import Desk
from rollout_kit.compose.plan.support_load import support_load
from rollout_kit.compose.wording import People
from rollout_kit.document import Chart, Group, Table, walk
from rollout_kit.document.charts import BandData, StaircaseData

from ..capacity.made_up import answer
from .conftest import words
from .results import result
from .tree import words_of


def told(given: Answer | Untold | None) -> list[object]:
    carrying = None if given is None else Carrying(reckon=lambda: given)
    shown = replace(result(), carrying=carrying)
    return list(support_load(Desk(result=shown, words=words(shown), people=People(shown.case.rollout, words(shown)))))


def test_it_is_the_sentence_the_staircase_and_three_changes() -> None:
    [group] = told(answer())
    assert isinstance(group, Group)
    text = words_of(group.children).replace("\u00a0", " ")
    assert "2 people carry the load until about 15 March 2027" in text
    assert "| One person more at L1 from 8 February | *98%*" in text
    assert "500 runs, seed 20270208" in text
    [chart] = [node for node in walk(group.children) if isinstance(node, Chart)]
    assert isinstance(chart.data, StaircaseData)


def test_where_nothing_helps_there_is_no_table() -> None:
    given = answer()
    [group] = told(replace(given, advice=()))
    assert isinstance(group, Group)
    assert not any(isinstance(node, Table) for node in walk(group.children))


def test_where_no_number_can_be_told_the_plan_is_silent() -> None:
    assert told(Untold(missing=(("customer", "users"),))) == []
    assert told(None) == []


def test_what_carries_the_load_shows_how_much_is_left_instead_of_a_level_line() -> None:
    [group] = told(answer(share_outgrown=0.05))
    assert isinstance(group, Group)
    [chart] = [node for node in walk(group.children) if isinstance(node, Chart)]
    assert isinstance(chart.data, BandData)
