"""What a rule says of each of its fixtures, as a person reads it.

`overlay` compares where a finding stands and how heavy it is; here stand its words, with their figures.
"""

from collections.abc import Iterator, Sequence

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import NotApplicable, Rule
from rollout_kit.assess.runner import assess
from rollout_kit.description.source_map import Places, scan
from rollout_kit.finding import Finding, Untested, dotted
from rollout_kit.language.words import Words
from rollout_kit.message import Message

from .overlay import Fragment


def account(rule: Rule, cases: Sequence[tuple[str, Fragment, Case]]) -> str:
    """Return what a rule says of each of these cases; nothing stands under the name of one that is well."""
    return "".join(f"{name}\n{''.join(_said(rule, given, case))}" for name, given, case in cases)


def row(rule: Rule) -> str:
    """Return what stands at a rule beside its words: how heavy, when it is judged, who cures it, how long, by when."""
    cure = rule.cure
    worst = "" if rule.worst is rule.severity else f" to {rule.worst.value}"
    about = f"{rule.code}  {rule.name}: {rule.severity.value}{worst}, {rule.stage}"
    if cure is None:
        return about
    return f"{about}\n        {cure.id}: {cure.owner}, {cure.before}, {cure.minutes} min + {cure.further_minutes}"


def _said(rule: Rule, given: Fragment, case: Case) -> Iterator[str]:
    if NotApplicable() in rule.judge(case.confirmed):
        yield "  does not apply\n"
        return
    words = Words("en", case.playbook.texts["en"])
    found = assess(case, [rule], Places(scan("fragment.toml", given.text)))
    yield from (_finding(each, words) for each in found.findings)
    yield from (_untested(each, is_whole=not found.tested) for each in found.untested)


def _finding(found: Finding, words: Words) -> str:
    assumed = " (assumed)" if found.rests_on_assumption else ""
    at = "" if found.at == found.path else f" at {dotted(found.at)}"
    message, remedy = words.text(found.message), words.text(found.remedy)
    about = _subject(found)
    named = f" [{about if isinstance(about, str) else words.text(about)}]" if about else ""
    return f"  {found.severity.value}{assumed}: {dotted(found.path)}{at}{named}\n    {message}\n    > {remedy}\n"


def _subject(found: Finding) -> Message | str:
    """What the task that cures it is named after."""
    subject = found.message.parameters.get("subject") or found.remedy.parameters.get("subject") or found.subject
    return subject if isinstance(subject, Message | str) else ""


def _untested(found: Untested, is_whole: bool) -> str:
    worst = "blocker" if found.could_block else "high" if found.could_be_high else "less than high"
    return f"  {'not tested' if is_whole else 'tested in part'}, {worst} at worst: {', '.join(found.missing)}\n"
