"""Findings in documents name activities and people."""

import pytest

from rollout_kit.compose.by_name import by_name, in_short
from rollout_kit.description.responsibilities import Responsibility
from rollout_kit.message import Parameter, message, verbatim
from tests.compose import results
from tests.compose.conftest import words

OWN = Responsibility(id="client_files", accountable=("keller",))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("restore", "Restore and test"),
        ("keller", "Anna Keller"),
        ("keller, oser", "Anna Keller and Claire Oser"),
        (("restore", "keller", "nobody"), "Restore and test, Anna Keller and nobody"),
        (message("{who} acts", who="oser"), "Claire Oser acts"),
        ("client_files", "client files"),
        ("keller, somebody", "keller, somebody"),
        ("nobody", "nobody"),
        (verbatim("restore"), "restore"),
        (2, "2"),
    ],
)
def test_a_key_becomes_a_name_and_anything_else_stays(written: Parameter, said: str):
    result = results.result(results.muster(responsibilities=(OWN,)))
    assert words(result).text(by_name(message("{it}", it=written), result)) == said


def test_a_long_list_is_said_in_short_wherever_it_stands():
    result = results.result()
    inner = message("{all} moved", all=("a", "b", "c", "d"))
    said = in_short(message("{few} stay, {inner}", few=("x", "y", "z"), inner=inner), 3)
    assert words(result).text(said) == "x, y and z stay, a, b and 2 more moved"
