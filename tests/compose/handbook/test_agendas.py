"""Agendas: minutes from the beginning to the end, who leads, and when the meeting is."""

from dataclasses import replace
from datetime import date

from rollout_kit.compose.handbook.agendas import agendas, kickoff_agenda, minutes_of, table_of
from rollout_kit.compose.handbook.book import Book
from tests.compose import results
from tests.compose.conftest import book
from tests.compose.tree import words_of


def with_kickoff(size: str = "M", rollout=None) -> Book:
    result = results.result(rollout)
    kickoff = replace(results.task("kickoff", results.KICKOFF, "keller"), landmark="kickoff")
    decision = results.task("go-no-go", date(2027, 2, 4), "weber")
    rounds = replace(results.task("feedback-round", date(2027, 1, 25), "oser"), is_series=True)
    plan = replace(results.plan(results.muster()), tasks=(kickoff, decision, rounds), size=size)
    return book(replace(result, case=result.case.with_plan(plan)))


def test_points_follow_each_other_without_a_gap_to_the_end():
    made = with_kickoff()
    agenda = kickoff_agenda(made)
    assert agenda is not None
    spans = [row.cells[0].spans[0].text for row in table_of(agenda, made).rows]
    assert spans[:4] == ["0–5", "5–10", "10–20", "20–35"]
    assert spans[-1] == "87–90"
    edges = [tuple(map(int, text.split("–"))) for text in spans]
    assert [start for start, _ in edges[1:]] == [end for _, end in edges[:-1]]


def test_one_person_per_house_needs_an_hour():
    for size, minutes in (("M", 90), ("S", 60)):
        made = with_kickoff(size)
        agenda = kickoff_agenda(made)
        assert agenda is not None
        assert sum(minutes_of(agenda, made)) == minutes


def test_later_meetings_have_their_day_and_the_kickoff_is_not_among_them():
    text = words_of(agendas(with_kickoff()))
    assert "Agenda of the kickoff" not in text
    assert "45 min, on Thursday, 4 February 2027" in text
    assert "45 min, for the first time on Monday, 25 January 2027" in text


def test_a_meeting_without_a_day_says_only_how_long_it_takes():
    assert words_of(agendas(book(results.result()))).count("small: 45 min\n") == 2


def test_who_leads_stands_there_by_name_or_by_role():
    assert "| 0–3 | Who decides, who advises; silence is not consent | *Petra Weber* |" in words_of(
        agendas(with_kickoff())
    )
    assert "| ~Decision maker~ |" in words_of(agendas(with_kickoff(rollout=results.tiny())))
