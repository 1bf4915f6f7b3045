"""The beginning of the program."""

import sys

import pytest

from rollout_kit.cli import entry


def test_it_runs_the_program(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.setattr(sys, "argv", ["rollout-kit", "--version"])

    with pytest.raises(SystemExit) as ended:
        entry.main()

    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("rollout-kit ")


def test_an_interruption_while_it_is_read_is_no_fault(monkeypatch: pytest.MonkeyPatch):
    class Interrupted:
        def find_spec(self, name: str, path: object, target: object = None) -> None:
            if name == "rollout_kit.cli.app":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "rollout_kit.cli.app", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Interrupted(), *sys.meta_path])

    with pytest.raises(SystemExit) as ended:
        entry.main()

    assert ended.value.code == 130
