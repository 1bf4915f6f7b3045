"""The checklist on paper: a sheet is a page."""

import io
from dataclasses import replace

import pytest

from rollout_kit.compose.checklist import compose_checklist
from rollout_kit.description.settings import Brand
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


@pytest.mark.pdf
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("tag", ["en", "de"])
@pytest.mark.parametrize("rollout", ["full", "tiny"])
def test_the_agenda_fits_its_sheet(paper, tag, rollout):
    from pypdf import PdfReader

    from rollout_kit.render.pdf import render_pdf

    described = {"full": results.muster, "tiny": results.tiny}[rollout]().model_copy(
        update={"brand": Brand(paper=paper)}
    )
    made = results.result(described)
    kickoff = replace(made.case.plan.tasks[0], landmark="kickoff")
    result = replace(made, case=made.case.with_plan(replace(made.case.plan, tasks=(kickoff,))))
    document = compose_checklist(result, words(result, tag))
    pages = PdfReader(io.BytesIO(render_pdf(document))).pages
    assert len(pages) == len(document.children) == 3
    assert "87–90" in pages[-1].extract_text()
    assert ("Notes" if tag == "en" else "Notizen") in pages[-1].extract_text()
