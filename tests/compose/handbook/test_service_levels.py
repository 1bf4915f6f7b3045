"""The chapter on service levels, measures and rounds."""

from datetime import date

import pytest

from rollout_kit.compose.handbook.service_levels import service_levels
from rollout_kit.description.improvement import Feedback, Kpi
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.service_levels import AvailabilityLink, Priority, Promise, ServiceLevels
from tests.compose import results
from tests.compose.conftest import book
from tests.compose.tree import words_of

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


@pytest.mark.parametrize(
    ("handover", "provided", "promised", "headline", "cell"),
    [
        ("10 min", "20 min", "30 min", "Every promise", "10 min + 20 min = 30 min (promised: 30 min)"),
        (
            "11 min",
            "20 min",
            "30 min",
            "1 of 1 promises",
            "*11 min + 20 min = 31 min* (promised: 30 min, too short by 1 min)",
        ),
        (None, "30 min", "30 min", "What is promised cannot", "30 min (promised: 30 min)"),
        (None, "8 h", "4 h", "1 of 1 promises", "*8 h* (promised: 4 h, too short by 4 h)"),
        ("10 min", "4 h", "1 day", "What is promised cannot", "10 min + 4 h (promised: 1 day)"),
        ("10 min", "4 h", None, "What is promised cannot", "nothing promised"),
    ],
)
def test_a_promise_is_held_against_what_it_needs(handover, provided, promised, headline, cell):
    text = said(promising(handover=handover, provided=provided, promised=promised))
    assert text.startswith(headline)
    assert cell in text


def test_the_check_by_the_user_counts_to_the_solution():
    (priority,) = results.muster().service_levels.priorities
    checked = priority.model_copy(update={"user_check": results.length("15 min")})
    text = said(results.muster(service_levels=ServiceLevels(priorities=(checked,))))
    assert "15 min + 4 h + 15 min = 4 h 30 min* (promised: 4 h, too short by 30 min)" in text


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
