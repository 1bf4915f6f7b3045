import pytest

from rollout_kit.render import formats

from . import sample


def test_html_is_drawn_by_its_ending() -> None:
    assert formats.render(sample.checklist(), "html").startswith(b"<!doctype html>")


@pytest.mark.pdf
def test_pdf_is_drawn_by_its_ending() -> None:
    assert formats.render(sample.checklist(), "pdf").startswith(b"%PDF-")


def test_a_file_is_named_after_the_kind_of_document() -> None:
    assert [formats.file_name(sample.plan(), ending) for ending in formats.FORMATS] == ["plan.html", "plan.pdf"]
