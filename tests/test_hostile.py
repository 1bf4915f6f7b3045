"""What somebody else has written stays a text: in no document and no export does it become markup, formula or entry.

The example is filled anew: every text that may be free gets one of a corpus, in several rounds, so that each place
meets each kind. Structure is compared with that of the example filled with harmless words.
"""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from html.parser import HTMLParser
from io import BytesIO
from itertools import cycle, islice
from typing import Any

import icalendar
import pytest

from rollout_kit import pipeline
from rollout_kit.description.validate import validate
from rollout_kit.playbook.load import open_playbook
from tests.test_verdict_property import AS_OF, CONTENTS, EXAMPLE, written

pytestmark = pytest.mark.slow

FORMULAS = (
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x/","c")', '=DDE("cmd";"/C calc")',
    "http://evil.example/", "mailto:a@b.example", "internal:Sheet1!A1", "external:c:\\x.xlsx", "file:///etc/passwd",
    "{=1+1}", "＝1+1", "'=1", "1E5", "TRUE", "0012", "#REF!",
)  # fmt: skip
ENTRIES = (
    "a;b,c:d", "a\\nEND:VEVENT\\nBEGIN:VEVENT", "END:VCALENDAR", "BEGIN:VALARM", "x\\", ";CN=x:mailto:a@b", "a\\Nb",
    "ATTENDEE:mailto:a@b", "x" * 300, "é" * 200, "😀" * 100, "%0D%0AATTENDEE:x", "^n^'", "=0D=0A",
)  # fmt: skip
MARKUP = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", "</style><script>",
    "</title><b>", "<!--", "-->", "]]>", "&lt;b&gt;", "{{7*7}}", "{% import os %}", "${7*7}", "{0.__class__}", "{name}",
    "{", "}}", "%s %(x)s", "<svg/onload=alert(1)>", "[x](javascript:alert(1))", "javascript:alert(1)", "`x`", "**b**",
    "مرحبا", "שלום", "\ufdfa" * 20, "👩‍💻", "Z͑ͫ̓ͪ̂ͫ̽", "../../x", "a/b", "C:\\x", "NUL", "CON.txt", "w" * 2000,
)  # fmt: skip
CORPUS = (*FORMULAS, *ENTRIES, *MARKUP)
SHAPES = ("rect", "text", "line", "path", "g", "br", "tspan", "polygon", "circle")  # charts leave out what has no room

Path = tuple[str | int, ...]
Tree = dict[str, Any]


def texts(value: object, path: Path = ()) -> Iterator[Path]:
    """Yield the paths of all texts."""
    match value:
        case dict():
            for key, held in value.items():
                yield from texts(held, (*path, key))
        case list():
            for index, held in enumerate(value):
                yield from texts(held, (*path, index))
        case str():
            yield path


def put(tree: Any, path: Path, text: str) -> None:
    for step in path[:-1]:
        tree = tree[step]
    tree[path[-1]] = text


def as_toml(tree: Tree) -> bytes:
    return "\n".join(f"{written(key)} = {written(value)}" for key, value in tree.items()).encode()


@cache
def free() -> tuple[Path, ...]:
    """Return the places where anything may be said: what is no name of something else, and no word of the format."""
    opened = cache(lambda name: pipeline.known(open_playbook(name, CONTENTS)))
    kept = []
    for path in texts(EXAMPLE):
        tree = deepcopy(EXAMPLE)
        put(tree, path, '="x" <')
        is_key = path[-1] in ("id", "customer_logo", "provider_logo")
        if not is_key and not validate("rollout.toml", {**CONTENTS, "rollout.toml": as_toml(tree)}, opened).problems:
            kept.append(path)
    return tuple(kept)


def filled(words: Iterator[str]) -> dict[str, bytes]:
    """Return all files that are drawn of the example with these words; names are told apart by a number."""
    tree = deepcopy(EXAMPLE)
    for number, (path, word) in enumerate(zip(free(), words, strict=False)):
        put(tree, path, f"{word} {number}" if path[-1] == "name" else word)
    result = pipeline.run("rollout.toml", {**CONTENTS, "rollout.toml": as_toml(tree)}, AS_OF).result
    assert result is not None
    documents = pipeline.documents(result, ("plan", "handbook", "checklist", "open-items", "go-live", "contacts"), "en")
    files = dict(pipeline.draw(document, "html") for document in documents)
    return files | dict(pipeline.export(result, "xlsx", "en")) | dict(pipeline.export(result, "ics", "en"))


class _Elements(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: Counter[tuple[str, ...]] = Counter()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[(tag, *sorted(name for name, _ in attrs))] += 1


def structure(name: str, content: bytes) -> object:
    """Return what no text may change: elements and attributes, properties of entries, parts of a workbook."""
    if name.endswith(".html"):
        return {kind for kind in _Elements(content.decode()).found if kind[0] not in SHAPES}
    if name.endswith(".ics"):
        return [list(part) for part in icalendar.Calendar.from_ical(content).walk()]
    return sorted(zipfile.ZipFile(BytesIO(content)).namelist())


@cache
def harmless() -> Mapping[str, bytes]:
    return filled(cycle(["word"]))


@pytest.mark.parametrize("turn", range(4))
def test_nothing_that_is_written_becomes_more_than_a_text(turn: int) -> None:
    files = filled(islice(cycle(CORPUS), turn * 17, None))

    assert files.keys() == harmless().keys()
    for name, content in files.items():
        expected = structure(name, harmless()[name])
        if name.endswith(".html"):
            assert structure(name, content) <= expected, name  # type: ignore[operator]
        else:
            assert structure(name, content) == expected, name


def test_no_cell_of_a_workbook_is_a_formula_or_a_link() -> None:
    for turn in range(2):
        files = filled(islice(cycle(FORMULAS), turn * 7, None))
        parts = zipfile.ZipFile(BytesIO(files["rollout.xlsx"]))
        for part in parts.namelist():
            assert not re.search(rb"<f[ >]|<hyperlink|externalLink|ddeLink", parts.read(part)), part


def test_every_line_of_a_calendar_ends_as_it_should_and_is_short() -> None:
    for name, content in filled(cycle(ENTRIES)).items():
        if name.endswith(".ics"):
            assert content.count(b"\r\n") == content.count(b"\n") == content.count(b"\r")
            assert max(map(len, content.split(b"\r\n"))) <= 75


def test_names_without_end_are_drawn() -> None:
    name = "W" * 10_000
    houses = f'[customer]\nname = "{name}"\n[provider]\nname = "{name}"\n'
    person = f'[people.a]\nname = "{name}"\norganisation = "customer"\nroles = ["service_owner"]\n'
    text = f'[rollout]\nname = "{name}"\nkickoff = 2027-01-11\n{houses}{person}'
    result = pipeline.run("rollout.toml", {"rollout.toml": text.encode()}, AS_OF).result
    assert result is not None

    (plan,) = pipeline.documents(result, ("plan",), "en")

    assert name in pipeline.draw(plan, "html")[1].decode()
