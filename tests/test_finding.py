"""Findings and problems as values."""

from rollout_kit.finding import Severity, dotted


def test_severities_are_ordered_by_weight() -> None:
    assert sorted([Severity.BLOCKER, Severity.LOW, Severity.HIGH, Severity.MEDIUM]) == [
        Severity.LOW,
        Severity.MEDIUM,
        Severity.HIGH,
        Severity.BLOCKER,
    ]
    assert Severity.HIGH >= Severity.HIGH
    assert not Severity.MEDIUM >= Severity.HIGH


def test_a_severity_is_compared_with_nothing_else() -> None:
    assert Severity.LOW.__lt__("high") is NotImplemented


def test_a_key_path_reads_as_users_write_it() -> None:
    assert dotted(("kpis", 0, "target")) == "kpis.0.target"
    assert dotted(()) == ""
