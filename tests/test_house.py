"""The house: what reviewers would otherwise have to remind each other of.

Each test first asserts that it saw something, so that a moved folder does not make it hold of nothing.
"""

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest

from rollout_kit.cli.app import main as program
from rollout_kit.playbook.load import load_playbook, shipped_playbooks
from rollout_kit.report.explain import page_of
from rollout_kit.rules.catalogue import catalogue

pytestmark = pytest.mark.uncounted

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "rollout_kit"
TESTS = ROOT / "tests"

FILE_LINES, FILE_LINES_NEVER, FUNCTION_LINES_NEVER = 300, 500, 60

# Modules longer than 300 lines, each with its length. May only shrink: a shorter file lowers its number or leaves.
LONG_FILES: dict[str, int] = {}

# House words: what says nothing about its subject is no name.
NO_NAMES = {
    "utils", "util", "helpers", "helper", "common", "misc", "base", "core", "manager", "engine", "info", "data",
    "process", "handle",
}  # fmt: skip
NAMES_OF_THE_FORMAT = {"Process"}  # [[processes]] of a description

# Inner modules are tested through the face of their folder; coverage tells which of their branches that reaches.
SERVED_BY = {
    "assess/choice.py": "cli/test_check_folder.py",
    "assess/prospects.py": "compose/test_plan_prospects.py",
    "beginning": "beginning/test_written.py",
    "calendars": "calendars/test_calendars.py",
    "capacity/blocking.py": "capacity/test_erlang.py",
    "capacity/impatience.py": "capacity/test_erlang.py",
    "capacity/desk_run.py": "capacity/test_simulation.py",
    "capacity/limits.py": "capacity/test_erlang.py",
    "capacity/tier_runs.py": "capacity/test_simulation.py",
    "capacity/tickets": "capacity/test_calibration.py",
    "cli/asking.py": "cli/test_questions.py",
    "cli/people_questions.py": "cli/test_questions.py",
    "compose/checklist": "compose/checklist/test_checklist.py",
    "compose/handbook": "compose/handbook/test_handbook.py",
    "compose/plan": "compose/test_plan.py",
    "compose/ticks.py": "browser/test_ticks.py",
    "description": "description/test_validate.py",
    "language/formats.py": "language/test_words.py",
    "pipeline.py": "test_pipeline.py",
    "plan": "plan/test_schedule.py",
    "playbook": "playbook/test_load.py",
    "render/charts": "render/charts/test_gantt.py",
    "render/exports/sheets.py": "render/exports/test_workbook.py",
    "render/outline.py": "render/test_pdf.py",
    "render/tables.py": "render/test_html.py",
    "report/concise.py": "report/test_forms.py",
    "report/entries.py": "report/test_forms.py",
    "report/github.py": "report/test_forms.py",
    "report/markdown.py": "report/test_forms.py",
    "report/overview.py": "cli/test_check_folder.py",
    "report/sarif.py": "report/test_forms.py",
    "report/what_if.py": "cli/test_what_if.py",
    "rules": "rules/test_rules.py",
}

RE_FUNCTIONS = {"compile", "match", "fullmatch", "search", "finditer", "findall", "sub", "split"}

# Modules that hold only declarations, which every test of their readers runs through.
DECLARATIONS = {
    "document/__init__.py", "document/charts.py", "errors.py", "finding.py", "message.py", "resources.py",
    "assess/case.py", "assess/result.py", "assess/rule.py",
    "capacity/answers.py", "plan/model.py", "playbook/model.py", "playbook/content.py", "playbook/part.py",
    "description/section.py", "description/rollout.py", "description/organisations.py", "description/people.py",
    "description/responsibilities.py", "description/service_levels.py", "description/load.py",
    "description/training.py", "description/continuity.py", "description/tryout.py", "description/improvement.py",
    "description/settings.py",
}  # fmt: skip


def modules() -> list[Path]:
    found = sorted(path for path in PACKAGE.rglob("*.py") if "__pycache__" not in path.parts)
    assert len(found) > 50
    return found


def inside(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_no_file_outgrows_its_budget() -> None:
    lengths = {inside(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert max(lengths.values()) <= FILE_LINES_NEVER
    assert {name: length for name, length in lengths.items() if length > FILE_LINES} == LONG_FILES


def test_no_function_outgrows_its_budget() -> None:
    lengths = {
        f"{inside(path)}:{function.name}": (function.end_lineno or 0) - function.lineno + 1
        for path in modules()
        for function in functions(parsed(path))
    }
    assert len(lengths) > 300
    assert {name: length for name, length in lengths.items() if length > FUNCTION_LINES_NEVER} == {}


def test_a_name_says_its_subject() -> None:
    names = [(inside(path), path.stem) for path in modules()]
    names += [(inside(path), path.parent.name) for path in modules()]
    for path in modules():
        defined = [*functions(parsed(path)), *(n for n in ast.walk(parsed(path)) if isinstance(n, ast.ClassDef))]
        names += [(inside(path), node.name) for node in defined]
    assert len(names) > 300
    assert [
        (place, name) for place, name in names if name.lower() in NO_NAMES and name not in NAMES_OF_THE_FORMAT
    ] == []


def test_every_module_has_its_test() -> None:
    without = []
    for path in modules():
        name = inside(path)
        if path.name == "__init__.py" or name in DECLARATIONS or not functions_or_classes(path):
            continue
        own = path.relative_to(PACKAGE).with_name(f"test_{path.name}")
        if not (TESTS / own).exists() and not any(f"{name}/".startswith(f"{place}/") for place in SERVED_BY):
            without.append(name)
    assert without == []


def functions_or_classes(path: Path) -> bool:
    return any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in parsed(path).body)


def test_what_serves_several_modules_exists() -> None:
    assert SERVED_BY
    assert [place for place in SERVED_BY if not (PACKAGE / place).exists()] == []
    assert [test for test in SERVED_BY.values() if not (TESTS / test).exists()] == []
    assert [name for name in DECLARATIONS if not (PACKAGE / name).exists()] == []


def test_a_rule_stands_alone_in_a_file_of_its_name() -> None:
    rules = catalogue()
    assert len(rules) >= 20
    assert len({rule.code for rule in rules}) == len({rule.name for rule in rules}) == len(rules)
    files = [path for path in sorted((PACKAGE / "rules").glob("*/*.py")) if path.name != "__init__.py"]
    with_rule = {path.stem: path.read_text(encoding="utf-8").count("\n@rule(") for path in files}
    assert {name: count for name, count in with_rule.items() if count} == {
        rule.name.replace("-", "_"): 1 for rule in rules
    }


@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.code)
def test_a_rule_explains_itself_and_has_its_pair(rule: object) -> None:
    page = page_of(rule)  # type: ignore[arg-type]
    assert page.condition
    assert page.source
    for name in ("ready.toml", "not_ready.toml"):
        assert (TESTS / "rules" / rule.code / name).is_file()  # type: ignore[attr-defined]


def test_every_language_of_a_playbook_has_the_keys_of_english() -> None:
    playbooks = [load_playbook(name) for name in shipped_playbooks()]
    assert playbooks
    for playbook in playbooks:
        assert {"en", "de"} <= set(playbook.texts)
        assert len(playbook.texts["en"]) > 100
        for language in sorted(playbook.texts):
            assert playbook.texts[language].keys() == playbook.texts["en"].keys()
            assert playbook.chapters[language].keys() == playbook.chapters["en"].keys()


def test_every_command_and_option_says_what_it_does() -> None:
    context = click.Context(program)
    names = program.list_commands(context)
    assert {"new", "check", "build", "plan", "handbook", "checklist", "rules", "explain"} <= set(names)
    for name in names:
        command = program.get_command(context, name)
        assert command is not None
        assert command.help
        for option in command.params:
            assert not isinstance(option, click.Option) or option.help, (name, option.name)
        assert f"\n## `rollout-kit {name}`\n" in (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


IMPORTED = """
import json, sys
sys.argv = ["rollout-kit", *sys.argv[1:]]
from rollout_kit.cli.app import main
try:
    main()
finally:
    print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        (["--help"], {"pydantic", "weasyprint", "jinja2", "babel", "holidays", "tomli", "markdown_it"}),
        (["check", "examples/tiny/rollout.toml"], {"weasyprint", "jinja2"}),
        (["check", "examples/treuhand/rollout.toml"], {"weasyprint", "jinja2"}),
    ],
    ids=["help", "check-tiny", "check-full"],
)
def test_a_command_imports_only_what_it_needs(arguments: list[str], absent: set[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED, *arguments], cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "NO_COLOR": "1"},
    )  # fmt: skip
    imported = set(json.loads(done.stderr.splitlines()[-1]))
    assert done.stdout
    assert "rollout_kit" in imported
    assert imported & absent == set()


def test_the_clock_is_asked_in_cli_only() -> None:
    asked = []
    for path in modules():
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Attribute) and node.attr in {"today", "now", "utcnow"}:
                asked.append(inside(path))
    assert asked
    assert [name for name in asked if not name.startswith("cli/")] == []


def test_no_pattern_asks_for_what_older_pythons_get_wrong() -> None:
    """Python 3.11.2, that of Debian 12, matches possessive quantifiers wrongly: Places came out elsewhere."""
    possessive = re.compile(r"(?<!\\)[)\]*+?}][*+?]\+|(?<!\\)[)\]]\{[0-9,]+\}\+|\(\?>")
    assert possessive.search(r"[^\n]*+")
    assert not possessive.search(r"a\++")
    patterns = [
        (path, node.value)
        for path in sorted(PACKAGE.rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in RE_FUNCTIONS
        for argument in call.args[:1]
        for node in ast.walk(argument)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert len(patterns) > 30
    assert [(path.name, pattern) for path, pattern in patterns if possessive.search(pattern)] == []


def test_nothing_is_left_for_later() -> None:
    left = [
        (inside(path), line)
        for path in modules()
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"\b(TODO|FIXME|XXX|NotImplementedError)\b", line)
    ]
    assert left == []


def test_every_link_between_pages_leads_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *sorted((ROOT / "docs").rglob("*.md"))]
    links = [
        (page, link)
        for page in pages
        for link in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
        if not link.startswith(("http:", "https:"))
    ]
    assert len(links) > 20
    assert [(page.name, link) for page, link in links if not (page.parent / link).exists()] == []


def test_the_picture_of_the_house_names_every_room_and_its_parts() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = {path.stem for path in PACKAGE.iterdir() if (path / "__init__.py").exists() or path.suffix == ".py"}
    parts = {path.stem for room in ("plan", "compose") for path in (PACKAGE / room).glob("*.py")}
    named = (rooms | parts) - {"__init__"}
    assert len(named) > 40
    assert sorted(name for name in named if f"`{name}`" not in page) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [
        "ruff format --check .",
        "ruff check .",
        "mypy",
        "lint-imports --no-logo",
        "python scripts/docs.py --check",
    ],
)
def test_the_checks_of_the_house_pass(command: str) -> None:
    program, *arguments = command.split()
    done = subprocess.run(
        [Path(sys.executable).with_name(program), *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
