"""Two runs side by side, as a person reads them on a terminal and as JSON."""

import json
from collections.abc import Iterator, Sequence

from rollout_kit.assess.verdict import Verdict
from rollout_kit.compare.difference import Difference, Figures, Shift, figures
from rollout_kit.finding import Finding, Severity, dotted
from rollout_kit.language.words import Words
from rollout_kit.message import N_, Parameter, plural_message
from rollout_kit.report.ink import Ink, printable
from rollout_kit.report.naming import severity_word, verdict_words

MOST_SHIFTS = 8  # house value: of many tasks with other days the farthest are named
MOST_FINDINGS = 5  # house value: of each kind; `check` lists them all
MINUTES_A_DAY = 480  # of a person-day
_OF_LOAD = ("load.", "support.", "customer.users", "load=", "support=")  # keys of which the plan tells the least
_ROWS = {
    Severity.BLOCKER: N_("blockers"),
    Severity.HIGH: N_("high findings"),
    Severity.MEDIUM: N_("medium findings"),
    Severity.LOW: N_("low findings"),
}


def what_if(difference: Difference, changes: Sequence[str], words: Words, ink: Ink) -> str:
    """Return verdict and plan with the changes beside today's, what is gone and new, and which tasks move."""
    parts = [
        _table(difference, changes, words, ink),
        *_listed(words.say(N_("no longer found:")), difference.gone, words, ink),
        *_listed(words.say(N_("newly found:")), difference.new, words, ink),
        *_listed(words.say(N_("heavier than today:")), difference.heavier, words, ink),
        *_listed(words.say(N_("lighter than today:")), difference.lighter, words, ink),
        *_shifted(difference, words),
    ]
    if len(parts) == 1:
        parts.append(words.say(N_("nothing else differs")))
    if any(change.startswith(_OF_LOAD) for change in changes):
        text = N_("how long support carries the load is not compared here; rollout-kit capacity tells it")
        parts.append(ink.quiet(words.say(text)))
    return "\n\n".join(parts)


def what_if_as_json(difference: Difference, changes: Sequence[str], words: Words) -> str:
    """Return the same as JSON, in ASCII; keys and order never depend on the language."""
    fields = {
        "schema_version": 1,
        "changes": list(changes),
        "before": _figures_as_json(difference.before.verdict, figures(difference.before)),
        "after": _figures_as_json(difference.after.verdict, figures(difference.after)),
        "gone": [_finding_as_json(each, words) for each in difference.gone],
        "new": [_finding_as_json(each, words) for each in difference.new],
        "heavier": [_finding_as_json(each, words) for each in difference.heavier],
        "lighter": [_finding_as_json(each, words) for each in difference.lighter],
        "shifts": [_shift_as_json(each) for each in difference.shifts],
    }
    return json.dumps(fields, indent=2, ensure_ascii=True)


def _table(difference: Difference, changes: Sequence[str], words: Words, ink: Ink) -> str:
    before, after = figures(difference.before), figures(difference.after)
    rows = [
        ("", words.say(N_("today")), words.say(N_("with {changes}"), changes=" ".join(changes))),
        (
            words.say(N_("verdict")),
            verdict_words(difference.before.verdict, words),
            verdict_words(difference.after.verdict, words),
        ),
        *(
            (words.say(name), words.number(before.open[severity]), words.number(after.open[severity]))
            for severity, name in _ROWS.items()
        ),
        (words.say(N_("go-live")), words.full_date(before.go_live), words.full_date(after.go_live)),
        (words.say(N_("end of the plan")), words.full_date(before.last_day), words.full_date(after.last_day)),
        (words.say(N_("tasks")), words.number(before.tasks), words.number(after.tasks)),
        (words.say(N_("without a place")), words.number(before.homeless), words.number(after.homeless)),
        (words.say(N_("later than they should")), words.number(before.late), words.number(after.late)),
        (words.say(N_("person-days")), _person_days(before, words), _person_days(after, words)),
    ]
    names, left = (max(len(printable(row[column])) for row in rows) for column in (0, 1))
    return "\n".join(_row(row, names, left, ink) for row in rows)


def _person_days(told: Figures, words: Words) -> str:
    return words.number(told.minutes / MINUTES_A_DAY, 1)


def _row(row: tuple[str, str, str], names: int, left: int, ink: Ink) -> str:
    name, before, after = (printable(cell) for cell in row)
    shown = ink.strong(after) if before != after else after
    return f"{name.ljust(names)}  {before.ljust(left)}  {shown}".rstrip()


def _listed(head: str, findings: Sequence[Finding], words: Words, ink: Ink) -> Iterator[str]:
    if findings:
        lines = [
            f"  {ink.severity(each.severity, printable(severity_word(each.severity, words)))} {each.code}  "
            f"{printable(words.text(each.message))}"
            for each in findings[:MOST_FINDINGS]
        ]
        yield "\n".join([head, *lines, *_more(len(findings) - len(lines), words)])


def _more(number: int, words: Words) -> Iterator[str]:
    if number:
        yield "  " + words.say(N_("and {n} more"), n=number)


def _shifted(difference: Difference, words: Words) -> Iterator[str]:
    shifts = difference.shifts
    if not shifts:
        return
    head = plural_message(N_("{n} task ends on another day:"), N_("{n} tasks end on another day:"), len(shifts))
    lines = [f"  {printable(_shift(each, words))}" for each in shifts[:MOST_SHIFTS]]
    yield "\n".join([words.text(head), *lines, *_more(len(shifts) - len(lines), words)])


def _shift(shift: Shift, words: Words) -> str:
    no_place = words.say(N_("no place"))
    before, after = (no_place if day is None else words.day(day) for day in (shift.before, shift.after))
    told: dict[str, Parameter] = {"task": shift.name, "before": before, "after": after}
    return words.say(N_("{task}: {before}, then {after}"), **told)


def _figures_as_json(verdict: Verdict, told: Figures) -> dict[str, object]:
    return {
        "verdict": verdict.value,
        "findings": {severity.value: number for severity, number in told.open.items()},
        "go_live": told.go_live.isoformat(),
        "last_day": told.last_day.isoformat(),
        "tasks": told.tasks,
        "without_place": told.homeless,
        "late": told.late,
        "person_minutes": told.minutes,
    }


def _finding_as_json(finding: Finding, words: Words) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "path": dotted(finding.path),
        "message": printable(words.text(finding.message)),
    }


def _shift_as_json(shift: Shift) -> dict[str, object]:
    before, after = (day.isoformat() if day else None for day in (shift.before, shift.after))
    return {"task": shift.id, "before": before, "after": after}
