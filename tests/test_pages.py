"""What the pages say of the program: commands that exist, tables that are complete."""

import re
from pathlib import Path

import click
import pytest

from rollout_kit.cli import options
from rollout_kit.cli.app import COMMANDS
from rollout_kit.cli.app import main as program
from rollout_kit.cli.terminal import Terminal
from rollout_kit.compose import KINDS
from rollout_kit.language.words import DOCUMENT_LANGUAGES, Words
from rollout_kit.render.exports import EXPORTS
from rollout_kit.render.formats import FORMATS
from rollout_kit.report.ink import Ink

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "docs" / "how-to").glob("*.md"))]
LARGEST_PICTURE = 80_000

PLAIN = Ink(is_coloured=False)


def calls() -> list[tuple[str, str]]:
    """Return every command line that a page shows behind a prompt, with the name of the page."""
    shown = re.compile(r"^ *\$ (?:\.venv/bin/)?rollout-kit (.+)$", re.MULTILINE)
    return [(page.name, line) for page in PAGES for line in shown.findall(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("page", "line"), calls())
def test_a_call_that_a_page_shows_can_be_made(page: str, line: str):
    name, *arguments = line.partition("  #")[0].split()
    terminal = Terminal(words=Words("en"), ink=PLAIN, error_ink=PLAIN, is_interactive=False)
    group = click.Context(program, obj=terminal)
    command = program.get_command(group, name)
    assert command is not None, page
    assert command.make_context(name, arguments, parent=group).args == []


def test_the_pages_show_calls():
    assert len(calls()) > 12


def test_the_program_knows_the_tables_of_documents_and_formats():
    assert tuple(KINDS) == options.KINDS
    assert tuple(FORMATS) == options.FORMATS
    assert tuple(EXPORTS) == options.EXPORTS


def test_the_readme_names_every_command_document_and_format():
    commands = README.partition("## Commands")[2].partition("\n## ")[0]
    documents = README.partition("## What comes out")[2].partition("\n## ")[0]
    assert [name for name in COMMANDS if f"`{name}" not in commands and f"rollout-kit {name}" not in commands] == []
    assert [kind for kind in KINDS if f"`{kind}`" not in documents] == []
    assert [format for format in EXPORTS if f".{format}`" not in documents] == []


def test_the_readme_names_every_language_and_example():
    assert [tag for tag in DOCUMENT_LANGUAGES if f"`{tag}`" not in README] == []
    examples = sorted(path.parent.name for path in (ROOT / "examples").glob("*/rollout.toml"))
    assert len(examples) >= 6
    assert [name for name in examples if f"examples/{name}/" not in README] == []


def test_the_index_leads_to_every_page():
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    pages = [page for page in PAGES if page.name != "README.md"]
    assert len(pages) > 12
    assert [page.name for page in pages if f"({page.relative_to(ROOT / 'docs').as_posix()})" not in index] == []


def test_pictures_are_small_and_shown():
    pictures = sorted((ROOT / "docs" / "pictures").glob("*.png"))
    assert pictures
    assert [path.name for path in pictures if path.stat().st_size > LARGEST_PICTURE] == []
    assert [path.name for path in pictures if f"docs/pictures/{path.name}" not in README] == []


def test_a_part_of_a_page_that_a_link_names_is_there():
    links = [
        (page, target, part)
        for page in PAGES
        for target, part in re.findall(r"\]\(([^)#\s:]*)#([^)\s]+)\)", page.read_text(encoding="utf-8"))
    ]
    assert links
    lost = []
    for page, target, part in links:
        there = (page.parent / target) if target else page
        headings = re.findall(r"^#+ (.+)$", there.read_text(encoding="utf-8"), re.MULTILINE)
        if part not in {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}:
            lost.append((page.name, target, part))
    assert lost == []
