"""One test for all rules: each pair of fixtures is found by walking, and never needs a line here."""

from pathlib import Path
from typing import get_args

import pytest

from rollout_kit.assess.rule import NotApplicable, Rule, Stage
from rollout_kit.language.words import Words
from rollout_kit.rules.catalogue import catalogue

from .overlay import FOLDER, Fragment, among_all, judged, result_of

pytestmark = pytest.mark.unhurried

FIXTURES = sorted(FOLDER.glob("*/*.toml"))
RULES = {rule.code: rule for rule in catalogue()}


def fragment(path: Path) -> Fragment:
    return Fragment(path.read_text(encoding="utf-8"))


def rule_of(path: Path) -> Rule:
    return RULES[path.parent.name]


def named(beginning: str, *, stages: tuple[Stage, ...] = get_args(Stage)) -> list[object]:
    found = [path for path in FIXTURES if path.stem.startswith(beginning) and rule_of(path).stage in stages]
    return [
        # the tests of one rule stay together, so that each fixture is run once
        pytest.param(path, id=f"{path.parent.name}-{path.stem}", marks=pytest.mark.xdist_group(path.parent.name))
        for path in found
    ]


def test_there_are_fixtures_of_every_kind() -> None:
    assert len(RULES) >= 20
    assert all(named(kind) for kind in ("ready", "not_ready", "untested", "not_applicable"))
    kinds = sum(len(named(kind)) for kind in ("ready", "not_ready", "untested", "not_applicable"))
    assert kinds == len(FIXTURES)


def test_no_rule_fires_on_the_base_and_all_are_tested() -> None:
    result = result_of(Fragment(""))
    assert (result.findings, result.untested) == ((), ())
    # nobody has waived anything there: the rules on waivers have nothing to judge
    assert result.tested == result.applicable == sum(rule.family != "WAI" for rule in RULES.values())


@pytest.mark.parametrize("path", named(""))
def test_a_rule_fires_exactly_on_the_lines_that_expect_it(path: Path) -> None:
    given = fragment(path)
    said = judged(given, rule_of(path))
    assert list(dict.fromkeys(given.findings(said))) == given.expected
    assert bool(given.expected) is path.stem.startswith("not_ready") or path.stem.startswith("untested")


@pytest.mark.parametrize("path", named(""))
def test_a_rule_names_the_keys_it_lacks(path: Path) -> None:
    given = fragment(path)
    said = judged(given, rule_of(path))
    assert [one.missing for one in said.untested] == ([given.lacks] if given.lacks else [])
    assert bool(given.lacks) is path.stem.startswith("untested")


@pytest.mark.parametrize("path", named("not_applicable"))
def test_a_rule_without_subjects_does_not_apply(path: Path) -> None:
    said = judged(fragment(path), rule_of(path))
    assert list(rule_of(path).judge(said.case)) == [NotApplicable()]
    assert not said.is_applicable


@pytest.mark.thorough
@pytest.mark.parametrize("path", named("not_ready", stages=("description",)))
def test_a_rule_says_among_all_others_what_it_says_alone(path: Path) -> None:
    """With the plan of each fixture, which goes past the independent check."""
    alone, among = judged(fragment(path), rule_of(path)), among_all(fragment(path), rule_of(path))
    assert (among.findings, among.untested) == (alone.findings, alone.untested)
    assert among.is_applicable is alone.is_applicable


@pytest.mark.thorough
@pytest.mark.parametrize("path", named("not_ready"))
def test_every_finding_can_be_said(path: Path) -> None:
    result = result_of(fragment(path))
    words = Words("en", result.case.playbook.texts["en"])
    assert result.findings
    for finding in result.findings:
        for text in (words.text(finding.message), words.text(finding.remedy)):
            assert text
            assert not text.endswith(".")
            assert "{" not in text
