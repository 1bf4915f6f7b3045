"""For whom a copy is: without the other house's internal tasks, or the working copy, where they are marked.

Documents and exports are drawn from the result that this returns, so that none of them can forget it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal

from rollout_kit.assess.result import Result
from rollout_kit.assess.subject import organisation_of
from rollout_kit.calendars.calendars import Calendars
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.settings import AddedTask
from rollout_kit.finding import Finding
from rollout_kit.message import N_, Message, Parameter, Source, message
from rollout_kit.plan.model import TO_BE_NAMED, PersonRef, Plan, Task, WeekLoad

Side = Literal["customer", "provider"]
Paper = Literal["A4", "Letter"]

HIDDEN_ID = "internal"


def edition_for(result: Result, side: Side | None) -> Result:
    """Return the result as one house may see it; without a side the working copy, with internal tasks marked."""
    hidden = [task for task in result.case.plan.tasks if _is_hidden(task, result.case.rollout, side)]
    blank = _Blank(hidden, result.case.rollout, side)
    case = replace(result.case, scheduled=blank.plan(result.case.plan))
    if hidden:
        rollout = blank.rollout()
        case = replace(case, rollout=rollout, calendars=Calendars(rollout))
    findings = tuple(blank.finding(finding) for finding in result.findings)
    return replace(result, case=case, findings=findings, edition=side or "")


def on_paper(result: Result, paper: Paper) -> Result:
    """Return the result for another paper than that of the description."""
    rollout = result.case.rollout
    brand = rollout.brand.model_copy(update={"paper": paper})
    return replace(result, case=replace(result.case, rollout=rollout.model_copy(update={"brand": brand})))


def house_of(ref: PersonRef, rollout: Rollout) -> Side:
    """Return whose a person, team or vendor is; what is a vendor's belongs to the provider, who works with it."""
    if ref == TO_BE_NAMED["customer"]:
        return "customer"
    return "customer" if organisation_of(rollout, ref) == "customer" else "provider"


def _is_hidden(task: Task, rollout: Rollout, side: Side | None) -> bool:
    return side is not None and task.audience == "internal" and house_of(task.lead, rollout) != side


class _Blank:
    """Takes tasks out of what is shown, and their words out of what others say."""

    def __init__(self, hidden: list[Task], rollout: Rollout, side: Side | None) -> None:
        self._ids = {task.id for task in hidden}
        self._rollout = rollout
        other = rollout.provider.name if side == "customer" else rollout.customer.name
        self._instead = message(N_("an internal task of {house}"), house=other)
        said = [text for task in hidden for text in (task.name, task.proof) if text is not None]
        self._words = {text.text for text in said}
        self._whole: Mapping[str, Message] = dict.fromkeys((*self._words, *self._ids), self._instead)

    def rollout(self) -> Rollout:
        """Return the description without the words of hidden tasks; their places in the lists stay."""
        plan = self._rollout.plan
        added = tuple(self._emptied(task) for task in plan.add)
        imported = tuple(self._emptied(task) for task in plan.imported)
        changed = plan.model_copy(update={"add": added, "imported": imported})
        return self._rollout.model_copy(update={"plan": changed})

    def plan(self, plan: Plan) -> Plan:
        """Return the plan without hidden tasks and their hours; internal ones that stay are marked."""
        return replace(
            plan,
            tasks=tuple(self._task(task) for task in plan.tasks if task.id not in self._ids),
            later=tuple(item for item in plan.later if item.id not in self._ids),
            skipped=tuple(skipped for skipped in plan.skipped if skipped[0] not in self._ids),
            weeks=tuple(self._week(week, plan) for week in plan.weeks),
            no_room=tuple(replace(found, tasks=self._kept(found.tasks)) for found in plan.no_room),
            proof=plan.proof and replace(plan.proof, open_tasks=self._kept(plan.proof.open_tasks)),
        )

    def finding(self, finding: Finding) -> Finding:
        """Return the finding; a hidden task in it is called an internal task: a blocker is never hidden."""
        return replace(
            finding,
            message=self._message(finding.message),
            remedy=self._message(finding.remedy),
            subject="" if finding.subject in self._ids else finding.subject,
        )

    def _emptied(self, task: AddedTask) -> AddedTask:
        if task.id not in self._ids:
            return task.model_copy(update={"after": tuple(id for id in task.after if id not in self._ids)})
        return task.model_copy(update={"id": HIDDEN_ID, "name": HIDDEN_ID, "proof": "", "after": ()})

    def _task(self, task: Task) -> Task:
        name = task.name if task.origin == "added" else self._message(task.name)  # a namesake keeps its own words
        return replace(
            task,
            name=message(N_("{task} (internal)"), task=name) if task.audience == "internal" else name,
            proof=self._message(task.proof) if task.proof else None,
            reason=self._message(task.reason) if task.reason else None,
            after=tuple(id for id in task.after if id not in self._ids),
            held_up_by=None if task.held_up_by in self._ids else task.held_up_by,
        )

    def _kept(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(id for id in ids if id not in self._ids)

    def _week(self, week: WeekLoad, plan: Plan) -> WeekLoad:
        hours = sum(
            booking.minutes
            for task in plan.tasks
            if task.id in self._ids
            for booking in task.bookings
            if booking.person == week.person and 0 <= (booking.date - week.monday).days < 7
        )
        return replace(week, placed=week.placed - hours) if hours else week

    def _message(self, said: Message) -> Message:
        if not self._ids:
            return said
        if said.source is Source.VERBATIM:
            return self._whole.get(said.text, said)
        return replace(said, parameters={key: self._parameter(value) for key, value in said.parameters.items()})

    def _parameter(self, value: Parameter) -> Parameter:
        match value:
            case Message():
                return self._message(value)
            case tuple():
                return tuple(self._parameter(item) for item in value)
            case str():
                return self._whole[value] if value in self._whole else self._text(value)
            case _:
                return value

    def _text(self, text: str) -> str:
        """Return words in which no hidden name stands, for those that were joined to a list already."""
        for word in sorted(self._words, key=len, reverse=True):
            text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", "…", text)
        return text
