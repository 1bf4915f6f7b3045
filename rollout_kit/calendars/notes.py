"""What is not known about the public holidays of a rollout, said once each."""

from collections.abc import Iterator

from rollout_kit.calendars.holidays_table import known_region
from rollout_kit.description.rollout import Rollout
from rollout_kit.message import N_, Message, message

_NO_REGION = {
    "customer": N_("the customer has no region: none of its public holidays are known"),
    "provider": N_("the provider has no region: none of its public holidays are known"),
}


def region_notes(rollout: Rollout) -> tuple[Message, ...]:
    """Return the notes: customer, provider, then sites in the order of the file."""
    missing = [
        message(_NO_REGION[side])
        for side, house in (("customer", rollout.customer), ("provider", rollout.provider))
        if not house.region
    ]
    return (*missing, *_about_regions(rollout))


def _about_regions(rollout: Rollout) -> Iterator[Message]:
    codes = (rollout.customer.region, rollout.provider.region, *(site.region for site in rollout.sites))
    for code in dict.fromkeys(code for code in codes if code):
        region = known_region(code)
        if region is None:
            yield message(N_("no public holidays are known for the region {region}"), region=code)
        elif str(region).upper() != code.upper():
            yield message(
                N_("the region {region} has no holidays of its own here: those of {taken} count"),
                region=code,
                taken=str(region),
            )
