"""What the words of a playbook owe: a shipped one is whole in every language, an own one may be in one only."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rollout_kit.description.problems import Code
from rollout_kit.message import N_, message
from rollout_kit.playbook.check import COMMON
from rollout_kit.playbook.faults import Fault
from rollout_kit.playbook.layer import EXTENDS, Layer
from rollout_kit.playbook.model import Playbook
from rollout_kit.playbook.wording import (
    Words,
    incomplete_texts,
    missing_texts,
    parameter_faults,
    parameters,
    unknown_chapters,
    unneeded_texts,
)

Sets = list[frozenset[str]]


def shipped_faults(playbook: Playbook) -> Iterator[Fault]:
    """Yield what is wrong with the words of a shipped playbook."""
    yield from missing_texts(playbook)
    yield from incomplete_texts(playbook)
    yield from unknown_chapters(playbook, playbook.chapters)
    yield from parameter_faults(playbook.texts, lambda key: _used(key, playbook.texts)[:1])
    yield from parameter_faults(_as_texts(playbook.chapters), lambda key: _used(key, _as_texts(playbook.chapters))[:1])


def own_faults(playbook: Playbook, own: Sequence[Layer], known: Words) -> Iterator[Fault]:
    """Yield what is wrong with the words of a company's own playbook.

    `known` are words of a shipped playbook: they tell with which parameters a kind of text is filled.
    """
    dropped = [name for layer in own for name in layer.structure.get("drop", ())]
    unneeded = [fault for layer in own for fault in unneeded_texts(playbook, layer.texts, known, dropped)]
    yield from unneeded
    missing = list(missing_texts(playbook, {fault.meant for fault in unneeded}))
    yield from missing if EXTENDS in own[-1].structure else _without_base(missing)
    by_kind = _by_kind(known)
    for layer in own:
        yield from unknown_chapters(playbook, layer.chapters)

        def allowed(key: str, layer: Layer = layer) -> Iterable[frozenset[str]]:
            return _allowed(key, layer, playbook, known, by_kind)

        yield from parameter_faults(layer.texts, allowed)
        chapters = _as_texts(layer.chapters)
        yield from parameter_faults(chapters, lambda key, chapters=chapters: _used(key, chapters)[:1])  # type: ignore[misc]


def _without_base(missing: Sequence[Fault]) -> Iterator[Fault]:
    """Yield one fault for all the words that every playbook needs, and those of the entries."""
    common = [fault for fault in missing if fault.path[0] in COMMON]
    if common:
        said = message(N_("the playbook extends none, and lacks what every playbook needs, such as the names of steps"))
        help = message(N_("write {line} as its first line"), line=f'{EXTENDS} = "managed-service"')
        yield Fault(code=Code.EXTENDS, path=(EXTENDS,), said=said, help=help)
    yield from (fault for fault in missing if fault not in common)


def _allowed(key: str, layer: Layer, playbook: Playbook, known: Words, by_kind: Mapping[tuple[str, str], Sets]) -> Sets:
    """Return the sets of parameters that a text may have: those of the base, else those of its kind, as in the file."""
    base = _used(key, known)
    if base:
        return base
    table, _, part = key.split(".")[0], "", key.split(".")[-1]
    task = playbook.task(key.split(".")[1]) if table == "tasks" else None
    if task is not None:
        filled = {"site": "site", "session": "training"}.get(task.per) if part == "name" else None
        return [frozenset({filled} if filled else ())]
    every = frozenset().union(*by_kind.get((table, part), ()))
    used = _used(key, layer.texts)
    return [one for one in used[:1] if one <= every] or [every]


def _by_kind(known: Words) -> dict[tuple[str, str], Sets]:
    found: dict[tuple[str, str], Sets] = {}
    for texts in known.values():
        for key, text in texts.items():
            found.setdefault((key.split(".")[0], key.split(".")[-1]), []).append(parameters(text) or frozenset())
    return found


def _used(key: str, words: Words) -> Sets:
    """Return the parameters of a text, in each language that has it."""
    found = (parameters(texts[key]) for texts in words.values() if key in texts)
    return [one for one in found if one is not None]


def _as_texts(chapters: Words) -> Words:
    return {f"{language}/chapters": texts for language, texts in chapters.items()}
