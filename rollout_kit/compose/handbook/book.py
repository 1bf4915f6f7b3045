"""What every chapter of the handbook asks: the rollout, its people, and how an open item is said."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rollout_kit.assess.evidence import level_of
from rollout_kit.assess.result import Result
from rollout_kit.compose.wording import People, plain, short_house, shortened
from rollout_kit.description.responsibilities import EvidenceLevel, Responsibility
from rollout_kit.description.rollout import Rollout
from rollout_kit.document import Cell, Column, Group, Row, Span, Spans, Table, Text
from rollout_kit.finding import Finding, dotted
from rollout_kit.language.words import Words
from rollout_kit.message import N_, Duration, Parameter, playbook_text
from rollout_kit.plan.cast import Cast
from rollout_kit.plan.model import PersonRef, Plan
from rollout_kit.playbook.model import Playbook

NAME_CHARACTERS = 40  # in an open item
LABEL_MM = 40.0  # of a facts table beside the notes column

_WEAKEST_FIRST: tuple[EvidenceLevel, ...] = ("proposed", "declared", "documented", "tested")


@dataclass(frozen=True, kw_only=True)
class Book:
    """The handbook of one result in one language, while it is composed; open items of a bare one are questions only."""

    result: Result
    words: Words
    is_bare: bool = False

    @property
    def rollout(self) -> Rollout:
        """The description."""
        return self.result.case.rollout

    @property
    def playbook(self) -> Playbook:
        """The playbook."""
        return self.result.case.playbook

    @property
    def plan(self) -> Plan:
        """The plan; a handbook is composed after scheduling."""
        return self.result.case.plan

    @cached_property
    def people(self) -> People:
        """Everybody by name."""
        return People(self.rollout, self.words)

    @cached_property
    def cast(self) -> Cast:
        """Everybody by role."""
        return Cast(self.rollout, self.playbook)

    def say(self, text: str, **parameters: Parameter) -> str:
        """Return a text of the catalogues in the language of the handbook."""
        return self.words.say(text, **parameters)

    def own(self, key: str) -> str:
        """Return a text of the playbook by its key."""
        return self.words.text(playbook_text(key))

    def activity(self, id: str) -> str:
        """Return the name of an activity; one of the user's own is called by its key."""
        known = any(activity.id == id for activity in self.playbook.activities)
        return self.own(f"activities.{id}.name") if known else id.replace("_", " ")

    def line(self, activity: str) -> Responsibility | None:
        """Return the line of `[responsibilities]`, None where it is not listed."""
        return self.rollout.activity_by_id.get(activity)

    def open_words(self, what: str, role: str = "SO") -> str:
        """Return an open item as words: what is not known, and who brings it when."""
        if self.is_bare:
            return what
        ref = self.cast.first(role)
        named = self.people.is_named(ref)
        name = self.people.name(ref) if named else short_house(self.people.house(self.people.side(ref)))
        name = shortened(name, NAME_CHARACTERS)
        if self.result.case.as_of > self.plan.first_day:
            return self.say(N_("open: {what}, to be decided by {name}"), what=what, name=name)
        return self.say(N_("open: {what}, decided in the kickoff, {name}"), what=what, name=name)

    def open(self, what: str, role: str = "SO") -> Spans:
        """Return an open item as spans with the mark of open work."""
        return (Span(mark="open", text=self.open_words(what, role)),)

    def open_text(self, what: str, role: str = "SO") -> Text:
        """Return an open item as a paragraph."""
        return Text(spans=self.open(what, role))

    def fact(self, label: str, value: str | Spans | None, missing: str = "", role: str = "SO") -> Row:
        """Return a line of a facts table; an unknown value is an open item called `missing`, else by its label."""
        spans = plain(value) if isinstance(value, str) else value
        if spans is None:
            spans = self.open(missing or label, role)
        return Row(cells=(Cell(spans=(Span(text=label, quiet=True),)), Cell(spans=spans)))

    def length(self, length: Duration | None) -> str | None:
        """Return a duration in words, None where there is none."""
        return self.words.duration(length) if length else None

    def yes_no(self, value: bool | None, yes: str, no: str) -> Spans | None:
        """Return the words for a claim; None where nothing is known. A no stands in bold, since it asks for work."""
        if value is None:
            return None
        return (Span(text=yes),) if value else (Span(text=no, strong=True),)

    def findings_of(self, subjects: Sequence[str]) -> tuple[Finding, ...]:
        """Return the open findings whose place is one of the subjects (dotted paths) or lies under one."""
        return tuple(
            finding
            for finding in self.result.findings
            if finding.state == "open" and any(_lies_under(dotted(finding.path), subject) for subject in subjects)
        )

    def evidence_of(self, subjects: Sequence[str]) -> EvidenceLevel:
        """Return the weakest evidence of what the file says on the subjects; proposed where it says nothing."""
        known = [subject for subject in subjects if self.knows(subject)]
        levels = [level_of(self.rollout, tuple(subject.split("."))) for subject in known]
        levels += [each.level for each in self.rollout.evidence if any(_lies_under(each.id, one) for one in known)]
        return min(levels, key=_WEAKEST_FIRST.index, default="proposed")

    def knows(self, subject: str) -> bool:
        """Whether the file says anything at a place (dotted path)."""
        section, _, rest = subject.partition(".")
        if section == "responsibilities" and rest:
            return rest in self.rollout.activity_by_id
        said: object = getattr(self.rollout, section, None)
        for key in rest.split(".") if rest else ():
            said = getattr(said, key, None)
        return bool(said)

    def cured_by(self, finding: Finding) -> tuple[PersonRef, str]:
        """Return who mends a finding and by when, as a short date; empty where it is not dated."""
        task = self.plan.task_curing(finding.code, finding.path)
        if task is None or task.ends_on is None:
            return self.cast.first("SO"), ""
        return task.lead, self.words.day(task.ends_on)


def facts(*rows: Row) -> Group:
    """Return lines of label and value as a table."""
    return Group(role="facts", children=(Table(columns=(Column(width_mm=LABEL_MM), Column()), rows=rows),))


def row(*cells: str | Spans) -> Row:
    """Return a row of a table from words or spans."""
    return Row(cells=tuple(Cell(spans=plain(cell) if isinstance(cell, str) else cell) for cell in cells))


def _lies_under(path: str, subject: str) -> bool:
    return path == subject or path.startswith(subject + ".")
