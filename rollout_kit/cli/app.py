"""The program: its commands, and the error boundary around all of them."""

import gc
import sys
from collections.abc import Sequence
from typing import Any

import click

from rollout_kit.cli import options, terminal
from rollout_kit.cli.boundary import bounded
from rollout_kit.cli.worded import Entry, LazyGroup
from rollout_kit.message import N_

PROGRAM = "rollout-kit"
OBJECTS_UNTIL_COLLECTION = 50_000
"""Almost all that a run makes stays until its end; Python's own 700 cost a tenth of `check`, for nothing found."""

COMMANDS = {
    "new": Entry(place="rollout_kit.cli.new:new", help=N_("Write a commented description to begin with.")),
    "add": Entry(place="rollout_kit.cli.add:add", help=N_("Append a section with comments to a description.")),
    "check": Entry(place="rollout_kit.cli.check:check", help=N_("Say what is not ready, and what to do next.")),
    "build": Entry(place="rollout_kit.cli.build:build", help=N_("Write all documents, or those asked for.")),
    "plan": Entry(place="rollout_kit.cli.build:plan", help=N_("Write the plan only.")),
    "handbook": Entry(place="rollout_kit.cli.build:handbook", help=N_("Write the handbook only.")),
    "checklist": Entry(place="rollout_kit.cli.build:checklist", help=N_("Write the checklist of the kickoff only.")),
    "what-if": Entry(
        place="rollout_kit.cli.what_if:what_if", help=N_("Show verdict and plan with changed values beside today's.")
    ),
    "capacity": Entry(
        place="rollout_kit.cli.capacity:capacity",
        help=N_("Say whether support carries the load, and until when."),
    ),
    "calibrate": Entry(
        place="rollout_kit.cli.calibrate:calibrate", help=N_("Measure the load on the tickets of your own system.")
    ),
    "rules": Entry(place="rollout_kit.cli.rules:rules", help=N_("List all rules.")),
    "explain": Entry(place="rollout_kit.cli.explain:explain", help=N_("Explain a rule, with examples and source.")),
    "schema": Entry(place="rollout_kit.cli.schema:schema", help=N_("Write the format as a JSON Schema for editors.")),
    "doctor": Entry(place="rollout_kit.cli.doctor:doctor", help=N_("Say what is missing on this machine.")),
    "completion": Entry(
        place="rollout_kit.cli.completion:completion", help=N_("Print the completion of commands for a shell.")
    ),
}


class RolloutKit(LazyGroup):
    """The group of all commands. Its `main` is the error boundary of the whole program."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the program and exit with its code; without `standalone_mode`, return the code."""
        gc.set_threshold(OBJECTS_UNTIL_COLLECTION)
        arguments = list(sys.argv[1:] if args is None else args)
        here = terminal.of_process(arguments)

        def run() -> object:
            return super(RolloutKit, self).main(
                arguments, PROGRAM, complete_var, standalone_mode=False, **{**extra, "obj": here}
            )

        code = bounded(run, here, arguments)
        if standalone_mode:
            gc.freeze()  # the process ends: nobody needs the last search through all that it holds
            sys.exit(code)
        return code


@click.group(
    cls=RolloutKit,
    entries=COMMANDS,
    context_settings={"max_content_width": 100},
    help=N_(
        "From one description of an IT rollout: what is not ready and why, a dated plan, an operations handbook "
        "and a checklist for the kickoff."
    ),
)
@options.ui_language
@options.version_option
@options.help_option
def main() -> None:
    """Run rollout-kit."""
