"""Exports, as they come and as nobody wants them."""

import csv
import io
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rollout_kit.capacity.tickets.table import Ticket, TicketTable
from rollout_kit.capacity.tickets.times import Order
from rollout_kit.errors import RolloutKitError
from rollout_kit.language.words import Words


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> datetime:
    return datetime.combine(date(year, month, day), time(hour, minute, second))


DATA = Path(__file__).parents[2] / "data" / "tickets"
OPENED, RESOLVED = at(2026, 3, 2, 8, 15, 22), at(2026, 3, 2, 10, 45, 22)
TWO = "Created;Resolved;Source;Time spent\n02.03.2026 08:15:22;02.03.2026 10:45:22;Telefon;12m\n3.3.26;;;\n"


def table(content: bytes | str, order: Order | None = None, zone: str | None = None) -> TicketTable:
    stream = io.BytesIO(content.encode() if isinstance(content, str) else content)
    return TicketTable(stream, "t.csv", order=order, zone=ZoneInfo(zone) if zone else None)


def tickets(content: bytes | str, order: Order | None = None) -> list[Ticket]:
    return list(table(content, order))


def told(content: str) -> list[str]:
    read = table(content)
    list(read)
    return [Words("en").text(said) for said in read.told]


def fault(content: bytes | str) -> tuple[str, str]:
    with pytest.raises(RolloutKitError) as raised:
        tickets(content)
    assert raised.value.exit_code == 2
    assert raised.value.help is not None
    return Words("en").text(raised.value.message), Words("en").text(raised.value.help)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_table_is_read_in_any_coding(encoding: str, separator: str, end: str) -> None:
    text = TWO.replace(";", separator).replace("\n", end)
    first = Ticket(opened_at=OPENED, resolved_at=RESOLVED, channel="phone", minutes_worked=12.0)
    second = Ticket(opened_at=at(2026, 3, 3), resolved_at=None, channel=None, minutes_worked=None)
    assert tickets(text.encode(encoding)) == [first, second]


@pytest.mark.parametrize("path", sorted(DATA.glob("*.csv")), ids=lambda path: path.name)
def test_the_kept_exports_hold_the_same_ticket_first(path: Path) -> None:
    with path.open("rb") as stream:
        read = TicketTable(stream, path.name, zone=ZoneInfo("Europe/Zurich"))
        first, *others = read
    assert first == Ticket(
        opened_at=OPENED.replace(second=first.opened_at.second),
        resolved_at=RESOLVED.replace(second=first.opened_at.second), channel="phone", minutes_worked=12.0,
    )  # fmt: skip
    assert len(others) == 3
    assert read.columns.system == ("ServiceNow" if path.name.startswith("servicenow") else "Jira")
    assert read.told == ()


def test_there_are_kept_exports_of_both_systems() -> None:
    names = [path.name for path in DATA.glob("*.csv")]
    assert {name.partition("-")[0] for name in names} == {"servicenow", "jira"}
    assert len(names) >= 6


def test_excel_may_tell_its_separator_and_leave_lines_empty() -> None:
    assert len(tickets("sep=;\n" + TWO)) == 2
    assert len(tickets("\n\nsep=,\n\nCreated,x;y\n2026-03-02,1;2\n\n,,\n")) == 1


def test_the_order_is_taken_from_a_date_far_below() -> None:
    cells = ["1/2/2026 8:00", "3/3/2026 8:00", "1/31/2026 8:00"]
    assert [one.opened_at.month for one in tickets("Created\n" + "\n".join(cells))] == [1, 3, 1]


def test_the_order_is_taken_from_the_other_column_too() -> None:
    (one,) = tickets("Created;Resolved\n1/2/2026;13/2/2026\n")
    assert one.opened_at == at(2026, 2, 1)


def test_an_order_that_is_given_is_not_sought() -> None:
    assert tickets("Created\n1/2/2026\n", "mdy")[0].opened_at == at(2026, 1, 2)


def test_an_order_that_cannot_be_told_is_asked_for() -> None:
    said, help = fault("Created\n3/3/2026\n1/2/2026\n2/1/2026\n")
    assert said == '"t.csv", line 3: it cannot be told whether the day or the month stands first'
    assert help == "--dates dmy means 31/1/2026, --dates mdy 1/31/2026, --dates ymd 26/1/31"


def test_two_orders_in_one_table_are_told() -> None:
    assert fault("Created\n31/1/2026\n1/31/2026\n")[0] == (
        '"t.csv" has dates with the day first and dates with the month first; one is in line 3'
    )


def test_rows_without_a_date_are_counted_with_the_line_of_the_first() -> None:
    rows = ['2026-03-02;"two\nlines"', ";no date", "yesterday;x", "2026-03-03;x"]
    assert told("Created;Summary\n" + "\n".join(rows)) == [
        "2 of 4 rows have no readable date and are left out; the first is in line 4"
    ]


def test_everything_odd_is_told_once() -> None:
    rows = ["2026-03-02 10:00;2026-03-02 09:00;Carrier pigeon;soon", "2026-03-02;;Rauchzeichen;9999999", "x;;;"]
    assert told("Created;Resolved;Source;Time spent\n" + "\n".join(rows)) == [
        "1 of 3 rows has no readable date and is left out; it is in line 4",
        "1 of 3 tickets is resolved before it was opened, in line 2; how long it took is left out",
        "2 of 3 tickets came by channels that are not known, first in line 2; they count as ticket",
        "2 of 3 times of work cannot be read, first in line 2",
    ]


def test_no_cell_of_a_person_is_repeated_in_what_is_told() -> None:
    said = told("Created;Channel;Caller\n2026-03-02;Anna Keller;x\nAnna Keller;Phone;x\n")
    assert len(said) == 2
    assert not any("Keller" in one for one in said)


def test_work_of_nothing_is_not_written_down() -> None:
    assert tickets("Created;Time spent\n2026-03-02;0\n")[0].minutes_worked is None


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", '"t.csv" holds nothing'),
        (b"\n \n\n", '"t.csv" holds nothing'),
        (b"\xff\xfe", '"t.csv" holds nothing'),
        (b"PK\x03\x04rest", '"t.csv" is a workbook; this needs its text'),
        (b"Created;Resolved\n", '"t.csv" has headings, and no tickets below them'),
        (b"Created\nx\ny\n", '"t.csv", line 2: no date can be read in the column "Created"'),
        (b"\x00\x01\x02\x03" * 99, '"t.csv" has no column that says when a ticket was opened'),
        (bytes(range(256)) * 9, '"t.csv" has no column that says when a ticket was opened'),
    ],
)
def test_what_holds_no_tickets_is_told(content: bytes, said: str) -> None:
    assert fault(content)[0] == said


def test_a_quote_that_is_never_closed_is_told_with_its_line() -> None:
    rows = "".join(f"2026-03-02;{n}\n" for n in range(5000))
    assert fault('Created;x\n2026-03-02;ok\n2026-03-02;"open\n' + rows)[0] == '"t.csv", line 3: the row does not end'


def test_a_cell_too_large_is_told_with_its_line() -> None:
    assert fault('Created;x\n2026-03-02;"' + "x" * (1 << 21) + '"\n')[0] == '"t.csv", line 2: the row does not end'
    assert csv.field_size_limit() == 1 << 20


@given(st.sampled_from(sorted(DATA.glob("*.csv"))), st.lists(st.tuples(st.integers(0, 900), st.binary(max_size=6))))
def test_a_damaged_export_is_read_or_told(path: Path, damages: list[tuple[int, bytes]]) -> None:
    content = path.read_bytes()
    for place, bytes_in_between in damages:
        content = content[:place] + bytes_in_between + content[place + 2 :]
    try:
        found = tickets(content)
    except RolloutKitError:
        return  # told
    assert 1 <= len(found) <= 100


def test_channels_beyond_those_remembered_are_known_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rollout_kit.capacity.tickets.table._MOST_REMEMBERED", 1)
    found = tickets("Created;Source;Time spent\n2026-03-02;Phone;1m\n2026-03-02;Chat;2m\n2026-03-02;Phone;1m\n")
    assert [(one.channel, one.minutes_worked) for one in found] == [("phone", 1), ("chat", 2), ("phone", 1)]


def test_short_rows_and_zero_bytes_do_no_harm() -> None:
    assert len(tickets("Source;Created\nPhone\nPho\0ne;2026-03-\x0002\n")) == 1
