"""The answer of the capacity model as a person reads it on a terminal."""

from collections.abc import Iterator, Sequence

from rollout_kit.capacity.answer import Answer
from rollout_kit.capacity.figures import Mark
from rollout_kit.capacity.model import Untold
from rollout_kit.capacity.names import MARKS, Taken, begins, taken
from rollout_kit.capacity.periods import Period, TierLoad, periods
from rollout_kit.capacity.said import cut, dates, effect, exact, rests_on, spikes, verdict, what_binds, what_helps
from rollout_kit.description.rollout import Rollout
from rollout_kit.finding import dotted
from rollout_kit.language.words import Words
from rollout_kit.message import N_, Message, Parameter, Percent
from rollout_kit.report.grid import GAP, grid
from rollout_kit.report.ink import Ink, printable

MOST_CHANGES = 3
SHORT_MARKS = {Mark.OWN: N_("own"), Mark.A: "A", Mark.B: "B", Mark.C: "C", Mark.NONE: N_("ours")}
NONE = "–"


class CapacityPage:
    """Writes the page of one rollout for one terminal."""

    def __init__(self, rollout: Rollout, words: Words, ink: Ink) -> None:
        self._rollout, self._words, self._ink = rollout, words, ink

    def untold(self, untold: Untold) -> str:
        """Return which keys are missing, or hold a number that is too large, and how the missing ones are written."""
        lines = []
        if untold.missing:
            lines.append(self._say(N_("not told, for want of these keys:")))
            lines.extend(f"  {printable(dotted(path))}" for path in untold.missing)
            lines.append(self._say(N_("they are written so:")))
            lines.extend(f"  {line}" for line in _written(untold))
        if untold.beyond:
            lines.append(self._say(N_("not told, since these numbers are larger than anything that is worked out:")))
            lines.extend(f"  {printable(dotted(path))}" for path in untold.beyond)
        return "\n".join(lines)

    def answer(self, answer: Answer) -> str:
        """Return the page: the sentence, the table, the date, what helps, and what it rests on."""
        parts = [
            "\n".join(self._sentences(answer)),
            self._table(answer),
            "\n".join(self._dates(answer)),
            *self._changes(answer),
            *self._figures(answer),
        ]
        return "\n\n".join(parts)

    def _sentences(self, answer: Answer) -> Iterator[str]:
        expectation, outlook = answer.expectation, answer.outlook
        question = expectation.question
        paint = self._ink.good if outlook.is_scaling else self._ink.error
        yield paint(self._said(verdict(question, outlook)))
        use = dict(expectation.uses).get(expectation.binding_limit, 0.0)
        yield self._said(what_binds(question, outlook, expectation.binding_limit, use))
        yield self._said(what_helps(answer))
        if (weak := rests_on(answer)) is not None:
            yield self._ink.note(self._said(weak))

    def _table(self, answer: Answer) -> str:
        found = periods(answer.expectation)
        tiers = [tier.id for tier in found[0].tiers] if found else []
        heads = [
            self._say(N_("from")),
            self._say(N_("begins")),
            self._say(N_("contacts a day")),
            *(self._say(N_("{level}: hours of work / people"), level=tier) for tier in tiers),
            self._say(N_("phone in time")),
            self._say(N_("people needed / there")),
            self._say(N_("days waiting")),
        ]
        rows = [[printable(cell) for cell in self._period(period)] for period in found]
        return f"{self._say(N_('at the middle figures, per open day:'))}\n{grid(heads, rows, left=2, ink=self._ink)}"

    def _period(self, period: Period) -> Iterator[str]:
        words = self._words
        yield words.short_date(period.starts_on)
        yield self._begins(period)
        yield words.number(period.contacts, 1)
        for tier in period.tiers:
            yield self._tier(tier)
        if not period.has_phone:
            yield from (NONE, NONE)
        else:
            level = period.phone_level
            yield words.say(N_("none")) if level is None else words.percent(round(level, 2))
            yield f"{NONE if period.needed is None else words.number(period.needed)} / {words.number(period.there)}"
        days = period.backlog_days
        yield words.say(N_("never done")) if days is None else words.number(round(days, 1))

    def _tier(self, tier: TierLoad) -> str:
        words = self._words
        return f"{words.number(tier.demanded_hours, 1)} / {words.number(tier.capacity_hours, 1)}"

    def _begins(self, period: Period) -> str:
        begun = begins(period.waves, self._rollout.site_by_id)
        return self._words.text(begun) if begun else ""

    def _dates(self, answer: Answer) -> Iterator[str]:
        outlook, expectation = answer.outlook, answer.expectation
        yield self._said(dates(outlook))
        yield self._said(exact(expectation.outgrown_on))
        if (told := spikes(expectation)) is not None:
            yield self._said(told)
        if (shorter := cut(expectation.question)) is not None:
            yield self._said(shorter)
        longest = outlook.longest_spike
        if longest[2]:
            text = N_("longest short breach, in open days: {middle} in the middle run, {most} in the worst tenth")
            yield self._say(text, middle=longest[1], most=longest[2])
        text = N_("{runs} runs, seed {seed}; a share is sure to {error} points")
        error = round(outlook.sampling_error * 100, 1)
        yield self._ink.quiet(self._say(text, runs=outlook.runs, seed=str(outlook.seed), error=error))

    def _changes(self, answer: Answer) -> Iterator[str]:
        helping = [each for each in answer.advice if each.is_better][:MOST_CHANGES]
        if not helping:
            return
        now = Percent(round(1 - answer.outlook.share_outgrown, 2))
        text = N_("single changes that help most (as described it holds in {share} of the runs):")
        lines = [self._say(text, share=now)]
        for number, each in enumerate(helping, 1):
            told = self._say(N_("{change}; {effect}"), change=each.change.text, effect=effect(each))
            lines.append(f"  {number}. {told}")
        yield "\n".join(lines)

    def _figures(self, answer: Answer) -> Iterator[str]:
        question = answer.expectation.question
        found = [each for each in taken(question) if each.mark is not Mark.STATED]
        if found:
            rows = [[printable(cell) for cell in self._taken(each)] for each in found]
            head = self._say(N_("figures that the description does not state:"))
            key = "; ".join(self._say(MARKS[mark]) for mark in (Mark.A, Mark.B, Mark.C))
            yield f"{head}\n{grid((), rows, left=4, ink=self._ink)}\n{GAP}{self._ink.quiet(key)}"
        if question.assumed:
            keys = ", ".join(printable(dotted(path)) for path in question.assumed)
            yield self._say(N_("ours too, since these keys are not there: {keys}"), keys=keys)

    def _taken(self, each: Taken) -> Iterator[str]:
        yield self._words.text(each.name)
        yield self._words.value(each.value)
        yield self._words.say(SHORT_MARKS[each.mark])
        yield self._words.text(each.source) if each.source else ""

    def _say(self, text: str, **parameters: Parameter) -> str:
        return printable(self._words.say(text, **parameters))

    def _said(self, text: Message) -> str:
        return printable(self._words.text(text))


EXAMPLES: dict[tuple[str, ...], Sequence[str]] = {
    ("customer", "users"): ("[customer]", "users = 85"),
    ("support", "L1", "staff"): ("[support.L1]", "staff = 2"),
}
"""Lines of a description for each key that can be missing; in the language of the format, which is English."""


def _written(untold: Untold) -> Iterator[str]:
    for path in untold.missing:
        yield from EXAMPLES.get(tuple(str(part) for part in path), ())
