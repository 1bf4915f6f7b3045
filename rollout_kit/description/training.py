"""Rooms and trainings."""

from typing import Literal

from rollout_kit.description.quantities import Count, Date, Length, Many, Names, Share, TimeOfDay
from rollout_kit.description.section import Keyed, Section

Audience = Literal["desk", "second_level", "key_users", "users", "managers", "deputies", "provider"]


class Room(Keyed):
    """`[rooms.<id>]`."""

    name: str
    site: str | None = None
    seats: Count


class FixedSession(Section):
    """A sitting fixed by hand."""

    date: Date
    seats: Count | None = None
    at: TimeOfDay | None = None


class Training(Keyed):
    """`[training.<id>]`. `people` has its default filled in from sites and organisations where that is known."""

    name: str
    audience: Audience
    site: str | None = None
    language: str | None = None
    people: Count | None = None
    modules: Names = ()
    duration: Length | None = None
    trainer: str | None = None
    room: str | None = None
    pass_mark: Share | None = None
    job_aid: bool | None = None
    follow_up: Date | None = None
    behaviour_check: Date | None = None
    sessions: Many[FixedSession] = ()
