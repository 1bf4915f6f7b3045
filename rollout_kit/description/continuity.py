"""Continuity, critical processes, access and communication."""

from typing import Literal

from rollout_kit.description.quantities import Count, Date, Length, Many, Names
from rollout_kit.description.section import Section


class RestoreTest(Section):
    """The last restore that was tried."""

    date: Date
    scope: Literal["files", "mailbox", "system"]
    took: Length | None = None


class Rollback(Section):
    """The way back: how long it takes, and the window left at the point of no return."""

    takes: Length
    point_of_no_return: Length | None = None


class RecoveryLink(Section):
    """Something the service needs before it can come back."""

    name: str
    rto: Length


class Continuity(Section):
    """`[continuity]`."""

    rto: Length | None = None
    rpo: Length | None = None
    backup_every: Length | None = None
    backup_takes: Length | None = None
    copies: Count | None = None
    copy_out_of_reach: bool | None = None
    delete_all_copies: Names | None = None
    last_restore_test: RestoreTest | None = None
    manual_procedure: bool | None = None
    paper_copy: bool | None = None
    rollback: Rollback | None = None
    depends_on: Many[RecoveryLink] | None = None


class Process(Section):
    """`[[processes]]`: what the company lives on."""

    name: str
    critical: bool | None = None
    tolerable_stop: Length | None = None
    manual_procedure: bool | None = None
    key_users: Names = ()
    sites: Names = ()


class SecondFactor(Section):
    """Whether privileged accounts of a side have a second factor."""

    customer: bool | None = None
    provider: bool | None = None


class Access(Section):
    """`[access]`."""

    own_emergency_admin: bool | None = None
    second_factor: SecondFactor | None = None
    old_provider_removed: Length | None = None
    leaver_within: Length | None = None
    leaver_trigger: Literal["hr", "it", "none"] | None = None
    processing_agreement: Date | None = None
    personal_data: bool | None = None
    decision_time: Length | None = None
    review: Date | None = None


class UserMessage(Section):
    """`[[messages]]`."""

    audience: Literal["desk", "second_level", "key_users", "users", "managers", "deputies", "provider"]
    date: Date
    language: str | None = None
    about: str = ""
    kind: Literal["announcement", "training", "what_to_expect", "go_live", "delay"] = "announcement"


class OutageNotice(Section):
    """`[outage_notice]`: `first` and `updates` pair a priority with a length."""

    first: Many[tuple[str, Length]] = ()
    updates: Many[tuple[str, Length]] = ()
    templates: Names = ()
