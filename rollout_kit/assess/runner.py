"""Runs the rules over a case: violations become findings, missing input becomes "not tested"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Lacks, NotApplicable, Outcome, Rule
from rollout_kit.description.source_map import Places
from rollout_kit.finding import Finding, Severity, Untested, Violation, dotted
from rollout_kit.message import Message, message, plural_message


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What the rules said.

    `findings` are ordered by severity (worst first), then by place, those of the main file first; `untested` by code.
    `tested` of `applicable` rules were judged for at least one subject: a rule that lacks the input for others is
    counted in `tested` and stands in `untested` as well.
    """

    findings: tuple[Finding, ...]
    untested: tuple[Untested, ...]
    tested: int
    applicable: int
    tested_codes: tuple[str, ...] = ()
    applicable_codes: tuple[str, ...] = ()


def assess(case: Case, rules: Sequence[Rule], places: Places) -> Assessment:
    """Run `rules` over what of the case is confirmed; a rule that the description switches off is not applicable."""
    case = case.confirmed
    overrides = dict(case.rollout.severities)
    outcomes = [
        (rule, tuple(rule.judge(case))) for rule in rules if overrides.get(rule.code, rule.severity) is not None
    ]
    judged = [(rule, found) for rule, found in outcomes if not any(isinstance(one, NotApplicable) for one in found)]
    findings = [
        _finding(case, rule, one, places) for rule, found in judged for one in found if isinstance(one, Violation)
    ]
    untested = [_untested(case, rule, found, overrides.get(rule.code)) for rule, found in judged if _lacking(found)]
    return Assessment(
        findings=_ranked(findings, places),
        untested=_by_code(untested),
        tested=sum(_is_tested(found) for _, found in judged),
        applicable=len(judged),
        tested_codes=tuple(sorted(rule.code for rule, found in judged if _is_tested(found))),
        applicable_codes=tuple(sorted(rule.code for rule, _ in judged)),
    )


def joined(first: Assessment, second: Assessment, places: Places) -> Assessment:
    """Return two assessments of one rollout as one, in the order of one."""
    return Assessment(
        findings=_ranked((*first.findings, *second.findings), places),
        untested=_by_code((*first.untested, *second.untested)),
        tested=first.tested + second.tested,
        applicable=first.applicable + second.applicable,
        tested_codes=tuple(sorted((*first.tested_codes, *second.tested_codes))),
        applicable_codes=tuple(sorted((*first.applicable_codes, *second.applicable_codes))),
    )


def _is_tested(outcomes: Sequence[Outcome]) -> bool:
    """Nothing was lacking, or something was judged besides."""
    return not _lacking(outcomes) or any(not isinstance(one, Lacks) for one in outcomes)


def _lacking(outcomes: Iterable[Outcome]) -> tuple[str, ...]:
    """The missing keys, each once, in the order in which they were missed."""
    return tuple(dict.fromkeys(key for one in outcomes if isinstance(one, Lacks) for key in one.keys))


def _untested(case: Case, rule: Rule, outcomes: Sequence[Outcome], override: Severity | None) -> Untested:
    worst = override or max(one.worst or rule.worst for one in outcomes if isinstance(one, Lacks))
    return Untested(
        code=rule.code,
        missing=tuple(_as_written(case, key) for key in _lacking(outcomes)),
        could_block=worst is Severity.BLOCKER,
        could_be_high=worst >= Severity.HIGH,
    )


def _as_written(case: Case, key: str) -> str:
    return dotted(case.as_written(tuple(int(part) if part.isdigit() else part for part in key.split("."))))


def _finding(case: Case, rule: Rule, violation: Violation, places: Places) -> Finding:
    planned = case.playbook.cure_for(rule.code)
    cure = planned.id if planned else rule.cure.id if rule.cure else None
    override = dict(case.rollout.severities).get(rule.code)
    subject = violation.parameters.get("subject")
    path = case.as_written(violation.path)
    at = case.as_written(violation.at) if violation.at else path
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=override or violation.severity or rule.severity,
        path=path,
        at=at,
        position=places.at(at),
        message=_message(rule, violation),
        remedy=_remedy(rule, violation),
        cure=cure,
        rests_on_assumption=violation.rests_on_assumption,
        subject=subject if isinstance(subject, str) else "",
    )


def _message(rule: Rule, violation: Violation) -> Message:
    if rule.message == OWN_WORDS:
        fault = violation.parameters["fault"]
        if not isinstance(fault, Message):
            raise AssertionError(f"{rule.code} owes its violation a message")
        subject = violation.parameters.get("subject")  # in words, it names the task that cures
        if isinstance(subject, Message):
            return replace(fault, parameters={"subject": subject, **fault.parameters})
        return fault
    if rule.plural is None:
        return message(rule.message, **violation.parameters)
    return plural_message(rule.message, rule.plural, **violation.parameters)  # type: ignore[arg-type]


def _remedy(rule: Rule, violation: Violation) -> Message:
    own = violation.parameters.get("remedy")
    parameters = {name: value for name, value in violation.parameters.items() if name != "fault"}
    return own if isinstance(own, Message) else message(rule.remedy, **parameters)


def _ranked(findings: Iterable[Finding], places: Places) -> tuple[Finding, ...]:
    main = places.at(()).file

    def rank(finding: Finding) -> tuple[int, bool, str, int, int, str]:
        place, weight = finding.position, list(Severity).index(finding.severity)
        return -weight, place.file != main, place.file, place.line, place.column, finding.code

    return tuple(sorted(findings, key=rank))


def _by_code(untested: Iterable[Untested]) -> tuple[Untested, ...]:
    return tuple(sorted(untested, key=lambda rule: rule.code))
