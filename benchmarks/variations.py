"""A rollout plan of 41 tasks and 63 dependencies as an instance of the scheduler, and seeded variations of it.

Eight people, a room and three groups; slots are half-days from Monday, 3 May 2027. Holidays are those of Zürich for the
customer and of Bavaria for the provider. Work may pause where somebody is away, and for nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from rollout_kit.plan.serial.problem import Activity, Link, Problem, Resource

START = date(2027, 5, 3)
DAYS = 120
BOTH_OFF = (date(2027, 5, 6), date(2027, 5, 17))
PROVIDER_OFF = (date(2027, 5, 27),)
PROVIDER = ("manager", "eng1", "eng2", "trainer")
CUSTOMER = ("lead", "itadm", "desk", "keyuser")
BUSY = ("itadm", "eng1", "eng2", "desk")
SPACES = ("room", "group1", "group2", "group3")
WEEKDAYS = {"itadm": (0, 1, 2, 3), "trainer": (1, 2, 3)}
AWAY = {  # first and last day, both inclusive, and from which half on
    "lead": ((date(2027, 5, 12), date(2027, 5, 12), 1),),
    "itadm": ((date(2027, 5, 19), date(2027, 5, 20), 0),),
    "desk": ((date(2027, 5, 10), date(2027, 5, 11), 0), (date(2027, 5, 25), date(2027, 5, 25), 0)),
    "keyuser": ((date(2027, 5, 13), date(2027, 5, 14), 0),),
    "eng1": ((date(2027, 5, 7), date(2027, 5, 7), 0), (date(2027, 5, 20), date(2027, 5, 21), 0)),
    "eng2": ((date(2027, 5, 4), date(2027, 5, 5), 0), (date(2027, 5, 18), date(2027, 5, 18), 1)),
}
GOAL = "live"

# id, half-days, who or what it needs, what it comes after
TASKS: tuple[tuple[str, int, str, str], ...] = (
    ("kick", 1, "lead manager keyuser itadm", ""),
    ("scope", 2, "lead manager", "kick"),
    ("cast", 1, "manager", "kick"),
    ("annex", 2, "manager", "scope"),
    ("access", 2, "itadm", "scope"),
    ("accounts", 3, "itadm", "access"),
    ("network", 2, "eng1", "access"),
    ("tenant", 2, "eng1", "annex access"),
    ("signon", 3, "eng1 itadm", "tenant accounts"),
    ("monitor", 2, "eng2", "tenant"),
    ("backup", 2, "eng2", "tenant"),
    ("mail", 3, "eng2", "signon"),
    ("devices", 4, "eng1", "network signon"),
    ("rules", 2, "eng2", "mail"),
    ("archive", 2, "eng2", "backup mail"),
    ("tickets", 2, "desk", "cast"),
    ("runbook", 3, "eng2", "monitor backup"),
    ("escalate", 1, "desk manager", "tickets"),
    ("emergency", 2, "manager", "escalate runbook"),
    ("sheet", 1, "desk", "escalate"),
    ("news1", 1, "lead", "scope"),
    ("news2", 1, "keyuser", "news1 sheet"),
    ("outline", 2, "trainer", "scope"),
    ("material", 3, "trainer", "outline signon"),
    ("keyusers", 2, "trainer keyuser room", "material"),
    ("train1", 1, "trainer room group1", "keyusers"),
    ("train2", 1, "trainer room group2", "keyusers"),
    ("train3", 1, "trainer room group3", "keyusers news2"),
    ("desktrain", 2, "trainer desk", "material"),
    ("pilot", 3, "keyuser", "mail devices keyusers"),
    ("round1", 1, "lead keyuser manager", "pilot"),
    ("round2", 1, "lead keyuser manager", "round1"),
    ("prep", 2, "eng1", "devices rules"),
    ("test", 2, "eng1 itadm keyuser", "prep pilot emergency"),
    ("restore", 1, "eng2 itadm", "archive runbook"),
    ("fix", 3, "eng1", "test restore"),
    ("retest", 1, "eng1 keyuser", "fix"),
    ("rollback", 1, "eng2", "test"),
    ("decide", 1, "lead manager", "retest rollback train1 train2 train3 desktrain round2"),
    ("freeze", 1, "itadm", "decide sheet"),
    ("live", 1, "eng1 eng2 itadm desk", "freeze"),
)
NOT_BEFORE = {"test": date(2027, 5, 18), "round1": date(2027, 5, 17), "round2": date(2027, 5, 24)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Variation:
    """One rollout: how long each task takes and who does it, and the days off of each person beyond their calendar."""

    number: int
    slots: dict[str, int]
    crews: dict[str, tuple[str, ...]]
    days_off: dict[str, tuple[date, ...]]

    @property
    def names(self) -> tuple[str, ...]:
        """People and spaces, in the order of the problem's resources."""
        return (*CUSTOMER, *PROVIDER, *SPACES)

    def is_there(self, name: str, day: date, half: int) -> bool:
        """Whether somebody works in a half-day; a room and a group are there whenever anybody is."""
        is_off = day.weekday() not in WEEKDAYS.get(name, (0, 1, 2, 3, 4)) or day in BOTH_OFF
        is_off = is_off or (day in PROVIDER_OFF and name in PROVIDER) or day in self.days_off.get(name, ())
        return not is_off and not any(
            first <= day <= last and half >= from_half for first, last, from_half in AWAY.get(name, ())
        )

    def problem(self) -> Problem:
        """Return the instance, with go-live as its goal."""
        number = {id: each for each, (id, *_) in enumerate(TASKS)}
        who = {name: each for each, name in enumerate(self.names)}
        activities = tuple(
            Activity(
                id=id,
                slots=self.slots[id],
                needs=tuple((who[name], 1) for name in self.crews[id]),
                earliest=2 * (NOT_BEFORE.get(id, START) - START).days,
                pauses=True,
            )
            for id, *_ in TASKS
        )
        links = tuple(
            Link(before=number[before], after=number[id]) for id, _, _, after in TASKS for before in after.split()
        )
        resources = tuple(Resource(id=name, capacity=1, by_slot=self._calendar(name)) for name in self.names)
        return Problem(activities=activities, resources=resources, links=links, goal=(number[GOAL],))

    def _calendar(self, name: str) -> tuple[int, ...]:
        days = [START + timedelta(days=offset) for offset in range(DAYS)]
        return tuple(int(self.is_there(name, day, half)) for day in days for half in (0, 1))


def base() -> Variation:
    """Return the plan as it is."""
    return Variation(
        number=0,
        slots={id: slots for id, slots, *_ in TASKS},
        crews={id: tuple(who.split()) for id, _, who, _ in TASKS},
        days_off={},
    )


def variation(number: int) -> Variation:
    """Return the plan with other durations (one half-day less to three more), owners and up to three days off each.

    Nearly half of what one person does falls to one of the four who are busiest anyway.
    """
    random, plan = Random(number), base()
    slots = {id: max(1, each + random.randint(-1, 3)) for id, each in plan.slots.items()}
    crews = {id: _moved(crew, random) for id, crew in plan.crews.items()}
    days_off = {name: _days_off(random) for name in (*CUSTOMER, *PROVIDER)}
    return replace(plan, number=number, slots=slots, crews=crews, days_off=days_off)


def _moved(crew: Sequence[str], random: Random) -> tuple[str, ...]:
    if len(crew) > 1 or random.random() >= 0.45:
        return tuple(crew)
    return (BUSY[int(random.random() * len(BUSY))],)


def _days_off(random: Random) -> tuple[date, ...]:
    return tuple(START + timedelta(days=random.randint(1, 40)) for _ in range(random.randint(0, 3)))
