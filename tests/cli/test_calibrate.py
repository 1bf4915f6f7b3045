"""Measuring the load on tickets, as it is called."""

import os
import tomllib
from pathlib import Path

import pytest

from tests.capacity.tickets.made_tickets import World, jira, servicenow

from .conftest import TINY, Call

DATA = Path(__file__).parents[1] / "data" / "tickets"
EXAMPLE = Path(__file__).parents[2] / "examples" / "treuhand"
ROLLED_OUT = World(users=85, rollout_on=World().first.replace(year=2026, month=3, day=2), factor=3.0, half_life=14.0)


@pytest.fixture
def tickets(tmp_path: Path) -> Path:
    path = tmp_path / "tickets.csv"
    path.write_bytes(jira(ROLLED_OUT).encode("cp1252"))
    return path


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_tickets_tell(call: Call, tickets: Path, language: str, snapshot):
    ran = call("calibrate", tickets.name, "--users", "85", "--rollout-date", "2026-03-02", "--ui-language", language)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == snapshot


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_few_tickets_do_not_tell(call: Call, language: str, snapshot):
    ran = call("calibrate", DATA / "servicenow-list.csv", "--ui-language", language)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == snapshot


def test_nothing_of_a_person_is_printed(call: Call, tmp_path: Path):
    (tmp_path / "t.csv").write_text(servicenow(World(users=20)), encoding="utf-8")
    ran = call("calibrate", "t.csv")
    assert not any(secret in ran.out + ran.err for secret in ("cmd|", "quoted", "INC0"))


def test_figures_are_written_into_a_description_that_stays_valid(call: Call, tmp_path: Path, snapshot):
    (tmp_path / "tickets.csv").write_text(servicenow(ROLLED_OUT), encoding="utf-8")
    for file in EXAMPLE.iterdir():
        if file.is_file():
            (tmp_path / file.name).write_bytes(file.read_bytes())
    ran = call("calibrate", "tickets.csv", "--rollout-date", "2026-03-02", "--write", "rollout.toml")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.partition("\nwritten into")[2] == snapshot
    assert call("check", "rollout.toml", "--as-of", "2026-12-14").code in (0, 1)
    after = (tmp_path / "rollout.toml").read_bytes()
    again = call("calibrate", "tickets.csv", "--rollout-date", "2026-03-02", "--write", "rollout.toml")
    assert again.out.endswith("\nnothing in rollout.toml has to be changed\n")
    assert (tmp_path / "rollout.toml").read_bytes() == after


def test_a_description_without_the_section_gets_it_at_its_end(call: Call, tiny: Path, tickets: Path):
    ran = call("calibrate", tickets, "--users", "85", "--write", tiny)
    assert ran.code == 0
    written = tiny.read_text(encoding="utf-8")
    assert written.startswith(TINY)
    assert "\n[load]\ntickets_per_user_month = { low = " in written
    assert call("check", tiny).code != 2


def test_a_link_stays_one(call: Call, tiny: Path, tickets: Path, tmp_path: Path):
    (tmp_path / "other").mkdir()
    link = tmp_path / "other" / "link.toml"
    link.symlink_to(tiny)
    assert call("calibrate", tickets, "--write", link).code == 0
    assert link.is_symlink()
    assert "own_data" in tiny.read_text(encoding="utf-8")


def test_a_description_that_is_write_protected_is_left_as_it_is(
    call: Call, tiny: Path, tickets: Path, monkeypatch: pytest.MonkeyPatch
):
    before = tiny.read_bytes()
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    ran = call("calibrate", tickets, "--write", tiny)
    assert (ran.code, tiny.read_bytes()) == (2, before)
    assert "is write-protected, and is not overwritten" in ran.err


def test_a_form_that_cannot_be_changed_is_told_with_the_lines_to_type(call: Call, tiny: Path, tickets: Path):
    tiny.write_text("load = { half_life = '9 days' }\n" + TINY, encoding="utf-8")
    before = tiny.read_bytes()
    ran = call("calibrate", tickets, "--users", "85", "--write", tiny)
    assert ran.code == 2
    assert f'error: "{tiny}", line 1: load.tickets_per_user_month stands in a form that is not changed' in ran.err
    assert "\n  = type these lines in its place:\n    [load]\n    tickets_per_user_month = { low = " in ran.err
    assert tiny.read_bytes() == before


def test_a_description_with_problems_is_told_before_tickets_are_read(call: Call, tiny: Path):
    tiny.write_text(TINY + "[load]\nhalf_lif = 3\n", encoding="utf-8")
    ran = call("calibrate", "none.csv", "--write", tiny)
    assert (ran.code, ran.out) == (2, "")
    assert "error FMT202" in ran.err
    assert ran.err.endswith("nothing was written\n")


SHARES = {"phone": 0.5, "portal": 0.3, "email": 0.2}


def test_shares_of_a_channel_that_no_ticket_knows_are_left_alone(call: Call, tiny: Path, tickets: Path):
    described = "".join(f"\n[load.channels.{id}]\nshare = {share}\n" for id, share in SHARES.items())
    tiny.write_text(TINY + described, encoding="utf-8")
    ran = call("calibrate", tickets, "--write", tiny)
    assert ran.code == 0
    assert "note: shares of channels are not written: [load.channels.portal] has one" in ran.out
    written = tomllib.loads(tiny.read_text(encoding="utf-8"))["load"]["channels"]
    assert {id: channel["share"] for id, channel in written.items()} == SHARES
    assert [id for id, channel in written.items() if "handling" in channel] == ["phone"]


def test_columns_and_order_can_be_named(call: Call, tmp_path: Path):
    rows = "".join(f"{month}/{day}/2026 9:00;x\n" for month in range(1, 7) for day in range(1, 13))
    (tmp_path / "t.csv").write_text("When it came;Über, wo\n" + rows, encoding="utf-8")
    named = ["--columns", 'opened=When it came,channel="Über, wo"']
    assert "cannot be told whether the day or the month" in call("calibrate", "t.csv", *named).err
    ran = call("calibrate", "t.csv", *named, "--dates", "mdy", "--to", "2026-03-05")
    assert ran.out.replace("\u00a0", " ").startswith(
        "29 tickets from 1 January 2026 to 5 March 2026, 2 full ordinary months\n"
        'read by the headings: opened = "When it came" and channel = "Über, wo"\n'
    )
    assert (
        "note: 72 of 72 tickets came by channels that are not known, first in line 2; they count as ticket" in ran.out
    )


def test_all_users_may_have_been_switched(call: Call, tickets: Path):
    rolled = ("--rollout-date", "2026-03-02", "--users", "85")
    assert call("calibrate", tickets, *rolled, "--rollout-users", "85").out == call("calibrate", tickets, *rolled).out


def test_times_with_an_offset_are_brought_to_a_zone(call: Call):
    ran = call("calibrate", DATA / "servicenow-fields.csv", "--zone", "Pacific/Auckland")
    assert "from 2 March 2026 to 1 April 2026" in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--users", "0"], '"0" cannot be used for --users'),
        (["--users", "1e9"], '"1e9" cannot be used for --users'),
        (["--rollout-users", "5"], "--users says how many there are in all"),
        (["--rollout-users", "5", "--users", "4"], "--rollout-users are some of all users"),
        (["--columns", "opened"], '"opened" cannot be used for --columns'),
        (["--columns", "opned=x"], 'did you mean "opened"?'),
        (["--columns", "opened=Foo"], "has no column"),
        (["--dates", "american"], '"american" cannot be used for --dates'),
        (["--zone", "Europe/Zürich"], 'did you mean "Europe/Zurich"?'),
        (["--from", "1.1.2026"], "a date is written 2027-01-11"),
        (["--from", "2030-01-01"], "has no ticket between these days"),
        (["--rollout-date", "soon"], '"soon" cannot be used for --rollout-date'),
        (["--write", "none.toml"], 'there is no file "none.toml"'),
    ],
)
def test_a_call_that_cannot_be_followed_is_told(call: Call, arguments: list[str], said: str):
    ran = call("calibrate", DATA / "jira-cloud.csv", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


NO_EXPORTS = [
    b"", b"\x00" * 5000, b"a,b\n1,2\n", bytes(range(256)) * 99, b'Created\n"', b"Created\n" + b"," * 9999,
    b"PK\x03\x04", 'Created\n=HYPERLINK("x")\n'.encode("utf-16"),
]  # fmt: skip


@pytest.mark.parametrize("content", NO_EXPORTS)
def test_what_is_no_export_is_told_and_never_breaks(call: Call, tmp_path: Path, content: bytes):
    (tmp_path / "t.csv").write_bytes(content)
    ran = call("calibrate", "t.csv")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith('error: "t.csv"')


def test_an_export_that_may_not_be_read_is_told(call: Call, tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.csv")
    for name in ("none.csv", "pipe.csv", "."):
        assert call("calibrate", name).code == 2
