"""What rules reckon, told where a reader looks for it: waivers, legal clocks, skills, the languages of the desk."""

from dataclasses import replace
from datetime import date

import pytest

from rollout_kit.assess.legal_clocks import legal_clocks
from rollout_kit.assess.waivers import judged_waivers, with_waivers
from rollout_kit.compose.handbook.contacts import contacts
from rollout_kit.compose.handbook.emergency import emergency
from rollout_kit.compose.handbook.legal import LAWS
from rollout_kit.compose.handbook.risks import risks
from rollout_kit.compose.handbook.support import support
from rollout_kit.description.continuity import Access
from rollout_kit.description.improvement import Future, FutureRole
from rollout_kit.description.organisations import Customer, Site
from rollout_kit.description.responsibilities import CriticalSkill, Evidence, Responsibility
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.settings import Waiver
from rollout_kit.language.words import Words
from tests.compose import results
from tests.compose.conftest import book
from tests.compose.tree import words_of


def said(compose, rollout: Rollout | None = None) -> str:
    chapter = compose(book(results.result(rollout)))
    text = words_of((*chapter.noted, *chapter.full, *chapter.pages))
    return f"{chapter.headline}\n{text}".replace("\u00a0", " ")


# --- waivers -------------------------------------------------------------------------------------


def waived(*waivers: Waiver, count: int = 1) -> str:
    """Return the chapter of open findings where so many findings of OWN101 may be waived."""
    found = results.result(
        results.muster(waivers=waivers),
        findings=tuple(results.finding(("responsibilities", str(n))) for n in range(count)),
    )
    case = found.case.with_waivers(judged_waivers(found.case, found.findings))
    result = replace(found, case=case, findings=with_waivers(found.findings, case.waivers))
    chapter = risks(book(result))
    assert chapter is not None
    text = words_of((*chapter.noted, *chapter.full))
    return f"{chapter.headline}\n{text}".replace("\u00a0", " ")


def waiver(**changes) -> Waiver:
    given = {"rule": "OWN101", "reason": "bis Juni zwei", "agreed": ("keller", "oser"), "until": date(2027, 3, 1)}
    return Waiver(**{**given, **changes})


def test_a_waiver_is_told_with_reason_both_houses_and_last_day():
    text = waived(waiver())
    assert text.startswith("Nothing is open; what both houses have waived stands below.")
    assert "One point is waived and counts in none of the figures above." in text
    assert "has 2 people accountable; exactly one can be (Bis Juni zwei) | " in text
    assert "Anna Keller, Muster" in text
    assert "Claire Oser, NetServ | 1 Mar 2027 | [waived] waived | OWN101" in text


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({"until": date(2027, 1, 7)}, "[waived] waived"),
        ({"until": date(2027, 1, 6)}, "[overdue] has run out"),
        ({"until": date(2027, 4, 9)}, "[waived] waived |"),  # go-live + 60 days
        ({"until": date(2027, 4, 10)}, "[waived] waived, 60 days after go-live at most"),
        ({"agreed": ("keller",)}, "[open] does not hold: nobody of the provider"),
        ({"agreed": (), "reason": ""}, "[open] does not hold: no reason, nobody of the customer and nobody of the"),
        ({"rule": "TRN110"}, "[not-applicable] waives nothing"),
    ],
)
def test_every_waiver_is_told_with_its_state(changes, state):
    text = waived(waiver(**changes))
    assert state in text
    holds = "[waived]" in state
    assert ("No point is waived today." in text) != holds
    assert text.startswith("Nothing is open" if holds else "One point is open, and it stops go-live.")


def test_many_findings_of_one_waiver_are_counted():
    text = waived(waiver(), count=5)
    assert "5 points are waived and count in none of the figures above." in text
    assert "and 3 more like it" in text


def test_open_findings_are_counted_without_those_that_are_waived():
    text = waived(waiver(path="responsibilities.0"), count=3)
    assert text.startswith("2 points are open, and all of them stop go-live.")
    assert text.count("exactly one can be") == 3


# --- legal clocks --------------------------------------------------------------------------------


def home(region: str, *, critical: bool | None = None, personal: bool | None = None, **changes) -> Rollout:
    return results.muster(
        customer=Customer(name="Muster", region=region, critical_infrastructure=critical),
        access=Access(personal_data=personal, decision_time=changes.pop("decision", None)),
        **changes,
    )


REPORTING = Responsibility(id="legal_reporting", accountable=("keller",), responsible=("frei",))


def test_a_clock_that_applies_is_told_with_law_mark_day_and_who_reports():
    text = said(emergency, home("CH-ZH", critical=True, responsibilities=(REPORTING,)))
    assert (
        "| An attack on critical infrastructure, to the national cyber security centre (ISG Art. 74a–74e; read in"
        in text
    )
    assert "checked on 20 Nov 2026) | *within 24 h from its discovery* (then: 14 days) | " in text
    assert "*Beat Frei*" in text
    assert "personal data" not in text.partition("What is reported by law")[2].partition("Laws change")[0]


@pytest.mark.parametrize(
    ("region", "critical", "personal"),
    [("CH-ZH", False, False), ("CH-ZH", None, None), ("JP-13", True, True), ("", True, True)],
)
def test_where_no_clock_surely_applies_none_is_told(region, critical, personal):
    assert "What is reported by law" not in said(emergency, home(region, critical=critical, personal=personal))


def test_every_law_that_has_a_title_in_german_is_a_text_for_translators():
    laws = [clock.law for clock in legal_clocks()]
    assert set(LAWS) <= set(laws)
    assert [law for law in laws if "(EU)" in law and law not in LAWS] == []
    assert [Words("de").say(law) for law in LAWS] == [
        "Richtlinie (EU) 2022/2555, Art. 23",
        "Verordnung (EU) 2016/679, Art. 33",
    ]


def test_a_clock_without_hours_and_without_a_reporter_says_so():
    text = said(emergency, home("CH-ZH", personal=True))
    assert "| *as soon as possible* | [open] nobody named yet" in text


@pytest.mark.parametrize(
    ("decision", "line"),
    [
        ("48 h", "24 h until NetServ tells and 48 h to decide leave 0 min of the 72 h of the law."),
        ("49 h", "[high] *24 h until NetServ tells and 49 h to decide take 1 h more than the 72 h of the law.*"),
        (None, None),
    ],
)
def test_notice_and_decision_are_held_against_the_shortest_clock(decision, line):
    text = said(emergency, home("DE-BY", personal=True, decision=results.length(decision) if decision else None))
    assert (line or "What is reported by law") in text
    assert ("until NetServ tells" in text) == bool(line)


# --- skills --------------------------------------------------------------------------------------

SKILLS = (CriticalSkill(id="restore", covers="Rücksicherung"), CriticalSkill(id="m365-admin", covers=""))


def skilled(**skills: dict[str, str]) -> Rollout:
    people = tuple(
        each.model_copy(update={"skills": tuple(skills.get(each.id, {}).items())}) for each in results.muster().people
    )
    return results.muster(people=people, critical_skills=SKILLS)


def test_a_skill_that_one_person_holds_is_marked_and_who_learns_does_not_count():
    text = said(
        contacts,
        skilled(oser={"restore": "proficient"}, frei={"restore": "learning"}, keller={"m365-admin": "learning"}),
    )
    assert "2 of 2 critical skills rest on one person or nobody" in text
    assert "| *Rücksicherung* | Claire Oser, NetServ | Beat Frei, Muster | [high] *one alone*" in text
    assert "| *M365-admin* | – | Anna Keller, Muster | [high] *nobody*" in text


def test_a_skill_of_two_people_is_enough():
    both = {"restore": "proficient", "m365-admin": "proficient"}
    text = said(contacts, skilled(oser=both, frei=both))
    assert "Two people or more can do each of them." in text
    assert "[high]" not in text.partition("Who can do what")[2].partition("Responsib")[0]


def test_where_no_skills_are_said_there_is_no_table():
    assert "Who can do what" not in said(contacts)
    assert "Who can do what" not in said(contacts, skilled())


def test_roles_to_come_say_which_skill_no_candidate_has():
    role = FutureRole(
        name="Automatisierung", starts_on=date(2027, 10, 1), skills=("restore", "power-automate"), candidates=("frei",)
    )
    rollout = skilled(frei={"restore": "learning"}).model_copy(update={"future": Future(roles=(role,))})
    text = said(contacts, rollout)
    assert "| *Automatisierung* | 1 Oct 2027 | Rücksicherung" in text
    assert "*power-automate* | Beat Frei, Muster" in text


# --- the languages of the desk -------------------------------------------------------------------


def test_people_whose_language_the_desk_does_not_speak_are_counted_by_site():
    text = said(support)
    assert "33 of 85 people call a desk that does not speak their language." in text
    assert "| *Zürich* | German 52 | *English 8*" in text
    assert "| *Genève* | – | *French 25*" in text


def test_where_everybody_is_understood_one_sentence_says_so():
    text = said(support, results.muster(sites=(Site(id="z", name="Zug", users=9, languages=(("de-CH", 9),)),)))
    assert "The desk speaks the languages of all people of all sites." in text
    assert "The desk does not speak" not in text


def test_where_nobody_has_said_what_is_spoken_nothing_is_told():
    assert "understood at the desk" not in said(support, results.muster(sites=()))
    assert "understood at the desk" not in said(support, results.muster(support=()))


# --- evidence ------------------------------------------------------------------------------------


def test_the_weakest_evidence_below_a_subject_shows():
    rollout = results.muster(evidence=(Evidence(id="responsibilities.restore", level="proposed"),))
    assert book(results.result(rollout)).evidence_of(("responsibilities",)) == "proposed"
    assert book(results.result(rollout)).evidence_of(("responsibilities.backup",)) == "declared"
    assert book(results.result()).evidence_of(("responsibilities.restore",)) == "documented"
