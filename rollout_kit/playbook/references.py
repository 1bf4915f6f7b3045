"""Whether what a playbook names is there: tasks, roles, activities, chapters, scenarios, rules, marks of a plan."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from rollout_kit.description.circles import circles_of, told
from rollout_kit.description.problems import Code
from rollout_kit.description.rule_families import is_rule_to_come
from rollout_kit.finding import KeyPath, dotted
from rollout_kit.message import N_, message
from rollout_kit.playbook.check import ROLES
from rollout_kit.playbook.faults import Fault, unknown
from rollout_kit.playbook.model import FROM_DESCRIPTION, BaseTask, Playbook
from rollout_kit.playbook.window import WindowError, parse_mark

_LATER = re.compile(r"g\+[0-9]{1,3}w?|d[0-9]{1,3}")
_AFTER = re.compile(r"[0-9]{1,3}")


def reference_faults(playbook: Playbook) -> Iterator[Fault]:
    """Yield a fault for each name that nothing has, each circle of tasks and each mark that is none."""
    yield from _singles(playbook)
    for task in playbook.tasks:
        yield from _of_task(playbook, task)
    yield from _of_lists(playbook)
    yield from _of_cures(playbook)
    yield from _of_people(playbook)
    yield from _circles(playbook)
    yield from _codes(playbook)
    yield from _marks(playbook)


def _singles(playbook: Playbook) -> Iterator[Fault]:
    """Yield what only one task may be: a landmark, the player of a scenario."""
    for field in ("landmark", "scenario"):
        held = [(task.id, getattr(task, field)) for task in playbook.tasks if getattr(task, field)]
        times = Counter(value for _, value in held)
        for value in (value for value, count in times.items() if count > 1):
            id = [task for task, written in held if written == value][-1]
            said = message(N_("{key} is there twice"), key=value)
            yield Fault(code=Code.TWICE, path=("tasks", id, field), said=said)


def _of_task(playbook: Playbook, task: BaseTask) -> Iterator[Fault]:
    place: KeyPath = ("tasks", task.id)
    tasks = [each.id for each in playbook.tasks]
    yield from unknown((*place, "after"), (each.task for each in task.after), tasks, Code.TASK)
    yield from unknown((*place, "chapters"), task.chapters, playbook.chapter_keys)
    if task.scenario:
        yield from _one((*place, "scenario"), task.scenario, _ids(playbook.scenarios))
    yield from _role((*place, "lead"), task.lead, playbook)
    yield from _roles((*place, "seats"), [seat.who for seat in task.seats], playbook, "session-trainer")


def _of_lists(playbook: Playbook) -> Iterator[Fault]:
    tasks = [task.id for task in playbook.tasks]
    yield from unknown(("mandatory_scenarios",), playbook.mandatory_scenarios, _ids(playbook.scenarios))
    for item in playbook.later:
        if item.condition == "not-placed":
            yield from _one(("later", item.id), item.id, tasks, Code.TASK)
    for agenda in playbook.agendas:
        yield from _one(("agendas", agenda.id, "task"), agenda.task, tasks, Code.TASK)
        for index, point in enumerate(agenda.points):
            yield from _role(("agendas", agenda.id, "points", index, "lead"), point.lead, playbook)


def _of_cures(playbook: Playbook) -> Iterator[Fault]:
    tasks = [task.id for task in playbook.tasks]
    for cured in playbook.cured_by_task:
        yield from _one(("cured_by_task", cured.rule, "task"), cured.task, tasks, Code.TASK)
    for cure in playbook.cures:
        yield from _role(("cures", cure.id, "owner"), cure.owner, playbook)
        if cure.helper:
            yield from _role(("cures", cure.id, "helper"), cure.helper, playbook)


def _of_people(playbook: Playbook) -> Iterator[Fault]:
    for decision in playbook.decisions:
        yield from _one(("decisions", decision.id, "decider"), decision.decider, ROLES)
    for item in playbook.later:
        yield from unknown(("later", item.id, "who"), item.who, _who(playbook))
    for routine in playbook.routines:
        yield from _role(("routines", routine.id, "who"), routine.who, playbook)
    for kind in ("scenarios", "formats", "go_live"):
        for each in getattr(playbook, kind):
            yield from unknown((kind, each.id, "who"), each.who, (*_who(playbook), "vendor"))
    for template in playbook.messages:
        yield from _role(("messages", template.id, "sender"), template.sender, playbook)


def _who(playbook: Playbook) -> tuple[str, ...]:
    activities = (*(activity.id for activity in playbook.activities), "subject")
    return (*ROLES, *(f"{kind}-of:{activity}" for kind in ("owner", "doer") for activity in activities))


def _roles(path: KeyPath, names: Iterable[str], playbook: Playbook, *others: str) -> Iterator[Fault]:
    """Yield a fault for each name that is no role, and does not stand for who does or owns an activity."""
    forms = message(N_("write a role such as {roles}, or {form}"), roles=", ".join(ROLES), form="owner-of:restore")
    for fault in unknown(path, names, (*_who(playbook), *others)):
        yield fault if fault.help else replace(fault, help=forms)


def _role(path: KeyPath, name: str, playbook: Playbook) -> Iterator[Fault]:
    for fault in _roles(path, [name], playbook):
        yield replace(fault, path=path)


def _ids(named: Iterable[object]) -> tuple[str, ...]:
    return tuple(str(getattr(one, "id", one)) for one in named)


def _one(path: KeyPath, name: str, known: Iterable[str], code: Code = Code.REFERENCE) -> Iterator[Fault]:
    for fault in unknown(path, [name], known, code):
        yield replace(fault, path=path)


def _circles(playbook: Playbook) -> Iterator[Fault]:
    after = {task.id: [before.task for before in task.after] for task in playbook.tasks}
    for circle in circles_of(after):
        help = message(N_("take one of them out of 'after'"))
        yield Fault(code=Code.CYCLE, path=("tasks", circle[0], "after"), said=told(circle), help=help)


def _codes(playbook: Playbook) -> Iterator[Fault]:
    named: Iterable[tuple[KeyPath, tuple[str, ...]]] = chain(
        ((("tasks", task.id, "rules"), task.rules) for task in playbook.tasks),
        ((("tasks", task.id, "fires_in_21_days"), task.fires_in_21_days) for task in playbook.tasks),
        ((("tasks", task.id, "fires_in_14_days"), task.fires_in_14_days) for task in playbook.tasks),
        ((("cures", cure.id, "rules"), cure.rules) for cure in playbook.cures),
        ((("decisions", decision.id, "codes"), decision.codes) for decision in playbook.decisions),
        ((("criteria", criterion.id, "codes"), criterion.codes) for criterion in playbook.criteria),
        ((("cured_by_task", cured.rule), (cured.rule,)) for cured in playbook.cured_by_task),
    )
    for path, codes in named:
        for index, code in enumerate(codes):
            if not is_rule_to_come(code):
                said = message(N_("{key} names {name}, which is no code of a rule"), key=dotted(path), name=code[:80])
                place = path if path[0] == "cured_by_task" else (*path, index)
                yield Fault(code=Code.RULE, path=place, said=said, is_key=path[0] == "cured_by_task")


def _marks(playbook: Playbook) -> Iterator[Fault]:
    for cure in playbook.cures:
        if not _is_end(cure.before, playbook):
            yield _no_mark(("cures", cure.id, "before"), cure.before)
        if cure.not_before is not None and not _is_mark(cure.not_before):
            yield _no_mark(("cures", cure.id, "not_before"), cure.not_before)
    for item in playbook.later:
        if item.at != FROM_DESCRIPTION and not _LATER.fullmatch(item.at):
            yield _no_mark(("later", item.id, "at"), item.at)
        if item.until is not None and not _LATER.fullmatch(item.until):
            yield _no_mark(("later", item.id, "until"), item.until)


def _no_mark(path: KeyPath, mark: str) -> Fault:
    said = message(N_("{key} says {name}, which is no mark of a plan"), key=dotted(path), name=mark[:80])
    forms = N_('marks are written "k+2", "p0.30", "d4", "h", "g-6"; after the plan "g+30", "g+5w", "d15"')
    return Fault(code=Code.MARK, path=path, said=said, help=message(forms))


def _is_end(mark: str, playbook: Playbook) -> bool:
    kind, parted, rest = mark.partition(":")
    if parted:
        return (kind == "after" and bool(_AFTER.fullmatch(rest))) or (
            kind == "task" and playbook.task(rest) is not None
        )
    return _is_mark(mark)


def _is_mark(mark: str) -> bool:
    try:
        parse_mark(mark)
    except WindowError:
        return False
    return True
