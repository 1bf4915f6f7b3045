"""One more section at the end of a description, and nothing else."""

import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from rollout_kit import pipeline
from rollout_kit.beginning.appended import Appended, appended
from rollout_kit.beginning.named_section import named_section, sections_of
from rollout_kit.beginning.starter import starter
from rollout_kit.description.problems import Code
from rollout_kit.description.validate import Known, validate
from rollout_kit.errors import RolloutKitError
from rollout_kit.language.words import Words
from rollout_kit.playbook.load import open_playbook

DAY = date(2026, 12, 14)
TINY = (Path(__file__).parents[2] / "examples" / "tiny" / "rollout.toml").read_bytes()
NEEDED = ("rollout", "customer", "provider")
SECTIONS = tuple(name for name in sections_of() if name not in NEEDED)
INSIDE = (
    "provider.contract", "provider.sub_providers", "customer.freeze", "customer.holidays", "rollout.budget",
    "service_levels.P1", "service_levels.P4", "service_levels.depends_on", "load.channels", "load.channels.chat",
    "load.waves", "load.password_resets", "load.busiest_weekday", "support.L2", "people.mueller", "training.desk",
    "continuity.rollback", "continuity.last_restore_test", "access.second_factor", "pilot.decision", "plan.add",
    "plan.change", "rules.severity", "handbook.chapters", "hypercare.response", "outage_notice.first", "future.roles",
    "responsibilities.restore", "responsibilities.printing", "evidence.rollback", "maturity.incident",
    "maturity.printing", "plan.change.restore-test", "handbook.chapters.emergency",
)  # fmt: skip
LIKE_THE_STARTER = ("people.meyer", "people.oser", "people.frei", "people.anna", "support.L1", "support.L3")
A_SHORT_NAME = "a short name has letters from a to z, digits, - and _"
WITH_ALL_KEYS = "rollout-kit add people appends it with all its keys"


def add(content: bytes, name: str, tag: str = "en") -> Appended:
    return appended("rollout.toml", {"rollout.toml": content}, named_section(name), Words(tag), DAY)


def added(content: bytes, name: str, tag: str = "en") -> str:
    found = add(content, name, tag)
    assert found.problems == ()
    assert found.content.startswith(content)
    return found.content[len(content) :].decode()


@cache
def known(playbook: str) -> Known:
    return pipeline.known(open_playbook(playbook, {}))


def problems(content: bytes) -> list[str]:
    read = validate("rollout.toml", {"rollout.toml": content}, known)
    return [f"{one.position.line}: {one.message}" for one in read.problems]


def in_use(text: str) -> str:
    """Return the text with every example in use: those lines have no space behind the #."""
    return re.sub(r'^#(?=[\w"\[])', "", text, flags=re.MULTILINE)


def test_there_are_all_sections_of_the_format():
    assert len(SECTIONS) > 30
    assert {"load", "support", "feedback", "kpis", "plan", "brand"} <= set(SECTIONS)


@pytest.mark.thorough
@pytest.mark.parametrize("tag", ["en", "de", "de-CH"])
@pytest.mark.parametrize("name", [*SECTIONS, *INSIDE])
def test_every_section_can_be_added_without_a_problem_and_only_once(name: str, tag: str):
    found = add(TINY, name, tag)
    assert found.problems == ()
    assert found.content.startswith(TINY)
    assert problems(found.content) == []
    (told,) = add(found.content, name, tag).problems
    assert told.position.line == found.line
    assert told.code == "FMT115"


@pytest.mark.parametrize("name", [*SECTIONS, *INSIDE])
def test_the_examples_of_a_section_are_sound_once_they_are_in_use(name: str):
    parts = name.split(".")
    held = tomllib.loads(in_use(added(TINY, name)))
    for part in parts:
        held = held[part]
    assert held


@pytest.mark.parametrize("name", [*SECTIONS, *INSIDE, *LIKE_THE_STARTER])
def test_no_example_is_of_another_kind_than_its_key_takes(name: str):
    lines = added(TINY, name).splitlines()
    for number, line in enumerate(lines):
        if not re.match(r'#[\w"]', line):
            continue
        shown = [in_use(one) if one.startswith("#[") or at == number else one for at, one in enumerate(lines)]
        content = TINY + "\n".join(shown).encode()
        read = validate("rollout.toml", {"rollout.toml": content}, known)
        assert [one.message for one in read.problems if one.code == Code.KIND.value] == [], line


@pytest.mark.thorough
def test_all_sections_can_be_added_one_after_the_other():
    content = TINY
    for name in SECTIONS:
        content = add(content, name).content
    assert problems(content) == []
    assert len(tomllib.loads(in_use(content.decode()))) == len(sections_of())


def test_a_section_without_needed_keys_is_in_force_with_its_keys_as_explained_examples():
    lines = added(TINY, "hypercare").strip().splitlines()
    assert lines[:2] == ["# The time of closer attention after go-live.", "[hypercare]"]
    assert [line for line in lines[2:] if not re.match(r"#\w+ = .+# \w|# \w", line)] == []


@pytest.mark.parametrize("name", ["processes", "people", "escalation", "pilot.decision", "support", "load.channels"])
def test_a_section_that_would_lack_something_stays_a_comment(name: str):
    assert [line for line in added(TINY, name).splitlines() if line and not line.startswith("#")] == []


def test_every_key_of_a_section_is_explained_where_it_stands_first():
    text = added(TINY, "support")
    assert text.count("# How many people") == 1
    assert "#staff = 2                     # How many people\n" in text
    assert "#vendor = " in text.partition("[support.L2]")[0]


def test_words_that_a_key_takes_stand_behind_it():
    assert "# How they are reached: phone, portal, mail, chat\n" in added(TINY, "escalation")


def test_a_short_name_of_ones_own_is_the_name_of_the_table():
    assert "\n#[people.mueller]\n#name = " in added(TINY, "people.mueller")


def test_the_value_of_a_key_becomes_a_table_of_its_own():
    assert '\n#[[plan.add]]\n#id = "vendor-visit"' in added(TINY, "plan.add")
    assert '\n[plan.change]\n#"restore-test" = { owner' in added(TINY, "plan.change")


def test_the_text_has_the_language_of_the_words():
    assert "# Die Zeit" in added(TINY, "hypercare", "de")
    assert "ß" in added(TINY, "training", "de")
    assert "ß" not in added(TINY, "training", "de-CH")


@pytest.mark.parametrize("kickoff", ["2027-03-01", '"2027-03-01"', "2027-03-01T08:00:00"])
def test_days_lie_around_the_kickoff_of_the_file(kickoff: str):
    content = TINY.replace(b"2027-01-11", kickoff.encode())
    assert "#waves = [{ date = 2027-03-29," in added(content, "load")
    assert "#on = 2027-03-27 " in added(content, "plan.add")


@pytest.mark.parametrize("kickoff", ["", 'kickoff = "soon"', "kickoff = 3"])
def test_days_lie_around_the_kickoff_of_a_new_file_where_it_is_not_known(kickoff: str):
    content = TINY.replace(b"kickoff = 2027-01-11", kickoff.encode())
    assert "#waves = [{ date = 2027-01-25," in added(content, "load")  # four weeks after 28 December


@pytest.mark.parametrize(
    ("end", "joint"),
    [(b"", b"\n\n"), (b"\n", b"\n"), (b"\n\n", b""), (b"\n# x", b"\n\n"), (b"\r\n", b"\r\n"), (b"\r\n\r\n", b"")],
)
def test_one_empty_line_lies_between_the_file_and_the_section(end: bytes, joint: bytes):
    content = TINY.rstrip(b"\n") + end
    if b"\r" in end:
        content = content.rstrip(b"\r\n").replace(b"\n", b"\r\n") + end
    found = add(content, "load").content
    assert found.startswith(content + joint + b"# The expected load")


def test_an_empty_file_begins_with_the_section():
    assert add(b"", "load").content.startswith(b"# The expected load")
    assert add(b"", "load").line == 2
    assert add(b"\xef\xbb\xbf", "load").content.startswith(b"\xef\xbb\xbf# The expected load")


def test_mark_and_line_ends_of_windows_are_kept():
    content = b"\xef\xbb\xbf" + TINY.replace(b"\n", b"\r\n")
    found = add(content, "load")
    assert found.content.startswith(content)
    assert found.content.endswith(b"\r\n")
    assert b"\n" not in found.content.replace(b"\r\n", b"")
    assert problems(found.content) == []


def test_the_line_of_the_header_is_told():
    found = add(TINY, "load")
    assert found.content.decode().splitlines()[found.line - 1] == "[load]"
    found = add(TINY, "people")
    assert found.content.decode().splitlines()[found.line - 1] == "#[people.keller]"


@pytest.mark.parametrize(
    ("written", "name", "place", "length"),
    [
        ("[load]\n", "load", (13, 1), 6),
        ("  [load]\n", "load", (13, 3), 6),
        ("[load.channels.phone]\nshare = 0.5\n", "load", (13, 1), 21),
        ("[[tests]]\n", "tests", (13, 1), 9),
        ("[plan]\nadd = []\n", "plan.add", (14, 1), 3),
        ("#[load]\n", "load", (13, 1), 7),
        ("  # [load]   # to come\n", "load", (13, 3), 20),
        ("#[load.channels.phone]\n", "load", (13, 1), 22),
    ],
)
def test_a_section_that_is_there_is_told_with_its_place(written: str, name: str, place: tuple[int, int], length: int):
    content = TINY + b"\n" + written.encode()
    found = add(content, name)
    (told,) = found.problems
    assert (told.position.line, told.position.column, told.position.length) == (*place, length)
    assert found.content == b""


@pytest.mark.parametrize(
    ("written", "name", "remedy"),
    [
        ("[load]\n", "load", "write further keys below it"),
        ('[[processes]]\nname = "x"\n', "processes", "for one more, write [[processes]] again below the last one"),
        ("[people.x]\n", "people", "for one more, add people with a dot and a short name of your own"),
        ("#[people.x]\n", "people.x", "remove the # before it and before the keys that you want"),
    ],
)
def test_it_is_told_what_to_do_instead(written: str, name: str, remedy: str):
    (told,) = add(TINY + written.encode(), name).problems
    assert told.help is not None
    assert Words("en").text(told.help) == remedy


@pytest.mark.parametrize("name", ["people.y", "service_levels.P2", "load.channels.chat"])
def test_a_further_one_beside_others_can_be_added(name: str):
    content = TINY + b'[people.x]\nname = "X"\n[service_levels.P1]\n[load]\n[load.channels.phone]\n'
    assert name.rpartition(".")[2] in added(content, name)


def test_what_stands_in_the_file_of_the_provider_is_there_already():
    content = TINY + b'from = "provider.toml"\n'
    half = b"[provider]\n\n[provider.contract]\nnotice = '6 months'\n[people.x]\nname = 'X'\n"
    files = {"rollout.toml": content, "provider.toml": half}
    found = appended("rollout.toml", files, named_section("provider.contract"), Words("en"), DAY)
    (told,) = found.problems
    assert (told.position.file, told.position.line, found.content) == ("provider.toml", 3, b"")
    assert found.places.source_line(told.position) == "[provider.contract]"
    people = appended("rollout.toml", files, named_section("people.y"), Words("en"), DAY)
    assert people.problems == ()


def test_a_file_of_the_provider_that_cannot_be_read_hinders_nothing():
    content = TINY + b'from = "provider.toml"\n'
    for files in ({}, {"provider.toml": b"[x"}):
        found = appended(
            "rollout.toml", {"rollout.toml": content, **files}, named_section("provider.contract"), Words("en"), DAY
        )
        assert b"[provider.contract]" in found.content


def test_what_is_said_of_a_section_in_prose_does_not_count():
    content = TINY + b'# see [load] below\n# "load" comes later\n'
    assert "[load]" in added(content, "load")


def test_a_table_in_braces_takes_no_section():
    content = b'provider = { name = "NetServ" }\n' + TINY.partition(b"[provider]")[0]
    found = add(content, "provider.contract")
    (told,) = found.problems
    assert (told.position.line, told.position.column, found.content) == (1, 1, b"")


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"[rollout\n", "FMT113"), ('[rollout]\nname = "x"\n'.encode("utf-16"), "FMT101"), (b"PK\x03\x04", "FMT101")],
)
def test_a_file_that_cannot_be_read_is_told_as_check_does(content: bytes, code: str):
    found = add(content, "load")
    assert [one.code for one in found.problems] == [code]
    assert found.content == b""


@pytest.mark.parametrize(
    ("name", "said", "remedy"),
    [
        ("laod", 'there is no section "laod"', 'did you mean "load"?'),
        ("Schulung", 'there is no section "Schulung"', 'did you mean "training"?'),
        ("anbieter.vertrag", 'there is no section "anbieter.vertrag"', 'did you mean "provider.contract"?'),
        ("load.kanäle", 'there is no section "load.kanäle" in [load]', 'did you mean "load.channels"?'),
        ("support.L9", 'there is no section "support.L9" in [support]', 'did you mean "support.L1"?'),
        ("plan.drop", 'there is no section "plan.drop" in [plan]', "it takes: plan.add, plan.change"),
        ("planung.drop", 'there is no section "planung.drop"', "it takes: plan.add, plan.change"),
        ("people.mü", 'there is no section "people.mü" in [people]', A_SHORT_NAME),
        ("people.x.roles", 'there is no section "people.x.roles" in [people.x]', WITH_ALL_KEYS),
    ],
)  # fmt: skip
def test_a_name_that_is_no_section_is_told_with_the_one_that_was_meant(name: str, said: str, remedy: str):
    with pytest.raises(RolloutKitError) as told:
        named_section(name)
    words = Words("en")
    assert words.text(told.value.message) == said
    assert told.value.help is not None
    assert words.text(told.value.help) == remedy


def test_a_name_that_is_like_none_lists_them_all():
    with pytest.raises(RolloutKitError) as told:
        named_section("xyzzy")
    assert told.value.help is not None
    assert Words("en").text(told.value.help) == f"it takes: {', '.join(sections_of())}"


def test_a_new_description_has_most_sections_in_comments():
    content = starter(Words("en"), DAY).encode()
    (told,) = add(content, "pilot").problems
    assert content.decode().splitlines()[told.position.line - 1].startswith("#[pilot]")
