"""The figures we take where a description states none, each with how reliable it is and where it comes from.

They stand here once: the rules reckon with them, and so does the capacity model. A figure without a source is ours
(`NONE`); wherever one of them is used, the reader is told.
"""

from dataclasses import dataclass

from rollout_kit.capacity.figures import Figure, FigureUnit, Mark
from rollout_kit.description.load import Target
from rollout_kit.description.quantities import Range, parse_duration, parse_hours
from rollout_kit.finding import KeyPath
from rollout_kit.message import N_, Duration, Unit, message

WORKING_DAYS_A_MONTH = 21
WORKING_DAYS_A_WEEK = 5
OURS = N_("our choice")


@dataclass(frozen=True, slots=True, kw_only=True)
class Default:
    """A figure of ours: its range, unit, reliability and source (an English text of the catalogues)."""

    low: float
    likely: float
    high: float
    unit: FigureUnit
    mark: Mark = Mark.NONE
    source: str = OURS

    @property
    def range(self) -> Range[float]:
        """The three values."""
        return Range(low=self.low, likely=self.likely, high=self.high)

    def figure(self, name: str, path: KeyPath) -> Figure:
        """Return the figure of a question for which it stands."""
        return Figure(
            name=name, path=path, low=self.low, likely=self.likely, high=self.high,
            unit=self.unit, mark=self.mark, source=message(self.source),
        )  # fmt: skip


TICKETS_PER_USER_MONTH = Default(
    low=0.5, likely=1.1, high=2.0, unit="per_month",
    source=N_("our choice, between the 0.4 of AFIT 2011 and the 2.0 of Intelliteach 2011"),
)  # fmt: skip
GOLIVE_FACTOR = Default(
    low=1.2, likely=1.4, high=3.0, unit="factor", mark=Mark.A,
    source=N_("Intelliteach 2011: 42 % more over 150 rollouts; the range is ours"),
)  # fmt: skip
HALF_LIFE_DAYS = Default(
    low=7, likely=21, high=30, unit="days", mark=Mark.B,
    source=N_("derived from 90 days until back to normal, Intelliteach 2011"),
)  # fmt: skip
RAMP_DAYS = Default(
    low=0, likely=1, high=3, unit="days", mark=Mark.C, source=N_("slow first days of real go-lives, fisoft.es")
)
GROWTH = Default(low=0, likely=0, high=0, unit="per_year", source=N_("no growth is stated"))
PEAK_HOUR_SHARE = Default(
    low=0.12,
    likely=0.15,
    high=0.20,
    unit="share",
    mark=Mark.C,
    source=N_("between an even day (11 %) and the 20 % of an illustration, kpitree"),
)
BUSIEST_DAY_SHARE = Default(
    low=0.20, likely=0.24, high=0.28, unit="share", mark=Mark.C,
    source=N_("from 19.7 % of a week of seven days, cca2z; the range is ours"),
)  # fmt: skip
REPEATS = Default(low=0, likely=0, high=0.2, unit="share")
PHONE_MINUTES = Default(low=8, likely=12, high=20, unit="minutes", source=N_("our choice, notes included"))
CHAT_MINUTES = Default(
    low=8,
    likely=12,
    high=20,
    unit="minutes",
    mark=Mark.C,
    source=N_("8 to 12 minutes, quoted at second hand; the range is ours"),
)
TICKET_MINUTES = Default(low=10, likely=20, high=45, unit="minutes")
FURTHER_MINUTES = Default(low=20, likely=40, high=90, unit="minutes")  # of a contact handed to the second level and on
CONCURRENCY = Default(
    low=1, likely=1.7, high=2.5, unit="factor", mark=Mark.B, source=N_("two chats at once, Call Centre Helper")
)
SHRINKAGE = Default(
    low=0.20,
    likely=0.30,
    high=0.40,
    unit="share",
    mark=Mark.A,
    source=N_("the middle of what 170 planners assume, SWPP 2024"),
)
PASSED_ON = Default(
    low=0.20, likely=0.35, high=0.50, unit="share", mark=Mark.B,
    source=N_("40 % at a help desk of a rollout, AFIT 2011; less is our choice"),
)  # fmt: skip
PASSED_FURTHER = Default(low=0.05, likely=0.15, high=0.30, unit="share")  # from the second level on
BLENDING = Default(low=0.3, likely=0.5, high=0.7, unit="share")
DEMAND_SPREAD = Default(
    low=0.10, likely=0.20, high=0.40, unit="share",
    source=N_("our choice; that demand varies by more than chance: Aldor-Noiman 2009"),
)  # fmt: skip
MOST_OCCUPANCY = Default(
    low=0.80, likely=0.80, high=0.80, unit="share", mark=Mark.C,
    source=N_("our choice, below the usual 85 % of Call Centre Helper"),
)  # fmt: skip

OCCUPANCY_COUNTS_FROM = 5  # people; below, small teams are idle for the phone target's sake
PHONE_SHARE = 0.6  # house value: the rest are tickets
SPOKEN = ("phone", "chat")
PRODUCTIVE_HOURS = 5.0  # a day, where neither hours nor hours a week are stated; ftworks (E)
FULL_WEEK_HOURS = 45.0  # house value: longer hours than these are kept in turns
OFFICE_HOURS = parse_hours("Mon-Fri 08:00-17:00")  # those of the format, where no others are known
HORIZON = parse_duration("12 months")  # house value

PHONE_TARGET = Target(share=0.80, within=Duration(amount=60, unit=Unit.SECOND))  # house value for a small desk
TICKET_TARGET = Target(share=0.80, within=Duration(amount=4, unit=Unit.HOUR))  # hours of the desk; freeservicedesk (C)
FURTHER_TARGET = Target(share=0.80, within=Duration(amount=8, unit=Unit.HOUR))  # house value: a day of the level
PHONE_TARGET_SOURCE = N_("our choice for a small desk; call centres take 20 seconds")
TICKET_TARGET_SOURCE = N_("1 to 4 hours are usual for a first response, freeservicedesk.com")
