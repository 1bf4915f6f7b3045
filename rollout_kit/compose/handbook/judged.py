"""Whether a criterion of a sheet holds, as far as the findings of this run can say."""

from dataclasses import dataclass
from typing import Literal

from rollout_kit.compose.handbook.book import Book
from rollout_kit.finding import Finding, Severity
from rollout_kit.playbook.content import Criterion
from rollout_kit.rules.catalogue import catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What the findings say of a criterion; `findings` are those against it, the worst first.

    `untested`: nothing that would speak against it could be judged; `partly`: not all of it. Whatever is said here, the
    people at the table decide.
    """

    state: Literal["fails", "untested", "partly", "nothing-against"]
    findings: tuple[Finding, ...] = ()


def judged(criterion: Criterion, book: Book) -> Judgement:
    """Return what the findings say of a criterion."""
    against = tuple(finding for finding in book.result.findings if _speaks_against(finding, criterion, book))
    if against:
        return Judgement(state="fails", findings=against)
    if criterion.any_finding:
        blind = any(rule.could_block or rule.could_be_high for rule in book.result.untested)
        return Judgement(state="partly" if blind else "nothing-against")
    known = {_reach(code, book) for code in criterion.codes}
    if known <= {"none"}:
        return Judgement(state="untested")
    return Judgement(state="nothing-against" if known == {"whole"} else "partly")


def _speaks_against(finding: Finding, criterion: Criterion, book: Book) -> bool:
    if finding.state != "open":
        return False
    if criterion.any_finding:
        return finding.severity is Severity.BLOCKER or (
            finding.severity is Severity.HIGH and not _is_mended_in_time(finding, book)
        )
    return finding.code in criterion.codes and not _is_about_another(finding, criterion)


def _is_mended_in_time(finding: Finding, book: Book) -> bool:
    task = book.plan.task_curing(finding.code, finding.path)
    return task is not None and task.ends_on is not None and task.ends_on < book.plan.go_live


def _is_about_another(finding: Finding, criterion: Criterion) -> bool:
    """Whether it is about a priority that the criterion does not ask for."""
    if not criterion.priorities or finding.path[:1] != ("service_levels",) or len(finding.path) < 2:
        return False
    named = str(finding.path[1])
    return named.startswith("P") and named not in criterion.priorities


def _reach(code: str, book: Book) -> Literal["whole", "part", "none"]:
    """Return how far a rule could be judged; one that does not apply has nothing left to judge."""
    off = {rule for rule, severity in book.rollout.severities if severity is None}
    if code in off or all(rule.code != code for rule in catalogue()):
        return "none"
    if all(rule.code != code for rule in book.result.untested):
        return "whole"
    return "part" if code in book.result.tested_codes else "none"
