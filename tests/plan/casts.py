"""Three casts: five people, one per side, twelve people; and nobody at all."""

from datetime import date
from typing import Any

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.description.continuity import Access, Process
from rollout_kit.description.organisations import About, Customer, Provider, Site
from rollout_kit.description.people import Absence, Person
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.training import Room, Training
from rollout_kit.description.tryout import Pilot
from rollout_kit.finding import Finding
from rollout_kit.plan.draft import draft
from rollout_kit.plan.model import Plan, State
from rollout_kit.plan.schedule import schedule
from rollout_kit.playbook.load import load_playbook

KICKOFF = date(2027, 1, 11)


def person(id: str, organisation: str, roles: list[str], share: float | None = None, **more: Any) -> Person:
    return Person(id=id, name=id.title(), organisation=organisation, roles=roles, share=share, **more)


def five_people(days: int = 30, go_live: date | None = date(2027, 2, 8), **changes: Any) -> Rollout:
    parts: dict[str, Any] = {
        "about": About(name="Mail", kickoff=KICKOFF, days=days, go_live=go_live, tier="important"),
        "customer": Customer(name="Muster AG", region="CH-ZH", users=85),
        "provider": Provider(name="NetServ GmbH", region="CH-BE", hours="Mon-Fri 08:00-17:00"),
        "sites": (
            Site(id="zuerich", name="Zürich", region="CH-ZH", users=60),
            Site(id="geneve", name="Genève", region="CH-GE", users=25),
        ),
        "people": (
            person(
                "keller",
                "customer",
                ["service_owner"],
                0.5,
                go_live_share=0.8,
                deputy="frei",
                absences=[Absence(starts_on=date(2027, 2, 1), ends_on=date(2027, 2, 5), why="Ferien")],
            ),
            person("frei", "customer", ["desk", "key_user"], 0.5, site="zuerich"),
            person("oser", "provider", ["operations_lead"], 0.4, go_live_share=0.6),
            person(
                "meyer", "provider", ["second_level", "trainer"], 0.4, go_live_share=0.6, hours="Mon-Thu 08:00-17:00"
            ),
            person("weber", "customer", ["sponsor", "decision_maker"], 0.1),
        ),
        "rooms": (Room(id="schulung", name="Schulung", seats=12),),
        "training": (
            Training(id="zh", name="Zürich", audience="users", people=52, room="schulung", trainer="meyer"),
            Training(id="ge", name="Genève", audience="users", people=25),
            Training(id="desk", name="Desk", audience="desk"),
        ),
        "pilot": Pilot(users=5),
        "processes": (Process(name="Lohn", critical=True),),
        "access": Access(personal_data=True, old_provider_removed="7 days"),
    }
    return Rollout(**(parts | changes))


def one_per_side(days: int = 30, go_live: date | None = None) -> Rollout:
    return Rollout(
        about=About(name="Mail", kickoff=KICKOFF, days=days, go_live=go_live),
        customer=Customer(name="Kleinbüro", region="CH-ZH", users=9),
        provider=Provider(name="NetServ GmbH", region="CH-BE"),
        people=(
            person("a", "customer", ["service_owner"], 0.2, go_live_share=0.4),
            person("b", "provider", ["operations_lead", "second_level"], 0.3, go_live_share=0.5),
        ),
        training=(
            Training(id="u", name="Alle", audience="users", people=9),
            Training(id="d", name="Desk", audience="desk"),
        ),
    )


def twelve_people(days: int = 30, go_live: date | None = None) -> Rollout:
    sites = tuple(Site(id=f"s{number}", name=f"Ort {number}", users=43) for number in range(6))
    return Rollout(
        about=About(name="Mail", kickoff=date(2027, 4, 26), days=days, go_live=go_live),
        customer=Customer(name="Gruppe", region="DE-BY", users=260),
        provider=Provider(name="Dienst GmbH", region="DE-BE"),
        sites=sites,
        people=(
            person("so", "customer", ["service_owner"], 0.5),
            person("sp", "customer", ["sponsor", "decision_maker"], 0.1),
            person("desk1", "customer", ["desk"], 0.5),
            person("desk2", "customer", ["desk"], 0.5),
            *(person(f"ku{number}", "customer", ["key_user"], 0.2, site=f"s{number}") for number in range(4)),
            person("ol", "provider", ["operations_lead"], 0.4),
            person("eng1", "provider", ["second_level"], 0.4),
            person(
                "eng2",
                "provider",
                ["second_level"],
                0.4,
                absences=[Absence(starts_on=date(2027, 5, 3), ends_on=date(2027, 5, 7))],
            ),
            person("tr", "provider", ["trainer"], 0.4),
        ),
        training=(Training(id="u", name="Alle", audience="users", people=260, room="r"),),
        rooms=(Room(id="r", name="Raum", seats=30),),
    )


def nobody(days: int = 30, go_live: date | None = None, kickoff: date = KICKOFF) -> Rollout:
    return Rollout(
        about=About(name="Mail", kickoff=kickoff, days=days, go_live=go_live),
        customer=Customer(name="A"),
        provider=Provider(name="B"),
    )


def plan_of(rollout: Rollout, findings: tuple[Finding, ...] = ()) -> Plan:
    drafted = draft(rollout, load_playbook("managed-service"), Calendars(rollout), findings, {})
    return schedule(drafted, rollout)


def unplaced(plan: Plan) -> list[str]:
    return sorted(task.id for task in plan.tasks if task.state is State.UNPLACED)
