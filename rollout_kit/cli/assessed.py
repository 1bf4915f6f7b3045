"""From a path to an assessed rollout, or to the problems of its file, shown."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rollout_kit.cli.terminal import Terminal
from rollout_kit.files.read import ProjectTexts, read_project
from rollout_kit.language.words import Words

if TYPE_CHECKING:
    from rollout_kit.assess.choice import Choice
    from rollout_kit.assess.result import Result
    from rollout_kit.pipeline import Outcome
    from rollout_kit.report.text import TextReport


def assessed(file: Path, as_of: date, choice: "Choice | None" = None) -> "Outcome":
    """Read a description with the files that it names, and run the pipeline over them; without a choice, all rules."""
    return outcome_of(project_of(file), as_of, choice)


def project_of(file: Path) -> ProjectTexts:
    """Read a description with the files that it names."""
    return read_project(file, _named_files)


def files_of(texts: ProjectTexts, file: Path) -> tuple[Path, ...]:
    """Return the paths of what was read: the description, and the files that it names."""
    return (file, *(file.parent / name for name in texts.contents if name != texts.main))


def outcome_of(texts: ProjectTexts, as_of: date, choice: "Choice | None" = None) -> "Outcome":
    """Run the pipeline over texts that were read; without a choice, all rules."""
    from rollout_kit import pipeline

    return pipeline.run(texts.main, texts.contents, as_of, choice or pipeline.ALL_RULES)


def _named_files(text: bytes) -> tuple[str, ...]:
    from rollout_kit.description.validate import named_files

    return named_files(text)


def words_for(result: "Result", terminal: Terminal) -> Words:
    """Return the words of the terminal's language, those of the rollout's playbook included."""
    return Words(terminal.words.tag, result.case.playbook.texts_in(terminal.words.tag))


def text_report(outcome: "Outcome", terminal: Terminal, file: Path, *, on_stderr: bool = False) -> "TextReport":
    """Return the report for this terminal; places are named with the folder as it was typed."""
    from rollout_kit.report.text import TextReport

    words = words_for(outcome.result, terminal) if outcome.result else terminal.words
    folder = str(file)[: len(str(file)) - len(file.name)]
    return TextReport(words, terminal.error_ink if on_stderr else terminal.ink, outcome.places.source_line, folder)
