"""Whether a rollout needs a pilot at all: what rules on pilots share."""

from rollout_kit.description.rollout import Rollout
from rollout_kit.plan.conditions import SMALL_USERS


def needs_no_pilot(rollout: Rollout) -> bool:
    """Whether so few work with the service that trying it with some of them is trying it with all.

    Only where all of them are known: those of the sites alone are too few while a site has not said its own.
    """
    users = rollout.users
    is_known = rollout.customer.users is not None or all(site.users is not None for site in rollout.sites)
    return users is not None and is_known and users <= SMALL_USERS
