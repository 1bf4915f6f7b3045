"""The block of the first page with the one number to call."""

from rollout_kit.compose.fit import fitted
from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.desk import Desk, desk_of, languages_in_words, outside_hours
from rollout_kit.compose.hours import hours_in_words
from rollout_kit.compose.wording import capitalised, kept, shortened, strong
from rollout_kit.document import Group, Span, Text
from rollout_kit.message import N_

NUMBER_CHARACTERS = 17  # at 60 pt in 174 mm
HOURS_CHARACTERS = 66  # two lines of a column
COLUMN_MM, WIDTH_MM, LARGE = 83.0, 174.0, 12


def call(book: Book) -> Group:
    """Return the block: the number as large as it goes, its hours, and the way outside them."""
    desk = desk_of(book.rollout)
    return Group(
        role="call",
        children=(
            Text(spans=strong(book.say(N_("If something does not work"))), manner="decide"),
            _number(desk, book),
            Group(role="columns", children=(_inside(desk, book), _outside(desk, book))),
        ),
    )


def _number(desk: Desk, book: Book) -> Text:
    if not desk.phone:
        return Text(spans=book.open(book.say(N_("the one number to call"))), manner="decide")
    if len(desk.phone) > NUMBER_CHARACTERS:
        return Text(spans=strong(fitted(desk.phone, WIDTH_MM, LARGE, is_bold=True)), manner="decide")
    return Text(spans=(kept(desk.phone),), manner="number")


def _inside(desk: Desk, book: Book) -> Text:
    if desk.hours is None:
        return Text(spans=book.open(book.say(N_("the hours in which somebody answers"))), manner="decide")
    hours = shortened(capitalised(hours_in_words(desk.hours, book.words)), HOURS_CHARACTERS)
    who = ", ".join(part for part in (desk.name, languages_in_words(desk, book)) if part)
    first = Span(text=hours, strong=True, line_break=bool(who))
    return Text(spans=(first, Span(text=fitted(who, COLUMN_MM, LARGE))) if who else (first,), manner="decide")


def _outside(desk: Desk, book: Book) -> Text:
    known = outside_hours(desk, book)
    if known is None:
        return Text(spans=book.open(book.say(N_("who answers outside these hours"))), manner="decide")
    what, then = known
    first = Span(text=shortened(what, HOURS_CHARACTERS), strong=True, line_break=bool(then))
    return Text(spans=(first, Span(text=shortened(then, HOURS_CHARACTERS))) if then else (first,), manner="decide")
