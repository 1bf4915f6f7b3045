"""The service on one page: what it is, for whom, when, and what is promised."""

from rollout_kit.compose.handbook.book import Book, facts, row
from rollout_kit.compose.handbook.chapter import Chapter, heading
from rollout_kit.compose.hours import hours_in_words
from rollout_kit.compose.wording import capitalised, kept, strong, within_sentence
from rollout_kit.description.organisations import Site, Tier
from rollout_kit.document import Column, Node, Row, Span, Table, Text
from rollout_kit.message import N_, Percent

MINUTES_OF_30_DAYS = 30 * 24 * 60

_TIERS: dict[Tier, str] = {
    "critical": N_("critical: the company stands still without it"),
    "important": N_("important: work goes on for hours without it"),
    "standard": N_("standard: work goes on for a day without it"),
}


def service(book: Book) -> Chapter:
    """Return the chapter."""
    rollout = book.rollout
    return Chapter(
        key="service",
        headline=_headline(book),
        noted=(_about(book), _facts(book)),
        full=(*_sites(book), *_chain(book)),
        subjects=("rollout", "customer", "sites", "service_levels.availability"),
        lead="SO",
        doer=book.cast.first("OL") if rollout.people else None,
        is_apart=True,
    )


def _headline(book: Book) -> str:
    rollout = book.rollout
    name, day = within_sentence(rollout.about.service, book.words.tag), book.words.date(book.plan.go_live)
    if not name:
        return book.say(N_("{rollout}: in use from {date} on."), rollout=rollout.about.name, date=day)
    if rollout.users:
        return book.say(
            N_("{users} people depend on {service} from {day} on."), users=rollout.users, service=name, day=day
        )
    return book.say(
        N_("{customer} depends on {service} from {day} on."), customer=rollout.customer.name, service=name, day=day
    )


def _about(book: Book) -> Text:
    summary = book.rollout.about.summary
    if summary:
        return Text(spans=(Span(text=summary),))
    return book.open_text(book.say(N_("what the service is, in one sentence")))


def _facts(book: Book) -> Node:
    rollout = book.rollout
    hours = capitalised(hours_in_words(rollout.customer.hours, book.words)) if rollout.customer.hours else None
    rows = [
        book.fact(book.say(N_("Users rely on it")), hours, book.say(N_("the hours in which users rely on it"))),
        book.fact(book.say(N_("How much it matters")), book.say(_TIERS[rollout.about.tier])),
        book.fact(book.say(N_("Run by")), rollout.provider.name),
        book.fact(book.say(N_("Available")), _availability(book), book.say(N_("the availability that is promised"))),
        book.fact(book.say(N_("Go-live")), (kept(book.words.full_date(book.plan.go_live)),)),
    ]
    if rollout.about.go_live_reserve:
        reserve = (kept(book.words.full_date(rollout.about.go_live_reserve)),)
        rows.append(book.fact(book.say(N_("Reserve date")), reserve))
    if rollout.hypercare and rollout.hypercare.length:
        rows.append(book.fact(book.say(N_("Closer care after it")), _hypercare(book)))
    return facts(*rows)


def _availability(book: Book) -> str | None:
    levels = book.rollout.service_levels
    if levels is None or levels.availability is None:
        return None
    lost = round((1 - levels.availability) * MINUTES_OF_30_DAYS)
    return book.say(
        N_("{share}, that is {minutes} minutes lost in 30 days at most"),
        share=Percent(levels.availability),
        minutes=lost,
    )


def _hypercare(book: Book) -> str:
    care = book.rollout.hypercare
    assert care is not None
    assert care.length is not None
    length = book.words.duration(care.length)
    if not care.response:
        return length
    times = book.words.names(f"{priority} {book.words.duration(time)}" for priority, time in care.response)
    return book.say(N_("{length}, with an answer in {times}"), length=length, times=times)


def _sites(book: Book) -> tuple[Node, ...]:
    sites = book.rollout.sites
    if not sites:
        return ()
    is_spoken = any(site.languages for site in sites)
    columns = (
        Column(head=book.say(N_("Site"))),
        Column(head=book.say(N_("People")), width_mm=20, align="right"),
        *((Column(head=book.say(N_("Languages")), width_mm=60),) if is_spoken else ()),
    )
    rows = tuple(
        row(
            strong(site.name),
            str(site.users) if site.users is not None else "–",
            *((_spoken(site, book),) if is_spoken else ()),
        )
        for site in sites
    )
    return (heading(book.say(N_("Sites"))), Table(columns=columns, rows=rows, caption=book.say(N_("Sites"))))


def _spoken(site: Site, book: Book) -> str:
    return ", ".join(f"{book.words.language(tag)} {people}" for tag, people in site.languages) or "–"


def _chain(book: Book) -> tuple[Node, ...]:
    levels = book.rollout.service_levels
    if levels is None or not levels.depends_on:
        return ()
    product = 1.0
    for link in levels.depends_on:
        product *= link.availability
    columns = (
        Column(head=book.say(N_("It hangs on"))),
        Column(head=book.say(N_("Available")), width_mm=30, align="right"),
    )
    rows = [row(link.name, book.words.percent(link.availability)) for link in levels.depends_on]
    total = row(strong(book.say(N_("All of them at once"))), strong(book.words.percent(product)))
    rows.append(Row(cells=total.cells, kind="sum"))
    caption = book.say(N_("What the service hangs on"))
    return (heading(caption), Table(columns=columns, rows=tuple(rows), caption=caption))
