"""What is told about logos and accent when documents are built."""

from pathlib import Path

import pytest

from rollout_kit.cli.options import KINDS

from .conftest import TINY, Call

AS_OF = ("--as-of", "2026-11-20", "--format", "html")


def branded(folder: Path, brand: str) -> Path:
    path = folder / "rollout.toml"
    path.write_text(f"{TINY}\n[brand]\n{brand}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("#ffd500", "note: accent #ffd500 is printed as #8a7300 so that it can be read\n"),
        ("#FFD500", "note: accent #ffd500 is printed as #8a7300 so that it can be read\n"),
        ("#e2001a", ""),
        ("#E2001A", ""),
    ],
)
def test_an_accent_is_told_where_it_is_changed(written: str, told: str, call: Call, tmp_path: Path):
    assert call("plan", branded(tmp_path, f'accent = "{written}"'), *AS_OF).err == told


def test_a_logo_that_is_left_out_is_told_with_its_place(call: Call, tmp_path: Path):
    ran = call("plan", branded(tmp_path, 'customer_logo = "logo.svg"'), *AS_OF)
    assert ran.code == 0
    assert "rollout.toml:12:17: note FMT606 the logo 'logo.svg' is not there" in ran.err
    (tmp_path / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", encoding="utf-8")
    assert "is not printed: it holds a script (onload)" in call("plan", tmp_path / "rollout.toml", *AS_OF).err


def test_a_logo_stands_in_every_document_and_nothing_is_told(call: Call, tmp_path: Path):
    (tmp_path / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    ran = call("build", branded(tmp_path, 'provider_logo = "logo.svg"'), *AS_OF)
    assert (ran.code, ran.err) == (0, "")
    for kind in KINDS:
        html = (tmp_path / "documents" / f"{kind}.html").read_text(encoding="utf-8")
        assert html.count('alt="Logo of NetServ GmbH"') == 1


def test_a_logo_larger_than_a_mebibyte_is_left_out(call: Call, tmp_path: Path):
    head = b"<svg xmlns='http://www.w3.org/2000/svg'>"
    for size, is_told in ((1024 * 1024, False), (1024 * 1024 + 1, True)):
        (tmp_path / "logo.svg").write_bytes(head + b" " * (size - len(head) - 6) + b"</svg>")
        err = call("plan", branded(tmp_path, 'customer_logo = "logo.svg"'), *AS_OF).err
        assert ("larger than 1 MiB" in err) == is_told
