"""A small assessed rollout made by hand, as reports are given it."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from rollout_kit.assess.case import Case
from rollout_kit.assess.result import Result
from rollout_kit.assess.verdict import Verdict
from rollout_kit.description.organisations import About, Customer, Provider
from rollout_kit.description.people import Person
from rollout_kit.description.rollout import Rollout
from rollout_kit.finding import Finding, Position, Problem, Severity, Untested
from rollout_kit.message import message, verbatim
from rollout_kit.plan.model import Plan, Stake, State, Task

SOURCE = """\
[responsibilities]
access   = { accountable = ["meyer"], responsible = ["meyer"] }
restore          = { accountable = ["keller", "oser"], responsible = ["meyer"] }
\tmonitoring = { accountable = ["山田"], responsible = [] }
"""

DECIDE = Task(
    id="decide-restore", origin="cure", step=1, name=verbatim("Decide who is accountable for restore"), proof=None,
    reason=None, lead="keller", stakes=(Stake(person="keller", minutes=30),), dates=(date(2027, 1, 11),),
    earliest=date(2027, 1, 11), aim=date(2027, 1, 19), limit=date(2027, 2, 8), state=State.PLACED,
)  # fmt: skip
UNPLACED = replace(
    DECIDE,
    id="name-deputy",
    name=verbatim("Name a deputy"),
    lead="provider:to-be-named",
    dates=(),
    state=State.UNPLACED,
)


def source_line(position: Position) -> str:
    return SOURCE.splitlines()[position.line - 1] if position.file == "rollout.toml" else ""


def finding(code: str = "OWN101", severity: Severity = Severity.BLOCKER, **changes: Any) -> Finding:
    return replace(
        Finding(
            code=code,
            name="not-one-accountable",
            severity=severity,
            path=("responsibilities", "restore"),
            position=Position(file="rollout.toml", line=3, column=36, length=18),
            message=message(
                '"{activity}" has {n} people accountable ({people}); exactly one can be',
                activity="restore",
                n=2,
                people="keller, oser",
            ),
            remedy=message("decide in the kickoff who it is; the policy is the customer's, the work the provider's"),
            cure="decide-accountable",
        ),
        **changes,
    )


FINDINGS = (
    finding(),
    finding(
        "OWN103", Severity.HIGH, path=("responsibilities", "access"), cure="name-deputy",
        message=message("nobody stands in for Jan Meyer"), remedy=message("name a deputy"),
        position=Position(file="rollout.toml", line=2, column=29, length=9),
    ),
    finding(
        "CAP102", Severity.MEDIUM, path=("load",), cure=None, rests_on_assumption=True,
        message=message("the growth is not stated"), remedy=message("write load.growth_per_year"),
        position=Position(file="rollout.toml", line=1, column=1),
    ),
    finding(
        "OWN105", Severity.LOW, path=("responsibilities", "monitoring"), cure="name-doer",
        message=message("nobody does the monitoring"), remedy=message("name somebody"),
        position=Position(file="rollout.toml", line=4, column=33, length=6),
    ),
)  # fmt: skip

PROBLEM = Problem(
    code="FMT103",
    path=("responsibilities", "acess"),
    message=message('unknown key "{key}"', key="acess"),
    position=Position(file="rollout.toml", line=2, column=1, length=6),
    help=message('did you mean "{key}"?', key="access"),
)
NOTE = replace(PROBLEM, code="FMT120", message=message("a date needs no quotes"), help=None, is_note=True)


@pytest.fixture
def result() -> Result:
    rollout = Rollout(
        about=About(name="Mail", kickoff=date(2027, 1, 11)),
        customer=Customer(name="Muster AG"),
        provider=Provider(name="NetServ GmbH"),
        people=(Person(id="keller", name="Anna Keller"),),
    )
    plan = Plan(
        kickoff=date(2027, 1, 11), first_day=date(2027, 1, 11), last_day=date(2027, 2, 9), days=30,
        go_live=date(2027, 2, 8), go_live_is_default=False, second_half_from=date(2027, 1, 26), length=30, size="S",
        tasks=(DECIDE, UNPLACED), later=(), left_out=(), sessions=(), weeks=(), test_days=(),
        cured=(
            ("OWN101", ("responsibilities", "restore"), "decide-restore"),
            ("OWN103", ("responsibilities", "access"), "name-deputy"),
        ),
        improvement=(("OWN105", ("responsibilities", "monitoring")),), seed=1, restarts=0,
    )  # fmt: skip
    playbook: Any = SimpleNamespace(texts={"en": {}, "de": {}})
    calendars: Any = SimpleNamespace(notes=())
    return Result(
        case=Case(rollout=rollout, playbook=playbook, calendars=calendars, as_of=date(2026, 11, 20), scheduled=plan),
        findings=FINDINGS,
        untested=(
            Untested(code="CAP101", missing=("load.tickets_per_user_month", "support.L1.staff"), could_block=True),
        ),
        tested=12,
        applicable=20,
        verdict=Verdict.TOO_LITTLE_KNOWN,
        decisions=(),
        notes=(NOTE,),
    )


class TextFile(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture
def snapshot(snapshot):
    return snapshot.use_extension(TextFile)
