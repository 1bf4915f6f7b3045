"""Many rollouts at a glance: a line for each."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rollout_kit.assess.result import Result
from rollout_kit.assess.verdict import Verdict
from rollout_kit.finding import Problem, Severity
from rollout_kit.language.words import Words
from rollout_kit.message import N_, Message, plural_message
from rollout_kit.report.ink import Ink, printable
from rollout_kit.report.naming import verdict_words

EXPIRES_SOON_DAYS = 30  # house value: a waiver that ends within a month is told


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A rollout: what came of it, or why it cannot be used."""

    file: str
    result: Result | None = None
    problems: tuple[Problem, ...] = ()
    error: Message | None = None


def overview(lines: Sequence[Line], words: Words, ink: Ink) -> str:
    """Return a line per rollout: file, verdict, blockers, the next date, waivers that end soon."""
    width = max(len(printable(line.file)) for line in lines)
    return "\n".join(f"{ink.strong(printable(line.file).ljust(width))}  {_said(line, words, ink)}" for line in lines)


def overview_as_json(lines: Sequence[Line], words: Words, ink: Ink) -> str:
    """Return the same as JSON, in ASCII."""
    rollouts = [_as_json(line, words) for line in lines]
    return json.dumps({"schema_version": 1, "rollouts": rollouts}, indent=2, ensure_ascii=True)


def next_date(result: Result) -> tuple[date, Message] | None:
    """Return the next day on which something of the plan ends, and what; None where nothing lies ahead."""
    as_of, plan = result.case.as_of, result.case.plan
    ahead = [(task.ends_on, task.name) for task in plan.tasks if task.ends_on is not None and task.ends_on >= as_of]
    ahead += [(item.date, item.name) for item in plan.later if item.date >= as_of]
    return min(ahead, key=lambda item: item[0], default=None)


def ending_waivers(result: Result) -> tuple[date, ...]:
    """Return the last days of waivers that end within a month, in order."""
    limit = result.case.as_of + timedelta(days=EXPIRES_SOON_DAYS)
    return tuple(sorted(each.until for each in result.case.waivers if each.holds and each.until <= limit))


def _said(line: Line, words: Words, ink: Ink) -> str:
    if line.result is None:
        count = plural_message(N_("{n} problem"), N_("{n} problems"), len(line.problems))
        fault = words.text(line.error) if line.error else words.text(count)
        return f"{ink.error(words.say(N_('cannot be used')))}: {printable(fault)}"
    result = line.result
    is_good = result.verdict in (Verdict.READY, Verdict.READY_WITH_CONDITIONS)
    verdict = (ink.good if is_good else ink.error)(verdict_words(result.verdict, words))
    parts = [verdict, words.text(plural_message(N_("{n} blocker"), N_("{n} blockers"), _blockers(result)))]
    if (ahead := next_date(result)) is not None:
        day, name = ahead
        own = Words(words.tag, result.case.playbook.texts_in(words.tag))
        parts.append(printable(own.say(N_("next: {day}, {task}"), day=words.short_date(day), task=name)))
    if waivers := ending_waivers(result):
        parts.append(words.say(N_("waiver ends {day}"), day=words.short_date(waivers[0])))
    return " · ".join(parts)


def _blockers(result: Result) -> int:
    return sum(finding.is_open and finding.severity is Severity.BLOCKER for finding in result.findings)


def _as_json(line: Line, words: Words) -> dict[str, object]:
    result = line.result
    if result is None:
        problems = [printable(words.text(problem.message)) for problem in line.problems]
        faults = [printable(words.text(line.error))] if line.error else problems
        return {"file": line.file, "verdict": None, "problems": faults}
    ahead = next_date(result)
    return {
        "file": line.file,
        "verdict": result.verdict.value,
        "blockers": _blockers(result),
        "next_date": ahead[0].isoformat() if ahead else None,
        "waivers_ending": [day.isoformat() for day in ending_waivers(result)],
        "problems": [],
    }
