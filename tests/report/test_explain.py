from dataclasses import replace

import pytest

from rollout_kit.assess.rule import Rule
from rollout_kit.finding import Severity
from rollout_kit.language.words import Words
from rollout_kit.report.explain import PageFault, RulePage, page_of, rule_page

DOCUMENTATION = """Somebody is missing.

    Fires where nobody
    is there.

    It is lonely.

    Really.

    Not ready:

        [people]

        a = 1

    Ready:

        b = 2

    Source: a book
    of ours [D].
    """


def made(**changes: object) -> Rule:
    plain = Rule(
        code="XXX101", name="somebody-missing", title="Somebody is missing", severity=Severity.HIGH,
        worst=Severity.BLOCKER, stage="description", message="{n} missing", plural=None,
        remedy="call {name} by {day}", cure=None, judge=lambda case: iter(()), documentation=DOCUMENTATION,
    )  # fmt: skip
    return replace(plain, **changes)  # type: ignore[arg-type]


def test_a_docstring_is_taken_apart() -> None:
    assert page_of(made()) == RulePage(
        title="Somebody is missing",
        condition="Fires where nobody is there.",
        why=("It is lonely.", "Really."),
        not_ready="[people]\n\na = 1\n",
        ready="b = 2\n",
        source="a book of ours [D].",
    )


@pytest.mark.parametrize("heading", ["Not ready:", "Ready:", "Source:"])
def test_a_missing_part_is_named(heading: str) -> None:
    with pytest.raises(PageFault, match=f"XXX101: {heading}"):
        page_of(made(documentation=DOCUMENTATION.replace(f"    {heading}", "    Also:")))


def test_an_empty_source_is_missing() -> None:
    with pytest.raises(PageFault, match="Source"):
        page_of(made(documentation=DOCUMENTATION.replace(" a book\n    of ours [D].", "")))


def test_a_page_needs_condition_and_reason() -> None:
    with pytest.raises(PageFault, match="reason"):
        page_of(made(documentation=DOCUMENTATION.replace("    It is lonely.\n\n    Really.\n", "")))


def test_a_rule_is_told_as_text() -> None:
    assert rule_page(made(), Words("en")) == (
        "XXX101 somebody-missing: Somebody is missing\n"
        "Severity: high, at worst blocker\n"
        "\nFires where nobody is there.\n"
        "\nIt is lonely.\n"
        "\nReally.\n"
        "\nNot ready:\n"
        "\n    [people]\n\n    a = 1\n"
        "\nReady:\n"
        "\n    b = 2\n"
        "\nWhat helps: call … by …\n"
        "Source: a book of ours [D].\n"
    )


def test_one_severity_is_told_once() -> None:
    assert "Severity: high\n" in rule_page(made(worst=Severity.HIGH), Words("en"))
