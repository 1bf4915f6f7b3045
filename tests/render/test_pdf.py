import io
import re
import shutil
import socket
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pypdf
import pytest

from rollout_kit.document import Cell, Checklist, Column, Document, Field, Group, Heading, ListOf, Row, Table, Text
from rollout_kit.errors import PdfUnavailable
from rollout_kit.render.html import render_html
from rollout_kit.render.pdf import Drawn, draw_pdf, render_pdf

from . import sample

pytestmark = pytest.mark.pdf

MM = 25.4 / 96
LEAST_CLEAR_MM = 3.0


DOCUMENTS = {"plan": sample.plan, "checklist": sample.checklist, "handbook": sample.handbook}


@cache
def drawn(kind: str, paper: str) -> Drawn:
    return draw_pdf(DOCUMENTS[kind](paper=paper))


def read(kind: str, paper: str = "A4") -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(drawn(kind, paper).pdf))


def text(reader: pypdf.PdfReader) -> str:
    return "\n".join(page.extract_text() for page in reader.pages)


def titles(outline: list[Any]) -> list[str]:
    found: list[str] = []
    for entry in outline:
        found.extend(titles(entry) if isinstance(entry, list) else [entry.title])
    return found


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize(("kind", "pages"), [("plan", 4), ("checklist", 2), ("handbook", 6)])
def test_documents_take_as_many_pages_on_both_papers_and_the_renderer_is_content(
    kind: str, pages: int, paper: str
) -> None:
    assert drawn(kind, paper).warnings == ()
    assert len(read(kind, paper).pages) == pages


def test_pages_are_upright_but_for_week_and_chart() -> None:
    sizes = [tuple(round(float(side)) for side in page.mediabox[2:]) for page in read("plan").pages]
    assert sizes == [(595, 842), (842, 595), (595, 842), (842, 595)]
    sizes = [tuple(round(float(side)) for side in page.mediabox[2:]) for page in read("plan", "Letter").pages]
    assert sizes == [(612, 792), (792, 612), (612, 792), (792, 612)]


def test_headings_become_bookmarks() -> None:
    found = titles(read("handbook").outline)
    assert found[0] == "Microsoft 365 mit Teams-Telefonie"
    assert "10 Sichern und Wiederherstellen" in found
    assert "Das ganze System wiederherstellen" in found


def test_contents_know_their_pages() -> None:
    lines = read("handbook").pages[1].extract_text().split("\n")
    assert "Inhalt" in lines
    assert re.search(r"10\s*Sichern und Wiederherstellen\s*3", "\n".join(lines))
    assert re.search(r"11\s*Alles andere\s*5", "\n".join(lines))


def test_pages_are_numbered_and_carry_the_footer() -> None:
    pages = [page.extract_text() for page in read("plan").pages]
    assert [f"{number} / 4" in page for number, page in enumerate(pages, 1)] == [True] * 4
    assert all("4F2A91C7" in page for page in pages)


def test_the_chapter_stands_in_the_head_from_its_second_page_on() -> None:
    pages = read("handbook").pages
    assert pages[4].extract_text().count("Alles andere") == 1
    assert "11 Alles andere" in pages[5].extract_text()


def test_title_language_and_date_are_told() -> None:
    reader = read("plan")
    assert reader.metadata is not None
    assert reader.metadata.title == "Plan: Microsoft 365 mit Teams-Telefonie"
    assert str(reader.metadata["/CreationDate"]).startswith("D:20270107")
    assert reader.root_object["/Lang"] == "de-CH"
    assert reader.root_object["/MarkInfo"]["/Marked"]


def test_words_can_be_found_again() -> None:
    found = text(read("plan"))
    assert "Noch nicht bereit: drei Bedingungen" in found
    assert "Eigenes Notfallkonto einrichten und versiegeln" in found
    assert "<script>alert('x')</script>" in found


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render_pdf(sample.checklist()) == drawn("checklist", "A4").pdf


def test_html_that_was_drawn_already_is_used() -> None:
    document = sample.checklist()
    html = render_html(document).replace(b"Heute zu entscheiden", b"Morgen zu entscheiden")
    assert "Morgen zu entscheiden" in text(pypdf.PdfReader(io.BytesIO(render_pdf(document, html))))


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/x.png", "file:///etc/hostname", "data:text/html,x", "ftp://127.0.0.1/x"]
)
def test_nothing_is_fetched(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_socket(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", no_socket)
    opened: list[str] = []
    monkeypatch.setattr("urllib.request.OpenerDirector.open", lambda self, url, *rest, **more: opened.append(str(url)))
    tags = (
        f'<img src="{address}" alt="x"><link rel="attachment" href="{address}"><link rel="stylesheet" href="{address}">'
    )
    html = render_html(sample.document("plan", ())).replace(b"</main>", tags.encode() + b"</main>")
    warnings = draw_pdf(sample.document("plan", ()), html).warnings
    assert opened == []
    assert "refused" in "".join(warnings)


def test_a_sign_without_a_font_is_told_with_the_fonts_that_help() -> None:
    document = sample.document("plan", (Text(spans=sample.words("Kickoff \U000f1234")),))
    with pytest.raises(PdfUnavailable) as caught:
        render_pdf(document)
    assert caught.value.exit_code == 4
    assert caught.value.message.parameters["code"] == "U+F1234"
    assert caught.value.help is not None
    assert "fonts-noto-core fonts-morisawa-bizud-gothic" in str(caught.value.help.parameters["command"])


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_boxes_on_a_sheet_are_five_millimetres_wide_and_high(paper: str) -> None:
    boxes = _boxes(sample.checklist(paper=paper))
    assert len(boxes) == 2 * 9 + 5
    assert {(round(width * MM, 2), round(height * MM, 2)) for _, _, _, width, height in boxes} == {(5.0, 5.0)}


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="needs poppler")
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_three_millimetres_around_a_box_are_empty(paper: str, tmp_path: Path) -> None:
    from PIL import Image

    document = sample.checklist(paper=paper)
    (tmp_path / "sheet.pdf").write_bytes(drawn("checklist", paper).pdf)
    subprocess.run(["pdftoppm", "-r", "200", "-gray", "sheet.pdf", "sheet"], cwd=tmp_path, check=True)
    scale, margin = 200 / 96, LEAST_CLEAR_MM / MM * 200 / 96 - 1
    for page, x, y, width, height in _boxes(document):
        picture = Image.open(tmp_path / f"sheet-{page}.pgm")
        left, top, right, bottom = x * scale, y * scale, (x + width) * scale, (y + height) * scale
        around = picture.crop((int(left - margin), int(top - margin), int(right + margin), int(bottom + margin)))
        inner = (int(margin - 2), int(margin - 2), int(margin + width * scale + 2), int(margin + height * scale + 2))
        around.paste(255, inner)
        assert around.getextrema()[0] > 200, f"ink beside the box at {x * MM:.0f}, {y * MM:.0f} mm of page {page}"


def _boxes(document: Document) -> list[tuple[int, float, float, float, float]]:
    import weasyprint

    laid_out = weasyprint.HTML(string=render_html(document).decode()).render()
    return [
        (number, box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height())
        for number, page in enumerate(laid_out.pages, 1)
        for box in page._page_box.descendants()
        if box.element is not None and box.element.get("class") == "box" and hasattr(box, "border_box_x")
    ]


def test_a_row_higher_than_a_page_goes_on_overleaf() -> None:
    row = Row(cells=(Cell(spans=sample.words("Wort " * 1500)), Cell()))
    table = Table(columns=(Column(head="a"), Column(head="b")), rows=(row,), manner="tasks")
    reader = pypdf.PdfReader(io.BytesIO(render_pdf(sample.document("plan", (table,)))))
    assert len(reader.pages) > 1
    assert text(reader).count("Wort") == 1500


def test_nodes_without_content_are_drawn() -> None:
    roles = ("noted", "verdict", "columns", "facts", "flags", "signatures", "done", "call", "proposed", "sheet")
    groups = tuple(Group(role=role, children=()) for role in roles)
    others = (ListOf(items=()), Checklist(), Text(spans=()), Field(kind="signature"), Table(columns=(), rows=()))
    assert draw_pdf(sample.document("plan", (*groups, *others))).warnings == ()


def test_a_document_that_begins_with_a_chapter_has_it_on_its_first_page() -> None:
    chapter = Group(role="section", children=(Heading(level=2, text="Kapitel"),))
    reader = pypdf.PdfReader(io.BytesIO(render_pdf(sample.document("plan", (chapter,)))))
    assert len(reader.pages) == 1
