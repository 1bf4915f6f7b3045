"""PDF of a document, laid out from the very HTML that is read on a screen."""

import contextlib
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass

from rollout_kit.document import Document
from rollout_kit.errors import PdfUnavailable
from rollout_kit.message import N_, message
from rollout_kit.render.fonts import fonts_command
from rollout_kit.render.html import render_html
from rollout_kit.render.logos import logo_addresses
from rollout_kit.render.pango import no_garbage_collection, weasyprint

_VARIANT = "pdf/ua-1"  # tagged, so that a screen reader can read it
MISSING_SIGN = re.compile(r'\.notdef glyph rendered for Unicode string unsupported by fonts: "(.+)" \((.+)\)')
_MOST_DATA = 4096  # the style sheets' own pictures have a few hundred characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A PDF and what the renderer warned about while drawing it."""

    pdf: bytes
    warnings: tuple[str, ...]


def render_pdf(document: Document, html: bytes | None = None) -> bytes:
    """Return the document as a tagged PDF; the same document gives the same bytes.

    `html` is the document's HTML where it has been drawn already.

    Raises:
        PdfUnavailable: a library is missing, or no font has a sign of the text.
    """
    return draw_pdf(document, html).pdf


def draw_pdf(document: Document, html: bytes | None = None) -> Drawn:
    """Return the PDF together with the renderer's warnings, of which there should be none."""
    weasy = weasyprint()
    source = (render_html(document) if html is None else html).decode()
    with listening() as heard, no_garbage_collection():
        page = weasy.HTML(string=source, base_url=None, url_fetcher=_refusing_fetcher(document))
        pdf: bytes = page.write_pdf(pdf_variant=_VARIANT)
    _demand_all_signs(heard)
    return Drawn(pdf=pdf, warnings=tuple(heard))


def _refusing_fetcher(document: Document) -> object:
    """Return a fetcher that opens nothing but the document's own logos and the small pictures of our style sheets."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    logos = {address for address, _ in logo_addresses(document)}

    class RefusingFetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
            if url not in logos and (not url.startswith("data:image/svg+xml,") or len(url) > _MOST_DATA):
                raise ValueError(f"refused: {url[:80]}")
            return super().fetch(url, headers)

    return RefusingFetcher(allowed_protocols=("data",), allow_redirects=False)


@contextlib.contextmanager
def listening() -> Iterator[list[str]]:
    """Hear what WeasyPrint logs, and keep it from the terminal."""
    heard: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(record.getMessage())

    logger = logging.getLogger("weasyprint")
    ear, propagated, level = Ear(logging.WARNING), logger.propagate, logger.level
    logger.addHandler(ear)
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    try:
        yield heard
    finally:
        logger.removeHandler(ear)
        logger.propagate = propagated
        logger.setLevel(level)


def _demand_all_signs(heard: list[str]) -> None:
    missing = [match for line in heard if (match := MISSING_SIGN.search(line))]
    if missing:
        raise PdfUnavailable(
            message(
                N_("no PDF: no installed font has the sign {sign} ({code})"), sign=missing[0][1], code=missing[0][2]
            ),
            help=message(N_("install fonts, for example with: {command}"), command=fonts_command(missing[0][1])),
        )
