"""What every rule says, word for word and figure for figure, and what stands at it: who changes one sees it."""

import pytest

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Rule
from rollout_kit.rules.catalogue import catalogue
from tests.texts import AsText

from .account import account, row
from .overlay import FOLDER, Fragment, judged

pytestmark = pytest.mark.uncounted


def cases_of(rule: Rule) -> list[tuple[str, Fragment, Case]]:
    paths = sorted((FOLDER / rule.code).glob("*.toml"))
    given = [(path.stem, Fragment(path.read_text(encoding="utf-8"))) for path in paths]
    return [(name, fragment, judged(fragment, rule).case) for name, fragment in given]


def by_code(rule: Rule) -> object:
    # with the fixtures of the rule, so that each is run once
    return pytest.param(rule, id=rule.code, marks=pytest.mark.xdist_group(rule.code))


def test_the_catalogue_is_as_agreed(snapshot) -> None:
    assert "".join(f"{row(rule)}\n" for rule in catalogue()) == snapshot(extension_class=AsText)


@pytest.mark.parametrize("rule", [by_code(rule) for rule in catalogue()])
def test_a_rule_says_this_of_its_fixtures(rule, snapshot) -> None:
    assert account(rule, cases_of(rule)) == snapshot(extension_class=AsText)
