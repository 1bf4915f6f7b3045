"""Did you mean."""

import pytest

from rollout_kit.cli.suggest import did_you_mean, not_one_of
from rollout_kit.language.words import Words
from rollout_kit.message import message


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("chek", 'did you mean "check"?'),
        ("CHECK", 'did you mean "check"?'),
        ("xyzzy", "look it up"),
        ("", "look it up"),
    ],
)
def test_the_nearest_word_is_offered_else_something_else(word: str, said: str):
    assert Words("en").text(did_you_mean(word, ("check", "build"), message("look it up"))) == said


def test_a_wrong_value_names_the_option_and_what_it_takes():
    error = not_one_of("docx", "--format", ("html", "pdf"))
    assert Words("en").text(error.message) == '"docx" cannot be used for --format'
    assert error.help is not None
    assert Words("en").text(error.help) == "it takes: html, pdf"


@pytest.mark.parametrize(
    ("many", "said"), [(20, f"it takes: {', '.join(['aa'] * 20)}"), (21, "it takes a name such as aa")]
)
def test_of_more_than_twenty_values_only_the_first_is_named(many: int, said: str):
    error = not_one_of("docx", "--format", ["aa"] * many)
    assert error.help is not None
    assert Words("en").text(error.help) == said
