"""Fixtures of the documents' tests: snapshots one per file, and the words of a language without its catalogue."""

import pytest

from rollout_kit.assess.result import Result
from rollout_kit.compose.handbook.book import Book
from rollout_kit.language.words import Words
from tests.texts import AsText


@pytest.fixture
def snapshot(snapshot):
    return snapshot.use_extension(AsText)


def words(result: Result, tag: str = "en") -> Words:
    return Words(tag, result.case.playbook.texts_in(tag))


def book(result: Result, tag: str = "en") -> Book:
    return Book(result=result, words=words(result, tag))
