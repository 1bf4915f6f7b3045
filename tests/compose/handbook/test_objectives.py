"""The chapter on objectives, and how the operation grows up."""

from dataclasses import replace
from datetime import date

import pytest

from rollout_kit.compose.handbook.objectives import objectives
from rollout_kit.description.improvement import Costs, Experiment, KeyResult, ManualTask, Maturity, Objective
from rollout_kit.description.organisations import Budget
from rollout_kit.description.rollout import Rollout
from rollout_kit.finding import Severity
from tests.compose import results
from tests.compose.conftest import book
from tests.compose.tree import words_of

GOAL = Objective(
    objective="Kein Tag Stillstand",
    owner="weber",
    serves="Fristen halten",
    check_in=results.length("2 weeks"),
    key_results=(KeyResult(result="Stunden Ausfall", start=6, target=1, by=date(2027, 5, 31)),),
)


def said(rollout: Rollout, **changes) -> str:
    chapter = objectives(book(results.result(rollout, **changes)))
    assert chapter is not None
    return chapter.headline + "\n" + words_of((*chapter.noted, *chapter.full))


def test_where_nothing_is_aimed_at_and_nothing_waits_there_is_no_chapter():
    assert objectives(book(results.result())) is None


def test_one_objective_is_the_headline_with_owner_purpose_and_rhythm():
    text = said(results.muster(objectives=(GOAL,)))
    assert text.startswith("Kein Tag Stillstand.\n")
    assert "Petra Weber answers for it. It serves: Fristen halten. Looked at every 2 weeks." in text
    assert "| Stunden Ausfall | 6 | 1 | 31 May 2027 | " in text


def test_several_objectives_are_counted_and_each_heads_its_results():
    other = GOAL.model_copy(update={"objective": "Weniger Anrufe", "owner": None})
    text = said(results.muster(objectives=(GOAL, other)))
    assert text.startswith("2 objectives are set")
    assert "*Weniger Anrufe: *[open] Nobody answers for it yet." in text
    assert "| = *Kein Tag Stillstand*" in text


def test_the_register_holds_the_open_findings_that_wait_and_no_others():
    waits = results.finding(("kpis", 0), "FBL103", Severity.LOW, "Ausgangswert fehlt")
    done = replace(results.finding(("kpis", 1), "FBL103", Severity.LOW, "schon erledigt"), state="waived")
    blocks = results.finding()
    rollout = results.muster()
    plan = replace(results.plan(rollout), improvement=(("FBL103", ("kpis", 0)), ("FBL103", ("kpis", 1))))
    text = said(rollout, plan=plan, findings=(blocks, waits, done))
    assert text.startswith("One thing waits to become better after go-live.")
    assert "| *1* | [low] Ausgangswert fehlt" in text
    assert "schon erledigt" not in text
    assert "| *2*" not in text


def test_an_experiment_lacks_what_it_lacks():
    text = said(results.muster(experiments=(Experiment(hypothesis="Sprechstunde hilft", measure="Anrufe"),)))
    assert "| Sprechstunde hilft | Anrufe | [open] missing | [open] missing" in text


def test_the_path_shows_where_an_activity_stands_and_what_comes_next():
    launch = Maturity(id="incident", phase="launch", since=date(2027, 2, 9), recurring=9, with_procedure=3)
    retire = Maturity(id="Alter_Server", phase="retire", switch_off=date(2027, 5, 31), licence_ends=date(2027, 8, 31))
    text = said(results.muster(maturity=(launch, retire)))
    assert "| *launch* → standardise → automate → optimise → retire (since 9 February 2027)" in text
    assert "standardised by Sat 10 Apr; 3 of 9 recurring topics have a procedure" in text
    assert "| Alter Server | launch → standardise → automate → optimise → *retire*" in text
    assert "note: 60 days for the launch are our default." in text
    assert "our default" not in said(results.muster(maturity=(retire,)))


def test_work_by_hand_stands_by_its_minutes_and_asks_for_a_date():
    tasks = (
        ManualTask(name="klein", minutes_per_month=20, automate_by=date(2027, 9, 30)),
        ManualTask(name="gross", minutes_per_month=180),
    )
    text = said(results.muster(manual_tasks=tasks))
    assert text.index("| gross | 180 min | [open] no date") < text.index("| klein | 20 min | 30 September 2027")


def test_costs_stand_in_the_currency_of_the_budget():
    about = results.muster().about.model_copy(update={"budget": Budget(currency="CHF")})
    costs = Costs(per_user_month=38.5, measured=date(2026, 11, 30))
    text = said(results.muster(about=about, costs=costs))
    assert "CHF 38.50 per person and month, measured on 30 November 2026." in text
    assert "when that was measured is not said" in said(results.muster(costs=Costs(per_user_month=38.5)))


def stage(**changes) -> str:
    given = {"id": "incident", "phase": "standardise", **changes}
    return said(results.muster(maturity=(Maturity(**given),))).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("phase", "share", "line"),
    [
        ("standardise", (7, 10), "| 7 of 10 recurring topics have a procedure, 80% are wanted"),
        ("standardise", (8, 10), "| 8 of 10 recurring topics have a procedure"),
        ("retire", (1, 10), "| 1 of 10 recurring topics have a procedure"),
    ],
)
def test_procedures_are_held_against_the_share_that_is_wanted(phase, share, line):
    text = stage(phase=phase, with_procedure=share[0], recurring=share[1])
    assert line in text
    assert ("80% are wanted" in text) == ("80%" in line)


@pytest.mark.parametrize(
    ("ends", "line"),
    [
        (date(2027, 5, 31), "licence paid until Mon 31 May"),
        (date(2027, 6, 1), "licence paid until Tue 1 Jun, 1 day longer"),
        (date(2027, 8, 31), "licence paid until Tue 31 Aug, 92 days longer"),
    ],
)
def test_a_licence_that_outlives_its_system_says_by_how_much(ends, line):
    text = stage(phase="retire", switch_off=date(2027, 5, 31), licence_ends=ends)
    assert line in text
    assert ("longer" in text) == ("longer" in line)


def test_what_is_optimised_says_when_its_purpose_was_asked():
    assert "| never asked for its purpose" in stage(phase="optimise")
    assert "| asked for its purpose on 1 Oct 2026" in stage(phase="optimise", purpose_reviewed=date(2026, 10, 1))
    assert "purpose" not in stage()


def test_a_key_result_says_from_which_side_it_is_seen():
    result = GOAL.key_results[0].model_copy(update={"view": "customer"})
    text = said(results.muster(objectives=(GOAL.model_copy(update={"key_results": (result,)}),)))
    assert "| Stunden Ausfall (seen from the users) | 6 | 1 | " in text
