"""Dates that the description fixes for base tasks: tests, the days of the pilot and its decision."""

from datetime import date, timedelta

from rollout_kit.description.rollout import Rollout
from rollout_kit.plan import sessions
from rollout_kit.plan.frame import Frame
from rollout_kit.plan.sketch import Span
from rollout_kit.playbook.window import MarkOfPlan

HYPERCARE_EXIT, HAND_OVER = "hypercare-exit", "hand-over"
EXIT_SLIP = 5  # house value: working days in which the meeting at the end of hypercare has to be found
PILOT, PILOT_DECISION = "pilot-run", "go-no-go-early"
PILOT_DAYS = {"keep": 10, "shorten": 5}  # working days; fewer measure the first enthusiasm only
PILOT_ENDS = MarkOfPlan("g", -6)

# Which base task plays a scenario of the playbook.
TASK_OF_SCENARIO = {
    "major-outage": "test-outage",
    "restore": "restore-test",
    "provider-unreachable": "test-provider-away",
    "phishing": "test-phishing",
    "rollback": "test-rollback",
    "handbook-hunt": "handbook-hunt",
    "dry-run": "dry-run",
}


def fixed_date(task: str, rollout: Rollout) -> date | None:
    """Return the date that the description fixes for a task: of the pilot's decision, its test, or the session."""
    pilot = rollout.pilot
    if task == PILOT_DECISION and pilot is not None and pilot.decision is not None:
        return pilot.decision.on
    for test in rollout.tests:
        if TASK_OF_SCENARIO.get(test.scenario) == task and test.date is not None:
            return test.date
    return sessions.fixed_date(task, rollout)


def closing_span(task: str, span: Span, frame: Frame) -> Span:
    """Return when hypercare ends and is handed over: after its stated length, else as the playbook has it."""
    if frame.hypercare_days is None or task not in (HYPERCARE_EXIT, HAND_OVER):
        return span
    end = max(span.earliest, frame.go_live + timedelta(days=frame.hypercare_days))
    latest = frame.calendars.add_working_days(end, EXIT_SLIP if task == HYPERCARE_EXIT else 2 * EXIT_SLIP)
    return Span(earliest=end, aim=max(latest, span.aim), limit=max(latest, span.limit))


def pilot_span(rollout: Rollout, frame: Frame, variant: str) -> Span:
    """Return the days of the pilot: as stated, else ten working days (five in a short plan) that end before g-5."""
    pilot = rollout.pilot
    end = (pilot.ends_on if pilot else None) or frame.day_of(PILOT_ENDS)
    days = PILOT_DAYS.get(variant, PILOT_DAYS["keep"])
    start = (pilot.starts_on if pilot else None) or frame.calendars.add_working_days(end, 1 - days)
    earliest = max(start, frame.first_day)
    return Span(earliest=earliest, aim=max(end, earliest), limit=max(end, earliest))
