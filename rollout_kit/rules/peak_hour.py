"""What the busiest hour after go-live brings the phone, and how much of it so many people answer in time."""

from dataclasses import dataclass

from rollout_kit.capacity.defaults import (
    BUSIEST_DAY_SHARE,
    PEAK_HOUR_SHARE,
    PHONE_TARGET,
    WORKING_DAYS_A_MONTH,
    WORKING_DAYS_A_WEEK,
)
from rollout_kit.capacity.erlang import required_agents, waiting
from rollout_kit.capacity.limits import LEAST_SECONDS, MOST_AGENTS, BeyondLimits
from rollout_kit.description.load import Load, Target
from rollout_kit.rules.desk_load import ROUNDING, DeskFigures, minutes_on_the_phone

HALF_A_DIGIT = 10**-ROUNDING / 2  # what is_met() rounds up


@dataclass(frozen=True, slots=True, kw_only=True)
class PeakHour:
    """Calls and minutes of each in the busiest hour: likely, and with the high figure for what is not stated."""

    calls: float
    minutes: float
    calls_at_worst: float
    minutes_at_worst: float
    target: Target

    @classmethod
    def of(cls, figures: DeskFigures, load: Load, share: float) -> "PeakHour":
        """Return the hour for a phone that has such a share of the contacts."""
        busiest = load.busiest_weekday.share if load.busiest_weekday else BUSIEST_DAY_SHARE.likely
        peak = PEAK_HOUR_SHARE.likely if load.peak_hour_share is None else load.peak_hour_share
        part = figures.users / WORKING_DAYS_A_MONTH * share * WORKING_DAYS_A_WEEK * busiest * peak
        minutes, unstated = minutes_on_the_phone(load), figures.unstated
        tickets = figures.tickets.high if "load.tickets_per_user_month" in unstated else figures.tickets.likely
        factor = figures.factor.high if "load.golive_factor" in unstated else figures.factor.likely
        phone = next((channel for channel in load.channels if channel.id == "phone"), None)
        return cls(
            calls=part * figures.tickets.likely * figures.factor.likely,
            minutes=minutes.likely,
            calls_at_worst=part * tickets * factor,
            minutes_at_worst=minutes.likely if phone and phone.handling else minutes.high,
            target=(phone.target if phone else None) or PHONE_TARGET,
        )

    def answered(self, people: int) -> float | None:
        """Return the share that is likely answered in time; None where the queue only grows.

        Nobody hangs up (Erlang C): the cautious case.
        """
        return self._answered(self.calls, self.minutes, people)

    def answered_at_worst(self, people: int) -> float | None:
        """Return the same with the high figure wherever ours stands for one that is not stated."""
        return self._answered(self.calls_at_worst, self.minutes_at_worst, people)

    def people_needed(self) -> int | None:
        """Return the fewest people who likely meet the target; None where it is past all reckoning."""
        try:
            return required_agents(
                arrivals_per_hour=self.calls,
                handling_seconds=max(LEAST_SECONDS, 60 * self.minutes),
                target_seconds=60 * self.target.within.minutes,
                target_share=max(0.0, self.target.share - HALF_A_DIGIT),
            )
        except BeyondLimits:
            return None

    def _answered(self, calls: float, minutes: float, people: int) -> float | None:
        try:
            return waiting(
                arrivals_per_hour=calls,
                handling_seconds=max(LEAST_SECONDS, 60 * minutes),
                agents=min(people, MOST_AGENTS),
                target_seconds=60 * self.target.within.minutes,
            ).service_level
        except BeyondLimits:
            return None

    def is_met(self, answered: float | None) -> bool:
        """Whether a share answered is what the target asks."""
        return answered is not None and round(answered, ROUNDING) >= self.target.share


def phone_share(load: Load) -> float | None:
    """Return the phone's share of the contacts: as stated, what the others leave, alike where none has a share."""
    phone = next((channel for channel in load.channels if channel.id == "phone"), None)
    if phone is None or phone.share is not None:
        return phone.share if phone else None
    others = [channel.share for channel in load.channels if channel.share is not None]
    if not others:
        return 1 / len(load.channels)
    is_last = len(others) == len(load.channels) - 1
    return max(0.0, 1 - sum(others)) if is_last else None
