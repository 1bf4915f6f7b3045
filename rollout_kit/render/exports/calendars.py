"""The plan as calendars: one for all, and one per person, which bring each other up to date where they are read in.

A date of a task keeps its UID from edition to edition, and the edition of a later day has a higher SEQUENCE: a calendar
that knows the date moves it. A date that is no more stays there, since an edition knows nothing of the one before.

Half-days have no hour of their own: they are entries of the day, with the half in words. What has a time in the file is
told in UTC, which every calendar shows in its own zone; where no zone is known, as the time on the wall.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from rollout_kit import __version__
from rollout_kit.assess.result import Result
from rollout_kit.calendars.zones import zone_of
from rollout_kit.compose.plan.planned import Desk
from rollout_kit.compose.wording import People
from rollout_kit.language.words import Words
from rollout_kit.message import N_
from rollout_kit.plan.model import Later, PersonRef, Task

if TYPE_CHECKING:
    from icalendar import Calendar

FIRST_SEQUENCE_DAY = date(2020, 1, 1)
HALVES = (N_("morning"), N_("afternoon"))
LONGEST_SLUG = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """An entry of a calendar: on days, `until` inclusive, or from `at` on for some minutes."""

    uid: str
    summary: str
    lines: tuple[str, ...]
    day: date
    until: date
    at: time | None = None
    minutes: int = 0
    house: str = "customer"
    is_private: bool = False


def calendars(result: Result, words: Words) -> tuple[tuple[str, bytes], ...]:
    """Return names and texts of the calendars: for all, then one per person who has a date, as the file orders them."""
    desk = Desk(result=result, words=words, people=People(result.case.rollout, words))
    name = result.case.rollout.about.name
    files = [("calendar.ics", _written(desk, name, _entries(desk, None)))]
    taken = {"calendar.ics"}
    for person in result.case.rollout.people:
        entries = _entries(desk, person.id)
        if entries:
            file = _free_name(f"calendar-{_slug(person.id)}", taken)
            files.append((file, _written(desk, f"{name}: {person.name}", entries)))
    return tuple(files)


def _entries(desk: Desk, person: PersonRef | None) -> Sequence[_Entry]:
    found = [entry for task in desk.plan.tasks for entry in _of_task(desk, task, person)]
    found += [_of_later(desk, item) for item in desk.plan.later if person is None or person in item.who]
    return sorted(found, key=lambda entry: (entry.day, entry.at or time(), entry.uid))


def _of_task(desk: Desk, task: Task, person: PersonRef | None) -> Iterator[_Entry]:
    """Yield the dates of a task; work on several days is one entry for all, and one a day for whoever does it."""
    own = [booking for booking in task.bookings if person in (None, booking.person)]
    if person is not None and not own and person != task.lead:
        return
    days = sorted({booking.date for booking in own}) or list(task.dates)
    if not days:
        return
    is_one = person is None and not (task.is_series or task.is_sitting) and len(days) > 1
    for number, day in enumerate(days[:1] if is_one else days):
        halves = sorted({booking.half for booking in own if booking.date == day})
        is_joint = task.is_series or task.is_sitting or is_one
        yield _Entry(
            uid=_uid(desk, task.id, str(number) if is_joint or person is None else f"{number}.{person}"),
            summary=_summary(desk, task, halves if not is_one else ()),
            lines=_lines(desk, task),
            day=day,
            until=days[-1] if is_one else day,
            at=task.at,
            minutes=max((stake.minutes for stake in task.stakes), default=0),
            house=_house(desk, task.lead),
            is_private=task.audience == "internal",
        )


def _of_later(desk: Desk, item: Later) -> _Entry:
    lines = [desk.say(N_("Who: {names}"), names=desk.people.names(item.who))]
    if item.proof is not None:
        lines.append(desk.say(N_("Done when: {proof}"), proof=item.proof))
    return _Entry(
        uid=_uid(desk, f"later.{item.id}", item.date.isoformat() if item.id == "wave" else "0"),
        summary=desk.words.text(item.name),
        lines=tuple(lines),
        day=item.date,
        until=item.until or item.date,
    )


def _summary(desk: Desk, task: Task, halves: Sequence[int]) -> str:
    name = desk.name(task)
    if task.at is not None or len(halves) != 1:
        return name
    return desk.say(N_("{name} ({half})"), name=name, half=desk.say(HALVES[halves[0]]))


def _lines(desk: Desk, task: Task) -> tuple[str, ...]:
    lines = [desk.say(N_("Who: {names}"), names=desk.people.names(desk.people_of(task)))]
    if task.minutes:
        lines.append(desk.say(N_("Effort in all: {effort}"), effort=desk.words.effort(task.minutes)))
    if task.proof is not None:
        lines.append(desk.say(N_("Done when: {proof}"), proof=task.proof))
    return tuple(lines)


def _house(desk: Desk, ref: PersonRef) -> str:
    """Return the house by whose clock somebody lives: a vendor is one of its own."""
    rollout = desk.result.case.rollout
    person = rollout.person_by_id.get(ref)
    if person is not None:
        return person.organisation
    return ref if ref in rollout.vendor_by_id else desk.people.side(ref)


def _written(desk: Desk, name: str, entries: Sequence[_Entry]) -> bytes:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//rollout-kit//rollout-kit {__version__}//EN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        _add(calendar, entry, desk)
    written: bytes = calendar.to_ical(sorted=False)
    return written


def _add(calendar: "Calendar", entry: _Entry, desk: Desk) -> None:
    from icalendar import Event

    as_of = desk.result.case.as_of
    stamp = datetime.combine(as_of, time(), UTC)
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", max(0, (as_of - FIRST_SEQUENCE_DAY).days))
    event.add("summary", entry.summary)
    event.add("description", "\n".join(entry.lines))
    if entry.at is None:
        event.add("dtstart", entry.day)
        event.add("dtend", entry.until + timedelta(days=1))  # iCalendar's ends are exclusive, ours are inclusive
        event.add("transp", "TRANSPARENT")
    else:
        begins = _moment(desk, entry)
        event.add("dtstart", begins)
        if entry.minutes:  # of a vendor's work no effort is planned; an end must lie behind the start
            event.add("dtend", begins + timedelta(minutes=entry.minutes))
    if entry.is_private:
        event.add("class", "PRIVATE")
    calendar.add_component(event)


def _moment(desk: Desk, entry: _Entry) -> datetime:
    zone = zone_of(desk.result.case.rollout, entry.house)
    on_the_wall = datetime.combine(entry.day, entry.at or time())
    return on_the_wall.replace(tzinfo=zone).astimezone(UTC) if zone else on_the_wall


def _uid(desk: Desk, what: str, which: str) -> str:
    rollout = desk.result.case.rollout
    named = "\0".join((rollout.about.name, rollout.customer.name, rollout.provider.name))
    return f"{what}.{which}@{hashlib.sha256(named.encode()).hexdigest()[:12]}.rollout-kit"


def _slug(id: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]+", "-", id)[:LONGEST_SLUG].strip("-") or "person"


def _free_name(wish: str, taken: set[str]) -> str:
    """Return a file name that no other calendar has, on discs that know no capitals either."""
    name, count = f"{wish}.ics", 1
    while name.casefold() in taken:
        count += 1
        name = f"{wish}-{count}.ics"
    taken.add(name.casefold())
    return name
