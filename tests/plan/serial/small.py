"""Small problems for tests, and every schedule of one by brute force."""

from itertools import product
from random import Random

from validator import faults

from rollout_kit.plan.serial.problem import Activity, Link, Problem, Resource


def published(seed: int, *, jobs: int = 8, resources: int = 2) -> Problem:
    """Return a problem like the published ones: constant capacities, several units a need, links forwards."""
    random = Random(seed)
    capacities = [random.randint(3, 6) for _ in range(resources)]
    activities = tuple(
        Activity(
            id=f"job {number}",
            slots=random.randint(0 if number % 7 == 3 else 1, 4),
            needs=tuple((who, random.randint(1, 3)) for who in range(resources) if random.random() < 0.7),
        )
        for number in range(jobs)
    )
    pairs = [(a, b) for b in range(jobs) for a in range(b) if random.random() < 0.2]
    return Problem(
        activities=activities,
        resources=tuple(Resource(id=f"R{who}", capacity=units) for who, units in enumerate(capacities)),
        links=tuple(Link(before=a, after=b) for a, b in pairs),
    )


def staffed(seed: int, *, jobs: int = 8, people: int = 3, slots: int = 40) -> Problem:
    """Return a problem like a rollout: people who are away, joint work, windows, lags, work that pauses."""
    random = Random(seed)
    team = tuple(
        Resource(id=f"person {who}", capacity=1, by_slot=tuple(int(random.random() < 0.7) for _ in range(slots)))
        for who in range(people)
    )
    activities = tuple(
        Activity(
            id=f"task {number}",
            slots=random.randint(1, 3) if (pauses := random.random() < 0.6) else 1,
            needs=tuple((who, 1) for who in sorted({random.randrange(people), random.randrange(people)})),
            earliest=random.choice((0, 0, 0, 5)),
            pauses=pauses,
        )
        for number in range(jobs)
    )
    pairs = [(a, b) for b in range(jobs) for a in range(b) if random.random() < 0.2]
    links = tuple(
        Link(before=a, after=b, least=random.choice((0, 0, 0, 2)), from_start=random.random() < 0.1) for a, b in pairs
    )
    return Problem(activities=activities, resources=team, links=links)


def by_brute_force(problem: Problem, *, most: int) -> int | None:
    """Return the least slots in which a problem without pauses can be done, up to `most`; None where in none."""
    for makespan in range(most + 1):
        ranges = [range(makespan - one.slots + 1) for one in problem.activities]
        if any(not faults(problem, starts) for starts in product(*ranges)):
            return makespan
    return None


def mixed(seed: int) -> Problem:
    """Return a small problem with all there is: calendars, teams, windows, lags of every kind, overlaps, pauses."""
    random = Random(seed)
    teams = tuple(_team(who, random) for who in range(random.randint(1, 3)))
    activities = tuple(
        Activity(
            id=f"activity {number}",
            slots=random.randint(0, 3),
            needs=tuple(
                (who, random.randint(1, one.capacity)) for who, one in enumerate(teams) if random.random() < 0.6
            ),
            earliest=random.choice((0, 0, 4)),
            pauses=random.random() < 0.6,
            until=random.choice((None, None, None, 30)),
        )
        for number in range(random.randint(3, 10))
    )
    pairs = [(a, b) for b in range(len(activities)) for a in range(b) if random.random() < 0.2]
    links = tuple(
        Link(
            before=a,
            after=b,
            least=(least := random.choice((0, 0, 1, -1))),
            most=random.choice((None, None, None, least + 6)),
            from_start=random.random() < 0.2,
        )
        for a, b in pairs
    )
    return Problem(activities=activities, resources=teams, links=links)


def _team(number: int, random: Random) -> Resource:
    capacity = random.randint(1, 3)
    by_slot = tuple(random.choice((0, capacity, capacity, max(0, capacity - 1))) for _ in range(40))
    return Resource(id=f"team {number}", capacity=capacity, by_slot=by_slot if random.random() < 0.7 else None)
