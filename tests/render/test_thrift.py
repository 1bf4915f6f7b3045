import subprocess
import sys
from pathlib import Path

import pytest

from rollout_kit.render import thrift
from rollout_kit.render.html import render_html
from rollout_kit.render.pango import weasyprint

from . import sample

pytestmark = pytest.mark.pdf

# In a process of its own: once saved, always saved.
_BOTH_WAYS = """
import sys
import weasyprint
from rollout_kit.render import thrift

def drawn():
    html = open(sys.argv[1], encoding="utf-8").read()
    return weasyprint.HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")

before = drawn()
thrift.save_time()
sys.exit(before != drawn())
"""


@pytest.mark.parametrize("draw", [sample.handbook, sample.checklist], ids=["handbook", "checklist"])
def test_no_byte_differs_for_the_time_that_is_saved(draw, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(render_html(draw(paper="A4")))
    done = subprocess.run([sys.executable, "-c", _BOTH_WAYS, str(page)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_no_footnote_is_styled_and_markers_only_in_lists() -> None:
    weasyprint()
    from weasyprint.html import UA_STYLESHEET

    matcher = UA_STYLESHEET.matcher
    assert {"footnote-call", "note-callback", "marker"}.isdisjoint(pseudo for *_, pseudo, _ in matcher.other_selectors)
    assert "marker" in [pseudo for *_, pseudo, _ in matcher.lower_local_name_selectors["li"]]
    assert len(matcher.other_selectors) > 10


def test_an_expression_of_the_html_reader_is_built_once() -> None:
    weasyprint()
    from tinyhtml5.inputstream import characters_until_regex as kept

    on_to, over = kept[frozenset("<&"), False], kept[frozenset("ab"), True]
    assert kept[frozenset("<&"), False] is on_to
    assert on_to.match("words <b>").group() == "words "  # type: ignore[union-attr]
    assert over.match("abba!").group() == "abba"  # type: ignore[union-attr]


def test_what_has_moved_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    weasyprint()
    from tinyhtml5 import inputstream
    from weasyprint import html

    monkeypatch.delattr(html, "UA_STYLESHEET")
    monkeypatch.setattr(inputstream, "characters_until_regex", None)
    thrift.save_time.cache_clear()
    thrift.save_time()
    assert inputstream.characters_until_regex is None
