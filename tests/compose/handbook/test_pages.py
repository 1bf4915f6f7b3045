"""The handbook on paper: its first page is one page, whatever stands on it."""

import io

import pytest

from rollout_kit.compose.handbook import compose_handbook
from tests.compose import results
from tests.compose.conftest import words
from tests.compose.handbook.test_cover import blockers, crowded


@pytest.mark.pdf
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("tag", ["en", "de-CH"])
@pytest.mark.parametrize("n", [0, 9])
def test_the_cover_is_one_page_and_the_contents_begin_the_next(paper, tag, n):
    from pypdf import PdfReader

    from rollout_kit.render.pdf import render_pdf

    result = results.result(crowded(paper), findings=blockers(n))
    pages = PdfReader(io.BytesIO(render_pdf(compose_handbook(result, words(result, tag))))).pages
    first, second = pages[0].extract_text(), pages[1].extract_text()
    assert ("7 April 2027" if tag == "en" else "7. April 2027") in first.replace("\u00a0", " ")
    assert second.startswith("Contents" if tag == "en" else "Inhalt")
