"""`rules`."""

from rollout_kit.rules.catalogue import catalogue

from .conftest import Call


def test_every_rule_has_a_line(call: Call):
    lines = call("rules").out.splitlines()
    assert len(lines) >= 20
    assert [line.split()[0] for line in lines] == [rule.code for rule in catalogue()]
    assert all(line.split()[1] in ("blocker", "high", "medium", "low") for line in lines)
