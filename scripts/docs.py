"""Write the pages that are made from the code: docs/rules/, docs/cli.md and docs/format.md.

docs.py          write them, and remove pages of rules that are gone
docs.py --check  change nothing; exit 1 where a page is stale
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from format_reference import reference

from rollout_kit.assess.areas import ORDER
from rollout_kit.assess.rule import Rule
from rollout_kit.cli.app import PROGRAM
from rollout_kit.cli.app import main as program
from rollout_kit.compose.areas import area_name
from rollout_kit.language.words import Words
from rollout_kit.report.explain import RulePage, page_of, remedy_of, severity_of
from rollout_kit.rules.catalogue import catalogue

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
MADE = "<!-- Made by `make docs` from the code; do not edit. -->\n\n"


def pages() -> dict[Path, str]:
    """Return the wanted pages by path."""
    words = Words("en")
    made = {
        DOCS / "rules" / f"{rule.code}.md": MADE + rule_markdown(rule, page_of(rule), words) for rule in catalogue()
    }
    made[DOCS / "rules" / "README.md"] = MADE + index_markdown(words)
    made[DOCS / "format.md"] = MADE + reference()
    made[DOCS / "cli.md"] = MADE + "\n".join(cli_markdown()) + "\n"
    return made


def rule_markdown(rule: Rule, page: RulePage, words: Words) -> str:
    """Return the page of one rule."""
    why = "\n\n".join(page.why)
    return (
        f"# {rule.code} {rule.name}: {page.title}\n\n"
        f"Severity: {severity_of(rule, words)}. {_stage(rule)}\n\n{page.condition}\n\n{why}\n\n"
        f"## Not ready\n\n```toml\n{page.not_ready}```\n\n## Ready\n\n```toml\n{page.ready}```\n\n"
        f"## What helps\n\n{_sentence(remedy_of(rule, words))}\n\n## Source\n\n{page.source}\n"
    )


def index_markdown(words: Words) -> str:
    """Return the list of all rules, by area in the order in which documents tell them."""
    lines = [
        "# Rules",
        "",
        f"{len(catalogue())} rules. Each page has the reason, two examples that are run, and the source.",
    ]
    for family in ORDER:
        lines += ["", f"## {area_name(family, words)}", "", "| code | name | says | severity |", "|---|---|---|---|"]
        for rule in (rule for rule in catalogue() if rule.family == family):
            title, severity = words.say(rule.title), severity_of(rule, words)
            lines.append(f"| [{rule.code}]({rule.code}.md) | `{rule.name}` | {title} | {severity} |")
    return "\n".join(lines) + "\n"


def cli_markdown() -> Iterator[str]:
    """Yield the lines of the page of commands: the help of each, as the terminal shows it in English."""
    yield "# Commands\n"
    yield "The exit codes are explained in the [README](../README.md#exit-codes).\n"
    context = click.Context(program, info_name=PROGRAM, obj=_english_terminal())
    yield from _help(program, context, level=2)
    for name in program.list_commands(context):
        command = program.get_command(context, name)
        if command is None:
            raise AssertionError(f"the command {name} is listed and cannot be had")
        yield from _help(command, click.Context(command, parent=context, info_name=name, obj=context.obj), level=2)


def _help(command: click.Command, context: click.Context, *, level: int) -> list[str]:
    context.terminal_width = context.max_content_width = 100
    return [f"{'#' * level} `{context.command_path}`\n", "```text", command.get_help(context), "```\n"]


def _english_terminal() -> object:
    from rollout_kit.cli import terminal

    return terminal.of_process(["--ui-language", "en"])


def _stage(rule: Rule) -> str:
    return "Judged on the finished plan." if rule.stage == "plan" else "Judged on the description."


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def main(arguments: Sequence[str]) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing, exit 1 where a page is stale")
    checks = parser.parse_args(arguments).check
    wanted = pages()
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    gone = [path for path in sorted((DOCS / "rules").glob("*.md")) if path not in wanted]
    if checks:
        for path in (*stale, *gone):
            print(f"{path.relative_to(ROOT)} is stale; `make docs` writes it", file=sys.stderr)
        return 1 if stale or gone else 0
    for path in gone:
        path.unlink()
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(wanted[path], encoding="utf-8")
    print(f"{len(wanted)} pages, {len(stale)} written, {len(gone)} removed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
