"""Results made by hand: a rollout of which much is known, one of which nothing is, and one full of hostile words."""

from dataclasses import replace
from datetime import date
from typing import Any

from rollout_kit.assess.case import Case
from rollout_kit.assess.result import OpenDecision, Result
from rollout_kit.assess.verdict import Verdict
from rollout_kit.calendars.calendars import Calendars
from rollout_kit.description.continuity import (
    Access,
    Continuity,
    OutageNotice,
    Process,
    RecoveryLink,
    RestoreTest,
    Rollback,
    SecondFactor,
)
from rollout_kit.description.load import SupportLevel
from rollout_kit.description.organisations import (
    About,
    Contract,
    Customer,
    Freeze,
    Provider,
    Site,
    SubProvider,
    Vendor,
)
from rollout_kit.description.people import Person, Team
from rollout_kit.description.quantities import WeekHours, parse_duration, parse_hours
from rollout_kit.description.responsibilities import Evidence, Responsibility
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.service_levels import (
    AvailabilityLink,
    EscalationStep,
    Hypercare,
    OnCall,
    Priority,
    Promise,
    ServiceLevels,
)
from rollout_kit.description.settings import ChapterSettings
from rollout_kit.finding import Finding, KeyPath, Position, Severity, Untested
from rollout_kit.message import Duration, message, verbatim
from rollout_kit.plan.model import Later, Plan, Stake, State, Task
from rollout_kit.playbook.load import load_playbook

AS_OF = date(2027, 1, 7)
KICKOFF = date(2027, 1, 11)
GO_LIVE = date(2027, 2, 8)
HOSTILE = "<script>alert('x')</script> **bold** {phone} & \"Ärger\" \\n"


def length(text: str) -> Duration:
    return parse_duration(text)


def hours(text: str) -> WeekHours:
    return parse_hours(text)


def a(**letters: Any) -> dict[str, Any]:
    return letters


RESPONSIBILITIES: dict[str, dict[str, Any]] = {
    "incident": a(accountable=("oser",), responsible=("desk",), consulted=("frei",), informed=("keller",)),
    "major_incident": a(accountable=("keller",), responsible=("oser",)),
    "service_request": a(accountable=("keller",), responsible=("desk",)),
    "change_approval": a(accountable=("keller",), responsible=("keller",)),
    "access": a(accountable=("oser",), responsible=("meyer",)),
    "backup": a(accountable=("keller",), responsible=("meyer",)),
    "restore": a(accountable=("keller", "oser"), responsible=("meyer",)),
    "monitoring": a(accountable=("oser",), responsible=()),
    "fax": a(accountable=("weber",), responsible=("frei",)),
}


def muster(**changes: Any) -> Rollout:
    """Return a Swiss trustee office, of which much is known."""
    parts: dict[str, Any] = {
        "about": About(
            name="Microsoft 365 mit Teams-Telefonie",
            service="Microsoft 365",
            kickoff=KICKOFF,
            go_live=GO_LIVE,
            tier="important",
            summary="85 Personen ziehen um.",
        ),
        "customer": Customer(
            name="Muster Treuhand AG",
            users=85,
            hours=hours("Mon-Fri 07:00-18:00"),
            freeze=(Freeze(starts_on=date(2027, 3, 15), ends_on=date(2027, 3, 31), why="Lohnausweise"),),
        ),
        "provider": Provider(
            name="NetServ GmbH",
            hours=hours("Mon-Fri 08:00-17:00"),
            incident_notice=length("24 h"),
            sub_providers=(SubProvider(name="CloudBackup AG", access=True, same_duties=False),),
            contract=Contract(
                signed=date(2026, 11, 30),
                ends=date(2029, 12, 31),
                notice=length("6 months"),
                scope=("incident", "service_request", "backup", "restore"),
            ),
        ),
        "vendors": (Vendor(id="microsoft", name="Microsoft", hours=hours("24x7")),),
        "sites": (
            Site(id="zuerich", name="Zürich", users=60, languages=(("de", 52), ("en", 8))),
            Site(id="geneve", name="Genève", users=25, languages=(("fr", 25),)),
        ),
        "people": _people(),
        "teams": (Team(id="desk", name="Service Desk", phone="+41 31 555 02 00", members=("meyer", "oser")),),
        "responsibilities": tuple(Responsibility(id=id, **letters) for id, letters in RESPONSIBILITIES.items()),
        "evidence": (Evidence(id="responsibilities.restore", level="documented"),),
        "service_levels": _service_levels(),
        "escalation": (
            EscalationStep(who="desk", after=length("0 min")),
            EscalationStep(who="oser", after=length("30 min")),
            EscalationStep(who="weber", after=length("2 h")),
        ),
        "hypercare": Hypercare(length=length("21 days"), response=(("P1", length("15 min")),)),
        "support": (
            SupportLevel(id="L1", team="desk", staff=2.0, hours=hours("Mon-Fri 08:00-17:00"), languages=("de",)),
            SupportLevel(id="L3", vendor="microsoft", response=length("8 h")),
        ),
        "continuity": _continuity(),
        "processes": (
            Process(name="Lohnbuchhaltung", critical=True, tolerable_stop=length("4 h"), key_users=("frei",)),
        ),
        "access": Access(own_emergency_admin=False, second_factor=SecondFactor(customer=True), leaver_trigger="hr"),
        "outage_notice": OutageNotice(first=(("P1", length("15 min")),)),
        "chapters": (ChapterSettings(id="emergency", owner="oser", review=length("30 days")),),
    }
    return Rollout(**{**parts, **changes})


def _people() -> tuple[Person, ...]:
    return (
        Person(
            id="keller",
            name="Anna Keller",
            title="IT-Leiterin",
            roles=("service_owner",),
            email="anna.keller@muster.example",
            phone="+41 44 555 01 01",
            languages=("de", "en"),
            deputy="frei",
        ),
        Person(id="frei", name="Beat Frei", roles=("desk", "key_user"), phone="+41 44 555 01 02"),
        Person(
            id="oser", name="Claire Oser", organisation="provider", roles=("operations_lead",), phone="+41 31 555 02 01"
        ),
        Person(id="meyer", name="Jan Meyer", organisation="provider", roles=("second_level", "trainer")),
        Person(id="weber", name="Petra Weber", title="Geschäftsführerin", roles=("sponsor", "decision_maker")),
    )


def _service_levels() -> ServiceLevels:
    return ServiceLevels(
        availability=0.999,
        depends_on=(AvailabilityLink(name="Internet", availability=0.998),),
        priorities=(
            Priority(
                id="P1",
                meaning="Ausfall eines Standorts",
                promised=Promise(response=length("30 min"), resolution=length("4 h"), clock="calendar"),
                provider=Promise(
                    response=length("30 min"), resolution=length("4 h"), clock="business", priority="Kritisch"
                ),
                handover=length("15 min"),
            ),
        ),
    )


def _continuity() -> Continuity:
    return Continuity(
        rto=length("8 h"),
        rpo=length("24 h"),
        backup_every=length("24 h"),
        backup_takes=length("2 h"),
        copies=2,
        copy_out_of_reach=False,
        delete_all_copies=("meyer",),
        last_restore_test=RestoreTest(date=date(2026, 6, 15), scope="files", took=length("3 h")),
        rollback=Rollback(takes=length("6 h"), point_of_no_return=length("4 h")),
        depends_on=(RecoveryLink(name="Identitätsdienst", rto=length("2 h")),),
    )


def with_on_call(rollout: Rollout) -> Rollout:
    return rollout.model_copy(update={"on_call": OnCall(team="desk", people=("meyer",), hours=hours("24x7"))})


def tiny() -> Rollout:
    """Return a description of the four required keys."""
    about = About(name="New telephones", kickoff=KICKOFF)
    return Rollout(about=about, customer=Customer(name="Tiny Ltd"), provider=Provider(name="Helpers Inc"))


def hostile() -> Rollout:
    """Return a description whose words look like markup, templates and paths."""
    person = Person(id="keller", name=HOSTILE, title=HOSTILE, roles=("service_owner", "sponsor"), phone=HOSTILE)
    return Rollout(
        about=About(name=HOSTILE, service=HOSTILE, summary=HOSTILE, kickoff=KICKOFF),
        customer=Customer(name=HOSTILE),
        provider=Provider(name=HOSTILE, contract=Contract(scope=("{phone}",))),
        people=(person,),
        teams=(Team(id="desk", name=HOSTILE, members=("keller",)),),
        responsibilities=(Responsibility(id="{phone}", accountable=("keller",), responsible=("desk",)),),
        processes=(Process(name=HOSTILE, critical=True),),
    )


# --- plan and findings ---------------------------------------------------------------------------


def task(id: str, day: date, lead: str, people: tuple[str, ...] = ()) -> Task:
    return Task(
        id=id,
        origin="base",
        step=1,
        name=verbatim(id),
        proof=None,
        reason=None,
        lead=lead,
        stakes=tuple(Stake(person=person, minutes=90) for person in people or (lead,)),
        dates=(day,),
        earliest=day,
        aim=day,
        limit=day,
        state=State.PLACED,
    )


def plan(rollout: Rollout, cured: tuple[tuple[str, KeyPath, str], ...] = ()) -> Plan:
    seated = tuple(person.id for person in rollout.people) or ("customer:to-be-named", "provider:to-be-named")
    return Plan(
        kickoff=KICKOFF,
        first_day=KICKOFF,
        last_day=date(2027, 2, 9),
        days=30,
        go_live=GO_LIVE,
        go_live_is_default=rollout.about.go_live is None,
        second_half_from=date(2027, 1, 26),
        length=30,
        size="M",
        tasks=(
            task("kickoff", KICKOFF, seated[0], seated),
            task("decide-restore", date(2027, 1, 14), seated[0]),
            task("handbook-approve", date(2027, 2, 3), seated[0]),
        ),
        later=(Later(id="hand-over", date=date(2027, 3, 8), name=verbatim("Hand-over"), proof=None, who=(seated[0],)),),
        left_out=(),
        sessions=(),
        weeks=(),
        test_days=(),
        cured=cured,
        improvement=(),
        seed=1,
        restarts=0,
    )


def finding(
    path: KeyPath = ("responsibilities", "restore"),
    code: str = "OWN101",
    severity: Severity = Severity.BLOCKER,
    text: str = "",
) -> Finding:
    two = message("{activity} has {n} people accountable; exactly one can be", activity="restore", n=2)
    return Finding(
        code=code,
        name="one-accountable",
        severity=severity,
        path=path,
        position=Position(file="rollout.toml", line=1, column=1),
        message=verbatim(text) if text else two,
        remedy=message("decide in the kickoff who it is"),
        cure="decide-accountable",
    )


def decision(n: int, **changes: Any) -> OpenDecision:
    made = OpenDecision(
        id=f"decision-{n}",
        question=verbatim(f"Question {n}?"),
        proposal=verbatim("as the provider proposes"),
        otherwise=verbatim("nobody acts"),
        decider="keller",
        answers_blocker=False,
        codes=(),
    )
    return replace(made, **changes)


def result(rollout: Rollout | None = None, **changes: Any) -> Result:
    rollout = rollout or muster()
    findings = changes.pop("findings", (finding(),))
    cured = tuple((each.code, each.path, "decide-restore") for each in findings)
    case = Case(
        rollout=rollout,
        playbook=load_playbook("managed-service"),
        calendars=Calendars(rollout),
        as_of=changes.pop("as_of", AS_OF),
        scheduled=changes.pop("plan", plan(rollout, cured)),
    )
    made = Result(
        case=case,
        findings=findings,
        untested=(),
        tested=11,
        applicable=12,
        verdict=Verdict.NOT_READY,
        decisions=tuple(decision(n) for n in range(1, 5)),
        sheet_id="4F2A91C7",
    )
    return replace(made, **changes)


def tiny_result(**changes: Any) -> Result:
    untested = (Untested(code="CAP101", missing=("customer.users",), could_block=True),)
    rollout = tiny()
    given: dict[str, Any] = {
        "findings": (finding(path=("responsibilities",)),),
        "untested": untested,
        "verdict": Verdict.TOO_LITTLE_KNOWN,
        "decisions": tuple(decision(n, decider="customer:to-be-named") for n in range(1, 10)),
    }
    return result(rollout, **{**given, **changes})
