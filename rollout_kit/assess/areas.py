"""Readiness by area: the rules of a family, what they found, and how many of them could be judged."""

from dataclasses import dataclass

from rollout_kit.assess.result import Result
from rollout_kit.assess.verdict import Verdict, verdict
from rollout_kit.finding import Severity

ORDER = (
    "OWN", "CAP", "TRN", "SLA", "CON", "SEC", "COM", "TST", "FBL", "OBJ", "PER", "MAT", "CHN", "PIL", "PLN", "WAI",
)  # fmt: skip
"""The families of rules as they are told; one that is not named here comes last."""

_LETTERS = 3  # of a code that name its family


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """How ready one area is, by the same reckoning as the whole rollout.

    `verdict` is None where that would be *ready* of rules of which none could be judged. `counts` has the open findings
    per severity, worst first, none left out.
    """

    family: str
    verdict: Verdict | None
    counts: tuple[tuple[Severity, int], ...]
    tested: int
    applicable: int


def areas_of(result: Result) -> tuple[Area, ...]:
    """Return the areas that have a rule which applies, in the order of `ORDER`."""
    families = {code[:_LETTERS] for code in result.applicable_codes}
    return tuple(_area(family, result) for family in sorted(families, key=_place))


def _place(family: str) -> tuple[int, str]:
    return (ORDER.index(family) if family in ORDER else len(ORDER), family)


def _area(family: str, result: Result) -> Area:
    findings = [one for one in result.findings if one.state == "open" and one.code[:_LETTERS] == family]
    untested = [one for one in result.untested if one.code[:_LETTERS] == family]
    tested = sum(code[:_LETTERS] == family for code in result.tested_codes)
    reckoned = verdict(findings, untested)
    return Area(
        family=family,
        verdict=reckoned if tested or reckoned is not Verdict.READY else None,
        counts=tuple((severity, sum(one.severity is severity for one in findings)) for severity in reversed(Severity)),
        tested=tested,
        applicable=sum(code[:_LETTERS] == family for code in result.applicable_codes),
    )
