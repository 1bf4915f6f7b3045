"""The rollout as a workbook: plan, findings, open items, responsibilities, contacts, load of support, a sheet each.

Every cell of words is written as words, so that no text of a description becomes a formula or a link. The time of
making is that of the edition: the same result gives the same bytes.
"""

import io
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from rollout_kit.assess.result import Result
from rollout_kit.compose.plan.planned import Desk
from rollout_kit.compose.wording import People
from rollout_kit.language.words import Words
from rollout_kit.message import N_
from rollout_kit.render.exports.load_sheet import load_sheets
from rollout_kit.render.exports.sheets import Cell, Column, Sheet, sheets

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

NAME = "rollout.xlsx"
MOST_CHARACTERS = 32_000  # a cell holds 32,767
LAST_EMPTY_ROWS = 200  # below what is there, for what people add: the choice of words goes on
LOCAL_DATE = 14  # Excel's own format for a day in the habits of whoever opens the file
LOCAL_TIME = 20


def workbook(result: Result, words: Words) -> tuple[tuple[str, bytes], ...]:
    """Return the name and the bytes of the workbook."""
    from xlsxwriter import Workbook

    desk = Desk(result=result, words=words, people=People(result.case.rollout, words))
    written = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(written, options)
    rollout = result.case.rollout
    book.set_properties(
        {
            "title": rollout.about.name,
            "author": words.names([rollout.customer.name, rollout.provider.name]),
            "comments": words.say(N_("Edition of {day}"), day=result.case.as_of),
            "created": datetime.combine(result.case.as_of, time(), UTC).replace(tzinfo=None),
        }
    )
    formats = _Formats(book)
    for number, sheet in enumerate((*sheets(desk), *load_sheets(desk)), 1):
        _write(book.add_worksheet(sheet.title), sheet, number, formats)
    book.close()
    return ((NAME, written.getvalue()),)


class _Formats:
    """The few looks of cells: words, days, hours on the clock, figures."""

    def __init__(self, book: "Workbook") -> None:
        top = {"valign": "top", "text_wrap": True}
        self.words: Format = book.add_format(top)
        self.strong: Format = book.add_format(top | {"bold": True})
        self.day: Format = book.add_format({"valign": "top", "num_format": LOCAL_DATE, "align": "left"})
        self.clock: Format = book.add_format({"valign": "top", "num_format": LOCAL_TIME, "align": "left"})
        self.figure: Format = book.add_format({"valign": "top", "num_format": "0.##"})


def _write(page: "Worksheet", sheet: Sheet, number: int, formats: _Formats) -> None:
    """Write a sheet as a table with filters; its heads stay in sight, and print on every page."""
    for column, head in enumerate(sheet.columns):
        page.set_column(column, column, head.width)
    for line, row in enumerate(sheet.rows, 1):
        for column, cell in enumerate(row.cells):
            _fill(page, line, column, cell, formats, is_strong=row.is_strong)
    last_row, last_column = max(1, len(sheet.rows)), len(sheet.columns) - 1
    page.add_table(
        0, 0, last_row, last_column,
        {
            "name": f"Table{number}",
            "columns": [{"header": column.head} for column in sheet.columns],
            "style": "Table Style Light 1",
            "banded_rows": False,
        },
    )  # fmt: skip
    page.freeze_panes(1, sheet.frozen)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(9 if sheet.paper == "A4" else 1)
    page.fit_to_pages(1, 0)
    for column, head in enumerate(sheet.columns):
        _offer_choice(page, column, head, last_row)


def _fill(page: "Worksheet", line: int, column: int, cell: Cell, formats: _Formats, *, is_strong: bool) -> None:
    match cell:
        case None:
            page.write_blank(line, column, None, formats.words)
        case str():
            text = cell if len(cell) <= MOST_CHARACTERS else f"{cell[:MOST_CHARACTERS]}…"
            page.write_string(line, column, text, formats.strong if is_strong and column < 2 else formats.words)
        case int() | float():
            page.write_number(line, column, cell, formats.figure)
        case time():
            page.write_datetime(line, column, cell, formats.clock)
        case _:
            page.write_datetime(line, column, cell, formats.day)


def _offer_choice(page: "Worksheet", column: int, head: Column, last_row: int) -> None:
    if head.choice:
        page.data_validation(
            1, column, last_row + LAST_EMPTY_ROWS, column, {"validate": "list", "source": list(head.choice)}
        )
