"""The checklist on paper: a sheet is a page."""

import io

import pytest

from rollout_kit.compose.checklist import compose_checklist
from rollout_kit.message import verbatim
from tests.compose import results
from tests.compose.checklist.test_checklist import crowd
from tests.compose.conftest import words

FULL = {
    "question": verbatim("Wer nimmt vor 8, nach 17 Uhr und am Samstag Anrufe an?"),
    "proposal": verbatim("Muster Treuhand AG und NetServ GmbH gemeinsam"),
    "otherwise": verbatim("wird in der sechsten Woche eine Rechnung daraus, die weh tut"),
}


@pytest.mark.pdf
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("people", [2, 6, 8, 18])
def test_nine_full_decisions_and_all_people_fit_their_sheets(paper, people):
    from pypdf import PdfReader

    from rollout_kit.render.pdf import render_pdf

    decisions = tuple(results.decision(n, decider="p0", **FULL) for n in range(9))
    result = results.result(crowd(people, paper), decisions=decisions)
    document = compose_checklist(result, words(result))
    pages = PdfReader(io.BytesIO(render_pdf(document))).pages
    assert len(pages) == len(document.children)
    assert "All decided," in pages[0].extract_text()
    assert "for NetServ GmbH" in pages[-1].extract_text()
