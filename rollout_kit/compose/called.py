"""How somebody is called in short, where a column has no room for the whole name."""

import re
import unicodedata

_ASIDE = re.compile(r"\s*[(（\[][^)）\]]*[)）\]]")
_AFTER = re.compile(r"(,.*|\s+(jun|jr|sen|sr)\.?)$", re.IGNORECASE)  # a degree behind the name, or which of two
_WRITTEN_OUT = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae", "œ": "oe"}


def called(name: str, id: str) -> str:
    """Return the family name: the words of the name that its key is made of, else the last word.

    Which word is the family's differs from country to country; whoever wrote `[people.tanaka]` for Tanaka Kenji, or
    `[people.vandijk]` for Bas van Dijk, has said it. What stands in brackets, such as another script, and what
    follows a comma, such as a degree, is left out.
    """
    words = _AFTER.sub("", _ASIDE.sub("", name)).split() or name.split()
    key = re.sub(r"[\W_\d]+", "", id.casefold())
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            run = words[start : start + length]
            if key and key in (_plain("".join(run)), _spelled("".join(run))):
                return " ".join(run)
    return words[-1] if words else name


def _plain(text: str) -> str:
    """Return letters without their marks: `muller` for Müller."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[\W_]+", "", "".join(sign for sign in parts if not unicodedata.combining(sign)))


def _spelled(text: str) -> str:
    """Return letters as German and Danish write them without marks: `mueller` for Müller."""
    return _plain("".join(_WRITTEN_OUT.get(sign, sign) for sign in unicodedata.normalize("NFC", text.casefold())))
