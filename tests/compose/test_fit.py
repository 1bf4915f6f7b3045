"""What fits on a line, before it is drawn."""

from rollout_kit.compose.fit import fitted, lines_of, width_em


def test_a_text_that_fits_stays_as_it_is_and_a_longer_one_is_cut():
    text = "Geschäftsführerin, Muster"
    room = width_em(text) * 12 * 25.4 / 72
    assert fitted(text, room + 0.01, 12) == text
    assert fitted(text, room - 0.01, 12) == "Geschäftsführerin…"


def test_what_was_cut_fits():
    for text in ("Anna Keller, Leiterin IT", "WWWWWWWWWWWW", "iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii", "研修計画書の承認"):
        for room in (10, 20, 30):
            assert width_em(fitted(text, room, 12)) * 12 * 25.4 / 72 <= room


def test_wide_letters_take_more_room_than_narrow_ones():
    assert width_em("mmm") > width_em("nnn") > width_em("iii")
    assert width_em("研修") == 2.0


def test_lines_are_counted_at_the_limit():
    text = "word " * 20
    room = width_em(text) * 10 * 25.4 / 72
    assert lines_of(text, room + 0.1, 10) == 1
    assert lines_of(text, room - 0.1, 10) == 2
    assert lines_of("", 10, 10) == 1


def test_where_there_is_no_room_a_line_takes_a_letter():
    assert lines_of("words", 0, 10) == lines_of("words", -40, 10) > 1
    assert fitted("words", -1, 10) == "…"


def test_a_text_without_end_is_cut_as_fast_as_a_short_one():
    assert fitted("x" * 1_000_000, 50, 9) == fitted("x" * 1000, 50, 9)
