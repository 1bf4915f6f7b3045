"""What a person reads: the words of findings, by the fixture that they come from."""

from dataclasses import replace
from datetime import date

import pytest

from rollout_kit.language.words import NO_BREAK, Words
from rollout_kit.message import Message
from rollout_kit.plan.model import State
from rollout_kit.rules.catalogue import catalogue

from .overlay import Fragment, judged_fixture, result_of

RULES = {rule.code: rule for rule in catalogue()}


def plain(text: str) -> str:
    return text.replace(NO_BREAK, " ")


def messages(fixture: str) -> list[str]:
    said = judged_fixture(fixture)
    words = Words("en", said.case.playbook.texts["en"])
    return [plain(words.text(each.message)) for each in said.findings]


@pytest.mark.parametrize(
    ("fixture", "expected"),
    [
        ("CAP101/not_ready", "go-live brings the service desk 5.04 hours of work a day, and it has 5"),
        (
            "CAP101/not_ready_by_our_own_figures",
            "go-live brings the service desk 5.02 (1.1 to 38.6) hours of work a day, and it has 5",
        ),
        (
            "CAP101/not_ready_by_channels_without_shares",
            "go-live brings the service desk 5.01 (2.8 to 10.2) hours of work a day, and it has 5",
        ),
        ("CAP102/not_ready", "a go-live factor of 1.99 (1.2 to 3) is less than 2"),
        (
            "CAP102/not_ready_few_key_users",
            "a go-live factor of 2.99 is less than 3, with 26 users to 1 key user",
        ),
        (
            "CAP104/not_ready",
            "go-live brings the service desk 7 hours of work a day; a roster of 2 leaves 6.97 once 30% are away or "
            "busy, and it takes one of 2.1",
        ),
        (
            "CAP104/not_ready_nobody_there",
            "go-live brings the service desk 0.64 (0.4 to 1.3) hours of work a day; a roster of 2 leaves 0 once 30% "
            "are away or busy, and it takes one of 0.2",
        ),
        ("CAP107/not_ready", "the load was tested at 1.49× the expected peak; 1.5× is the least"),
        ("CAP107/not_ready_not_tested", "the load was not tested; 1.5× the expected peak is the least"),
        (
            "CAP107/not_ready_critical",
            "the load was tested at 1.99× the expected peak and not until it broke; "
            "for a critical service 2× is the least",
        ),
        (
            "CAP107/not_ready_critical_broke_too_early",
            "the load was tested at 1.49× the expected peak; 2× is the least",
        ),
        ("CAP108/not_ready", "20 licences for 20 users; with 5% in hand it takes 21"),
        ("CAP108/not_ready", "the licences run out on 9 February 2027, 0 days after go-live"),
        ("CAP108/not_ready_rounded_up", "the licences run out on 10 April 2027, 60 days after go-live"),
        (
            "CAP109/not_ready",
            "24 users become 29 in a year, 21% and more than 20%, and the contract has no step for it",
        ),
        (
            "CAP109/not_ready_users_unknown",
            "users grow by 25% in a year, more than 20%, and the contract has no step for it",
        ),
        ("OWN101/not_ready", '"restore" has 2 people accountable (keller, oser); exactly one can be'),
        ("OWN101/not_ready", '"monitoring" has nobody accountable; exactly one person must be'),
        (
            "OWN104/not_ready",
            "Petra Weber is accountable for 7 activities and does 0; the most are 6, and 10 with what is done",
        ),
        (
            "OWN104/not_ready_by_what_is_done",
            "Anna Keller is accountable for 6 activities and does 5; the most are 6, and 10 with what is done",
        ),
        ("OWN106/not_ready", 'Jan Meyer is responsible for "change_execution" and accountable for "change_approval"'),
        (
            "OWN107/not_ready",
            "28 of 35 activities (80%) are done outside of Muster AG, whose service owner Anna Keller has 3.6 h a week",
        ),
        (
            "OWN107/not_ready_without_service_owner",
            "28 of 35 activities (80%) are done outside of Muster AG, which has no service owner",
        ),
        (
            "OWN108/not_ready",
            "22 of 24 activities that NetServ GmbH does are not in the scope of its contract: major_incident, problem, "
            "change_execution, release, access, privileged_access and 16 more",
        ),
        ("OWN109/not_ready", "nobody is named as sponsor"),
        ("OWN109/not_ready_without_operations_lead", "nobody is named as operations lead"),
        ("OWN109/not_ready_without_both", "nobody is named as sponsor, and nobody as operations lead"),
        (
            "OWN109/not_ready_in_one_person",
            "Petra Weber is sponsor and operations lead in one; it takes two people",
        ),
        (
            "OWN101/not_ready_minor_unlisted",
            "1 of 33 activities has nobody accountable, since it is not listed: exit",
        ),
        (
            "OWN101/not_ready_vital_unlisted",
            "2 of 33 activities have nobody accountable, since they are not listed: access and exit",
        ),
        (
            "OWN101/not_ready_nothing_listed",
            "33 of 33 activities have nobody accountable, since they are not listed: incident, major_incident, "
            "security_incident, restore, access, change_approval and 27 more",
        ),
        ("OWN102/not_ready", '"monitoring" has nobody responsible; at least one person must do it'),
        ("OWN102/not_ready", '"patching" is done by Nobody yet, where no member is named'),
        ("OWN103/not_ready", "Claire Oser has no deputy"),
        (
            "OWN103/not_ready_first_day",
            "Anna Keller and the deputy Beat Frei are away on the same day around go-live: Tue 2 Feb",
        ),
        (
            "OWN103/not_ready_last_day",
            "Anna Keller and the deputy Beat Frei are away on the same 2 days around go-live, the first is Mon 22 Feb",
        ),
        (
            "OWN105/not_ready",
            '"legal_reporting" has Support of the vendor accountable, who is not of the customer',
        ),
        (
            "PLN101/not_ready",
            "the kickoff is on Sat 9 Jan, a day off for Muster AG and NetServ GmbH; day 1 of the plan is Mon 11 Jan",
        ),
        (
            "PLN101/not_ready_holiday_of_one_side",
            "the kickoff is on Mon 11 Jan, a day off for NetServ GmbH; day 1 of the plan is Tue 12 Jan",
        ),
        ("PLN102/not_ready_eve_of_a_holiday", "go-live on Tue 9 Feb is unsuitable: the day after is a holiday"),
        ("PLN102/not_ready_key_role_away", "go-live on Tue 9 Feb is unsuitable: Jan Meyer does not work that day"),
        (
            "PLN103/not_ready",
            "1 day between Mon 18 Jan and go-live on Fri 22 Jan is left for tests; 2 are needed",
        ),
        (
            "PLN103/not_ready_none",
            "0 days between Mon 18 Jan and go-live on Thu 21 Jan are left for tests; 2 are needed",
        ),
        ("PLN106/not_ready", '"Visit on a Sunday" has no place on Sun 17 Jan; Anna Keller does not work that day'),
        (
            "PLN106/not_ready_holiday_at_one_site",
            '"Hold the kickoff, decide and sign" has no place on Mon 11 Jan; Petra Weber does not work that day: '
            "Local holiday",
        ),
        ("PLN107/not_ready", "Petra Weber has 8.25 h of work in the week of Mon 18 Jan, and 8 h for the rollout"),
        (
            "TRN101/not_ready",
            'training "Users" lasts until Tue 9 Feb and may until Mon 8 Feb, since its people start on Tue 9 Feb',
        ),
        (
            "TRN102/not_ready",
            'training "Users" ends on Mon 25 Jan, 15 days before its use; 14 are the most without a refresher',
        ),
        (
            "TRN106/not_ready",
            'training "Service Desk" lasts until Wed 3 Feb, and the first users are trained on Tue 2 Feb',
        ),
        ("TRN107/not_ready", 'training "Service Desk" is passed with 79% right; 80% is the least'),
        ("TRN107/not_ready", 'training "Second level" ends without a check'),
        (
            "TRN110/not_ready",
            'the behaviour check of training "Service Desk" is on 22 February 2027, '
            "not from 23 February 2027 to 10 April 2027",
        ),
        ("TRN110/not_ready_undated", 'training "Service Desk" has no date for a behaviour check'),
        ("TRN108/not_ready", "41 users have 2 key users; one to 20 is the least"),
        (
            "TRN108/not_ready_more_in_training",
            "400 users have 2 key users by name, and 20 in training; one to 20 is the least",
        ),
        (
            "TRN108/not_ready_one_in_a_critical_process",
            'the critical process "Payroll" has 1 key user; 2 are the least',
        ),
        ("TRN109/not_ready", "Beat Frei has 19% of the time before go-live; 20% is the least"),
        (
            "TRN109/not_ready_in_the_week_of_go_live",
            "Beat Frei has 49% of the time in the week of go-live; 50% is the least",
        ),
        (
            "TRN109/not_ready_in_neither",
            "Beat Frei has 10% of the time before go-live and 10% in its week; 20% and 50% are the least",
        ),
        ("TRN111/not_ready", "training has 399 of 10,000 CHF (3.99%); 4% is the least"),
        ("TRN111/not_ready_nothing", "training has 0 of 120,000 (0%); 4% is the least"),
        ("TRN112/not_ready", "1 objective rests on the managers, and no training is for them"),
        (
            "TRN112/not_ready_by_a_promise",
            "the time of 1 key user is promised, and no training is for the managers who release it",
        ),
        (
            "TRN113/not_ready",
            'the follow-up of training "Users" is on 9 February 2027, and its people start on 9 February 2027',
        ),
        ("TRN113/not_ready_undated", 'training "Users" has no date after go-live'),
    ],
)
def test_a_finding_reads_so(fixture: str, expected: str) -> None:
    assert expected in messages(fixture)


@pytest.mark.parametrize(
    ("blamed", "limit", "expected"),
    [
        (None, 18, '"{task}" has no place on Mon 18 Jan'),
        (None, 19, '"{task}" has no place from Mon 18 Jan to Tue 19 Jan'),
        ("keller", 19, '"{task}" has no place from Mon 18 Jan to Tue 19 Jan; Anna Keller has no time'),
    ],
)
def test_a_task_without_place_names_its_day_or_its_span(blamed: str | None, limit: int, expected: str) -> None:
    case = result_of(Fragment("")).case
    words = Words("en", case.playbook.texts["en"])
    task = replace(
        case.plan.tasks[0], state=State.UNPLACED, dates=(), bookings=(), blamed=blamed,
        earliest=date(2027, 1, 18), limit=date(2027, 1, limit),
    )  # fmt: skip
    (violation,) = RULES["PLN106"].judge(case.with_plan(replace(case.plan, tasks=(task,))))
    fault = getattr(violation, "parameters", {})["fault"]
    assert isinstance(fault, Message)
    assert plain(words.text(fault)) == expected.format(task=words.text(task.name))


HOMELESS = '"{task}" has no place until Mon 18 Jan; it comes after "{before}"'
EARLIER = 'place "{before}" earlier, or move its dates or go-live'
FIRST = 'find a place for "{before}" first, or move its dates or go-live'


@pytest.mark.parametrize(
    ("code", "state", "before_has_days", "expected", "remedy"),
    [
        ("PLN106", State.UNPLACED, True, f"{HOMELESS}, which ends on {{day}}", EARLIER),
        ("PLN106", State.UNPLACED, False, f"{HOMELESS}, which has none", FIRST),
        ("PLN105", State.LATE, True, '"{task}" ends on {own} and should by Mon 18 Jan; it comes after "{before}"',
         'finish "{before}" earlier, or live with the later date'),
    ],
)  # fmt: skip
def test_a_task_that_another_holds_up_names_that_one(
    code: str, state: State, before_has_days: bool, expected: str, remedy: str
) -> None:
    case = result_of(Fragment("")).case
    words = Words("en", case.playbook.texts["en"])
    first, second = case.plan.task_by_id["kickoff"], case.plan.task_by_id["name-deputies"]
    held = replace(
        second, state=state, held_up_by=first.id, earliest=date(2027, 1, 11), aim=date(2027, 1, 18),
        limit=date(2027, 1, 18), dates=second.dates if state is State.LATE else (),
    )  # fmt: skip
    before = first if before_has_days else replace(first, dates=(), bookings=(), state=State.AFTER_PLAN)
    (violation,) = RULES[code].judge(case.with_plan(replace(case.plan, tasks=(before, held))))
    said = getattr(violation, "parameters", {})
    own, day = words.day(second.dates[-1]), words.day(first.dates[-1])
    named = {"task": words.text(second.name), "before": words.text(first.name), "day": day, "own": own}
    assert plain(words.text(said["fault"])) == plain(expected.format(**named))
    assert plain(words.text(said["remedy"])) == plain(remedy.format(**named))


@pytest.mark.parametrize(
    ("before_has_days", "expected"),
    [
        (True, '3 tasks have no place, since they come after "{before}", which ends on {day}: {tasks}'),
        (False, '3 tasks have no place, since they come after "{before}", which has none: {tasks}'),
    ],
)
def test_tasks_that_one_holds_up_are_one_finding(before_has_days: bool, expected: str) -> None:
    case = result_of(Fragment("")).case
    words = Words("en", case.playbook.texts["en"])
    first, *others = (case.plan.task_by_id[id] for id in ("kickoff", "name-deputies", "contact-sheet", "channels"))
    causes = (first, *others)
    held = [
        replace(task, state=State.UNPLACED, held_up_by=cause.id, dates=(), bookings=(), blamed=None)
        for task, cause in zip(others, causes, strict=False)
    ]
    before = first if before_has_days else replace(first, dates=(), bookings=(), state=State.UNPLACED)
    found = list(RULES["PLN106"].judge(case.with_plan(replace(case.plan, tasks=(before, *held)))))
    faults = [plain(words.text(getattr(one, "parameters", {})["fault"])) for one in found]
    told = words.names(words.text(task.name) for task in others)
    named = {"before": words.text(first.name), "day": words.day(first.dates[-1]), "tasks": told}
    assert faults[-1] == plain(expected.format(**named))
    assert len(faults) == 1 + (not before_has_days)


def test_tasks_of_one_person_are_one_finding_and_those_of_the_file_have_their_own() -> None:
    case = result_of(Fragment("")).case
    words = Words("en", case.playbook.texts["en"])
    tasks = [
        replace(case.plan.task_by_id[id], state=State.UNPLACED, dates=(), bookings=(), blamed=person, origin=origin)
        for id, person, origin in (
            ("name-deputies", "keller", "base"), ("contact-sheet", "keller", "base"), ("channels", "oser", "base"),
            ("kickoff", "keller", "added"),
        )
    ]  # fmt: skip
    found = list(RULES["PLN106"].judge(case.with_plan(replace(case.plan, tasks=tuple(tasks)))))
    faults = [plain(words.text(getattr(one, "parameters", {})["fault"])) for one in found]
    assert len(faults) == 3
    assert faults[0].startswith(f'"{words.text(tasks[3].name)}" has no place')
    assert faults[1] == plain(
        "Anna Keller has no time for 2 tasks between their dates, so that they have no place: "
        + words.names(words.text(task.name) for task in tasks[:2])
    )
    assert faults[2].startswith(f'"{words.text(tasks[2].name)}" has no place')
