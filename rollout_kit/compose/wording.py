"""Words that several documents share: names, phones, hours of the week, verdicts, marks, a document's frame."""

from collections.abc import Sequence
from typing import Literal

from rollout_kit.assess.result import Result
from rollout_kit.assess.verdict import Verdict
from rollout_kit.compose.called import called
from rollout_kit.compose.fit import BOLD, MM_PER_POINT, fitted, width_em
from rollout_kit.compose.ticks import tick_words
from rollout_kit.description.responsibilities import EvidenceLevel
from rollout_kit.description.rollout import Rollout
from rollout_kit.document import Document, Logo, Mark, Node, Span
from rollout_kit.finding import Severity
from rollout_kit.language.words import NO_BREAK, Words
from rollout_kit.message import N_
from rollout_kit.plan.model import TO_BE_NAMED, PersonRef

Side = Literal["customer", "provider", "vendor"]

DECISIONS_TODAY = 9  # at the kickoff; a pause point holds what a head holds
HOUSE_CHARACTERS = 60  # in the head of a page
COPY_CHARACTERS = 24  # of the house a copy is for: head and foot have one line for the edition
WORTH_A_CLAUSE = 0.4  # of the room must be filled
FOOTER_MM, FOOTER_POINTS = 155.0, 8  # the foot is one line
LEAST_HOUSE_MM = 16.0  # a name cut shorter than this says nothing

_LEGAL_FORMS = {
    "&", "ag", "bv", "co", "corp", "e.v", "ev", "gmbh", "inc", "kg", "kgaa", "limited", "llc", "ltd", "nv", "ohg",
    "plc", "sa", "sarl", "sas", "se", "spa", "srl", "sàrl", "ug",
}  # fmt: skip

_ARTICLES = {"de": ("der", "die", "das", "den", "dem"), "en": ("the", "a", "an", "our")}

_VERDICTS: dict[Verdict, tuple[str, Mark]] = {
    Verdict.TOO_LITTLE_KNOWN: (N_("too little known"), "too-little-known"),
    Verdict.NOT_READY: (N_("not ready"), "not-ready"),
    Verdict.READY_WITH_CONDITIONS: (N_("ready with conditions"), "conditions"),
    Verdict.READY: (N_("ready"), "ready"),
}

_SEVERITIES: dict[Severity, tuple[str, Mark]] = {
    Severity.BLOCKER: (N_("blocker"), "blocker"),
    Severity.HIGH: (N_("high"), "high"),
    Severity.MEDIUM: (N_("medium"), "medium"),
    Severity.LOW: (N_("low"), "low"),
}

_EVIDENCE: dict[EvidenceLevel, tuple[str, Mark]] = {
    "proposed": (N_("proposed"), "proposed"),
    "declared": (N_("declared"), "declared"),
    "documented": (N_("documented"), "documented"),
    "tested": (N_("tested"), "tested"),
}


def verdict_words(verdict: Verdict, words: Words) -> str:
    """Return the verdict as it stands in a sentence: `not ready`."""
    return words.say(_VERDICTS[verdict][0])


def verdict_mark(verdict: Verdict) -> Mark:
    """Return the circle of a verdict."""
    return _VERDICTS[verdict][1]


def severity_word(severity: Severity, words: Words) -> str:
    """Return the word of a severity: `blocker`."""
    return words.say(_SEVERITIES[severity][0])


def severity_mark(severity: Severity) -> Mark:
    """Return the diamond of a severity."""
    return _SEVERITIES[severity][1]


def evidence_word(level: EvidenceLevel, words: Words) -> str:
    """Return the word of an evidence level: `documented`."""
    return words.say(_EVIDENCE[level][0])


def evidence_mark(level: EvidenceLevel) -> Mark:
    """Return the three dots of an evidence level."""
    return _EVIDENCE[level][1]


def capitalised(text: str) -> str:
    """Return the text with a capital first letter, for words that begin a line."""
    return text[:1].upper() + text[1:]


def within_sentence(name: str, tag: str) -> str:
    """Return the name of a service as it stands within a sentence, whose case a German article would miss.

    `The ticket system` begins small, `Die E-Akte` is `E-Akte`. An adjective needs its article: German sentences put the
    name in quotes or before a colon.
    """
    first, _, rest = name.partition(" ")
    if not rest or first.lower() not in _ARTICLES.get(tag[:2], ()):
        return name
    if tag.startswith("de"):
        return name if rest[0].islower() else rest
    return f"{first.lower()} {rest}"


def plain(text: str) -> tuple[Span, ...]:
    """Return spans of one plain run."""
    return (Span(text=text),)


def strong(text: str) -> tuple[Span, ...]:
    """Return spans of one bold run."""
    return (Span(text=text, strong=True),)


def kept(text: str, *, is_strong: bool = False) -> Span:
    """Return a span that never breaks over two lines: a date, a number with its unit, a phone number."""
    return Span(text=text.replace(" ", NO_BREAK), keep=True, strong=is_strong)


def short_house(name: str) -> str:
    """Return a company's name without its legal form: `Muster Treuhand` for `Muster Treuhand AG`."""
    parts = name.split()
    while len(parts) > 1 and parts[-1].lower().strip(",.") in _LEGAL_FORMS:
        parts.pop()
    return " ".join(parts).rstrip(",")


class People:
    """Everybody a description can name: people, teams and vendors by id, and those who are still to be named."""

    def __init__(self, rollout: Rollout, words: Words) -> None:
        self._rollout = rollout
        self._words = words

    def name(self, ref: PersonRef) -> str:
        """Return the full name; `Muster AG: to be named` where nobody is; the id itself where it is unknown."""
        for side, marker in TO_BE_NAMED.items():
            if ref == marker:
                return self._words.say(N_("{house}: to be named"), house=self.house(side))
        rollout = self._rollout
        known = rollout.person_by_id.get(ref) or rollout.team_by_id.get(ref) or rollout.vendor_by_id.get(ref)
        return known.name if known else ref

    def name_within(self, ref: PersonRef, millimetres: float, points: float, *, is_bold: bool = False) -> str:
        """Return the name on one line of that width: in full, else in short, and only then a cut one."""
        room = millimetres / (points * MM_PER_POINT) / (BOLD if is_bold else 1)
        name = self.name(ref)
        if width_em(name) <= room:
            return name
        return fitted(self.short_name(ref), millimetres, points, is_bold=is_bold)

    def short_name(self, ref: PersonRef) -> str:
        """Return the last name of a person; who is to be named is called by the first word of the house."""
        if self.is_named(ref):
            return self._short(ref)
        house = short_house(self.house(self.side(ref))).split()
        return self._words.say(N_("{house}: to be named"), house=house[0] if house else "–")

    def names(self, refs: Sequence[PersonRef]) -> str:
        """Return several names as a list in a sentence."""
        return self._words.names(self.name(ref) for ref in refs)

    def span(self, ref: PersonRef) -> Span:
        """Return the name in bold; who is to be named stands in grey with dots under it."""
        if self.is_named(ref):
            return Span(text=self.name(ref), strong=True)
        return Span(text=self.name(ref), proposed=True)

    def is_named(self, ref: PersonRef) -> bool:
        """Whether this is somebody, and not a place left free."""
        return ref not in TO_BE_NAMED.values()

    def phone(self, ref: PersonRef) -> str:
        """Return the phone number, kept together; empty where none is known."""
        rollout = self._rollout
        known = rollout.person_by_id.get(ref) or rollout.team_by_id.get(ref) or rollout.vendor_by_id.get(ref)
        return known.phone.replace(" ", NO_BREAK) if known else ""

    def side(self, ref: PersonRef) -> Side:
        """Return the house somebody belongs to."""
        for side in ("customer", "provider"):
            if ref == TO_BE_NAMED[side]:
                return "customer" if side == "customer" else "provider"
        known = self._rollout.person_by_id.get(ref) or self._rollout.team_by_id.get(ref)
        organisation = known.organisation if known else "vendor"
        return "customer" if organisation == "customer" else "provider" if organisation == "provider" else "vendor"

    def house(self, side: str) -> str:
        """Return the name of a house, or of a vendor by its id."""
        if side in ("customer", "provider"):
            return self._rollout.customer.name if side == "customer" else self._rollout.provider.name
        vendor = self._rollout.vendor_by_id.get(side)
        return vendor.name if vendor else side

    def family_names(self, refs: Sequence[PersonRef]) -> tuple[str, ...]:
        """Return short heads for columns: the last name, with the first where two share it."""
        shorts = [self._short(ref) for ref in refs]
        return tuple(
            short if shorts.count(short) == 1 else self.name(ref) for ref, short in zip(refs, shorts, strict=True)
        )

    def _short(self, ref: PersonRef) -> str:
        return called(self.name(ref), ref) if ref in self._rollout.person_by_id else self.name(ref)


def shortened(text: str, limit: int) -> str:
    """Return the text, cut at a word and ended with an ellipsis where it is longer than `limit` characters."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    at = cut.rfind(" ")
    return (cut[:at] if at > limit // 2 else cut).rstrip(" ,;:–") + "…"


def clause(text: str, limit: int) -> str:
    """Return the text, or as much of it as ends where a clause does; cut at a word where that would be too little."""
    if len(text) <= limit:
        return text
    at = max(text.rfind(sign, 0, limit) for sign in ("; ", ": "))
    return text[:at] if at > limit * WORTH_A_CLAUSE else shortened(text, limit)


def edition_line(result: Result, words: Words) -> str:
    """Return the edition as it stands at the head of page 1."""
    edition = words.say(N_("Edition of {day}"), day=result.case.as_of)
    if not result.edition:
        return edition
    rollout = result.case.rollout
    house = rollout.customer.name if result.edition == "customer" else rollout.provider.name
    name = shortened(short_house(house), COPY_CHARACTERS)
    return words.say(N_("{edition}, copy for {house}"), edition=edition, house=name)


def document(result: Result, words: Words, *, kind: str, kind_word: str, children: Sequence[Node]) -> Document:
    """Put nodes into the frame that all documents share: title, houses, edition, footer, paper, accent."""
    rollout = result.case.rollout
    houses = (shortened(rollout.customer.name, HOUSE_CHARACTERS), shortened(rollout.provider.name, HOUSE_CHARACTERS))
    edition = edition_line(result, words)
    beside = f"{kind_word} · {edition} ·  · {result.sheet_id}"
    room = FOOTER_MM - width_em(beside) * FOOTER_POINTS * MM_PER_POINT
    parts = (kind_word, edition, _short_houses(houses, room, words), result.sheet_id)
    return Document(
        kind=kind,
        title=words.say(N_("{kind}: {rollout}"), kind=kind_word, rollout=rollout.about.name),
        kind_word=kind_word,
        language=words.tag,
        rollout=rollout.about.name,
        houses=houses,
        edition_line=edition,
        footer=" · ".join(part for part in parts if part),
        written_on=result.case.as_of,
        children=tuple(children),
        paper=rollout.brand.paper,
        accent=rollout.brand.accent or "#005a9c",
        contents_word=words.say(N_("Contents")),
        and_word=words.say(N_("and")),
        edition_id="-".join(part for part in (result.sheet_id, result.edition) if part),
        ticks=tick_words(words),
        logos=_logos(result, houses, words),
        edition=result.edition,
    )


def _logos(result: Result, houses: Sequence[str], words: Words) -> tuple[Logo, ...]:
    return tuple(
        Logo(media_type=logo.media_type, content=logo.content, alt=words.say(N_("Logo of {house}"), house=house))
        for logo, house in zip(result.logos, houses, strict=True)
        if logo is not None
    )


def _short_houses(houses: Sequence[str], millimetres: float, words: Words) -> str:
    """Return both houses without their legal forms, each cut to its half where they have no room; empty without any."""
    short = [short_house(house) for house in houses]
    if width_em(words.names(short)) * FOOTER_POINTS * MM_PER_POINT <= millimetres:
        return words.names(short)
    half = (millimetres - width_em(words.names(("", ""))) * FOOTER_POINTS * MM_PER_POINT) / 2
    if half < LEAST_HOUSE_MM:
        return ""
    return words.names(fitted(house, half, FOOTER_POINTS) for house in short)
