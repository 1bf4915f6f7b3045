"""Public holidays from the `holidays` library: what the shipped table is made of, and the source of all it lacks.

Language and categories are always given: without a language the library names holidays in the machine's
(https://github.com/vacanza/holidays/issues/2168). Only `public` and `half_day` count. What is a holiday in
some communes of a region only is in other categories and therefore missing, such as Mariä Himmelfahrt in the
Catholic communes of Bavaria (`catholic`) or Fronleichnam in parts of Solothurn: people add those to their description.
"""

from datetime import date
from typing import Any

from rollout_kit.calendars.holiday import Holiday, Region

_LANGUAGES = {
    "CH-FR": "fr", "CH-GE": "fr", "CH-JU": "fr", "CH-NE": "fr", "CH-VD": "fr", "CH-VS": "fr", "CH-TI": "it",
    "BE-French": "fr", "BE-German": "de", "LU": "fr", "FI-01": "sv_FI", "CA-QC": "fr",
}  # fmt: skip
"""Where the library's first language of a country is not the one that most people of the region read."""

_EVENINGS_ONLY = frozenset({"AU"})  # its half days begin at 18:00 or later, after work


def library_parts(country: str) -> tuple[str, ...] | None:
    """Return the parts of a country that have holidays of their own; None where the library lacks the country."""
    import holidays

    parts = holidays.list_supported_countries(include_aliases=False).get(country)
    return None if parts is None else tuple(parts)


def library_language(region: Region) -> str | None:
    """Return the language of a region's holiday names; None where the library has one language only."""
    import holidays

    chosen = _LANGUAGES.get(str(region), _LANGUAGES.get(region.country))
    default: str | None = getattr(holidays, region.country).default_language
    return chosen or default


def library_holidays(region: Region, year: int) -> tuple[Holiday, ...]:
    """Return the holidays of a year by date; none for a year that the library does not know."""
    half_days = _resolved(region, year, "half_day")
    whole_days = _resolved(region, year, "public")
    found = {day: Holiday(date=day, name=name, half=True) for day, name in half_days.items()}
    found |= {day: Holiday(date=day, name=name) for day, name in whole_days.items()}
    return tuple(found[day] for day in sorted(found))


def _resolved(region: Region, year: int, category: str) -> dict[date, str]:
    import holidays

    entity: Any = getattr(holidays, region.country)
    if category not in entity.supported_categories or (category == "half_day" and region.country in _EVENINGS_ONLY):
        return {}
    language = library_language(region)
    resolved = entity(years=year, subdiv=region.part or None, language=language, categories=(category,))
    return {day: name for day, name in resolved.items() if day.year == year}
