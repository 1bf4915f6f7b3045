"""What stands where a value belongs."""

import pytest
import tomli

from rollout_kit.description.line_slips import judge
from rollout_kit.description.value_slips import as_value, mask, values


def test_the_mask_hides_texts_and_comments_column_for_column():
    text = "a = \"b = [\" # 'c'"
    assert len(mask(text)) == len(text)
    assert mask(text).rstrip() == "a = " + "\x01" * 7


def test_an_apostrophe_inside_a_number_opens_no_text():
    assert mask("a = 120'000'000") == "a = 120'000'000"


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("11.01.2027", "2027-01-11"),
        ("0,5", "0.5"),
        ("50 %", "0.5"),
        ("ja", "true"),
        ("2 Tage", '"2 days"'),
        ("C:\\x", '"C:/x"'),
        ('say "hi"', "\"say 'hi'\""),
        ("true", "true"),
        ('"x"', '"x"'),
        ("[1]", "[1]"),
    ],
)
def test_what_is_offered_is_toml(written, wanted):
    assert as_value(written) == wanted
    tomli.loads(f"a = {wanted}")


@pytest.mark.parametrize("text", ["a = 11.01.2027", "a = ja", "a = 0,5", "a = „x“", 'a = "C:\\D"', "a = x y", 'a = "b'])
def test_the_mended_line_parses(text):
    (slip,) = judge(text)
    tomli.loads(text[: slip.start] + slip.instead + text[slip.end :])


def test_values_are_judged_from_left_to_right():
    text = "a = { b = ja, c = nein }"
    assert [slip.start for slip in values(text, mask(text), in_list=False)] == [10, 18]
