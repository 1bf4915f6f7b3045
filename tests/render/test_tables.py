from rollout_kit.document import Cell, Column, Row, Table
from rollout_kit.render.tables import bodies, column_width, placed

PLAIN = Row(cells=(Cell(),))
GROUP = Row(cells=(Cell(),), kind="group")


def table(*rows: Row, manner: str = "plain") -> Table:
    return Table(columns=(Column(), Column(width_mm=26.5), Column()), rows=rows, manner=manner)  # type: ignore[arg-type]


def test_a_group_begins_a_part_of_its_own() -> None:
    assert bodies(table(PLAIN, GROUP, PLAIN, PLAIN, GROUP)) == [[PLAIN], [GROUP, PLAIN, PLAIN], [GROUP]]


def test_a_table_without_rows_has_no_parts() -> None:
    assert bodies(table()) == []


def test_cells_know_the_column_they_begin_in() -> None:
    row = Row(cells=(Cell(columns=2), Cell()))
    assert [number for number, _, _ in placed(row, table(row))] == [0, 2]


def test_widths_are_millimetres_and_shares_on_the_week_sheet() -> None:
    plain, week = table(), table(manner="week")
    assert [column_width(column, plain) for column in plain.columns] == ["", "--width:26.5mm", ""]
    assert column_width(week.columns[1], week) == "width:10.00%"
