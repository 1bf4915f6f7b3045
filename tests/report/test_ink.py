"""When colour is wanted."""

import pytest

from rollout_kit.report.ink import wants_colour


@pytest.mark.parametrize(
    ("environment", "is_terminal", "expected"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, True, False),
        ({"FORCE_COLOR": ""}, False, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ({"TERM": "dumb"}, True, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True, True),
        ({"TERM": "xterm"}, True, True),
        ({"TERM": "xterm"}, False, False),
    ],
)
def test_colour_follows_the_environment(environment: dict[str, str], is_terminal: bool, expected: bool):
    assert wants_colour(environment, is_terminal) is expected
