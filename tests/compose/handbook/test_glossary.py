"""The glossary explains what the handbook says, and nothing else."""

from rollout_kit.compose.handbook.chapter import Chapter
from rollout_kit.compose.handbook.glossary import glossary
from tests.compose import results
from tests.compose.conftest import book
from tests.compose.tree import words_of


def saying(text: str) -> Chapter:
    return Chapter(key="risks", headline=text, noted=(), subjects=())


def terms(text: str, rollout=None, tag: str = "en") -> str:
    chapter = glossary(book(results.result(rollout), tag), (saying(text),))
    return words_of((*chapter.noted, *chapter.full)) if chapter else ""


def test_only_terms_that_are_used_are_explained():
    text = terms("The rollback takes 5 h.")
    assert "*Rollback*" in text
    assert "*Hypercare*" not in text


def test_a_stem_must_begin_a_word():
    assert "*Wave*" in terms("Two waves.")
    assert "*Wave*" not in terms("The microwave.")
    assert "*Wave*" in terms("Microwave, wave.")


def test_a_word_kept_together_is_found():
    assert "*Key user*" in terms("key\u00a0user")


def test_without_a_term_there_is_no_chapter():
    assert glossary(book(results.result()), (saying("Nothing."),)) is None


def test_terms_are_sorted_in_their_language():
    lines = [line for line in terms("RTO, Rückweg, Ausfall", tag="de").splitlines() if line.startswith("| *")]
    assert [line.split("*")[1] for line in lines] == ["RTO", "Rückweg", "Störung"]


def test_languages_of_the_sites_are_counted():
    text = terms("The pilot.")
    assert "| German | 52 | Zürich 52" in text
    assert "| French | 25 | Genève 25" in text
    assert "Languages" not in terms("The pilot.", results.tiny())
