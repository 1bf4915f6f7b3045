"""What single chapters say of a rollout."""

import re
from dataclasses import replace

import pytest

from rollout_kit.compose.handbook.access import access
from rollout_kit.compose.handbook.backup import backup
from rollout_kit.compose.handbook.chapter import Chapter
from rollout_kit.compose.handbook.contacts import contacts
from rollout_kit.compose.handbook.emergency import emergency
from rollout_kit.compose.handbook.risks import risks
from rollout_kit.compose.handbook.routines import routines
from rollout_kit.compose.handbook.runbooks import runbooks
from rollout_kit.compose.handbook.scope import scope
from rollout_kit.compose.handbook.service import service
from rollout_kit.compose.handbook.support import support
from rollout_kit.description.continuity import Access, Continuity
from rollout_kit.description.organisations import Customer, Provider, Site
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.service_levels import Priority, Promise, ServiceLevels
from tests.compose import results
from tests.compose.conftest import book
from tests.compose.tree import words_of


def said(compose, rollout: Rollout | None = None) -> str:
    chapter: Chapter = compose(book(results.result(rollout)))
    return chapter.headline + "\n" + words_of((*chapter.noted, *chapter.full, *chapter.pages))


def test_the_service_says_how_many_minutes_its_availability_leaves():
    assert "99.9%, that is 43 minutes lost in 30 days at most" in said(service)


def test_what_the_service_hangs_on_is_multiplied():
    assert "| = *All of them at once* | *99.8%*" in said(service)


def test_the_scope_names_first_what_the_provider_does_without_a_contract_line():
    text = said(scope)
    assert "21 activities" in text or "24 activities" in text
    assert "| *Access* | – | Grant and remove access" in text


def test_an_unknown_scope_is_an_open_item():
    text = said(scope, results.muster(provider=Provider(name="NetServ GmbH")))
    assert text.startswith("It is not written down yet what the contract includes.")
    assert "[open] open: what the contract includes, and what it does not" in text


def test_the_ladder_climbs_in_order_of_time_and_says_who_is_without_a_number():
    lines = said(contacts).splitlines()
    ladder = [line for line in lines if line.startswith(("| at once", "| 30 min", "| 2 h"))]
    assert ladder == [
        "| at once | *Service Desk* | phone | +41 31 555 02 00",
        "| 30 min | *Claire Oser* | phone | +41 31 555 02 01",
        "| 2 h | *Petra Weber* | phone | [open] number missing",
    ]


def test_the_ladder_that_we_propose_calls_nobody_twice():
    rollout = results.muster(escalation=())
    (oser,) = (person for person in rollout.people if person.id == "oser")
    both = oser.model_copy(update={"roles": ("desk", "operations_lead")})
    alone = rollout.model_copy(update={"people": (both,), "teams": ()})
    said_lines = [line.strip() for line in said(contacts, alone).splitlines()]
    lines = [line for line in said_lines if line.startswith(("| at once", "| 30 min", "| 2 h"))]
    assert [line.split(" | ")[1] for line in lines] == ["~Claire Oser~", "~Muster Treuhand AG: to be named~"]


def test_without_a_ladder_ours_is_proposed_in_grey():
    text = said(contacts, results.muster(escalation=()))
    assert "[open] open: the ladder of escalation with its times" in text
    assert "| 2 h | ~Anna Keller~ | phone | +41 44 555 01 01" in text


def test_support_counts_the_hours_in_which_nobody_answers():
    assert said(support).startswith("In 10 of 55 hours a week in which users rely on the service, nobody answers.")
    covered = said(support, results.with_on_call(results.muster()))
    assert covered.startswith("Somebody answers in every hour in which users rely on the service.")


@pytest.mark.parametrize("part", ["customer", "support"])
def test_support_does_not_count_what_it_does_not_know(part):
    changes = {"customer": {"customer": Customer(name="Muster")}, "support": {"support": (), "teams": ()}}[part]
    assert said(support, results.muster(**changes)).startswith("It is not known yet in how many hours")


def test_houses_in_two_zones_are_not_counted_against_each_other():
    provider = results.muster().provider.model_copy(update={"timezone": "Europe/Lisbon"})
    customer = results.muster().customer.model_copy(update={"timezone": "Europe/Zurich"})
    text = said(support, results.muster(provider=provider, customer=customer))
    assert text.startswith("It is not known yet in how many hours")


@pytest.mark.parametrize(
    ("handover", "response", "promised", "told"),
    [
        ("0 min", "30 min", "30 min", "30 min ≤ 30 min"),
        ("1 min", "30 min", "30 min", "*31 min* *> 30 min*"),
        ("1 h", "2 h", "4 h", "3 h ≤ 4 h"),
        ("15 min", "4 h", "2 h", "*255 min* *> 120 min*"),
        ("15 min", "4 h", "1 day", "–"),
    ],
)
def test_the_sum_of_handing_over_and_answer_stands_beside_the_promise(handover, response, promised, told):
    priority = Priority(
        id="P1",
        promised=Promise(response=results.length(promised), clock="business"),
        provider=Promise(response=results.length(response), clock="business"),
        handover=results.length(handover),
    )
    text = said(support, results.muster(service_levels=ServiceLevels(priorities=(priority,))))
    assert next(line for line in text.splitlines() if "| *P1* |" in line).endswith(f"| {told}")


def test_a_sum_over_two_clocks_says_in_which_hours_it_holds():
    assert "| *45 min* *> 30 min* (business hours)" in said(support)


def test_every_routine_has_an_owner_and_a_proof():
    rows = [line for line in said(routines).splitlines() if line.startswith("| every")]
    assert len(rows) == 4
    assert all(len(line.split(" | ")) == 4 and re.search(r"\| [^|]+ \([^|]+\) \|", line) for line in rows)


def test_each_runbook_has_five_steps_and_says_when_to_stop():
    text = said(runbooks)
    assert text.count("Stop and call when:") == 10
    assert text.count("<part>") == 10


def test_the_emergency_part_has_command_first_hour_and_order():
    text = said(emergency)
    assert text.startswith("Call +41 31 555 02 00. Anna Keller decides")
    assert "In that person's absence | *Beat Frei *+41 44 555 01 02" in text
    assert text.index("| *1* | Identitätsdienst | 2 h") < text.index("| *2* | Lohnbuchhaltung | 4 h")
    assert "told within 24 h of a security incident" in text


def test_the_legal_clocks_are_named_only_where_they_apply():
    assert "legal reporting clocks" not in said(emergency)
    customer = results.muster().customer.model_copy(update={"critical_infrastructure": True})
    assert "legal reporting clocks apply" in said(emergency, results.muster(customer=customer))


def test_the_backup_adds_up_what_is_lost_at_worst():
    assert "*26 h* = 24 h apart and 2 h to run" in said(backup)
    equal = results.muster().continuity.model_copy(update={"backup_takes": None})
    assert "Lost in the worst case | 24 h" in said(backup, results.muster(continuity=equal))


def test_a_restore_that_took_longer_than_promised_says_so():
    for took, is_told in (("7 h", False), ("8 h", False), ("9 h", True)):
        test = results.muster().continuity.last_restore_test.model_copy(update={"took": results.length(took)})
        continuity = results.muster().continuity.model_copy(update={"last_restore_test": test})
        assert ("longer than promised" in said(backup, results.muster(continuity=continuity))) is is_told


def test_a_backup_of_which_nothing_is_known_asks_for_everything():
    text = said(backup, results.muster(continuity=Continuity()))
    assert text.count("[open]") == 8


@pytest.mark.parametrize(
    ("admin", "headline"),
    [
        (True, "Muster Treuhand AG gets in at any time with an account of its own."),
        (False, "Muster Treuhand AG does not get in without its provider; an account of its own comes first."),
        (None, "It is not known yet whether Muster Treuhand AG gets in without its provider."),
    ],
)
def test_the_headline_of_access_says_whether_the_customer_gets_in(admin, headline):
    assert said(access, results.muster(access=Access(own_emergency_admin=admin))).startswith(headline)


def test_a_processing_agreement_is_asked_for_unless_there_are_no_personal_data():
    assert "Processing agreement" in said(access, results.muster(access=Access()))
    assert "Processing agreement" not in said(access, results.muster(access=Access(personal_data=False)))


def test_a_finding_on_our_figures_only_says_so_after_its_remedy():
    ours = replace(results.finding("CAP101"), rests_on_assumption=True)
    result = replace(results.result(), findings=(ours, results.finding("OWN101")))
    chapter = risks(book(result))
    assert chapter is not None
    assert words_of(chapter.full).count("This rests on assumptions of ours only, on no figure of yours.") == 1


def test_sites_without_languages_have_no_column_for_them():
    sites = (Site(id="bern", name="Bern", users=12),)
    assert "|| Site | People\n| *Bern* | 12" in said(service, results.muster(sites=sites))
    assert "|| Site | People | Languages" in said(service)


def test_a_long_list_of_missing_numbers_names_three():
    people = tuple(person.model_copy(update={"phone": ""}) for person in results.muster().people)
    assert len(people) > 4
    assert re.search(
        r"the phone number of \w+ \w+, \w+ \w+, \w+ \w+ and \d more", said(contacts, results.muster(people=people))
    )
