"""Tickets from the export of a ticket system, row by row. Of a ticket only its times, channel and work are kept."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain, islice
from typing import BinaryIO
from zoneinfo import ZoneInfo

from rollout_kit.capacity.tickets.columns import ChannelName, Column, Columns, channel_of, columns_of
from rollout_kit.capacity.tickets.lengths import minutes_of
from rollout_kit.capacity.tickets.times import Moments, Order, Votes, votes_of
from rollout_kit.description.table_text import WORKBOOK, opened, separator_of, told_separator
from rollout_kit.errors import RolloutKitError
from rollout_kit.message import N_, Message, message, plural_message

_LARGEST_CELL = 1 << 20  # characters; house value: a ticket's description may be long
_MOST_LINES_OF_A_ROW = 2000  # house value
_ROWS_FOR_ORDER = 100_000  # house value
_MOST_WORK = 7 * 1440.0  # minutes on one ticket; house value: more is a slip
_MOST_REMEMBERED = 10_000  # house value
_DATES: tuple[Column, ...] = ("opened", "resolved")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """One contact. Times are those of the local clock, without a zone; `minutes_worked` is above 0."""

    opened_at: datetime
    resolved_at: datetime | None
    channel: ChannelName | None
    minutes_worked: float | None


@dataclass(slots=True)
class _Seen:
    """How many cells were of a kind, and the line of the first."""

    count: int = 0
    line: int = 0

    def note(self, line: int) -> None:
        self.count += 1
        self.line = self.line or line


@dataclass(slots=True)
class _Slips:
    rows: int = 0
    dateless: _Seen = field(default_factory=_Seen)
    backwards: _Seen = field(default_factory=_Seen)
    strange_channels: _Seen = field(default_factory=_Seen)
    strange_work: _Seen = field(default_factory=_Seen)


_TOLD = (
    (
        N_("{n} of {rows} rows has no readable date and is left out; it is in line {line}"),
        N_("{n} of {rows} rows have no readable date and are left out; the first is in line {line}"),
    ),
    (
        N_("{n} of {rows} tickets is resolved before it was opened, in line {line}; how long it took is left out"),
        N_(
            "{n} of {rows} tickets are resolved before they were opened, first in line {line}; their times are left out"
        ),
    ),
    (
        N_("{n} of {rows} tickets came by a channel that is not known, in line {line}; it counts as ticket"),
        N_("{n} of {rows} tickets came by channels that are not known, first in line {line}; they count as ticket"),
    ),
    (
        N_("{n} of {rows} times of work cannot be read, in line {line}"),
        N_("{n} of {rows} times of work cannot be read, first in line {line}"),
    ),
)


class TicketTable:
    """An export, whose first line names the columns. It can be gone through once; `told` is complete afterwards.

    `stream` is read twice where the order of day and month has to be found out, and never held as a whole.
    """

    def __init__(
        self,
        stream: BinaryIO,
        file: str,
        *,
        wanted: Mapping[Column, str] | None = None,
        order: Order | None = None,
        zone: ZoneInfo | None = None,
    ) -> None:
        """Read the first line, and find out how dates are written.

        Raises:
            RolloutKitError: the file holds no table of tickets, or nothing tells day from month.
        """
        self._stream, self._file, self._zone = stream, file, zone
        if stream.read(len(WORKBOOK)) == WORKBOOK:
            raise RolloutKitError(
                message(N_('"{file}" is a workbook; this needs its text'), file=file),
                help=message(N_("save the sheet as CSV, or copy its cells into a text file")),
            )
        head = next(self._rows(), None)
        if head is None:
            raise RolloutKitError(
                message(N_('"{file}" holds nothing'), file=file),
                help=message(N_("export the tickets with their headings as CSV")),
            )
        self.columns: Columns = columns_of(head[1], wanted or {}, file)
        self._order = order or self._found_order()
        self._slips = _Slips()

    def __iter__(self) -> Iterator[Ticket]:
        """Yield the tickets of all rows with a readable date.

        Raises:
            RolloutKitError: there is no such row, or the table breaks off inside of a quote.
        """
        slips = self._slips = _Slips()
        read = _Row(self.columns, Moments(self._order, self._zone), slips)
        for line, cells in islice(self._rows(), 1, None):
            slips.rows += 1
            ticket = read.ticket(line, cells)
            if ticket is not None:
                yield ticket
        if slips.dateless.count == slips.rows:
            raise self._unusable()

    @property
    def told(self) -> tuple[Message, ...]:
        """What of the rows was not used, each with a number and the first line of its kind."""
        slips = self._slips
        seen = (slips.dateless, slips.backwards, slips.strange_channels, slips.strange_work)
        return tuple(
            plural_message(one, many, kind.count, rows=slips.rows, line=kind.line)
            for (one, many), kind in zip(_TOLD, seen, strict=True)
            if kind.count
        )

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield the rows that hold anything, each with the number of its first line."""
        self._stream.seek(0)
        text = opened(self._stream)
        csv.field_size_limit(_LARGEST_CELL)
        above, told, line = 0, "", text.readline()
        while line and (not line.strip() or told_separator(line)):
            above, told, line = above + 1, told_separator(line) or told, text.readline()
        reader = csv.reader(_without_zeros(chain([line], text)), delimiter=told or separator_of(line))
        start = above + 1
        try:
            for cells in reader:
                if above + reader.line_num - start > _MOST_LINES_OF_A_ROW:
                    raise self._unclosed(start)
                if any(cells):
                    yield start, cells
                start = above + reader.line_num + 1
        except csv.Error as error:
            raise self._unclosed(start) from error
        finally:
            text.detach()  # else the stream were closed with it

    def _found_order(self) -> Order | None:
        """Return the order of day and month, None where no date can be read in two ways."""
        places = [self.columns.places[name] for name in _DATES if name in self.columns.places]
        rows = islice(self._rows(), 1, _ROWS_FOR_ORDER)
        votes = votes_of((line, cells[place]) for line, cells in rows for place in places if place < len(cells))
        if votes.order is None and votes.is_needed:
            raise self._two_ways(votes)
        return votes.order

    def _two_ways(self, votes: Votes) -> RolloutKitError:
        if votes.day_first:
            text = N_('"{file}" has dates with the day first and dates with the month first; one is in line {line}')
        else:
            text = N_('"{file}", line {line}: it cannot be told whether the day or the month stands first')
        help = message(N_("--dates dmy means 31/1/2026, --dates mdy 1/31/2026, --dates ymd 26/1/31"))
        return RolloutKitError(message(text, file=self._file, line=votes.line), help=help)

    def _unclosed(self, line: int) -> RolloutKitError:
        return RolloutKitError(
            message(N_('"{file}", line {line}: the row does not end'), file=self._file, line=line),
            help=message(N_("a quote is opened there and not closed; export the tickets again")),
        )

    def _unusable(self) -> RolloutKitError:
        column = self.columns.headings["opened"][:40]
        if not self._slips.rows:
            return RolloutKitError(
                message(N_('"{file}" has headings, and no tickets below them'), file=self._file),
                help=message(N_("look whether the export was filtered")),
            )
        return RolloutKitError(
            message(
                N_('"{file}", line {line}: no date can be read in the column "{column}"'),
                file=self._file, line=self._slips.dateless.line, column=column,
            ),
            help=message(N_('name another column with --columns opened="…", or export dates such as 2026-03-31 08:15')),
        )  # fmt: skip


class _Row:
    """Makes a ticket of the cells of a row."""

    def __init__(self, columns: Columns, moments: Moments, slips: _Slips) -> None:
        places = columns.places
        self._opened, self._resolved = places["opened"], places.get("resolved")
        self._channel, self._worked = places.get("channel"), places.get("worked")
        self._unit, self._moments, self._slips = columns.unit, moments, slips
        self._channels: dict[str, ChannelName | None] = {}
        self._lengths: dict[str, float | None] = {}

    def ticket(self, line: int, cells: Sequence[str]) -> Ticket | None:
        """Return the ticket of a row, None where nothing says when it was opened."""
        opened_at = self._moments.moment(cells[self._opened]) if self._opened < len(cells) else None
        if opened_at is None:
            self._slips.dateless.note(line)
            return None
        return Ticket(
            opened_at=opened_at,
            resolved_at=self._resolved_at(line, opened_at, _cell(cells, self._resolved)),
            channel=self._channel_of(line, _cell(cells, self._channel)),
            minutes_worked=self._minutes(line, _cell(cells, self._worked)),
        )

    def _resolved_at(self, line: int, opened_at: datetime, cell: str) -> datetime | None:
        found = self._moments.moment(cell) if cell else None
        if found is not None and found < opened_at:
            self._slips.backwards.note(line)
            return None
        return found

    def _channel_of(self, line: int, cell: str) -> ChannelName | None:
        if not cell:
            return None
        if cell not in self._channels:
            if len(self._channels) >= _MOST_REMEMBERED:
                self._channels.clear()
            self._channels[cell] = channel_of(cell)
        found = self._channels[cell]
        if found is None:
            self._slips.strange_channels.note(line)
        return found or "ticket"

    def _minutes(self, line: int, cell: str) -> float | None:
        """Return the minutes of work; a cell of nothing or zero says that nobody wrote them down."""
        if not cell:
            return None
        if cell not in self._lengths:
            if len(self._lengths) >= _MOST_REMEMBERED:
                self._lengths.clear()
            self._lengths[cell] = minutes_of(cell, self._unit)
        found = self._lengths[cell]
        if found is None or found > _MOST_WORK:
            self._slips.strange_work.note(line)
            return None
        return found or None


def _cell(cells: Sequence[str], place: int | None) -> str:
    return cells[place].strip() if place is not None and place < len(cells) else ""


def _without_zeros(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield line.replace("\0", "") if "\0" in line else line
