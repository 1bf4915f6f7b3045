"""The tutorial, step by step as it stands in docs/tutorial.md: what is typed, what is shown, what is changed."""

import os
import re
import select
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "tutorial.md"
FILE = Path("telephones/rollout.toml")
END = ROOT / "docs" / "tutorial.toml"  # the file as the tutorial leaves it; the README's pictures are made from it

PROGRAM = "from rollout_kit.cli.app import main; main()"
AS_OF = ("--as-of", "2026-12-14")  # when the tutorial was written down
PATIENCE_SECONDS = 120
LEFT_OUT = "…"  # a line of it stands for any lines
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Step:
    """A fenced block: `console` is typed and shown, `diff` changes the description, `text` is only read."""

    kind: str
    lines: tuple[str, ...]


def steps() -> Iterator[Step]:
    for found in FENCE.finditer(PAGE.read_text(encoding="utf-8")):
        yield Step(found[1], tuple(found[2].splitlines()))


def typed(arguments: list[str], page: tuple[str, ...]) -> tuple[list[str], int]:
    """Run the program at a terminal and return what it shows, and its exit code.

    Where it waits, the answer is what stands on the page behind the prompt, on the line that the screen has reached.
    """
    import pty

    child, screen = pty.fork()
    if child == 0:  # pragma: no cover - another process
        environment = {"PATH": os.environ["PATH"], "TERM": "dumb", "LANG": "C.UTF-8", "COLUMNS": "200"}
        os.execve(sys.executable, [sys.executable, "-c", PROGRAM, *arguments], environment)
    shown = b""
    try:
        while (more := read(screen)) is not None:
            shown += more
            lines = shown.decode(errors="ignore").split("\r\n")
            if re.search(r"[?:>\])] $", lines[-1]) and len(lines) <= len(page):
                assert page[len(lines) - 1].startswith(lines[-1].rstrip())
                os.write(screen, page[len(lines) - 1][len(lines[-1]) :].encode() + b"\n")
    finally:
        os.close(screen)
    _, status = os.waitpid(child, 0)
    return shown.decode().split("\r\n"), os.waitstatus_to_exitcode(status)


def read(screen: int) -> bytes | None:
    ready, _, _ = select.select([screen], [], [], PATIENCE_SECONDS)
    assert ready, "the program neither asks nor ends"
    try:
        return os.read(screen, 65536) or None
    except OSError:  # Linux ends a terminal so
        return None


def plain(line: str) -> str:
    """Return a line as it is compared: times differ from machine to machine, and pages have no spaces at their ends."""
    return re.sub(r"\d+\.\d s\b", "0.0 s", line).rstrip()


def assert_shown(lines: list[str], page: tuple[str, ...]) -> None:
    """Assert that a screen is what the page says, which may leave lines out."""
    pattern = "".join(r"(?:.*\n)+?" if line == LEFT_OUT else re.escape(plain(line)) + "\n" for line in page)
    text = "".join(f"{plain(line)}\n" for line in lines).rstrip("\n") + "\n"
    assert re.fullmatch(pattern, text), f"the page says\n{chr(10).join(page)}\n\nand the screen\n{text}"


def change(lines: tuple[str, ...]) -> None:
    """Change the description as a block with - and + says."""
    before = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("+"))
    after = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("-"))
    text = FILE.read_text(encoding="utf-8")
    assert text.count(before) == 1, before
    FILE.write_text(text.replace(before, after), encoding="utf-8")


def run(line: str, page: tuple[str, ...]) -> None:
    program, *arguments = line.split()
    assert program == "rollout-kit"
    dated = AS_OF if arguments[0] in ("new", "add", "check", "build", "what-if", "capacity") else ()
    lines, code = typed([*arguments, *dated], page)
    assert code == (1 if arguments[0] == "check" else 0), "\n".join(lines)
    assert_shown(lines, page)


@pytest.mark.pdf
@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="answers are typed into a pseudo-terminal")
def test_every_step_does_what_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    ran = []
    for step in steps():
        if step.kind == "console":
            (command, *page) = step.lines
            assert command.startswith("$ ")
            run(command.removeprefix("$ "), tuple(page))
            ran.append(command.split()[2])
        elif step.kind == "diff":
            change(step.lines)
            ran.append("change")
    assert ran[:2] == ["new", "check"]
    assert ran.count("change") >= 3
    assert {"add", "build"} <= set(ran)
    assert FILE.read_text(encoding="utf-8") == END.read_text(encoding="utf-8")
    written = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert {"plan.pdf", "checklist.html", "rollout.xlsx", "rollout.toml"} <= written


def test_what_is_only_read_is_the_setting_up():
    read_only = [step for step in steps() if step.kind not in ("console", "diff")]
    assert [step.kind for step in read_only] == ["text"]
    assert read_only[0].lines[-1] == 'export PATH="$PWD/.venv/bin:$PATH"'
    assert "make demo" in read_only[0].lines


def test_every_document_that_is_built_is_explained():
    text = PAGE.read_text(encoding="utf-8")
    built = set(re.findall(r"^telephones/documents/([\w-]+)\.pdf", text, re.MULTILINE))
    assert len(built) == 7
    assert [name for name in built if f"`{name}`" not in text.partition("## What the documents are for")[2]] == []
