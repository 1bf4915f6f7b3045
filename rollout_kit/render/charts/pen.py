"""A pen that draws SVG in millimetres: paper colours as attributes, screen colours as classes.

One drawing serves paper, light and dark: style sheets of a screen override the attributes by class.
Whatever text is drawn is escaped here.
"""

from collections.abc import Sequence
from html import escape
from math import floor
from typing import Literal

from rollout_kit.render.charts.widths import POINT_MM

Ink = Literal["i", "2", "3", "m", "l", "s", "w2", "w", "p", "a"]
"""ink, ink-2, ink-3, mid, line, soft, wash-2, wash, paper, accent."""

Point = tuple[float, float]

_COLOURS: dict[Ink, str] = {
    "i": "#1a1a1a", "2": "#4a4a4a", "3": "#6b6b6b", "m": "#8a8a8a", "l": "#b5b5b5",
    "s": "#cfcfcf", "w2": "#e4e4e1", "w": "#f3f3f1", "p": "#ffffff", "a": "#005a9c",
}  # fmt: skip

# an SVG in a page does not inherit the page's type in every renderer
_FONT = "Noto Sans, BIZ UDPGothic, DejaVu Sans, sans-serif"


class Pen:
    """Draws one picture of `width` x `height` millimetres, in the order of the calls."""

    def __init__(self, width: float, height: float, *, accent: str = _COLOURS["a"]) -> None:
        self.width = width
        self.height = height
        self._colours: dict[Ink, str] = {**_COLOURS, "a": accent}
        self._parts: list[str] = []

    def rect(
        self, x: float, y: float, width: float, height: float,
        *, fill: Ink | None = None, stroke: Ink | None = None, weight: float = 0.2,
    ) -> None:  # fmt: skip
        """Draw a rectangle from its upper left corner."""
        place = f'x="{_number(x)}" y="{_number(y)}" width="{_number(width)}" height="{_number(height)}"'
        self._parts.append(f"<rect {place}{self._paint(fill, stroke, weight)}/>")

    def line(self, start: Point, end: Point, *, stroke: Ink = "i", weight: float = 0.2, dash: str = "") -> None:
        """Draw a straight line; `dash` is a pattern in millimetres."""
        ends = f'x1="{_number(start[0])}" y1="{_number(start[1])}" x2="{_number(end[0])}" y2="{_number(end[1])}"'
        self._parts.append(f"<line {ends}{self._paint(None, stroke, weight, dash)}/>")

    def path(
        self, points: Sequence[Point],
        *, fill: Ink | None = None, stroke: Ink | None = None, weight: float = 0.2, is_closed: bool = False,
        dash: str = "",
    ) -> None:  # fmt: skip
        """Draw lines through points; `dash` is a pattern in millimetres."""
        trace = "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in points) + ("Z" if is_closed else "")
        self._parts.append(f'<path d="{trace}" stroke-linejoin="round"{self._paint(fill, stroke, weight, dash)}/>')

    def blocks(self, blocks: Sequence[tuple[float, float, float, float]], *, fill: Ink) -> None:
        """Fill rectangles (x, y, width, height) as one shape, so that no seam shows where they touch."""
        trace = "".join(
            f"M{_number(x)} {_number(y)}h{_number(width)}v{_number(height)}h-{_number(width)}z"
            for x, y, width, height in blocks
        )
        self._parts.append(f'<path d="{trace}"{self._paint(fill, None, 0)}/>')

    def circle(
        self, x: float, y: float, radius: float,
        *, fill: Ink | None = None, stroke: Ink | None = None, weight: float = 0.3, dash: str = "",
    ) -> None:  # fmt: skip
        """Draw a circle around a point."""
        place = f'cx="{_number(x)}" cy="{_number(y)}" r="{_number(radius)}"'
        self._parts.append(f"<circle {place}{self._paint(fill, stroke, weight, dash)}/>")

    def diamond(
        self, x: float, y: float, radius: float, *, fill: Ink = "i", stroke: Ink = "i", weight: float = 0.35
    ) -> None:
        """Draw a diamond around a point."""
        points = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
        self.path(points, fill=fill, stroke=stroke, weight=weight, is_closed=True)

    def text(
        self, x: float, y: float, words: str,
        *, points: float = 8, fill: Ink = "i", bold: bool = False, anchor: Literal["start", "middle", "end"] = "start",
    ) -> None:  # fmt: skip
        """Write words on the base line `y`."""
        weight = ' font-weight="700"' if bold else ""
        place = f'x="{_number(x)}" y="{_number(y)}" font-size="{_number(points * POINT_MM)}" text-anchor="{anchor}"'
        paint = f'fill="{self._colours[fill]}" class="f{fill}"'
        self._parts.append(f'<text font-family="{_FONT}" {place}{weight} {paint}>{escape(words)}</text>')

    def hover(self, x: float, y: float, width: float, height: float, words: str) -> None:
        """Tell words where a screen points at a rectangle; nothing is drawn."""
        place = f'x="{_number(x)}" y="{_number(y)}" width="{_number(width)}" height="{_number(height)}"'
        self._parts.append(f'<rect {place} fill="none" pointer-events="all"><title>{escape(words)}</title></rect>')

    def hatch(
        self, x: float, y: float, width: float, height: float,
        *, step: float = 1.5, stroke: Ink = "m", weight: float = 0.18,
    ) -> None:  # fmt: skip
        """Fill a rectangle with lines at 45 degrees, cut at its edges.

        Patterns of SVG are drawn differently by every renderer.
        """
        offset = floor(-height / step) * step
        while offset < width:
            left, right = max(0.0, offset), min(width, offset + height)
            if right > left:
                start = (x + left, y + height - (left - offset))
                self.line(start, (x + right, y + height - (right - offset)), stroke=stroke, weight=weight)
            offset += step

    def svg(self, title: str = "", *, css_class: str = "", size: str = "", is_hidden: bool = False) -> str:
        """Return the picture; `title` is what a screen reader and the tags of a PDF say.

        `is_hidden` keeps it from screen readers: the word stands beside it.
        """
        width, height = _number(self.width), _number(self.height)
        measures = size or f'width="{width}mm" height="{height}mm"'
        manner = f' class="{css_class}"' if css_class else ""
        role = ' aria-hidden="true"' if is_hidden else ' role="img"'
        words = f"<title>{escape(title)}</title>" if title else ""
        head = f'<svg xmlns="http://www.w3.org/2000/svg"{manner}{role} viewBox="0 0 {width} {height}" {measures}>'
        return f"{head}{words}{''.join(self._parts)}</svg>"

    def _paint(self, fill: Ink | None, stroke: Ink | None, weight: float, dash: str = "") -> str:
        classes = " ".join([f"f{fill}"] * bool(fill) + [f"s{stroke}"] * bool(stroke))
        inside = f' fill="{self._colours[fill]}"' if fill else ' fill="none"'
        edge = f' stroke="{self._colours[stroke]}" stroke-width="{_number(weight)}"' if stroke else ""
        pattern = f' stroke-dasharray="{dash}"' if dash else ""
        return f'{inside}{edge}{pattern} class="{classes}"'


def _number(value: float) -> str:
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written
