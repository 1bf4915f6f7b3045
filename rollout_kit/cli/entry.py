"""Where the program begins: so little that Ctrl-C finds somebody listening while the rest is still being read."""

import sys


def main() -> None:
    """Run the program; whoever interrupts it before it can say anything gets the code of an interruption."""
    try:
        from rollout_kit.cli.app import main as program
    except KeyboardInterrupt:
        sys.exit(130)
    program()
