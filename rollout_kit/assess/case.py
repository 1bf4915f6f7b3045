"""The facts that rules share."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from rollout_kit.assess.evidence import Confirmed, confirmed
from rollout_kit.calendars.calendars import Calendars
from rollout_kit.calendars.coverage import Coverage, ordinary_week
from rollout_kit.description.rollout import Rollout
from rollout_kit.finding import KeyPath
from rollout_kit.plan.cast import Cast
from rollout_kit.plan.frame import frame_of
from rollout_kit.plan.model import Plan
from rollout_kit.playbook.model import Playbook

if TYPE_CHECKING:
    from rollout_kit.assess.waivers import JudgedWaiver

WATCHED_DAYS = 60  # from go-live on: as far as the rules on licences, holidays and maturity look


@dataclass(frozen=True, kw_only=True)
class Case:
    """One rollout on one day. `plan` is there from the second assessment on.

    In the case that rules judge, `rollout` is without what is only proposed and `described` the whole.
    """

    rollout: Rollout
    playbook: Playbook
    calendars: Calendars
    as_of: date
    scheduled: Plan | None = None
    described: Rollout | None = None
    removed: tuple[KeyPath, ...] = ()
    waivers: "tuple[JudgedWaiver, ...]" = ()

    @property
    def plan(self) -> Plan:
        """The plan; only rules of the stage `plan` may ask."""
        if self.scheduled is None:
            raise AssertionError("a rule of the stage 'description' asked for the plan")
        return self.scheduled

    @cached_property
    def go_live(self) -> date:
        """First day on which users depend on the service: as written, else the last working day of the plan."""
        return frame_of(self.whole, self.calendars).go_live

    @cached_property
    def coverage(self) -> Coverage:
        """Who answers when, in the days from go-live on in which promises are first put to the test."""
        return Coverage(self.rollout, self.calendars, self.go_live, self.go_live + timedelta(days=WATCHED_DAYS))

    @cached_property
    def ordinary_week(self) -> Coverage:
        """The same in the week of go-live, as if nobody had a day off: what "hours a week" are counted in."""
        return ordinary_week(self.rollout, self.calendars, self.go_live)

    @cached_property
    def cast(self) -> Cast:
        """Who holds which role, be it only proposed: somebody has to do the work until it is confirmed."""
        return Cast(self.whole, self.playbook)

    @property
    def whole(self) -> Rollout:
        """The description with what is only proposed."""
        return self.described or self.rollout

    @cached_property
    def confirmed(self) -> "Case":
        """The case that rules judge: what is only proposed makes no rule pass."""
        if self.described is not None:
            return self
        found = confirmed(self.rollout)
        return replace(self, rollout=found.rollout, described=self.rollout, removed=found.removed)

    def as_written(self, path: KeyPath) -> KeyPath:
        """Return a path that a rule found as it stands in the file."""
        return Confirmed(rollout=self.rollout, removed=self.removed).as_written(path)

    def with_waivers(self, waivers: "tuple[JudgedWaiver, ...]") -> "Case":
        """Return the same case with its waivers, each judged."""
        return replace(self, waivers=waivers)

    def with_plan(self, plan: Plan) -> "Case":
        """Return the same case with its plan."""
        return replace(self, scheduled=plan)
