"""`build` and the commands for one document: what is written where, and what is said about it."""

import os
import re
from pathlib import Path

import pytest

from rollout_kit import pipeline
from rollout_kit.errors import PdfUnavailable
from rollout_kit.message import message

from .conftest import TINY, Call, process

pytestmark = pytest.mark.unhurried

AS_OF = ("--as-of", "2026-11-20")
KINDS = ("plan", "handbook", "checklist", "open-items", "go-live", "emergency", "contacts")
ALL = sorted(f"{kind}.html" for kind in KINDS)


def written(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_all_documents_are_written_beside_the_file(tiny: Path, call: Call, tmp_path: Path):
    ran = call("build", tiny, "--format", "html", *AS_OF)
    assert (ran.code, ran.err) == (0, "")
    assert written(tmp_path / "documents") == ALL


def test_each_output_has_a_line_with_its_time_and_the_verdict_follows(tiny: Path, call: Call):
    lines = call("build", tiny.name, "--format", "html", *AS_OF).out.splitlines()
    for kind, line in zip(KINDS, lines, strict=False):
        assert re.fullmatch(rf"documents/{kind}\.html  \d+\.\d s", line)
    assert lines[7].startswith("verdict: too little known  (")
    assert lines[7].endswith("as of 20 November 2026)")
    assert len(lines) == 9


@pytest.mark.parametrize("kind", ["plan", "handbook", "checklist"])
def test_one_document_has_its_own_command(kind: str, tiny: Path, call: Call, tmp_path: Path):
    assert call(kind, tiny, "--format", "html", "--to", "out/deep", *AS_OF).code == 0
    assert written(tmp_path / "out" / "deep") == [f"{kind}.html"]
    assert not (tmp_path / "documents").exists()


@pytest.mark.parametrize("asked", ["handbook,plan", "PLAN, handbook", "plan,handbook,plan"])
def test_documents_can_be_chosen(asked: str, tiny: Path, call: Call, tmp_path: Path):
    assert call("build", tiny, "--document", asked, "--format", "html", *AS_OF).code == 0
    assert written(tmp_path / "documents") == ["handbook.html", "plan.html"]


def test_same_file_and_day_give_the_same_bytes(tiny: Path, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    call("build", tiny, "--format", "html", "--to", "one", *AS_OF)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    call("build", tiny, "--format", "html", "--to", "two", *AS_OF)
    assert [(tmp_path / "one" / name).read_bytes() for name in ALL] == [
        (tmp_path / "two" / name).read_bytes() for name in ALL
    ]


def test_findings_fail_a_build_only_where_that_is_asked_for(tiny: Path, call: Call, tmp_path: Path):
    assert call("plan", tiny, "--format", "html", *AS_OF).code == 0
    assert call("plan", tiny, "--format", "html", "--fail-on", "high", *AS_OF).code == 1
    assert written(tmp_path / "documents") == ["plan.html"]


def test_problems_of_the_file_stop_a_build(tiny: Path, call: Call, tmp_path: Path):
    tiny.write_text(TINY.replace("kickoff", "kickof"), encoding="utf-8")
    ran = call("build", tiny, *AS_OF)
    assert (ran.code, ran.out) == (2, "")
    assert f"{tiny}:3:1: error FMT" in ran.err
    assert not (tmp_path / "documents").exists()


@pytest.mark.parametrize(("language", "tag"), [("de", "de"), ("de-ch", "de-CH"), ("fr", "en"), ("ja", "en")])
def test_the_language_of_the_documents_can_be_chosen(language: str, tag: str, tiny: Path, call: Call, tmp_path: Path):
    ran = call("plan", tiny, "--format", "html", "--language", language, *AS_OF)
    assert ran.code == 0
    assert f'lang="{tag}"' in (tmp_path / "documents" / "plan.html").read_text(encoding="utf-8")
    assert ("is not translated yet" in ran.err) is (tag == "en")


def test_a_language_of_the_file_that_is_not_translated_is_said(tiny: Path, call: Call):
    tiny.write_text(TINY.replace("kickoff", 'language = "nl"\nkickoff'), encoding="utf-8")
    ran = call("plan", tiny, "--format", "html", *AS_OF)
    assert ran.err == 'note: the documents are written in English, since "nl" is not translated yet\n'


def test_every_language_of_the_format_can_be_asked_for():
    from typing import get_args

    from rollout_kit.cli.options import LANGUAGES
    from rollout_kit.description.organisations import About

    assert get_args(About.model_fields["language"].annotation) == LANGUAGES


@pytest.fixture
def no_pango(monkeypatch: pytest.MonkeyPatch):
    """A machine on which PDFs cannot be drawn."""
    real = pipeline.draw

    def draw(document, format: str) -> tuple[str, bytes]:
        if format == "pdf":
            raise PdfUnavailable(
                message("no PDF: the library {name} is missing", name="Pango"),
                help=message("install it\nor print the HTML"),
            )
        return real(document, format)

    monkeypatch.setattr(pipeline, "draw", draw)


def test_without_pango_all_html_is_written_and_three_lines_say_why(no_pango, tiny: Path, call: Call, tmp_path: Path):
    ran = call("build", tiny, "--format", "html,pdf", *AS_OF)
    assert ran.code == 4
    assert written(tmp_path / "documents") == ALL
    assert ran.err.splitlines() == [
        "error: no PDF: the library Pango is missing",
        "  = install it",
        "    or print the HTML",
    ]


def test_without_pango_html_alone_is_fine(no_pango, tiny: Path, call: Call):
    ran = call("build", tiny, "--format", "html", *AS_OF)
    assert (ran.code, ran.err) == (0, "")


def test_a_font_that_one_document_lacks_does_not_keep_the_others_from_being_drawn(
    tiny: Path, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def draw(document, format: str) -> tuple[str, bytes]:
        if format == "pdf" and document.kind != "checklist":
            raise PdfUnavailable(message("no font has the sign {sign}", sign=document.kind))
        return f"{document.kind}.{format}", b"drawn"

    monkeypatch.setattr(pipeline, "draw", draw)
    ran = call("build", tiny, "--format", "html,pdf", *AS_OF)
    assert ran.code == 4
    assert written(tmp_path / "documents") == sorted(["checklist.pdf", *ALL])
    without = [kind for kind in KINDS if kind != "checklist"]
    assert ran.err.splitlines() == [f"error: no font has the sign {kind}" for kind in without]


def test_a_folder_that_is_a_file_is_told(tiny: Path, call: Call):
    ran = call("build", tiny, "--format", "html", "--to", tiny, *AS_OF)
    assert ran.code == 2
    assert "is a file, not a folder" in ran.err


@pytest.mark.pdf
def test_a_pdf_is_written_and_nothing_of_its_library_reaches_stdout(tiny: Path, call: Call, tmp_path: Path):
    ran = call("checklist", tiny.name, *AS_OF)
    assert (ran.code, ran.err) == (0, "")
    assert written(tmp_path / "documents") == ["checklist.html", "checklist.pdf"]
    assert (tmp_path / "documents" / "checklist.pdf").read_bytes().startswith(b"%PDF-")
    assert [line.split("  ")[0] for line in ran.out.splitlines()[:2]] == [
        "documents/checklist.html",
        "documents/checklist.pdf",
    ]


def test_on_a_machine_without_pango_the_banner_of_weasyprint_never_shows(tiny: Path, tmp_path: Path):
    stub = tmp_path / "stub" / "weasyprint"
    stub.mkdir(parents=True)
    (stub / "__init__.py").write_text(
        "print('-----\\nWeasyPrint could not import some external libraries.\\n-----')\n"
        "raise OSError(\"cannot load library 'libpango-1.0-0': it is not there\")\n",
        encoding="utf-8",
    )
    ran = process("build", str(tiny), "--format", "html,pdf", *AS_OF, PYTHONPATH=str(tmp_path / "stub"))
    assert ran.returncode == 4
    assert written(tmp_path / "documents") == ALL
    assert b"external libraries" not in ran.stdout + ran.stderr
    lines = ran.stderr.decode().splitlines()
    assert len(lines) == 3
    assert "libpango" in lines[0]


def test_the_copy_for_a_house_has_its_name_in_the_files_and_leaves_out_what_is_internal(
    tiny: Path, call: Call, tmp_path: Path
):
    added = '\n[plan]\nadd = [{ id = "z", name = "Zebra", owner = "boss", effort = "1 h", audience = "internal" }]\n'
    boss = '\n[people.boss]\nname = "Bo Boss"\norganisation = "provider"\n'
    tiny.write_text(tiny.read_text(encoding="utf-8") + boss + added, encoding="utf-8")
    for edition, is_there in (("customer", False), ("Provider", True)):
        assert call("plan", tiny, "--edition", edition, "--format", "html", *AS_OF).code == 0
        html = (tmp_path / "documents" / f"plan-{edition.lower()}.html").read_text(encoding="utf-8")
        assert ("Zebra" in html) == is_there
        assert ("copy for NetServ" in html) == is_there
    assert written(tmp_path / "documents") == ["plan-customer.html", "plan-provider.html"]
    assert call("plan", tiny, "--edition", "vendor", *AS_OF).code == 2


def test_the_paper_of_the_call_wins_over_that_of_the_file(tiny: Path, call: Call, tmp_path: Path):
    call("plan", tiny, "--paper", "letter", "--format", "html", *AS_OF)
    assert "size: Letter" in (tmp_path / "documents" / "plan.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("source", ["plan.html", "calendar.ics"])
def test_a_description_is_never_overwritten_by_what_is_made_of_it(source: str, tiny: Path, call: Call, tmp_path: Path):
    tiny.rename(source)
    ran = call("build", source, "--to", ".", "--format", "html,ics", *AS_OF)
    assert (ran.code, ran.out, written(tmp_path)) == (2, "", [source])
    assert ran.err.splitlines()[0] == f'error: "{source}" is read here and would be overwritten'
    assert Path(source).read_text(encoding="utf-8") == TINY


def test_a_file_that_the_description_names_is_never_overwritten(tiny: Path, call: Call, tmp_path: Path):
    Path("plan.html").write_text('[provider]\nname = "NetServ GmbH"\n', encoding="utf-8")
    text = TINY.replace('name = "NetServ GmbH"', 'from = "plan.html"')
    tiny.write_text(text, encoding="utf-8")
    ran = call("build", tiny, "--to", ".", "--format", "html", *AS_OF)
    assert (ran.code, written(tmp_path)) == (2, ["plan.html", "rollout.toml"])
    assert 'error: "plan.html" is read here and would be overwritten' in ran.err
    assert call("build", tiny, "--format", "html", *AS_OF).code == 0


@pytest.mark.parametrize("name", ["contacts.html", "contacts.pdf", "rollout.xlsx", "calendar.ics"])
def test_a_folder_in_the_place_of_any_output_is_found_before_the_first_is_written(
    name: str, tiny: Path, call: Call, tmp_path: Path
):
    (tmp_path / "documents" / name).mkdir(parents=True)
    ran = call("build", tiny, *AS_OF)
    assert (ran.code, ran.out, written(tmp_path / "documents")) == (2, "", [name])
    assert "is a folder; a file of that name cannot be written" in ran.err


def test_a_document_that_is_write_protected_is_found_before_the_first_is_written(
    tiny: Path, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "contacts.html").write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    ran = call("build", tiny, "--format", "html", *AS_OF)
    assert (ran.code, ran.out, written(tmp_path / "documents")) == (2, "", ["contacts.html"])
    assert 'contacts.html" is write-protected, and is not overwritten' in ran.err
