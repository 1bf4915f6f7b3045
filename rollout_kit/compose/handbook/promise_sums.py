"""Each promise as a sum: what it takes from the call to the answer or the solution, against what users are promised."""

from collections.abc import Iterator, Sequence

from rollout_kit.assess.moments import length
from rollout_kit.assess.promises import Chain, Kind, Part, PartName, chain, worst_wait
from rollout_kit.compose.handbook.book import Book, row
from rollout_kit.compose.handbook.chapter import heading
from rollout_kit.compose.wording import kept, plain, short_house, strong
from rollout_kit.document import Chart, Column, Group, Node, Row, Span, Spans, Table
from rollout_kit.document.charts import SumData, SumPart, SumRow
from rollout_kit.message import N_, plural_message

MOST_SUMS = 10  # of a picture on one page

_KINDS: tuple[Kind, ...] = ("response", "resolution")
_NAMES: dict[Kind, str] = {"response": N_("{priority} answer"), "resolution": N_("{priority} solution")}
_PARTS: dict[PartName, str] = {
    "handover": N_("handing over {length}"),
    "provider": N_("{provider} {length}"),
    "user_check": N_("check {length}"),
}
_ASKED = {
    "handover": N_("how long handing over takes"),
    "provider.response": N_("how soon {provider} answers"),
    "provider.resolution": N_("how soon {provider} solves it"),
    "promised.response": N_("how soon users are promised an answer"),
    "promised.resolution": N_("how soon users are promised a solution"),
    "provider.clock": N_("whether {provider} counts business hours"),
    "promised.clock": N_("whether users are promised business hours"),
    "provider.hours": N_("in which hours {provider} works"),
}


def promise_sums(book: Book) -> tuple[Node, ...]:
    """Return the picture of the promises that can be added up, and what is missing for the others."""
    found = chains_of(book)
    known = [each for each in found if each.is_known]
    return (*_picture(known, book), *_missing([each for each in found if not each.is_known], book))


def chains_of(book: Book) -> tuple[Chain, ...]:
    """Return the chains of all priorities that are listed: answer and solution of the first, then of the next."""
    levels = book.rollout.service_levels
    priorities = levels.priorities if levels else ()
    return tuple(chain(book.rollout, priority, kind) for priority in priorities for kind in _KINDS)


def chain_name(chain: Chain, book: Book) -> str:
    """Return what is promised, as it stands beside its sum."""
    return book.say(_NAMES[chain.kind], priority=chain.priority)


# --- the picture ---------------------------------------------------------------------------------


def _picture(known: Sequence[Chain], book: Book) -> tuple[Node, ...]:
    if not known:
        return ()
    broken = [each for each in known if each.exceeds()]
    drawn = known if len(known) <= MOST_SUMS else (broken or known)[:MOST_SUMS]
    rows = tuple(_row(each, book) for each in drawn)
    headline = _headline(len(broken), len(known), book)
    said = "; ".join(f"{row.name}: {row.total}, {row.rest}" for row in rows)
    reading = " ".join(_reading(known, len(drawn), book))
    return (Chart(headline=headline, reading=reading, data=SumData(rows=rows), description=f"{headline} {said}."),)


def _headline(broken: int, count: int, book: Book) -> str:
    if not broken:
        counted = plural_message(N_("The one promise holds."), N_("All {n} promises hold."), count)
    elif broken == count:
        counted = plural_message(N_("The one promise does not hold."), N_("None of {n} promises holds."), count)
    else:
        counted = plural_message(
            N_("{n} of {m} promises does not hold."), N_("{n} of {m} promises do not hold."), broken, m=count
        )
    return book.words.text(counted)


def _reading(known: Sequence[Chain], drawn: int, book: Book) -> Iterator[str]:
    yield book.say(N_("Grey fits, black is too much; each line has its own scale."))
    if drawn < len(known):
        yield book.say(N_("{n} of {m} are drawn, those that do not hold first."), n=drawn, m=len(known))
    if any(each.clocks_disagree for each in known):
        text = N_(
            "{provider} counts business hours: nights and weekends come on top where users are promised otherwise."
        )
        yield book.say(text, provider=short_house(book.rollout.provider.name))


def _row(chain: Chain, book: Book) -> SumRow:
    say, promise = book.say, chain.promise or 0.0
    known = [part for part in chain.parts if part.minutes is not None]
    figures = " + ".join(book.words.duration(part.length) for part in known if part.length)
    assert chain.promised is not None
    sign = N_("{sum} > {promise}") if chain.exceeds() else N_("{sum} ≤ {promise}")
    return SumRow(
        name=chain_name(chain, book),
        parts=tuple(_part(part, book) for part in known),
        promise=promise,
        promise_words=say(N_("promised: {length}"), length=chain.promised),
        total=say(sign, sum=figures, promise=chain.promised),
        rest=_rest(chain, promise, book),
    )


def _part(part: Part, book: Book) -> SumPart:
    assert part.length is not None
    provider = short_house(book.rollout.provider.name)
    words = book.say(
        _PARTS[part.name], length=part.length, **({"provider": provider} if part.name == "provider" else {})
    )
    return SumPart(minutes=part.minutes or 0.0, words=words)


def _rest(chain: Chain, promise: float, book: Book) -> str:
    """Return what is missing or left; the worst wait where two clocks disagree."""
    if chain.exceeds():
        return book.say(N_("{length} too late"), length=length(chain.needed - promise))
    worst = worst_wait(chain, book.result.case.coverage) if chain.clocks_disagree else None
    if worst is not None and worst.closed:
        return book.say(N_("{length} around the clock, at worst"), length=length(worst.wait.minutes))
    left = promise - chain.needed
    return book.say(N_("{length} to spare"), length=length(left)) if left else book.say(N_("nothing to spare"))


# --- what cannot be added up ---------------------------------------------------------------------


def _missing(unknown: Sequence[Chain], book: Book) -> tuple[Node, ...]:
    if not unknown:
        return ()
    title = book.say(N_("Promises that cannot be added up yet"))
    columns = (
        Column(head="", width_mm=24),
        Column(head=book.say(N_("Promised")), width_mm=24),
        Column(head=book.say(N_("Known of it")), width_mm=42),
        Column(head=book.say(N_("What is missing"))),
    )
    rows = tuple(_unknown(each, book) for each in unknown)
    return (Group(role="part", children=(heading(title), Table(columns=columns, rows=rows, caption=title))),)


def _unknown(chain: Chain, book: Book) -> Row:
    known = " + ".join(book.words.duration(part.length) for part in chain.parts if part.length is not None)
    promised: Spans = (kept(book.words.duration(chain.promised)),) if chain.promised else plain("–")
    return row(strong(chain_name(chain, book)), promised, known or "–", _asked(chain, book))


def _asked(chain: Chain, book: Book) -> Spans:
    provider, start = short_house(book.rollout.provider.name), f"service_levels.{chain.priority}."
    texts = dict.fromkeys(_ASKED[key.removeprefix(start)] for key in chain.lacking)
    named = (book.say(text, **({"provider": provider} if "{provider}" in text else {})) for text in texts)
    return (Span(mark="open", text=book.words.names(named)),)
