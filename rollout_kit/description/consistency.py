"""Values that fit one by one and contradict each other: ends before starts, circles of tasks."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pydantic_core import PydanticCustomError

from rollout_kit.description.circles import circles_of, told
from rollout_kit.description.improvement import Maturity
from rollout_kit.description.load import SupportLevel
from rollout_kit.description.organisations import About, Contract, Freeze
from rollout_kit.description.people import Absence
from rollout_kit.description.problems import Code, problem
from rollout_kit.description.quantities import parse_date
from rollout_kit.description.references import Known
from rollout_kit.description.restructured import Loc, Restructured
from rollout_kit.description.section import Section
from rollout_kit.description.settings import AddedTask, TaskChange
from rollout_kit.description.source_map import Places
from rollout_kit.description.tryout import Pilot, TestRun
from rollout_kit.finding import KeyPath, Problem
from rollout_kit.message import N_, message

SHORTEST_PLAN = 14
LONGEST_PLAN = 30
FORMAT_VERSION = 1
YEARS_AHEAD = 2  # house value: what is dated later has a digit of its year mistyped

_IN_ORDER: dict[type[Section], tuple[tuple[str, str], ...]] = {
    About: (("kickoff", "go_live"), ("go_live", "go_live_reserve")),
    Absence: (("starts_on", "ends_on"),),
    Freeze: (("starts_on", "ends_on"),),
    Pilot: (("starts_on", "ends_on"),),
    Contract: (("starts", "ends"), ("signed", "ends")),
    AddedTask: (("not_before", "until"), ("not_before", "on"), ("on", "until")),
    TaskChange: (("not_before", "until"), ("not_before", "on"), ("on", "until")),
    Maturity: (("since", "switch_off"),),
}
_SOON: dict[type[Section], tuple[str, ...]] = {
    About: ("go_live", "go_live_reserve"),
    AddedTask: ("not_before", "on", "until"),
    TaskChange: ("not_before", "on", "until"),
    TestRun: ("date",),
}
"""Dates that lie soon after the kickoff; waves may go on for years."""


def check_consistency(found: Restructured, places: Places, known: Known) -> Iterator[Problem]:
    """Yield what contradicts itself."""
    yield from _format(found, places)
    far = _far_dates(found)
    yield from _far(found, far, places)
    for model, fields, loc in found.tables:
        for first, second in _IN_ORDER.get(model, ()):
            if found.path_of((*loc, first)) not in far:
                yield from _order(found, fields, loc, first, second, places)
        if model is SupportLevel:
            yield from _passed_back(found, fields, loc, places)
    yield from _days(found, places)
    yield from _same_ids(found, places, known)
    yield from _circles(found, places)


def _format(found: Restructured, places: Places) -> Iterator[Problem]:
    version = found.tree.pop("format", FORMAT_VERSION)
    if version != FORMAT_VERSION or isinstance(version, bool):
        said = message(N_("this version of rollout-kit knows format {known} only"), known=FORMAT_VERSION)
        help = message(N_("write {right}"), right=f"format = {FORMAT_VERSION}")
        yield problem(Code.FORMAT, ("format",), places.at(found.path_of(("format",))), said, help)


def _order(
    found: Restructured, fields: Mapping[str, Any], loc: Loc, first: str, second: str, places: Places
) -> Iterator[Problem]:
    start, end = _date(fields.get(first)), _date(fields.get(second))
    if start is None or end is None or start <= end:
        return
    path, other = found.path_of((*loc, second)), found.path_of((*loc, first))
    said = message(
        N_("'{second}' ({end}) lies before '{first}' ({start})"),
        second=path[-1], end=end, first=other[-1], start=start,
    )  # fmt: skip
    yield problem(
        Code.ORDER, path, places.at(path), said, message(N_("mend one of the two dates")), further=(places.at(other),)
    )


def _passed_back(found: Restructured, fields: Mapping[str, Any], loc: Loc, places: Places) -> Iterator[Problem]:
    """Yield a level that hands contacts to itself or to one before it: work would go in a circle."""
    level, given = str(found.path_of(loc)[-1]), fields.get("passes_on")
    to = given.get("to") if isinstance(given, Mapping) else None
    if isinstance(to, str) and to <= level:
        path = found.path_of((*loc, "passes_on", "to"))
        said = message(N_("{level} passes on to {to}; what a level cannot do goes to a later one"), level=level, to=to)
        yield problem(
            Code.ORDER, path, places.at(path), said, message(N_("name a later level, or take 'passes_on' out"))
        )


def _date(value: object) -> date | None:
    try:
        return parse_date(value)
    except PydanticCustomError:
        return None


def _far_dates(found: Restructured) -> dict[KeyPath, date]:
    kickoff = _date(found.tree.get("about", {}).get("kickoff"))
    return {
        found.path_of((*loc, name)): day
        for model, fields, loc in found.tables
        for name in _SOON.get(model, ())
        if kickoff and (day := _date(fields.get(name))) and _is_far(kickoff, day)
    }


def _far(found: Restructured, far: Mapping[KeyPath, date], places: Places) -> Iterator[Problem]:
    """Yield one problem, at the first date that is far from the kickoff: with a wrong kickoff, they all are."""
    kickoff = _date(found.tree.get("about", {}).get("kickoff"))
    if not far or kickoff is None:
        return
    path, *others = far
    said = message(
        N_("'{key}' ({day}) lies more than {n} years after 'kickoff' ({kickoff})"),
        key=path[-1], day=far[path], n=YEARS_AHEAD, kickoff=kickoff,
    )  # fmt: skip
    further = tuple(places.at(one) for one in (found.path_of(("about", "kickoff")), *others))
    yield problem(Code.FAR, path, places.at(path), said, message(N_("mend the year")), further=further)


def _is_far(kickoff: date, day: date) -> bool:
    return (day.year - YEARS_AHEAD, day.month, day.day) > (kickoff.year, kickoff.month, kickoff.day)


def _days(found: Restructured, places: Places) -> Iterator[Problem]:
    days = found.tree.get("about", {}).get("days")
    if isinstance(days, int) and not isinstance(days, bool) and not SHORTEST_PLAN <= days <= LONGEST_PLAN:
        said = message(
            N_("'days' is {days}; a plan has {shortest} to {longest} days"),
            days=days, shortest=SHORTEST_PLAN, longest=LONGEST_PLAN,
        )  # fmt: skip
        path = found.path_of(("about", "days"))
        help = message(N_("what is due later stands in the plan's appendix, dated")) if days > LONGEST_PLAN else None
        yield problem(Code.DAYS, path, places.at(path), said, help)


def _own_tasks(found: Restructured) -> Iterator[tuple[Loc, Mapping[str, Any]]]:
    plan = found.tree.get("plan", {})
    for name in ("add", "imported"):
        for index, task in enumerate(plan.get(name, ())):
            if isinstance(task.get("id"), str):
                yield ("plan", name, index), task


def _same_ids(found: Restructured, places: Places, known: Known) -> Iterator[Problem]:
    seen: dict[str, Loc] = {}
    sites, trainings = ([item["id"] for item in found.tree.get(table, ())] for table in ("sites", "training"))
    for loc, task in _own_tasks(found):
        id, path = task["id"], found.path_of((*loc, "id"))
        if id in known.tasks or known.has_part(id, sites, trainings):
            said = message(N_("the playbook has a task '{id}' already"), id=id)
            yield problem(
                Code.SAME_ID,
                path,
                places.at(path),
                said,
                message(N_("change it in [plan.change], or choose another id")),
            )
        elif id in seen:
            first = places.at(found.path_of((*seen[id], "id")))
            said = message(N_("two tasks have the id '{id}'"), id=id)
            yield problem(Code.SAME_ID, path, places.at(path), said, further=(first,))
        else:
            seen[id] = loc


def _circles(found: Restructured, places: Places) -> Iterator[Problem]:
    after: dict[str, list[str]] = {}
    locs: dict[str, Loc] = {}
    for loc, task in _own_tasks(found):
        listed = task.get("after", ())
        waits_for = [listed] if isinstance(listed, str) else [one for one in listed if isinstance(one, str)]
        after.setdefault(task["id"], waits_for)
        locs.setdefault(task["id"], loc)
    for circle in circles_of(after):
        path = found.path_of((*locs[circle[0]], "after"))
        yield problem(Code.CYCLE, path, places.at(path), told(circle), message(N_("take one of them out of 'after'")))
