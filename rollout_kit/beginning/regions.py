"""Countries, cantons and regions by name or code: Zürich, ZH, CH-ZH, Bayern, Île-de-France, Niederlande.

Names of parts come from the `holidays` library, those of countries from CLDR in the languages that people here write.
"""

from collections.abc import Iterator
from functools import cache

from rollout_kit.description.spelled import plain
from rollout_kit.description.tags import is_region

_LANGUAGES = ("de", "fr", "it", "en", "nl", "ja", "es")
_SHORT_CODES = ("CH", "DE", "AT")  # whose parts people call by two letters alone
_COUNTRIES_BY_LETTERS = " AT BE CH CZ DE DK ES FI FR GB IE IT JP LI LU NL NO PL PT SE US "

# What the library lacks: the regions of France, and names in the neighbours' languages.
_FURTHER = {
    "FR-ARA": "Auvergne-Rhône-Alpes", "FR-BFC": "Bourgogne-Franche-Comté", "FR-BRE": "Bretagne",
    "FR-CVL": "Centre-Val de Loire", "FR-COR": "Corse", "FR-GES": "Grand Est", "FR-HDF": "Hauts-de-France",
    "FR-IDF": "Île-de-France", "FR-NOR": "Normandie", "FR-NAQ": "Nouvelle-Aquitaine", "FR-OCC": "Occitanie",
    "FR-PDL": "Pays de la Loire", "FR-PAC": "Provence-Alpes-Côte d'Azur",
    "CH-GE": "Genf|Geneva", "CH-NE": "Neuenburg", "CH-SG": "St-Gallen|St.Gallen", "CH-TI": "Tessin", "CH-VD": "Waadt",
    "CH-ZH": "Zurich|Zuerich", "CH-LU": "Lucerne", "CH-GR": "Grisons", "DE-BY": "Bavaria|Bavière", "DE-HE": "Hesse",
    "DE-NI": "Lower Saxony", "DE-NW": "NRW|North Rhine-Westphalia", "DE-SN": "Saxony", "DE-TH": "Thuringia",
    "DE-BW": "BaWü", "AT-2": "Carinthia", "AT-6": "Styria", "AT-7": "Tyrol", "AT-9": "Vienna", "GB": "UK", "US": "USA",
}  # fmt: skip


def regions_of(text: str, near: str | None = None) -> tuple[str, ...]:
    """Return the codes of ISO 3166-2 that a text may mean: none if it is unknown, several if one has to be chosen.

    `near` is a region whose country is likelier than others.
    """
    wanted = _spelt(text)
    whole = text.strip().upper().replace(" ", "")
    if "-" in whole and is_region(whole) and whole in _codes():
        return (whole,)
    found = (*_by_letters(whole), *_names().get(wanted, ()))
    codes = tuple(dict.fromkeys(found))
    country = (near or "").partition("-")[0]
    at_home = tuple(code for code in codes if country and code.startswith(country))
    return at_home[:1] or codes


def region_name(code: str, language: str) -> str:
    """Return the name of a region: Zürich for CH-ZH; of a country in the language."""
    from babel import Locale

    country, _, part = code.partition("-")
    if country == "FR" and code in _FURTHER:
        return _FURTHER[code]
    if part:
        return next((name for name, known in _part_names(country) if known == part), code)
    name: str = Locale.parse(language.partition("-")[0]).territories.get(country, code)
    return name


def _by_letters(code: str) -> Iterator[str]:
    if f" {code} " in _COUNTRIES_BY_LETTERS:
        yield code
    for country in _SHORT_CODES:
        if len(code) == 2 and f"{country}-{code}" in _codes():
            yield f"{country}-{code}"


def _spelt(text: str) -> str:
    """Return a name for comparing: no accents, and one kind of space."""
    words = plain(text.replace("’", "'")).replace("-", " ").replace(".", ". ").split()
    ahead = ("kanton", "canton", "land", "bundesland", "region", "freistaat")
    return " ".join(words[1:] if len(words) > 1 and words[0] in ahead else words)


@cache
def _codes() -> frozenset[str]:
    return frozenset(code for codes in _names().values() for code in codes)


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Return spelt names and full codes, each with what it may mean."""
    names: dict[str, list[str]] = {}
    for name, code in (*_parts(), *_further(), *_country_names()):
        known = names.setdefault(_spelt(name), [])
        if code not in known:
            known.append(code)
    return {name: tuple(codes) for name, codes in names.items()}


def _parts() -> Iterator[tuple[str, str]]:
    import holidays

    for country, parts in holidays.list_supported_countries(include_aliases=False).items():
        yield from ((f"{country}-{part}", f"{country}-{part}") for part in parts if is_region(f"{country}-{part}"))
        for name, part in _part_names(country):
            # In Switzerland there are Zug and Uri; elsewhere so short a name is an abbreviation.
            if (len(name) > 3 or country == "CH") and is_region(f"{country}-{part}"):
                yield name, f"{country}-{part}"


def _further() -> Iterator[tuple[str, str]]:
    for code, names in _FURTHER.items():
        yield code, code
        yield from ((name, code) for name in names.split("|"))


def _part_names(country: str) -> tuple[tuple[str, str], ...]:
    import holidays

    aliases: dict[str, str] = getattr(getattr(holidays, country), "subdivisions_aliases", {})
    return tuple(aliases.items())


def _country_names() -> Iterator[tuple[str, str]]:
    from babel import Locale

    for language in _LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if len(code) == 2 and is_region(code):
                yield name, code
