"""The machine's view: exact keys, in any language."""

import json

import pytest

from rollout_kit.assess.result import Result
from rollout_kit.language.words import Words
from rollout_kit.report.as_json import problems_as_json, result_as_json

from .conftest import PROBLEM


def test_a_result_has_exactly_these_keys_in_this_order(result: Result):
    read = json.loads(result_as_json(result, Words("en")))
    assert list(read) == ["schema_version", "verdict", "findings", "not_tested", "problems"]
    assert (read["schema_version"], read["verdict"]) == (1, "too_little_known")
    assert read["problems"] == [
        {
            "code": "FMT120",
            "path": "responsibilities.acess",
            "line": 2,
            "column": 1,
            "message": "a date needs no quotes",
        }
    ]  # notes, which did not stop the run
    assert read["not_tested"] == [{"code": "CAP101", "missing": ["load.tickets_per_user_month", "support.L1.staff"]}]
    assert len(read["findings"]) == 4
    assert read["findings"][0] == {
        "code": "OWN101",
        "severity": "blocker",
        "state": "open",
        "path": "responsibilities.restore",
        "line": 3,
        "column": 36,
        "message": '"restore" has 2 people accountable (keller, oser); exactly one can be',
        "remedy": "decide in the kickoff who it is; the policy is the customer's, the work the provider's",
        "cure": "decide-accountable",
    }
    assert read["findings"][2]["cure"] is None


def test_problems_have_the_same_shape_without_a_verdict():
    assert json.loads(problems_as_json([PROBLEM], Words("en"))) == {
        "schema_version": 1,
        "verdict": None,
        "findings": [],
        "not_tested": [],
        "problems": [
            {
                "code": "FMT103",
                "path": "responsibilities.acess",
                "line": 2,
                "column": 1,
                "message": 'unknown key "acess"',
            }
        ],
    }


@pytest.mark.parametrize("tag", ["en", "de", "de-CH"])
def test_json_is_ascii_and_its_codes_do_not_follow_the_language(tag: str, result: Result):
    text = result_as_json(result, Words(tag))
    assert text.isascii()
    assert [finding["severity"] for finding in json.loads(text)["findings"]] == ["blocker", "high", "medium", "low"]
