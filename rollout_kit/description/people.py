"""People and teams."""

from typing import Literal

from rollout_kit.description.quantities import Date, Hours, Many, Names, Share, WordsOf
from rollout_kit.description.section import Keyed, Section

Role = Literal[
    "sponsor", "service_owner", "decision_maker", "operations_lead", "desk", "second_level", "trainer", "key_user"
]
SkillLevel = Literal["none", "learning", "proficient"]


class Absence(Section):
    """Days away, both inclusive. The keys of the file are `from` and `to`."""

    starts_on: Date
    ends_on: Date
    why: str = ""


class ExtraHours(Section):
    """An evening or weekend that is agreed: `hours` are those of that day, such as `08:00-14:00`."""

    date: Date
    starts_at: int  # minutes from midnight
    ends_at: int  # minutes from midnight, past 1440 overnight
    why: str = ""


class Person(Keyed):
    """`[people.<id>]`: `organisation` is customer, provider or a key of vendors."""

    name: str
    organisation: str = "customer"
    title: str = ""
    roles: WordsOf[Role] = ()
    email: str = ""
    phone: str = ""
    languages: Names = ()
    hours: Hours | None = None
    share: Share | None = None
    go_live_share: Share | None = None
    deputy: str | None = None
    absences: Many[Absence] = ()
    extra: Many[ExtraHours] = ()
    skills: Many[tuple[str, SkillLevel]] = ()
    site: str | None = None


class Team(Keyed):
    """`[teams.<id>]`."""

    name: str
    organisation: str = "provider"
    phone: str = ""
    members: Names = ()
    hours: Hours | None = None
