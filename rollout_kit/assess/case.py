"""The facts that rules share."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.description.rollout import Rollout
from rollout_kit.plan.cast import Cast
from rollout_kit.plan.frame import frame_of
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

    @cached_property
    def go_live(self) -> date:
        """First day on which users depend on the service: as written, else the last working day of the plan."""
        return frame_of(self.rollout, self.calendars).go_live

    @cached_property
    def cast(self) -> Cast:
        """Who holds which role."""
        return Cast(self.rollout, self.playbook)

    def with_plan(self, plan: Plan) -> "Case":
        """Return the same case with its plan."""
        return replace(self, scheduled=plan)
