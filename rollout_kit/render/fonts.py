"""Which font to install for a sign that no installed font has."""

import unicodedata

WRITTEN_LANGUAGES = "fonts-noto-core fonts-morisawa-bizud-gothic"
"""Fonts with every sign of the languages we write."""

_SCRIPTS = (
    ("HANGUL", "fonts-noto-cjk"),
    ("BOPOMOFO", "fonts-noto-cjk"),
    ("CJK", "fonts-noto-cjk"),
    ("HIRAGANA", "fonts-morisawa-bizud-gothic"),
    ("KATAKANA", "fonts-morisawa-bizud-gothic"),
)
_FIRST_EMOJI = 0x1F000


def fonts_command(sign: str) -> str:
    """Return the command that installs a font with this sign on Debian and Ubuntu."""
    return f"apt-get install {_package(sign[:1])}"


def _package(sign: str) -> str:
    name = unicodedata.name(sign, "") if sign else ""
    for beginning, package in _SCRIPTS:
        if name.startswith(beginning):
            return package
    is_picture = bool(sign) and ord(sign) >= _FIRST_EMOJI and unicodedata.category(sign) in ("So", "Sk")
    return "fonts-noto-color-emoji" if is_picture else WRITTEN_LANGUAGES
