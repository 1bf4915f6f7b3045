"""Waivers: what both houses accept for a reason until a date, and those that do not hold, or no longer."""

from rollout_kit.assess.waivers import LONGEST_AFTER_GO_LIVE_DAYS, JudgedWaiver, Standing, waived_by
from rollout_kit.compose.by_name import by_name, in_short
from rollout_kit.compose.handbook.book import Book, row
from rollout_kit.compose.handbook.chapter import heading
from rollout_kit.compose.wording import capitalised, kept, plain, short_house
from rollout_kit.document import Cell, Column, Group, Mark, Node, Row, Span, Spans, Table, Text
from rollout_kit.finding import Finding
from rollout_kit.message import N_, message, plural_message
from rollout_kit.rules.catalogue import catalogue

MOST_FINDINGS = 2  # told of one waiver; the others are counted
MOST_NAMED = 3

_LACKS = {
    "reason": N_("no reason"),
    "customer": N_("nobody of the customer"),
    "provider": N_("nobody of the provider"),
}


def waivers(book: Book) -> tuple[Node, ...]:
    """Return the waivers of the description with what they waive; nothing where there is none."""
    found = book.result.case.waivers
    if not found:
        return ()
    title = book.say(N_("Waivers"))
    columns = (
        Column(head=book.say(N_("What is accepted, and why"))),
        Column(head=book.say(N_("Agreed by")), width_mm=37),
        Column(head=book.say(N_("Until")), width_mm=24),
        Column(head=book.say(N_("State")), width_mm=33),
        Column(head=book.say(N_("Rule")), width_mm=17),
    )
    table = Table(columns=columns, rows=tuple(_row(each, book) for each in found), caption=title)
    nodes = (heading(title), Text(spans=plain(_counted(book)), manner="small"), table)
    return (Group(role="part", children=nodes),)


def _counted(book: Book) -> str:
    """Return how many findings are waived; they count in no figure above."""
    count = sum(not finding.is_open for finding in book.result.findings)
    if not count:
        return book.say(N_("No point is waived today."))
    counted = plural_message(
        N_("One point is waived and counts in none of the figures above."),
        N_("{n} points are waived and count in none of the figures above."),
        count,
    )
    return book.words.text(counted)


def _row(judged: JudgedWaiver, book: Book) -> Row:
    waiver = judged.waiver
    reason = waiver.reason or book.say(N_("no reason is given"))
    what = Cell(spans=_what(judged, book), reason=capitalised(reason))
    others = row(
        _agreed(judged, book),
        (kept(book.words.short_date(judged.until)),),
        _state(judged, book),
        (Span(text=waiver.rule, quiet=True),),
    )
    return Row(cells=(what, *others.cells))


def _what(judged: JudgedWaiver, book: Book) -> Spans:
    """Return the findings that are meant; the title of the rule where there is none."""
    found = waived_by(judged, book.result.findings)
    if not found:
        title = next((rule.title for rule in catalogue() if rule.code == judged.waiver.rule), judged.waiver.rule)
        return plain(capitalised(book.words.text(message(title))))
    if len(found) == 1:
        return plain(_said(found[0], book))
    lines = [f"• {_said(finding, book)}" for finding in found[:MOST_FINDINGS]]
    if (further := len(found) - len(lines)) > 0:
        more = plural_message(N_("and {n} more like it"), N_("and {n} more like it"), further)
        lines.append(book.words.text(more))
    last = len(lines) - 1
    return tuple(Span(text=line, line_break=place < last) for place, line in enumerate(lines))


def _said(finding: Finding, book: Book) -> str:
    return capitalised(book.words.text(in_short(by_name(finding.message, book.result), MOST_NAMED)))


def _agreed(judged: JudgedWaiver, book: Book) -> Spans:
    """Return who agreed, with the house of each: one of both is needed."""
    people = book.rollout.person_by_id
    lines = [
        f"{book.people.name(ref)}, {short_house(book.people.house(people[ref].organisation)).partition(' ')[0]}"
        if ref in people
        else book.people.name(ref)
        for ref in judged.waiver.agreed
    ]
    last = len(lines) - 1
    return tuple(Span(text=line, line_break=place < last) for place, line in enumerate(lines)) or plain("–")


def _state(judged: JudgedWaiver, book: Book) -> Spans:
    mark, text = _standing(judged, book)
    return (Span(mark=mark, text=text),)


def _standing(judged: JudgedWaiver, book: Book) -> tuple[Mark, str]:
    if judged.standing is Standing.REJECTED:
        lacks = book.words.names(book.say(_LACKS[what]) for what in judged.missing)
        return "open", book.say(N_("does not hold: {lacks}"), lacks=lacks)
    if judged.standing is Standing.EXPIRED:
        return "overdue", book.say(N_("has run out"))
    if not judged.findings:
        return "not-applicable", book.say(N_("waives nothing"))
    if judged.standing is Standing.TOO_LONG:
        return "waived", book.say(
            N_("waived, {days} days after go-live at most"), days=LONGEST_AFTER_GO_LIVE_DAYS
        )  # fmt: skip
    return "waived", book.say(N_("waived"))
