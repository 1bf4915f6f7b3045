"""One line that the parser refuses, looked at alone."""

from rollout_kit.description.line_slips import LONGEST_LINE, judge


def spans(text: str, **options) -> list[str]:
    return [text[slip.start : slip.end] for slip in judge(text, **options)]


def test_slips_cover_what_is_wrong_and_nothing_else():
    assert spans("  share = 0,5   # half") == ["0,5"]
    assert spans("a = [{ b = ja, c = „x“ }, { d = 50% }]") == ["ja", "„x“", "50%"]
    assert spans("[people.müller.extra]") == ["müller"]
    assert spans("go live.x = Anna") == ["go live", "Anna"]


def test_texts_and_comments_are_not_judged():
    assert spans('a = "x = 0,5" # b = ja') == []
    assert spans("a = 'x = 0,5'") == []
    assert spans('a = """x = 0,5') == []


def test_what_is_fine_is_no_slip():
    for text in (
        "a = 1",
        "[a.b-c]",
        "[[a]]",
        'a = ["x", 2027-01-11, { b = true }]',
        "at = 07:32",
        "a = 0x1F",
        "",
        "# x",
    ):
        assert spans(text) == []


def test_a_line_inside_a_list_is_judged_from_its_start():
    assert spans("  11.01.2027, ja,", in_list=True) == ["11.01.2027", "ja"]


def test_a_very_long_line_is_left_to_the_parser():
    short = "a = ja"
    assert spans(short + " " * (LONGEST_LINE - len(short))) == ["ja"]
    assert spans(short + " " * (LONGEST_LINE + 1 - len(short))) == []
