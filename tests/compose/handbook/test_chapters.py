"""What single chapters say of a rollout."""

import re
from dataclasses import replace
from datetime import date

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
from rollout_kit.description.load import SupportLevel
from rollout_kit.description.organisations import Customer, Provider, Site
from rollout_kit.description.people import Person, Team
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.service_levels import EscalationStep, OnCall, Priority, Promise, ServiceLevels
from rollout_kit.document import Chart
from tests.compose import results
from tests.compose.conftest import book
from tests.compose.tree import NO_BREAK, words_of


def spaced(text: str) -> str:
    return text.replace(NO_BREAK, " ")


def said(compose, rollout: Rollout | None = None) -> str:
    chapter: Chapter = compose(book(results.result(rollout)))
    return spaced(chapter.headline) + "\n" + words_of((*chapter.noted, *chapter.full, *chapter.pages))


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


def ladder(rollout: Rollout | None = None) -> Chart:
    chapter: Chapter = contacts(book(results.result(rollout)))
    (chart,) = (node for node in chapter.full if isinstance(node, Chart))
    return chart


def test_the_ladder_climbs_in_order_of_time_and_says_who_is_without_a_number():
    steps = results.muster().escalation
    data = ladder(results.muster(escalation=tuple(reversed(steps)))).data
    assert [(step.minutes, spaced(step.when), step.who, spaced(step.phone)) for step in data.steps] == [
        (0, "at once", "Service Desk", "+41 31 555 02 00"),
        (30, "after 30 min", "Claire Oser, NetServ", "+41 31 555 02 01"),
        (120, "after 2 h", "Petra Weber, Muster", "number missing"),
    ]


def test_the_ladder_is_measured_against_the_promise_for_the_worst():
    chart = ladder()
    assert (chart.data.promise, spaced(chart.data.promise_words)) == (240, "4 h")
    assert spaced(chart.headline) == "Whoever has heard nothing after 30 min calls the next level."
    assert spaced(chart.reading) == "When the last level is called, 2 h of the promised 4 h are over: 50%."


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (("0 min", "4 h"), "Whoever has heard nothing after 4 h calls the next level."),
        (("0 min", "241 min"), "Claire Oser is called after 241 min, later than the promised 4 h."),
        (("0 min", "0 min"), "All levels are called at once."),
        (("1 h",), "There is one level only: Service Desk."),
    ],
)
def test_the_headline_of_the_ladder_is_computed(after, said):
    refs = ("desk", "oser")
    steps = tuple(EscalationStep(who=who, after=results.length(text)) for who, text in zip(refs, after, strict=False))
    assert spaced(ladder(results.muster(escalation=steps)).headline) == said


@pytest.mark.parametrize(("resolution", "clock", "known"), [("1 day", "business", False), ("1 day", "calendar", True)])
def test_a_promise_in_days_of_business_has_no_length_on_the_ladder(resolution, clock, known):
    promised = Promise(resolution=results.length(resolution), clock=clock)
    levels = ServiceLevels(priorities=(Priority(id="P1", promised=promised),))
    chart = ladder(results.muster(service_levels=levels))
    assert (chart.data.promise is not None) == known
    assert ("not known in hours yet" in chart.reading) != known


def test_a_ladder_too_long_for_a_picture_is_a_table():
    steps = tuple(EscalationStep(who="oser", after=results.length(f"{n} h"), by="mail") for n in range(1, 10))
    text = said(contacts, results.muster(escalation=steps))
    assert text.count("| *Claire Oser* | mail |") == 9
    assert "after 8 h, by mail" in [
        spaced(step.when) for step in ladder(results.muster(escalation=steps[:8])).data.steps
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


def week(rollout: Rollout | None = None) -> Chart:
    chapter: Chapter = support(book(results.result(rollout)))
    (chart,) = (node for node in chapter.full if isinstance(node, Chart))
    return chart


def test_support_says_when_nobody_answers_and_counts_the_hours():
    assert said(support).startswith(
        "Nobody answers, although users rely on the service: Monday to Friday, 07:00 to 08:00 and 17:00 to 18:00."
    )
    assert week().headline == "In 10 of 55 hours nobody answers."
    covered = results.with_on_call(results.muster())
    assert said(support, covered).startswith("Somebody answers in every hour in which users rely on the service.")
    assert week(covered).headline == "Somebody answers in each of the 55 hours."


def test_a_day_has_the_frame_the_gaps_and_a_bar_per_house():
    monday, *_, sunday = week().data.days
    assert (monday.needed, monday.gaps) == (((420, 1080),), ((420, 480), (1020, 1080)))
    assert [(bar.lane, bar.kind, bar.words) for bar in monday.bars] == [
        (0, "assumed", "Muster · Frei"),
        (1, "staffed", "NetServ · Service Desk"),
    ]
    assert (monday.needed_words, monday.gap_words) == ("11 h needed", "2 h nobody")
    assert (sunday.needed, sunday.bars, sunday.needed_words, sunday.gap_words) == ((), (), "not needed", "")


def desk_person(hours: str) -> Rollout:
    people = tuple(
        person.model_copy(update={"hours": results.hours(hours)}) if person.id == "frei" else person
        for person in results.muster().people
    )
    return results.muster(people=people)


def test_hours_that_we_assume_close_no_gap_and_make_none():
    early = results.muster(
        customer=Customer(name="Muster", hours=results.hours("Mon 08:00-17:00")),
        support=(),
        teams=(Team(id="desk", name="Service Desk", hours=results.hours("Mon 09:00-17:00")),),
    )
    assert week(early).headline == "Somebody answers in each of the 9 hours."
    assert "open: the hours of Beat Frei, which are our assumption and drawn dashed" in said(support, early)


def test_the_customers_own_desk_answers_too():
    assert week(desk_person("Mon-Fri 07:00-12:00")).headline == "In 5 of 55 hours nobody answers."


def test_a_night_shift_goes_on_after_midnight_and_sunday_into_monday():
    days = week(desk_person("Sun 22:00-06:00")).data.days
    assert [(bar.starts_at, bar.ends_at) for bar in days[6].bars if bar.lane == 0] == [(1320, 1440)]
    assert [(bar.starts_at, bar.ends_at) for bar in days[0].bars if bar.lane == 0] == [(0, 360)]


def test_whoever_is_there_together_shares_a_bar():
    also = Person(id="lang", name="Lea Lang", roles=("desk",), hours=results.hours("Mon 10:00-12:00"))
    rollout = desk_person("Mon 08:00-12:00")
    monday = week(rollout.model_copy(update={"people": (*rollout.people, also)})).data.days[0]
    mine = [(bar.starts_at, bar.ends_at, bar.words) for bar in monday.bars if bar.lane == 0]
    assert mine == [(480, 600, "Muster · Frei"), (600, 720, "Muster · Frei, Lang")]


def test_a_vendor_answers_only_as_the_first_level():
    assert week().headline == "In 10 of 55 hours nobody answers."
    first = results.muster(support=(SupportLevel(id="L1", vendor="microsoft"),), teams=())
    assert week(first).headline == "Somebody answers in each of the 55 hours."


def test_a_call_that_nobody_is_named_for_reaches_nobody():
    nobody = OnCall(team="desk", hours=results.hours("24x7"))
    assert week(results.muster(on_call=nobody)).headline == "In 10 of 55 hours nobody answers."


@pytest.mark.parametrize("part", ["customer", "support"])
def test_support_does_not_count_what_it_does_not_know(part):
    changes = {"customer": {"customer": Customer(name="Muster")}, "support": {"support": (), "teams": ()}}[part]
    assert said(support, results.muster(**changes)).startswith("It is not known yet in how many hours")


def in_zones(customer: str, provider: str, **changes: object) -> Rollout:
    base = results.muster(**changes)
    return base.model_copy(
        update={
            "customer": base.customer.model_copy(update={"timezone": customer}),
            "provider": base.provider.model_copy(update={"timezone": provider}),
        }
    )


def provider_bars(rollout: Rollout) -> list[tuple[int, int]]:
    return [(bar.starts_at, bar.ends_at) for bar in week(rollout).data.days[2].bars if bar.lane == 1]


def test_the_hours_of_a_house_in_another_zone_are_those_of_the_customer():
    lisbon = in_zones("Europe/Zurich", "Europe/Lisbon")
    assert provider_bars(lisbon) == [(540, 1080)]
    assert "All times are those of Muster Treuhand." in week(lisbon).reading
    assert provider_bars(in_zones("Europe/Zurich", "Asia/Tokyo")) == [(0, 540)]
    assert provider_bars(in_zones("Asia/Tokyo", "Europe/Zurich")) == [(0, 60), (960, 1440)]


def test_a_house_without_a_zone_lives_in_that_of_its_region():
    base = results.muster()
    customer = base.customer.model_copy(update={"region": "CH-ZH"})
    abroad = base.model_copy(
        update={"customer": customer, "provider": base.provider.model_copy(update={"region": "PT"})}
    )
    assert provider_bars(abroad) == [(540, 1080)]
    beside = base.model_copy(
        update={"customer": customer, "provider": base.provider.model_copy(update={"region": "LI"})}
    )
    assert provider_bars(beside) == [(480, 1020)]
    assert "All times" not in week(beside).reading


def test_zones_are_compared_in_the_week_of_go_live():
    assert provider_bars(in_zones("Europe/Zurich", "America/New_York")) == [(840, 1380)]
    spring = results.plan(results.muster())
    result = results.result(
        in_zones("Europe/Zurich", "America/New_York"), plan=replace(spring, go_live=date(2027, 3, 17))
    )
    (chart,) = (node for node in support(book(result)).full if isinstance(node, Chart))
    assert [(bar.starts_at, bar.ends_at) for bar in chart.data.days[2].bars if bar.lane == 1] == [(780, 1320)]


def test_where_a_zone_is_not_known_to_this_machine_nothing_is_counted():
    text = said(support, in_zones("Europe/Zurich", "Moon/Tranquillity"))
    assert text.startswith("It is not known yet in how many hours")


@pytest.mark.parametrize(
    ("handover", "response", "promised", "told"),
    [
        ("0 min", "30 min", "30 min", "30 min ≤ 30 min"),
        ("1 min", "30 min", "30 min", "*31 min* *> 30 min*"),
        ("1 h", "2 h", "4 h", "3 h ≤ 4 h"),
        ("15 min", "4 h", "2 h", "*4 h 15 min* *> 2 h*"),
        ("15 min", "4 h", "1 day", "4 h 15 min ≤ 9 h"),
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
