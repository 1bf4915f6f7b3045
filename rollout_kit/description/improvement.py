"""Feedback, measures, goals, and growing up."""

from typing import Literal

from rollout_kit.description.quantities import Amount, Count, Date, Figure, Hours, Length, Many, Names
from rollout_kit.description.section import Keyed, Section


class Feedback(Section):
    """`[[feedback]]`. `participants` is the key `with` of the file, `starts_on` its `from`."""

    name: str
    every: Literal["day", "week", "month"] | None = None
    starts_on: Date | None = None
    length: Length | None = None
    participants: Names = ()
    users: bool | None = None
    owner: str | None = None
    answers_within: Length | None = None


class Kpi(Section):
    """`[[kpis]]`."""

    name: str
    formula: str = ""
    source: str = ""
    owner: str | None = None
    baseline: Figure | None = None
    baseline_measured: Date | None = None
    target: Figure | None = None


class KeyResult(Section):
    """A key result; `start` and `target` are the keys `from` and `to` of the file."""

    result: str
    start: Figure | None = None
    target: Figure | None = None
    by: Date | None = None
    view: Literal["finance", "customer", "process", "learning"] | None = None


class Objective(Section):
    """`[[objectives]]`."""

    objective: str
    owner: str | None = None
    serves: str = ""
    check_in: Length | None = None
    key_results: Many[KeyResult] = ()


class Interface(Section):
    """`[[interfaces]]`; `giver` and `taker` are the keys `from` and `to` of the file."""

    giver: str
    taker: str
    mode: Literal["collaboration", "as_a_service", "facilitating"] | None = None
    until: Date | None = None
    channel: str = ""
    response: Length | None = None
    hours: Hours | None = None
    documentation: str = ""
    arrivals_per_week: Amount | None = None
    standard: Names = ()
    wait: Length | None = None
    work: Length | None = None


class Experiment(Section):
    """`[[experiments]]`."""

    hypothesis: str
    measure: str = ""
    owner: str | None = None
    until: Date | None = None


class Maturity(Keyed):
    """`maturity.<activity>`."""

    phase: Literal["launch", "standardise", "automate", "optimise", "retire"]
    since: Date | None = None
    recurring: Count | None = None
    with_procedure: Count | None = None
    purpose_reviewed: Date | None = None
    switch_off: Date | None = None
    licence_ends: Date | None = None


class ManualTask(Section):
    """`[[manual_tasks]]`."""

    name: str
    minutes_per_month: Amount | None = None
    automate_by: Date | None = None


class Costs(Section):
    """`[costs]`."""

    per_user_month: Amount | None = None
    measured: Date | None = None


class FutureRole(Section):
    """A role the operations team needs later; `starts_on` is the key `from` of the file."""

    name: str
    starts_on: Date | None = None
    skills: Names = ()
    candidates: Names = ()


class Future(Section):
    """`[future]`."""

    roles: Many[FutureRole] | None = None
