"""What stands after the plan, dated from go-live."""

import math
import re
from calendar import monthrange
from collections.abc import Container, Iterator, Sequence
from datetime import date, timedelta

from rollout_kit.description.quantities import MINUTES_A_DAY
from rollout_kit.description.rollout import Rollout
from rollout_kit.message import N_, Duration, Message, Parameter, Unit, message, playbook_text, verbatim
from rollout_kit.plan.cast import Cast
from rollout_kit.plan.deputies import present
from rollout_kit.plan.frame import Frame
from rollout_kit.plan.model import Later, PersonRef
from rollout_kit.plan.sketch import Span
from rollout_kit.playbook.model import FROM_DESCRIPTION, BaseTask, Playbook

_OFFSET = re.compile(r"(?P<anchor>[gd])\+?(?P<n>\d+)(?P<unit>w?)")

MONTHS = 12
LONGEST_FREEZE_DAYS = 200  # house value: behind a longer freeze or absence the date stays where it is


def later_items(
    rollout: Rollout, playbook: Playbook, frame: Frame, cast: Cast, moved: Sequence[BaseTask]
) -> tuple[Later, ...]:
    """Return what is dated after the plan, by date.

    A date on a day off, in a freeze or while who must lead it is away moves on, never back.
    """
    items = [
        *_of_playbook(playbook, frame, cast, {task.id for task in moved}),
        *_waves(rollout, frame, cast),
        *_of_description(rollout, playbook, frame, cast),
        *_of_trainings(rollout, frame, cast),
    ]
    return tuple(sorted(items, key=lambda item: (item.date, item.id)))


def _of_playbook(playbook: Playbook, frame: Frame, cast: Cast, moved: Container[str]) -> Iterator[Later]:
    for item in playbook.later:
        if item.at == FROM_DESCRIPTION or (item.condition == "not-placed" and item.id not in moved):
            continue
        lead = cast.first(item.who[0])
        day = _when_there(lead, max(_day(item.at, frame), frame.last_day + timedelta(days=1)), frame, cast)
        until = _outside_freeze(_day(item.until, frame), frame) if item.until else None
        yield Later(
            id=item.id,
            date=day,
            until=until if until and until > day else None,  # an early go-live ends it before the plan does
            name=playbook_text(f"later.{item.id}.name"),
            proof=playbook_text(f"later.{item.id}.proof"),
            who=tuple(dict.fromkeys(_there(cast.first(role), day, frame, cast) for role in item.who)),
        )


def _waves(rollout: Rollout, frame: Frame, cast: Cast) -> Iterator[Later]:
    waves = rollout.load.waves if rollout.load else ()
    for number, wave in enumerate(sorted(waves, key=lambda wave: wave.date), 1):
        if wave.date <= max(frame.last_day, frame.go_live):
            continue
        site = rollout.site_by_id.get(wave.site or "")
        parameters: dict[str, Parameter] = {"number": number, "people": wave.users}
        name = message(N_("Wave {number}: {people} people"), **parameters)
        if site:
            name = message(N_("Wave {number}: {people} people, {site}"), **parameters, site=verbatim(site.name))
        yield Later(
            id=f"wave-{number}",
            date=wave.date,
            name=name,
            proof=playbook_text("later.wave.proof"),
            who=(cast.first("OL"),),
            is_milestone=True,
        )


def _of_description(rollout: Rollout, playbook: Playbook, frame: Frame, cast: Cast) -> Iterator[Later]:
    who = {item.id: cast.first(item.who[0]) for item in playbook.later if item.at == FROM_DESCRIPTION}

    def item(id: str, day: date, *, key: str, until: date | None = None, subject: str = "") -> Iterator[Later]:
        name = playbook_text(f"later.{key}.name", subject=verbatim(subject))
        yield from _dated(id, day, name, who[key], frame, until=until, proof=playbook_text(f"later.{key}.proof"))

    if rollout.load and rollout.load.licences_renew:
        yield from item("licence-renewal", rollout.load.licences_renew, key="licence-renewal")
    for number, freeze in enumerate(rollout.customer.freeze, 1):
        yield from item(f"freeze-{number}", freeze.starts_on, key="freeze-begins", until=freeze.ends_on)
    contract = rollout.provider.contract
    if contract and contract.ends and contract.notice:
        yield from item("contract-notice", notice_day(contract.ends, contract.notice), key="contract-notice")
    for line in rollout.maturity:
        if line.switch_off:
            yield from item(
                f"switch-off-{line.id}", line.switch_off, key="switch-off", subject=line.id.replace("_", " ")
            )
    if rollout.access and rollout.access.review:
        text = message(N_("Review of all access rights"))
        yield from _dated("access-review", rollout.access.review, text, cast.first("OL"), frame)


def _of_trainings(rollout: Rollout, frame: Frame, cast: Cast) -> Iterator[Later]:
    for training in rollout.training or ():
        who, name = training.trainer or cast.first("TR"), verbatim(training.name)
        if training.follow_up:
            text = message(N_("Question hour: {training}"), training=name)
            yield from _dated(f"follow-up-{training.id}", training.follow_up, text, who, frame)
        if training.behaviour_check:
            text = message(N_("Check on the job: {training}"), training=name)
            yield from _dated(f"behaviour-check-{training.id}", training.behaviour_check, text, who, frame)


def _dated(
    id: str,
    day: date,
    name: Message,
    who: PersonRef,
    frame: Frame,
    *,
    until: date | None = None,
    proof: Message | None = None,
) -> Iterator[Later]:
    if day > frame.last_day:
        yield Later(id=id, date=day, until=until, name=name, proof=proof, who=(who,))


def notice_day(day: date, notice: Duration) -> date:
    """Return the last day that lies so long before another; months are those of the calendar, as in contracts."""
    months, days = (notice.amount, 0.0) if notice.unit is Unit.MONTH else (0.0, notice.minutes / MINUTES_A_DAY)
    year, month = divmod(day.year * MONTHS + day.month - 1 - math.ceil(months), MONTHS)
    if year < day.min.year:
        return day.min
    in_month = day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))
    return in_month - timedelta(days=min(math.ceil(days), (in_month - day.min).days))


def _day(text: str, frame: Frame) -> date:
    match = _OFFSET.fullmatch(text)
    if match is None:
        raise AssertionError(f"the loader let {text!r} pass")
    n = int(match["n"])
    if match["anchor"] == "d":
        day = frame.first_day + timedelta(days=n - 1)
    elif match["unit"]:
        day = frame.calendars.add_working_days(frame.go_live, n)
    else:
        day = frame.go_live + timedelta(days=n)
    return day


def _there(ref: PersonRef, day: date, frame: Frame, cast: Cast) -> PersonRef:
    return present(ref, (Span(earliest=day, aim=day, limit=day),), cast, frame.calendars)


def _when_there(ref: PersonRef, day: date, frame: Frame, cast: Cast) -> date:
    """Return the next working day outside a freeze on which somebody or the deputy is there, never an earlier one."""
    first = moved = _outside_freeze(day, frame)
    while (absence := frame.calendars.is_away(_there(ref, moved, frame, cast), moved)) is not None:
        moved = _outside_freeze(absence.ends_on + timedelta(days=1), frame)
        if (moved - first).days > LONGEST_FREEZE_DAYS:
            return first
    return moved


def _outside_freeze(day: date, frame: Frame) -> date:
    """Return the next working day that lies in no freeze, never an earlier one."""
    for offset in range(LONGEST_FREEZE_DAYS):
        moved = day + timedelta(days=offset)
        if frame.calendars.works("customer", moved) and not frame.calendars.freeze_on(moved):
            return moved
    return day
