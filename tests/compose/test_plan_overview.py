"""The page after page 1 says what the rules cannot see of the load."""

from datetime import date
from pathlib import Path

import pytest

from rollout_kit import pipeline
from rollout_kit.compose.load import shown_of
from rollout_kit.compose.load.sentences import headline
from rollout_kit.compose.plan.overview import overview
from rollout_kit.compose.plan.planned import Desk
from rollout_kit.compose.wording import People
from rollout_kit.document import Text, walk

from .conftest import words

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.unhurried
@pytest.mark.parametrize(("example", "is_told"), [("treuhand", True), ("gemeinde", False), ("tiny", False)])
def test_a_load_that_is_not_carried_stands_below_the_areas(example: str, is_told: bool) -> None:
    folder = EXAMPLES / example
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    result = pipeline.run("rollout.toml", files, date(2026, 12, 14)).result
    assert result is not None
    desk = Desk(result=result, words=words(result), people=People(result.case.rollout, words(result)))
    told = ["".join(span.text for span in node.spans) for node in walk(overview(desk)) if isinstance(node, Text)]
    shown = shown_of(result, desk.words)

    said = [text for text in told if text.startswith("The rules on load look at single days.")]
    assert [text for text in said if shown and text.endswith(headline(shown))] == said
    assert bool(said) == is_told
