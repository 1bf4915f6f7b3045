"""The chapter on service levels, measures and rounds."""

from dataclasses import replace
from datetime import date

import pytest

from rollout_kit.compose.handbook.promise_sums import MOST_SUMS
from rollout_kit.compose.handbook.rounds import rounds
from rollout_kit.compose.handbook.service_levels import service_levels
from rollout_kit.description.improvement import Feedback, Kpi
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.service_levels import AvailabilityLink, Priority, Promise, ServiceLevels
from rollout_kit.document import Chart
from tests.compose import results
from tests.compose.conftest import book
from tests.compose.tree import NO_BREAK, words_of

KPI = Kpi(name="Erstlösung", formula="gelöst / alle", source="Tickets", owner="oser", baseline=0.5, target=0.65)


def said(rollout: Rollout | None = None) -> str:
    chapter = service_levels(book(results.result(rollout)))
    assert chapter is not None
    return chapter.headline + "\n" + words_of((*chapter.noted, *chapter.full))


def promising(**lengths: str | None) -> Rollout:
    given = {key: results.length(text) if text else None for key, text in lengths.items()}
    priority = Priority(
        id="P1",
        promised=Promise(response=given["promised"]),
        provider=Promise(response=given["provided"]),
        handover=given["handover"],
    )
    return results.muster(service_levels=ServiceLevels(priorities=(priority,)))


def test_where_nothing_is_promised_measured_or_asked_there_is_no_chapter():
    rollout = results.muster(service_levels=None)
    assert service_levels(book(results.result(rollout))) is None
    assert service_levels(book(results.result(results.muster(service_levels=ServiceLevels(availability=0.99))))) is None


def sums(rollout: Rollout) -> Chart | None:
    chapter = service_levels(book(results.result(rollout)))
    assert chapter is not None
    return next((node for node in chapter.full if isinstance(node, Chart)), None)


def told(rollout: Rollout) -> list[str]:
    """Return the name, the sum and the rest of every row, and the headline of the picture before them."""
    chart = sums(rollout)
    if chart is None:
        return []
    rows = [f"{row.name}: {row.total}, {row.rest}" for row in chart.data.rows]
    return [text.replace(NO_BREAK, " ") for text in (chart.headline, *rows)]


@pytest.mark.parametrize(
    ("handover", "provided", "promised", "row"),
    [
        ("9 min", "20 min", "30 min", "9 min + 20 min ≤ 30 min, 1 min to spare"),
        ("10 min", "20 min", "30 min", "10 min + 20 min ≤ 30 min, nothing to spare"),
        ("11 min", "20 min", "30 min", "11 min + 20 min > 30 min, 1 min too late"),
        (None, "8 h", "4 h", "8 h > 4 h, 4 h too late"),
    ],
)
def test_a_promise_is_drawn_against_what_it_needs(handover, provided, promised, row):
    is_broken = ">" in row
    rollout = promising(handover=handover, provided=provided, promised=promised)
    assert told(rollout) == [f"The one promise {'does not hold' if is_broken else 'holds'}.", f"P1 answer: {row}"]
    text = said(rollout).replace(NO_BREAK, " ")
    assert text.startswith("P1 answer is promised within" if is_broken else "P1 answer is the tightest promise: it")


@pytest.mark.parametrize(
    ("handover", "provided", "promised", "missing"),
    [
        (None, "30 min", "30 min", "30 min | 30 min | [open] how long handing over takes"),
        ("10 min", "4 h", "1 day", "1 day | 10 min + 4 h | [open] whether users are promised business hours"),
        ("10 min", None, "4 h", "4 h | 10 min | [open] how soon NetServ answers"),
        ("10 min", "4 h", None, "– | 10 min + 4 h | [open] how soon users are promised an answer"),
    ],
)
def test_what_cannot_be_added_up_says_what_is_missing(handover, provided, promised, missing):
    rollout = promising(handover=handover, provided=provided, promised=promised)
    text = said(rollout).replace(NO_BREAK, " ")
    assert text.startswith("What is promised cannot be added up yet.")
    assert f"| *P1 answer* | {missing}" in text
    assert sums(rollout) is None


def levels(*limits: str) -> Rollout:
    priorities = (
        Priority(
            id=f"P{number}",
            promised=Promise(response=results.length(limit)),
            provider=Promise(response=results.length("30 min")),
            handover=results.length("0 min"),
        )
        for number, limit in enumerate(limits, 1)
    )
    return results.muster(service_levels=ServiceLevels(priorities=tuple(priorities)))


@pytest.mark.parametrize(
    ("limits", "headline"),
    [
        (("30 min", "30 min"), "All 2 promises hold."),
        (("29 min", "30 min"), "1 of 2 promises does not hold."),
        (("29 min", "20 min", "30 min"), "2 of 3 promises do not hold."),
        (("29 min", "20 min"), "None of 2 promises holds."),
    ],
)
def test_the_headline_of_the_sums_is_computed(limits, headline):
    assert told(levels(*limits))[0] == headline


def test_more_promises_than_a_page_holds_are_drawn_where_they_do_not_hold():
    chart = sums(levels("29 min", *["30 min"] * (MOST_SUMS - 1)))
    assert chart is not None
    assert len(chart.data.rows) == MOST_SUMS
    chart = sums(levels(*["30 min"] * MOST_SUMS, "29 min"))
    assert chart is not None
    assert [row.name for row in chart.data.rows] == [f"P{MOST_SUMS + 1} answer"]
    assert "1 of 11 are drawn" in chart.reading


def test_the_check_by_the_user_counts_to_the_solution():
    (priority,) = results.muster().service_levels.priorities
    checked = priority.model_copy(update={"user_check": results.length("15 min")})
    rows = told(results.muster(service_levels=ServiceLevels(priorities=(checked,))))
    assert "P1 solution: 15 min + 4 h + 15 min > 4 h, 30 min too late" in rows


def test_the_worst_wait_is_told_where_users_count_all_hours_and_the_provider_its_own():
    (priority,) = results.muster().service_levels.priorities
    patient = Promise(response=results.length("80 h"), clock="calendar")
    slow = priority.model_copy(update={"promised": patient})
    chart = sums(results.muster(service_levels=ServiceLevels(priorities=(slow,))))
    assert chart is not None
    assert "63 h 30 min around the clock, at worst" in chart.data.rows[0].rest.replace(NO_BREAK, " ")
    assert "nights and weekends come on top" in chart.reading


def test_own_indicators_stand_alone_and_a_share_is_a_percentage():
    text = said(results.muster(kpis=(KPI, Kpi(name="Anrufe", target=18))))
    assert "| *Erstlösung* (gelöst / alle) | Tickets | *Claire Oser* | 50% | *65%*" in text
    assert (
        "| *Anrufe* (how it is computed is not said) | [open] missing | [open] missing | [open] missing | *18*" in text
    )
    assert "Proposed indicator" not in text


def test_without_indicators_ours_are_proposed_in_grey_with_how_far_they_can_be_trusted():
    text = said()
    assert "[open] open: three to five indicators" in text
    rows = [line for line in text.splitlines() if line.startswith("| ~") and line.endswith((")", "default"))]
    assert sum("(our default)" in row for row in rows) > 8
    assert "| ~Solved at first contact~ (solved at first contact / all contacts)" in text
    assert "66 to 74% (reported by others)" in text


def test_rounds_of_the_description_stand_before_the_proposed_ones():
    agreed = Feedback(
        name="Betriebsrunde",
        every="week",
        starts_on=date(2027, 1, 26),
        length=results.length("45 min"),
        participants=("keller", "oser"),
        users=True,
        owner="oser",
    )
    text = said(results.muster(feedback=(agreed,)))
    row = "| *Betriebsrunde* (with users; led by Claire Oser) | every week (from Tue 26 Jan on) | 45 min | Anna"
    assert row in text
    assert text.index(row) < text.index("| = *Proposed*") < text.index("| ~Daily round, standing~")
    assert "(Mon 8 Feb to Mon 22 Feb) | 15 min |" in text
    assert "note: Length and rhythm of the proposed rounds are our defaults; those of " in text


@pytest.mark.parametrize(
    ("allowed", "said_of_it"),
    [
        (0.9991, "leaves 99.91% of it."),
        (0.999, "leaves 99.9% of it."),
        (0.9989, "leaves only 99.89%."),
        (None, "is not listed yet."),
    ],
)
def test_the_availability_promised_is_held_against_what_the_service_hangs_on(allowed, said_of_it):
    links = (AvailabilityLink(name="Internet", availability=allowed),) if allowed else ()
    levels = results.muster().service_levels.model_copy(update={"depends_on": links})
    assert said_of_it in said(results.muster(service_levels=levels))


def test_figures_of_others_are_not_called_ours():
    text = said()
    assert 'those of "Weekly operations meeting" and "Flag it or fix it" come from others.' in text


def test_a_proposed_round_that_would_fall_on_a_weekend_is_on_the_next_working_day():
    plan = replace(results.result().case.plan, go_live=date(2027, 2, 4))  # ten days later is Sunday, thirty Saturday
    result = results.result()
    shown = book(replace(result, case=result.case.with_plan(plan)))
    text = words_of(rounds(shown)).replace("\u00a0", " ")
    assert "Mon 15 Feb and Mon 8 Mar" in text
    assert "Sun 14 Feb" not in text
