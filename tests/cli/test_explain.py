"""`explain`."""

import pytest

from rollout_kit.rules.catalogue import catalogue

from .conftest import Call


@pytest.mark.parametrize("asked", ["OWN101", "own101", " OWN101 ", "one-accountable"])
def test_a_rule_is_explained_by_code_or_name(asked: str, call: Call):
    ran = call("explain", asked)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("OWN101 one-accountable: ")


@pytest.mark.parametrize("code", [rule.code for rule in catalogue()])
@pytest.mark.parametrize("tag", ["en", "de"])
def test_every_rule_can_be_explained(code: str, tag: str, call: Call):
    ran = call("explain", code, "--ui-language", tag)
    assert ran.code == 0
    assert ran.out.startswith(f"{code} ")
