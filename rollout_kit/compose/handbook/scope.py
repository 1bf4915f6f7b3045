"""What is included, what is not, on which contract it rests, and on whom else the service depends."""

from collections.abc import Mapping, Sequence

from rollout_kit.compose.handbook.book import Book, facts, row
from rollout_kit.compose.handbook.chapter import Chapter, heading
from rollout_kit.compose.handbook.limits import included, outside_scope
from rollout_kit.compose.hours import hours_in_words
from rollout_kit.compose.wording import kept, short_house, strong
from rollout_kit.description.organisations import Contract
from rollout_kit.document import Column, Node, Row, Span, Spans, Table
from rollout_kit.message import N_, plural_message


def scope(book: Book) -> Chapter:
    """Return the chapter."""
    return Chapter(
        key="scope",
        headline=_headline(book),
        noted=(*_areas(book), *_contract(book), *_vendors(book), *_sub_providers(book)),
        subjects=("provider.contract", "provider.sub_providers", "vendors", "responsibilities.contract"),
        lead="SO",
        doer=book.cast.first("OL") if book.rollout.people else None,
    )


def _headline(book: Book) -> str:
    outside = outside_scope(book)
    if outside is None:
        return book.say(N_("It is not written down yet what the contract includes."))
    if not outside:
        return book.say(N_("The contract covers every activity of this book."))
    counted = plural_message(
        N_("One activity of this book is not in the contract."),
        N_("{n} activities of this book are not in the contract."),
        len(outside),
    )
    return book.words.text(counted)


def _areas(book: Book) -> tuple[Node, ...]:
    """Return what the contract includes and what it does not, area by area."""
    inside, outside = included(book), outside_scope(book)
    title = book.say(N_("What the contract includes"))
    if outside is None:
        return (heading(title), book.open_text(book.say(N_("what the contract includes, and what it does not"))))
    columns = (
        Column(head=book.say(N_("Area")), width_mm=28),
        Column(head=book.say(N_("Included"))),
        Column(head=book.say(N_("Not included"))),
    )
    areas = {activity.id: book.own(f"groups.{activity.group}.name") for activity in book.playbook.activities}
    own = book.say(N_("Own"))
    rows = tuple(
        row(strong(area), _in_area(area, inside, areas, own, book), _in_area(area, outside, areas, own, book))
        for area in (*dict.fromkeys(areas.values()), own)
        if any(areas.get(id, own) == area for id in (*inside, *outside))
    )
    return (heading(title), Table(columns=columns, rows=rows, caption=title))


def _in_area(area: str, ids: Sequence[str], areas: Mapping[str, str], own: str, book: Book) -> str:
    return ", ".join(book.activity(id) for id in ids if areas.get(id, own) == area) or "–"


def _contract(book: Book) -> tuple[Node, ...]:
    title = heading(book.say(N_("The contract")))
    contract = book.rollout.provider.contract
    if contract is None:
        return (title, book.open_text(book.say(N_("the contract: signature, term, notice"))))
    return (title, facts(*_terms(contract, book)))


def _terms(contract: Contract, book: Book) -> tuple[Row, ...]:
    say = book.say
    returned = book.yes_no(
        contract.returns_data, say(N_("yes, all data at the end")), say(N_("no, the return of data is not agreed"))
    )
    step = book.yes_no(
        contract.capacity_step, say(N_("yes, at an agreed price")), say(N_("no price agreed for more users"))
    )
    return (
        book.fact(say(N_("Signed")), _day(contract, "signed", book), say(N_("the signature of the contract"))),
        book.fact(say(N_("Runs from")), _day(contract, "starts", book), say(N_("the first day of the contract"))),
        book.fact(say(N_("Runs until")), _day(contract, "ends", book), say(N_("the last day of the contract"))),
        book.fact(say(N_("Notice")), book.length(contract.notice), say(N_("the notice of the contract"))),
        book.fact(say(N_("Handing back")), book.length(contract.exit_handover), say(N_("how long handing back takes"))),
        book.fact(say(N_("Data returned")), returned, say(N_("whether all data come back at the end"))),
        book.fact(say(N_("More users")), step, say(N_("the price of more users"))),
    )


def _day(contract: Contract, name: str, book: Book) -> Spans | None:
    day = getattr(contract, name)
    return (kept(book.words.date(day)),) if day else None


def _vendors(book: Book) -> tuple[Node, ...]:
    if not book.rollout.vendors:
        return ()
    title = book.say(N_("Third parties"))
    columns = (
        Column(head=book.say(N_("Who"))),
        Column(head=book.say(N_("Phone")), width_mm=40),
        Column(head=book.say(N_("Hours")), width_mm=45),
    )
    rows = tuple(
        row(
            strong(vendor.name),
            _phone(vendor.phone, book),
            hours_in_words(vendor.hours, book.words) if vendor.hours else "–",
        )
        for vendor in book.rollout.vendors
    )
    return (heading(title), Table(columns=columns, rows=rows, caption=title))


def _phone(phone: str, book: Book) -> Spans:
    return (kept(phone),) if phone else (Span(mark="open", text=book.say(N_("number missing"))),)


def _sub_providers(book: Book) -> tuple[Node, ...]:
    companies = book.rollout.provider.sub_providers or ()
    if not companies:
        return ()
    title = book.say(N_("Who works for {provider}"), provider=short_house(book.rollout.provider.name))
    columns = (
        Column(head=book.say(N_("Company"))),
        Column(head=book.say(N_("Sees data")), width_mm=36),
        Column(head=book.say(N_("Bound by the same duties")), width_mm=50),
    )
    rows = tuple(
        row(
            strong(company.name),
            _claim(company.access, book),
            _claim(company.same_duties, book),
        )
        for company in companies
    )
    return (heading(title), Table(columns=columns, rows=rows, caption=title))


def _claim(value: bool | None, book: Book) -> Spans:
    if value is None:
        return (Span(mark="open", text=book.say(N_("not known"))),)
    return (Span(text=book.words.value(value), strong=not value),)
