"""Single changes to a support structure or a rollout, each only where it applies."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta

from rollout_kit.capacity import figures as named
from rollout_kit.capacity.answers import Change, Need, Outlook
from rollout_kit.capacity.level import HALF_HOUR_MINUTES, Level
from rollout_kit.capacity.model import Channel, Question
from rollout_kit.capacity.need import levels_missed
from rollout_kit.message import N_, Message, Percent, message, plural_message

# House values: what can be had within weeks, and what each does.
WEEKS_LATER = (2, 4)
FEWER_PASSED_ON = 0.75
SELF_SERVED = 0.8  # of the forgotten passwords
TWO_CHATS = 1.7  # people, see `defaults.CONCURRENCY`
MOST_WAVES = 2  # of which moves and splits are tried, those that break most runs
_DAYS_TO_SEARCH = 21  # for a day on which a wave may begin


def changes_of(question: Question, outlook: Outlook) -> Iterator[Change]:
    """Yield the changes that are worth a trial, in no order of effect."""
    for id in levels_missed(question, outlook):
        yield Change(text=staff_text(id, 1), question=question.with_staff(id, 1), people=1)
    for index in _waves_missed(question, outlook):
        yield from _later(question, index)
        yield from _split(question, index)
    yield from _longer_hours(question)
    yield from _pooled(question)
    yield from _two_chats(question)
    yield from _fewer_passed_on(question)
    yield from _fewer_repeats(question)
    yield from _self_service(question)


def staff_text(level: str, more: int, first: date | None = None, last: date | None = None) -> Message:
    """Return how people more are said."""
    if first is None:
        return plural_message(N_("{n} person more at {level}"), N_("{n} people more at {level}"), more, level=level)
    if last is None:
        texts = (N_("{n} person more at {level} from {first} on"), N_("{n} people more at {level} from {first} on"))
        return plural_message(*texts, more, level=level, first=first)
    texts = (
        N_("{n} person more at {level} from {first} to {last}"),
        N_("{n} people more at {level} from {first} to {last}"),
    )
    return plural_message(*texts, more, level=level, first=first, last=last)


def needs_text(need: Need) -> tuple[Message, ...]:
    """Return how the people of a need are said, level by level."""
    parts = (need, *need.also)
    return tuple(staff_text(part.level, part.more, part.starts_on, part.ends_on) for part in parts)


def with_need(question: Question, need: Need) -> Question:
    """Return a question with the people of a need."""
    for part in (need, *need.also):
        question = question.with_staff(part.level, part.more, part.starts_on, part.ends_on)
    return question


def _waves_missed(question: Question, outlook: Outlook) -> list[int]:
    blamed = dict.fromkeys(first.wave for first in outlook.first_by if first.wave is not None)
    return list(blamed)[:MOST_WAVES]


def _later(question: Question, index: int) -> Iterator[Change]:
    """Yield a wave on a later day; one that all users begin with cannot be moved away from itself."""
    wave = question.waves[index]
    if index == 0 or not wave.is_stated:
        return
    for weeks in WEEKS_LATER:
        day = _free_day(question, wave.date + timedelta(weeks=weeks))
        if day is not None:
            text = message(N_("the wave of {wave} on {day} instead"), wave=wave.date, day=day)
            yield Change(text=text, question=question.with_wave_moved(index, day))


def _split(question: Question, index: int) -> Iterator[Change]:
    wave = question.waves[index]
    day = _free_day(question, wave.date + timedelta(weeks=WEEKS_LATER[-1]))
    if day is not None and wave.users > 1:
        text = message(N_("half of the users of {wave} only on {day}"), wave=wave.date, day=day)
        yield Change(text=text, question=question.with_wave_split(index, day))


def _free_day(question: Question, day: date) -> date | None:
    """Return the first day from one on on which a wave may begin, within some weeks and the horizon."""
    first = question.index_of(day)
    days = question.days[max(0, first) : max(0, first) + _DAYS_TO_SEARCH] if first < len(question.days) else ()
    return next((one.date for one in days if one.is_free_to_move), None)


def _longer_hours(question: Question) -> Iterator[Change]:
    """Yield the desk open whenever users work in earnest, where it is not."""
    desk = question.first_level
    users = [place for day in question.user_hours for place, weight in enumerate(day) if weight >= 1]
    opened = [place for day in set(desk.opening) for place, minutes in enumerate(day) if minutes]
    if not users or not opened or (min(users) >= min(opened) and max(users) <= max(opened)):
        return
    first = min(min(users), min(opened)) * HALF_HOUR_MINUTES
    end = (max(max(users), max(opened)) + 1) * HALF_HOUR_MINUTES
    text = message(N_("{level} open from {start} to {end}"), level=desk.id, start=_time(first), end=_time(end))
    yield Change(text=text, question=question.with_hours(desk.id, first, end))


def _pooled(question: Question) -> Iterator[Change]:
    """Yield the first two staffed levels as one team that also takes calls: what was handed on is a ticket of its own.

    The share that was handed on stays at its likely value, since it is one of the channels now.
    """
    desk, second = question.first_level, _second(question)
    if second is None or desk.passes_on is None or not desk.hours_per_week or second.handling is None:
        return
    passed = question.value(desk.passes_on)
    people = second.staff * second.hours_per_week / desk.hours_per_week
    whole = 1 + passed
    channels = [replace(channel, share=channel.share / whole) for channel in question.channels]
    target = replace(question.ticket_target)
    channels.append(
        Channel(id=second.id, share=passed / whole, is_waiting=False, handling=second.handling, target=target)
    )
    share = question.value(second.passes_on) * passed / whole if second.passes_on else 0.0
    figures = [question.figure(named.TICKETS).scaled(whole), question.figure(desk.passes_on).pinned(share)]
    team = replace(desk, staff=desk.staff + people, passes_to=second.passes_to)
    levels = (team, *(level for level in question.levels if level.id not in (desk.id, second.id)))
    pooled = replace(question.with_figures(*figures), channels=tuple(channels), levels=levels)
    yield Change(text=message(N_("{level} and {other} as one team"), level=desk.id, other=second.id), question=pooled)


def _second(question: Question) -> Level | None:
    """Return the staffed level that the first hands on to."""
    found = [level for level in question.levels if level.id == question.first_level.passes_to]
    return found[0] if found and found[0].kind == "queue" and found[0].staff > 0 else None


def _two_chats(question: Question) -> Iterator[Change]:
    figures = [question.figure(one.concurrency) for one in question.channels if one.concurrency and one.share]
    for figure in figures:
        if figure.low < TWO_CHATS:
            text = message(N_("two chats at once, as a rule"))
            yield Change(text=text, question=question.with_figure(figure.name, max(TWO_CHATS, figure.likely)))


def _fewer_passed_on(question: Question) -> Iterator[Change]:
    """Yield fewer contacts handed on to people; solving them takes no longer at the first level than they do now."""
    desk = question.first_level
    if _second(question) is None or desk.passes_on is None:
        return
    figure = question.figure(desk.passes_on)
    if figure.likely > 0:
        less = figure.scaled(FEWER_PASSED_ON)
        text = message(
            N_("{level} hands on {share} of contacts instead of {before}"),
            level=desk.id, share=Percent(round(less.likely, 2)), before=Percent(round(figure.likely, 2)),
        )  # fmt: skip
        yield Change(text=text, question=question.with_figures(less))


def _fewer_repeats(question: Question) -> Iterator[Change]:
    figure = question.figure(named.REPEATS)
    if figure.likely > 0:
        text = message(
            N_("{share} of contacts come again instead of {before}"),
            share=Percent(round(figure.likely / 2, 3)), before=Percent(round(figure.likely, 3)),
        )  # fmt: skip
        yield Change(text=text, question=question.with_figures(figure.scaled(0.5)))


def _self_service(question: Question) -> Iterator[Change]:
    if question.resets_share and not question.has_self_service:
        text = message(N_("self-service for forgotten passwords"))
        share = question.resets_share * SELF_SERVED
        yield Change(text=text, question=question.with_figure(named.SELF_SERVED, share))


def _time(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
