"""Findings, problems and the verdict as a person reads them on a terminal."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from rollout_kit.assess.result import Result
from rollout_kit.assess.verdict import Verdict
from rollout_kit.finding import Finding, Position, Problem, Severity, dotted
from rollout_kit.language.words import Words
from rollout_kit.message import N_, Message, Parameter, plural_message
from rollout_kit.report.advice import next_steps
from rollout_kit.report.caret import underlined
from rollout_kit.report.entries import cure_of
from rollout_kit.report.ink import Ink, printable
from rollout_kit.report.naming import severity_word, verdict_words

SourceLine = Callable[[Position], str]
"""Returns the line of a position as it stands in the file; empty where it is not known."""

_MOST_FURTHER_PLACES = 5

_COUNTS = {
    Severity.BLOCKER: (N_("{n} blocker"), N_("{n} blockers")),
    Severity.HIGH: (N_("{n} high"), N_("{n} high")),
    Severity.MEDIUM: (N_("{n} medium"), N_("{n} medium")),
    Severity.LOW: (N_("{n} low"), N_("{n} low")),
}


class TextReport:
    """Writes reports for one terminal.

    `folder` is put before file names, as the description's folder was typed, so that a click on a place opens it.
    """

    def __init__(self, words: Words, ink: Ink, source_line: SourceLine, folder: str = "") -> None:
        self._words, self._ink, self._source_line, self._folder = words, ink, source_line, folder

    def problems(self, problems: Sequence[Problem]) -> str:
        """Return all problems and notes of a file, with a blank line between them, and their number."""
        faults = sum(not problem.is_note for problem in problems)
        count = plural_message(
            N_("{n} problem; nothing else was checked"), N_("{n} problems; nothing else was checked"), faults
        )
        return "\n\n".join([*(self._problem(problem) for problem in problems), self._said(count)])

    def notes(self, notes: Sequence[Problem]) -> str:
        """Return notes with their places, a blank line between them."""
        return "\n\n".join(self._problem(note) for note in notes)

    def result(self, result: Result) -> str:
        """Return notes, findings, what is not tested, the verdict, and the next things to do."""
        parts = [
            *([self.notes(result.notes)] if result.notes else []),
            *(self._finding(finding, result) for finding in result.findings),
            *self._untested(result),
            *self._calendars(result),
            self.verdict(result),
            *self._next_steps(result),
        ]
        return "\n\n".join(parts)

    def verdict(self, result: Result) -> str:
        """Return the verdict with what it rests on, in two lines."""
        words, ink = self._words, self._ink
        verdict = printable(verdict_words(result.verdict, words))
        is_good = result.verdict in (Verdict.READY, Verdict.READY_WITH_CONDITIONS)
        head = words.say(N_("verdict: {verdict}"), verdict=(ink.good if is_good else ink.error)(verdict))
        tested = self._say(N_("{n} of {m} rules tested"), n=result.tested, m=result.applicable)
        as_of = self._say(N_("as of {day}"), day=words.date(result.case.as_of))
        return f"{head}  ({tested}; {as_of})\n{self._counted(result.findings)}"

    def _problem(self, problem: Problem) -> str:
        kind = self._ink.note(self._say(N_("note"))) if problem.is_note else self._ink.error(self._say(N_("error")))
        further = list(self._further(problem.further))
        remedies = [self._said(problem.help)] if problem.help else []
        colour = self._ink.note if problem.is_note else self._ink.error
        return self._block(problem.position, f"{kind} {problem.code}", problem.message, [*remedies, *further], colour)

    def _finding(self, finding: Finding, result: Result) -> str:
        def colour(text: str) -> str:
            return self._ink.severity(finding.severity, text)

        kind = f"{colour(printable(severity_word(finding.severity, self._words)))} {finding.code}"
        remedies = [self._said(finding.remedy)]
        if finding.rests_on_assumption:
            remedies.append(self._say(N_("this rests on assumptions of ours only, on no figure of yours")))
        done = self._waived(finding, result) if not finding.is_open else cure_of(finding, result, self._words)
        remedies.append(f"{done}    {self._ink.quiet(f'rollout-kit explain {finding.code}')}")
        return self._block(finding.position, kind, finding.message, remedies, colour)

    def _waived(self, finding: Finding, result: Result) -> str:
        meant = (finding.code, dotted(finding.path))
        waiver = next(each for each in result.case.waivers if each.holds and meant in each.findings)
        return self._say(N_("waived until {day}: {reason}"), day=waiver.until, reason=waiver.waiver.reason)

    def _block(
        self, position: Position, kind: str, text: Message, remedies: Iterable[str], colour: Callable[[str], str]
    ) -> str:
        place = self._ink.strong(self._place(position))
        lines = [f"{place} {kind} {self._said(text)}"]
        margin = " " * (len(str(position.line)) + 1)
        source = self._source_line(position)
        if source.strip():
            line, carets = underlined(source, position.column, position.length)
            lines.append(f"{margin}{self._ink.quiet('|')}")
            lines.append(f"{self._ink.quiet(f'{position.line} |')} {line}".rstrip())
            lines.append(f"{margin}{self._ink.quiet('|')} {_coloured_carets(carets, colour)}")
        lines.extend(f"{margin}{self._ink.quiet('=')} {remedy}" for remedy in remedies)
        return "\n".join(lines)

    def _place(self, position: Position) -> str:
        return f"{printable(self._folder + position.file)}:{position.line}:{position.column}:"

    def _further(self, places: Sequence[Position]) -> Iterator[str]:
        if not places:
            return
        shown = [f"{place.line}:{place.column}" for place in places[:_MOST_FURTHER_PLACES]]
        more = len(places) - len(shown)
        if more:
            yield self._say(N_("also at {places} and {n} more"), places=", ".join(shown), n=more)
        else:
            yield self._say(N_("also at {places}"), places=", ".join(shown))

    def _untested(self, result: Result) -> Iterator[str]:
        if result.untested:
            head = self._say(N_("not tested, for want of these keys:"))
            yield "\n".join(
                [head, *(f"  {rule.code}  {printable(', '.join(rule.missing))}" for rule in result.untested)]
            )

    def _calendars(self, result: Result) -> Iterator[str]:
        """Say which public holidays the plan does not know, so that a region is not believed to count."""
        head = self._ink.note(self._say(N_("note")))
        lines = [f"{head} {self._said(text)}" for text in result.case.calendars.notes]
        if lines:
            yield "\n".join(lines)

    def _counted(self, findings: Sequence[Finding]) -> str:
        counted = [each for each in findings if each.is_open]
        numbers = {severity: sum(each.severity is severity for each in counted) for severity in reversed(Severity)}
        counts = [self._said(plural_message(*_COUNTS[severity], n)) for severity, n in numbers.items() if n]
        if waived := len(findings) - len(counted):
            counts.append(self._said(plural_message(N_("{n} waived"), N_("{n} waived"), waived)))
        return "  " + (", ".join(counts) or self._say(N_("no findings")))

    def _next_steps(self, result: Result) -> Iterator[str]:
        steps = next_steps(result, self._words)
        if steps:
            numbered = (f"  {number}. {printable(step)}" for number, step in enumerate(steps, 1))
            yield "\n".join([self._say(N_("next:")), *numbered])

    def _say(self, text: str, **parameters: Parameter) -> str:
        return printable(self._words.say(text, **parameters))

    def _said(self, text: Message) -> str:
        return printable(self._words.text(text))


def _coloured_carets(carets: str, colour: Callable[[str], str]) -> str:
    bare = carets.lstrip()
    return " " * (len(carets) - len(bare)) + colour(bare)
