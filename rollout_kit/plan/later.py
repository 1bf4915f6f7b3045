"""What stands after the plan, dated from go-live."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from rollout_kit.description.rollout import Rollout
from rollout_kit.message import Message, N_, message, playbook_text, verbatim
from rollout_kit.plan import conditions
from rollout_kit.plan.cast import Cast
from rollout_kit.plan.frame import Frame
from rollout_kit.plan.model import Later, PersonRef
from rollout_kit.playbook.model import BaseTask, Playbook

_OFFSET = re.compile(r"(?P<anchor>[gd])\+?(?P<n>\d+)(?P<unit>w?)")

MOVED_WORKING_DAYS = 5  # what a shorter plan moves stands five working days after go-live
DAILY_RUNBOOKS_WORKING_DAYS = 10
LONGEST_FREEZE_DAYS = 200  # house value: behind a longer freeze the date stays where it is


def later_items(
    rollout: Rollout, playbook: Playbook, frame: Frame, cast: Cast, moved: Sequence[BaseTask]
) -> tuple[Later, ...]:
    """Return what is dated after the plan, by date; a date on a day off or in a freeze moves to the next working day."""
    items = [
        *_of_playbook(rollout, playbook, frame, cast),
        *_moved(moved, frame, cast),
        *_waves(rollout, frame, cast),
        *_of_description(rollout, frame, cast),
    ]
    return tuple(sorted(items, key=lambda item: (item.date, item.id)))


def _of_playbook(rollout: Rollout, playbook: Playbook, frame: Frame, cast: Cast) -> Iterator[Later]:
    for item in playbook.later:
        if not conditions.holds(item.condition, rollout, cast):
            continue
        day = _day(item.at, frame)
        if day > frame.last_day:
            yield Later(
                id=item.id,
                date=day,
                until=_day(item.until, frame) if item.until else None,
                name=playbook_text(f"later.{item.id}.name"),
                proof=playbook_text(f"later.{item.id}.proof"),
                who=_people(item.who, cast),
            )


def _moved(moved: Sequence[BaseTask], frame: Frame, cast: Cast) -> Iterator[Later]:
    for task in moved:
        late = DAILY_RUNBOOKS_WORKING_DAYS if task.id == "runbooks-daily" else MOVED_WORKING_DAYS
        day = frame.calendars.add_working_days(frame.go_live, late)
        yield Later(
            id=task.id,
            date=_outside_freeze(day, frame),
            name=playbook_text(f"tasks.{task.id}.name"),
            proof=playbook_text(f"tasks.{task.id}.proof"),
            who=_people(tuple(seat.who for seat in task.seats), cast),
        )


def _waves(rollout: Rollout, frame: Frame, cast: Cast) -> Iterator[Later]:
    waves = rollout.load.waves if rollout.load else ()
    for number, wave in enumerate(sorted(waves, key=lambda wave: wave.date), 1):
        if wave.date <= max(frame.last_day, frame.go_live):
            continue
        site = rollout.site_by_id.get(wave.site or "")
        name = (
            message(N_("Wave {number}: {people} people, {site}"), number=number, people=wave.users, site=verbatim(site.name))
            if site
            else message(N_("Wave {number}: {people} people"), number=number, people=wave.users)
        )
        proof = message(N_("message, session, site sheet and roster for this wave are ready"))
        yield Later(id=f"wave-{number}", date=wave.date, name=name, proof=proof, who=(cast.first("OL"),), is_milestone=True)


def _of_description(rollout: Rollout, frame: Frame, cast: Cast) -> Iterator[Later]:
    owner, lead = cast.first("SO"), cast.first("OL")
    if rollout.load and rollout.load.licences_renew:
        text = message(N_("Renewal of the licences"))
        yield from _dated("licences-renew", rollout.load.licences_renew, text, cast.owner_of("licences"), frame)
    for number, freeze in enumerate(rollout.customer.freeze, 1):
        reason = verbatim(freeze.why)
        text = message(N_("Freeze begins: {reason}"), reason=reason) if freeze.why else message(N_("Freeze begins"))
        yield from _dated(f"freeze-{number}", freeze.starts_on, text, owner, frame, until=freeze.ends_on)
    contract = rollout.provider.contract
    if contract and contract.ends and contract.notice:
        day = contract.ends - timedelta(days=round(contract.notice.minutes / 1440))
        text = message(N_("Last day to give notice; the contract ends on {date}"), date=contract.ends)
        yield from _dated("contract-notice", day, text, owner, frame)
    for training in rollout.training or ():
        if training.follow_up:
            text = message(N_("Question hour: {training}"), training=verbatim(training.name))
            yield from _dated(f"follow-up-{training.id}", training.follow_up, text, training.trainer or cast.first("TR"), frame)
        if training.behaviour_check:
            text = message(N_("Check on the job: {training}"), training=verbatim(training.name))
            who = training.trainer or cast.first("TR")
            yield from _dated(f"behaviour-check-{training.id}", training.behaviour_check, text, who, frame)
    if rollout.access and rollout.access.review:
        yield from _dated("access-review", rollout.access.review, message(N_("Review of all access rights")), lead, frame)


def _dated(
    id: str, day: date, name: Message, who: PersonRef, frame: Frame, until: date | None = None
) -> Iterator[Later]:
    if day > frame.last_day:
        yield Later(id=id, date=day, until=until, name=name, proof=None, who=(who,))


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
    return _outside_freeze(day, frame)


def _outside_freeze(day: date, frame: Frame) -> date:
    """Return the next working day that lies in no freeze, never an earlier one."""
    for offset in range(LONGEST_FREEZE_DAYS):
        moved = day + timedelta(days=offset)
        if frame.calendars.works("customer", moved) and not frame.calendars.freeze_on(moved):
            return moved
    return day


def _people(roles: Sequence[str], cast: Cast) -> tuple[PersonRef, ...]:
    return tuple(dict.fromkeys(cast.first(role) for role in roles))

