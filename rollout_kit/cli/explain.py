"""`rollout-kit explain`."""

import click

from rollout_kit.cli import options
from rollout_kit.cli.suggest import did_you_mean
from rollout_kit.cli.terminal import Terminal
from rollout_kit.cli.worded import WordedCommand
from rollout_kit.errors import RolloutKitError
from rollout_kit.message import N_, message


@click.command(cls=WordedCommand, help=N_("Say what the rule CODE asks for and why, with examples and its source."))
@click.argument("code")
@options.ui_language
@options.help_option
@click.pass_obj
def explain(terminal: Terminal, code: str) -> None:
    """Print one rule; its name will do as well as its code."""
    from rollout_kit.report.explain import rule_page
    from rollout_kit.rules.catalogue import catalogue

    known = {name.casefold(): rule for rule in catalogue() for name in (rule.code, rule.name)}
    asked = known.get(code.strip().casefold())
    if asked is None:
        names = [name for rule in catalogue() for name in (rule.code, rule.name)]
        raise RolloutKitError(
            message(N_('there is no rule "{code}"'), code=code),
            help=did_you_mean(code, names, message(N_("rollout-kit rules lists all rules"))),
        )
    terminal.say(rule_page(asked, terminal.words).rstrip("\n"))
