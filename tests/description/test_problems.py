"""The table of codes."""

import re

from rollout_kit.description.problems import Code, did_you_mean, note, one_of, problem
from rollout_kit.finding import Position
from rollout_kit.message import message
from tests.description.sample import worded

PLACE = Position(file="f", line=1, column=1)


def test_every_kind_has_a_code_of_its_own():
    codes = [code.value for code in Code]
    assert len(codes) > 40
    assert len(set(codes)) == len(Code.__members__)
    assert all(re.fullmatch(r"FMT[1-6]\d\d", code) for code in codes)


def test_only_notes_do_not_stop():
    assert problem(Code.KEY, (), PLACE, message("x")).is_note is False
    assert note(Code.SUMS, (), PLACE, message("x")).is_note is True


def test_remedies():
    assert did_you_mean(None) is None
    assert worded(did_you_mean("x")) == "did you mean 'x'?"
    assert worded(one_of(("a", "b"))) == "allowed: a, b"
