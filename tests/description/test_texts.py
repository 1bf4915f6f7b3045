"""Signs that no text may hold."""

import pytest

from rollout_kit.description.source_map import Places, scan
from rollout_kit.description.texts import check_texts
from tests.description.sample import TINY, told

PLACES = Places(scan("f", ""))


@pytest.mark.parametrize(
    "sign", ["\x00", "\x1b", "\n", "\t", "\r", "\x7f", "\x85", "\u2028", "\u202e", "\u2066", "\ufeff"]
)
def test_control_characters_are_refused_in_texts_and_keys(sign):
    assert [one.code for one in check_texts({"a": [f"x{sign}"]}, PLACES)] == ["FMT213"]
    assert [one.code for one in check_texts({f"a{sign}": 1}, PLACES)] == ["FMT213"]


def test_ordinary_signs_of_any_script_are_fine():
    assert list(check_texts({"ü-日本": "Zoë’s – «ok» 👍 \u00a0"}, PLACES)) == []


def test_a_text_in_triple_quotes_may_have_lines_where_there_is_room_for_them():
    assert told(TINY.replace("[customer]", 'summary = """\none\ntwo"""\n[customer]')) == []
    assert [one.split()[1] for one in told(TINY.replace('"Muster AG"', '"""\none\ntwo"""'))] == ["FMT213"]
    assert [one.split()[1] for one in told(TINY.replace("[customer]", 'summary = "a\\nb"\n[customer]'))] == ["FMT213"]
