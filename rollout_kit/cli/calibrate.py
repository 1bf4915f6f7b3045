"""`rollout-kit calibrate`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

import click

from rollout_kit.cli import options
from rollout_kit.cli.boundary import EXIT_FINE, EXIT_UNUSABLE
from rollout_kit.cli.suggest import not_one_of
from rollout_kit.cli.terminal import Terminal
from rollout_kit.cli.worded import WordedCommand
from rollout_kit.errors import RolloutKitError
from rollout_kit.files.read import opened_table, read_project
from rollout_kit.files.write import write
from rollout_kit.message import N_, message
from rollout_kit.report.ink import printable

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from rollout_kit.beginning.amended import Amended, Change
    from rollout_kit.capacity.calibration import Calibration
    from rollout_kit.capacity.tickets.table import TicketTable
    from rollout_kit.description.validate import Validated

_COLUMNS = ("opened", "resolved", "channel", "worked")
_ORDERS = ("dmy", "mdy", "ymd")
_PAIR = re.compile(r'\s*(\w+)\s*=\s*("[^"]*"|[^,]*?)\s*(?:,|$)')


def _columns(_: click.Context, option: click.Parameter, value: str | None) -> dict[str, str]:
    """Read `opened=Created,worked="Time Spent"`."""
    pairs = list(_PAIR.finditer(value or ""))
    if "".join(pair.group() for pair in pairs) != (value or ""):
        raise RolloutKitError(
            message(N_('"{value}" cannot be used for {option}'), value=value or "", option=option.opts[0]),
            help=message(N_('columns are named so: opened=Created,worked="Time spent"')),
        )
    wrong = [pair[1] for pair in pairs if pair[1] not in _COLUMNS]
    if wrong:
        raise not_one_of(wrong[0], option.opts[0], _COLUMNS)
    return {pair[1]: pair[2].strip('"') for pair in pairs}


def _users(_: click.Context, option: click.Parameter, value: str | None) -> int | None:
    if value is None:
        return None
    if not re.fullmatch(r"[1-9]\d{0,8}", value):
        raise RolloutKitError(
            message(N_('"{value}" cannot be used for {option}'), value=value, option=option.opts[0]),
            help=message(N_("it takes a whole number, such as 250")),
        )
    return int(value)


def _zone(_: click.Context, option: click.Parameter, value: str | None) -> "ZoneInfo | None":
    if value is None:
        return None
    from zoneinfo import ZoneInfo

    from rollout_kit.description.tags import is_timezone, known_timezones

    if not is_timezone(value):
        raise not_one_of(value, option.opts[0], ("Europe/Zurich", *known_timezones()))
    return ZoneInfo(value)


@click.command(
    cls=WordedCommand,
    help=N_(
        "Say what the tickets in TICKETS tell of the load: how many per user, by which channel, when, how long. "
        "It is the export of a ticket system as CSV; nothing of persons is kept or printed."
    ),
)
@click.argument("tickets", type=click.Path(path_type=Path))
@click.option(
    "--users",
    callback=_users,
    metavar="N",
    default=None,
    help=N_("How many users open these tickets, in the last month; those of the description if not given."),
)
@options.day("--rollout-date", N_("The day of an earlier rollout, whose factor and half-life are sought."))
@click.option(
    "--rollout-users",
    callback=_users,
    metavar="N",
    default=None,
    help=N_("How many of the users were switched on that day; all if not given."),
)
@click.option(
    "--columns",
    callback=_columns,
    metavar="LIST",
    default=None,
    help=N_('Headings, where they are not known: opened=Created,resolved=Done,channel=Source,worked="Time spent".'),
)
@click.option(
    "--dates",
    callback=options.one_of(_ORDERS),
    shell_complete=options.words_of(_ORDERS),
    metavar="ORDER",
    default=None,
    help=N_("Order of dates in numbers, where the table does not tell it: dmy, mdy or ymd."),
)
@click.option(
    "--zone",
    callback=_zone,
    metavar="ZONE",
    default=None,
    help=N_(
        "Time zone to which times with an offset are brought, such as Europe/Zurich; "
        "the customer's in the description if not given."
    ),
)
@options.day("--from", N_("First day that counts."), "since")
@options.day("--to", N_("Last day that counts."), "until")
@click.option(
    "--write",
    "target",
    type=click.Path(path_type=Path),
    metavar="FILE",
    default=None,
    help=N_("Description to write the figures into, below [load]; comments and order stay."),
)
@options.ui_language
@options.help_option
@click.pass_obj
def calibrate(terminal: Terminal, /, tickets: Path, target: Path | None, **asked: Any) -> int:
    """Print what the tickets tell; with `--write`, put it into a description."""
    description = _description(target) if target else None
    if description is not None and description.read.rollout is None:
        _tell_problems(terminal, description)
        return EXIT_UNUSABLE
    table, calibration = _measured(tickets, description, **asked)

    from rollout_kit.report.calibration import calibration_text

    terminal.say(calibration_text(calibration, table.columns, table.told, terminal.words, terminal.ink))
    if description is None:
        terminal.hint(message(N_("--write FILE puts these figures into a description, below [load]")))
        return EXIT_FINE
    return _written(terminal, calibration, description)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Description:
    """The description to write into."""

    path: Path
    main: str
    contents: dict[str, bytes]
    read: "Validated"


def _description(path: Path) -> _Description:
    from rollout_kit.description.named_files import named_files

    texts = read_project(path, named_files)
    contents = dict(texts.contents)
    return _Description(path=path, main=texts.main, contents=contents, read=_validated(texts.main, contents))


def _validated(main: str, contents: dict[str, bytes]) -> "Validated":
    from rollout_kit.description.validate import validate
    from rollout_kit.pipeline import known
    from rollout_kit.playbook.load import open_playbook

    return validate(main, contents, lambda name: known(open_playbook(name, contents)))


def _measured(tickets: Path, description: _Description | None, **asked: Any) -> "tuple[TicketTable, Calibration]":
    from rollout_kit.calendars.zones import zone_of
    from rollout_kit.capacity.calibration import calibrated
    from rollout_kit.capacity.tickets.table import TicketTable

    rollout = description.read.rollout if description else None
    zone = asked["zone"] or (zone_of(rollout, "customer") if rollout else None)
    users = asked["users"] or (rollout.users if rollout else None)
    if asked["rollout_users"] and not (users and asked["rollout_users"] <= users):
        raise RolloutKitError(
            message(N_("--rollout-users are some of all users, whose number is missing or smaller")),
            help=message(N_("--users says how many there are in all")),
        )
    with opened_table(tickets) as stream:
        table = TicketTable(stream, str(tickets), wanted=asked["columns"], order=asked["dates"], zone=zone)
        calibration = calibrated(
            table,
            users=users,
            columns=table.columns.places,
            rollout_on=asked["rollout_date"],
            rollout_users=asked["rollout_users"],
            since=asked["since"],
            until=asked["until"],
        )
    if calibration is None:
        raise RolloutKitError(
            message(N_('"{file}" has no ticket between these days'), file=str(tickets)),
            help=message(N_("leave --from and --to out, or name other days")),
        )
    return table, calibration


def _written(terminal: Terminal, calibration: "Calibration", description: _Description) -> int:
    """Write what was measured into the description, and print what has changed in it."""
    from rollout_kit.beginning.amended import amended
    from rollout_kit.beginning.measured_load import load_changes

    rollout = description.read.rollout
    changes, told = load_changes(calibration, rollout.load if rollout else None)
    words, path = terminal.words, description.path
    terminal.say("")
    for one in told:
        terminal.say(f"{terminal.ink.note(words.say(N_('note')))}: {printable(words.text(one))}")
    found = amended(description.main, description.contents[description.main], changes)
    if found.refused:
        raise _refusal(found, changes, path)
    if not found.changed:
        terminal.say(printable(words.say(N_("nothing in {file} has to be changed"), file=str(path))))
        return EXIT_FINE
    after = _validated(description.main, {**description.contents, description.main: found.content})
    if after.problems:
        raise AssertionError(f"what was measured does not fit the format: {after.problems[0].message}")
    place = path.resolve() if path.is_symlink() else path  # a link stays one
    write(place.parent, [(place.name, found.content)])
    terminal.say(printable(words.say(N_("written into {file}:"), file=str(path))))
    terminal.say("\n".join(printable(f"  {path}:{line}") for line in _lines(found)))
    terminal.hint(
        message(N_("rollout-kit check {file}      says what is not ready, and what to do next"), file=quote(str(path)))
    )
    return EXIT_FINE


def _lines(found: "Amended") -> Iterator[str]:
    """Yield what has changed, a line for each key: where, what stood there, what stands there now."""
    for one in sorted(found.changed, key=lambda one: one.line):
        key, literal = ".".join(one.change.path), " ".join(one.change.literal.split())
        yield f"{one.line}: {key}: {one.before} → {literal}" if one.before else f"{one.line}: + {key} = {literal}"


def _refusal(found: "Amended", changes: "tuple[Change, ...]", path: Path) -> RolloutKitError:
    from rollout_kit.beginning.amended import as_lines

    first = found.refused[0]
    return RolloutKitError(
        message(
            N_('"{file}", line {line}: {key} stands in a form that is not changed from here; nothing was written'),
            file=str(path), line=first.position.line, key=".".join(first.change.path),
        ),
        help=message(N_("type these lines in its place:\n{lines}"), lines="\n".join(as_lines(changes))),
    )  # fmt: skip


def _tell_problems(terminal: Terminal, description: _Description) -> None:
    from rollout_kit.report.text import TextReport

    path, read = description.path, description.read
    folder = str(path)[: len(str(path)) - len(path.name)]
    report = TextReport(terminal.words, terminal.error_ink, read.places.source_line, folder)
    terminal.tell(f"{report.notes(read.problems)}\n\n{terminal.words.say(N_('nothing was written'))}")
