"""The handbook on paper: its first page is one page, whatever stands on it."""

import io
from dataclasses import replace

import pytest

from rollout_kit.compose.handbook import compose_handbook
from rollout_kit.description.logos import LogoFile
from rollout_kit.document import Document
from tests.compose import results
from tests.compose.conftest import words
from tests.compose.handbook.test_cover import blockers, crowded

WIDE = LogoFile(
    media_type="image/svg+xml",
    content=b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 90"><path d="M0 0h900v90z"/></svg>',
)


def first_pages(document: Document) -> Document:
    """Return a handbook with all its chapters, of each the beginning: to draw them whole takes seconds."""
    cover, *chapters = document.children
    assert cover.role == "cover"
    assert len(chapters) > 9
    return replace(document, children=(cover, *(replace(each, children=each.children[:1]) for each in chapters)))


@pytest.mark.pdf
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("tag", ["en", "de-CH"])
@pytest.mark.parametrize(("n", "logos"), [(0, (None, None)), (9, (WIDE, WIDE))], ids=["ready", "crowded"])
def test_the_cover_is_one_page_and_the_contents_begin_the_next(paper, tag, n, logos):
    from pypdf import PdfReader

    from rollout_kit.render.pdf import render_pdf

    result = results.result(crowded(paper), findings=blockers(n), logos=logos)
    pages = PdfReader(io.BytesIO(render_pdf(first_pages(compose_handbook(result, words(result, tag)))))).pages
    first, second = pages[0].extract_text(), pages[1].extract_text()
    assert ("7 April 2027" if tag == "en" else "7. April 2027") in first.replace("\u00a0", " ")
    assert second.startswith("Contents" if tag == "en" else "Inhalt")
