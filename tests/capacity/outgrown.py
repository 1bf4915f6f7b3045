"""A small company whose desk is too small for a wave, as the tests of advice, need and sensitivity ask about it."""

from functools import cache

from rollout_kit.capacity.model import Question
from tests.capacity.asked import asked

TIGHT = """
[load]
tickets_per_user_month = { low = 0.65, likely = 0.7, high = 0.75 }
golive_factor = { low = 2.5, likely = 3.5, high = 4.5 }
half_life = "14 days"
repeat_contact_share = 0.1
password_resets = { share = 0.25, self_service = false }
horizon = "6 months"
waves = [{ date = 2027-03-01, users = 60, site = "zug" }, { date = 2027-04-12, users = 140, site = "genf" }]
[load.channels.phone]
share = 0.5
handling = "10 min"
patience = "3 min"
[load.channels.ticket]
share = 0.5
handling = { low = "15 min", likely = "20 min", high = "30 min" }
[sites.zug]
name = "Zug"
users = 260
[sites.genf]
name = "Genf"
users = 140
[support.L1]
staff = 2
hours_per_week = 34
hours = "Mon-Fri 08:00-17:00"
shrinkage = 0.2
passes_on = { to = "L2", share = 0.2 }
[support.L2]
staff = 3
hours_per_week = 20
hours = "Mon-Fri 08:00-17:00"
handling = "30 min"
shrinkage = 0.2
"""


@cache
def tight() -> Question:
    """Return a question whose desk holds until the second wave in most runs."""
    return asked(TIGHT, users="")
