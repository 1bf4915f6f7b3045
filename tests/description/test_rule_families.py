"""Codes of the catalogue."""

import pytest

from rollout_kit.description.rule_families import is_rule_to_come


@pytest.mark.parametrize(
    ("code", "there"),
    [
        ("OWN100", False),
        ("OWN101", True),
        ("OWN109", True),
        ("OWN110", False),
        ("XYZ101", False),
        ("OWN", False),
        ("OWN1O1", False),
        ("own101", False),
        ("OWN1010", False),
        ("OWN1²1", False),
    ],
)
def test_a_family_has_its_rules_and_no_more(code, there):
    assert is_rule_to_come(code) is there
