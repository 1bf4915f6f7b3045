"""A section with its keys as examples, each explained: what `add` appends to a description."""

import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any

from rollout_kit.beginning import literals
from rollout_kit.beginning.literals import Literal
from rollout_kit.beginning.named_section import NamedSection, named_section
from rollout_kit.beginning.starter import dated_text
from rollout_kit.beginning.template import WIDEST, Block, Line
from rollout_kit.description.key_texts import examples, key_texts, keys_of
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.schema import Schema, json_schema
from rollout_kit.description.section import Section
from rollout_kit.description.shape import Kind
from rollout_kit.description.source_map import scan
from rollout_kit.language.words import Words

_SHOWN_ON = date(2027, 1, 11)  # the kickoff around which the examples of keys are dated
_HEADER = re.compile(r"#?(\[{1,2})([^\]]+)\]{1,2}(?:\s+#.*)?")
_KEY = re.compile(r'(#?)("?[\w.-]+"?) = (.*)')
_VALUE_AND_COMMENT = re.compile(r"(.*?)\s+# [^#]*")
_TABLES_OF_TABLES = (Kind.BY_ID, Kind.TEXT_BY_ID, Kind.PAIRS)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Example:
    """A table of the starter: its path, whether it is one of a list, and its keys with what stands behind the =."""

    path: tuple[str, ...]
    is_listed: bool
    values: Mapping[str, Literal]
    needed: frozenset[str] = frozenset()  # keys that are no examples, since no description does without them


def section_text(section: NamedSection, words: Words, kickoff: date) -> str:
    """Return a section, its days around the kickoff.

    Its header is in force where that alone says nothing wrong: where the section has no key that it needs, and is not
    one of several.
    """
    return _Writer(words, kickoff).text(section)


def headers_of(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the paths of all headers in a text, those in comments included."""
    found = (_HEADER.fullmatch(line.strip().replace("# [", "#[", 1)) for line in text.splitlines())
    return tuple(_parts(one[2]) for one in found if one)


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in name.split("."))


@dataclass(slots=True)
class _Writer:
    """Writes the tables of a section. A key is explained where it stands first."""

    words: Words
    kickoff: date
    _explained: set[tuple[str, str]] = field(default_factory=set)

    def text(self, section: NamedSection) -> str:
        shown = tuple(_tables(dated_text("starter.toml", self.words, self.kickoff)))
        return "\n\n".join(self._table(one) for one in _examples_of(section, shown))

    def _table(self, shown: _Example) -> str:
        section = named_section(".".join(shown.path))
        name = f"[{section.name}]"
        block = Block(prose=tuple(self._prose(section)), header=f"[{name}]" if shown.is_listed else name,
                      lines=tuple(self._lines(section, shown)))  # fmt: skip
        return block.used({}) if _says_nothing(section) else block.left()

    def _prose(self, section: NamedSection) -> Iterator[str]:
        """Yield what the section is for and, where its keys are names, what may stand in their tables."""
        for length in range(len(section.path), 0, -1):
            above = named_section(".".join(section.path[: length - 1])).model if length > 1 else Rollout
            said = key_texts(self.words.tag).get(above.__name__, {}).get(section.path[length - 1])
            if said:  # a short name has none: what is said of all of them counts
                yield from _remark(said) if self._is_first(above, section.path[length - 1]) else ()
                break
        if section.kind is Kind.BY_ID:
            for key in keys_of(section.model):
                yield from _remark(f"{key}: {self._said(section.model, key)}")

    def _lines(self, section: NamedSection, shown: _Example) -> Iterator[Line]:
        values = dict(shown.values)
        if section.kind not in _TABLES_OF_TABLES:
            values |= self._further(section, shown)
        for key, value in values.items():
            said = self._said(section.model, key) if section.kind not in _TABLES_OF_TABLES else ""
            comment = "\n".join(_remark(said)) if said and self._is_first(section.model, key) else ""
            yield Line(key=key, example=value, comment=comment, is_example=key not in shown.needed)

    def _further(self, section: NamedSection, shown: _Example) -> Iterator[tuple[str, Literal]]:
        """Yield keys that the starter does not show; once, since a second table of a kind is shown for its values."""
        known = examples(self.words.tag)
        for key in keys_of(section.model):
            place = (section.model.__name__, key)
            if key not in shown.values and place not in self._explained and place in known:
                value = known[place]
                if not isinstance(value, Mapping):
                    yield key, literals.value(self._around_kickoff(value))

    def _around_kickoff(self, value: Any) -> Any:
        if isinstance(value, date):
            return value + (self.kickoff - _SHOWN_ON)
        if isinstance(value, list):
            return [self._around_kickoff(inner) for inner in value]
        if isinstance(value, Mapping):
            return {key: self._around_kickoff(inner) for key, inner in value.items()}
        return value

    def _is_first(self, model: type[Section], key: str) -> bool:
        is_first = (model.__name__, key) not in self._explained
        self._explained.add((model.__name__, key))
        return is_first

    def _said(self, model: type[Section], key: str) -> str:
        """Return what a key is for, with the words that it takes where there are few."""
        said = key_texts(self.words.tag).get(model.__name__, {}).get(key, "").removesuffix(".")
        allowed = _allowed(_schema(self.words.tag), model, key)
        if not allowed or any(re.search(rf"\b{re.escape(word)}\b", said) for word in allowed):
            return said
        return f"{said}: {', '.join(allowed)}"


@cache  # asked for every key
def _schema(language: str) -> Schema:
    return json_schema(language)


def _remark(said: str) -> Iterator[str]:
    """Yield a comment, over several lines where one would be too wide."""
    return (f"# {line}" for line in textwrap.wrap(said, WIDEST - len("# ")))


def _tables(text: str) -> Iterator[_Example]:
    """Yield the tables of the starter."""
    for paragraph in re.split(r"\n{2,}", text):
        lines = paragraph.split("\n")
        header = next((found for line in lines if (found := _HEADER.fullmatch(line))), None)
        if header is None:
            continue
        keys = [found for line in lines if (found := _KEY.fullmatch(line))]
        yield _Example(
            path=_parts(header[2]),
            is_listed=header[1] == "[[",
            values={found[2]: _value(found[3]) for found in keys},
            needed=frozenset(found[2] for found in keys if not found[1]),
        )


def _value(written: str) -> Literal:
    found = _VALUE_AND_COMMENT.fullmatch(written)
    return found[1] if found else written


def _examples_of(section: NamedSection, shown: tuple[_Example, ...]) -> tuple[_Example, ...]:
    """Return the tables that stand for a section; one that is the value of a key in the starter becomes a table."""
    below = tuple(one for one in shown if one.path[: len(section.path)] == section.path)
    if below:
        return below
    if section.has_own_id:
        kin = next((one for one in shown if one.path[:-1] == section.path[:-1]), None)
        if kin:
            return (replace(kin, path=section.path),)
    values = _taken_apart(_written_at(section.path, section.has_own_id, shown))
    return (_Example(path=section.path, is_listed=section.kind is Kind.LIST, values=values),)


def _written_at(path: tuple[str, ...], has_own_id: bool, shown: tuple[_Example, ...]) -> Literal:
    """Return what a key of the starter has; of an id that the starter lacks, what the first one beside it has."""
    above = next((one.values for one in shown if one.path == path[:-1]), None)
    if above is None and has_own_id:
        above = _taken_apart(_written_at(path[:-1], False, shown))
    beside = above or {}
    return beside.get(path[-1], next(iter(beside.values()), "") if has_own_id else "")


def _taken_apart(written: Literal) -> Mapping[str, Literal]:
    """Return the keys of a table in braces, of the first one in a list."""
    sheet = scan("", f"key = {written or '{}'}\n")
    depth = 2 if written.startswith("{") else 3
    inside = {path: span for path, span in sheet.spans.items() if len(path) == depth}
    return {sheet.text[span.key_start : span.key_end]: sheet.text[span.start : span.end] for span in inside.values()}


def _says_nothing(section: NamedSection) -> bool:
    """Tell whether an empty table of the kind can stand in a description and claims nothing."""
    if section.has_own_id or section.kind is Kind.LIST:
        return False
    if section.kind in _TABLES_OF_TABLES or section.path in (("rollout",), ("customer",), ("provider",)):
        return True
    return not any(slot.is_required for slot in keys_of(section.model).values())


def _allowed(schema: Schema, model: type[Section], key: str) -> tuple[str, ...]:
    shape = schema["definitions"].get(model.__name__, {}).get("properties", {}).get(key, {})
    first = shape.get("anyOf", [{}])[0]
    return tuple(shape.get("enum") or first.get("enum") or ())
