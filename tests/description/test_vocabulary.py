"""The tables of words."""

from rollout_kit.description import vocabulary
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.shape import slots
from rollout_kit.description.spelled import plain


def test_words_are_written_the_way_they_are_looked_up():
    tables = (vocabulary.FOREIGN_WORDS, vocabulary.UNIT_WORDS, vocabulary.WEEKDAY_WORDS, vocabulary.MONTH_WORDS)
    for table in tables:
        assert len(table) > 20
        assert [word for word in table if word != plain(word)] == []


def test_every_section_with_a_german_name_has_one():
    english = {word for words in vocabulary.FOREIGN_WORDS.values() for word in words}
    assert [section for section in slots(Rollout) if section not in english] == ["format"]


def test_seven_days_and_twelve_months():
    assert len(set(vocabulary.WEEKDAY_WORDS.values())) == 7
    assert sorted(set(vocabulary.MONTH_WORDS.values())) == list(range(1, 13))
