"""Which fields mention a name that something else must have."""

from dataclasses import dataclass
from enum import Enum, auto

from rollout_kit.description import (
    continuity,
    improvement,
    load,
    organisations,
    people,
    responsibilities,
    service_levels,
    settings,
    shape,
    training,
    tryout,
)
from rollout_kit.description.section import Section
from rollout_kit.finding import KeyPath


class Named(Enum):
    """What a mention is the name of."""

    PERSON = auto()
    MEMBER = auto()  # a person or a team
    ACTOR = auto()  # a person, a team or a vendor
    ORGANISATION = auto()  # customer, provider or a vendor
    TEAM = auto()
    VENDOR = auto()
    SITE = auto()
    ROOM = auto()
    SUPPORT = auto()
    ACTIVITY = auto()  # of the catalogue; own ones are allowed
    MATURING = auto()  # an activity or anything else that grows old
    PATH = auto()  # a key path of the file
    FIGURE = auto()  # a key path below [load]
    RULE = auto()
    TASK = auto()
    CHAPTER = auto()
    SCENARIO = auto()  # of the playbook, or free text
    PROCESS = auto()  # of [[processes]], or free text
    SKILL = auto()  # of [critical_skills], or any other
    PRIORITY = auto()
    LANGUAGE = auto()
    REGION = auto()
    TIMEZONE = auto()
    PLAYBOOK = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name at its place in the file; `is_key` where a key is the name."""

    kind: Named
    name: str
    path: KeyPath
    is_key: bool = False


MENTIONED: dict[tuple[type[Section], str], Named] = {
    (organisations.About, "playbook"): Named.PLAYBOOK,
    (organisations.Customer, "region"): Named.REGION,
    (organisations.Customer, "timezone"): Named.TIMEZONE,
    (organisations.Provider, "region"): Named.REGION,
    (organisations.Provider, "timezone"): Named.TIMEZONE,
    (organisations.Provider, "languages"): Named.LANGUAGE,
    (organisations.Vendor, "timezone"): Named.TIMEZONE,
    (organisations.Site, "region"): Named.REGION,
    (organisations.Site, "languages"): Named.LANGUAGE,
    (people.Person, "organisation"): Named.ORGANISATION,
    (people.Person, "site"): Named.SITE,
    (people.Person, "deputy"): Named.PERSON,
    (people.Person, "languages"): Named.LANGUAGE,
    (people.Person, "skills"): Named.SKILL,
    (people.Team, "organisation"): Named.ORGANISATION,
    (people.Team, "members"): Named.PERSON,
    (responsibilities.Responsibility, "id"): Named.ACTIVITY,
    (responsibilities.Responsibility, "accountable"): Named.MEMBER,
    (responsibilities.Responsibility, "responsible"): Named.MEMBER,
    (responsibilities.Responsibility, "consulted"): Named.MEMBER,
    (responsibilities.Responsibility, "informed"): Named.MEMBER,
    (responsibilities.Evidence, "id"): Named.PATH,
    (service_levels.EscalationStep, "who"): Named.ACTOR,
    (service_levels.OnCall, "team"): Named.TEAM,
    (service_levels.OnCall, "people"): Named.PERSON,
    (service_levels.OnCall, "timezone"): Named.TIMEZONE,
    (service_levels.Hypercare, "response"): Named.PRIORITY,
    (load.Wave, "site"): Named.SITE,
    (load.OwnData, "keys"): Named.FIGURE,
    (load.SupportLevel, "team"): Named.TEAM,
    (load.SupportLevel, "vendor"): Named.VENDOR,
    (load.SupportLevel, "languages"): Named.LANGUAGE,
    (load.PassesOn, "to"): Named.SUPPORT,
    (training.Room, "site"): Named.SITE,
    (training.Training, "site"): Named.SITE,
    (training.Training, "language"): Named.LANGUAGE,
    (training.Training, "trainer"): Named.PERSON,
    (training.Training, "room"): Named.ROOM,
    (continuity.Continuity, "delete_all_copies"): Named.PERSON,
    (continuity.Process, "key_users"): Named.PERSON,
    (continuity.Process, "sites"): Named.SITE,
    (continuity.UserMessage, "language"): Named.LANGUAGE,
    (continuity.OutageNotice, "first"): Named.PRIORITY,
    (continuity.OutageNotice, "updates"): Named.PRIORITY,
    (continuity.OutageNotice, "templates"): Named.LANGUAGE,
    (tryout.Pilot, "sites"): Named.SITE,
    (tryout.Pilot, "languages"): Named.LANGUAGE,
    (tryout.Pilot, "processes"): Named.PROCESS,
    (tryout.PilotDecision, "by"): Named.MEMBER,
    (tryout.TestRun, "scenario"): Named.SCENARIO,
    (improvement.Feedback, "participants"): Named.ACTOR,
    (improvement.Feedback, "owner"): Named.MEMBER,
    (improvement.Kpi, "owner"): Named.MEMBER,
    (improvement.Objective, "owner"): Named.MEMBER,
    (improvement.Interface, "giver"): Named.ACTOR,
    (improvement.Interface, "taker"): Named.ACTOR,
    (improvement.Experiment, "owner"): Named.MEMBER,
    (improvement.FutureRole, "candidates"): Named.PERSON,
    (improvement.Maturity, "id"): Named.MATURING,
    (settings.AddedTask, "owner"): Named.ACTOR,
    (settings.AddedTask, "after"): Named.TASK,
    (settings.TaskChange, "id"): Named.TASK,
    (settings.TaskChange, "owner"): Named.ACTOR,
    (settings.PlanSettings, "drop"): Named.TASK,
    (settings.Waiver, "rule"): Named.RULE,
    (settings.Waiver, "agreed"): Named.PERSON,
    (settings.ChapterSettings, "id"): Named.CHAPTER,
    (settings.ChapterSettings, "owner"): Named.MEMBER,
    (shape.RulesTable, "severity"): Named.RULE,
}
