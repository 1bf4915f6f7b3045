"""The error boundary: whatever happens inside becomes a text and an exit code, never a traceback on the screen."""

import platform
import traceback
from collections.abc import Callable, Sequence

import click

from rollout_kit import __version__
from rollout_kit.cli.suggest import did_you_mean
from rollout_kit.cli.terminal import ReaderGone, Terminal
from rollout_kit.cli.worded import HelpWanted, flags, option_names, usage_line
from rollout_kit.errors import RolloutKitError
from rollout_kit.message import N_, message, verbatim
from rollout_kit.report.fault import error_text

EXIT_FINE = 0
EXIT_NOT_READY = 1
EXIT_UNUSABLE = 2
EXIT_OUR_BUG = 3
EXIT_NO_PDF = 4
EXIT_INTERRUPTED = 130
EXIT_READER_GONE = 141  # as a shell counts a program that a closed pipe ended


def bounded(work: Callable[[], object], terminal: Terminal, arguments: Sequence[str]) -> int:
    """Run the work and return its exit code; what it raises is told on stderr."""
    try:
        code = work()
        return code if isinstance(code, int) else EXIT_FINE
    except ReaderGone:
        return EXIT_READER_GONE
    except RolloutKitError as error:
        terminal.tell(error_text(error, terminal.words, terminal.error_ink))
        return error.exit_code
    except HelpWanted as error:
        terminal.tell(error.text)
        return EXIT_UNUSABLE
    except click.ClickException as error:
        terminal.tell(error_text(usage_error(error), terminal.words, terminal.error_ink))
        return EXIT_UNUSABLE
    except (click.Abort, KeyboardInterrupt):
        return EXIT_INTERRUPTED
    except Exception as error:  # noqa: BLE001 - this is the process boundary
        terminal.tell(error_text(_our_bug(error, arguments), terminal.words, terminal.error_ink))
        return EXIT_OUR_BUG


def usage_error(error: click.ClickException) -> RolloutKitError:
    """Return what is wrong with the call, in our words."""
    context = getattr(error, "ctx", None)
    if context is None:
        return RolloutKitError(verbatim(error.format_message()))
    called = message(N_("it is called so: {usage}"), usage=usage_line(context.command, context))
    match error:
        case click.NoSuchOption():
            fault = message(N_('there is no option "{name}"'), name=error.option_name)
            return RolloutKitError(
                fault, help=did_you_mean(error.option_name, option_names(context.command, context), called)
            )
        case click.MissingParameter() if error.param is not None:
            return RolloutKitError(message(N_("{name} is missing"), name=error.param.human_readable_name), help=called)
        case click.BadOptionUsage() if error.option_name in flags(context.command, context):
            return RolloutKitError(message(N_("{name} takes no value"), name=error.option_name), help=called)
        case click.BadOptionUsage():
            return RolloutKitError(message(N_("{name} needs a value"), name=error.option_name), help=called)
    return RolloutKitError(verbatim(error.format_message()), help=called)


def _our_bug(error: Exception, arguments: Sequence[str]) -> RolloutKitError:
    from rollout_kit.files.write import write_report

    fault = message(N_("rollout-kit made a mistake of its own: {kind}"), kind=type(error).__name__)
    text = _report(error, arguments)
    try:
        place = str(write_report(text))
    except OSError:
        return RolloutKitError(fault, help=verbatim(text))
    return RolloutKitError(
        fault, help=message(N_("please look through the report, and send it to us: {path}"), path=place)
    )


def _report(error: Exception, arguments: Sequence[str]) -> str:
    """Return what we need to find the bug: nothing of the environment, and no values of variables."""
    lines = [
        f"rollout-kit {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}",
        f"called as: rollout-kit {' '.join(arguments)}",
        "",
        *"".join(traceback.format_exception(error)).splitlines(),
    ]
    return "\n".join(lines) + "\n"
