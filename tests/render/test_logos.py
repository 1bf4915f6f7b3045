"""Logos lie in the page itself and do nothing."""

from base64 import b64decode, b64encode
from dataclasses import replace

import pytest

from rollout_kit.document import Document, Logo
from rollout_kit.render.formats import file_name
from rollout_kit.render.html import render_html
from rollout_kit.render.logos import logo_address, logo_addresses

from . import sample
from .page import Page

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10"/></svg>'
EVIL = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="file:///etc/passwd"/><script>x</script></svg>'
LOGO = Logo(media_type="image/svg+xml", content=SVG, alt="Logo of „Muster“ <AG>")


def with_logos(*logos: Logo) -> Document:
    return replace(sample.plan(), logos=logos)


def test_a_logo_is_the_whole_file_in_its_address() -> None:
    address = logo_address(LOGO)
    assert address.startswith("data:image/svg+xml;base64,")
    assert b64decode(address.partition(",")[2]) == SVG
    assert logo_addresses(with_logos(LOGO)) == ((address, LOGO.alt),)


def test_both_logos_stand_in_the_head_of_page_one_with_their_words() -> None:
    other = Logo(media_type="image/png", content=b"png", alt="Logo of NetServ")
    images = [element for element in Page(render_html(with_logos(LOGO, other))).elements if element.tag == "img"]
    assert [(image["src"], image["alt"]) for image in images] == [
        (logo_address(LOGO), LOGO.alt),
        (logo_address(other), "Logo of NetServ"),
    ]


def test_a_page_without_logos_has_no_picture_of_any() -> None:
    assert "<img" not in render_html(sample.plan()).decode()


def test_no_markup_of_a_logo_enters_the_page() -> None:
    html = render_html(with_logos(Logo(media_type="image/svg+xml", content=EVIL, alt='"><script>'))).decode()
    assert "etc/passwd" not in html
    assert '"><script>' not in html
    assert b64encode(EVIL).decode() in html


@pytest.mark.pdf
def test_a_pdf_draws_the_logos_and_warns_of_nothing() -> None:
    from rollout_kit.render.pdf import draw_pdf

    drawn = draw_pdf(with_logos(LOGO))
    assert drawn.warnings == ()
    assert drawn.pdf != draw_pdf(with_logos()).pdf


@pytest.mark.pdf
def test_a_pdf_opens_no_picture_but_the_logos_of_its_document() -> None:
    from rollout_kit.render.pdf import draw_pdf

    html = render_html(with_logos(LOGO))
    assert any("refused" in warning for warning in draw_pdf(with_logos(), html).warnings)
    drawn = draw_pdf(with_logos(Logo(media_type="image/svg+xml", content=EVIL, alt="x")))
    assert all("passwd" not in warning or "refused" in warning for warning in drawn.warnings)


def test_the_copy_for_a_house_has_a_name_of_its_own() -> None:
    document = sample.plan()
    assert [file_name(replace(document, edition=edition), "pdf") for edition in ("", "customer", "provider")] == [
        "plan.pdf", "plan-customer.pdf", "plan-provider.pdf",
    ]  # fmt: skip


def test_a_checklist_has_them_on_its_first_sheet_only() -> None:
    html = render_html(replace(sample.checklist(), logos=(LOGO,))).decode()
    assert html.count('<section class="sheet"') > 1
    assert html.count("<img ") == 1
    assert html.index("<img ") < html.index("<h1")
