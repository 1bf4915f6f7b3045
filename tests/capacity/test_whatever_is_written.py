"""Whatever numbers a description holds: keys that are beyond all sense, or an answer whose numbers are numbers."""

import math
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.capacity.answers import Expectation
from rollout_kit.capacity.expectation import expectation_of
from rollout_kit.capacity.model import Untold
from rollout_kit.capacity.question import question_of
from tests.capacity.asked import described

AMOUNTS = st.sampled_from(["0", "1e-300", "0.5", "1", "3", "40"])
STAFF = st.sampled_from(["0", "1e-300", "0.5", "1", "2.9", "40", "1e5"])
SHARES = st.sampled_from(["0", "1e-9", "0.3", "0.999999", "1"])
GROWTHS = st.sampled_from(["-9", "-1", "-0.2", "0", "0.3", "9.9"])
LENGTHS = st.sampled_from(["0 s", "1 s", "20 min", "4 h", "3 days", "2 weeks"])
HOURS = st.sampled_from(["24x7", "Mon-Fri 08:00-17:00", "Sun 22:00-06:00", "Wed 10:07-10:08"])
COUNTS = st.sampled_from(["0", "1", "86", "20000"])
ABSURD = [
    ("tickets", "1e9"), ("factor", "1e9"), ("staff", "1e9"), ("growth", "1e9"), ("growth", "-1e9"),
    ("call", "3650 days"), ("users", "1000000000"), ("first", "1000000000"), ("half_life", "3650 days"),
]  # fmt: skip

TEXT = """
[load]
tickets_per_user_month = {tickets}
golive_factor = {factor}
growth_per_year = {growth}
half_life = "{half_life}"
peak_hour_share = {peak}
busiest_weekday = {{ day = "Mon", share = {busiest} }}
repeat_contact_share = {repeats}
horizon = "3 weeks"
waves = [{{ date = 2027-03-01, users = {first} }}, {{ date = 2027-03-09, users = {second} }}]

[load.channels.phone]
share = {phone}
handling = "{call}"
patience = "{patience}"
target = {{ share = {target}, within = "{within}" }}

[load.channels.chat]
handling = "{call}"

[load.channels.ticket]
handling = "{ticket}"
target = {{ share = {target}, within = "{within}" }}

[support.L1]
staff = {staff}
hours = "{desk}"
shrinkage = {shrinkage}
passes_on = {{ to = "L2", share = {passed} }}

[support.L2]
staff = {second_staff}
hours = "{second_hours}"
hours_per_week = {hours_per_week}
handling = "{second_call}"

[support.L3]
response = "{within}"
"""
WRITTEN = st.fixed_dictionaries(
    {
        **dict.fromkeys(("tickets", "factor", "hours_per_week"), AMOUNTS),
        **dict.fromkeys(("staff", "second_staff"), STAFF),
        **dict.fromkeys(("peak", "busiest", "repeats", "phone", "target", "shrinkage", "passed"), SHARES),
        **dict.fromkeys(("half_life", "call", "patience", "within", "ticket", "second_call"), LENGTHS),
        **dict.fromkeys(("desk", "second_hours", "users_hours"), HOURS),
        **dict.fromkeys(("users", "first", "second"), COUNTS),
        "growth": GROWTHS,
    }
)


@settings(max_examples=40, deadline=None)
@given(written=WRITTEN, absurd=st.none() | st.sampled_from(ABSURD))
def test_an_answer_has_numbers_or_the_keys_that_make_no_sense(
    written: dict[str, str], absurd: tuple[str, str] | None
) -> None:
    written = {**written, **dict([absurd] if absurd else [])}
    rollout = described(TEXT.format(**written), f"users = {written['users']}", written["users_hours"])
    question = question_of(rollout, Calendars(rollout))
    if isinstance(question, Untold):
        assert absurd or question.beyond == (("load",),)
        assert question.beyond
        return
    assert not absurd
    found = expectation_of(question)
    assert [number for number in numbers(found) if not math.isfinite(number)] == []
    for day in found.days:
        for tier in day.tiers:
            assert min(tier.backlog_hours, tier.oldest_hours, tier.capacity_hours, tier.demanded_hours) >= 0
            assert tier.in_time is None or 0 <= tier.in_time <= 1
        assert day.phone is None or day.phone.level is None or -1e-9 <= day.phone.level <= 1 + 1e-9


def numbers(value: object) -> Iterator[float]:
    """Yield the numbers of an answer, but those of `uses`, which may be infinite, and of its question."""
    if isinstance(value, float):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from numbers(one)
    elif is_dataclass(value):
        for field in fields(value):
            if not (isinstance(value, Expectation) and field.name in ("question", "uses")):
                yield from numbers(getattr(value, field.name))
