"""All forms of a report tell the same findings, and none lets a text of the description out of its place."""

import json
import re
from datetime import date
from typing import Any

import pytest
from sarif_pydantic import Sarif

from rollout_kit import pipeline
from rollout_kit.language.words import Words
from rollout_kit.pipeline import Outcome
from rollout_kit.report.forms import FORMS, Told
from rollout_kit.rules.catalogue import catalogue

AS_OF = date(2026, 12, 14)
HOSTILE = "a|b `c` <img src=x> [x](javascript:y) %0A::error::x"
TEXT = f"""
[rollout]
name = {json.dumps(HOSTILE)}
kickoff = 2027-01-09
[customer]
name = "C"
[provider]
name = "P"
[people.anna]
name = {json.dumps(HOSTILE)}
roles = ["service_owner", "sponsor"]
[people.ben]
name = "Ben"
organisation = "provider"
roles = ["operations_lead", "second_level", "desk"]
[responsibilities]
restore = {{ accountable = ["anna", "ben"], responsible = "ben" }}
backup = {{ accountable = ["anna", "ben"], responsible = "ben" }}
[[waivers]]
rule = "OWN101"
path = "responsibilities.restore"
reason = {json.dumps(HOSTILE)}
agreed = ["anna", "ben"]
"""


def outcome(text: str = TEXT) -> Outcome:
    return pipeline.run("rollout.toml", {"rollout.toml": text.encode()}, AS_OF)


def told(form: str, text: str = TEXT, language: str = "en") -> str:
    found = outcome(text)
    texts = found.result.case.playbook.texts_in(language) if found.result else {}
    return FORMS[form](
        Told(result=found.result, problems=found.problems, words=Words(language, texts), folder="customers/c/")
    )


def expected() -> list[tuple[str, int, str]]:
    result = outcome().result
    assert result is not None
    return [(finding.code, finding.position.line, finding.state) for finding in result.findings]


def of_concise(written: str) -> list[tuple[str, int, str]]:
    found = [re.match(r"customers/c/rollout\.toml:(\d+):\d+: \w+ (\w+) .*", line) for line in written.splitlines()]
    assert all(found)
    return [(m[2], int(m[1]), "waived" if "(waived until" in m[0] else "open") for m in found if m]


def of_json(written: str) -> list[tuple[str, int, str]]:
    return [(each["code"], each["line"], each["state"]) for each in json.loads(written)["findings"]]


def of_sarif(written: str) -> list[tuple[str, int, str]]:
    (run,) = json.loads(written)["runs"]
    return [
        (
            each["ruleId"],
            each["locations"][0]["physicalLocation"]["region"]["startLine"],
            "waived" if each["suppressions"] else "open",
        )
        for each in run["results"]
    ]


def of_github(written: str) -> list[tuple[str, int, str]]:
    found = [
        re.fullmatch(r"::(\w+) file=[^,]+,line=(\d+),.*?title=(\w+)[^:]*::(.*)", line) for line in written.splitlines()
    ]
    assert all(found)
    return [(m[3], int(m[2]), "waived" if "waived until" in m[4] else "open") for m in found if m]


def of_markdown(written: str) -> list[tuple[str, int, str]]:
    rows = [line for line in written.splitlines() if line.startswith("| ")][2:]
    found = []
    for row in rows:
        cells = re.split(r"(?<!\\)\|", row)[1:-1]
        assert len(cells) == 5
        found.append((cells[1].strip(), int(cells[4].rsplit(":", 1)[1]), "waived" if "~~" in cells[2] else "open"))
    return found


READERS = {"concise": of_concise, "json": of_json, "sarif": of_sarif, "github": of_github, "markdown": of_markdown}


def test_every_form_has_its_reader_here() -> None:
    assert READERS.keys() == FORMS.keys()
    assert "waived" in {state for _, _, state in expected()}
    assert len(expected()) > 5


@pytest.mark.parametrize("form", FORMS)
def test_all_forms_tell_the_same_findings(form: str) -> None:
    assert READERS[form](told(form)) == expected()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["en", "de", "de-CH"])
def test_what_is_found_depends_on_no_language(form: str, language: str) -> None:
    if form in ("json", "sarif"):
        assert READERS[form](told(form, language=language)) == expected()
    else:
        assert len(told(form, language=language).splitlines()) == len(told(form).splitlines())


@pytest.mark.parametrize("form", FORMS)
def test_a_file_that_does_not_fit_is_told_in_every_form(form: str) -> None:
    written = told(form, TEXT.replace("kickoff = 2027-01-09", "kickof = 2027-01-09"))

    assert "FMT" in written
    assert "kickof" in written


def sarif() -> Any:
    return json.loads(told("sarif"))


def test_sarif_is_read_by_its_own_model() -> None:
    log = Sarif.model_validate(sarif())

    assert len(log.runs) == 1


def test_sarif_knows_every_rule_with_its_page() -> None:
    rules = sarif()["runs"][0]["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == [rule.code for rule in catalogue()]
    assert all(rule["helpUri"].endswith(f"/rules/{rule['id']}.md") for rule in rules)
    assert all(rule["fullDescription"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    assert [rules[each["ruleIndex"]]["id"] for each in sarif()["runs"][0]["results"]] == [
        each["ruleId"] for each in sarif()["runs"][0]["results"]
    ]


def test_addresses_in_sarif_are_relative() -> None:
    places = [each["locations"][0]["physicalLocation"]["artifactLocation"] for each in sarif()["runs"][0]["results"]]

    assert {place["uri"] for place in places} == {"customers/c/rollout.toml"}


def test_a_finding_is_known_again_when_its_line_has_moved() -> None:
    def prints(text: str) -> list[str]:
        run = json.loads(told("sarif", text))["runs"][0]
        return sorted(each["partialFingerprints"]["rolloutKitRuleAndPath/v1"] for each in run["results"])

    assert prints(TEXT) == prints("\n\n# moved\n" + TEXT)
    assert len(set(prints(TEXT))) == len(prints(TEXT))


def test_a_waiver_is_a_suppression_with_its_reason() -> None:
    (suppressed,) = (each for each in sarif()["runs"][0]["results"] if each["suppressions"])

    assert suppressed["suppressions"][0]["justification"].startswith(HOSTILE)
    assert suppressed["suppressions"][0]["justification"].endswith("(2027-02-08)")


def test_an_annotation_stays_on_its_line() -> None:
    written = told("github")

    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in written.splitlines())
    assert "%250A" in written


def test_no_text_becomes_markup() -> None:
    written = told("markdown")

    assert not re.search(r"(?<!\\)<img", written)
    assert not re.search(r"(?<!\\)\](?<!\\)\(javascript", written)


@pytest.mark.parametrize("form", FORMS)
def test_the_name_of_a_file_steers_no_terminal(form: str) -> None:
    name = "a\x1b[31m\u202e.toml"
    found = pipeline.run(name, {name: TEXT.encode()}, AS_OF)
    broken = pipeline.run(name, {name: b"[rollout]\n"}, AS_OF)
    assert found.result is not None
    words = Words("en", found.result.case.playbook.texts_in("en"))
    for each in (found, broken):
        told_of_it = Told(result=each.result, problems=each.problems, words=words, folder="b\x1b[2J/")
        assert "\x1b" not in FORMS[form](told_of_it)
