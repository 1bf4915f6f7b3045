"""Whether the words of a playbook are there and can be filled: texts, their parameters, chapters."""

import string
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from rollout_kit.description.nearest import nearest
from rollout_kit.description.problems import Code, did_you_mean
from rollout_kit.finding import KeyPath
from rollout_kit.message import N_, Message, message
from rollout_kit.playbook.check import needed_texts
from rollout_kit.playbook.faults import Fault, unknown
from rollout_kit.playbook.model import Playbook

Words = Mapping[str, Mapping[str, str]]  # by language, by key
MOST_GUESSES = 30  # of a folder; each looks through thousands of keys


def missing_texts(playbook: Playbook, mistyped: Collection[str] = ()) -> Iterator[Fault]:
    """Yield a fault for each entry without the words that it needs, in no language at all.

    Those whose keys are mistyped are there, and told as such.
    """
    lacking: dict[KeyPath, list[str]] = {}
    for key in needed_texts(playbook):
        if key not in mistyped and not any(texts.get(key, "").strip() for texts in playbook.texts.values()):
            table, id, *rest = key.split(".")
            lacking.setdefault((table, id), []).append(".".join(rest))
    for path, parts in lacking.items():
        name = f"{path[0]}.{path[1]}"
        said = message(N_("'{key}' has no text for {parts}"), key=name, parts=", ".join(parts))
        help = message(N_("write {form} in a file of words, such as {file}"), form=f'[{name}] {parts[0]} = "…"',
                       file="en/words.toml")  # fmt: skip
        yield Fault(code=Code.TEXT_MISSING, path=path, said=said, help=help, is_key=True)


def incomplete_texts(playbook: Playbook) -> Iterator[Fault]:
    """Yield a fault for each text or chapter that one language of a shipped playbook lacks and another one has."""
    for kind, held in (("texts", playbook.texts), ("chapters", playbook.chapters)):
        found = dict.fromkeys(key for texts in held.values() for key in texts)
        for language, texts in held.items():
            for key in found:
                if not texts.get(key):
                    said = (
                        message(N_("{file}: the text {key} is missing"), file=language, key=key)
                        if kind == "texts"
                        else message(N_("{file}: the chapter {key} is missing"), file=language, key=key)
                    )
                    yield Fault(code=Code.TEXT_MISSING, path=tuple(key.split(".")), said=said, language=language)


def unneeded_texts(playbook: Playbook, own: Words, base: Words, dropped: Iterable[str]) -> Iterator[Fault]:
    """Yield a fault for each text of a folder that nothing asks for, and that is of nothing dropped."""
    gone = tuple(f"{name}." for name in dropped)
    needed = dict.fromkeys(needed_texts(playbook))
    below = {key for texts in base.values() for key in texts}
    told = 0
    for language, texts in own.items():
        for key in texts:
            if key not in needed and key not in below and not key.startswith(gone):
                said = message(N_("nothing of the playbook needs the text '{key}'"), key=key[:80])
                meant = nearest(key, needed, one_slip_in=5) if told < MOST_GUESSES else None
                told += 1
                yield Fault(code=Code.KEY, path=tuple(key.split(".")), said=said, help=did_you_mean(meant),
                            language=language, is_key=True, meant=meant or "")  # fmt: skip


def unknown_chapters(playbook: Playbook, own: Words) -> Iterator[Fault]:
    """Yield a fault for each chapter whose name stands in no list of chapters."""
    for language, chapters in own.items():
        for fault in unknown((f"{language}/chapters",), chapters, playbook.chapter_keys):
            yield replace(fault, path=(fault.name,), language=f"{language}/chapters")


def parameter_faults(own: Words, allowed: Callable[[str], Iterable[frozenset[str]]]) -> Iterator[Fault]:
    """Yield a fault for each text that cannot be filled, or has other parameters than one of those allowed.

    `allowed` returns the sets of parameters of which a text's has to be one; none where all are good.
    """
    for language, texts in own.items():
        for key, text in texts.items():
            path = tuple(key.split("."))
            used = parameters(text)
            if used is None:
                said = message(N_("the text {key} has a brace without its partner"), key=key)
                help = message(N_("write {twice} where a brace is meant"), twice="{{ or }}")
                yield Fault(code=Code.BRACE, path=path, said=said, help=help, language=language)
                continue
            sets = list(dict.fromkeys(allowed(key)))
            if sets and used not in sets:
                said = _other_parameters(key, used, sets[0])
                yield Fault(code=Code.PARAMETERS, path=path, said=said, language=language)


def _other_parameters(key: str, used: frozenset[str], needed: frozenset[str]) -> Message:
    if not needed:
        return message(N_("the text {key} has {used}, which nothing fills"), key=key, used=_named(used))
    if not used:
        return message(N_("the text {key} lacks {needed}"), key=key, needed=_named(needed))
    text = N_("the text {key} has {used}, where {needed} is filled in")
    return message(text, key=key, used=_named(used), needed=_named(needed))


@cache
def parameters(text: str) -> frozenset[str] | None:
    """Return the parameters of a text, None where a brace has no partner.

    A format or an attribute is part of the name, so that it equals no name that is allowed.
    """
    try:
        fields = [
            f"{name}{'!' + conversion if conversion else ''}{':' + form if form else ''}"
            for _, name, form, conversion in string.Formatter().parse(text)
            if name is not None
        ]
    except ValueError:
        return None
    return frozenset(fields)


def _named(names: frozenset[str]) -> str:
    return ", ".join("{" + name + "}" for name in sorted(names))
