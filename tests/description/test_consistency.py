"""Values that contradict each other; each limit at, below and above."""

import pytest

from rollout_kit.description.consistency import LONGEST_PLAN, SHORTEST_PLAN
from tests.description.sample import TINY, told, validated


def rest(text: str) -> list[str]:
    return [one.partition(" ")[2] for one in told(text)]


def about(key: str) -> str:
    return TINY.replace("[customer]", f"{key}\n[customer]")


@pytest.mark.parametrize(("days", "fits"), [(13, False), (14, True), (15, True), (29, True), (30, True), (31, False)])
def test_a_plan_has_14_to_30_days(days, fits):
    found = rest(about(f"days = {days}"))
    said = f"FMT402 'days' is {days}; a plan has {SHORTEST_PLAN} to {LONGEST_PLAN} days"
    assert [one.partition(" | ")[0] for one in found] == ([] if fits else [said])


@pytest.mark.parametrize(("day", "fits"), [(10, False), (11, True), (12, True)])
def test_go_live_is_not_before_the_kickoff(day, fits):
    found = rest(about(f"go_live = 2027-01-{day}"))
    said = f"FMT401 'go_live' (2027-01-{day}) lies before 'kickoff' (2027-01-11) | mend one of the two dates"
    assert found == ([] if fits else [said])


FAR = "FMT403 '{key}' ({day}) lies more than 2 years after 'kickoff' ({kickoff}) | mend the year"


@pytest.mark.parametrize(
    ("kickoff", "day", "fits"),
    [
        ("2027-01-11", "2029-01-10", True),
        ("2027-01-11", "2029-01-11", True),
        ("2027-01-11", "2029-01-12", False),
        ("2027-01-11", "2072-02-08", False),
        ("2028-02-29", "2030-02-28", True),
        ("2028-02-29", "2030-03-01", False),
    ],
)
def test_go_live_is_within_two_years_of_the_kickoff(kickoff, day, fits):
    found = rest(about(f"go_live = {day}").replace("2027-01-11", kickoff))
    assert found == ([] if fits else [FAR.format(key="go_live", day=day, kickoff=kickoff)])


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (about("go_live = 2027-02-08\ngo_live_reserve = 2072-02-08"), "go_live_reserve"),
        (TINY + '[plan]\nadd = [{ id = "a", name = "A", on = 2072-02-08 }]', "on"),
        (TINY + '[plan]\nadd = [{ id = "a", name = "A", until = 2072-02-08 }]', "until"),
        (TINY + "[plan.change.kickoff]\nnot_before = 2072-02-08", "not_before"),
        (TINY + '[[tests]]\nscenario = "restore"\ndate = 2072-02-08', "date"),
    ],
)
def test_so_are_dates_of_the_plan_and_of_tests(text, key):
    assert rest(text) == [FAR.format(key=key, day="2072-02-08", kickoff="2027-01-11")]
    assert rest(text.replace("2072", "2028")) == []


def test_a_wrong_year_of_the_kickoff_is_one_problem_with_all_dates_that_are_far():
    text = about("go_live = 2027-02-08") + '[[tests]]\nscenario = "restore"\ndate = 2027-02-01'
    (problem,) = validated(text.replace("2027-01-11", "2017-01-11")).problems
    assert (problem.code, problem.position.line) == ("FMT403", 5)
    assert [place.line for place in problem.further] == [3, 13]


def test_what_only_follows_from_a_far_date_is_not_told_besides():
    assert rest(about("go_live = 2072-02-08\ngo_live_reserve = 2027-02-22")) == [
        FAR.format(key="go_live", day="2072-02-08", kickoff="2027-01-11")
    ]


def test_waves_may_go_on_for_years():
    assert rest(TINY + "[load]\nwaves = [{ date = 2030-01-14, users = 5 }]") == []


@pytest.mark.parametrize(
    "text",
    [
        about("go_live = 2027-02-08\ngo_live_reserve = 2027-02-07"),
        TINY.replace("[provider]", "freeze = [{ from = 2027-03-02, to = 2027-03-01 }]\n[provider]"),
        TINY + "[provider.contract]\nstarts = 2027-03-02\nends = 2027-03-01",
        TINY + "[pilot]\nfrom = 2027-03-02\nto = 2027-03-01",
        TINY + '[people.a]\nname = "A"\nabsences = [{ from = 2027-03-02, to = 2027-03-01 }]',
        TINY + '[plan]\nadd = [{ id = "a", name = "A", not_before = 2027-03-02, until = 2027-03-01 }]',
        TINY + '[maturity]\nfax = { phase = "retire", since = 2027-03-02, switch_off = 2027-03-01 }',
    ],
)
def test_no_end_lies_before_its_start(text):
    (problem,) = validated(text).problems
    assert problem.code == "FMT401"
    assert len(problem.further) == 1
    assert told(text.replace("03-01", "03-02").replace("02-07", "02-08")) == []


def tasks(*after: str) -> str:
    rows = ", ".join(f'{{ id = "t{n}", name = "T", after = [{held}] }}' for n, held in enumerate(after))
    return f"{TINY}[plan]\nadd = [{rows}]"


@pytest.mark.parametrize(
    ("after", "circle"),
    [
        (['"t0"'], "t0 → t0"),
        (['"t1"', '"t2"', '"t0"'], "t0 → t1 → t2 → t0"),
        (['"t1"', '"t2", "kickoff"', '"t1"'], "t1 → t2 → t1"),
    ],
)
def test_a_circle_of_tasks_is_listed(after, circle):
    assert rest(tasks(*after)) == [
        f"FMT307 tasks wait for each other in a circle: {circle} | take one of them out of 'after'"
    ]


def test_a_long_chain_of_tasks_is_no_circle_and_no_recursion():
    assert rest(tasks(*(f'"t{n + 1}"' for n in range(1500)), "")) == []


def test_two_tasks_of_one_id_are_told():
    text = TINY + '[plan]\nadd = [{ id = "a", name = "A" }, { id = "a", name = "B" }, { id = "kickoff", name = "C" }]'
    assert rest(text) == [
        "FMT306 two tasks have the id 'a'",
        "FMT306 the playbook has a task 'kickoff' already | change it in [plan.change], or choose another id",
    ]


def test_another_version_of_the_format_is_told():
    assert told("format = 2\n" + TINY) == [
        "1:10 FMT215 this version of rollout-kit knows format 1 only | write format = 1"
    ]
    assert told("format = 1\n" + TINY) == []


@pytest.mark.parametrize(("level", "to", "fits"), [("L1", "L1", False), ("L2", "L1", False), ("L1", "L2", True)])
def test_a_level_passes_on_to_a_later_one(level, to, fits):
    other = "\n".join(f"[support.{one}]\nstaff = 1" for one in ("L1", "L2") if one != level)
    found = rest(f'{TINY}{other}\n[support.{level}]\nstaff = 1\npasses_on = {{ to = "{to}", share = 0.3 }}')
    said = f"FMT401 {level} passes on to {to}; what a level cannot do goes to a later one"
    assert [one.partition(" | ")[0] for one in found] == ([] if fits else [said])
