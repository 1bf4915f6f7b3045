"""The calendars are read back by another reader's eyes: what a program that imports them would see."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from rollout_kit import pipeline
from rollout_kit.assess.result import Result

AS_OF = date(2026, 12, 14)
LONG = "Ä" * 90

BASIC = """
[rollout]
name = "Neues Ticketsystem"
kickoff = 2027-01-11
language = "de"
[customer]
name = "Muster AG"
region = "CH-ZH"
[provider]
name = "NetServ"
region = "JP-13"
[vendors.carrier]
name = "Carrier"
timezone = "America/New_York"
[people.keller]
name = "Anna Keller"
roles = ["service_owner", "sponsor"]
[people.oser]
name = "Claire Oser"
organisation = "provider"
roles = ["operations_lead", "second_level"]
"""

IN_MARCH = BASIC.replace("2027-01-11", "2027-03-01")  # Europe changes its clocks on the 28th, New York on the 14th


def result(text: str = BASIC, as_of: date = AS_OF) -> Result:
    outcome = pipeline.run("rollout.toml", {"rollout.toml": text.encode()}, as_of)
    assert outcome.result is not None, outcome.problems
    return outcome.result


def calendars(text: str = BASIC, as_of: date = AS_OF) -> dict[str, bytes]:
    return dict(pipeline.export(result(text, as_of), "ics", "de"))


def events(written: bytes) -> dict[str, Any]:
    found = list(Calendar.from_ical(written).walk("VEVENT"))
    by_uid = {str(event["UID"]): event for event in found}
    assert len(by_uid) == len(found)
    return by_uid


def event(written: bytes, begins: str) -> Any:
    (uid,) = [uid for uid in events(written) if uid.startswith(begins)]
    return events(written)[uid]


def added(line: str, basic: str = BASIC) -> str:
    return f"{basic}\n[plan]\nadd = [{{ {line} }}]\n"


def test_there_is_one_for_all_and_one_for_each_person() -> None:
    assert list(calendars()) == ["calendar.ics", "calendar-keller.ics", "calendar-oser.ics"]


def test_every_line_ends_as_the_standard_has_it_and_none_is_too_long() -> None:
    written = calendars(added(f'id = "x", name = "{LONG}", owner = "keller", on = 2027-01-20'))["calendar.ics"]

    lines = written.split(b"\r\n")
    assert lines[-1] == b""
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75


def test_a_day_ends_on_the_next_since_ends_are_exclusive() -> None:
    found = event(calendars(added('id = "x", name = "X", owner = "keller", on = 2027-01-20'))["calendar.ics"], "x.")

    assert (found.decoded("DTSTART"), found.decoded("DTEND")) == (date(2027, 1, 20), date(2027, 1, 21))
    assert str(found["TRANSP"]) == "TRANSPARENT"


@pytest.mark.parametrize(
    ("owner", "begins"),
    [
        ("keller", datetime(2027, 3, 24, 8, 0, tzinfo=UTC)),  # winter time in Zürich
        ("oser", datetime(2027, 3, 24, 0, 0, tzinfo=UTC)),
        ("carrier", datetime(2027, 3, 24, 13, 0, tzinfo=UTC)),  # New York has changed its clocks already
    ],
)
def test_a_time_is_that_of_the_house_which_does_it(owner: str, begins: datetime) -> None:
    line = f'id = "x", name = "X", owner = "{owner}", effort = "2 h", on = 2027-03-24, at = "09:00"'
    found = event(calendars(added(line, IN_MARCH))["calendar.ics"], "x.")

    assert found.decoded("DTSTART") == begins
    assert owner == "carrier" or found.decoded("DTEND") - found.decoded("DTSTART") == timedelta(hours=2)


def test_what_takes_nobody_s_time_has_no_end() -> None:
    line = 'id = "x", name = "X", owner = "carrier", on = 2027-03-24, at = "09:00"'

    assert "DTEND" not in event(calendars(added(line, IN_MARCH))["calendar.ics"], "x.")


def test_a_time_of_summer_is_told_in_summer_time() -> None:
    line = 'id = "x", name = "X", owner = "keller", on = 2027-03-30, at = "09:00"'

    assert event(calendars(added(line))["calendar.ics"], "x.").decoded("DTSTART") == datetime(
        2027, 3, 30, 7, tzinfo=UTC
    )


def test_a_time_without_a_zone_is_that_on_the_wall() -> None:
    line = added('id = "x", name = "X", owner = "keller", on = 2027-01-20, at = "09:00"').replace(
        'region = "CH-ZH"', ""
    )

    assert event(calendars(line)["calendar.ics"], "x.").decoded("DTSTART").isoformat() == "2027-01-20T09:00:00"


def test_a_later_edition_moves_what_a_calendar_knows() -> None:
    text = added('id = "x", name = "X", owner = "keller", on = 2027-01-20')
    first = calendars(text)["calendar.ics"]
    second = calendars(text.replace("2027-01-20", "2027-01-21"), AS_OF + timedelta(days=1))["calendar.ics"]

    before, after = event(first, "x."), event(second, "x.")
    assert before["UID"] == after["UID"]
    assert after.decoded("SEQUENCE") == before.decoded("SEQUENCE") + 1
    assert after.decoded("DTSTAMP") > before.decoded("DTSTAMP")
    assert after.decoded("DTSTART") == date(2027, 1, 21)


def test_a_sitting_is_the_same_entry_for_all_who_take_part() -> None:
    files = calendars()

    kickoff = {name: event(content, "kickoff.")["UID"] for name, content in files.items()}
    assert len(set(kickoff.values())) == 1


def test_work_of_several_is_an_entry_of_each() -> None:
    found = calendars()
    own = {name: {uid for uid in events(found[name]) if uid.startswith("load-estimate.")} for name in list(found)[1:]}

    assert all(own.values())
    assert own["calendar-keller.ics"] & own["calendar-oser.ics"] == set()


def test_other_rollouts_have_other_entries() -> None:
    other = calendars(BASIC.replace("Muster AG", "Andere AG"))["calendar.ics"]

    assert set(events(other)) & set(events(calendars()["calendar.ics"])) == set()


@pytest.mark.parametrize(
    "name",
    [
        "X\\nEND:VEVENT\\nBEGIN:VEVENT\\nSUMMARY:Y",
        "X; Y, Z: \\\\n",
        'X"; ATTENDEE=\\"mailto:a@b.c',
        "=cmd|' /C calc'!A0",
    ],
)
def test_no_text_becomes_a_line_of_its_own(name: str) -> None:
    count = len(events(calendars(added('id = "x", name = "X", owner = "keller", on = 2027-01-20'))["calendar.ics"]))
    text = added(f'id = "x", name = "{name}", owner = "keller", on = 2027-01-20').replace('="mailto', '=\\"mailto')
    outcome = pipeline.run("rollout.toml", {"rollout.toml": text.replace('X"; ', "X; ").encode()}, AS_OF)
    if outcome.result is None:  # the format refuses it already
        assert outcome.problems
        return
    written = dict(pipeline.export(outcome.result, "ics", "de"))["calendar.ics"]

    assert len(events(written)) == count
    assert set(event(written, "x.")) == {
        "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "SUMMARY", "DESCRIPTION", "DTSTART", "DTEND", "TRANSP",
    }  # fmt: skip


def test_names_of_files_hold_no_path() -> None:
    text = BASIC.replace("[people.keller]", '[people."../../Keller Ä"]') + (
        '\n[people."KELLER"]\nname = "B"\nroles = ["desk"]\n[people."keller"]\nname = "C"\nroles = ["key_user"]\n'
    )
    outcome = pipeline.run("rollout.toml", {"rollout.toml": text.encode()}, AS_OF)
    names = [name for name, _ in pipeline.export(outcome.result, "ics", "de")] if outcome.result else []

    assert all("/" not in name and not name.startswith(".") for name in names)
    assert len({name.casefold() for name in names}) == len(names)


def test_an_internal_item_is_private() -> None:
    line = 'id = "x", name = "X", owner = "keller", on = 2027-01-20, audience = "internal"'

    assert str(event(calendars(added(line))["calendar.ics"], "x.")["CLASS"]) == "PRIVATE"


def test_the_same_result_gives_the_same_bytes() -> None:
    assert calendars() == calendars()
