"""From the windows of a playbook to dates."""

from dataclasses import replace
from datetime import date, timedelta

from rollout_kit.plan.frame import Frame
from rollout_kit.plan.sketch import Span
from rollout_kit.playbook.model import BaseTask
from rollout_kit.playbook.window import MarkOfPlan, Window

EARLY_DAYS = 2  # a dated message or meeting may lie up to two days before its date
AFTER_GO_LIVE_SLIP = 5  # house value: working days by which an item after go-live may miss its aim

_THREE = (MarkOfPlan("p", 0.15), MarkOfPlan("g", -5), MarkOfPlan("g", -1))


def spans_of(task: BaseTask, frame: Frame, variant: str) -> tuple[tuple[Span, ...], tuple[date, ...]]:
    """Return the spans of a task, one per date, and the dates that would lie before the kickoff and are left out."""
    window = task.window
    if window.is_daily:
        return _daily(window, frame), ()
    if window.dates:
        return _dated(window, frame, variant)
    return (_between(task, frame),), ()


def _between(task: BaseTask, frame: Frame) -> Span:
    earliest = max(frame.day_of(task.window.start), frame.first_day)
    if task.is_test:
        earliest = max(earliest, frame.second_half_from)
    limit = _limit(task, frame)
    return Span(earliest=earliest, aim=min(max(frame.day_of(task.window.end), earliest), limit), limit=limit)


def _limit(task: BaseTask, frame: Frame) -> date:
    end = frame.day_of(task.window.end)
    if task.is_hard:
        return end
    if task.window.end.anchor == "g" and task.window.end.offset >= 0:
        return frame.calendars.add_working_days(end, AFTER_GO_LIVE_SLIP)
    return frame.slip_limit


def _daily(window: Window, frame: Frame) -> tuple[Span, ...]:
    days = frame.calendars.working_days("customer", frame.day_of(window.start), frame.day_of(window.end))
    return tuple(Span(earliest=day, aim=day, limit=day) for day in days)


def _dated(window: Window, frame: Frame, variant: str) -> tuple[tuple[Span, ...], tuple[date, ...]]:
    pairs = [(mark, mark) for mark in _THREE] if variant == "three" else list(window.dates)
    spans: list[Span] = []
    before_kickoff: list[date] = []
    for first, last in pairs[:1] if variant == "one" else pairs:
        end = frame.day_of(last)
        start = frame.day_of(first) if first != last else end - timedelta(days=EARLY_DAYS)
        if end <= frame.first_day:
            before_kickoff.append(end)
        else:
            spans.append(Span(earliest=max(start, frame.first_day), aim=end, limit=end, prefers_end=first == last))
    spans.sort(key=lambda span: span.limit)
    return tuple(_apart(spans)), tuple(before_kickoff)


def _apart(spans: list[Span]) -> list[Span]:
    """Drop a date that falls on the one before: in short plans two messages would go out on one day."""
    kept: list[Span] = []
    for span in spans:
        if kept and span.limit <= kept[-1].limit:
            continue
        start = max(span.earliest, kept[-1].limit + timedelta(days=1)) if kept else span.earliest
        kept.append(replace(span, earliest=min(start, span.limit)))
    return kept
