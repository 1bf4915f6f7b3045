"""Messages to copy: filled where something is known, with gaps where not, and dated by file or plan."""

from dataclasses import replace
from datetime import date

from rollout_kit.compose.handbook.messages import messages_to_copy, outage_messages, planned_day, ready_languages
from rollout_kit.description.continuity import OutageNotice, UserMessage
from rollout_kit.description.tryout import Pilot
from rollout_kit.document import Group, Heading, walk
from rollout_kit.plan.model import Plan
from rollout_kit.playbook.load import load_playbook
from tests.compose import results
from tests.compose.conftest import book
from tests.compose.tree import words_of

TEMPLATES = {template.id: template for template in load_playbook("managed-service").messages}


def said(rollout=None, tag: str = "en") -> str:
    return words_of(messages_to_copy(book(results.result(rollout), tag)))


def with_plan(**changes) -> Plan:
    return replace(results.plan(results.muster()), **changes)


def made(plan: Plan):
    result = results.result()
    return book(replace(result, case=result.case.with_plan(plan)))


def test_all_messages_but_those_of_an_outage_are_there_once():
    full = book(results.result())
    both = words_of(messages_to_copy(full)), words_of(outage_messages(full))
    for id, template in TEMPLATES.items():
        name = full.own(f"messages.{id}.name")
        counts = tuple(text.count(f"### {name}\n") for text in both)
        assert counts == ((0, 1) if template.is_for_outage else (1, 0)), id


def test_known_facts_are_filled_in_and_unknown_ones_are_gaps():
    text = said()
    assert "Whoever is stuck calls +41 31 555 02 00." in text
    assert "Subject: *Microsoft 365 begins on 8 February 2027*" in text
    assert "From Petra Weber to the managers" in text
    bare = said(results.tiny())
    assert "Whoever is stuck calls … ." in bare
    assert "From Sponsor to the managers" in bare
    for one in (text, bare):
        assert "{" not in one
        assert "…." not in one


def test_who_signs_stands_at_the_end_or_leaves_a_gap():
    assert "body: Petra Weber" in said()
    assert "body: Sponsor" not in said(results.tiny())


def test_the_date_of_the_file_wins_over_that_of_the_plan():
    message = UserMessage(audience="users", date=date(2027, 1, 18), language="fr", kind="announcement")
    late = UserMessage(audience="users", date=date(2027, 1, 19), language="de", kind="announcement")
    other = UserMessage(audience="managers", date=date(2027, 1, 20), kind="announcement")
    text = said(results.muster(messages=(late, message, other)))
    assert "*18 January 2027 (French)*, *19 January 2027 (German)*" in text
    assert "20 January" not in text


def test_a_message_hangs_on_go_live_or_on_a_task_in_working_days():
    pilot = results.task("pilot-run", date(2027, 1, 26), "keller")
    ours = made(with_plan(tasks=(replace(pilot, dates=(date(2027, 1, 26), date(2027, 1, 29))),)))
    assert planned_day(TEMPLATES["go-live"], ours) == results.GO_LIVE
    assert planned_day(TEMPLATES["tomorrow"], ours) == date(2027, 2, 5)  # Friday before a Monday
    assert planned_day(TEMPLATES["pilot-invitation"], ours) == date(2027, 1, 21)
    assert planned_day(TEMPLATES["pilot-thanks"], ours) == date(2027, 2, 2)
    assert planned_day(TEMPLATES["key-users"], ours) is None  # no such task
    assert planned_day(TEMPLATES["delay"], ours) is None


def test_the_pilot_ends_when_the_file_says_so():
    pilot = replace(results.task("pilot-run", date(2027, 1, 26), "keller"), landmark="pilot")
    described = results.muster(pilot=Pilot(starts_on=date(2027, 1, 25), ends_on=date(2027, 2, 1)))
    result = results.result(described)
    ours = book(replace(result, case=result.case.with_plan(with_plan(tasks=(pilot,)))))
    assert planned_day(TEMPLATES["pilot-invitation"], ours) == date(2027, 1, 20)
    assert planned_day(TEMPLATES["pilot-thanks"], ours) == date(2027, 2, 3)


def test_no_message_is_sent_before_the_plan_begins():
    on, before = results.KICKOFF, date(2027, 1, 22)
    template = TEMPLATES["managers"]  # ten working days before go-live
    assert planned_day(template, made(with_plan(go_live=date(2027, 1, 25)))) == on
    assert planned_day(template, made(with_plan(go_live=before))) is None


def test_messages_in_a_swiss_handbook_have_no_sharp_s():
    assert "heisst" in said(tag="de-CH")
    assert "ß" not in said(tag="de-CH")
    assert "heißt" in said(tag="de")


def test_a_name_is_not_taken_for_a_placeholder():
    assert results.HOSTILE in said(results.hostile())


def test_two_messages_stand_beside_each_other_and_the_last_alone():
    nodes = [node for node in walk(messages_to_copy(book(results.result()))) if isinstance(node, Group)]
    assert [len(node.children) for node in nodes if node.role == "columns"] == [2] * 6 + [1]
    assert sum(isinstance(child, Heading) for node in nodes for child in node.children) == 6 * 2 + 1


def ready(rollout=None, tag: str = "en") -> tuple[str, str]:
    spans = ready_languages(book(results.result(rollout), tag))
    return spans[0].text, " ".join(span.text for span in spans[1:] if span.mark == "open")


def test_languages_of_sites_without_a_message_are_an_open_item():
    there, missing = ready()
    assert there == "English"
    assert missing.startswith("open: these messages in German and French")
    assert ready(results.muster(outage_notice=OutageNotice(templates=("de", "fr"))))[1] == ""
    assert ready(results.muster(outage_notice=OutageNotice(templates=("fr",))), "de-CH")[0] == "Deutsch und Französisch"
    assert "Englisch" in ready(results.muster(outage_notice=OutageNotice(templates=("fr",))), "de-CH")[1]
    assert ready(results.tiny()) == ("English", "")
