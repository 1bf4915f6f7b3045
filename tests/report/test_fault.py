"""What cannot be used at all."""

from rollout_kit.errors import RolloutKitError
from rollout_kit.language.words import Words
from rollout_kit.message import message
from rollout_kit.report.fault import error_text
from rollout_kit.report.ink import Ink


def test_an_error_has_its_remedy_on_its_own_line():
    error = RolloutKitError(message('there is no file "{path}"', path="a\nb"), help=message("check the path"))
    assert error_text(error, Words("en"), Ink(is_coloured=False)) == 'error: there is no file "a b"\n  = check the path'
    assert error_text(RolloutKitError(message("no")), Words("en"), Ink(is_coloured=False)) == "error: no"


def test_a_remedy_of_several_lines_keeps_them():
    error = RolloutKitError(message("no Pango"), help=message("install it:\nsudo apt install pango"))
    assert (
        error_text(error, Words("en"), Ink(is_coloured=False))
        == "error: no Pango\n  = install it:\n    sudo apt install pango"
    )
