"""Write a page per rule into docs/rules/ from the docstrings of the rules; `--check` only compares."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from rollout_kit.assess.explain import page_of, remedy_of, severity_of
from rollout_kit.assess.rule import Rule
from rollout_kit.language.words import Words
from rollout_kit.playbook.load import load_playbook
from rollout_kit.playbook.model import Playbook
from rollout_kit.rules.catalogue import catalogue

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "rules"
PLAYBOOK = "managed-service"  # whose cures the pages name


def main() -> int:
    """Write or compare every page; return 1 where a comparison fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, fail where a page would change")
    check = parser.parse_args().check
    stale = bring(pages(), FOLDER, check=check)
    for name in stale if check else ():
        sys.stderr.write(f"docs/rules/{name} is not what its rule says; run scripts/make_rule_pages.py\n")
    return 1 if check and stale else 0


def pages() -> dict[str, str]:
    """Return the pages by file name: one per rule, and the list of all."""
    playbook, words = load_playbook(PLAYBOOK), Words("en")
    written = {f"{rule.code}.md": page_text(rule, playbook, words) for rule in catalogue()}
    return {"README.md": list_text(catalogue(), words), **written}


def bring(wanted: Mapping[str, str], folder: Path, *, check: bool) -> list[str]:
    """Write what differs, remove pages of rules that are gone, and return their names; with `check` only return."""
    there = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.md"))}
    names = dict.fromkeys((*wanted, *there))
    stale = [name for name in names if wanted.get(name) != there.get(name)]
    for name in () if check else stale:
        folder.mkdir(parents=True, exist_ok=True)
        if name in wanted:
            (folder / name).write_text(wanted[name], encoding="utf-8", newline="\n")
        else:
            (folder / name).unlink()
    return stale


def list_text(rules: tuple[Rule, ...], words: Words) -> str:
    """Return the page that lists all rules."""
    rows = [
        f"| [{rule.code}]({rule.code}.md) | {rule.name} | {severity_of(rule, words)} | {rule.title} |" for rule in rules
    ]
    head = ["# Rules", "", "Made from the rules by `make docs`; not edited by hand.", ""]
    return "\n".join([*head, "| code | name | severity | what is not ready |", "|---|---|---|---|", *rows]) + "\n"


def page_text(rule: Rule, playbook: Playbook, words: Words) -> str:
    """Return the page of one rule as Markdown."""
    page, cure = page_of(rule), playbook.cure_for(rule.code)
    parts = [
        f"# {rule.code} {rule.name}",
        f"{page.title}.",
        f"Severity: {severity_of(rule, words)}. Judged on the {rule.stage}.",
        page.condition,
        *page.why,
        f"Not ready:\n\n```toml\n{page.not_ready}```",
        f"Ready:\n\n```toml\n{page.ready}```",
        f"What helps: {remedy_of(rule, words)}.",
        f"Cure in the plan: `{cure.id}`, {cure.minutes} minutes." if cure else "No task of the plan cures it.",
        f"Source: {page.source}",
    ]
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    sys.exit(main())
