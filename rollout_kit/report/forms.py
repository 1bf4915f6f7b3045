"""The forms of a report, all drawn from the same entries."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rollout_kit.assess.result import Result
from rollout_kit.finding import Problem
from rollout_kit.language.words import Words
from rollout_kit.report.as_json import problems_as_json, result_as_json
from rollout_kit.report.concise import concise
from rollout_kit.report.entries import Entry, entries_of, entries_of_problems
from rollout_kit.report.github import annotations
from rollout_kit.report.markdown import markdown
from rollout_kit.report.sarif import sarif


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a report is about: a result, or the problems that kept a file from having one; notes stand with either.

    `folder` is put before the names of files where a form names them.
    """

    result: Result | None
    problems: Sequence[Problem]
    words: Words
    folder: str = ""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Problems and notes, then findings."""
        found = entries_of(self.result, self.words) if self.result else ()
        return (*entries_of_problems(self.problems, self.words), *found)


def _as_concise(told: Told) -> str:
    return concise(told.entries, told.words, told.folder)


def _as_json(told: Told) -> str:
    return result_as_json(told.result, told.words) if told.result else problems_as_json(told.problems, told.words)


def _as_sarif(told: Told) -> str:
    return sarif(told.entries, told.words, told.folder)


def _as_github(told: Told) -> str:
    return annotations(told.entries, told.words, told.folder)


def _as_markdown(told: Told) -> str:
    return markdown(told.entries, told.words, told.result)


FORMS: Mapping[str, Callable[[Told], str]] = {
    "concise": _as_concise,
    "json": _as_json,
    "sarif": _as_sarif,
    "github": _as_github,
    "markdown": _as_markdown,
}
"""By name; `text`, for a person at a terminal, is not among them: it needs the lines of the file and colours."""
