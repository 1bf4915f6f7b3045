"""Logos: files of strangers that enter every document, so only pictures that do nothing but lie there are taken."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal
from xml.parsers import expat

from rollout_kit.message import N_, Message, message

MOST_PIXELS = 4000  # house value, per side: a logo of 9 mm has 210 at 600 dpi
MOST_SHAPES = 20_000  # house value, with all that `use` repeats
MOST_LEVELS = 100

MediaType = Literal["image/svg+xml", "image/png", "image/jpeg"]

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_PNG_END = b"IEND\xaeB`\x82"
_JPEG_SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # markers of a frame, which hold height and width
_ACTIVE = {
    "script", "foreignobject", "iframe", "embed", "object", "audio", "video", "handler", "set", "animate",
    "animatetransform", "animatemotion", "animatecolor", "discard", "image", "feimage",
}  # fmt: skip
_URL = re.compile(r"url\(\s*[\"']?\s*([^)\"']*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogoFile:
    """A picture that was looked through: its kind is told by its content, never by its name."""

    media_type: MediaType
    content: bytes = field(repr=False)


def logo_of(content: bytes) -> LogoFile | Message:
    """Return the picture, or why it is not taken."""
    if content.startswith(_PNG):
        return _raster("image/png", content, _png_size(content))
    if content.startswith(_JPEG):
        return _raster("image/jpeg", content, _jpeg_size(content))
    if b"<svg" in content[:4096] or b":svg" in content[:4096]:
        fault = _svg_fault(content)
        return fault if fault is not None else LogoFile(media_type="image/svg+xml", content=content)
    return message(N_("it is neither SVG nor PNG nor JPEG"))


def _raster(media_type: MediaType, content: bytes, size: tuple[int, int] | None) -> LogoFile | Message:
    if size is None or not all(size):
        return message(N_("it is damaged or cut off"))
    if max(size) > MOST_PIXELS:
        text = N_("it has {width} by {height} pixels; at most {most} on a side are taken")
        return message(text, width=size[0], height=size[1], most=MOST_PIXELS)
    return LogoFile(media_type=media_type, content=content)


def _png_size(content: bytes) -> tuple[int, int] | None:
    if content[12:16] != b"IHDR" or _PNG_END not in content:
        return None
    return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        if marker in _JPEG_SIZES:
            is_whole = b"\xff\xd9" in content[at:]
            height, width = int.from_bytes(content[at + 5 : at + 7]), int.from_bytes(content[at + 7 : at + 9])
            return (width, height) if is_whole else None
        at += 1 if marker == 0xFF else 2 + length
    return None


# --- SVG -----------------------------------------------------------------------------------------


class _Refused(Exception):
    def __init__(self, why: Message) -> None:
        super().__init__(why.text)
        self.why = why


def _svg_fault(content: bytes) -> Message | None:
    """Return why a drawing is not taken: it can do something, asks for something, or is made to exhaust a reader."""
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.ProcessingInstructionHandler = reader.instruction
    try:
        parser.Parse(content, True)
        reader.check_repetition()
    except expat.ExpatError:
        return message(N_("it is no well-formed SVG"))
    except _Refused as refused:
        return refused.why
    return None


class _Reader:
    """Walks through an SVG without building it, and counts what its references make of it."""

    def __init__(self) -> None:
        self._open: list[str] = []  # ids around, empty where there is none
        self._elements: list[str] = []
        self._shapes: dict[str, int] = {"": 0}
        self._uses: dict[str, list[str]] = {"": []}
        self._written: list[str] = []  # of a style sheet, which comes in pieces

    def doctype(self, _name: str, _system: str | None, _public: str | None, has_entities: bool) -> None:
        if has_entities:
            raise _Refused(message(N_("it defines entities of its own")))

    def instruction(self, target: str, _content: str) -> None:
        if target == "xml-stylesheet":
            raise _Refused(_points_outside())

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        element = name.rpartition(" ")[2].lower()
        if not self._elements and element != "svg":
            raise _Refused(message(N_("it is neither SVG nor PNG nor JPEG")))
        if element in _ACTIVE:
            raise _Refused(message(N_("it holds <{element}>, which a logo may not"), element=element))
        self._elements.append(element)
        if len(self._elements) > MOST_LEVELS:
            raise _Refused(_too_much())
        self._open.append(attributes.get("id", ""))
        for place in self._places():
            self._shapes[place] = self._shapes.get(place, 0) + 1
            self._uses.setdefault(place, [])
        for key, value in attributes.items():
            self._attribute(key.rpartition(" ")[2].lower(), value)

    def end(self, _name: str) -> None:
        if self._elements.pop() == "style":
            self._sheet("".join(self._written))
            self._written.clear()
        self._open.pop()

    def text(self, written: str) -> None:
        if "style" in self._elements:
            self._written.append(written)

    def check_repetition(self) -> None:
        """Refuse a drawing that refers to itself, or repeats its parts beyond measure."""
        self._weight("", {}, ())

    def _attribute(self, key: str, value: str) -> None:
        if key.startswith("on"):
            raise _Refused(message(N_("it holds a script ({attribute})"), attribute=key))
        if key in ("href", "src"):
            self._refer([value])
        else:
            self._sheet(value)

    def _sheet(self, written: str) -> None:
        # a backslash could spell url or @import in letters that are not searched for
        is_hidden = "\\" in written and ("(" in written or "@" in written)
        if "@import" in written.lower() or is_hidden:
            raise _Refused(_points_outside())
        self._refer(_URL.findall(written))

    def _refer(self, addresses: list[str]) -> None:
        for address in addresses:
            if not address.strip().startswith("#"):
                raise _Refused(_points_outside())
            for place in self._places():
                self._uses[place].append(address.strip()[1:])

    def _places(self) -> Iterator[str]:
        yield ""
        yield from dict.fromkeys(id for id in self._open if id)

    def _weight(self, id: str, known: dict[str, int], around: tuple[str, ...]) -> int:
        if id in around or len(around) > MOST_LEVELS:
            raise _Refused(message(N_("it refers to itself")))
        if id not in known:
            inside = (self._weight(used, known, (*around, id)) for used in self._uses.get(id, ()))
            known[id] = self._shapes.get(id, 0) + sum(inside)
            if known[id] > MOST_SHAPES:
                raise _Refused(_too_much())
        return known[id]


def _points_outside() -> Message:
    return message(N_("it points to something outside of itself"))


def _too_much() -> Message:
    return message(N_("it has more parts than a logo needs; at most {most} are drawn"), most=MOST_SHAPES)
