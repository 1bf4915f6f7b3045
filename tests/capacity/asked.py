"""Questions as the tests ask them: from a description in short, and the values of its parts."""

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.capacity.model import Question, Untold
from rollout_kit.capacity.question import question_of
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.validate import validate
from rollout_kit.pipeline import known
from rollout_kit.playbook.load import open_playbook

EVEN = """
[load]
tickets_per_user_month = 1.05
golive_factor = 1
growth_per_year = 0
peak_hour_share = 0
busiest_weekday = { day = "Mon", share = 0.2 }
repeat_contact_share = 0
horizon = "28 days"
"""
"""One contact in four weeks of five days for each user, alike in every half hour of nine hours a day."""
DESK = '[support.L1]\nstaff = 1\nhours = "Mon-Fri 08:00-17:00"\nshrinkage = 0\n'


def described(rest: str, users: str = "users = 100", hours: str = "Mon-Fri 08:00-17:00") -> Rollout:
    text = (
        'rollout = { name = "X", kickoff = 2027-02-01, go_live = 2027-03-01 }\n'
        f'[customer]\nname = "C"\n{users}\nhours = "{hours}"\n[provider]\nname = "P"\n{rest}\n'
    )
    read = validate("rollout.toml", {"rollout.toml": text.encode()}, lambda name: known(open_playbook(name, {})))
    assert read.rollout is not None, read.problems
    return read.rollout


def answer(
    rest: str = EVEN + DESK, users: str = "users = 100", hours: str = "Mon-Fri 08:00-17:00"
) -> Question | Untold:
    rollout = described(rest, users, hours)
    return question_of(rollout, Calendars(rollout))


def asked(rest: str = EVEN + DESK, users: str = "users = 100", hours: str = "Mon-Fri 08:00-17:00") -> Question:
    """Return the question about 28 days from Monday 1 March 2027 on."""
    found = answer(rest, users, hours)
    assert isinstance(found, Question), found
    return found
