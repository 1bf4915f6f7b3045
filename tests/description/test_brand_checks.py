"""Logos and colours."""

import pytest

from tests.description.sample import TINY, told


@pytest.mark.parametrize("name", ["../x.svg", "/etc/passwd", "https://x/y.svg"])
@pytest.mark.parametrize("key", ["customer_logo", "provider_logo"])
def test_a_logo_is_a_file_of_the_project(name, key):
    (problem,) = told(f'{TINY}[brand]\n{key} = "{name}"')
    assert problem.startswith(f"11:{len(key) + 4} FMT502 '{name}' leads out of the folder of the description")
    assert told(f'{TINY}[brand]\n{key} = "logos/x.svg"') == []


@pytest.mark.parametrize("colour", ["red", "#fff", "#005a9c; x", "#005a9g", ""])
def test_an_accent_is_a_colour(colour):
    assert told(f'{TINY}[brand]\naccent = "{colour}"') == [
        f'11:10 FMT219 \'accent\' is "{colour}", which is no colour | a colour is written "#005a9c"'
    ]


@pytest.mark.parametrize("text", ['accent = "#005A9c"', "accent = 3", "customer_logo = 3"])
def test_what_is_a_colour_or_no_text_is_told_by_others_at_most(text):
    assert all("FMT204" in one for one in told(f"{TINY}[brand]\n{text}"))
