"""The formats a document can be drawn in. One line here adds a format."""

from collections.abc import Callable, Mapping

from rollout_kit.document import Document
from rollout_kit.render.html import render_html
from rollout_kit.render.pdf import render_pdf

FORMATS: Mapping[str, Callable[[Document], bytes]] = {
    "html": render_html,
    "pdf": render_pdf,
}
"""What draws a document, by the ending of the file."""


def render(document: Document, format: str) -> bytes:
    """Return the document in one of `FORMATS`.

    Raises:
        KeyError: there is no such format.
        PdfUnavailable: a PDF cannot be drawn on this machine.
    """
    return FORMATS[format](document)


def file_name(document: Document, format: str) -> str:
    """Return the name of the file: `plan.html`, of the copy for one house `plan-customer.html`."""
    return f"{'-'.join(part for part in (document.kind, document.edition) if part)}.{format}"
