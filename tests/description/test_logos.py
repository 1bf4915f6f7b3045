"""Logos come from strangers: what they are is told by their content, and what could act or exhaust is refused."""

import pytest

from rollout_kit.description.logos import MOST_PIXELS, LogoFile, logo_of
from rollout_kit.message import Message

PLAIN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 4"><rect width="10" height="4"/></svg>'
END = b"\x00\x00\x00\x00IEND\xaeB`\x82"


def png(width: int, height: int, end: bytes = END) -> bytes:
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + width.to_bytes(4) + height.to_bytes(4) + b"\x08\x06" + end


def jpeg(width: int, height: int, end: bytes = b"\xff\xd9") -> bytes:
    head = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08"
    return head + height.to_bytes(2) + width.to_bytes(2) + bytes(20) + end


def svg(inside: str, before: str = "") -> bytes:
    link = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" {link} viewBox="0 0 9 9">{inside}</svg>'.encode()


def refused(content: bytes) -> str:
    why = logo_of(content)
    assert isinstance(why, Message)
    return why.text


def is_taken(content: bytes) -> bool:
    return isinstance(logo_of(content), LogoFile)


@pytest.mark.parametrize(
    ("content", "media_type"),
    [(PLAIN.encode(), "image/svg+xml"), (png(10, 4), "image/png"), (jpeg(10, 4), "image/jpeg")],
)
def test_a_picture_is_known_by_its_content(content, media_type):
    assert logo_of(content) == LogoFile(media_type=media_type, content=content)


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"<html><svg/></html>", b"%PDF-1.7", PLAIN.encode("utf-16")])
def test_what_is_no_picture_of_ours_is_refused(content):
    assert refused(content) == "it is neither SVG nor PNG nor JPEG"


@pytest.mark.parametrize("picture", [png, jpeg])
def test_a_picture_may_have_as_many_pixels_as_that_and_no_more(picture):
    assert is_taken(picture(MOST_PIXELS, MOST_PIXELS))
    assert "pixels" in refused(picture(MOST_PIXELS + 1, 1))
    assert "pixels" in refused(picture(1, MOST_PIXELS + 1))


@pytest.mark.parametrize(
    "content", [png(9, 9, b""), png(0, 9), jpeg(9, 9, b""), b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n"]
)
def test_a_damaged_picture_is_refused(content):
    assert refused(content) == "it is damaged or cut off"


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>", "<foreignObject/>", '<image href="#a"/>', "<animate/>", "<SCRIPT/>",
        '<x:script xmlns:x="http://www.w3.org/1999/xhtml"/>',
    ],
)  # fmt: skip
def test_what_could_act_is_refused(inside):
    assert refused(svg(inside)) == "it holds <{element}>, which a logo may not"


def test_a_script_in_an_attribute_is_refused():
    assert refused(svg('<g onload="alert(1)"/>')) == "it holds a script ({attribute})"


@pytest.mark.parametrize(
    "inside",
    [
        '<a xlink:href="https://x.example/"/>', '<use href="other.svg#a"/>', '<a href="javascript:alert(1)"/>',
        '<rect fill="url(https://x.example/a)"/>', "<rect style=\"fill: URL( 'file:///etc/passwd')\"/>",
        "<style>@import 'x.css';</style>", "<style>a{b:url(x)}</style>", "<style>a{b:u<!-- -->rl(x)}</style>",
        r"<style>a{b:u\72l(x)}</style>", '<use href="data:image/svg+xml,x"/>',
    ],
)  # fmt: skip
def test_what_points_outside_is_refused(inside):
    assert refused(svg(inside)) == "it points to something outside of itself"


def test_a_style_sheet_beside_it_is_refused():
    assert "outside" in refused(svg("", before='<?xml-stylesheet href="x.css"?>'))


def test_entities_are_refused_and_a_plain_doctype_is_not():
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    assert refused(svg("&b;", before=bomb)) == "it defines entities of its own"
    plain = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert is_taken(svg("<g/>", before=plain))


def test_a_drawing_that_repeats_itself_beyond_measure_is_refused():
    def doubled(levels: int) -> bytes:
        steps = (f'<g id="a{n}"><use href="#a{n - 1}"/><use xlink:href="#a{n - 1}"/></g>' for n in range(1, levels + 1))
        return svg('<g id="a0"><path/></g>' + "".join(steps) + f'<use href="#a{levels}"/>')

    assert is_taken(doubled(8))
    assert "more parts" in refused(doubled(30))


@pytest.mark.parametrize(
    "inside", ['<g id="a"><use href="#a"/></g>', '<pattern id="a"><rect fill="url(#a)"/></pattern>']
)
def test_a_drawing_that_refers_to_itself_is_refused(inside):
    assert refused(svg(inside)) == "it refers to itself"


def test_a_drawing_of_too_many_parts_or_levels_is_refused():
    assert is_taken(svg("<g/>" * 19_000))
    assert "more parts" in refused(svg("<g/>" * 20_001))
    assert is_taken(svg("<g>" * 90 + "</g>" * 90))
    assert "more parts" in refused(svg("<g>" * 100 + "</g>" * 100))


def test_what_is_not_well_formed_is_refused():
    assert refused(svg("<g>")) == "it is no well-formed SVG"


def test_what_drawing_programs_write_is_taken():
    assert is_taken(
        svg(
            '<metadata><rdf xmlns="x" about="http://x.example"/></metadata><style>.a{fill:url(#g)}</style>'
            '<defs><linearGradient id="f"/><linearGradient id="g" xlink:href="#f"/></defs>'
            '<rect class="a" clip-path="url(#c)"/><clipPath id="c"/><text font-family="A, \'B\'">Muster</text>'
        )
    )
