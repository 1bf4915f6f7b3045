"""What a camera finds on a checklist sheet: four corner marks, and the code that names the sheet."""

from rollout_kit.render.charts.pen import Pen

CORNERS = ("upper-left", "upper-right", "lower-left", "lower-right")
"""The corners of a sheet, in the order of their marks' numbers."""

# the first four of the ArUco dictionary 4x4, row by row; 1 is white
_PATTERNS = ("1011010100110010", "0000111110011010", "0011001100101101", "1001100101000110")
_MARK_MM = 12
_CODE_MM = 21  # a code of version 1 has 21 modules: 1 mm each, coarse enough for a phone and a copier


def corner_svg(number: int) -> str:
    """Return corner mark 0 to 3, 12 mm wide, a module 2 mm."""
    pen = Pen(6, 6)
    pen.rect(0, 0, 6, 6, fill="i")
    white = [(1 + place % 4, 1 + place // 4, 1, 1) for place, bit in enumerate(_PATTERNS[number]) if bit == "1"]
    pen.blocks(white, fill="p")
    return pen.svg(size=f'width="{_MARK_MM}mm" height="{_MARK_MM}mm"', is_hidden=True)


def code_svg(text: str, label: str) -> str:
    """Return a QR code of `text`; up to 20 characters A-Z 0-9 and blanks make the coarsest one."""
    import segno

    rows = segno.make(text, error="m", micro=False, boost_error=False).matrix
    pen = Pen(len(rows), len(rows))
    pen.blocks([(x, y, length, 1) for y, row in enumerate(rows) for x, length in _runs(row)], fill="i")
    return pen.svg(label, size=f'width="{_CODE_MM}mm" height="{_CODE_MM}mm"')


def _runs(row: bytes | bytearray) -> list[tuple[int, int]]:
    """Return where dark modules begin in a row, and how many follow each other."""
    runs: list[tuple[int, int]] = []
    for x, is_dark in enumerate(row):
        if not is_dark:
            continue
        if runs and sum(runs[-1]) == x:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((x, 1))
    return runs
