"""The next things to do: what is worst first, and what must be written so that more can be judged."""

from collections.abc import Iterable, Iterator, Sequence

from rollout_kit.assess.result import Result
from rollout_kit.description.rollout import Rollout
from rollout_kit.finding import Finding, Severity, Untested
from rollout_kit.language.words import Words
from rollout_kit.message import N_, Parameter, plural_message
from rollout_kit.plan.model import Task
from rollout_kit.report.naming import name_of

STEPS = 3
_FAULTS_BEFORE_KEYS = 2  # house value: missing keys come third at the latest, since they decide the verdict too
_NAMED = 3  # of keys, and of rules


def next_steps(result: Result, words: Words) -> tuple[str, ...]:
    """Return at most three things to do, each a task of the plan, a remedy, or keys to write."""
    open_findings = [finding for finding in result.findings if finding.state == "open"]
    blockers = _things(result, (each for each in open_findings if each.severity is Severity.BLOCKER), words)
    others = _things(result, (each for each in open_findings if each.severity is not Severity.BLOCKER), words)
    deciding = [rule for rule in result.untested if rule.could_block] or [
        rule for rule in result.untested if rule.could_be_high
    ]
    keys = _keys_to_write(deciding, words)
    ordered = [*blockers[:_FAULTS_BEFORE_KEYS], *keys, *blockers[_FAULTS_BEFORE_KEYS:], *others]
    return tuple(dict.fromkeys(ordered))[:STEPS]


def planned(task: Task, rollout: Rollout, words: Words) -> str:
    """Return when, how long and who: `11 Jan 2027, 30 min, Anna Keller`."""
    effort, name = words.effort(task.minutes), name_of(task.lead, rollout, words)
    if task.starts_on is None:
        return words.say(N_("no date was found, {effort}, {name}"), effort=effort, name=name)
    day = words.short_date(task.starts_on)
    return words.say(N_("{day}, {effort}, {name}"), day=day, effort=effort, name=name)


def _things(result: Result, findings: Iterable[Finding], words: Words) -> list[str]:
    """Return one line per task, or per rule where no task cures; findings of one task share its line."""
    grouped: dict[str, list[Finding]] = {}
    for finding in findings:
        task = result.case.plan.task_curing(finding.code, finding.path)
        grouped.setdefault(f"task {task.id}" if task else f"rule {finding.code}", []).append(finding)
    return [_thing(result, group, words) for group in grouped.values()]


def _thing(result: Result, findings: Sequence[Finding], words: Words) -> str:
    first = findings[0]
    codes = words.names(dict.fromkeys(finding.code for finding in findings))
    task = result.case.plan.task_curing(first.code, first.path)
    if task is None:
        return words.say(N_("{finding}; {remedy} ({codes})"), finding=first.message, remedy=first.remedy, codes=codes)
    work = planned(task, result.case.rollout, words)
    return words.say(N_("{task}: {planned} ({codes})"), task=task.name, planned=work, codes=codes)


def _keys_to_write(untested: Sequence[Untested], words: Words) -> Iterator[str]:
    """Return one line with the first keys that keep a rule from being judged which could block."""
    keys = list(dict.fromkeys(key for rule in untested for key in rule.missing))
    codes = _first_codes(tuple(dict.fromkeys(rule.code for rule in untested)))
    named, more = tuple(keys[:_NAMED]), len(keys) - _NAMED
    if more > 0:
        text = plural_message(
            N_("write {keys} and {n} more key, so that {codes} can be judged"),
            N_("write {keys} and {n} more keys, so that {codes} can be judged"),
            more,
            keys=", ".join(named),
            codes=codes,
        )
        yield words.text(text)
    elif keys:
        yield words.say(N_("write {keys}, so that {codes} can be judged"), keys=named, codes=codes)


def _first_codes(codes: tuple[str, ...]) -> Parameter:
    more = len(codes) - _NAMED
    if more <= 0:
        return codes
    return plural_message(
        N_("{codes} and {n} more rule"), N_("{codes} and {n} more rules"), more, codes=", ".join(codes[:_NAMED])
    )
