"""Help in the language of the terminal."""

import pytest

from rollout_kit.cli.app import COMMANDS

from .conftest import Call


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("language", ["en", "de", "de-CH"])
def test_every_command_has_help(name: str, language: str, call: Call):
    ran = call(name, "--help", "--ui-language", language)
    assert (ran.code, ran.err) == (0, "")
    assert f"rollout-kit {name} " in ran.out
    assert "--ui-language" in ran.out


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_reads_like_this(name: str, call: Call, snapshot):
    assert call(name, "-h").out == snapshot
