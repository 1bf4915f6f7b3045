"""What the chapter on load says where the capacity model has an answer, and where it has none."""

from dataclasses import replace

import pytest

from rollout_kit.assess.carrying import Carrying
from rollout_kit.capacity.model import Untold
from rollout_kit.compose.handbook.monitoring import monitoring
from rollout_kit.description.load import Channel, Load, SupportLevel, Wave
from rollout_kit.description.organisations import Customer
from rollout_kit.description.quantities import Range
from rollout_kit.document import Chart, walk
from tests.capacity.made_up import answer
from tests.compose import results
from tests.compose.conftest import book
from tests.compose.results import length
from tests.compose.tree import words_of

LOAD = Load(
    tickets_per_user_month=Range(low=0.5, likely=1.0, high=2.0),
    golive_factor=Range(low=1.0, likely=2.0, high=3.0),
    peak_hour_share=0.17,
    load_test_factor=1.5,
    half_life=length("14 days"),
    waves=(Wave(date=results.GO_LIVE, users=84),),
    channels=(
        Channel(
            id="phone", share=1.0, handling=Range(low=length("5 min"), likely=length("9 min"), high=length("20 min"))
        ),
    ),
)
DESK = (SupportLevel(id="L1", team="desk", staff=2.0, hours_per_week=10.0),)


def chapter(carrying: Carrying | None, tag: str = "en"):
    customer = Customer(name="Muster Treuhand AG", users=84)
    rollout = results.muster(customer=customer, load=LOAD, support=DESK)
    made = monitoring(book(results.result(rollout, carrying=carrying), tag))
    assert made is not None
    return made


def said(made) -> str:
    text = words_of((*made.noted, *made.full, *made.pages))
    return f"{made.headline}\n{text}".replace("\u00a0", " ")


ANSWERED = Carrying(reckon=answer)
UNTOLD = Carrying(reckon=lambda: Untold(missing=(("support", "L1", "staff"),)))


def test_the_headline_says_how_long_it_holds():
    assert chapter(ANSWERED).headline.startswith("2 people carry the load until about")


def test_nothing_is_said_twice():
    text = said(chapter(ANSWERED))
    assert "Contacts in the first week" not in text
    assert "Busiest hour" not in text
    assert "The rush fades" not in text
    assert "Tested with" in text


def test_the_five_pictures_stand_in_their_order():
    kinds = [type(node.data).__name__ for node in walk(chapter(ANSWERED).full) if isinstance(node, Chart)]
    assert kinds == ["BandData", "BandData", "StaircaseData", "HeatData", "SwayData"]


def test_every_picture_has_a_headline_and_words_for_who_cannot_see_it():
    charts = [node for node in walk(chapter(ANSWERED, "de").full) if isinstance(node, Chart)]
    assert all(chart.headline and chart.reading and chart.description for chart in charts)


@pytest.mark.parametrize("carrying", [None, UNTOLD], ids=["not-reckoned", "untold"])
def test_without_an_answer_the_figures_of_the_file_are_told(carrying):
    made = chapter(carrying)
    assert made.full == ()
    assert "Contacts in the first week, 84 people" in said(made)
    assert "Busiest hour" in said(made)


def test_the_answer_is_reckoned_once():
    asked = []

    def reckon():
        asked.append(1)
        return answer()

    carrying = Carrying(reckon=reckon)
    chapter(carrying)
    chapter(carrying)
    assert asked == [1]


def test_a_desk_that_is_never_open_has_no_pictures():
    given = answer()
    asked = given.expectation.question
    closed = replace(asked, days=tuple(replace(day, is_open=False) for day in asked.days))
    never = replace(given, expectation=replace(given.expectation, question=closed))
    assert chapter(Carrying(reckon=lambda: never)).full == ()
