"""Draw the pictures of the README from where the tutorial ends: pages in grey, small enough to be kept with the text.

pictures.py FOLDER
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

from rollout_kit import pipeline

DESCRIPTION = Path(__file__).resolve().parent.parent / "docs" / "tutorial.toml"
AS_OF = date(2026, 12, 14)
WIDTH, GREYS, GAP = 560, 16, 16  # of a page in dots, of a picture, between two pages
MOST_BYTES = 80_000
PICTURES = {
    "plan": ((("plan", ""),), (("plan", "Week 3:"), ("plan", "Gantt chart"))),
    "kickoff-and-go-live": ((("checklist", ""),), (("go-live", ""),)),
}
"""Columns of pages, one below the other: a document, and a text of the page that is wanted."""


def main(arguments: Sequence[str]) -> int:
    """Run the command; return its exit code, 1 where a picture is too large."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args(arguments).folder
    folder.mkdir(parents=True, exist_ok=True)
    result = pipeline.run("rollout.toml", {"rollout.toml": DESCRIPTION.read_bytes()}, AS_OF).result
    assert result is not None
    kinds = sorted({kind for columns in PICTURES.values() for column in columns for kind, _ in column})
    drawn = {
        document.kind: pypdfium2.PdfDocument(pipeline.draw(document, "pdf")[1])
        for document in pipeline.documents(result, kinds, "en")
    }
    sizes = []
    for name, columns in PICTURES.items():
        picture = folder / f"{name}.png"
        pages = [[_drawn(drawn[kind], text) for kind, text in column] for column in columns]
        _greys(_beside([_below(column) for column in pages])).save(picture, optimize=True)
        sizes.append(picture.stat().st_size)
        print(f"{picture}  {sizes[-1] // 1000} kB")
    return int(max(sizes) > MOST_BYTES)


def _drawn(document: pypdfium2.PdfDocument, text: str) -> Image.Image:
    """Draw the first page that holds a text."""
    page = next(page for page in document if text in page.get_textpage().get_text_range())
    drawn = page.render(scale=WIDTH / page.get_width()).to_pil().convert("L")
    return ImageOps.expand(drawn, border=1, fill=160)


def _below(pages: Sequence[Image.Image]) -> Image.Image:
    whole = Image.new("L", (WIDTH + 2, sum(page.height + GAP for page in pages) - GAP), 255)
    top = 0
    for page in pages:
        whole.paste(page, (0, top))
        top += page.height + GAP
    return whole


def _beside(columns: Sequence[Image.Image]) -> Image.Image:
    whole = Image.new("L", ((WIDTH + 2 + GAP) * len(columns) - GAP, max(column.height for column in columns)), 255)
    for number, column in enumerate(columns):
        whole.paste(column, ((WIDTH + 2 + GAP) * number, 0))
    return whole


def _greys(picture: Image.Image) -> Image.Image:
    """Return the picture in few greys, white still white: half the bytes, and nobody sees it."""
    step = 255 // (GREYS - 1)
    return picture.point(lambda grey: round(grey / step) * step).quantize(GREYS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
