"""The one way through: texts in, result and files out. Nothing here reads a clock, a file or the environment."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from rollout_kit.assess.carrying import Carrying
from rollout_kit.assess.case import Case
from rollout_kit.assess.choice import Choice
from rollout_kit.assess.decisions import open_decisions
from rollout_kit.assess.edition import Paper, Side, edition_for, on_paper
from rollout_kit.assess.prospects import Prospects
from rollout_kit.assess.result import Result
from rollout_kit.assess.rule import Rule, Stage
from rollout_kit.assess.runner import Assessment, assess, joined
from rollout_kit.assess.verdict import verdict
from rollout_kit.assess.waivers import judged_waivers, with_ends, with_waivers
from rollout_kit.calendars.calendars import Calendars
from rollout_kit.description.brand_checks import logos_of
from rollout_kit.description.references import Known
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.source_map import Places
from rollout_kit.description.validate import Validated, validate
from rollout_kit.finding import Problem
from rollout_kit.plan.chance import Chance, chance_of
from rollout_kit.plan.draft import draft
from rollout_kit.plan.model import Plan
from rollout_kit.plan.place import placed_soon
from rollout_kit.plan.proposal import Planner, day_that_fits, good_days, no_room, with_go_live
from rollout_kit.plan.relief import Relief, reliefs
from rollout_kit.plan.schedule import schedule
from rollout_kit.plan.sketch import Draft
from rollout_kit.playbook.load import Opened, open_playbook, shipped_playbooks
from rollout_kit.rules.catalogue import catalogue

if TYPE_CHECKING:  # trees are for documents; `check` draws none and starts quicker without
    from rollout_kit.capacity.answer import Answer
    from rollout_kit.capacity.model import Untold
    from rollout_kit.document import Document

ALL_RULES = Choice()
PROBES = 120  # house value: tries on each later day of which only is asked whether all fits


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one run: problems of the file (and no result), or a result."""

    places: Places
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    result: Result | None


def run(main: str, contents: Mapping[str, bytes], as_of: date, choice: Choice = ALL_RULES) -> Outcome:
    """Validate, assess, draft, schedule, assess again; what the first finds is cured, unless it is waived."""
    opened = cache(partial(open_playbook, contents=contents))
    read = validate(main, contents, lambda name: known(opened(name)))
    if read.problems or read.rollout is None:
        return Outcome(places=read.places, problems=read.problems, notes=read.notes, result=None)
    rollout = read.rollout
    playbook = opened(rollout.about.playbook).sound
    case = Case(rollout=rollout, playbook=playbook, calendars=Calendars(rollout), as_of=as_of)
    rules = _Rules(choice.of(catalogue()), read.places)
    cures = {rule.code: rule.cure for rule in rules.all if rule.cure is not None}
    first = rules.assess(case, "description")
    to_cure = [each for each in with_waivers(first.findings, judged_waivers(case, first.findings)) if each.is_open]

    def drafted_as(described: Rollout) -> Draft:  # on another go-live everybody still has the same calendar
        calendars = case.calendars if described.people is rollout.people else Calendars(described)
        return draft(described, playbook, calendars, to_cure, cures)

    def planned_as(described: Rollout) -> Plan:
        return schedule(drafted_as(described), described)

    def probed_as(described: Rollout) -> Plan:
        return schedule(drafted_as(described), described, tries=PROBES)

    drafted = drafted_as(rollout)
    plan = schedule(drafted, rollout)
    fits_on = day_that_fits(rollout, plan, case.calendars, probed_as)
    planned = case.with_plan(replace(plan, fits_on=fits_on, no_room=no_room(drafted, plan)))
    found = joined(first, rules.assess(planned, "plan"), read.places)
    titles = {rule.code: rule.title for rule in rules.all}
    waived = with_ends(planned.with_waivers(judged_waivers(planned, found.findings)), titles)
    result = _result(waived, joined(found, rules.assess(waived, "waivers"), read.places), read, contents)
    carrying = Carrying(reckon=lambda: answered(rollout, case.calendars))
    result = replace(result, prospects=_prospects(planned, drafted_as, planned_as), carrying=carrying)
    return Outcome(places=read.places, problems=(), notes=read.notes, result=result)


@dataclass(frozen=True, slots=True)
class _Rules:
    """The catalogue, run stage by stage."""

    all: tuple[Rule, ...]
    places: Places

    def assess(self, case: Case, stage: Stage) -> Assessment:
        return assess(case, [rule for rule in self.all if rule.stage == stage], self.places)


def copy_of(result: Result, edition: Side | None, paper: Paper | None) -> Result:
    """Return the result as a copy shows it: for one house, or the working copy; on other paper where that is asked."""
    shown = edition_for(result, edition)
    return shown if paper is None else on_paper(shown, paper)


def documents(result: Result, kinds: Sequence[str], language: str) -> "tuple[Document, ...]":
    """Return the documents of these kinds, composed in a language."""
    from rollout_kit.compose import compose

    return compose(result, kinds, language)


def draw(document: "Document", format: str) -> tuple[str, bytes]:
    """Return the file name and the bytes of a document in a format."""
    from rollout_kit.render.formats import file_name, render

    return file_name(document, format), render(document, format)


def export(result: Result, format: str, language: str) -> tuple[tuple[str, bytes], ...]:
    """Return names and bytes of what a result is exported to: a workbook (`xlsx`), calendars (`ics`)."""
    from rollout_kit.compose import words_for
    from rollout_kit.render.exports import EXPORTS

    files = EXPORTS[format](result, words_for(result, language))
    suffix = f"-{result.edition}" if result.edition else ""
    return tuple((f"{name.removesuffix(f'.{format}')}{suffix}.{format}", content) for name, content in files)


def known(opened: Opened) -> Known:
    """Return what a description may refer to, for one playbook."""
    return Known(
        playbooks=shipped_playbooks(),
        activities=opened.ids("activities"),
        tasks=opened.ids("tasks"),
        tasks_per_site=opened.tasks_per("site"),
        tasks_per_session=opened.tasks_per("session"),
        scenarios=opened.ids("scenarios"),
        chapters=opened.ids("chapters"),
        rules=tuple(rule.code for rule in catalogue()),
        problems=opened.problems,
        sheets=opened.sheets,
        lacking_words=opened.lacking_words,
        is_half_known=opened.is_half_known,
    )


def _prospects(case: Case, redraft: Callable[[Rollout], Draft], replan: Planner) -> Prospects:
    rollout, plan = case.whole, case.plan

    def chance() -> Chance:
        later = good_days(plan, case.calendars)
        return chance_of(plan.go_live, later, lambda day: redraft(with_go_live(rollout, day)), placed_soon)

    def helping() -> tuple[Relief, ...]:
        return reliefs(rollout, plan, case.calendars, case.cast, replan)

    return Prospects(reckon_chance=chance, reckon_reliefs=helping)


def answered(rollout: Rollout, calendars: Calendars) -> "Answer | Untold":
    """Return whether support carries the load, or what it lacks to tell."""
    from rollout_kit.capacity.answer import answer

    return answer(rollout, calendars)


def _result(case: Case, assessed: Assessment, read: Validated, contents: Mapping[str, bytes]) -> Result:
    findings = with_waivers(assessed.findings, case.waivers)
    return Result(
        case=case,
        findings=findings,
        untested=assessed.untested,
        tested=assessed.tested,
        applicable=assessed.applicable,
        tested_codes=assessed.tested_codes,
        applicable_codes=assessed.applicable_codes,
        verdict=verdict(findings, assessed.untested),
        decisions=open_decisions(case, findings),
        notes=read.notes,
        logos=logos_of(case.rollout.brand, contents),
        sheet_id=_sheet_id(contents, case.as_of),
    )


def _sheet_id(contents: Mapping[str, bytes], as_of: date) -> str:
    digest = hashlib.sha256(as_of.isoformat().encode())
    for name in sorted(contents):
        digest.update(name.encode() + b"\0" + contents[name] + b"\0")
    return digest.hexdigest()[:8].upper()
