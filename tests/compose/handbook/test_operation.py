"""Chapters of the operation: changes, monitoring, configuration, vendors, interfaces, exit."""

from datetime import date

import pytest

from rollout_kit.compose.handbook.changes import changes
from rollout_kit.compose.handbook.configuration import configuration
from rollout_kit.compose.handbook.exit import way_out
from rollout_kit.compose.handbook.interfaces import interfaces
from rollout_kit.compose.handbook.monitoring import monitoring
from rollout_kit.compose.handbook.vendors import vendors
from rollout_kit.compose.handbook.workload import workload_of
from rollout_kit.description.continuity import Continuity, Rollback
from rollout_kit.description.improvement import Costs, Interface
from rollout_kit.description.load import Channel, Load, SupportLevel, Wave
from rollout_kit.description.organisations import Contract, Customer, Freeze, Provider, SubProvider, Vendor
from rollout_kit.description.quantities import Range
from tests.compose import results
from tests.compose.conftest import book
from tests.compose.results import hours, length
from tests.compose.tree import words_of

FREEZE = Freeze(starts_on=results.GO_LIVE, ends_on=results.GO_LIVE, why=results.HOSTILE)
ALL = (changes, monitoring, configuration, vendors, interfaces, way_out)


def said(compose, rollout=None, **known) -> str:
    chapter = compose(book(results.result(rollout, **known)))
    assert chapter is not None
    text = words_of((*chapter.noted, *chapter.full, *chapter.pages))
    return f"{chapter.headline}\n{text}".replace("\u00a0", " ")


@pytest.mark.parametrize("compose", ALL)
def test_a_chapter_that_would_say_nothing_of_this_rollout_is_not_there(compose):
    assert compose(book(results.tiny_result())) is None


@pytest.mark.parametrize("compose", ALL)
def test_what_an_unknown_customer_writes_is_printed_as_it_is(compose):
    rollout = results.hostile().model_copy(
        update={
            "vendors": (Vendor(id="v", name=results.HOSTILE),),
            "interfaces": (
                Interface(giver="keller", taker="desk", channel=results.HOSTILE, standard=(results.HOSTILE,)),
            ),
            "load": Load(licences=1),
            "customer": Customer(
                name="A", freeze=(Freeze(starts_on=results.GO_LIVE, ends_on=results.GO_LIVE, why=results.HOSTILE),)
            ),
            "costs": Costs(per_user_month=1.0),
            "provider": Provider(name=results.HOSTILE, contract=Contract(ends=date(2029, 1, 1))),
        }
    )
    assert "None" not in said(compose, rollout)


# --- changes -------------------------------------------------------------------------------------


def test_days_without_changes_are_counted_and_the_approver_is_named():
    assert said(changes).startswith("Anna Keller approves every change; on 17 days nothing is changed.\n")
    free = results.muster(customer=Customer(name="Muster Treuhand AG"))
    assert said(changes, free).startswith("Anna Keller approves every change.\n")


def test_the_calendar_is_sorted_and_holds_go_live():
    rows = [line for line in said(changes).splitlines() if line.startswith(("| 7 Feb", "| 15 Mar"))]
    assert rows == [
        "| 7 Feb 2027 | 9 Feb 2027 | Go-live | only those of go-live",
        "| 15 Mar 2027 | 31 Mar 2027 | Lohnausweise | none",
    ]


@pytest.mark.parametrize(
    ("takes", "window", "spare"),
    [("4 h", "5 h", "| To spare | 1 h"), ("4 h", "4 h", "| To spare | 0 h"), ("4 h", "3.5 h", "*30 min too little*")],
)
def test_the_way_back_says_what_is_to_spare(takes, window, spare):
    continuity = Continuity(rollback=Rollback(takes=length(takes), point_of_no_return=length(window)))
    assert spare in said(changes, results.muster(continuity=continuity))


# --- load ----------------------------------------------------------------------------------------


def times(low: str, likely: str, high: str):
    return Range(low=length(low), likely=length(likely), high=length(high))


LOAD = Load(
    tickets_per_user_month=Range(low=0.5, likely=1.0, high=2.0),
    golive_factor=Range(low=1.0, likely=2.0, high=3.0),
    waves=(Wave(date=results.GO_LIVE, users=42), Wave(date=date(2027, 2, 15), users=42)),
    channels=(
        Channel(
            id="phone", share=0.5, handling=Range(low=length("10 min"), likely=length("20 min"), high=length("30 min"))
        ),
        Channel(
            id="ticket", share=0.5, handling=Range(low=length("10 min"), likely=length("40 min"), high=length("90 min"))
        ),
    ),
)
DESK = (SupportLevel(id="L1", team="desk", staff=2.0, hours_per_week=10.0, shrinkage=0.4),)


def loaded(**changes):
    customer = Customer(name="Muster Treuhand AG", users=84)
    return results.muster(**{"customer": customer, "load": LOAD, "support": DESK, **changes})


def test_the_work_of_a_week_is_contacts_times_minutes():
    work = workload_of(loaded())
    assert work is not None
    assert work.normal == Range(low=10.0, likely=20.0, high=40.0)  # 84 people, a fifth of 21 working days
    assert work.at_first == Range(low=5.0, likely=20.0, high=60.0)  # the largest wave
    assert work.minutes == Range(low=10.0, likely=30.0, high=60.0)
    assert work.desk_minutes == 720  # 2 people, 10 h, 60 % of it


def test_nothing_is_assumed_where_the_file_is_silent():
    assert workload_of(results.tiny()) is None
    without = LOAD.model_copy(update={"channels": (LOAD.channels[0], Channel(id="chat", share=0.1))})
    work = workload_of(loaded(load=without, support=()))
    assert work is not None
    assert work.minutes is None
    assert work.desk_minutes is None


def test_the_headline_holds_the_first_week_against_the_desk():
    text = said(monitoring, loaded())
    assert text.startswith("The first week brings the desk about 10 h of work, and it has 12 h.")
    assert "| Contacts a week, 84 people | 10 | 20 | 40" in text
    assert "| Contacts in the first week, 42 people | 5 | 20 | 60" in text
    assert "| Work in the first week | 1 h | 10 h | 60 h" in text
    assert "12 h a week: 2 people, less the 40% in which nobody can answer" in text


def test_costs_are_added_up_for_all_people():
    text = said(monitoring, loaded(costs=Costs(per_user_month=42.0, measured=date(2026, 11, 30))))
    assert "| Per person and month | 42.00" in text
    assert "| For 84 people a month | 3,528" in text


# --- configuration -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("licences", "headline"),
    [
        (84, "For 85 people 1 licence is missing."),
        (83, "For 85 people 2 licences are missing."),
        (85, "There is a licence for each of the 85 people, and none to spare."),
        (86, "There are licences for 85 people, and 1 to spare."),
        (90, "There are licences for all 85 people, and 5 to spare."),
    ],
)
def test_licences_are_held_against_people(licences, headline):
    assert said(configuration, results.muster(load=Load(licences=licences))).startswith(headline)


def test_what_can_run_out_begins_with_what_is_known():
    rows = said(configuration, results.muster(load=Load(licences=85, licences_renew=date(2028, 1, 31)))).splitlines()
    at = next(number for number, row in enumerate(rows) if row.startswith("|| What | Where, held by"))
    assert rows[at + 1].startswith("| licences")
    assert "31 January 2028" in rows[at + 1]
    assert len(rows) - at - 1 == 7


# --- vendors, interfaces, exit -------------------------------------------------------------------


def test_a_vendor_without_a_number_is_the_headline():
    assert said(vendors).startswith("There is no number to call yet for Microsoft.")
    phone = Vendor(id="microsoft", name="Microsoft", phone="+41 44 555 09 09")
    assert said(vendors, results.muster(vendors=(phone,))).startswith("The service also hangs on Microsoft.")
    with_stop = phone.model_copy(update={"name": "Deskwell Inc."})
    assert said(vendors, results.muster(vendors=(with_stop,))).startswith("The service also hangs on Deskwell Inc.\n")


def test_sub_providers_say_what_they_may_and_what_binds_them():
    assert "| *CloudBackup AG* | yes | *no*" in said(vendors)
    unknown = Provider(name="NetServ GmbH", sub_providers=(SubProvider(name="X"),))
    assert "| *X* | [open] not known | [open] not known" in said(vendors, results.muster(provider=unknown, vendors=()))


INTERFACE = Interface(
    giver="desk",
    taker="keller",
    mode="collaboration",
    until=date(2027, 4, 30),
    response=length("2 h"),
    hours=hours("Mon-Fri 08:00-17:00"),
    standard=("ticket-fields", "own-rule"),
    wait=length("100 min"),
    work=length("20 min"),
)


def test_a_team_sheet_says_how_two_teams_work_together():
    text = said(interfaces, results.muster(interfaces=(INTERFACE,)))
    assert text.startswith("From Service Desk to Anna Keller work waits 100 min and is worked at for 20 min.")
    assert "### Service Desk to Anna Keller" in text
    assert "The chain of teams" not in text  # one hand-over is no chain
    assert "they work on it together, until 30 April 2027" in text
    assert "17% is work (20 min), the rest waits (100 min)" in text
    assert "open: on what channel the two meet" in text


def test_without_wait_and_work_the_headline_tells_how_many_answers_are_agreed():
    unmeasured = INTERFACE.model_copy(update={"wait": None})
    text = said(interfaces, results.muster(interfaces=(unmeasured, unmeasured)))
    assert text.startswith("Work changes hands at 2 places, each with a time of answer.")
    assert "The chain of teams" not in text


def test_the_chain_of_teams_names_where_most_time_goes_by():
    quick = INTERFACE.model_copy(update={"giver": "keller", "taker": "meyer", "wait": length("20 min")})
    unmeasured = INTERFACE.model_copy(update={"giver": "meyer", "taker": "desk", "wait": None, "arrivals_per_week": 4})
    text = said(interfaces, results.muster(interfaces=(quick, INTERFACE, unmeasured)))
    assert text.startswith("Most time goes by from Service Desk to Anna Keller: work waits 100 min and is worked at")
    assert "| Anna Keller to Jan Meyer | – | 20 min | 20 min | 25%" in text
    assert "| *Service Desk to Anna Keller* | – | 100 min | 20 min | 75%" in text
    assert "| Jan Meyer to Service Desk | 4 | – | 20 min | –" in text
    assert "| = *Through all of it* |  | *2 h* | *40 min* | " in text


def test_work_that_never_waits_has_no_bottleneck():
    at_once = INTERFACE.model_copy(update={"wait": length("0 min")})
    assert said(interfaces, results.muster(interfaces=(at_once,))).startswith("Work changes hands at one place")


def test_minimum_standards_are_those_of_the_playbook_and_ones_own():
    text = said(interfaces, results.muster(interfaces=(INTERFACE,)))
    assert "| the same fields in every ticket | Service Desk and Anna Keller" in text
    assert "| one calendar of changes | [open] not agreed yet" in text
    assert "| own-rule | Service Desk and Anna Keller" in text


def test_teams_without_interfaces_are_listed_all_the_same():
    assert said(interfaces).startswith("The teams are known; how work passes between them is not agreed yet.")


def contract(**known):
    return results.muster(provider=Provider(name="NetServ GmbH", contract=Contract(**known)))


def test_the_last_day_to_give_notice_is_computed():
    assert said(way_out).startswith("Whoever wants to leave gives notice by 30 June 2029.")
    passed = contract(ends=results.AS_OF, notice=length("1 day"))
    assert said(way_out, passed).startswith("The last day to give notice, 6 January 2027, has passed.")
    today = contract(ends=date(2027, 1, 8), notice=length("1 day"))
    assert said(way_out, today).startswith("Whoever wants to leave gives notice by 7 January 2027.")
    assert said(way_out, contract(ends=results.AS_OF)).startswith(
        "It is not known yet by which day notice must be given."
    )


def test_data_that_do_not_come_back_stand_in_bold():
    kept = contract(ends=results.AS_OF, returns_data=False)
    assert "*the contract does not say that data come back*" in said(way_out, kept)
