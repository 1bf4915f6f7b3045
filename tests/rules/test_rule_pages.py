"""The house of the rules: names, docstrings whose examples behave, pages, and a pair of fixtures for each."""

import inspect
import re
from pathlib import Path

import pytest

from rollout_kit import rules
from rollout_kit.assess.rule import Rule
from rollout_kit.language.words import Words
from rollout_kit.playbook.load import load_playbook
from rollout_kit.report.explain import page_of, remedy_of, rule_page
from rollout_kit.rules.catalogue import catalogue

from .overlay import FOLDER, Fragment, judged

pytestmark = pytest.mark.unhurried

FAMILIES = {
    "OWN": "ownership", "CAP": "capacity", "TRN": "training", "SLA": "service_levels", "CON": "continuity",
    "SEC": "security", "COM": "communication", "TST": "test_run", "FBL": "feedback", "OBJ": "objectives",
    "PER": "persons", "MAT": "maturity", "CHN": "chain", "PIL": "pilot", "PLN": "planning", "WAI": "waivers",
}  # fmt: skip
NO_TASK_CURES = ("PLN", "WAI")  # another date or more time does, or a signature
MARK = re.compile(r"\[[TED]\]")

CATALOGUE = catalogue()
every_rule = pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.code) for rule in CATALOGUE])


def test_the_catalogue_is_walked_sorted_and_unique() -> None:
    codes = [rule.code for rule in CATALOGUE]
    files = [path for path in Path(rules.__path__[0]).glob("*/*.py") if path.name != "__init__.py"]
    assert len(codes) == len(files) >= 20
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in CATALOGUE}) == len(codes)


@every_rule
def test_a_rule_stands_in_the_file_of_its_name_and_the_folder_of_its_family(rule: Rule) -> None:
    place = Path(inspect.getfile(rule.judge))
    assert (place.stem, place.parent.name) == (rule.name.replace("-", "_"), FAMILIES[rule.family])
    assert rule.judge.__name__ == place.stem


@every_rule
def test_a_rule_is_worth_no_more_than_its_worst(rule: Rule) -> None:
    assert rule.severity <= rule.worst


@every_rule
def test_a_docstring_holds_a_page(rule: Rule) -> None:
    page = page_of(rule)
    assert page.title == rule.title
    assert page.condition.startswith("Fires ")
    assert MARK.search(page.source)


@every_rule
def test_the_examples_of_a_page_behave(rule: Rule) -> None:
    page = page_of(rule)
    assert judged(Fragment(page.not_ready), rule).findings
    assert not judged(Fragment(page.ready), rule).findings


@every_rule
def test_a_rule_can_be_told_in_words(rule: Rule) -> None:
    words = Words("en")
    told = rule_page(rule, words)
    assert told.startswith(f"{rule.code} {rule.name}: {rule.title}\n")
    assert not remedy_of(rule, words).endswith(".")


@every_rule
def test_a_rule_has_its_pair_and_the_fault_expects_its_code(rule: Rule) -> None:
    pair = [FOLDER / rule.code / name for name in ("ready.toml", "not_ready.toml")]
    assert all(path.is_file() for path in pair)
    assert {expected.code for expected in Fragment(pair[1].read_text(encoding="utf-8")).expected} == {rule.code}


def test_every_folder_of_fixtures_belongs_to_a_rule() -> None:
    folders = {path.name for path in FOLDER.iterdir() if path.is_dir() and path.name.isupper()}
    assert folders == {rule.code for rule in CATALOGUE}


def test_a_rule_that_the_playbook_cures_names_the_same_cure() -> None:
    playbook = load_playbook("managed-service")
    cured = {rule.code: rule.cure for rule in CATALOGUE if rule.cure is not None}
    by_a_task_anyway = {entry.rule for entry in playbook.cured_by_task}
    without = {rule.code for rule in CATALOGUE if rule.family not in NO_TASK_CURES} - set(cured)
    assert without
    assert without <= by_a_task_anyway
    assert not any(code.startswith(NO_TASK_CURES) for code in cured)
    for code, cure in cured.items():
        planned = playbook.cure_for(code)
        assert planned is not None
        assert (cure.id, cure.minutes, cure.owner) == (planned.id, planned.minutes, planned.owner)
