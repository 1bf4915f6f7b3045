"""`completion`, and what a shell gets that asks."""

import pytest

from rollout_kit.cli.completion import SHELLS

from .conftest import Call, process


def asked(words: str, number: int) -> list[str]:
    ran = process(_ROLLOUT_KIT_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(number))
    return [line.partition(",")[2] for line in ran.stdout.decode().splitlines()]


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_gets_its_script(call: Call, shell: str):
    ran = call("completion", shell)

    assert (ran.code, ran.err) == (0, "")
    assert "rollout-kit" in ran.out
    assert "_ROLLOUT_KIT_COMPLETE" in ran.out


def test_another_shell_is_told_with_the_nearest(call: Call):
    ran = call("completion", "bsh")

    assert ran.code == 2
    assert ran.err == 'error: "bsh" cannot be used for SHELL\n  = did you mean "bash"?\n'


@pytest.mark.parametrize(
    ("words", "number", "found"),
    [
        ("rollout-kit che", 1, ["check", "checklist"]),
        ("rollout-kit check --as", 2, ["--as-of"]),
        ("rollout-kit build --language de", 3, ["de", "de-CH"]),
        ("rollout-kit build --format html,p", 3, ["html,pdf"]),
        ("rollout-kit check --fail-on b", 3, ["blocker"]),
    ],
)
@pytest.mark.slow
def test_commands_options_and_words_are_completed(words: str, number: int, found: list[str]):
    assert asked(words, number) == found


@pytest.mark.slow
def test_without_a_word_all_commands_are_offered():
    assert "check" in asked("rollout-kit ", 1)
