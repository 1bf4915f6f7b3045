"""Changes of a description as they are typed in a shell: `rollout.days=21 people.meyer.share=1.0`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rollout_kit.beginning import literals
from rollout_kit.description.read import read
from rollout_kit.description.syntax import SyntaxFault, parse
from rollout_kit.errors import RolloutKitError
from rollout_kit.finding import KeyPath, dotted
from rollout_kit.message import N_, message

SIGN = "="
_WRITTEN = message(N_("a change is written KEY=VALUE, such as rollout.days=21 or people.meyer.share=0.5"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One value at a path of the file, places in lists counted from 0. `is_removal`: the key is taken out."""

    path: KeyPath
    value: Any = None
    is_removal: bool = False
    typed: str


def changes_of(typed: Sequence[str]) -> tuple[Change, ...]:
    """Return the changes; raises `RolloutKitError` for what is none.

    A value is read as TOML, and what is no TOML as a text: `deputy=keller`. Nothing behind the sign removes the key.
    A key that is changed twice is none: nobody knows which value is meant.
    """
    changes: dict[KeyPath, Change] = {}
    for each in typed:
        change = _change(each)
        if earlier := changes.get(change.path):
            text = N_('"{first}" and "{second}" change the same key')
            help = message(N_("leave one of them out"))
            raise RolloutKitError(message(text, first=earlier.typed, second=change.typed), help=help)
        changes[change.path] = change
    return tuple(changes.values())


def changed(main: str, contents: Mapping[str, bytes], changes: Sequence[Change]) -> dict[str, bytes]:
    """Return the files of a project with the changes in its main one, which must be fit to be read.

    Comments and order of the main file are lost: it is made to be judged, never to be written to a disk.
    """
    raw = read(main, contents[main]).raw
    assert raw is not None, "a description with problems is told before anything is changed in it"
    for change in changes:
        _apply(raw, change)
    lines = "".join(f"{literals.key(key)} = {literals.value(value)}\n" for key, value in raw.items())
    return {**contents, main: lines.encode()}


def _change(typed: str) -> Change:
    key, sign, value = (part.strip() for part in typed.partition(SIGN))
    parts = _parts(key) if sign else None
    if parts is None:
        raise RolloutKitError(message(N_('"{change}" is no change'), change=typed), help=_WRITTEN)
    if not value:
        return Change(path=parts, is_removal=True, typed=typed)
    return Change(path=parts, value=_value(value), typed=typed)


def _parts(key: str) -> KeyPath | None:
    """Return the parts of a key as TOML reads it; whole numbers are places in lists."""
    parsed = parse(f"{key} = 0")
    if isinstance(parsed, SyntaxFault) or "\n" in key or SIGN in key:
        return None
    parts: list[str | int] = []
    table: Any = parsed
    while isinstance(table, dict):
        if len(table) != 1:
            return None
        [(part, table)] = table.items()
        parts.append(int(part) if part.isascii() and part.isdigit() else part)
    return tuple(parts)


def _value(text: str) -> Any:
    parsed = parse(f"value = {text}\n")
    is_one = not isinstance(parsed, SyntaxFault) and set(parsed) == {"value"}
    return parsed["value"] if is_one and isinstance(parsed, dict) else text


def _apply(raw: dict[str, Any], change: Change) -> None:
    *before, last = change.path
    held: Any = raw
    for number, part in enumerate(before, 1):
        if isinstance(held, dict):
            held = held.setdefault(str(part), {})
        elif isinstance(held, list) and isinstance(part, int) and part < len(held):
            held = held[part]
        else:
            raise _nowhere(change, change.path[:number])
    if isinstance(held, list) and isinstance(last, int) and last < len(held):
        held[last : last + 1] = [] if change.is_removal else [change.value]
    elif isinstance(held, dict):
        _set(held, str(last), change)
    else:
        raise _nowhere(change, change.path)


def _set(table: dict[str, Any], key: str, change: Change) -> None:
    if not change.is_removal:
        table[key] = change.value
    elif table.pop(key, None) is None:
        raise _nowhere(change, change.path)


def _nowhere(change: Change, path: KeyPath) -> RolloutKitError:
    text = N_('"{change}" cannot be done: there is no {path} in the file')
    counted = (
        message(N_("places in a list are counted from 0")) if any(isinstance(part, int) for part in path) else None
    )
    return RolloutKitError(message(text, change=change.typed, path=dotted(path)), help=counted)
