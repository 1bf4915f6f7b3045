"""Of the twelve questions those on people, their absences, and the work that must go on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from rollout_kit.beginning import moments, readings
from rollout_kit.beginning.answers import Answers, Days, PersonAnswer, Scope, Side
from rollout_kit.beginning.names import name, names, person
from rollout_kit.beginning.starter import kickoff_after
from rollout_kit.cli.asking import Asker
from rollout_kit.description.quantities import parse_duration
from rollout_kit.message import N_, Message, message

WATCHED_DAYS = 28  # after the start: absences until then touch the rollout
_ABOUT_A_PLAN = timedelta(days=30)  # where nobody knows the start yet
_YEAR = timedelta(days=335)  # with the month that `moments.day` looks back

_SCOPES: dict[str, Scope] = {
    "1": "files", "2": "mailbox", "3": "system", "files": "files", "mailbox": "mailbox", "system": "system",
    "whole system": "system", "dateien": "files", "postfach": "mailbox", "postfächer": "mailbox",
    "ganzes system": "system", "das ganze system": "system",
}  # fmt: skip
_SIDES: dict[str, Side] = {"1": "customer", "2": "provider"}


def deciders(asker: Asker, answers: Answers, _: date) -> Answers:
    """Ask who decides on money and on go or no-go; they are the same where nothing else is said."""
    sponsor = _who(asker, answers, N_("Who decides on money?"), "sponsor", "customer")
    answers = _with_holder(answers, sponsor, "sponsor", "customer")
    known = answers.holder("decision_maker", "customer") or answers.holder("sponsor", "customer")
    decider = _who(asker, answers, N_("Who decides on go or no-go?"), "decision_maker", "customer", known)
    return _with_holder(answers, decider, "decision_maker", "customer")


def own_lead(asker: Asker, answers: Answers, _: date) -> Answers:
    """Ask who leads at the customer's, with how much time, and who stands in."""
    lead = _who(asker, answers, N_("Who leads the rollout at yours?"), "service_owner", "customer")
    answers = _with_holder(answers, lead, "service_owner", "customer")
    if lead is None:
        return answers
    person = answers.person(lead)
    assert person is not None
    time = asker.ask(message(N_("How many hours a week, or percent, are free for it?")), readings.share,
                     shown=lambda share: _time(asker, share))  # fmt: skip

    def other(text: str) -> str | Message:
        found = name(text, answers, "customer")
        return message(N_("that is the same person")) if found == lead else found

    deputy = asker.ask(message(N_("Who stands in for {name}?"), name=lead), other)
    if deputy:
        answers = answers.with_person(deputy, "customer")
    return answers.with_changed(replace(person, share=time or person.share, deputy=deputy or person.deputy))


def provider_lead(asker: Asker, answers: Answers, _: date) -> Answers:
    """Ask who leads at the provider's, and who answers under which number."""
    lead = _who(asker, answers, N_("Who leads at the provider?"), "operations_lead", "provider")
    answers = _with_holder(answers, lead, "operations_lead", "provider")
    number = asker.ask(message(N_("Which number do your people call when something is broken?")), readings.phone)

    def several(text: str) -> tuple[str, ...] | Message:
        return names(text, answers, "provider")

    desk = asker.ask(message(N_("Who answers there (one or more names)?")), several, shown=", ".join)
    for one in desk or ():
        answers = answers.with_person(one, "provider", ("desk",))
    return replace(answers, desk_phone=number or "")


def days(asker: Asker, answers: Answers, as_of: date) -> Answers:
    """Ask who is away until some weeks after the start, and when nothing may change."""
    first = answers.kickoff or kickoff_after(as_of)
    until = (answers.go_live or first + _ABOUT_A_PLAN) + timedelta(days=WATCHED_DAYS)
    asker.tell(message(N_("a line for each, such as: Keller 1.2.-5.2. holidays; Enter ends")))
    answers = _absences(asker, answers, first, until)
    return _freezes(asker, answers, first)


def _absences(asker: Asker, answers: Answers, first: date, until: date) -> Answers:
    found = answers

    def take(line: str) -> Message | str:
        nonlocal found
        read = moments.stretch(line, first)
        if isinstance(read, Message):
            return read
        if read[0] and not found.named(read[0]):
            found = _with_stranger(asker, found, read[0])
        who = person(read[0], found)
        if isinstance(who, Message):
            return who
        found = found.with_changed(replace(who, absences=(*who.absences, read[1])))
        return f"{who.name}: {_stretch(asker, read[1])}"

    asker.lines(message(N_("Who is away until {day}, and when?"), day=until), take)
    return found


def _with_stranger(asker: Asker, answers: Answers, who: str) -> Answers:
    """Return the answers with somebody who has not been named before, where the house is told."""
    asked = message(N_("{name} is new: 1 = works at yours, 2 = at the provider, Enter = leave out:"), name=who)
    wrong = message(N_("please type {choices}"), choices="1, 2")
    side: Side | None = asker.ask(asked, readings.one_of(_SIDES, wrong), shown=lambda _: "")
    return answers.with_person(who, side) if side else answers


def _freezes(asker: Asker, answers: Answers, first: date) -> Answers:
    found: list[Days] = []

    def take(line: str) -> Message | str:
        read = moments.stretch(line, first)
        if isinstance(read, Message):
            return read
        before, stretch = read
        found.append(replace(stretch, why=", ".join(part for part in (before, stretch.why) if part)))
        return _stretch(asker, found[-1])

    asker.lines(message(N_("When may nothing change (such as 15.3.-31.3. tax returns)?")), take)
    return replace(answers, freeze=tuple(found))


def processes(asker: Asker, answers: Answers, as_of: date) -> Answers:
    """Ask which work must go on, and when a restore was last tried."""
    found = answers

    def take(line: str) -> Message | str:
        nonlocal found
        process = readings.critical_work(line)
        if isinstance(process, Message):
            return process
        found = replace(found, processes=(*found.processes, process))
        stop = asker.words.duration(parse_duration(process.tolerable_stop)) if process.tolerable_stop else ""
        return ", ".join(part for part in (process.name, stop) if part)

    asker.tell(message(N_("a line for each, with the longest stop, such as: payroll, 4 h; Enter ends")))
    asker.lines(message(N_("Which work must never stand still?")), take)

    def past(text: str) -> date | Message:
        day = moments.day(text, as_of - _YEAR)
        return message(N_("that day is still to come")) if isinstance(day, date) and day > as_of else day

    question = message(N_("On which day was a restore from the backup last tried?"))
    tried = asker.ask(question, past, shown=asker.words.full_date)
    scope = _scope(asker) if tried else None
    return replace(found, restore_tried=tried, restore_scope=scope)


def _scope(asker: Asker) -> Scope | None:
    wrong = message(N_("please type {choices}"), choices="1, 2, 3")
    question = message(N_("What was brought back: 1 = files, 2 = a mailbox, 3 = the whole system?"))
    return asker.ask(question, readings.one_of(_SCOPES, wrong), shown=lambda _: "")


def _who(
    asker: Asker, answers: Answers, question: str, role: str, side: Side, known: PersonAnswer | None = None
) -> str | None:
    """Return a name; Enter keeps the one who is known to have the role."""
    known = known or answers.holder(role, side)
    asked = message(question)
    if known is not None:
        asked = message(N_("{question} [{default}]"), question=asked, default=known.name)
    read: Callable[[str], str | Message] = lambda text: name(text, answers, side)  # noqa: E731
    return asker.ask(asked, read) or (known.name if known else None)


def _with_holder(answers: Answers, holder: str | None, role: str, side: Side) -> Answers:
    """Return the answers with somebody in a role, which no other one of the list keeps."""
    if holder is None:
        return answers
    for other in answers.people:
        if role in other.roles and other.name != holder:
            answers = answers.with_changed(replace(other, roles=tuple(one for one in other.roles if one != role)))
    return answers.with_person(holder, side, (role,))


def _time(asker: Asker, share: float) -> str:
    return asker.words.say(
        N_("{hours} h a week, {percent}"), hours=round(share * readings.HOURS_A_WEEK, 1),
        percent=asker.words.percent(share),
    )  # fmt: skip


def _stretch(asker: Asker, stretch: Days) -> str:
    first, last = asker.words.date(stretch.first), asker.words.date(stretch.last)
    span = first if stretch.first == stretch.last else f"{first} – {last}"
    return f"{span} ({stretch.why})" if stretch.why else span
