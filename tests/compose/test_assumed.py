from dataclasses import replace

import pytest

from rollout_kit.compose.assumed import share_assumed
from rollout_kit.compose.handbook import compose_handbook
from rollout_kit.finding import Finding
from tests.compose import results
from tests.compose.conftest import words
from tests.compose.tree import as_text


def findings(assumed: int, count: int) -> tuple[Finding, ...]:
    each = results.finding()
    return tuple(replace(each, rests_on_assumption=number < assumed) for number in range(count))


@pytest.mark.parametrize(
    ("assumed", "said"),
    [
        (0, ""),
        (1, "1 of 3 open points (33%) rests on assumptions of ours only, on no figure of yours."),
        (3, "3 of 3 open points (100%) rest on assumptions of ours only, on no figure of yours."),
    ],
)
def test_the_share_that_rests_on_our_figures_is_counted(assumed: int, said: str) -> None:
    result = results.result(findings=findings(assumed, 3))
    assert share_assumed(result, words(result)).replace("\u00a0", " ") == said


def test_what_is_waived_is_not_counted() -> None:
    waived = replace(results.finding(), state="waived", rests_on_assumption=True)
    result = results.result(findings=(waived, *findings(0, 1)))
    assert share_assumed(result, words(result)) == ""


def test_the_chapter_of_open_findings_tells_it() -> None:
    result = results.result(findings=findings(1, 2))
    assert "1 of 2 open points (50%) rests on assumptions" in as_text(compose_handbook(result, words(result)))
