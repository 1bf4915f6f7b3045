"""axe-core finds nothing to object to in any document, on a light and on a dark screen, wide and narrow."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from _pytest.mark import ParameterSet
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from rollout_kit.compose import KINDS

from .conftest import EXAMPLES, pages

pytestmark = pytest.mark.slow

NAMES = sorted(path.parent.name for path in EXAMPLES.glob("*/rollout.toml"))
RICHEST = "treuhand"  # dark colours are the same in all examples, and this one has every kind of page
NARROW_TOO = (RICHEST, "light")  # whose colours are looked at on a narrow screen as well, where they are the same
SCREENS = {"wide": {"width": 1280, "height": 900}, "narrow": {"width": 375, "height": 800}}


Written = Callable[[str], dict[str, Path]]
"""Builds an example once and returns its pages by kind."""


def seen(example: str, *more: str) -> ParameterSet:
    """Return parameters of an example; one worker builds the richest, another all the others."""
    group = "browser" if example == RICHEST else "second browser"
    return pytest.param(example, *more, marks=pytest.mark.xdist_group(group))


def asked(*, with_colours: bool) -> dict[str, object]:
    """Return what axe-core is to do: to name what passes, not each place of it, and to look at colours or not."""
    return {"resultTypes": ["violations"], "rules": {"color-contrast": {"enabled": with_colours}}}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    return functools.cache(lambda name: pages(name, tmp_path_factory.mktemp(name)))


def test_there_are_examples_and_documents() -> None:
    assert len(NAMES) >= 2
    assert len(KINDS) >= 3


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("example", "scheme"), [*(seen(name, "light") for name in NAMES), seen(RICHEST, "dark")])
def test_nothing_keeps_a_reader_out(
    chromium: Browser,
    written: Written,
    example: str,
    kind: str,
    scheme: Literal["light", "dark"],
) -> None:
    context = chromium.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(written(example)[kind].as_uri())
    found = {}
    for screen, size in SCREENS.items():
        page.set_viewport_size(size)
        results = (
            Axe().run(page, options=asked(with_colours=screen == "wide" or (example, scheme) == NARROW_TOO)).response
        )
        assert len(results["passes"]) > 10
        found[screen] = [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in results["violations"]]
    context.close()

    assert found == {"wide": [], "narrow": []}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("example", [seen(name) for name in NAMES])
def test_no_page_is_wider_than_a_phone(chromium: Browser, written: Written, example: str, kind: str) -> None:
    page = chromium.new_page(viewport={"width": 375, "height": 800})
    page.goto(written(example)[kind].as_uri())

    width = page.evaluate("document.documentElement.scrollWidth")
    page.close()

    assert width <= 375
