"""Pages of the examples in Debian's Chromium, headless; nothing but the file is loaded."""

import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from rollout_kit import pipeline
from rollout_kit.assess.edition import Side

EXAMPLES = Path(__file__).parents[2] / "examples"
AS_OF = date(2026, 12, 14)
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    place = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if place is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing: apt-get install chromium")
        pytest.skip("Chromium is missing: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=place, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser as a person begins with it: nothing stored. What a page prints to the console fails the test."""
    said: list[str] = []
    context = chromium.new_context(accept_downloads=True)
    context.on("console", lambda message: said.append(message.text))
    context.on("weberror", lambda error: said.append(str(error.error)))
    context.on("request", lambda request: said.append(request.url) if _is_outside(request.url) else None)
    yield context
    context.close()
    assert said == []


def _is_outside(url: str) -> bool:
    return not url.startswith(("file:", "data:", "blob:", "about:"))


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the files of an example as the pipeline wants them."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def pages(
    example: str, to: Path, *, language: str | None = None, as_of: date = AS_OF, edition: Side | None = None
) -> dict[str, Path]:
    """Write every document of an example as HTML; return the files by kind."""
    from rollout_kit.compose import KINDS

    outcome = pipeline.run("rollout.toml", files_of(EXAMPLES / example), as_of)
    assert outcome.result is not None
    tag = language or outcome.result.case.rollout.about.language
    written = {}
    shown = pipeline.copy_of(outcome.result, edition, None)
    for document in pipeline.documents(shown, tuple(KINDS), tag):
        name, content = pipeline.draw(document, "html")
        written[document.kind] = to / name
        written[document.kind].write_bytes(content)
    return written
