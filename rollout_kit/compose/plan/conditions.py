"""The verdict on page 1, with the conditions that hold it back: what, who, until when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rollout_kit.assess.cure_items import CureItem, cure_items
from rollout_kit.assess.open_items import unknown
from rollout_kit.assess.verdict import Verdict
from rollout_kit.compose.by_name import by_name
from rollout_kit.compose.fit import fitted
from rollout_kit.compose.plan.planned import Desk
from rollout_kit.compose.wording import capitalised, clause, kept, plain, verdict_mark
from rollout_kit.document import Cell, Column, Group, Node, Row, Span, Table, Text
from rollout_kit.finding import Severity, Untested
from rollout_kit.message import N_
from rollout_kit.plan.model import PersonRef

MOST_CONDITIONS = 3
CONDITION_MM = 91 * 1.9  # two lines beside name and date; they break a little early
CONDITION_CHARACTERS = 102


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What has to be true before it can go on: words, who sees to it, until when."""

    text: str
    who: PersonRef
    until: date


def verdict_box(desk: Desk) -> Node:
    """Return the framed box: verdict, how many rules were tested, and at most three conditions."""
    words, result = desk.words, desk.result
    conditions = list(_conditions(desk))
    open_ones = [finding for finding in result.findings if finding.is_open]
    counts = [sum(finding.severity is severity for finding in open_ones) for severity in reversed(Severity)]
    tested = desk.say(N_("{tested} of {applicable} rules tested"), tested=result.tested, applicable=result.applicable)
    found = desk.say(
        N_("Findings: {blockers} blocking, {high} high, {medium} medium"),
        blockers=counts[0],
        high=counts[1],
        medium=counts[2],
    )
    rows = tuple(
        Row(
            cells=(
                Cell(spans=plain(condition.text)),
                Cell(spans=(desk.who(condition.who),)),
                Cell(spans=(kept(desk.say(N_("by {day}"), day=words.day(condition.until))),)),
            )
        )
        for condition in conditions[:MOST_CONDITIONS]
    )
    columns = (Column(), Column(width_mm=46), Column(width_mm=27, align="right"))
    table = (
        (Table(columns=columns, rows=rows, manner="conditions", caption=desk.say(N_("Conditions"))),) if rows else ()
    )
    head = Text(
        spans=(Span(text=_verdict_words(desk, len(conditions)), strong=True, mark=verdict_mark(result.verdict)),)
    )
    note = Text(spans=(Span(text=tested, line_break=True), Span(text=found)), manner="note")
    return Group(role="verdict", children=(head, note, *table))


def _verdict_words(desk: Desk, count: int) -> str:
    said = {
        Verdict.TOO_LITTLE_KNOWN: N_("Too little is known"),
        Verdict.NOT_READY: N_("Not ready yet"),
        Verdict.READY_WITH_CONDITIONS: N_("Ready with conditions"),
        Verdict.READY: N_("Ready"),
    }[desk.result.verdict]
    word = desk.say(said)
    if count > MOST_CONDITIONS:
        return desk.say(N_("{verdict}: {shown} of {count} points"), verdict=word, shown=MOST_CONDITIONS, count=count)
    return word


def _conditions(desk: Desk) -> Iterator[Condition]:
    """Yield what has to be done: for blockers first, then what could block and is not stated, then what weighs high.

    They are the items of the list of open items that weigh so much, each once however many findings it cures.
    """
    result = desk.result
    cures = cure_items(result)
    found = [_cure(cure, desk) for cure in cures if cure.severity is Severity.BLOCKER]
    found += _unknown(desk, [untested for untested in result.untested if untested.could_block])
    found += [_cure(cure, desk) for cure in cures if cure.severity is Severity.HIGH]
    found += _unknown(desk, [untested for untested in result.untested if untested.could_be_high])
    yield from dict.fromkeys(found)


def _cure(cure: CureItem, desk: Desk) -> Condition:
    said = clause(capitalised(desk.words.text(by_name(cure.what, desk.result))), CONDITION_CHARACTERS)
    return Condition(text=fitted(said, CONDITION_MM, 10), who=cure.who, until=cure.until or desk.plan.first_day)


def _unknown(desk: Desk, rules: Sequence[Untested]) -> list[Condition]:
    return [
        Condition(
            text=fitted(desk.words.text(item.what), CONDITION_MM, 10),
            who=item.who,
            until=item.until or desk.plan.first_day,
        )
        for item in unknown(desk.result, rules)
    ]
