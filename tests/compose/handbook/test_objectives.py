"""The chapter on objectives, and how the operation grows up."""

from dataclasses import replace
from datetime import date

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
