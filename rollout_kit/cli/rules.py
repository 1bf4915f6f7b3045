"""`rollout-kit rules`."""

import click

from rollout_kit.cli import options
from rollout_kit.cli.terminal import Terminal
from rollout_kit.cli.worded import WordedCommand
from rollout_kit.message import N_, message


@click.command(cls=WordedCommand, help=N_("List all rules with their usual severity."))
@options.ui_language
@options.help_option
@click.pass_obj
def rules(terminal: Terminal) -> None:
    """Print the catalogue as a table."""
    from rollout_kit.report.naming import severity_word
    from rollout_kit.rules.catalogue import catalogue

    rows = [
        (rule.code, severity_word(rule.severity, terminal.words), terminal.words.say(rule.title))
        for rule in catalogue()
    ]
    width = max(len(severity) for _, severity, _ in rows)
    for (code, severity, title), rule in zip(rows, catalogue(), strict=True):
        terminal.say(f"{code}  {terminal.ink.severity(rule.severity, severity.ljust(width))}  {title}")
    terminal.hint(message(N_("rollout-kit explain CODE      says why a rule asks for something, with examples")))
