"""HTML of a document: one file that asks nothing of anyone, to be read on a screen and printed."""

import hashlib
import json
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING

from rollout_kit import resources
from rollout_kit.document import Chart, Checklist, Document, Group, Mark, Node, Spans, Table, Text, walk
from rollout_kit.document.charts import GanttData
from rollout_kit.render import tables
from rollout_kit.render.accent import NIGHT, PAPER, readable
from rollout_kit.render.charts.corners import CORNERS, code_svg, corner_svg
from rollout_kit.render.charts.gantt import gantt_svgs
from rollout_kit.render.charts.marks import mark_svg
from rollout_kit.render.charts.upright import upright_svg
from rollout_kit.render.charts.widths import lines
from rollout_kit.render.logos import logo_addresses
from rollout_kit.render.notes import bands
from rollout_kit.render.outline import Outline
from rollout_kit.render.sheets import fitted, is_long_name
from rollout_kit.render.weeks import WeekSheet, week_sheet

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

# roles whose parts have a place of their own on the page
_OWN_TEMPLATES = {"sheet": "sheet", "verdict": "verdict", "noted": "noted"}

_TEMPLATES = {
    "Heading": "heading", "Text": "text", "ListOf": "list", "Table": "table", "Checklist": "checklist",
    "Chart": "chart", "Note": "note", "Field": "field", "PageBreak": "page_break", "Group": "group",
}  # fmt: skip

_WIDE_PAGES = {"A4": (265.0, 183.0), "Letter": (247.4, 188.9)}  # content of a landscape page, millimetres
_CHAPTER_HEAD_MM = 9.1  # a line of 16 pt and what is below it


def render_html(document: Document) -> bytes:
    """Return the document as one file of HTML, UTF-8, with its style sheets inside and no address anywhere."""
    drawing = _Drawing(document)
    page = _templates().get_template("page.html.j2").render(document=document, page=drawing)
    return page.encode()


@cache
def _templates() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(resources.templates(), encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


class _Drawing:
    """What templates ask for while one document is drawn. Its pictures escape their own words."""

    bodies = staticmethod(tables.bodies)
    placed = staticmethod(tables.placed)
    upper_heads = staticmethod(tables.upper_heads)
    column_width = staticmethod(tables.column_width)
    label = staticmethod(tables.small_screen_label)
    bands = staticmethod(bands)
    is_long_name = staticmethod(is_long_name)
    corners = tuple(enumerate(CORNERS))

    def __init__(self, document: Document) -> None:
        self._document = document
        self.outline = Outline(document)
        self.logos = logo_addresses(document)
        self.accent = readable(document.accent, PAPER)
        self.accent_at_night = readable(document.accent, NIGHT)

    def draw(self, node: Node, inside: str = "") -> "Markup":
        """Draw a node by the template of its kind; `inside` is the role of the group around it."""
        name = _TEMPLATES[type(node).__name__]
        if isinstance(node, Group):
            name = _OWN_TEMPLATES.get(node.role, name)
        return self._fill(f"nodes/{name}.html.j2", node=node, inside=inside)

    def spans(self, spans: Spans) -> "Markup":
        """Draw words."""
        return self._fill("nodes/spans.html.j2", spans=spans)

    def mark(self, mark: Mark, word: str) -> "Markup":
        """Draw the mark of a state; its word follows it."""
        return _safe(mark_svg(mark, word.strip()))

    def corner(self, number: int) -> "Markup":
        """Draw a corner mark of a checklist sheet."""
        return _safe(corner_svg(number))

    def code(self, text: str, label: str) -> "Markup":
        """Draw a QR code."""
        return _safe(code_svg(text, label))

    def charts(self, chart: Chart) -> "list[Markup]":
        """Draw a chart, as one picture for each page it needs."""
        data = chart.data
        if not isinstance(data, GanttData):
            return [_safe(upright_svg(data, chart.description, accent=self.accent))]
        width, height = _WIDE_PAGES[self._document.paper]
        room = height - _CHAPTER_HEAD_MM - _caption_height(chart, width)
        pictures = gantt_svgs(
            data, chart.description, width_mm=width, first_height=room, next_height=height - 1, accent=self.accent
        )
        return [_safe(picture) for picture in pictures]

    def is_upright(self, chart: Chart) -> bool:
        """Whether a picture is as wide as an upright page, so that a screen need not scroll through it."""
        return not isinstance(chart.data, GanttData)

    def week(self, table: Table) -> WeekSheet:
        """Return how a week is set on its page, which other nodes of its group share."""
        width, height = _WIDE_PAGES[self._document.paper]
        groups = (node for node in walk(self._document.children) if isinstance(node, Group))
        around = next((group for group in groups if any(child is table for child in group.children)), None)
        above = [child for child in around.children if child is not table] if around else []
        return week_sheet(table, above, width, height)

    def css(self, name: str) -> "Markup":
        """Return a style sheet of the templates."""
        return _safe((resources.templates() / "css" / name).read_text(encoding="utf-8"))

    @property
    def can_be_ticked(self) -> bool:
        """Whether a box stands on the page, and there are words for it."""
        return self._document.ticks is not None and any(map(_has_boxes, walk(self._document.children)))

    @property
    def tick_words(self) -> str:
        """What the script says, as JSON for an attribute."""
        return json.dumps(asdict(self._document.ticks), ensure_ascii=False) if self._document.ticks else "{}"

    @property
    def rollout_key(self) -> str:
        """Return what tells this rollout from any other in the storage of a browser."""
        named = "\0".join((self._document.rollout, *self._document.houses))
        return hashlib.sha256(named.encode()).hexdigest()[:12]

    def script(self, name: str) -> "Markup":
        """Return a script of the templates."""
        return _safe(_script(name))

    def script_hash(self, name: str) -> str:
        """Return the hash by which the page allows this script and no other."""
        return b64encode(hashlib.sha256(_script(name).encode()).digest()).decode()

    def css_text(self, words: str) -> "Markup":
        """Return words as a string of CSS; whatever could end the string or the sheet is written as a number."""
        plain = "".join(sign if sign.isascii() and sign.isalnum() else f"\\{ord(sign):x} " for sign in words)
        return _safe(f'"{plain}"')

    def opening(self, group: Group, manners: tuple[str, ...]) -> int:
        """Return how many children begin a group as its head: the first, and the texts after it of these manners."""
        count = min(1, len(group.children))
        while count and count < len(group.children):
            child = group.children[count]
            if not isinstance(child, Text) or child.manner not in manners:
                break
            count += 1
        return count

    def fitted(self, children: Sequence[Node]) -> Sequence[Node]:
        """Return the content of a checklist sheet with as many ruled lines as its paper has room for."""
        return fitted(children, self._document.paper)

    def _fill(self, template: str, **names: object) -> "Markup":
        return _safe(_templates().get_template(template).render(page=self, document=self._document, **names))


def _has_boxes(node: Node) -> bool:
    match node:
        case Checklist():
            return bool(node.decisions or node.items) or any(attendee.name for attendee in node.attendees)
        case Table():
            return any(cell.box for row in node.rows for cell in row.cells)
    return False


@cache
def _script(name: str) -> str:
    return (resources.templates() / "js" / name).read_text(encoding="utf-8")


def _caption_height(chart: Chart, width: float) -> float:
    headline = 5.72 * lines(chart.headline, width, 12, bold=True) if chart.headline else 0
    reading = 4.45 * lines(chart.reading, width, 9) if chart.reading else 0
    return headline + reading + 1.2


def _safe(written: str) -> "Markup":
    from markupsafe import Markup

    return Markup(written)  # written by a template with autoescape, or by a pen that escapes
