"""`rollout-kit check FOLDER`: a line for each rollout below it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from rollout_kit.cli.boundary import EXIT_FINE, EXIT_NOT_READY, EXIT_UNUSABLE
from rollout_kit.cli.terminal import Terminal
from rollout_kit.errors import RolloutKitError
from rollout_kit.files.read import descriptions_in
from rollout_kit.finding import Severity
from rollout_kit.message import N_, message

if TYPE_CHECKING:
    from rollout_kit.pipeline import Outcome


def check_folder(
    terminal: Terminal, folder: Path, form: str, assess: "Callable[[Path], Outcome]", fail_on: Severity
) -> int:
    """Print the overview; one rollout that cannot be used keeps no other from being told. Returns the worst code."""
    from rollout_kit.cli.check import has_failed
    from rollout_kit.report.overview import Line, overview, overview_as_json

    if form not in ("text", "json"):
        raise RolloutKitError(
            message(N_("the overview of a folder is printed as text or json, not as {form}"), form=form),
            help=message(N_("check one rollout, or write --format json")),
        )
    files = descriptions_in(folder)
    if not files:
        raise RolloutKitError(
            message(N_("there is no description in {folder}"), folder=str(folder)),
            help=message(N_("rollout-kit new {folder}      writes one"), folder=str(folder)),
        )
    lines, worst = [], EXIT_FINE
    for file in files:
        name = file.relative_to(folder).as_posix()
        try:
            outcome = assess(file)
        except RolloutKitError as error:
            lines.append(Line(file=name, error=error.message))
            worst = EXIT_UNUSABLE
            continue
        lines.append(Line(file=name, result=outcome.result, problems=outcome.problems))
        code = EXIT_UNUSABLE if outcome.result is None else int(has_failed(outcome.result, fail_on)) * EXIT_NOT_READY
        worst = max(worst, code)
    draw = overview_as_json if form == "json" else overview
    terminal.say(draw(lines, terminal.words, terminal.ink))
    if form == "text":
        terminal.hint(message(N_("rollout-kit check FILE      says what is not ready in one of them")))
    return worst
