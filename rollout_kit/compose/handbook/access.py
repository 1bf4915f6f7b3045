"""Access and security: who can get in, who can always get in, and how fast somebody is out."""

from rollout_kit.compose.handbook.book import Book, facts, row
from rollout_kit.compose.handbook.chapter import Chapter, heading
from rollout_kit.compose.handbook.steps import runbook_of
from rollout_kit.compose.wording import kept
from rollout_kit.description.continuity import Access, SecondFactor
from rollout_kit.document import Column, Node, Row, Span, Spans, Table
from rollout_kit.message import N_, Duration

_TRIGGERS = {
    "hr": N_("HR reports it"),
    "it": N_("IT notices it"),
    "none": N_("nobody reports it"),
}
_ACTIVITIES = ("access", "privileged_access", "joiner_leaver", "security_incident")


def access(book: Book) -> Chapter:
    """Return the chapter."""
    given = book.rollout.access or Access()
    return Chapter(
        key="access",
        headline=_headline(given, book),
        noted=(
            heading(book.say(N_("Getting in"))),
            _entry(given, book),
            heading(book.say(N_("Getting out"))),
            _leaving(given, book),
            heading(book.say(N_("Who decides, who does it"))),
            _deciders(book),
            runbook_of("joiner-leaver", book),
        ),
        subjects=(
            "access",
            "responsibilities.access",
            "responsibilities.privileged_access",
            "responsibilities.joiner_leaver",
            "responsibilities.data_protection",
        ),
        lead="SO",
        doer=book.cast.doer_of("access"),
    )


def _headline(given: Access, book: Book) -> str:
    house = book.rollout.customer.name
    if given.own_emergency_admin:
        return book.say(N_("{customer} gets in at any time with an account of its own."), customer=house)
    if given.own_emergency_admin is None:
        return book.say(N_("It is not known yet whether {customer} gets in without its provider."), customer=house)
    return book.say(
        N_("{customer} does not get in without its provider; an account of its own comes first."), customer=house
    )


def _entry(given: Access, book: Book) -> Node:
    say = book.say
    emergency = book.yes_no(
        given.own_emergency_admin,
        say(N_("yes, out of the provider's control")),
        say(N_("no, and therefore first of all")),
    )
    factor = given.second_factor or SecondFactor()
    return facts(
        book.fact(
            say(N_("Emergency administrator")), emergency, say(N_("an emergency administrator of the customer's own"))
        ),
        book.fact(say(N_("Envelope")), None, say(N_("where the envelope lies and who may open it"))),
        book.fact(
            say(N_("Second factor, {house}"), house=book.rollout.customer.name),
            _factor(factor.customer, book),
            say(N_("a second factor on accounts with rights")),
        ),
        book.fact(
            say(N_("Second factor, {house}"), house=book.rollout.provider.name),
            _factor(factor.provider, book),
            say(N_("a second factor on accounts with rights")),
            "OL",
        ),
        book.fact(
            say(N_("Review of all rights")), _review(given, book), say(N_("the date of the next review of all rights"))
        ),
    )


def _factor(value: bool | None, book: Book) -> Spans | None:
    return book.yes_no(value, book.say(N_("on every account with rights")), book.say(N_("missing")))


def _review(given: Access, book: Book) -> Spans | None:
    return (kept(book.words.date(given.review)),) if given.review else None


def _former(within: Duration, book: Book) -> str:
    if not within.minutes:
        return book.say(N_("there was none"))
    return book.say(N_("within {length} of the take-over"), length=within)


def _leaving(given: Access, book: Book) -> Node:
    say = book.say
    trigger = say(_TRIGGERS[given.leaver_trigger]) if given.leaver_trigger else None
    old = _former(given.old_provider_removed, book) if given.old_provider_removed else None
    rows = [
        book.fact(say(N_("A leaver is blocked")), _within(given, book), say(N_("how fast a leaver is blocked"))),
        book.fact(say(N_("Because")), trigger, say(N_("who reports that somebody leaves"))),
        book.fact(say(N_("Former provider")), old, say(N_("when the former provider's access ends"))),
    ]
    if given.personal_data is not False:
        rows.append(
            book.fact(
                say(N_("Processing agreement")), _agreement(given, book), say(N_("the signed processing agreement"))
            )
        )
    return facts(*rows)


def _within(given: Access, book: Book) -> str | None:
    return book.say(N_("within {length}"), length=given.leaver_within) if given.leaver_within else None


def _agreement(given: Access, book: Book) -> Spans | None:
    if given.processing_agreement is None:
        return None
    return (Span(text=book.say(N_("signed on {day}"), day=given.processing_agreement)),)


def _deciders(book: Book) -> Table:
    columns = (
        Column(head=book.say(N_("Activity"))),
        Column(head=book.say(N_("Accountable")), width_mm=42),
        Column(head=book.say(N_("Does it")), width_mm=42),
    )
    rows = tuple(_decider(activity, book) for activity in _ACTIVITIES)
    return Table(columns=columns, rows=rows, caption=book.say(N_("Who decides, who does it")))


def _decider(activity: str, book: Book) -> Row:
    line = book.line(activity)
    return row(
        book.activity(activity),
        _people(line.accountable if line else None, book),
        _people(line.responsible if line else None, book),
    )


def _people(refs: tuple[str, ...] | None, book: Book) -> Spans:
    if not refs:
        return (Span(mark="open", text=book.say(N_("not assigned"))),)
    return (Span(text=book.people.names(refs)),)
