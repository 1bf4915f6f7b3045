"""Files that a description names."""

import pytest

from rollout_kit.description.named_files import named_files, stays_inside
from tests.description.sample import TINY, told


def test_the_files_of_provider_and_plan_are_named():
    text = '[provider]\nfrom = "our/provider.toml"\n[plan]\nimport = "m.csv"\n'
    assert named_files(text.encode()) == ("our/provider.toml", "m.csv")
    assert named_files(b"\xef\xbb\xbf" + text.encode()) == ("our/provider.toml", "m.csv")


@pytest.mark.parametrize(
    "text",
    [b"", b"a = ", b"\xff\xfe", b"provider = 3", b"[provider]\nfrom = 3", b"[" * 10_000, b"a." * 30_000 + b"a = 1"],
)
def test_what_names_nothing_or_does_not_parse_names_no_file(text):
    assert named_files(text) == ()


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("a.csv", True),
        ("./a/b.csv", True),
        ("a..b.csv", True),
        ("ä b.csv", True),
        ("../a.csv", False),
        ("a/../../b", False),
        ("/etc/passwd", False),
        ("C:\\a", False),
        ("\\\\x\\y", False),
        ("a\\..\\b", False),
        ("~/x", False),
        ("file:///x", False),
        ("https://x/y", False),
        ("a\x00b", False),
    ],
)
def test_a_name_that_leads_out_of_the_project_is_refused(name, inside):
    assert stays_inside(name) is inside


def test_the_escape_is_told_at_the_key_and_the_file_not_asked_for():
    text = TINY + '[plan]\nimport = "../m.csv"\n'
    assert named_files(text.encode()) == ()
    assert told(text) == [
        "11:10 FMT502 '../m.csv' leads out of the folder of the description | "
        "keep the file in that folder and write its name from there"
    ]
