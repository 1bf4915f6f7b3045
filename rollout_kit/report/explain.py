"""One rule explained: its docstring taken apart, and put together as plain text."""

import inspect
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter

from rollout_kit.assess.rule import Rule
from rollout_kit.language.words import Words
from rollout_kit.message import N_
from rollout_kit.report.naming import severity_word

WIDTH = 96  # house value: columns of a paragraph on a terminal

NOT_READY, READY, SOURCE = "Not ready:", "Ready:", "Source:"
"""The headings of a rule's docstring, in this order."""


class PageFault(ValueError):
    """The docstring of a rule lacks a part that its page needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePage:
    """What the docstring of a rule says, in English: texts of the catalogues, but for the examples.

    `title` without its full stop, `condition` when it fires, `why` it matters (paragraphs), two examples as TOML, and
    the source with its reliability mark.
    """

    title: str
    condition: str
    why: tuple[str, ...]
    not_ready: str
    ready: str
    source: str

    @property
    def texts(self) -> tuple[str, ...]:
        """What a translator is given: the title has its own text in the rule."""
        return (self.condition, *self.why, self.source)


def page_of(rule: Rule) -> RulePage:
    """Return the parts of a rule's docstring; raises `PageFault` that names what is missing."""
    return page_in(rule.documentation, rule.code)


def page_in(documentation: str, code: str) -> RulePage:
    """Return the parts of the docstring of the rule with that code; raises `PageFault` that names what is missing."""
    intro, not_ready = _parted(code, inspect.cleandoc(documentation), NOT_READY)
    not_ready, ready = _parted(code, not_ready, READY)
    ready, source = _parted(code, ready, SOURCE)
    paragraphs = [" ".join(paragraph.split()) for paragraph in intro.split("\n\n") if paragraph.strip()]
    if len(paragraphs) < 3:
        raise PageFault(f"{code}: a title, a condition and a reason are needed")
    return RulePage(
        title=paragraphs[0].removesuffix("."),
        condition=paragraphs[1],
        why=tuple(paragraphs[2:]),
        not_ready=inspect.cleandoc(not_ready) + "\n",
        ready=inspect.cleandoc(ready) + "\n",
        source=" ".join(source.split()),
    )


def rule_page(rule: Rule, words: Words) -> str:
    """Return a rule as plain text, its examples as they would stand in a file."""
    return "\n".join(_lines(rule, page_of(rule), words)) + "\n"


def remedy_of(rule: Rule, words: Words) -> str:
    """Return the remedy with dots for its parameters, as nothing is judged here."""
    fields = [field for _, field, _, _ in Formatter().parse(rule.remedy) if field]
    return words.say(rule.remedy, **dict.fromkeys(fields, "…"))


def severity_of(rule: Rule, words: Words) -> str:
    """Return the usual severity, and the worst where it can be worse."""
    usual = severity_word(rule.severity, words)
    if rule.worst is rule.severity:
        return usual
    return words.say(N_("{usual}, at worst {worst}"), usual=usual, worst=severity_word(rule.worst, words))


def _lines(rule: Rule, page: RulePage, words: Words) -> Iterator[str]:
    yield f"{rule.code} {rule.name}: {words.say(rule.title)}"
    yield words.say(N_("Severity: {severity}"), severity=severity_of(rule, words))
    for paragraph in (page.condition, *page.why):
        yield ""
        yield textwrap.fill(words.say(paragraph), WIDTH, break_on_hyphens=False)
    for label, example in ((N_("Not ready:"), page.not_ready), (N_("Ready:"), page.ready)):
        yield ""
        yield words.say(label)
        yield ""
        yield from (f"    {line}".rstrip() for line in example.splitlines())
    yield ""
    yield words.say(N_("What helps: {remedy}"), remedy=remedy_of(rule, words))
    yield words.say(N_("Source: {source}"), source=words.say(page.source))


def _parted(code: str, text: str, heading: str) -> tuple[str, str]:
    before, found, after = text.partition(f"\n{heading}")
    if not found or not after.strip():
        raise PageFault(f"{code}: {heading} is missing or empty")
    return before, after
