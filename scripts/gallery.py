"""Draw every page of every example as a picture, and a page to look through them.

gallery.py FOLDER [EXAMPLE…]   pictures into FOLDER/<example>/, and FOLDER/index.html
"""

import argparse
import html
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pypdfium2

from rollout_kit import pipeline
from rollout_kit.compose import KINDS

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
AS_OF_DAYS = 28  # before the kickoff: when somebody would look at it first
POINTS_AN_INCH, DOTS_AN_INCH = 72, 80

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Gallery</title><style>
body {{ font: 16px/1.5 sans-serif; margin: 2rem; background: #8a8a8a; }}
section {{ display: flex; flex-wrap: wrap; gap: 1rem; }} img {{ width: 22rem; background: #fff; }}
</style></head><body>
{body}
</body></html>
"""


def main(arguments: Sequence[str]) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("examples", nargs="*", metavar="EXAMPLE")
    asked = parser.parse_args(arguments)
    names = asked.examples or [path.parent.name for path in sorted(EXAMPLES.glob("*/rollout.toml"))]
    parts = []
    for name in names:
        shown = list(_drawn(name, asked.folder))
        parts.append(f"<h2>{html.escape(name)}</h2>\n<section>{''.join(shown)}</section>")
        print(f"{name}: {len(shown)} pages")
    (asked.folder / "index.html").write_text(PAGE.format(body="\n".join(parts)), encoding="utf-8")
    return 0


def _drawn(name: str, folder: Path) -> Iterator[str]:
    """Draw the documents of an example; yield an element for each page."""
    place = EXAMPLES / name
    contents = {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()}
    outcome = pipeline.run("rollout.toml", contents, _as_of(contents["rollout.toml"].decode()))
    if outcome.result is None:
        raise SystemExit(f"{name} does not fit the format")
    target = folder / name
    target.mkdir(parents=True, exist_ok=True)
    for document in pipeline.documents(outcome.result, tuple(KINDS), outcome.result.case.rollout.about.language):
        _, content = pipeline.draw(document, "pdf")
        for number, page in enumerate(pypdfium2.PdfDocument(content), 1):
            picture = target / f"{document.kind}-{number:02}.png"
            page.render(scale=DOTS_AN_INCH / POINTS_AN_INCH).to_pil().convert("L").save(picture, optimize=True)
            yield f'<img src="{name}/{picture.name}" alt="{document.kind}, page {number}" loading="lazy">'


def _as_of(text: str) -> date:
    found = re.search(r"^kickoff\s*=\s*(\d{4}-\d\d-\d\d)", text, re.MULTILINE)
    if found is None:
        raise SystemExit("the example has no kickoff")
    return date.fromordinal(date.fromisoformat(found[1]).toordinal() - AS_OF_DAYS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
