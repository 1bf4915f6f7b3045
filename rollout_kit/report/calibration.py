"""What the own tickets tell of the load, as a table for a terminal."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from rollout_kit.capacity.calibration import Calibration
from rollout_kit.capacity.tickets.columns import Columns
from rollout_kit.capacity.tickets.measured import Measured, Unit, Untold
from rollout_kit.language.words import Words
from rollout_kit.message import N_, Duration, Message, Percent, message, plural_message
from rollout_kit.message import Unit as UnitOfTime
from rollout_kit.report.ink import Ink, printable

_NAMES = {
    "tickets_per_user_month": N_("tickets per user and month"),
    "growth_per_year": N_("growth per year"),
    "golive_factor": N_("factor on the first day of a rollout"),
    "half_life": N_("half-life of the surplus"),
    "peak_hour_share": N_("share of the busiest hour"),
    "busiest_weekday": N_("share of the busiest weekday"),
    "channels": N_("shares of the channels"),
    "channels.phone.share": N_("share of the phone"),
    "channels.chat.share": N_("share of the chat"),
    "channels.ticket.share": N_("share of tickets in writing"),
    "handling": N_("time of work"),
    "handling_median": N_("– median and quartiles"),
    "channels.phone.handling": N_("time of work by phone"),
    "channels.phone.handling_median": N_("– median and quartiles"),
    "channels.chat.handling": N_("time of work by chat"),
    "channels.chat.handling_median": N_("– median and quartiles"),
    "channels.ticket.handling": N_("time of work in writing"),
    "channels.ticket.handling_median": N_("– median and quartiles"),
    "resolution": N_("time until resolution"),
    "resolution_median": N_("time until resolution, median"),
    "resolution_most": N_("nine of ten are resolved within"),
}
_MONDAY = date(2024, 1, 1)
_LONG_HOURS = 48  # more are told in days; house value


def calibration_text(
    calibration: Calibration, columns: Columns, told: Sequence[Message], words: Words, ink: Ink
) -> str:
    """Return the table, below it what could not be told and why, and what is to be known of the reckoning."""

    def said(text: Message) -> str:
        return printable(words.text(text))

    parts = [said(_head(calibration)), said(_read_as(columns))]
    if calibration.figures:
        parts += ["", *_table([_row(figure, words) for figure in calibration.figures], words, ink)]
    if calibration.untold:
        parts += [
            "",
            ink.strong(printable(words.say(N_("could not tell")))),
            *(f"  {said(one)}" for one in _reasons(calibration.untold)),
        ]
    notes = (*told, *calibration.notes)
    return "\n".join(
        [*parts, *([""] if notes else []), *(f"{ink.note(words.say(N_('note')))}: {said(one)}" for one in notes)]
    )


def _head(calibration: Calibration) -> Message:
    tickets: Message = _tickets(calibration.tickets)
    if calibration.users:
        one, many = N_("{tickets} of {n} user"), N_("{tickets} of {n} users")
        tickets = plural_message(one, many, calibration.users, tickets=tickets)
    return message(
        N_("{tickets} from {first} to {last}, {months}"),
        tickets=tickets,
        first=calibration.first,
        last=calibration.last,
        months=plural_message(N_("{n} full ordinary month"), N_("{n} full ordinary months"), calibration.months),
    )


def _read_as(columns: Columns) -> Message:
    named = tuple(f'{column} = "{heading[:40]}"' for column, heading in columns.headings.items())
    if columns.system:
        return message(N_("read as an export of {system}: {columns}"), system=columns.system, columns=named)
    return message(N_("read by the headings: {columns}"), columns=named)


def _table(rows: Sequence[tuple[str, str, str, str]], words: Words, ink: Ink) -> Iterator[str]:
    head = ("", words.say(N_("likely")), words.say(N_("range")), words.say(N_("measured on")))
    lines = [tuple(printable(cell) for cell in row) for row in (head, *rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(3)]
    for index, (name, likely, reach, base) in enumerate(lines):
        line = f"{name:{widths[0]}}  {likely:>{widths[1]}}  {reach:>{widths[2]}}  {base}".rstrip()
        yield line if index else ink.quiet(line)


def _row(figure: Measured, words: Words) -> tuple[str, str, str, str]:
    spread = figure.spread
    low, likely, high = (words.value(_value(value, figure.unit)) for value in (spread.low, spread.likely, spread.high))
    base: Message = _tickets(figure.tickets)
    if spread.periods:
        months = plural_message(N_("{n} month"), N_("{n} months"), spread.periods)
        weeks = plural_message(N_("{n} week"), N_("{n} weeks"), spread.periods)
        base = message(N_("{tickets}, {periods}"), tickets=base, periods=months if spread.period == "month" else weeks)
    return words.text(_named(figure, words)), likely, f"{low} – {high}", words.text(base)


def _named(figure: Measured, words: Words) -> Message:
    name = message(_NAMES[figure.key])
    if figure.hour is not None:
        return message(N_("{name}, {hour} to {end} h"), name=name, hour=figure.hour, end=figure.hour + 1)
    if figure.weekday is not None:
        return message(N_("{name}, {weekday}"), name=name, weekday=words.weekday(_MONDAY + timedelta(figure.weekday)))
    return name


def _value(value: float, unit: Unit) -> float | Percent | Duration:
    match unit:
        case "number":
            return round(value, 2)
        case "share" | "change":
            return Percent(round(value, 3))
        case "minutes":
            return Duration(amount=round(value, 1), unit=UnitOfTime.MINUTE)
        case "days":
            return Duration(amount=round(value), unit=UnitOfTime.DAY)
        case "hours":
            if value < _LONG_HOURS:
                return Duration(amount=round(value, 1), unit=UnitOfTime.HOUR)
            return Duration(amount=round(value / 24, 1), unit=UnitOfTime.DAY)


def _reasons(untold: Sequence[Untold]) -> Iterator[Message]:
    """Yield a line for each reason, with all figures that it keeps from being told."""
    for reason in dict.fromkeys(one.reason for one in untold):
        names = tuple(message(_NAMES[one.key]) for one in untold if one.reason == reason)
        yield message(N_("{figures}: {reason}"), figures=names, reason=reason)


def _tickets(count: int) -> Message:
    return plural_message(N_("{n} ticket"), N_("{n} tickets"), count)
