"""CAP106."""

import math
from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, Outcome, rule
from rollout_kit.description.load import Load, PasswordResets, SupportLevel
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Duration, Percent, Unit, message
from rollout_kit.rules.desk_load import ROUNDING, minutes_on_the_phone, people_at_desk, users_at_once

LEAST_SHARE = 0.20  # 20 to 50 % of calls are forgotten passwords, manageengine (E)
FIRST_HOURS = 2
PATH = ("load", "password_resets")


@rule(
    "CAP106",
    "password-storm",
    title=N_("On the first morning the service desk does nothing but passwords"),
    severity=Severity.HIGH,
    stage="description",
    message=N_(
        "{users} users × {share} = {resets} forgotten passwords in the first {length}; a roster of {staff} leaves "
        "{people} × {length} / {minutes} = {slots} slots, and users cannot help themselves"
    ),
    remedy=N_("let users reset their passwords themselves, and enrol them before go-live, in the training"),
    cure=Cure(id="enable-self-service", text=N_("Let users reset passwords themselves: {subject}"), minutes=120,
              owner="SL", before="g-5"),
)  # fmt: skip
def password_storm(case: Case) -> Iterator[Outcome]:
    """On the first morning the service desk does nothing but passwords.

    Fires where `password_resets` has a share of 0.20 or more and no `self_service`, and the users of the largest wave
    (else all) x that share are more than the service desk can take in the first 2 hours: the whole people of CAP105
    x 120 minutes / the handling time of a call, 12 minutes where none is stated.

    Everybody signs in at eight, and one in four has forgotten the new password by then. All other calls wait behind.

    Not ready:

        [customer]
        users = 41

        [load]
        password_resets = { share = 0.25, self_service = false }

        [load.channels.phone]
        handling = "12 min"

    Ready:

        [customer]
        users = 40

        [load]
        password_resets = { share = 0.25, self_service = false }

        [load.channels.phone]
        handling = "12 min"

    Source: 20 to 50 % of calls are resets, quoted by vendors as Gartner's, manageengine [E]; 2 hours are ours [D].
    """
    load = case.rollout.load or Load()
    resets = load.password_resets
    if resets is None:
        yield Lacks((".".join(PATH),))
        return
    if resets.share < LEAST_SHARE or resets.self_service:
        return
    users, desk = users_at_once(case.rollout), case.rollout.support_by_id.get("L1")
    if users is None or desk is None or desk.staff is None:
        lacking = {"customer.users": users, "support.L1.staff": desk and desk.staff}
        yield Lacks(tuple(key for key, value in lacking.items() if value is None))
        return
    yield from _judged(users, resets, load, desk, desk.staff)


def _judged(users: int, resets: PasswordResets, load: Load, desk: SupportLevel, staff: float) -> Iterator[Outcome]:
    minutes, people = minutes_on_the_phone(load), people_at_desk(desk, staff)
    is_stated = any(channel.id == "phone" and channel.handling for channel in load.channels)
    number, slots = round(users * resets.share, ROUNDING), _slots(people, minutes.likely)
    if number <= slots:
        if not is_stated and number > _slots(people, minutes.high):
            yield Lacks(("load.channels.phone.handling",))
        return
    yield Violation(
        PATH,
        {
            "subject": message(N_("passwords on the first morning")),
            "users": users,
            "share": Percent(resets.share),
            "resets": round(number, 2),
            "length": Duration(amount=FIRST_HOURS, unit=Unit.HOUR),
            "staff": round(staff, 1),
            "people": people,
            "minutes": Duration(amount=round(minutes.likely, 1), unit=Unit.MINUTE),
            "slots": slots,
        },
        at=(*PATH, "self_service") if resets.self_service is not None else (*PATH, "share"),
    )


def _slots(people: int, minutes: float) -> int:
    """How many calls fit into the first hours; without end where one takes no time."""
    return math.floor(round(people * FIRST_HOURS * 60 / minutes, ROUNDING)) if minutes else people * FIRST_HOURS * 60
