"""Whether the desk speaks what the users of each site speak."""

from rollout_kit.compose.handbook.book import Book, row
from rollout_kit.compose.handbook.chapter import heading
from rollout_kit.compose.handbook.desk import desk_of
from rollout_kit.compose.wording import plain, strong
from rollout_kit.description.organisations import Site
from rollout_kit.document import Column, Group, Node, Row, Span, Spans, Table, Text
from rollout_kit.message import N_, plural_message
from rollout_kit.plan.trainers import same_language


def desk_languages(book: Book) -> tuple[Node, ...]:
    """Return the sites by language; nothing where the languages of people or desk are unknown."""
    sites = [site for site in book.rollout.sites if site.languages]
    spoken = desk_of(book.rollout).languages
    if not sites or not spoken:
        return ()
    title = book.say(N_("Who is understood at the desk"))
    alone = sum(people for site in sites for tag, people in site.languages if not _is_spoken(tag, spoken))
    said = Text(spans=plain(_sentence(alone, sites, book)), manner="small")
    table = (_table(sites, spoken, book),) if alone else ()
    return (Group(role="part", children=(heading(title), said, *table)),)


def _table(sites: list[Site], spoken: tuple[str, ...], book: Book) -> Table:
    columns = (
        Column(head=book.say(N_("Site")), width_mm=40),
        Column(head=book.say(N_("The desk speaks"))),
        Column(head=book.say(N_("The desk does not speak")), width_mm=60),
    )
    rows = tuple(_site(site, spoken, book) for site in sites)
    return Table(columns=columns, rows=rows, caption=book.say(N_("Who is understood at the desk")))


def _sentence(alone: int, sites: list[Site], book: Book) -> str:
    if not alone:
        return book.say(N_("The desk speaks the languages of all people of all sites."))
    total = sum(people for site in sites for _, people in site.languages)
    counted = plural_message(
        N_("{n} of {m} people calls a desk that does not speak the own language."),
        N_("{n} of {m} people call a desk that does not speak their language."),
        alone,
        m=total,
    )
    return book.words.text(counted)


def _site(site: Site, spoken: tuple[str, ...], book: Book) -> Row:
    understood, others = (
        ", ".join(
            f"{book.words.language(tag)} {book.words.number(people)}"
            for tag, people in site.languages
            if _is_spoken(tag, spoken) is wanted
        )
        for wanted in (True, False)
    )
    missing: Spans = (Span(text=others, strong=True),) if others else plain("–")
    return row(strong(site.name), understood or "–", missing)


def _is_spoken(tag: str, spoken: tuple[str, ...]) -> bool:
    return any(same_language(tag, each) for each in spoken)
