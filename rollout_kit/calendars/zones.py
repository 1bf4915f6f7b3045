"""The time zone in which a house lives: as the file says, else that of its region."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from rollout_kit.description.rollout import Rollout

MAIN_ZONES: Mapping[str, str] = {
    "AT": "Europe/Vienna", "BE": "Europe/Brussels", "CH": "Europe/Zurich", "CZ": "Europe/Prague",
    "DE": "Europe/Berlin", "DK": "Europe/Copenhagen", "ES": "Europe/Madrid", "FI": "Europe/Helsinki",
    "FR": "Europe/Paris", "GB": "Europe/London", "HU": "Europe/Budapest", "IE": "Europe/Dublin", "IT": "Europe/Rome",
    "JP": "Asia/Tokyo", "LI": "Europe/Vaduz", "LU": "Europe/Luxembourg", "NL": "Europe/Amsterdam", "NO": "Europe/Oslo",
    "PL": "Europe/Warsaw", "PT": "Europe/Lisbon", "SE": "Europe/Stockholm", "SI": "Europe/Ljubljana",
    "SK": "Europe/Bratislava",
}  # fmt: skip
"""By country, where one zone is that of nearly all who live there (IANA). Of other countries the file has to say it."""

REGIONAL_ZONES: Mapping[str, str] = {
    "ES-CN": "Atlantic/Canary",
    "PT-20": "Atlantic/Azores",
    "PT-30": "Atlantic/Madeira",
}


def zone_of(rollout: Rollout, house: str) -> ZoneInfo | None:
    """Return the zone of `customer`, `provider` or a vendor; None where neither file nor region tells it.

    A vendor without one lives by the provider's clock.
    """
    vendor = rollout.vendor_by_id.get(house)
    if vendor is not None:
        return ZoneInfo(vendor.timezone) if vendor.timezone else zone_of(rollout, "provider")
    side = rollout.customer if house == "customer" else rollout.provider
    region = side.region or ""
    name = side.timezone or REGIONAL_ZONES.get(region) or MAIN_ZONES.get(region.partition("-")[0])
    return ZoneInfo(name) if name else None
