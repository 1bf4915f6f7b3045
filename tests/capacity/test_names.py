from dataclasses import replace

import pytest

from rollout_kit.capacity import figures as named
from rollout_kit.capacity.answers import Limit
from rollout_kit.capacity.defaults import OURS
from rollout_kit.capacity.figures import Mark
from rollout_kit.capacity.model import Wave
from rollout_kit.capacity.names import LIMITS, MARKS, begins, figure_name, figure_range, taken
from rollout_kit.description.organisations import Site
from rollout_kit.language.words import Words
from rollout_kit.message import Message, Parameter, message, verbatim

from .made_up import FIRST, answer, figure

WORDS = Words("en")


def said(text: Message) -> str:
    return value(text)


def test_of_many_sites_the_number_is_told() -> None:
    sites = {id: Site(id=id, name=id.title()) for id in ("zug", "bern", "genf")}
    waves = [Wave(date=FIRST, users=10, site=id) for id in sites]
    begun = begins(waves[:2], sites), begins(waves, sites), begins((), sites)
    assert [said(each) if each else None for each in begun] == ["Zug and Bern, 20 people", "3 sites, 30 people", None]
    assert said(begins([*waves, Wave(date=FIRST, users=1)], sites) or verbatim("")) == "31 people"


def test_every_figure_limit_and_mark_has_a_name() -> None:
    constants = [value for name, value in vars(named).items() if name.isupper() and isinstance(value, str)]
    assert len(constants) >= 11
    families = [
        named.handling_of("phone"),
        named.shrinkage_of("L1"),
        named.passes_on_of("L1"),
        named.concurrency_of("chat"),
    ]
    assert all(said(figure_name(name)) for name in (*constants, *families))
    assert set(LIMITS) == set(Limit)
    assert set(MARKS) == set(Mark)


def test_a_channel_of_ones_own_is_called_by_its_key() -> None:
    assert said(figure_name("handling.walk-in")) == "time for a contact (walk-in)"


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("per_month", "1.1 (0.7 to 2)"), ("factor", "1.1 (0.7 to 2)"), ("share", "110% (70% to 200%)"),
        ("minutes", "1.1 min (0.7 min to 2 min)"), ("days", "1.1 days (0.7 days to 2 days)"),
    ],
)  # fmt: skip
def test_a_figure_stands_in_its_unit_with_its_range(unit: str, words: str) -> None:
    given = figure("tickets_per_user_month", 0.7, 1.1, 2.0, unit, Mark.NONE)  # type: ignore[arg-type]
    assert value(figure_range(given)) == words
    assert value(figure_range(given.pinned(1.0))) == words.partition(" (")[0].replace("1.1 days", "1 day").replace(
        "1.1", "1").replace("110", "100")  # fmt: skip


def value(given: Parameter) -> str:
    return WORDS.value(given).replace("\u00a0", " ")


def test_every_figure_is_listed_targets_included_those_that_are_stated_first() -> None:
    listed = [(said(each.name), value(each.value), each.mark) for each in taken(answer().expectation.question)]
    assert listed == [
        ("contacts per person and month", "1.1 (0.7 to 1.8)", Mark.STATED),
        ("target (phone)", "80% within 60 s", Mark.STATED),
        ("time for a contact (phone)", "12 min (8 min to 20 min)", Mark.NONE),
        ("time that is lost to absence and other work (L1)", "30% (20% to 40%)", Mark.A),
        ("growth a year", "5%", Mark.OWN),
        ("target (ticket)", "80% within 4 h", Mark.C),
    ]


@pytest.mark.parametrize(
    ("seconds", "words"), [(60, "60 s"), (119, "119 s"), (120, "2 min"), (7199, "120 min"), (7200, "2 h")]
)
def test_a_target_is_told_in_the_unit_that_suits_it(seconds: float, words: str) -> None:
    asked = answer().expectation.question
    target = replace(asked.channels[0].target, within_seconds=seconds, mark=Mark.NONE)
    channels = (replace(asked.channels[0], target=target),)
    (found,) = (each for each in taken(replace(asked, channels=channels)) if "target" in said(each.name))
    assert value(found.value) == f"80% within {words}"


def test_a_source_that_says_no_more_than_the_mark_is_left_out() -> None:
    asked = answer().expectation.question
    ours = replace(figure("ramp", 1, 2, 3, "days", Mark.NONE), source=message(OURS))
    (found, *_) = (each for each in taken(replace(asked, figures=(ours,))) if each.mark is Mark.NONE)
    assert found.source is None
