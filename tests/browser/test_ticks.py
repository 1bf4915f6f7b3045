"""What is ticked on a screen stays ticked, belongs to its own page, and can be handed on."""

import json
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from .conftest import pages

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return pages("treuhand", tmp_path_factory.mktemp("pages"))


def opened(context: BrowserContext, path: Path) -> Page:
    page = context.new_page()
    page.goto(path.as_uri())
    return page


def ticked(page: Page) -> list[str]:
    return page.eval_on_selector_all("main input:checked", "boxes => boxes.map(box => box.name)")


def tick(page: Page, number: int) -> str:
    box = page.locator("main input[type=checkbox]").nth(number)
    box.check()
    return box.get_attribute("name") or ""


def reloaded(page: Page, names: set[str]) -> list[str]:
    """Reload until the ticks are those: the browser writes them down when it gets to it, after the click."""
    for _ in range(50):
        page.reload()
        if set(ticked(page)) == names:
            break
        page.wait_for_timeout(100)
    return ticked(page)


def saved(page: Page, part: str) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.click(f"[data-part={part}]")
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_a_tick_outlives_a_reload(context: BrowserContext, written: dict[str, Path]) -> None:
    page = opened(context, written["plan"])
    name = tick(page, 2)

    assert reloaded(page, {name}) == [name]
    assert page.inner_text("[data-part=count]").startswith("1 von ")


def test_a_tick_can_be_taken_back(context: BrowserContext, written: dict[str, Path]) -> None:
    page = opened(context, written["plan"])
    tick(page, 2)
    page.locator("main input[type=checkbox]").nth(2).uncheck()

    assert reloaded(page, set()) == []


def test_pages_do_not_share_their_ticks(context: BrowserContext, written: dict[str, Path], tmp_path: Path) -> None:
    tick(opened(context, written["plan"]), 0)
    other = pages("tiny", tmp_path)

    assert ticked(opened(context, other["plan"])) == []
    assert ticked(opened(context, written["checklist"])) == []


def test_ticks_travel_in_a_file(
    context: BrowserContext, chromium: Browser, written: dict[str, Path], tmp_path: Path
) -> None:
    page = opened(context, written["plan"])
    names = [tick(page, number) for number in (1, 4)]
    name, content = saved(page, "save")
    file = tmp_path / name
    file.write_bytes(content)

    colleague = opened(chromium.new_context(), written["plan"])
    own = tick(colleague, 7)
    colleague.set_input_files("[data-part=file]", file)
    expect(colleague.locator("main input:checked")).to_have_count(3)

    assert name.startswith("plan-")
    assert set(ticked(colleague)) == {own, *names}
    expect(colleague.locator("[data-part=status]")).not_to_be_empty()
    assert set(reloaded(colleague, {own, *names})) == {own, *names}
    colleague.context.close()


def test_the_newer_of_two_ticks_counts(context: BrowserContext, written: dict[str, Path], tmp_path: Path) -> None:
    page = opened(context, written["plan"])
    name = tick(page, 1)
    state = json.loads(saved(page, "save")[1])
    page.locator("main input[type=checkbox]").nth(1).uncheck()
    file = tmp_path / "old.json"
    file.write_text(json.dumps(state))

    page.set_input_files("[data-part=file]", file)
    expect(page.locator("[data-part=status]")).not_to_be_empty()
    assert ticked(page) == []

    state["ticks"][name]["at"] = "2999-01-01T00:00:00.000Z"
    file.write_text(json.dumps(state))
    page.set_input_files("[data-part=file]", file)
    expect(page.locator("main input:checked")).to_have_count(1)


@pytest.mark.parametrize("content", ["", "{}", "null", "[1]", '{"format": "rollout-kit ticks 1"}', "<html>"])
def test_a_file_without_ticks_is_told(
    context: BrowserContext, written: dict[str, Path], tmp_path: Path, content: str
) -> None:
    file = tmp_path / "other.json"
    file.write_text(content)
    page = opened(context, written["plan"])

    page.set_input_files("[data-part=file]", file)

    page.get_by_text("Diese Datei enthält keine Haken.").wait_for()


def test_ticks_of_another_document_are_refused(
    context: BrowserContext, written: dict[str, Path], tmp_path: Path
) -> None:
    checklist = opened(context, written["checklist"])
    tick(checklist, 0)
    name, content = saved(checklist, "save")
    (tmp_path / name).write_bytes(content)
    page = opened(context, written["plan"])

    page.set_input_files("[data-part=file]", tmp_path / name)

    page.get_by_text("Diese Haken gehören zu einem anderen Dokument.").wait_for()
    assert ticked(page) == []


def test_a_copy_of_the_page_carries_its_ticks(
    context: BrowserContext, chromium: Browser, written: dict[str, Path], tmp_path: Path
) -> None:
    page = opened(context, written["plan"])
    box = tick(page, 3)
    name, content = saved(page, "page")
    (tmp_path / name).write_bytes(content)

    copy = opened(chromium.new_context(), tmp_path / name)

    assert ticked(copy) == [box]
    assert (
        copy.locator("main input[type=checkbox]").nth(3).evaluate("b => getComputedStyle(b).backgroundImage") != "none"
    )
    copy.emulate_media(media="print")
    assert (
        copy.locator("main input[type=checkbox]").nth(3).evaluate("b => getComputedStyle(b).backgroundImage") != "none"
    )
    copy.context.close()


def test_paper_shows_no_tick_that_is_kept_in_a_browser_only(context: BrowserContext, written: dict[str, Path]) -> None:
    page = opened(context, written["plan"])
    tick(page, 3)

    page.emulate_media(media="print")

    assert (
        page.locator("main input[type=checkbox]").nth(3).evaluate("b => getComputedStyle(b).backgroundImage") == "none"
    )


def test_the_next_edition_offers_the_ticks_of_the_one_before(
    context: BrowserContext, written: dict[str, Path], tmp_path: Path
) -> None:
    name = tick(opened(context, written["plan"]), 5)
    later = opened(context, pages("treuhand", tmp_path, as_of=date(2026, 12, 15))["plan"])
    assert ticked(later) == []

    later.click("[data-part=carry]")

    assert ticked(later) == [name]
    assert later.locator("[data-part=carry]").is_hidden()


def test_what_is_done_can_be_copied_as_a_list(context: BrowserContext, written: dict[str, Path]) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = opened(context, written["plan"])
    tick(page, 0)

    page.click("[data-part=copy]")
    page.get_by_text("Kopiert.").wait_for()

    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert [line[:6] for line in lines].count("- [x] ") == 1
    assert lines[0].startswith("- [x] ")
    assert len(lines) == page.locator("main input[type=checkbox]").count()


def test_a_browser_that_keeps_nothing_says_so(context: BrowserContext, written: dict[str, Path]) -> None:
    page = context.new_page()
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full') }")
    page.goto(written["plan"].as_uri())

    tick(page, 0)

    assert "behält nichts" in page.inner_text("[data-part=status]")


def test_boxes_can_be_reached_and_ticked_by_keyboard(context: BrowserContext, written: dict[str, Path]) -> None:
    page = opened(context, written["checklist"])
    page.locator("main input[type=checkbox]").first.focus()

    page.keyboard.press("Space")

    assert len(ticked(page)) == 1


def progress(page: Page) -> str:
    return page.inner_text("[data-part=count]")


def test_a_decision_counts_once_whichever_way_it_went(context: BrowserContext, written: dict[str, Path]) -> None:
    page = opened(context, written["checklist"])
    before = progress(page)
    page.locator(".decision input[id$=-yes]").first.check()
    after = progress(page)
    page.locator(".decision input[id$=-other]").first.check()

    assert (before[:6], after[:6]) == ("0 von ", "1 von ")
    assert progress(page) == after


def test_boxes_of_forms_and_reasons_to_stop_are_not_progress(context: BrowserContext, written: dict[str, Path]) -> None:
    for kind, boxes in (("handbook", "table.form input"), ("go-live", ".framed input")):
        page = opened(context, written[kind])
        before = progress(page) if page.is_visible("[data-part=count]") else ""
        page.locator(f"main {boxes}").first.check()

        assert (progress(page) if page.is_visible("[data-part=count]") else "") == before


def test_a_copy_for_a_house_keeps_its_own_ticks(
    context: BrowserContext, written: dict[str, Path], tmp_path: Path
) -> None:
    tick(opened(context, written["plan"]), 0)
    copy = pages("treuhand", tmp_path, edition="customer")

    assert ticked(opened(context, copy["plan"])) == []
