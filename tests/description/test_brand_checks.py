"""Logos and colours."""

import pytest

from rollout_kit.description.brand_checks import logos_of
from rollout_kit.description.logos import LogoFile
from rollout_kit.description.settings import Brand
from rollout_kit.description.validate import validate
from tests.description.sample import TINY, known, told


@pytest.mark.parametrize("name", ["../x.svg", "/etc/passwd", "https://x/y.svg"])
@pytest.mark.parametrize("key", ["customer_logo", "provider_logo"])
def test_a_logo_is_a_file_of_the_project(name, key):
    (problem,) = told(f'{TINY}[brand]\n{key} = "{name}"')
    assert problem.startswith(f"11:{len(key) + 4} FMT502 '{name}' leads out of the folder of the description")


def noted(contents: dict[str, bytes]) -> list[str]:
    text = f'{TINY}[brand]\nprovider_logo = "x.svg"\n'.encode()
    read = validate("r.toml", {"r.toml": text, **contents}, known)
    assert (read.problems, read.rollout is not None) == ((), True)
    return [f"{one.position.line}:{one.position.column} {one.code} {one.message.text}" for one in read.notes]


def test_a_logo_that_cannot_be_printed_is_a_note_with_its_place():
    assert noted({"x.svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>'}) == []
    assert noted({}) == ["11:17 FMT606 the logo '{file}' is not there, cannot be read or is larger than 1 MiB"]
    assert noted({"x.svg": b"<svg><script/></svg>"}) == ["11:17 FMT606 the logo '{file}' is not printed: {why}"]


def test_logos_are_those_that_can_be_printed():
    brand = Brand(customer_logo="a.svg", provider_logo="b.svg")
    sound = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
    assert logos_of(brand, {"a.svg": sound, "b.svg": b"<svg onload='x'/>"}) == (
        LogoFile(media_type="image/svg+xml", content=sound),
        None,
    )
    assert logos_of(Brand(), {}) == (None, None)


@pytest.mark.parametrize("colour", ["red", "#fff", "#005a9c; x", "#005a9g", ""])
def test_an_accent_is_a_colour(colour):
    assert told(f'{TINY}[brand]\naccent = "{colour}"') == [
        f'11:10 FMT219 \'accent\' is "{colour}", which is no colour | a colour is written "#005a9c"'
    ]


@pytest.mark.parametrize("text", ['accent = "#005A9c"', "accent = 3", "customer_logo = 3"])
def test_what_is_a_colour_or_no_text_is_told_by_others_at_most(text):
    assert all("FMT204" in one for one in told(f"{TINY}[brand]\n{text}"))
