import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from rollout_kit import resources
from rollout_kit.document import Cell, Checklist, Column, Document, Group, Heading, Row, Span, Table, Text
from rollout_kit.render.html import render_html

from . import sample
from .page import Page

DOCUMENTS = {"plan": sample.plan, "handbook": sample.handbook, "checklist": sample.checklist}


class HtmlExtension(SingleFileSnapshotExtension):
    file_extension = "html"
    _write_mode = WriteMode.TEXT


@pytest.fixture(params=DOCUMENTS)
def document(request: pytest.FixtureRequest) -> Document:
    return DOCUMENTS[request.param]()


@pytest.fixture
def page(document: Document) -> Page:
    return Page(render_html(document))


def drawn(*nodes: object, **changes: object) -> str:
    return render_html(sample.document("plan", nodes, **changes)).decode()  # type: ignore[arg-type]


def main_part(html: str) -> str:
    return html[html.index("<main>") :]


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_documents_look_as_they_did(kind: str, snapshot: SnapshotAssertion) -> None:
    html = render_html(DOCUMENTS[kind]()).decode()
    without_styles = re.sub(r"(<style[^>]*>).*?</style>", r"\1</style>", html, flags=re.DOTALL)
    lines = without_styles.replace("/><", "/>\n<").replace("</text><", "</text>\n<")
    assert lines == snapshot(extension_class=HtmlExtension)


def test_a_page_asks_nothing_of_anyone(document: Document) -> None:
    html = render_html(document).decode()
    addresses = re.findall(r"(?:src|href|action|srcset|content|poster)=\"([^\"]*)\"", html)
    assert not [address for address in addresses if "//" in address]
    assert all(address.startswith("#") for address in re.findall(r"(?:src|href)=\"([^\"]*)\"", html))
    assert all(url.startswith('"data:image/svg+xml,') for url in re.findall(r"url\(([^)]{0,40})", html))
    assert "@import" not in html
    assert "<script" not in html
    assert "default-src 'none'" in html


def test_hostile_words_stay_words(page: Page) -> None:
    assert not page.of("script", "iframe", "img", "object")
    assert len(page.of("style")) == 3


def test_hostile_words_are_shown_as_they_are() -> None:
    texts = "".join(element.text for element in Page(render_html(sample.plan())).elements)
    assert sample.HOSTILE in texts


@pytest.mark.parametrize(
    "place", ["title", "kind_word", "rollout", "edition_line", "footer", "contents_word", "and_word"]
)
def test_no_part_of_the_frame_can_be_broken_out_of(place: str) -> None:
    page = Page(render_html(sample.plan(**{place: sample.HOSTILE})))
    assert not page.of("script")
    assert len(page.of("style")) == 3


def test_a_footer_cannot_end_its_string_of_css() -> None:
    html = drawn(footer='a"} body { display: none } \\')
    assert 'content: "a\\22 \\7d \\20 body' in html


def test_the_language_and_the_date_are_told() -> None:
    html = drawn(language="de-CH", written_on=date(2027, 1, 7))
    assert '<html lang="de-CH">' in html
    assert '<meta name="dcterms.created" content="2027-01-07">' in html


def test_no_two_elements_have_the_same_id(page: Page) -> None:
    ids = [element["id"] for element in page.elements if "id" in element.attributes]
    assert ids
    assert len(set(ids)) == len(ids)
    assert all(ids)


def test_every_link_leads_somewhere(page: Page) -> None:
    ids = {element["id"] for element in page.elements}
    links = page.of("a")
    assert links
    assert {link["href"].removeprefix("#") for link in links} <= ids


def test_a_link_to_nowhere_is_plain_words() -> None:
    html = main_part(drawn(Text(spans=(Span(text="nirgends", link="no-such-place"),))))
    assert "<p>nirgends</p>" in html


def test_every_box_can_be_ticked_and_has_a_name(page: Page) -> None:
    ids = {element["id"]: element for element in page.elements if element["id"]}
    labelled = {label["for"] for label in page.of("label")}
    for box in page.of("input"):
        assert box["type"] == "checkbox"
        names = [ids[name].all_text().strip() for name in box["aria-labelledby"].split()]
        within = box.parent is not None and box.parent.tag == "label" and bool(box.parent.all_text().strip())
        assert within or box["id"] in labelled or (names and all(names))


def test_headings_skip_no_level(page: Page) -> None:
    levels = [int(heading.tag[1]) for heading in page.of("h1", "h2", "h3")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_head_of_a_table_has_a_scope_and_words(page: Page) -> None:
    for head in page.of("th"):
        assert head["scope"] in ("col", "row", "colgroup", "rowgroup")
        assert head.all_text().strip()


def test_every_table_says_what_it_is_where_the_tree_does() -> None:
    page = Page(render_html(sample.plan()))
    captions = [caption.text for caption in page.of("caption")]
    assert captions == [
        "Bedingungen", "Heute zu entscheiden", "Personentage Muster Treuhand AG", "Personentage NetServ GmbH",
        "Woche 5", "Alle Aufgaben",
    ]  # fmt: skip


def test_pictures_have_a_title_or_are_hidden(page: Page) -> None:
    for picture in page.of("svg"):
        titles = [child.text for child in picture.children if child.tag == "title"]
        assert picture["aria-hidden"] == "true" or (picture["role"] == "img" and all(titles) and titles)


def test_there_is_one_main_part_and_one_named_navigation(page: Page) -> None:
    assert len(page.of("main")) == 1
    assert [navigation["aria-label"] for navigation in page.of("nav")] == ["Inhalt"]


def test_without_a_word_for_it_there_is_no_navigation() -> None:
    assert "<nav" not in drawn(contents_word="")


def test_a_chart_scrolls_in_a_region_of_its_own() -> None:
    regions = [element for element in Page(render_html(sample.plan())).elements if element["role"] == "region"]
    assert [(region["tabindex"], bool(region["aria-label"])) for region in regions] == [("0", True)]


def test_rows_of_small_screens_say_what_their_cells_are() -> None:
    columns = (Column(head="Was"), Column(head="Wer", label="Wer:"), Column(head="Bis"))
    rows = (Row(cells=(Cell(spans=sample.words("a")), Cell(spans=sample.words("b")), Cell())),)
    page = Page(drawn(Table(columns=columns, rows=rows)).encode())
    assert [cell["data-label"] for cell in page.of("td")] == ["", "Wer:", ""]


def test_an_empty_cell_is_empty() -> None:
    table = Table(columns=(Column(), Column()), rows=(Row(cells=(Cell(spans=sample.words("a")), Cell())),))
    assert "<td>a</td><td></td>" in drawn(table)


def test_a_cell_over_several_columns_takes_the_manner_of_its_first() -> None:
    columns = (Column(), Column(align="center"), Column(align="right"))
    cells = (Cell(spans=sample.words("a")), Cell(spans=sample.words("b"), columns=2))
    assert '<td class="center" colspan="2">b</td>' in drawn(Table(columns=columns, rows=(Row(cells=cells),)))


def test_the_rule_between_the_houses_stands_in_both_rows_of_heads() -> None:
    columns = (Column(head="a"), Column(head="b"), Column(head="c", is_parted=True))
    table = Table(columns=columns, rows=(), heads=(("", 1), ("Haus", 1), ("Haus", 1)))
    heads = [head["class"] for head in Page(drawn(table).encode()).of("th", "td")]
    assert heads == ["center", "center", "center parted", "left", "left", "left parted"]


def test_a_box_named_twice_gets_two_ids() -> None:
    checklist = Checklist(items=(("same", sample.words("a")), ("same", sample.words("b"))))
    assert [box["id"] for box in Page(drawn(checklist).encode()).of("input")] == ["same", "same-2"]


def test_an_anchor_given_twice_belongs_to_the_first() -> None:
    chapter = Group(role="section", anchor="ch", children=(Heading(level=2, text="x", anchor="ch"),))
    page = Page(drawn(chapter).encode())
    assert [section["id"] for section in page.of("section")] == ["ch"]
    assert "ch" not in [heading["id"] for heading in page.of("h2")]


def test_the_sheet_takes_its_title_and_the_lines_below_it_between_the_corners() -> None:
    page = Page(render_html(sample.checklist()))
    tops = [element for element in page.elements if element["class"] == "top"]
    assert [[child.tag for child in top.children] for top in tops] == [["h1", "p"], ["h1", "p"]]


def test_the_head_of_page_one_stands_on_page_one_only() -> None:
    assert main_part(render_html(sample.plan()).decode()).count('class="head"') == 1
    assert 'class="head"' not in main_part(render_html(sample.checklist()).decode())
    assert main_part(drawn(Text(spans=sample.words("x")))).count('class="head"') == 1


def test_a_document_without_content_is_drawn() -> None:
    assert "<main>" in drawn()


def test_a_brand_colour_is_made_readable_on_both_grounds() -> None:
    html = drawn(accent="#ffd500")
    assert ":root { --accent: #8a7300; }" in html
    assert ":root { --accent: #ffd500; }" in html


def test_the_same_document_gives_the_same_bytes(document: Document) -> None:
    assert render_html(document) == render_html(document)


def test_templates_hold_no_words() -> None:
    templates = sorted(Path(resources.templates()).rglob("*.j2"))
    assert len(templates) > 12
    for template in templates:
        source = template.read_text(encoding="utf-8")
        without_code = re.sub(r"{%.*?%}|{{.*?}}|{#.*?#}|<!doctype html>", "", source, flags=re.DOTALL)
        words = re.sub(r"<style.*?</style>|<[^>]*>", "", without_code, flags=re.DOTALL)
        assert not re.search(r"[A-Za-z]", words), template
