"""Whether a playbook holds together: references, rule codes, and the same words in every language."""

import re
import string
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from rollout_kit.description.circles import circles_of, told
from rollout_kit.errors import RolloutKitError
from rollout_kit.message import N_, Message, message
from rollout_kit.playbook.model import FROM_DESCRIPTION, Playbook
from rollout_kit.playbook.window import WindowError, parse_mark

ROLES = ("SP", "DM", "SO", "OL", "SL", "DK", "TR", "KU", "DP")
STEPS = range(1, 8)

_CODE = re.compile(r"[A-Z]{3}\d{3}")
_LATER = re.compile(r"g\+\d+w?|d\d+")
_RUNBOOK = (
    "title", "purpose", "trigger", "who", "before", "step1", "step2", "step3", "step4", "step5", "check", "stop",
    "undo", "told",
)  # fmt: skip


def check_playbook(playbook: Playbook) -> None:
    """Raise `RolloutKitError` with file and key for the first thing that does not fit."""
    structure = f"{playbook.name}/playbook.toml"
    for faults in (_ids(playbook), _references(playbook), _circles(playbook), _codes(playbook), _marks(playbook)):
        for fault in faults:
            raise RolloutKitError(_at(structure, fault))
    for fault in chain(_texts(playbook), _chapters(playbook)):
        raise RolloutKitError(fault)


def needed_texts(playbook: Playbook) -> Iterator[str]:
    """Yield the keys that every language of a playbook needs for its structure."""
    yield from (f"tasks.{task.id}.{part}" for task in playbook.tasks for part in ("name", "proof", "reason"))
    yield from (f"tasks.{task.id}.name_all" for task in playbook.tasks if task.per != "rollout")
    yield from (f"cures.{cure.id}.{part}" for cure in playbook.cures for part in ("name", "name_many", "proof"))
    for decision in playbook.decisions:
        yield from (f"decisions.{decision.id}.{part}" for part in ("question", "proposal", "otherwise"))
    yield from (f"later.{item.id}.{part}" for item in playbook.later for part in ("name", "proof"))
    yield from (f"routines.{routine.id}.{part}" for routine in playbook.routines for part in ("name", "proof"))
    yield from (f"activities.{activity.id}.name" for activity in playbook.activities)
    yield from dict.fromkeys(f"groups.{activity.group}.name" for activity in playbook.activities)
    yield from (f"steps.{step}.name" for step in STEPS)
    yield from (f"roles.{role}.name" for role in ROLES)
    yield from (f"chapters.{key}.title" for key in playbook.chapter_keys)
    yield from (f"runbooks.{runbook}.{part}" for runbook in playbook.runbooks for part in _RUNBOOK)
    yield from _needed_content(playbook)


_CONTENT = {
    "scenarios": ("name", "purpose", "success"),
    "modules": ("name", "content", "verification"),
    "formats": ("name", "what"),
    "measures": ("name", "formula", "target", "source"),
    "criteria": ("name", "proof"),
    "messages": ("name", "when", "subject", "body"),
    "go_live": ("step", "proof"),
}


def _needed_content(playbook: Playbook) -> Iterator[str]:
    for kind, parts in _CONTENT.items():
        yield from (f"{kind}.{each.id}.{part}" for each in getattr(playbook, kind) for part in parts)
    yield from (f"go_live.{line.id}.abort" for line in playbook.go_live if line.can_abort)
    yield from (f"glossary.{term}.{part}" for term in playbook.glossary for part in ("term", "meaning"))
    for agenda in playbook.agendas:
        yield f"agendas.{agenda.id}.name"
        for number in range(1, len(agenda.points) + 1):
            yield from (f"agendas.{agenda.id}.point{number}.{part}" for part in ("name", "result"))


def _at(file: str, fault: Message) -> Message:
    return message(N_("{file}: {fault}"), file=file, fault=fault)


def _ids(playbook: Playbook) -> Iterator[Message]:
    named: tuple[Iterable[str], ...] = (
        (task.id for task in playbook.tasks),
        (cured.rule for cured in playbook.cured_by_task),
        playbook.chapter_keys,
        playbook.runbooks,
        (task.landmark for task in playbook.tasks if task.landmark),
        (task.scenario for task in playbook.tasks if task.scenario),
    )
    for ids in named:
        yield from (message(N_("{key} is there twice"), key=id) for id, times in Counter(ids).items() if times > 1)


def _references(playbook: Playbook) -> Iterator[Message]:
    tasks, scenarios = {task.id for task in playbook.tasks}, {scenario.id for scenario in playbook.scenarios}
    for task in playbook.tasks:
        place = f"tasks.{task.id}"
        yield from _unknown(f"{place}.after", (each.task for each in task.after), tasks)
        yield from _unknown(f"{place}.chapters", task.chapters, playbook.chapter_keys)
        yield from _unknown(f"{place}.scenario", [task.scenario] if task.scenario else [], scenarios)
        yield from _people(playbook, f"{place}.lead", [task.lead])
        yield from _people(playbook, f"{place}.seats", (s.who for s in task.seats if s.who != "session-trainer"))
    yield from _unknown("mandatory_scenarios", playbook.mandatory_scenarios, scenarios)
    for cured in playbook.cured_by_task:
        yield from _unknown(f"cured_by_task.{cured.rule}", [cured.task], tasks)
    for cure in playbook.cures:
        yield from _people(playbook, f"cures.{cure.id}.owner", [cure.owner, cure.helper or cure.owner])
    for decision in playbook.decisions:
        yield from _unknown(f"decisions.{decision.id}.decider", [decision.decider], ROLES)
    for item in playbook.later:
        yield from _people(playbook, f"later.{item.id}.who", item.who)
        if item.condition == "not-placed":
            yield from _unknown(f"later.{item.id}", [item.id], tasks)
    for routine in playbook.routines:
        yield from _people(playbook, f"routines.{routine.id}.who", [routine.who])
    for kind in ("scenarios", "formats"):
        for each in getattr(playbook, kind):
            yield from _people(playbook, f"{kind}.{each.id}.who", each.who)


def _people(playbook: Playbook, place: str, who: Iterable[str]) -> Iterator[Message]:
    activities = {activity.id for activity in playbook.activities} | {"subject"}
    for each in who:
        kind, parted, activity = each.partition("-of:")
        if not (parted and kind in ("owner", "doer") and activity in activities):
            yield from _unknown(place, [each], ROLES)


def _unknown(place: str, named: Iterable[str], known: Iterable[str]) -> Iterator[Message]:
    known = set(known)
    yield from (
        message(N_("{key} names {name}, which is not known"), key=place, name=n) for n in named if n not in known
    )


def _circles(playbook: Playbook) -> Iterator[Message]:
    after = {task.id: [before.task for before in task.after] for task in playbook.tasks}
    yield from (told(circle) for circle in circles_of(after))


def _codes(playbook: Playbook) -> Iterator[Message]:
    named = [
        *((f"tasks.{task.id}", task.rules) for task in playbook.tasks),
        *((f"cures.{cure.id}", cure.rules) for cure in playbook.cures),
        *((f"decisions.{decision.id}", decision.codes) for decision in playbook.decisions),
        *((f"cured_by_task.{cured.rule}", (cured.rule,)) for cured in playbook.cured_by_task),
        *((f"criteria.{criterion.id}", criterion.codes) for criterion in playbook.criteria),
    ]
    for place, codes in named:
        for code in codes:
            if not _CODE.fullmatch(code):
                yield message(N_("{key} names {name}, which is no code of a rule"), key=place, name=code)


def _marks(playbook: Playbook) -> Iterator[Message]:
    for cure in playbook.cures:
        if not _is_end(cure.before, playbook):
            yield _no_mark(f"cures.{cure.id}.before", cure.before)
        if cure.not_before is not None and not _is_mark(cure.not_before):
            yield _no_mark(f"cures.{cure.id}.not_before", cure.not_before)
    for item in playbook.later:
        if item.at != FROM_DESCRIPTION and not _LATER.fullmatch(item.at):
            yield _no_mark(f"later.{item.id}.at", item.at)
        if item.until is not None and not _LATER.fullmatch(item.until):
            yield _no_mark(f"later.{item.id}.until", item.until)


def _no_mark(key: str, mark: str) -> Message:
    return message(N_("{key} says {name}, which is no mark of a plan"), key=key, name=mark)


def _is_end(mark: str, playbook: Playbook) -> bool:
    kind, parted, rest = mark.partition(":")
    if parted:
        return (kind == "after" and rest.isdigit()) or (kind == "task" and playbook.task(rest) is not None)
    return _is_mark(mark)


def _is_mark(mark: str) -> bool:
    try:
        parse_mark(mark)
    except WindowError:
        return False
    return True


def _texts(playbook: Playbook) -> Iterator[Message]:
    if not playbook.texts:
        yield message(N_("{file}: no language has any text"), file=playbook.name)
    found = (key for texts in playbook.texts.values() for key in texts)
    for key in dict.fromkeys([*needed_texts(playbook), *found]):
        for language, texts in playbook.texts.items():
            if not texts.get(key):
                place = f"{playbook.name}/{language}"
                yield message(N_("{file}: the text {key} is missing"), file=place, key=key)
        yield from _same_parameters(playbook, key, [texts.get(key, "") for texts in playbook.texts.values()])


def _same_parameters(playbook: Playbook, key: str, texts: Iterable[str]) -> Iterator[Message]:
    try:
        used = {_parameters(text) for text in texts}
    except ValueError:
        yield message(N_("{file}: the text {key} has a brace without its partner"), file=playbook.name, key=key)
        return
    if len(used) > 1:
        languages = tuple(playbook.texts)
        fault = N_("{file}: the parameters of {key} differ between {languages}")
        yield message(fault, file=playbook.name, key=key, languages=languages)


def _chapters(playbook: Playbook) -> Iterator[Message]:
    written = dict.fromkeys(key for chapters in playbook.chapters.values() for key in chapters)
    for language, chapters in playbook.chapters.items():
        place = f"{playbook.name}/{language}/chapters"
        yield from _unknown(place, chapters, playbook.chapter_keys)
        for key in written:
            if key not in chapters:
                yield message(N_("{file}: the chapter {key} is missing"), file=place, key=key)
    for key in written:
        yield from _same_parameters(playbook, f"chapters/{key}", [each[key] for each in playbook.chapters.values()])


def _parameters(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
