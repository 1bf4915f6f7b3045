"""Readiness by area in words: verdict, findings by severity, and how many rules that rests on."""

from rollout_kit.assess.areas import Area, areas_of
from rollout_kit.assess.result import Result
from rollout_kit.compose.wording import capitalised, plain, verdict_mark, verdict_words
from rollout_kit.document import Cell, Column, Row, Span, Table
from rollout_kit.finding import Severity
from rollout_kit.language.words import Words
from rollout_kit.message import N_

_NAMES = {
    "OWN": N_("Responsibilities"),
    "CAP": N_("Load and capacity"),
    "TRN": N_("Training"),
    "SLA": N_("Service levels and escalation"),
    "CON": N_("Continuity and restore"),
    "SEC": N_("Security and access"),
    "COM": N_("Communication"),
    "TST": N_("Tests"),
    "FBL": N_("Feedback and measures"),
    "OBJ": N_("Goals"),
    "PER": N_("Dependence on single people"),
    "MAT": N_("Maturity"),
    "CHN": N_("Interfaces of the teams"),
    "PIL": N_("Pilot"),
    "PLN": N_("Plan and dates"),
    "WAI": N_("Waivers"),
}
_HEADS = {
    Severity.BLOCKER: N_("Blocking"),
    Severity.HIGH: N_("High"),
    Severity.MEDIUM: N_("Medium"),
    Severity.LOW: N_("Low"),
}
_STATE_MM, _COUNT_MM, _TESTED_MM = 44.0, 17.0, 26.0


def areas_title(words: Words) -> str:
    """Return the heading of the table."""
    return words.say(N_("Readiness by area"))


def areas_table(result: Result, words: Words) -> Table | None:
    """Return a row per area; None where no rule applies."""
    areas = areas_of(result)
    if not areas:
        return None
    columns = (
        Column(head=words.say(N_("Area"))),
        Column(head=words.say(N_("State")), width_mm=_STATE_MM),
        *(
            Column(
                head=words.say(_HEADS[severity]), width_mm=_COUNT_MM, align="right", label=words.say(_HEADS[severity])
            )
            for severity in reversed(Severity)
        ),
        Column(
            head=words.say(N_("Rules tested")), width_mm=_TESTED_MM, align="right", label=words.say(N_("Rules tested"))
        ),
    )
    return Table(columns=columns, rows=tuple(_row(area, words) for area in areas), caption=areas_title(words))


def area_name(family: str, words: Words) -> str:
    """Return what the rules of a family are about; its letters where it has no name yet."""
    return words.say(_NAMES[family]) if family in _NAMES else family


def _row(area: Area, words: Words) -> Row:
    name = area_name(area.family, words)
    tested = words.say(N_("{n} of {m}"), n=area.tested, m=area.applicable)
    counts = (
        Cell(spans=(Span(text=words.number(count), strong=severity is Severity.BLOCKER),) if count else plain("–"))
        for severity, count in area.counts
    )
    return Row(cells=(Cell(spans=plain(name)), Cell(spans=(_state(area, words),)), *counts, Cell(spans=plain(tested))))


def _state(area: Area, words: Words) -> Span:
    if area.verdict is None:
        return Span(text=capitalised(words.say(N_("not tested"))))
    return Span(mark=verdict_mark(area.verdict), text=capitalised(verdict_words(area.verdict, words)), strong=True)
