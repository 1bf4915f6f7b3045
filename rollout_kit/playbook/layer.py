"""One folder of a playbook as it is written: structure, words and chapters, each with its places.

`playbook.toml` and the files beside it hold structure and numbers, a folder per language the words. Words stand in
`<language>/*.toml`, in tables of any depth that are joined to keys such as `tasks.kickoff.name`; chapters stand in
`<language>/chapters/<key>.md`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import tomli

from rollout_kit.description.problems import Code, problem
from rollout_kit.description.read import Reading, decode, read
from rollout_kit.description.source_map import Places, Sheet
from rollout_kit.description.tags import is_language
from rollout_kit.description.texts import check_prose, check_texts
from rollout_kit.description.value_problems import kind_of
from rollout_kit.finding import KeyPath, Position, Problem
from rollout_kit.message import N_, message
from rollout_kit.playbook.shape import shaped

STRUCTURE = "playbook.toml"
EXTENDS = "extends"  # the key that names the playbook below
LONGEST_TEXT = 4000  # characters; house value: the longest message of ours has a third of it
LONGEST_CHAPTER = 40_000  # characters; house value: ten pages

_OF_WORDS = re.compile(r"[^/]+/(?:[^/]+\.toml|chapters/[^/]+\.md)")

Reader = Callable[[str, bytes], Reading]


@dataclass(frozen=True, kw_only=True)
class Layer:
    """A folder as written; `sheets` are those of the structure under "", those of the words under their language.

    What does not have the form of a playbook is told in `problems` and is not in the structure; `refused` are the
    entries and texts that this concerns. `is_broken`: a whole file or folder could not be read, or what it extends.
    """

    name: str
    structure: Mapping[str, Any]
    texts: Mapping[str, Mapping[str, str]]
    chapters: Mapping[str, Mapping[str, str]]
    sheets: Mapping[str, tuple[Sheet, ...]]
    problems: tuple[Problem, ...]
    refused: frozenset[KeyPath] = frozenset()
    is_broken: bool = False


def quickly(file: str, content: bytes) -> Reading:
    """Read a file without its places: for the shipped ones, which are sound."""
    try:
        return Reading(raw=tomli.loads(content.decode()), sheet=Sheet(file=file, text="", spans={}))
    except ValueError:
        return read(file, content)


def read_layer(name: str, files: Mapping[str, bytes], reader: Reader = read) -> Layer:
    """Return a playbook's folder from its files by their names in it."""
    folder = _Folder(name, files, reader)
    structure = folder.structure()
    languages = sorted({file.partition("/")[0] for file in files if _OF_WORDS.fullmatch(file)})
    told = [language for language in languages if is_language(language)]
    for language in languages:
        if language not in told:
            folder.tell_language(language)
    texts = {language: folder.words(language) for language in told}
    chapters = {language: dict(folder.chapters(language)) for language in told}
    return Layer(
        name=name,
        structure=structure,
        texts={language: held for language, held in texts.items() if held},
        chapters={language: held for language, held in chapters.items() if held or texts[language]},
        sheets={key: tuple(sheets) for key, sheets in folder.sheets.items()},
        problems=tuple(folder.problems),
        refused=frozenset(folder.refused),
        is_broken=folder.is_broken,
    )


@dataclass
class _Folder:
    name: str
    files: Mapping[str, bytes]
    reader: Reader
    sheets: dict[str, list[Sheet]] = field(default_factory=lambda: {"": []})
    problems: list[Problem] = field(default_factory=list)
    refused: set[KeyPath] = field(default_factory=set)
    is_broken: bool = False

    def structure(self) -> dict[str, Any]:
        """Return the tables of all structure files together; none of them may write what another has."""
        beside = sorted(file for file in self.files if "/" not in file and file != STRUCTURE)
        joined: dict[str, Any] = {}
        for file in (STRUCTURE, *(name for name in beside if name.endswith(".toml"))):
            raw, places = self._toml(file, "")
            for key, value in raw.items():
                if key in joined:
                    said = message(N_("{key} is there twice"), key=key)
                    self._tell(Code.TWICE, (key,), places.key_at((key,)), said)
                else:
                    joined[key] = value
        kept, problems = shaped(joined, Places(*self.sheets[""]))
        self.problems += problems
        self.refused |= {tuple(str(step) for step in problem.path[:2]) for problem in problems}
        self.is_broken |= EXTENDS in joined and EXTENDS not in kept
        return kept

    def words(self, language: str) -> dict[str, str]:
        texts: dict[str, str] = {}
        for file in sorted(self.files):
            if file.startswith(f"{language}/") and file.endswith(".toml"):
                raw, places = self._toml(file, language)
                for path, text in _flat(raw):
                    self._word(path, text, places, texts)
        return texts

    def chapters(self, language: str) -> Iterator[tuple[str, str]]:
        start = f"{language}/chapters/"
        for file in sorted(self.files):
            if file.startswith(start) and file.endswith(".md"):
                text, fault = decode(f"{self.name}/{file}", self.files[file])
                if fault is not None:
                    self.problems.append(fault)
                elif len(text) > LONGEST_CHAPTER:
                    said = message(N_("the file has {n} characters; {limit} is the most"), n=len(text),
                                   limit=LONGEST_CHAPTER)  # fmt: skip
                    self._tell(Code.LIMIT, (), Position(file=f"{self.name}/{file}", line=1, column=1), said)
                else:
                    self.problems += check_prose(f"{self.name}/{file}", text)
                yield file.removeprefix(start).removesuffix(".md"), "" if fault else text[:LONGEST_CHAPTER]

    def tell_language(self, folder: str) -> None:
        """Tell a folder whose name is none of a language."""
        said = message(N_("'{name}' is no language tag"), name=folder[:80])
        help = message(N_("a folder of words is named by its language: de, en, fr"))
        place = Position(file=f"{self.name}/{folder}", line=1, column=1)
        self.is_broken = True
        self.problems.append(problem(Code.LANGUAGE, (), place, said, help))

    def _word(self, path: KeyPath, text: Any, places: Places, texts: dict[str, str]) -> None:
        key = ".".join(str(part) for part in path)
        if not isinstance(text, str):
            needed, what = message(N_("a text")), kind_of(text)
            said = message(N_("'{key}' needs {needed}, not {what}"), key=key, needed=needed, what=what)
            self._tell(Code.KIND, path, places.at(path), said)
            texts[key] = "–"  # is there, so that nothing else misses it
        elif key in texts:
            self._tell(Code.TWICE, path, places.key_at(path), message(N_("{key} is there twice"), key=key))
        elif len(text) > LONGEST_TEXT:
            said = message(N_("the text has {n} characters; {limit} is the most"), n=len(text), limit=LONGEST_TEXT)
            self._tell(Code.LIMIT, path, places.at(path), said)
            texts[key] = "–"
        else:
            texts[key] = text

    def _toml(self, file: str, language: str) -> tuple[dict[str, Any], Places]:
        reading = self.reader(f"{self.name}/{file}", self.files.get(file, b""))
        self.sheets.setdefault(language, []).append(reading.sheet)
        self.problems += reading.problems
        places = Places(reading.sheet)
        self.is_broken |= reading.raw is None
        raw = reading.raw or {}
        self.problems += check_texts(raw, places, with_lines=bool(language))
        return raw, places

    def _tell(self, code: Code, path: KeyPath, place: Position, said: Any) -> None:
        self.problems.append(problem(code, path, place, said))


def _flat(table: Mapping[str, Any], above: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, (*above, key))
        else:
            yield (*above, key), value
