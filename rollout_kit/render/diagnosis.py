"""What this machine has for drawing PDFs: libraries, and fonts with the signs of each language."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import ModuleType

from rollout_kit.errors import PdfUnavailable
from rollout_kit.message import N_, Message, message
from rollout_kit.render.fonts import WRITTEN_LANGUAGES, fonts_command
from rollout_kit.render.pango import install_command, weasyprint

SIGNS: Mapping[str, tuple[str, str]] = {
    "en": (N_("English"), "Aa09 £€ “” ’ – … ×"),
    "de": (N_("German"), "ÄÖÜäöüß „“ ‚‘ § – €"),
    "fr": (N_("French"), "ÀÂÇÉÈÊËÎÏÔŒÙÛàâçéèêëîïôœùû « » ’"),
    "nl": (N_("Dutch"), "ËÏÖÜéèëïöü ĳ ‘’ €"),
    "it": (N_("Italian"), "ÀÈÉÌÒÙàèéìòù « » ’"),
    "ja": (N_("Japanese"), "運用手順書 あいうえお アイウエオ 、。「」（）"),
}
"""By language: its name, and signs that a text in it cannot do without."""

_FAMILIES = ("Noto Sans", "BIZ UDPGothic")
_PANGO_UNIT = 100  # 1.50.12 is told as 15012


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """Something that was looked at: whether it is there, what was found, and what installs it where it is not.

    `is_needed`: without it no PDF can be drawn; else documents are drawn, but not as they should be.
    """

    what: Message
    is_there: bool
    is_needed: bool = True
    remedy: Message | None = None


def pdf_checks() -> Iterator[Check]:
    """Yield what PDFs need; what depends on a missing library is not looked at."""
    try:
        weasy = weasyprint()
    except PdfUnavailable as fault:
        yield Check(what=fault.message, is_there=False, remedy=_install(install_command()))
        return
    yield Check(
        what=message(N_("WeasyPrint {version}, Pango {pango}"), version=weasy.VERSION, pango=_pango_version()),
        is_there=True,
    )
    yield _subsetting()
    yield from (_signs(weasy, tag, message(name), signs) for tag, (name, signs) in SIGNS.items())
    yield from (_family(weasy, family) for family in _FAMILIES)


def _subsetting() -> Check:
    from weasyprint.text import ffi

    if getattr(ffi, "harfbuzz_subset", None) is None:
        missing = message(N_("HarfBuzz cannot cut fonts down: PDFs take longer, Japanese ones much longer"))
        return Check(what=missing, is_there=False, is_needed=False, remedy=_install(install_command()))
    return Check(what=message(N_("HarfBuzz cuts fonts down to what is used")), is_there=True)


def _pango_version() -> str:
    from weasyprint.text import ffi

    number = int(ffi.pango.pango_version())
    return f"{number // _PANGO_UNIT**2}.{number // _PANGO_UNIT % _PANGO_UNIT}.{number % _PANGO_UNIT}"


def _signs(weasy: ModuleType, tag: str, language: Message, signs: str) -> Check:
    missing = _missing_signs(weasy, tag, signs)
    if missing:
        what = message(N_("fonts for {language}: no font has {signs}"), language=language, signs=" ".join(missing))
        return Check(what=what, is_there=False, is_needed=False, remedy=_install(fonts_command(missing[0])))
    return Check(what=message(N_("fonts for {language}"), language=language), is_there=True)


def _missing_signs(weasy: ModuleType, tag: str, signs: str) -> list[str]:
    from rollout_kit.render.pdf import MISSING_SIGN, listening

    page = f'<html lang="{tag}"><body style="font-family: Noto Sans, BIZ UDPGothic">{signs}</body></html>'
    with listening() as heard:
        weasy.HTML(string=page).write_pdf()
    return [match[1] for line in heard if (match := MISSING_SIGN.search(line))]


def _family(weasy: ModuleType, family: str) -> Check:
    """Look into a page for the font that it was really set in."""
    sign = "運" if family.startswith("BIZ") else "a"
    page = f'<html><body style="font-family: {family}">{sign}</body></html>'
    from rollout_kit.render.pdf import listening

    with listening():
        pdf: bytes = weasy.HTML(string=page).write_pdf(uncompressed_pdf=True)
    used = b" ".join(re.findall(rb"/BaseFont /\w{6}\+([\w-]+)", pdf)).replace(b"-", b"")
    if family.replace(" ", "").encode() not in used:
        what = message(N_("{font} is not installed: pages break differently in another font"), font=family)
        return Check(
            what=what, is_there=False, is_needed=False, remedy=_install(f"apt-get install {WRITTEN_LANGUAGES}")
        )
    return Check(what=message(N_("{font} is installed"), font=family), is_there=True)


def _install(command: str) -> Message:
    return message(N_("install it with: {command}"), command=command)
