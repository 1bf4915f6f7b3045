"""Fixtures of the documents' tests: snapshots one per file, and the words of a language without its catalogue."""

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from rollout_kit.assess.result import Result
from rollout_kit.compose.handbook.book import Book
from rollout_kit.language.words import Words


class _AsText(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture
def snapshot(snapshot):
    return snapshot.use_extension(_AsText)


def words(result: Result, tag: str = "en") -> Words:
    return Words(tag, result.case.playbook.texts_in(tag))


def book(result: Result, tag: str = "en") -> Book:
    return Book(result=result, words=words(result, tag))
