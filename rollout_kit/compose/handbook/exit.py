"""Exit: until when the contract binds, by when it must be ended, and what comes back."""

from datetime import date

from rollout_kit.compose.handbook.book import Book, facts, row
from rollout_kit.compose.handbook.chapter import Chapter, heading
from rollout_kit.compose.wording import kept
from rollout_kit.description.organisations import Contract
from rollout_kit.document import Column, Node, Spans, Table
from rollout_kit.message import N_
from rollout_kit.plan.later import notice_day


def way_out(book: Book) -> Chapter | None:
    """Return the chapter; None where nothing is said of the end of the contract."""
    contract = book.rollout.provider.contract
    if contract is None or not (contract.ends or contract.notice or contract.exit_handover):
        return None
    return Chapter(
        key="exit",
        headline=_headline(contract, book),
        noted=(heading(book.say(N_("Dates of the contract"))), _dates(contract, book)),
        full=_hand_back(book),
        subjects=("provider.contract", "responsibilities.contract", "responsibilities.exit"),
        lead="SO",
        doer=book.cast.doer_of("exit") if book.line("exit") else None,
    )


def _last_day(contract: Contract) -> date | None:
    return notice_day(contract.ends, contract.notice) if contract.ends and contract.notice else None


def _headline(contract: Contract, book: Book) -> str:
    day = _last_day(contract)
    if day is None:
        return book.say(N_("It is not known yet by which day notice must be given."))
    if day < book.result.case.as_of:
        return book.say(N_("The last day to give notice, {day}, has passed."), day=day)
    return book.say(N_("Whoever wants to leave gives notice by {day}."), day=day)


def _dates(contract: Contract, book: Book) -> Node:
    say, words = book.say, book.words

    def day(value: date | None, *, is_strong: bool = False) -> Spans | None:
        return (kept(words.date(value), is_strong=is_strong),) if value else None

    returns = book.yes_no(
        contract.returns_data,
        say(N_("all data come back, in a form that others can read")),
        say(N_("the contract does not say that data come back")),
    )
    return facts(
        *((book.fact(say(N_("Signed")), day(contract.signed)),) if contract.signed else ()),
        *((book.fact(say(N_("Begins")), day(contract.starts)),) if contract.starts else ()),
        book.fact(say(N_("Ends")), day(contract.ends), say(N_("when the contract ends"))),
        book.fact(say(N_("Notice")), book.length(contract.notice), say(N_("how long before its end notice is given"))),
        book.fact(say(N_("Last day to give it")), day(_last_day(contract), is_strong=True)),
        book.fact(
            say(N_("Hand-over")), book.length(contract.exit_handover), say(N_("how long the provider helps at the end"))
        ),
        book.fact(say(N_("Data")), returns, say(N_("whether data come back, and in what form"))),
    )


_BACK = (
    (N_("data"), N_("complete, in a usual format, checked by a sample")),
    (N_("accounts with rights"), N_("every one taken over or removed")),
    (N_("domains, certificates, licences"), N_("held in the customer’s own name")),
    (N_("phone numbers"), N_("moved, each called once")),
    (N_("devices and keys"), N_("list signed")),
    (N_("this book, records, open tickets"), N_("last edition, in a format that can be edited")),
    (N_("data left with the provider"), N_("deleted, confirmed in writing")),
)


def _hand_back(book: Book) -> tuple[Node, ...]:
    title = book.say(N_("What is handed back"))
    columns = (
        Column(head=book.say(N_("What")), width_mm=58),
        Column(head=book.say(N_("Done when"))),
        Column(head=book.say(N_("Who, on")), width_mm=46, is_parted=True),
    )
    rows = tuple(row(book.say(what), book.say(when), "") for what, when in _BACK)
    return (heading(title), Table(columns=columns, rows=rows, caption=title, manner="register"))
