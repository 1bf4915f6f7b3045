"""Published instances of project scheduling as problems: PSPLIB's `.sm`, and Patterson's `.rcp`."""

import re
from collections.abc import Iterator

from rollout_kit.plan.serial.problem import Activity, Link, Problem, Resource

SECTION = re.compile(r"^\s*(PRECEDENCE|REQUESTS|RESOURCE\s*AVAILABILIT)", re.IGNORECASE)
COUNT = re.compile(r"^\s*-?\s*(jobs|renewable|nonrenewable|doubly constrained)\b[^:]*:\s*(\d+)", re.IGNORECASE)
MOST_SLOTS = 1_000_000

SEVERAL_MODES = "has activities with several modes, and only those with one are scheduled"
NOT_RENEWABLE = "has resources that are used up, and only those that are free again are scheduled"


class UnreadableError(Exception):
    """A text is no instance that can be scheduled; the message says why, as the rest of "FILE: …"."""


def problem_of(text: str, suffix: str) -> Problem:
    """Return the problem that a text describes; `suffix` is that of its file. Raises UnreadableError."""
    try:
        rows = _patterson(text) if suffix.lower() in (".rcp", ".rcps") else _psplib(text)
    except (ValueError, IndexError) as fault:
        raise UnreadableError(str(fault) if type(fault) is ValueError and fault.args else "ends too early") from None
    return _problem(*rows)


Rows = tuple[dict[int, int], dict[int, list[int]], dict[int, list[int]], list[int]]
"""By number of the job its duration, requests and successors; and the capacities."""


def _psplib(text: str) -> Rows:
    parts: dict[str, list[list[int]]] = {"PRECEDENCE": [], "REQUESTS": [], "RESOURCE": []}
    announced: dict[str, int] = {}
    part: str | None = None
    for line in text.replace("\ufeff", "").splitlines():
        if heading := SECTION.match(line):
            part = heading[1].upper().split()[0].removesuffix("AVAILABILIT")
        elif count := COUNT.match(line):
            announced[count[1].lower()] = int(count[2])
        elif part and (numbers := _numbers(line)):
            parts[part].append(numbers)
    if not all(parts.values()):
        raise UnreadableError("is no PSPLIB instance: precedence relations, requests or resources are missing")
    successors = dict(_precedences(parts["PRECEDENCE"]))
    if announced.get("nonrenewable") or announced.get("doubly constrained"):
        raise UnreadableError(NOT_RENEWABLE)
    durations, requests, capacities = _requests(parts, announced)
    return durations, requests, successors, capacities


def _numbers(line: str) -> list[int]:
    """Return the numbers of a line that holds nothing else."""
    words = line.split()
    return [int(word) for word in words] if words and all(re.fullmatch(r"-?\d+", word) for word in words) else []


def _requests(
    parts: dict[str, list[list[int]]], announced: dict[str, int]
) -> tuple[dict[int, int], dict[int, list[int]], list[int]]:
    capacities = [number for row in parts["RESOURCE"] for number in row]
    resources = announced.get("renewable", len(capacities))
    if len(capacities) != resources:
        raise UnreadableError(f"announces {resources} resources and gives the capacity of {len(capacities)}")
    durations: dict[int, int] = {}
    requests: dict[int, list[int]] = {}
    for row in parts["REQUESTS"]:
        if len(row) == len(capacities) + 2:  # a further mode stands without its job's number
            raise UnreadableError(SEVERAL_MODES)
        if len(row) != len(capacities) + 3:
            raise UnreadableError(
                f"gives job {row[0]} {len(row) - 3} requests, and there are {len(capacities)} resources"
            )
        if row[1] != 1 or row[0] in durations:
            raise UnreadableError(SEVERAL_MODES)
        durations[row[0]], requests[row[0]] = row[2], row[3:]
    jobs = announced.get("jobs", len(durations))
    if len(durations) != jobs:
        raise UnreadableError(f"announces {jobs} jobs and describes {len(durations)}")
    return durations, requests, capacities


def _precedences(rows: list[list[int]]) -> Iterator[tuple[int, list[int]]]:
    """Yield job and successors, also where the successors of one job go on in further lines."""
    stream = [number for row in rows for number in row]
    at = 0
    while at < len(stream):
        job, modes, count = stream[at : at + 3]
        if modes != 1:
            raise UnreadableError(SEVERAL_MODES)
        after = stream[at + 3 : at + 3 + count]
        if len(after) < count:
            raise UnreadableError(f"gives job {job} {len(after)} of its {count} successors")
        yield job, after
        at += 3 + count


def _patterson(text: str) -> Rows:
    words = text.split()
    if not words or not all(re.fullmatch(r"\d+", word) for word in words):
        raise UnreadableError("is no instance of Patterson's format: it holds nothing but numbers")
    numbers = iter(int(word) for word in words)

    def some(count: int) -> list[int]:
        taken = [number for _, number in zip(range(count), numbers, strict=False)]
        if len(taken) < count:
            raise UnreadableError("ends too early")
        return taken

    jobs, resources = some(2)
    capacities = some(resources)
    durations: dict[int, int] = {}
    requests: dict[int, list[int]] = {}
    successors: dict[int, list[int]] = {}
    for job in range(1, jobs + 1):
        durations[job], *requests[job] = some(resources + 1)
        successors[job] = some(some(1)[0])
    return durations, requests, successors, capacities


def _problem(
    durations: dict[int, int], requests: dict[int, list[int]], successors: dict[int, list[int]], capacities: list[int]
) -> Problem:
    jobs = sorted(durations)
    number = {job: each for each, job in enumerate(jobs)}
    for job in (*successors, *(after for each in successors.values() for after in each)):
        if job not in number:
            raise UnreadableError(f"names job {job}, which it does not describe")
    for job in jobs:
        _check(job, durations[job], requests[job], capacities)
    if sum(durations.values()) > MOST_SLOTS:
        raise UnreadableError(f"takes {sum(durations.values())} slots, and at most {MOST_SLOTS} are scheduled")
    activities = tuple(
        Activity(
            id=str(job),
            slots=durations[job],
            needs=tuple((who, units) for who, units in enumerate(requests[job]) if units),
        )
        for job in jobs
    )
    pairs = dict.fromkeys((number[job], number[after]) for job, behind in successors.items() for after in behind)
    problem = Problem(
        activities=activities,
        resources=tuple(Resource(id=f"R{who + 1}", capacity=units) for who, units in enumerate(capacities)),
        links=tuple(Link(before=before, after=after) for before, after in pairs),
    )
    try:
        _ = problem.sequence
    except ValueError:
        raise UnreadableError("has jobs that wait for one another in a circle") from None
    return problem


def _check(job: int, duration: int, requests: list[int], capacities: list[int]) -> None:
    if duration < 0 or min(requests, default=0) < 0:
        raise UnreadableError(f"gives job {job} a number below zero")
    for who, (units, capacity) in enumerate(zip(requests, capacities, strict=True), 1):
        if units > capacity and duration:
            raise UnreadableError(f"lets job {job} ask for {units} of R {who}, and there are {capacity}")
