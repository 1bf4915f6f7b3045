"""Names and words of a report."""

import pytest

from rollout_kit.assess.result import Result
from rollout_kit.assess.verdict import Verdict
from rollout_kit.compose import wording
from rollout_kit.finding import Severity
from rollout_kit.language.words import Words
from rollout_kit.report.naming import name_of, severity_word, verdict_words


@pytest.mark.parametrize("tag", ["en", "de", "de-CH"])
def test_report_and_documents_use_the_same_words(tag: str):
    words = Words(tag)
    for verdict in Verdict:
        assert verdict_words(verdict, words) == wording.verdict_words(verdict, words)
    for severity in Severity:
        assert severity_word(severity, words) == wording.severity_word(severity, words)


@pytest.mark.parametrize("ref", ["keller", "nobody", "customer:to-be-named", "provider:to-be-named"])
def test_report_and_documents_name_people_alike(ref: str, result: Result):
    words, rollout = Words("en"), result.case.rollout
    assert name_of(ref, rollout, words) == wording.People(rollout, words).name(ref)
