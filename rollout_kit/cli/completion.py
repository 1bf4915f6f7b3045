"""`rollout-kit completion`."""

import click
from click.shell_completion import get_completion_class

from rollout_kit.cli import options
from rollout_kit.cli.suggest import not_one_of
from rollout_kit.cli.terminal import Terminal
from rollout_kit.cli.worded import WordedCommand
from rollout_kit.message import N_, message

SHELLS = ("bash", "zsh", "fish", "powershell")
VARIABLE = "_ROLLOUT_KIT_COMPLETE"

_HOW = {
    "bash": "rollout-kit completion bash > ~/.local/share/bash-completion/completions/rollout-kit",
    "zsh": "rollout-kit completion zsh > ~/.zfunc/_rollout-kit",
    "fish": "rollout-kit completion fish > ~/.config/fish/completions/rollout-kit.fish",
    "powershell": "rollout-kit completion powershell >> $PROFILE",
}


@click.command(
    cls=WordedCommand, help=N_("Print what makes a shell complete our commands: bash, zsh, fish or powershell.")
)
@click.argument("shell")
@options.ui_language
@options.help_option
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script of a shell; nothing is installed."""
    terminal: Terminal = context.obj
    known = [name for name in SHELLS if get_completion_class(name) is not None]
    if shell not in known:
        raise not_one_of(shell, "SHELL", known)
    writer = get_completion_class(shell)
    assert writer is not None
    root = context.find_root()
    terminal.say(writer(root.command, {}, root.info_name or "rollout-kit", VARIABLE).source())
    terminal.hint(message(N_("keep it with: {command}"), command=_HOW[shell]))
