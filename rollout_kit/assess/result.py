"""What compose, render and report share: the assessed and planned rollout."""

from dataclasses import dataclass
from typing import Literal

from rollout_kit.assess.carrying import Carrying
from rollout_kit.assess.case import Case
from rollout_kit.assess.prospects import Prospects
from rollout_kit.assess.verdict import Verdict
from rollout_kit.description.logos import LogoFile
from rollout_kit.finding import Finding, Problem, Untested
from rollout_kit.message import Message
from rollout_kit.plan.model import PersonRef


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDecision:
    """A standing decision of the kickoff that the description leaves open; ordered as the playbook lists them,
    those that answer a blocker first."""

    id: str
    question: Message
    proposal: Message
    otherwise: Message
    decider: PersonRef
    answers_blocker: bool
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One run. `tested` of `applicable` rules were judged for all their subjects or some of them.

    `findings` are ordered by severity (worst first), then place, those of the main file first; `untested` by code.
    `tested_codes` and `applicable_codes` name the rules that are counted, in alphabetical order. `notes` are
    problems that did not stop (a quoted date).
    """

    case: Case
    findings: tuple[Finding, ...]
    untested: tuple[Untested, ...]
    tested: int
    applicable: int
    verdict: Verdict
    decisions: tuple[OpenDecision, ...]
    notes: tuple[Problem, ...] = ()
    tested_codes: tuple[str, ...] = ()
    applicable_codes: tuple[str, ...] = ()
    edition: Literal["", "customer", "provider"] = ""  # the house that this copy is for; none: the working copy
    logos: tuple[LogoFile | None, LogoFile | None] = (None, None)  # of the customer, of the provider
    prospects: Prospects | None = None  # of the plan; None where nobody can plan it anew
    carrying: Carrying | None = None  # of support; None where nobody can reckon it
    sheet_id: str = ""  # eight characters A-Z 0-9, from the texts read: stands on every page
