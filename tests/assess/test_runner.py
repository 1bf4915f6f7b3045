from collections.abc import Iterator
from dataclasses import replace

import pytest

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Judge, Judged, Lacks, NotApplicable, Outcome, Rule, rule
from rollout_kit.assess.runner import Assessment, assess, joined
from rollout_kit.description.load import Load
from rollout_kit.description.responsibilities import Evidence
from rollout_kit.description.source_map import Places, scan
from rollout_kit.finding import Cure, Finding, Position, Severity, Untested, Violation
from rollout_kit.message import message, plural_message

from .conftest import MakeCase

TEXT = """\
[responsibilities]
incident = 1
restore = 2
access = 3
"""
PLACES = Places(scan("rollout.toml", TEXT), scan("provider.toml", "[people]\noser = 1\n"))


def made(code: str, *outcomes: Outcome, **changes: object) -> Rule:
    def judge(case: Case) -> Iterator[Outcome]:
        yield from outcomes

    plain = rule(
        code, f"rule-{code.lower()}", title="a title", severity=Severity.HIGH, stage="description",
        message="{subject} is wrong", remedy="mend {subject}",
    )(judge)  # fmt: skip
    return replace(plain, **changes)  # type: ignore[arg-type]


def wrong(activity: str, **changes: object) -> Violation:
    return replace(Violation(("responsibilities", activity), {"subject": activity}), **changes)  # type: ignore[arg-type]


def test_a_violation_becomes_a_finding_with_place_words_and_cure(make_case: MakeCase) -> None:
    found = assess(make_case(), [made("OWN101", wrong("restore"))], PLACES)
    assert found == Assessment(
        findings=(
            Finding(
                code="OWN101",
                name="rule-own101",
                severity=Severity.HIGH,
                path=("responsibilities", "restore"),
                at=("responsibilities", "restore"),
                position=Position(file="rollout.toml", line=3, column=11),
                message=message("{subject} is wrong", subject="restore"),
                remedy=message("mend {subject}", subject="restore"),
                cure="decide-accountable",
                subject="restore",
            ),
        ),
        untested=(),
        tested=1,
        applicable=1,
        tested_codes=("OWN101",),
        applicable_codes=("OWN101",),
    )


def test_a_rule_brings_its_own_cure_where_the_playbook_has_none(make_case: MakeCase) -> None:
    own = Cure(id="mend", text="Mend {subject}", minutes=30, owner="SO", before="p0.30")
    rules = [made("XXX101", wrong("restore"), cure=own), made("XXX102", wrong("access"))]
    assert [finding.cure for finding in assess(make_case(), rules, PLACES).findings] == ["mend", None]


def test_a_subject_in_words_stays_in_the_message(make_case: MakeCase) -> None:
    subject = message("the desk")
    (finding,) = assess(make_case(), [made("XXX101", Violation((), {"subject": subject}))], PLACES).findings
    assert (finding.subject, finding.message.parameters) == ("", {"subject": subject})


def test_a_plural_follows_its_number(make_case: MakeCase) -> None:
    violation = Violation(("responsibilities",), {"n": 2, "subject": "x"})
    (finding,) = assess(make_case(), [made("XXX101", violation, plural="{subject} are wrong")], PLACES).findings
    assert finding.message == plural_message("{subject} is wrong", "{subject} are wrong", 2, subject="x")


def test_a_violation_can_bring_its_own_words(make_case: MakeCase) -> None:
    fault = message("nobody is there")
    violation = Violation(("responsibilities",), {"fault": fault, "subject": "x"})
    (finding,) = assess(make_case(), [made("XXX101", violation, message=OWN_WORDS)], PLACES).findings
    assert (finding.message, finding.remedy) == (fault, message("mend {subject}", subject="x"))


def test_a_violation_without_the_words_that_its_rule_promises_is_our_bug(make_case: MakeCase) -> None:
    violation = Violation(("responsibilities",), {"fault": "a text", "subject": "x"})
    with pytest.raises(AssertionError, match="XXX101"):
        assess(make_case(), [made("XXX101", violation, message=OWN_WORDS)], PLACES)


def test_findings_are_ordered_by_weight_then_main_file_then_line(make_case: MakeCase) -> None:
    rules = [
        made("XXX101", Violation(("people", "oser"), {"subject": "oser"}), wrong("access")),
        made("XXX102", wrong("restore"), wrong("restore", severity=Severity.BLOCKER)),
        made("XXX103", wrong("incident", severity=Severity.LOW), wrong("access")),
    ]
    found = assess(make_case(), rules, PLACES).findings
    assert [(finding.code, finding.severity.value, finding.path[-1]) for finding in found] == [
        ("XXX102", "blocker", "restore"),
        ("XXX102", "high", "restore"),
        ("XXX101", "high", "access"),
        ("XXX103", "high", "access"),
        ("XXX101", "high", "oser"),
        ("XXX103", "low", "incident"),
    ]


def test_two_assessments_are_joined_in_the_order_of_one(make_case: MakeCase) -> None:
    late = made("XXX101", Violation(("people", "oser"), {"subject": "oser"}), wrong("access"), Lacks(("load",)))
    early = made("XXX102", wrong("restore"), wrong("incident", severity=Severity.BLOCKER), Lacks(("load",)))
    case = make_case()
    apart = joined(assess(case, [early], PLACES), assess(case, [late], PLACES), PLACES)
    assert apart == assess(case, [late, early], PLACES)
    assert [finding.path[-1] for finding in apart.findings] == ["incident", "restore", "access", "oser"]


def test_what_a_rule_lacks_is_said_once_and_leaves_it_untested(make_case: MakeCase) -> None:
    lacking = made("XXX101", Lacks(("load.licences", "customer.users")), Lacks(("customer.users",)))
    found = assess(make_case(), [lacking, made("XXX102")], PLACES)
    missing = Untested(
        code="XXX101", missing=("load.licences", "customer.users"), could_block=False, could_be_high=True
    )
    assert found == Assessment(
        findings=(), untested=(missing,), tested=1, applicable=2,
        tested_codes=("XXX102",), applicable_codes=("XXX101", "XXX102"),
    )  # fmt: skip


@pytest.mark.parametrize("judged", [Judged(), wrong("restore")])
def test_a_rule_that_knows_one_subject_and_not_another_is_both(make_case: MakeCase, judged: Outcome) -> None:
    found = assess(make_case(), [made("XXX101", judged, Lacks(("load",)))], PLACES)
    assert (found.tested, found.applicable, len(found.untested)) == (1, 1, 1)


def test_a_rule_that_does_not_apply_leaves_the_denominator(make_case: MakeCase) -> None:
    found = assess(make_case(), [made("XXX101", NotApplicable()), made("XXX102")], PLACES)
    assert (found.tested, found.applicable, found.untested) == (1, 1, ())


@pytest.mark.parametrize(
    ("worst", "override", "could_block"),
    [
        (Severity.BLOCKER, {}, True),
        (Severity.HIGH, {}, False),
        (Severity.BLOCKER, {"XXX101": Severity.HIGH}, False),
        (Severity.LOW, {"XXX101": Severity.BLOCKER}, True),
    ],
)
def test_an_untested_rule_could_block_if_its_worst_does(
    make_case: MakeCase, worst: Severity, override: dict[str, Severity], could_block: bool
) -> None:
    case = make_case(severities=tuple(override.items()))
    (untested,) = assess(case, [made("XXX101", Lacks(("load",)), worst=worst)], PLACES).untested
    assert untested.could_block is could_block


def test_a_severity_of_the_description_counts_above_rule_and_violation(make_case: MakeCase) -> None:
    case = make_case(severities=(("XXX101", Severity.LOW),))
    (finding,) = assess(case, [made("XXX101", wrong("restore", severity=Severity.BLOCKER))], PLACES).findings
    assert finding.severity is Severity.LOW


def test_a_rule_switched_off_is_not_even_run(make_case: MakeCase) -> None:
    def judge(case: Case) -> Iterator[Outcome]:
        raise AssertionError

    off: Judge = judge
    case = make_case(severities=(("XXX101", None),))
    assert assess(case, [made("XXX101", judge=off)], PLACES) == Assessment(
        findings=(), untested=(), tested=0, applicable=0
    )


def test_a_finding_says_that_it_rests_on_assumptions(make_case: MakeCase) -> None:
    (finding,) = assess(make_case(), [made("XXX101", wrong("restore", rests_on_assumption=True))], PLACES).findings
    assert finding.rests_on_assumption


def test_a_violation_can_bring_its_own_remedy(make_case: MakeCase) -> None:
    own = message("do something else")
    one = wrong("restore", parameters={"subject": "restore", "remedy": own})
    (finding,) = assess(make_case(), [made("XXX101", one)], PLACES).findings
    assert finding.remedy == own


def test_a_subject_in_words_goes_with_the_words_of_a_violation(make_case: MakeCase) -> None:
    subject, fault = message("the desk"), message("nobody is there")
    one = made("XXX101", Violation((), {"subject": subject, "fault": fault}), message=OWN_WORDS)
    (finding,) = assess(make_case(), [one], PLACES).findings
    assert finding.message == message("nobody is there", subject=subject)


@pytest.mark.parametrize(
    ("worst", "expected"),
    [
        ((Severity.HIGH,), (False, True)),
        ((Severity.MEDIUM,), (False, False)),
        ((Severity.MEDIUM, Severity.HIGH), (False, True)),
        ((Severity.HIGH, None), (True, True)),
    ],
)
def test_what_is_lacking_may_weigh_less_than_the_rule_at_its_worst(
    make_case: MakeCase, worst: tuple[Severity | None, ...], expected: tuple[bool, bool]
) -> None:
    lacks = [Lacks((f"load.{index}",), worst=each) for index, each in enumerate(worst)]
    (untested,) = assess(make_case(), [made("XXX101", *lacks, worst=Severity.BLOCKER)], PLACES).untested
    assert (untested.could_block, untested.could_be_high) == expected


def test_rules_are_handed_what_is_confirmed(make_case: MakeCase) -> None:
    seen: list[bool] = []

    def judge(case: Case) -> Iterator[Outcome]:
        seen.append(case.rollout.load is None)
        yield Judged()

    case = make_case(load=Load(licences=3), evidence=(Evidence(id="load", level="proposed"),))
    assess(case, [made("XXX101", judge=judge)], PLACES)
    assert (seen, case.rollout.load) == ([True], Load(licences=3))


def test_the_family_of_a_rule_is_the_letters_of_its_code() -> None:
    assert [made(code).family for code in ("OWN101", "CAP210")] == ["OWN", "CAP"]
