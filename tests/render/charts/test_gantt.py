import re
from datetime import date, timedelta
from html import unescape
from itertools import pairwise

import pytest

from rollout_kit.document.charts import GanttData, GanttRow, Stretch
from rollout_kit.render.charts.gantt import gantt_svgs
from rollout_kit.render.charts.gantt_sheets import sheets
from rollout_kit.render.charts.widths import width

from ..sample import gantt_data, gantt_rows

ROOM = 165.0  # a landscape page of A4 without a headline of two lines


def pictures(data: GanttData, room: float = ROOM) -> tuple[str, ...]:
    return gantt_svgs(data, "Balkenplan", width_mm=265, first_height=room, next_height=180, accent="#005a9c")


def rows(count: int) -> tuple[GanttRow, ...]:
    """Return rows of one week, a head over every five of them."""
    found = []
    for number in range(count):
        if number % 6 == 0:
            found.append(GanttRow(kind="group", name=f"Woche {number}"))
        else:
            day = date(2027, 1, 11) + timedelta(number % 40)
            found.append(GanttRow(kind="bar", name=f"Aufgabe {number}", starts_on=day, ends_on=day, owner="Keller"))
    return tuple(found)


def texts(picture: str) -> list[tuple[float, float, float, str, str]]:
    """Return x, size in points, y, anchor and words of all texts."""
    pattern = r'<text [^>]*?x="([\d.-]+)" y="([\d.-]+)" font-size="([\d.]+)" text-anchor="(\w+)"[^>]*>([^<]*)</text>'
    return [
        (float(x), float(size) / 0.3528, float(y), anchor, unescape(words))
        for x, y, size, anchor, words in re.findall(pattern, picture)
    ]


def test_twenty_nine_rows_and_five_people_fill_one_page() -> None:
    (sheet,) = sheets(gantt_data(rows=rows(29)), ROOM, 180)
    assert sheet.height <= ROOM
    assert len(sheets(gantt_data(rows=rows(31)), ROOM, 180)) == 2


@pytest.mark.parametrize("count", [0, 1, 29, 31, 36, 37, 38, 39, 60, 100, 203])
@pytest.mark.parametrize("people", [0, 5, 12, 70])
def test_no_sheet_is_higher_than_its_page_or_empty_and_every_row_is_drawn_once(count: int, people: int) -> None:
    data = gantt_data(rows=rows(count), people=people)
    dealt = sheets(data, 150, 180)
    assert dealt[0].height <= 150
    assert all(sheet.height <= 180 for sheet in dealt)
    assert [row for sheet in dealt for row in sheet.rows] == list(data.rows)
    assert [load for sheet in dealt for load in sheet.loads] == list(data.loads)
    assert all(sheet.rows or sheet.loads for sheet in dealt) or count == people == 0


@pytest.mark.parametrize("count", [36, 37, 38, 39, 40, 41, 42])
def test_a_head_never_ends_a_page(count: int) -> None:
    for sheet in sheets(gantt_data(rows=rows(count)[:-1] + rows(2)[1:]), 150, 150)[:-1]:
        assert not sheet.rows or sheet.rows[-1].kind != "group"


@pytest.mark.parametrize(("weeks", "parts"), [(1, 1), (7, 1), (8, 2), (9, 3), (12, 3), (13, 4)])
def test_more_than_seven_weeks_are_parted_into_pages_of_at_most_four(weeks: int, parts: int) -> None:
    dealt = sheets(gantt_data(weeks=weeks, rows=rows(3)), ROOM, 180)
    spans = sorted({(sheet.starts_on, sheet.days) for sheet in dealt})
    assert len(spans) == parts
    assert sum(days for _, days in spans) == weeks * 7
    assert parts == 1 or max(days for _, days in spans) <= 28


def test_a_row_is_drawn_on_every_page_that_it_touches() -> None:
    long = GanttRow(kind="bar", name="Lang", starts_on=date(2027, 1, 12), ends_on=date(2027, 3, 20))
    late = GanttRow(kind="bar", name="Spät", starts_on=date(2027, 3, 18), ends_on=date(2027, 3, 19))
    head = GanttRow(kind="group", name="Kopf")
    dealt = sheets(gantt_data(weeks=10, rows=(long, head, late), people=0), ROOM, 180)
    assert [[row.name for row in sheet.rows] for sheet in dealt] == [["Lang"], ["Lang"], ["Lang", "Kopf", "Spät"]]


def test_type_never_shrinks() -> None:
    for count, weeks in ((29, 7), (100, 7), (60, 16)):
        sizes = {
            round(size, 1)
            for picture in pictures(gantt_data(rows=rows(count), weeks=weeks))
            for _, size, *_ in texts(picture)
        }
        assert sizes <= {7.0, 8.0}


def test_no_words_leave_the_picture() -> None:
    for data in (gantt_data(), gantt_data(weeks=3), gantt_data(weeks=13), gantt_data(go_live=date(2027, 2, 28))):
        for picture in pictures(data):
            for x, size, _, anchor, words in texts(picture):
                length = width(words, size)
                begin = {"start": x, "middle": x - length / 2, "end": x - length}[anchor]
                assert begin >= -0.01, words
                assert begin + length <= 265.01, words


def test_names_end_before_the_days() -> None:
    written = [text for picture in pictures(gantt_data()) for text in texts(picture)]
    ends = [x + width(words, size) for x, size, y, anchor, words in written if x <= 2 and y > 15 and anchor == "start"]
    assert ends
    assert max(ends) <= 70


def test_no_name_above_the_columns_lies_over_another() -> None:
    day = date(2027, 1, 25)
    freezes = tuple(
        Stretch(starts_on=day + timedelta(number), ends_on=day + timedelta(number), word=f"Sperre Nummer {number}")
        for number in range(0, 15, 2)
    )
    (picture,) = pictures(gantt_data(rows=rows(3), freezes=freezes))
    for line in (6.5, 9.1):
        lane = sorted((x, words) for x, _, y, _, words in texts(picture) if y == line)
        assert lane
        for (x, words), (after, _) in pairwise(lane):
            assert x + width(words, 7, bold=True) <= after


def test_the_day_of_the_go_live_is_named_left_of_its_line_where_there_is_no_room_at_its_right() -> None:
    (picture,) = pictures(gantt_data(go_live=date(2027, 2, 26)))
    ((x, *_),) = [text for text in texts(picture) if text[4] == "Go-live Mo 8. Februar"]
    assert x < 260 - width("Go-live Mo 8. Februar", 7, bold=True)


def test_a_go_live_outside_the_days_is_not_drawn() -> None:
    (picture,) = pictures(gantt_data(go_live=date(2027, 5, 3)))
    assert "Go-live Mo 8. Februar" not in picture


def test_critical_rows_are_solid_and_joined_and_others_outlined() -> None:
    day = date(2027, 1, 12)
    first = GanttRow(kind="bar", name="a", starts_on=day, ends_on=day, is_critical=True)
    second = GanttRow(kind="bar", name="b", starts_on=date(2027, 1, 19), ends_on=date(2027, 1, 20), is_critical=True)
    plain = GanttRow(kind="bar", name="c", starts_on=day, ends_on=day)
    (picture,) = pictures(gantt_data(rows=(first, second, plain), people=0))
    bars = re.findall(r'<rect [^>]*height="2.9" fill="(#\w+)"', picture)
    assert bars == ["#1a1a1a", "#1a1a1a", "#ffffff"]
    assert len(re.findall(r'stroke-width="0.45" class="si"/>', picture)) == 1


def test_a_join_never_runs_back_in_time() -> None:
    late = GanttRow(kind="bar", name="a", starts_on=date(2027, 1, 25), ends_on=date(2027, 1, 26), is_critical=True)
    early = GanttRow(kind="bar", name="b", starts_on=date(2027, 1, 12), ends_on=date(2027, 1, 13), is_critical=True)
    (picture,) = pictures(gantt_data(rows=(late, early), people=0))
    assert 'stroke-width="0.45" class="si"/>' not in picture


def test_float_is_dashed_to_its_last_day_and_a_row_without_it_has_none() -> None:
    day = date(2027, 1, 12)
    with_float = GanttRow(kind="bar", name="a", starts_on=day, ends_on=day, slack_until=day + timedelta(3))
    without = GanttRow(kind="bar", name="a", starts_on=day, ends_on=day, slack_until=day)
    dashed = 'stroke-dasharray="0.7 0.7"'
    assert dashed in pictures(gantt_data(rows=(with_float,)))[0]
    assert dashed not in pictures(gantt_data(rows=(without,)))[0]


def test_an_absence_too_short_for_its_word_is_named_beside_the_person() -> None:
    (picture,) = pictures(gantt_data())
    ((x, _, y, _, _),) = [text for text in texts(picture) if text[4] == "Kindergeburtstag"]
    ((_, _, name_y, _, _),) = [text for text in texts(picture) if text[4] == "Jan Meyer"]
    assert x < 70
    assert y == name_y


def test_half_a_holiday_is_half_as_wide() -> None:
    holiday = date(2027, 2, 22)
    half = gantt_data(holidays=(Stretch(starts_on=holiday, ends_on=holiday, word="x", half=True),), rows=(), people=0)
    whole = gantt_data(holidays=(Stretch(starts_on=holiday, ends_on=holiday, word="x"),), rows=(), people=0)
    outlined = r'width="([\d.]+)" height="[\d.]+" fill="#e4e4e1" stroke='
    (narrow,), (wide,) = (re.findall(outlined, pictures(data)[0]) for data in (half, whole))
    assert float(narrow) == pytest.approx(float(wide) / 2, abs=0.01)


def test_every_text_names_its_font() -> None:
    (picture,) = pictures(gantt_data())
    assert picture.count("<text ") == picture.count('<text font-family="Noto Sans, ') > 60


def test_words_of_the_user_are_escaped() -> None:
    (picture,) = pictures(gantt_data(rows=gantt_rows()))
    assert "<script" not in picture
    assert "&lt;script&gt;" in picture


def test_a_row_without_days_is_named_all_the_same() -> None:
    (picture,) = pictures(gantt_data(rows=(GanttRow(kind="bar", name="Ohne Tage"),), people=0))
    assert "Ohne Tage" in picture


def test_the_accent_is_the_one_of_the_document() -> None:
    (picture,) = gantt_svgs(gantt_data(), "x", width_mm=265, first_height=165, next_height=180, accent="#8a7300")
    assert '#8a7300" stroke-width="0.7" class="sa"' in picture
    assert "#005a9c" not in picture


def test_names_that_begin_alike_keep_the_ends_that_tell_them_apart() -> None:
    name = "Schulung: Anwenderinnen und Anwender aller Standorte, {} von 2"
    day = date(2027, 1, 12)
    alike = tuple(GanttRow(kind="bar", name=name.format(number), starts_on=day, ends_on=day) for number in (1, 2))
    lone = GanttRow(kind="bar", name="Lernkontrolle ergänzen: Ansprechpersonen der Fachabteilungen", starts_on=day)
    (picture,) = pictures(gantt_data(rows=(*alike, lone), people=0))
    said = [words for *_, words in texts(picture)]
    assert [words[-8:] for words in said if words.startswith("Schulung")] == [" 1 von 2", " 2 von 2"]
    assert [words[-1] for words in said if words.startswith("Lern")] == ["…"]


def test_the_last_groups_join_people_who_would_have_a_page_to_themselves() -> None:
    head = GanttRow(kind="group", name="Go-live")
    dealt = sheets(gantt_data(rows=(*rows(26), head, *rows(5)[1:]), people=12), 150, 180)
    assert [(len(sheet.rows), len(sheet.loads)) for sheet in dealt] == [(18, 0), (13, 12)]
