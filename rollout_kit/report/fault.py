"""What cannot be used at all, as a person reads it; in a module of its own, since every call may need it."""

from rollout_kit.errors import RolloutKitError
from rollout_kit.language.words import Words
from rollout_kit.message import N_
from rollout_kit.report.ink import Ink, printable


def error_text(error: RolloutKitError, words: Words, ink: Ink) -> str:
    """Return what cannot be used at all, and its remedy on a line of its own."""
    lines = [f"{ink.error(printable(words.say(N_('error'))) + ':')} {printable(words.text(error.message))}"]
    if error.help is not None:
        # A remedy may be lines to type: each stays a line.
        remedy = words.text(error.help).splitlines() or [""]
        lines.append(f"  {ink.quiet('=')} {printable(remedy[0])}")
        lines.extend(f"    {printable(line)}" for line in remedy[1:])
    return "\n".join(lines)
