"""A report for a comment or a wiki: the verdict, and a table of findings."""

import re
from collections.abc import Sequence

from rollout_kit.assess.result import Result
from rollout_kit.language.words import Words
from rollout_kit.message import N_
from rollout_kit.report.concise import kind_word, waived_word
from rollout_kit.report.entries import Entry
from rollout_kit.report.ink import printable
from rollout_kit.report.naming import verdict_words

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+!|~&])")


def markdown(entries: Sequence[Entry], words: Words, result: Result | None = None) -> str:
    """Return the table under the verdict; of a file that could not be judged the table alone.

    Texts of the description are escaped: none of them becomes a link, an image or a mark-up.
    """
    heads = [words.say(head) for head in (N_("Severity"), N_("Rule"), N_("What"), N_("What helps"), N_("Place"))]
    lines = [_row(heads), _row(["---"] * len(heads))]
    lines += [_row(_cells(entry, words)) for entry in entries]
    table = "\n".join(lines) if entries else words.say(N_("no findings"))
    return f"{_head(result, words)}\n\n{table}" if result else table


def _head(result: Result, words: Words) -> str:
    name = _escaped(result.case.rollout.about.name)
    verdict = words.say(N_("verdict: {verdict}"), verdict=verdict_words(result.verdict, words))
    tested = words.say(N_("{n} of {m} rules tested"), n=result.tested, m=result.applicable)
    as_of = words.say(N_("as of {day}"), day=result.case.as_of)
    return f"# {name}\n\n**{verdict}** ({tested}; {as_of})"


def _cells(entry: Entry, words: Words) -> list[str]:
    helps = ". ".join(part for part in (entry.remedy, entry.cure) if part)
    message = _escaped(entry.message)
    if entry.is_waived:
        message = f"~~{message}~~ {_escaped(waived_word(entry, words))}: {_escaped(entry.reason)}"
    place = f"{printable(entry.position.file)}:{entry.position.line}"
    return [_escaped(kind_word(entry, words)), entry.code, message, _escaped(helps), _escaped(place)]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text.replace("\n", " "))
