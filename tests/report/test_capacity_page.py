"""The page of `capacity`, from an answer made up by hand."""

from dataclasses import replace

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from rollout_kit.capacity.answer import Answer
from rollout_kit.capacity.model import Untold
from rollout_kit.description.organisations import Site
from rollout_kit.language.words import Words
from rollout_kit.report.capacity_page import EXAMPLES, CapacityPage
from rollout_kit.report.ink import Ink

from ..capacity.made_up import answer, with_outlook
from ..compose import results


def page(language: str = "en", *, is_coloured: bool = False) -> CapacityPage:
    sites = (Site(id="zug", name="Zug"), Site(id="lausanne", name="Lausanne\x1b[31m"))
    return CapacityPage(results.muster(sites=sites), Words(language), Ink(is_coloured=is_coloured))


@pytest.fixture
def pages(snapshot):
    class Text(SingleFileSnapshotExtension):
        _write_mode = WriteMode.TEXT
        file_extension = "txt"

    return snapshot.use_extension(Text)


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_page_reads_like_this(language: str, pages):
    assert page(language).answer(answer(days=365)) + "\n" == pages


def test_no_site_steers_a_terminal():
    assert "\x1b" not in page().answer(answer())
    assert "\x1b[" in page(is_coloured=True).answer(answer())


def test_at_most_three_changes_are_listed_and_only_those_that_help():
    given = answer()
    many = replace(given, advice=(*given.advice, *given.advice, replace(given.advice[0], gain=0.0)))
    assert "  3. " in page().answer(many)
    assert "  4. " not in page().answer(many)
    none = replace(given, advice=(replace(given.advice[0], gain=0.0),))
    assert "single changes" not in page().answer(none)


def test_figures_are_listed_with_their_mark_and_keys_that_are_not_there_named():
    given = answer()
    asked = replace(given.expectation.question, assumed=(("customer", "hours"), ("load", "horizon")))
    text = page().answer(replace(given, expectation=replace(given.expectation, question=asked)))
    assert "time for a contact (phone)" in text
    assert " ours  our choice, with notes" in text
    assert text.endswith("ours too, since these keys are not there: customer.hours, load.horizon")


def stated(given: Answer) -> Answer:
    asked = replace(given.expectation.question, figures=(), channels=())
    return replace(given, expectation=replace(given.expectation, question=asked))


def test_where_all_is_stated_no_figures_of_ours_are_listed():
    assert "does not state" not in page().answer(stated(answer()))


def test_weak_figures_that_could_turn_the_answer_stand_among_the_sentences():
    lines = page().answer(replace(answer(), rests_on=("handling.phone",))).splitlines()
    assert lines[3] == "This rests on weak figures: time for a contact (phone)."


def test_the_phone_of_a_desk_without_one_is_a_dash():
    given = answer()
    days = tuple(replace(day, phone=None) for day in given.expectation.days)
    text = page().answer(replace(given, expectation=replace(given.expectation, days=days)))
    assert sum(line.count("–") == 2 for line in text.splitlines()) == 3


def test_short_breaches_are_told_only_where_there_are_some():
    given = replace(answer(), expectation=replace(answer().expectation, spikes=()))
    assert "short breaches at" not in page().answer(given)
    assert "longest short breach" in page().answer(given)
    assert "longest short breach" not in page().answer(with_outlook(given, longest_spike=(0, 0, 0)))


def test_missing_keys_are_named_with_how_they_are_written():
    text = page().untold(Untold(missing=(("customer", "users"), ("support", "L1", "staff"))))
    assert text.splitlines() == [
        "not told, for want of these keys:", "  customer.users", "  support.L1.staff", "they are written so:",
        "  [customer]", "  users = 85", "  [support.L1]", "  staff = 2",
    ]  # fmt: skip


def test_numbers_too_large_to_reckon_with_are_named():
    text = page().untold(Untold(beyond=(("load", "waves"),)))
    assert text.splitlines()[1:] == ["  load.waves"]


def test_every_example_is_a_line_of_the_format():
    import tomllib

    for path, lines in EXAMPLES.items():
        read = tomllib.loads("\n".join(lines))
        for key in path:
            read = read[key]


def test_a_horizon_that_was_cut_is_told():
    given = answer()
    asked = replace(given.expectation.question, is_horizon_cut=True)
    text = page().answer(replace(given, expectation=replace(given.expectation, question=asked)))
    assert "looked ahead until 2 May 2027 only" in text
