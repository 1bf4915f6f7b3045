"""What the capacity model answers: exact at the middle figures, in bands over many runs, and for changes."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from rollout_kit.capacity.model import Question
from rollout_kit.message import Message


class Limit(Enum):
    """What holds or breaks: people on the phone, hours of work of the first level, or a further level."""

    PHONE = "phone"
    WORK = "work"
    L2 = "L2"
    L3 = "L3"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneDay:
    """Phone and chat on a day.

    `level` is the share of all contacts of the day answered within the target, each half hour weighed by its contacts;
    `worst` that of the worst half hour, which `worst_half_hour` names (0 to 47). Where several channels wait, the one
    counts that is furthest from its target. None: the queue only grows in some half hour, and no share can be told.
    1 where nobody calls. `needed` has the people that the target takes in each of the 48 half hours, 0 where closed or
    silent, None where no number does; so is `enough`, the fewest who keep the target over the day, and are not too
    busy. `there` is who answers. `occupancy` is the part of their time that people on the phone are busy.
    """

    level: float | None
    worst: float | None
    worst_half_hour: int | None
    there: int
    needed: tuple[int | None, ...]
    enough: int | None
    occupancy: float
    is_met: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TierDay:
    """Work of a staffed level on a day, in hours of work of people who do nothing else.

    `contacts` reach it on the day, `demanded_hours` is their work, calls included; `capacity_hours` is what people have
    for both. `backlog_hours` wait at the end of the day; they take `days_to_clear` days like this one (like the
    last open one where it is closed) if nothing came in; None: never. `oldest_hours`: how long the oldest has waited by
    then, in hours in which the level is open. `in_time`: of the tickets that came in on the day, the share taken up
    within the target, None where none came. `is_met`: what has waited longest by the end has not passed the target.
    """

    id: str
    contacts: float
    demanded_hours: float
    capacity_hours: float
    backlog_hours: float
    days_to_clear: float | None
    oldest_hours: float
    in_time: float | None
    is_met: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAnswer:
    """One day of the horizon, open or not.

    `contacts` come in, all channels; `phone` is None where the desk is closed or nobody waits on any channel. `tiers`
    are the staffed levels in their order, `handed` the contacts that go to each other level, by its id.
    """

    date: date
    is_open: bool
    users: float
    contacts: float
    phone: PhoneDay | None
    tiers: tuple[TierDay, ...]
    handed: tuple[tuple[str, float], ...]
    missed: tuple[Limit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spike:
    """A breach that ends before ten open days: first and last day of it, inclusive, and its open days."""

    starts_on: date
    ends_on: date
    open_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """The one exact answer at the middle figures; no draw is in it.

    `outgrown_on`: the first of ten open days in a row that miss a target; None within the horizon. `first_limit`: what
    is missed first, on `first_missed_on`; None where nothing is. `binding_limit`: the same, and where nothing is
    missed, the limit that is used most. `uses`, above 1 is too little: of the phone, the calls of its worst day divided
    by the most that keep the target; of work, the hours of the five fullest days in a row divided by those of people.
    """

    question: Question
    days: tuple[DayAnswer, ...]
    outgrown_on: date | None
    spikes: tuple[Spike, ...]
    first_limit: Limit | None
    first_missed_on: date | None
    binding_limit: Limit
    uses: tuple[tuple[Limit, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """Days by which 10, 50 and 90 % of all runs are outgrown; None: not within the horizon."""

    early: date | None
    middle: date | None
    late: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Values that 10, 50 and 90 % of all runs stay at or below, one for each day of the horizon."""

    low: tuple[float, ...]
    middle: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstMiss:
    """What misses first in a share of the runs that are outgrown: a limit, and the wave that began last before it."""

    limit: Limit
    wave: int | None  # index in the question's waves
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What many seeded runs say. Shares are of all runs; `sampling_error` is half the 95 % interval of the widest.

    `still_fine` has, for each day, the share of runs not outgrown by its end. `longest_spike` has the open days
    of the longest spike that 10, 50 and 90 % of the runs stay at or below. `demand` and `capacity` are hours of work
    a day by level, `backlog_days` days to clear by level.

    `spiking` is the share of runs with a spike; `spike_days` the open days of all spikes of a run in the mean.
    `missing` has, for each day, the share of runs in which a target is missed on it. `peak_backlog_days` are the most
    days to clear at any level that 10, 50 and 90 % of the runs stay at or below.
    """

    seed: int
    runs: int
    sampling_error: float
    share_outgrown: float
    outgrown_on: Dates
    still_fine: tuple[float, ...]
    longest_spike: tuple[int, int, int]
    demand: tuple[tuple[str, Band], ...]
    capacity: tuple[tuple[str, Band], ...]
    backlog_days: tuple[tuple[str, Band], ...]
    first_by: tuple[FirstMiss, ...]
    is_scaling: bool
    spiking: float = 0.0
    spike_days: float = 0.0
    missing: tuple[float, ...] = ()
    peak_backlog_days: tuple[float, float, float] = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A single change to what is described, in words, and the question with it; `people` it takes more."""

    text: Message
    question: Question
    people: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """A change and what it does, reckoned with the seeds of the outlook it is compared with.

    `spike_days` are the open days of all spikes of a run in the mean, `backlog_days` the most days to clear at any
    level that half the runs stay at or below; each beside what it is without the change. `is_scaling` is the verdict
    with it.
    """

    change: Change
    share_outgrown: float
    outgrown_on: Dates
    gain: float  # by how much it lowers the share of runs that are outgrown
    is_scaling: bool = False
    spike_days: float = 0.0
    spike_days_before: float = 0.0
    backlog_days: float = 0.0
    backlog_days_before: float = 0.0

    @property
    def is_better(self) -> bool:
        """Whether it makes anything better that can be told from nothing: a point of the runs, else less that waits."""
        spikes, backlog = self.spike_days - self.spike_days_before, self.backlog_days - self.backlog_days_before
        return (-round(self.gain, 2), round(spikes, 1), round(backlog, 1)) < (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """The smallest change of staff with which the structure scales: so many people more at a level, between two days.

    Where no one level is enough, `also` has what others take; none of them alone would do.

    Both days are inclusive. `wave` is the index of the wave that asks for them, None where they are needed from
    the beginning on. `ends_on` None: until the end of the horizon. `share_outgrown` is what is left with them.
    """

    level: str
    more: int
    starts_on: date
    ends_on: date | None
    wave: int | None
    share_outgrown: float
    also: tuple["Need", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """How much one figure moves the verdict: the same question with its low and with its high value.

    `backlog_days` are the most days to clear at any level that half the runs stay at or below; `level` is the least
    share answered in time of any day at the middle figures, None where nobody waits or no share can be told.
    `changes_verdict`: the verdict is another with the low or the high value. `outgrown_middle` is the share with all
    figures at their likely values, the same in all bars: what both ends are to be held against.
    """

    figure: str
    outgrown_middle: float
    outgrown_low: float
    outgrown_high: float
    backlog_days_low: float
    backlog_days_high: float
    level_low: float | None = None
    level_high: float | None = None
    changes_verdict: bool = False
