"""Third parties: vendors and sub-providers, when they answer, and what is at hand when a case is opened."""

from rollout_kit.compose.handbook.book import Book, row
from rollout_kit.compose.handbook.chapter import Chapter, heading
from rollout_kit.compose.hours import hours_in_words
from rollout_kit.compose.wording import kept, strong
from rollout_kit.description.organisations import SubProvider, Vendor
from rollout_kit.document import Column, Node, Row, Span, Spans, Table
from rollout_kit.message import N_


def vendors(book: Book) -> Chapter | None:
    """Return the chapter; None where the file names neither vendors nor sub-providers."""
    rollout = book.rollout
    if not rollout.vendors and not rollout.provider.sub_providers:
        return None
    return Chapter(
        key="vendors",
        headline=_headline(book),
        noted=(*_sub_providers(book),),
        full=_vendors(book),
        subjects=("vendors", "provider.sub_providers", "responsibilities.vendors"),
        lead="SO",
        doer=book.cast.doer_of("vendors"),
    )


def _headline(book: Book) -> str:
    unreachable = [vendor for vendor in book.rollout.vendors if not vendor.phone]
    if unreachable:
        text = N_("There is no number to call yet for {names}.")
        return _one_stop(book.say(text, names=tuple(vendor.name for vendor in unreachable)))
    if book.rollout.vendors:
        names = tuple(vendor.name for vendor in book.rollout.vendors)
        return _one_stop(book.say(N_("The service also hangs on {names}."), names=names))
    names = tuple(each.name for each in book.rollout.provider.sub_providers or ())
    return _one_stop(
        book.say(N_("{provider} does not do everything alone: {names}."), provider=_provider(book), names=names)
    )


def _one_stop(sentence: str) -> str:
    """Return a sentence that ends with a company's name with one full stop: that of `Inc.` is enough."""
    return sentence[:-1] if sentence.endswith("..") else sentence


def _provider(book: Book) -> str:
    return book.rollout.provider.name


def _sub_providers(book: Book) -> tuple[Node, ...]:
    known = book.rollout.provider.sub_providers or ()
    if not known:
        return ()
    title = book.say(N_("Work for {provider}"), provider=_provider(book))
    columns = (
        Column(head=book.say(N_("Company"))),
        Column(head=book.say(N_("Gets into the systems")), width_mm=40),
        Column(head=book.say(N_("Bound to the same duties")), width_mm=42),
    )
    rows = tuple(_sub_provider(each, book) for each in known)
    return (heading(title), Table(columns=columns, rows=rows, caption=title))


def _sub_provider(each: SubProvider, book: Book) -> Row:
    say = book.say
    reach = say(N_("yes")) if each.access else say(N_("no"))
    return row(
        strong(each.name),
        _not_known(book) if each.access is None else (Span(text=reach),),
        book.yes_no(each.same_duties, say(N_("yes")), say(N_("no"))) or _not_known(book),
    )


def _not_known(book: Book) -> Spans:
    return (Span(mark="open", text=book.say(N_("not known"))),)


def _vendors(book: Book) -> tuple[Node, ...]:
    if not book.rollout.vendors:
        return ()
    title = book.say(N_("Vendors"))
    columns = (
        Column(head=book.say(N_("Vendor"))),
        Column(head=book.say(N_("Answers")), width_mm=46),
        Column(head=book.say(N_("Number")), width_mm=36),
        Column(head=book.say(N_("Contract, customer number")), width_mm=46, is_parted=True),
    )
    rows = tuple(_vendor(vendor, book) for vendor in book.rollout.vendors)
    return (heading(title), Table(columns=columns, rows=rows, caption=title, manner="register"))


def _vendor(vendor: Vendor, book: Book) -> Row:
    levels = [level for level in book.rollout.support if level.vendor == vendor.id]
    spans = [Span(text=vendor.name, strong=True, line_break=bool(levels))]
    for level in levels:
        length = level.response
        text = book.say(N_("{level}, answers within {length}"), level=level.id, length=length) if length else level.id
        spans.append(Span(text=text, quiet=True))
    hours: str | Spans = hours_in_words(vendor.hours, book.words) if vendor.hours else _not_known(book)
    phone: Spans = (kept(vendor.phone),) if vendor.phone else (Span(mark="open", text=book.say(N_("number missing"))),)
    return row(tuple(spans), hours, phone, "")
