"""The twelve questions of `rollout-kit new`: the table, and those on houses, sites, days and hours."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rollout_kit.beginning import moments, readings
from rollout_kit.beginning.answers import Answers, PersonAnswer
from rollout_kit.beginning.regions import region_name
from rollout_kit.beginning.sites import site
from rollout_kit.beginning.starter import kickoff_after
from rollout_kit.cli import people_questions as people
from rollout_kit.cli.asking import Asker, GoBack
from rollout_kit.message import N_, Message, message

LONGEST_PLAN = 30  # calendar days, as in a description

_TIERS = {
    "1": "critical", "2": "important", "3": "standard",
    "critical": "critical", "important": "important", "standard": "standard",
    "all stops": "critical", "hard": "important", "bearable": "standard",
    "alles": "critical", "steht still": "critical", "schwierig": "important", "schwer": "important",
    "erträglich": "standard",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question: its title, and what asks its parts and returns the answers with them."""

    title: str
    ask: Callable[[Asker, Answers, date], Answers]


def all_answers(
    asker: Asker, as_of: date, people_of: Callable[[Answers], tuple[PersonAnswer, ...]] | None = None
) -> Answers:
    """Ask all questions and return the answers. `people_of` brings the people of a list, once the houses are named."""
    asker.tell_start(len(QUESTIONS))
    before: list[Answers] = [Answers()]
    while len(before) <= len(QUESTIONS):
        question, number = QUESTIONS[len(before) - 1], len(before)
        asker.head(f"{number}/{len(QUESTIONS)} {asker.words.say(question.title)}")
        answers = before[-1]
        if people_of is not None and question.ask is people.deciders:
            answers = replace(answers, people=people_of(answers))
        try:
            before.append(question.ask(asker, answers, as_of))
        except GoBack:
            del before[max(len(before) - 1, 1) :]
    return before[-1]


def _introduced(asker: Asker, answers: Answers, _: date) -> Answers:
    service = asker.ask(message(N_("What will people use, in a few words (such as Microsoft 365)?")), readings.clean)
    name = asker.ask(_with_default(N_("What is the rollout called?"), service), readings.clean)
    return replace(answers, service=service or "", name=name or "")


def _customer(asker: Asker, answers: Answers, _: date) -> Answers:
    name = asker.ask(message(N_("What is your company called?")), readings.clean)
    code = _region(asker, N_("Which canton, region or country?"), None)
    users = asker.ask(message(N_("How many people will work with it, at all sites?")), readings.number_of_people)
    return replace(answers, customer=name or "", customer_region=code, users=users)


def _sites(asker: Asker, answers: Answers, _: date) -> Answers:
    found = answers

    def take(line: str) -> Message | str:
        nonlocal found
        read = site(line, found, asker.words.tag)
        if isinstance(read, Message):
            return read
        found = replace(found, sites=(*found.sites, read))
        parts = [read.name, _named(asker, read.region), asker.words.value(read.users) if read.users is not None else ""]
        return ", ".join(part for part in (*parts, *map(asker.words.language, read.languages)) if part)

    asker.tell(message(N_("a line for each: place, region, people, language; Enter ends")))
    asker.lines(message(N_("Site besides the main one:")), take)
    return found


def _provider(asker: Asker, answers: Answers, _: date) -> Answers:
    name = asker.ask(message(N_("What is the provider called?")), readings.clean)
    code = _region(asker, N_("Which canton, region or country?"), answers.customer_region)
    return replace(answers, provider=name or "", provider_region=code)


def _dates(asker: Asker, answers: Answers, as_of: date) -> Answers:
    proposal = kickoff_after(as_of)
    said = N_("if the kickoff is not known yet, {day} is written as a proposal")
    asker.tell(message(said, day=_full(asker, proposal)))
    kickoff = _day(asker, N_("On which day is the kickoff?"), as_of)
    if kickoff and kickoff < as_of:
        asker.tell(message(N_("that day has passed; it is taken as it is")))
    first = kickoff or proposal

    def read(text: str) -> date | Message:
        found = moments.day(text, first + timedelta(days=31))
        if isinstance(found, date) and found < first:
            return message(N_("{day} lies before the kickoff on {kickoff}"), day=found, kickoff=first)
        return found

    go_live = asker.ask(
        message(N_("From which day on will people work with it?")), read, shown=lambda day: _full(asker, day)
    )
    if go_live and (go_live - first).days >= LONGEST_PLAN:
        said = N_("the plan covers {days} days from the kickoff; that day lies behind it")
        asker.tell(message(said, days=LONGEST_PLAN))
    return replace(answers, kickoff=kickoff, go_live=go_live)


def _standstill(asker: Asker, answers: Answers, _: date) -> Answers:
    wrong = message(N_("please type {choices}"), choices="1, 2, 3")
    question = message(N_("1 = everything stops, 2 = it gets hard, 3 = it is bearable:"))
    tier = asker.ask(question, readings.one_of(_TIERS, wrong), shown=lambda _: "")
    return replace(answers, tier=tier or "")


def _hours(asker: Asker, answers: Answers, _: date) -> Answers:
    own = asker.ask(message(N_("When do your people work (such as Mon-Fri 8-17)?")), readings.hours)
    theirs = asker.ask(message(N_("When does the provider work?")), readings.hours)

    def on_call(text: str) -> str | Message:
        truth = readings.yes_or_no(text)
        if truth is True:
            return message(N_("please type the hours, such as 24x7 or Mon-Fri 17-22"))
        return "" if truth is False else readings.hours(text)

    outside = asker.ask(message(N_("Is anybody on call outside these hours, and when? (no, or hours)")), on_call)
    return replace(answers, customer_hours=own or "", provider_hours=theirs or "", on_call_hours=outside or "")


def _region(asker: Asker, question: str, near: str | None) -> str | None:
    def read(text: str) -> str | Message:
        return readings.region(text, near, asker.words.tag)

    return asker.ask_twice(message(question), read, shown=lambda code: _named(asker, code))


def _named(asker: Asker, code: str | None) -> str:
    return f"{region_name(code, asker.words.tag)} ({code})" if code else ""


def _day(asker: Asker, question: str, around: date) -> date | None:
    def read(text: str) -> date | Message:
        return moments.day(text, around)

    return asker.ask(message(question), read, shown=lambda day: _full(asker, day))


def _full(asker: Asker, day: date) -> str:
    return asker.words.full_date(day)


def _with_default(question: str, default: str | None) -> Message:
    if not default:
        return message(question)
    return message(N_("{question} [{default}]"), question=message(question), default=default)


QUESTIONS = (
    Question(title=N_("What is introduced"), ask=_introduced),
    Question(title=N_("Your company"), ask=_customer),
    Question(title=N_("Further sites"), ask=_sites),
    Question(title=N_("The provider"), ask=_provider),
    Question(title=N_("Kickoff and go-live"), ask=_dates),
    Question(title=N_("What if it stands still for a day?"), ask=_standstill),
    Question(title=N_("Working hours"), ask=_hours),
    Question(title=N_("Who decides"), ask=people.deciders),
    Question(title=N_("Who leads at yours"), ask=people.own_lead),
    Question(title=N_("Who leads at the provider, and who answers"), ask=people.provider_lead),
    Question(title=N_("Who is away, and when nothing may change"), ask=people.days),
    Question(title=N_("What must never stand still"), ask=people.processes),
)
