"""Service levels: what each promise needs to be kept, what is measured, and in which rounds it is looked at."""

from rollout_kit.assess.moments import length
from rollout_kit.assess.promises import Chain, availability_left
from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.chapter import Chapter
from rollout_kit.compose.handbook.measures import measures
from rollout_kit.compose.handbook.promise_sums import chain_name, chains_of, promise_sums
from rollout_kit.compose.handbook.rounds import rounds
from rollout_kit.compose.wording import plain
from rollout_kit.document import Node, Span, Text
from rollout_kit.message import N_, Percent


def service_levels(book: Book) -> Chapter | None:
    """Return the chapter; None where the description promises, measures and asks nothing."""
    rollout = book.rollout
    priorities = rollout.service_levels.priorities if rollout.service_levels else ()
    if not (priorities or rollout.kpis or rollout.feedback):
        return None
    return Chapter(
        key="service-levels",
        headline=_headline(book),
        noted=(*_unsaid(priorities, book), *_availability(book)),
        full=(*promise_sums(book), *measures(book), *rounds(book)),
        subjects=(
            "service_levels",
            "kpis",
            "feedback",
            "responsibilities.reporting",
            "responsibilities.service_review",
        ),
        lead="SO",
        doer=book.cast.doer_of("reporting"),
    )


def _headline(book: Book) -> str:
    """Return what the promise says that is missed most or has the least room, in shares of itself."""
    sums = [each for each in chains_of(book) if each.is_known and each.promise]
    if not sums:
        return book.say(N_("What is promised cannot be added up yet."))
    worst = max(sums, key=_share)
    name, needed = chain_name(worst, book), length(worst.needed)
    assert worst.promised is not None
    if worst.exceeds():
        text = N_("{name} is promised within {promise}, and what it takes adds up to {needed}.")
        return book.say(text, name=name, promise=worst.promised, needed=needed)
    text = N_("{name} is the tightest promise: it takes {needed} of {promise}.")
    return book.say(text, name=name, promise=worst.promised, needed=needed)


def _share(chain: Chain) -> float:
    return chain.needed / chain.promise if chain.promise else 0.0


def _unsaid(priorities: tuple[object, ...], book: Book) -> tuple[Node, ...]:
    if priorities:
        return ()
    return (book.open_text(book.say(N_("what users are promised, per priority"))),)


def _availability(book: Book) -> tuple[Node, ...]:
    """Return the availability that is promised, against what everything the service hangs on leaves of it."""
    levels = book.rollout.service_levels
    if levels is None or levels.availability is None:
        return ()
    promised = Percent(levels.availability)
    if not levels.depends_on:
        said = N_("An availability of {share} is promised; what the service hangs on is not listed yet.")
        return (Text(spans=plain(book.say(said, share=promised))),)
    allowed = availability_left(levels)
    holds = N_("An availability of {share} is promised; all that the service hangs on leaves {allowed} of it.")
    fails = N_("An availability of {share} is promised, but all that the service hangs on leaves only {allowed}.")
    is_broken = allowed < levels.availability
    said = book.say(fails if is_broken else holds, share=promised, allowed=Percent(allowed))
    return (Text(spans=(Span(text=said, strong=is_broken, mark="high" if is_broken else None),)),)
