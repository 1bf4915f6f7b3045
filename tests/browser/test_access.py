"""axe-core finds nothing to object to in any document, on a light and on a dark screen, wide and narrow."""

from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from rollout_kit.compose import KINDS

from .conftest import EXAMPLES, pages

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]

NAMES = sorted(path.parent.name for path in EXAMPLES.glob("*/rollout.toml"))
RICHEST = "treuhand"  # dark colours are the same in all examples, and this one has every kind of page
SCREENS = {"wide": {"width": 1280, "height": 900}, "narrow": {"width": 375, "height": 800}}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Path]]:
    return {name: pages(name, tmp_path_factory.mktemp(name)) for name in NAMES}


def test_there_are_examples_and_documents() -> None:
    assert len(NAMES) >= 2
    assert len(KINDS) >= 3


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("example", "scheme"), [*((name, "light") for name in NAMES), (RICHEST, "dark")])
def test_nothing_keeps_a_reader_out(
    chromium: Browser,
    written: dict[str, dict[str, Path]],
    example: str,
    kind: str,
    scheme: Literal["light", "dark"],
) -> None:
    context = chromium.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(written[example][kind].as_uri())
    found = {}
    for screen, size in SCREENS.items():
        page.set_viewport_size(size)
        results = Axe().run(page).response
        assert len(results["passes"]) > 10
        found[screen] = [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in results["violations"]]
    context.close()

    assert found == {"wide": [], "narrow": []}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("example", NAMES)
def test_no_page_is_wider_than_a_phone(
    chromium: Browser, written: dict[str, dict[str, Path]], example: str, kind: str
) -> None:
    page = chromium.new_page(viewport={"width": 375, "height": 800})
    page.goto(written[example][kind].as_uri())

    width = page.evaluate("document.documentElement.scrollWidth")
    page.close()

    assert width <= 375
