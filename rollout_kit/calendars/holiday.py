"""A public holiday, and the region whose holidays are taken for the one that was asked for."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A day off under its name in the region's own language; `half` frees the afternoon only."""

    date: date
    name: str
    half: bool = False


@dataclass(frozen=True, slots=True)
class Region:
    """A country by ISO 3166-1 and a part of it as in ISO 3166-2 without the country; "" is the whole country."""

    country: str
    part: str = ""

    def __str__(self) -> str:
        return f"{self.country}-{self.part}" if self.part else self.country
