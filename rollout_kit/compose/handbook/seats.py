"""Who has a column in the responsibility matrix, and how wide it is."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rollout_kit.compose.fit import BOLD, MM_PER_POINT, fitted, width_em
from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.wording import short_house
from rollout_kit.document import Column
from rollout_kit.message import N_
from rollout_kit.plan.model import PersonRef

NARROWEST_MM, WIDEST_MM, LONE_MM = 9.4, 14.0, 18.0  # A and R side by side; a long name; where there are few
FEW, MOST = 4, 8
POINTS, NAME_POINTS = 8, 7
ACCOUNTABLE_WEIGHT = 100  # more than anybody can have R


@dataclass(frozen=True, slots=True, kw_only=True)
class Seats:
    """Those with a column, the customer's house first, and those for whom there is no room."""

    shown: tuple[PersonRef, ...]
    hidden: tuple[PersonRef, ...]


def seats(book: Book, room_mm: float) -> Seats:
    """Return who has a column: those with most letters A and R first, as many as have room, at most eight."""
    ranked = _by_letters(book)
    heads = dict(zip(ranked, _heads(ranked, book), strict=True))
    shown: list[PersonRef] = []
    used = 0.0
    for ref in ranked:
        used += _width(heads[ref])
        if used > room_mm or len(shown) == MOST:
            break
        shown.append(ref)
    hidden = [ref for ref in ranked if ref not in shown]
    return Seats(shown=tuple(_by_house(shown, book)), hidden=tuple(_by_house(hidden, book)))


def person_columns(people: Sequence[PersonRef], book: Book) -> tuple[Column, ...]:
    """Return the columns of the people, with a rule before the first of the provider's house."""
    first_provider = next((ref for ref in people if book.people.side(ref) != "customer"), None)
    return tuple(
        Column(
            head=head,
            width_mm=LONE_MM if len(people) <= FEW else _width(head),
            align="center",
            label=book.people.name(ref),
            is_parted=ref == first_provider,
        )
        for ref, head in zip(people, _heads(people, book, LONE_MM if len(people) <= FEW else WIDEST_MM), strict=True)
    )


def house_heads(people: Sequence[PersonRef], book: Book) -> tuple[tuple[str, int], ...]:
    """Return the heads above the people: each house with how many columns it spans."""
    columns = person_columns(people, book)
    found: list[tuple[str, int]] = []
    for side in ("customer", "provider"):
        widths = [
            column.width_mm or 0.0
            for ref, column in zip(people, columns, strict=True)
            if (book.people.side(ref) == "customer") == (side == "customer")
        ]
        if widths:
            name = short_house(book.people.house(side))
            found.append((_house(name, sum(widths) - 1), len(widths)))
    return tuple(found)


def _house(name: str, millimetres: float) -> str:
    """Return as many whole words of a house's name as have room, at least the first."""
    words = name.split()
    while len(words) > 1 and width_em(" ".join(words)) * BOLD * POINTS * MM_PER_POINT > millimetres:
        words.pop()
    return fitted(" ".join(words), millimetres, POINTS, is_bold=True)


def _heads(people: Sequence[PersonRef], book: Book, widest: float = WIDEST_MM) -> list[str]:
    names = book.people.family_names(people)
    return [
        " ".join(fitted(word, widest - 1, NAME_POINTS, is_bold=True) for word in _words(ref, name, book))
        for ref, name in zip(people, names, strict=True)
    ]


def _words(ref: PersonRef, name: str, book: Book) -> list[str]:
    return (name if book.people.is_named(ref) else book.say(N_("nobody yet"))).split()[:2]


def _width(head: str) -> float:
    widest = max((width_em(word) for word in head.split()), default=0.0) * BOLD * NAME_POINTS * MM_PER_POINT
    return min(WIDEST_MM, max(NARROWEST_MM, widest + 1))


def _by_letters(book: Book) -> list[PersonRef]:
    """Return everybody with a letter: who is accountable for something first, since no A may go unseen.

    Where no activity is listed, the letters are those we propose.
    """
    letters: Counter[PersonRef] = Counter()
    for line in book.rollout.responsibilities or ():
        letters.update(dict.fromkeys(line.accountable or (), ACCOUNTABLE_WEIGHT))
        letters.update(line.responsible or ())
        letters.update(dict.fromkeys((*line.consulted, *line.informed), 0))
    if letters:
        return [ref for ref, _ in letters.most_common()]
    for activity in book.playbook.activities:
        letters.update({book.cast.owner_of(activity.id): ACCOUNTABLE_WEIGHT})
        letters.update([book.cast.doer_of(activity.id)])
    return [ref for ref, _ in letters.most_common()]


def _by_house(refs: Iterable[PersonRef], book: Book) -> list[PersonRef]:
    rollout = book.rollout
    order = [*rollout.person_by_id, *rollout.team_by_id, *rollout.vendor_by_id]
    known = {ref: index for index, ref in enumerate(order)}
    return sorted(refs, key=lambda ref: (book.people.side(ref) != "customer", known.get(ref, len(order))))
