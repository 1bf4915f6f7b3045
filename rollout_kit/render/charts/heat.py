"""People needed by day and hour: figures in cells, and ink where those who are planned are too few."""

from rollout_kit.document.charts import HeatCell, HeatData
from rollout_kit.render.charts.pen import Ink, Pen
from rollout_kit.render.charts.widths import shortened, width

WIDTH_MM = 174.0
_LEFT_MM = 24.0
_WIDEST_MM = 13.0
_HEAD_MM, _ROW_MM, _KEY_MM = 4.6, 6.2, 7.0
_NAME_POINTS, _POINTS, _HEAD_POINTS = 9, 8, 7
_KEY_BOX_MM = 3.6

_FILLS: dict[str, tuple[Ink, Ink]] = {"spare": ("p", "i"), "just": ("s", "i"), "short": ("i", "p")}


def heat_svg(data: HeatData, title: str) -> str:
    """Return the picture, 174 mm wide; `title` is what a screen reader says."""
    pen = Pen(WIDTH_MM, _HEAD_MM + len(data.rows) * _ROW_MM + _KEY_MM)
    step = min(_WIDEST_MM, (WIDTH_MM - _LEFT_MM) / max(len(data.heads), 1))
    for number, head in enumerate(data.heads):
        said = shortened(head, step, _HEAD_POINTS)
        pen.text(_LEFT_MM + number * step, 3.2, said, points=_HEAD_POINTS, fill="2", anchor="middle")
    for number, (name, cells) in enumerate(data.rows):
        y = _HEAD_MM + number * _ROW_MM
        said = shortened(name, _LEFT_MM - 3, _NAME_POINTS, bold=True)
        pen.text(0, y + 4.2, said, points=_NAME_POINTS, bold=True)
        for place, cell in enumerate(cells):
            _cell(pen, cell, _LEFT_MM + place * step, y, step)
    _key(pen, data, _HEAD_MM + len(data.rows) * _ROW_MM)
    return pen.svg(title)


def _cell(pen: Pen, cell: HeatCell, x: float, y: float, step: float) -> None:
    if cell.kind == "closed":
        return
    fill, ink = _FILLS[cell.kind]
    pen.rect(x, y, step, _ROW_MM, fill=fill, stroke="l", weight=0.2)
    room, is_bold = step - 0.4, cell.kind == "short"
    words = cell.words if width(cell.words, _POINTS, bold=is_bold) <= room else cell.words.replace(" ", "")
    said = shortened(words, room, _POINTS, bold=is_bold)
    pen.text(x + step / 2, y + 4.2, said, points=_POINTS, fill=ink, bold=is_bold, anchor="middle")


def _key(pen: Pen, data: HeatData, y: float) -> None:
    """Say what the three grounds mean; they are no words of a cell, and stand nowhere else."""
    x = _LEFT_MM
    for kind, words in zip(("spare", "just", "short"), data.kind_words, strict=True):
        if not words:
            continue
        pen.rect(x, y + 2.4, _KEY_BOX_MM, _KEY_BOX_MM, fill=_FILLS[kind][0], stroke="m", weight=0.2)
        said = shortened(words, WIDTH_MM - x - _KEY_BOX_MM - 1.5, _HEAD_POINTS)
        pen.text(x + _KEY_BOX_MM + 1.5, y + 5.2, said, points=_HEAD_POINTS, fill="2")
        x += _KEY_BOX_MM + 1.5 + width(said, _HEAD_POINTS) + 6
