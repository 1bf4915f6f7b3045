"""The facts that rules share."""

from dataclasses import dataclass, replace
from datetime import date

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.description.rollout import Rollout
from rollout_kit.plan.model import Plan
from rollout_kit.playbook.model import Playbook


@dataclass(frozen=True, kw_only=True)
class Case:
    """One rollout on one day. `plan` is there from the second assessment on."""

    rollout: Rollout
    playbook: Playbook
    calendars: Calendars
    as_of: date
    scheduled: Plan | None = None

    @property
    def plan(self) -> Plan:
        """The plan; only rules of the stage `plan` may ask."""
        if self.scheduled is None:
            raise AssertionError("a rule of the stage 'description' asked for the plan")
        return self.scheduled

    def with_plan(self, plan: Plan) -> "Case":
        """Return the same case with its plan."""
        return replace(self, scheduled=plan)
