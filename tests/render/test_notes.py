from rollout_kit.document import Heading, Note, Text
from rollout_kit.render.notes import bands

from .sample import words

NOTE = Note(lines=(words("eins"), words("zwei")))
HEADING = Heading(level=3, text="Titel")
BODY = Text(spans=words("Text"))


def test_text_without_a_note_is_one_band_of_any_height() -> None:
    (band,) = bands((HEADING, BODY))
    assert band.nodes == (HEADING, BODY)
    assert band.least_mm == 0


def test_a_heading_right_before_a_note_stands_above_it() -> None:
    first, second = bands((BODY, HEADING, NOTE, BODY))
    assert first.nodes == (BODY,)
    assert (second.headings, second.notes, second.nodes) == ((HEADING,), (NOTE,), (BODY,))


def test_notes_in_a_row_share_a_band() -> None:
    (band,) = bands((NOTE, NOTE, BODY))
    assert band.notes == (NOTE, NOTE)


def test_a_band_is_as_high_as_its_notes() -> None:
    (one,) = bands((NOTE, BODY))
    (two,) = bands((NOTE, NOTE, BODY))
    assert one.least_mm > 2 * 3.9
    assert two.least_mm > 2 * one.least_mm - 0.2


def test_the_heading_of_the_next_note_is_room_already() -> None:
    beside_heading, _ = bands((NOTE, BODY, HEADING, NOTE, BODY))
    beside_note, _ = bands((NOTE, BODY, NOTE, BODY))
    assert beside_heading.least_mm < beside_note.least_mm


def test_nothing_makes_no_band() -> None:
    assert bands(()) == []
