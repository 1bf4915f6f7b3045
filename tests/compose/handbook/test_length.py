"""How long a chapter is: kept whole up to a page, torn above; on paper it follows only where it fits."""

import io

import pytest

from rollout_kit.compose.handbook.length import PAGE_MM, is_long, length_of
from rollout_kit.compose.wording import document
from rollout_kit.document import (
    Cell,
    Chart,
    Column,
    Field,
    Following,
    Group,
    Heading,
    Node,
    PageBreak,
    Row,
    Span,
    Table,
    Text,
)
from rollout_kit.document.charts import SumData, SumRow
from rollout_kit.render.charts.sums import ROW_MM
from tests.compose import results
from tests.compose.conftest import words


def lines(n: int) -> Field:
    return Field(kind="ruled", lines=n)


def test_up_to_a_page_it_is_kept_whole_and_above_it_is_long():
    most = int(PAGE_MM // 9.5)
    assert not is_long((lines(most),))
    assert is_long((lines(most + 1),))


def test_what_begins_a_page_itself_is_long():
    assert is_long((Text(spans=(Span(text="x"),)), PageBreak()))
    assert is_long((Text(spans=(Span(text="x"),)), Group(role="wide", children=(lines(1),))))


def test_the_longer_of_two_columns_counts_and_narrow_ones_are_longer():
    short, long = Group(role="part", children=(lines(1),)), Group(role="part", children=(lines(4),))
    assert length_of((Group(role="columns", children=(short, long)),)) == length_of((lines(4),))
    text = Text(spans=(Span(text="word " * 80),))
    assert length_of((Group(role="noted", children=(text,)),)) > length_of((text,))


def test_a_row_is_as_high_as_its_highest_cell():
    def table(*texts: str) -> Table:
        cells = tuple(Cell(spans=(Span(text=text),)) for text in texts)
        return Table(columns=(Column(width_mm=30), Column()), rows=(Row(cells=cells),))

    assert length_of((table("a", "b"),)) < length_of((table("word " * 10, "b"),))


def pages(first: int, second: int, follows: Following) -> list[str]:
    from pypdf import PdfReader

    from rollout_kit.render.pdf import render_pdf

    result = results.result()
    sections: list[Node] = [
        Group(role="section", follows=manner, children=(Heading(level=2, text=title), lines(n)))
        for title, n, manner in (("Begin", 1, "no"), ("Alpha", first, "no"), ("Beta", second, follows))
    ]
    made = document(result, words(result), kind="handbook", kind_word="Handbook", children=sections)
    return [page.extract_text() for page in PdfReader(io.BytesIO(render_pdf(made))).pages]


@pytest.mark.pdf
@pytest.mark.parametrize(
    ("first", "second", "follows", "together"),
    [(8, 8, "whole", True), (8, 20, "whole", False), (8, 8, "no", False), (8, 40, "torn", True)],
)
def test_a_section_follows_where_it_may_and_fits(first, second, follows, together):
    found = next(text for text in pages(first, second, follows) if "Alpha\n" in text and "Contents" not in text)
    assert ("Beta" in found) == together


def test_a_picture_of_sums_is_as_high_as_it_has_rows():
    def sums(n: int) -> Chart:
        row = SumRow(name="P1 answer", parts=(), promise=1, promise_words="", total="", rest="")
        return Chart(headline="", reading="", data=SumData(rows=(row,) * n), description="")

    assert length_of((sums(5),)) - length_of((sums(3),)) == 2 * ROW_MM
