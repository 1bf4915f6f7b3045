import ctypes.util
import gc
import sys
from pathlib import Path
from types import ModuleType

import pytest

from rollout_kit.errors import PdfUnavailable
from rollout_kit.language.words import Words
from rollout_kit.render import pango

_MISSING = "cannot load library 'libpango-1.0-0': libpango-1.0-0: cannot open shared object file"


@pytest.fixture
def without_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(name: str) -> ModuleType:
        sys.stdout.write("WeasyPrint could not import some external libraries.")
        raise OSError(_MISSING)

    monkeypatch.setattr(pango, "import_module", fail)


@pytest.mark.usefixtures("without_pango")
def test_a_missing_library_is_told_in_three_lines(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    release = tmp_path / "os-release"
    release.write_text('NAME="Debian GNU/Linux"\nID=debian\n')
    monkeypatch.setattr(pango, "_OS_RELEASE", release)
    monkeypatch.setattr(pango.sys, "platform", "linux")
    with pytest.raises(PdfUnavailable) as caught:
        pango.weasyprint()
    words = Words("en")
    assert caught.value.help is not None
    assert [*words.text(caught.value.message).split("\n"), *words.text(caught.value.help).split("\n")] == [
        "no PDF: the library libpango-1.0-0 is missing",
        "install it with: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        "HTML was written; it prints from any browser with Ctrl+P",
    ]
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("without_pango")
@pytest.mark.parametrize(
    ("platform", "release", "command"),
    [
        ("linux", "ID=ubuntu\nID_LIKE=debian", "apt-get install"),
        ("linux", 'ID=linuxmint\nID_LIKE="ubuntu debian"', "apt-get install"),
        ("linux", "ID=fedora", "dnf install pango"),
        ("linux", 'ID="rocky"\nID_LIKE="rhel centos fedora"', "dnf install pango"),
        ("linux", "ID=alpine", "apk add"),
        ("linux", "ID=manjaro\nID_LIKE=arch", "pacman -S pango"),
        ("linux", "ID=unheard-of", "apt-get install"),
        ("darwin", "", "brew install pango"),
        ("win32", "", "pacman -S mingw-w64-ucrt-x86_64-pango"),
    ],
)
def test_the_command_is_the_one_of_this_system(
    platform: str, release: str, command: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "os-release").write_text(release)
    monkeypatch.setattr(pango, "_OS_RELEASE", tmp_path / "os-release")
    monkeypatch.setattr(pango.sys, "platform", platform)
    with pytest.raises(PdfUnavailable) as caught:
        pango.weasyprint()
    assert caught.value.help is not None
    assert str(caught.value.help.parameters["command"]).startswith(command)


def test_the_search_for_libraries_is_back_after_the_import(without_pango: None) -> None:
    search = ctypes.util.find_library
    with pytest.raises(PdfUnavailable):
        pango.weasyprint()
    assert ctypes.util.find_library is search


def test_garbage_is_collected_again_afterwards() -> None:
    with pango.no_garbage_collection():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_garbage_collection_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with pango.no_garbage_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
