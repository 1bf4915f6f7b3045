"""Dates that the description fixes for base tasks: tests, the days of the pilot and its decision."""

from datetime import date, timedelta

from rollout_kit.description.rollout import Rollout
from rollout_kit.plan import sessions
from rollout_kit.plan.frame import Frame
from rollout_kit.plan.sketch import Span
from rollout_kit.playbook.model import BaseTask, Playbook

PILOT_DAYS = {"keep": 10, "shorten": 5}  # working days; fewer measure the first enthusiasm only


def fixed_date(task: BaseTask, rollout: Rollout, playbook: Playbook) -> date | None:
    """Return the date that the description fixes for a task: of the pilot's decision, its test, or the session."""
    pilot = rollout.pilot
    if task.landmark == "pilot-decision" and pilot is not None and pilot.decision is not None:
        return pilot.decision.on
    for test in rollout.tests:
        if test.scenario == task.scenario and test.date is not None:
            return test.date
    session = sessions.fixed_session(task, rollout, playbook)
    return session.date if session else None


def is_dated(task: BaseTask, rollout: Rollout, playbook: Playbook) -> bool:
    """Whether the description says when a task takes place: a fixed date, or both ends of the pilot."""
    pilot = rollout.pilot
    if task.landmark == "pilot" and pilot is not None and pilot.starts_on is not None and pilot.ends_on is not None:
        return True
    return fixed_date(task, rollout, playbook) is not None


def closing_span(task: BaseTask, span: Span, frame: Frame) -> Span:
    """Return when a task that closes hypercare may lie: after its stated length, never before its window."""
    if frame.hypercare_days is None or task.after_hypercare_days is None:
        return span
    end = max(span.earliest, frame.go_live + timedelta(days=frame.hypercare_days))
    latest = frame.calendars.add_working_days(end, task.after_hypercare_days)
    return Span(earliest=end, aim=max(latest, span.aim), limit=max(latest, span.limit))


def pilot_span(task: BaseTask, rollout: Rollout, frame: Frame, variant: str) -> Span:
    """Return the days of the pilot: as stated, else the last ten working days of its window, five in a short plan."""
    pilot = rollout.pilot
    end = (pilot.ends_on if pilot else None) or frame.day_of(task.window.end)
    days = PILOT_DAYS.get(variant, PILOT_DAYS["keep"])
    start = (pilot.starts_on if pilot else None) or frame.calendars.add_working_days(end, 1 - days)
    earliest = max(start, frame.first_day)
    return Span(earliest=earliest, aim=max(end, earliest), limit=max(end, earliest))
