"""What figures, limits, channels and waves are called, and what was reckoned with, in no language yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rollout_kit.capacity import figures as named
from rollout_kit.capacity.answers import Limit
from rollout_kit.capacity.defaults import OURS
from rollout_kit.capacity.figures import Figure, Mark
from rollout_kit.capacity.level import Target
from rollout_kit.capacity.model import Question, Wave
from rollout_kit.description.organisations import Site
from rollout_kit.message import (
    N_,
    Duration,
    Message,
    Parameter,
    Percent,
    Unit,
    message,
    plural_message,
    verbatim,
)

LIMITS = {
    Limit.PHONE: N_("the people on the phone"),
    Limit.WORK: N_("the hours of work at the first level"),
    Limit.L2: N_("the second level"),
    Limit.L3: N_("the third level"),
}
MARKS = {
    Mark.OWN: N_("from your own data"),
    Mark.STATED: N_("as described"),
    Mark.A: N_("A, a large study"),
    Mark.B: N_("B, a survey, or a vendor that tells its base"),
    Mark.C: N_("C, one practitioner"),
    Mark.NONE: N_("our choice, no public figure found"),
}
_FIGURES = {
    named.TICKETS: N_("contacts per person and month"),
    named.GOLIVE_FACTOR: N_("how many times as many contacts after go-live"),
    named.HALF_LIFE: N_("time in which the rush halves"),
    named.RAMP: N_("time until the rush is at its height"),
    named.GROWTH: N_("growth a year"),
    named.PEAK_HOUR: N_("share of the busiest hour"),
    named.BUSIEST_DAY: N_("share of the busiest weekday"),
    named.REPEATS: N_("share of contacts that come again"),
    named.SELF_SERVED: N_("share that people solve by themselves"),
    named.DEMAND_SPREAD: N_("how much demand varies"),
    named.BLENDING: N_("part of the idle time on the phone that does for tickets"),
    named.MOST_OCCUPANCY: N_("most that people on the phone may be busy"),
}
_FAMILIES = {
    "handling": N_("time for a contact ({what})"),
    "shrinkage": N_("time that is lost to absence and other work ({what})"),
    "passes_on": N_("share that is handed on ({what})"),
    "concurrency": N_("contacts at once ({what})"),
}
CHANNELS = {
    "phone": N_("phone"),
    "chat": N_("chat"),
    "ticket": N_("ticket"),
    "mail": N_("mail"),
    "email": N_("mail"),
    "portal": N_("portal"),
}
_UNITS = {"minutes": Unit.MINUTE, "days": Unit.DAY, "hours": Unit.HOUR}


def limit_name(limit: Limit) -> Message:
    """Return a limit in the nominative."""
    return message(LIMITS[limit])


def channel_name(id: str) -> Message:
    """Return the name of a channel or level; one that is not ours by its own key."""
    return message(CHANNELS[id]) if id in CHANNELS else verbatim(id)


def figure_name(name: str) -> Message:
    """Return what a figure is."""
    if name in _FIGURES:
        return message(_FIGURES[name])
    family, _, what = name.partition(".")
    return message(_FAMILIES[family], what=channel_name(what))


def figure_value(figure: Figure, value: float) -> Parameter:
    """Return one value of a figure in its unit."""
    if figure.unit in ("share", "per_year"):
        return Percent(round(value, 3))
    if figure.unit in _UNITS:
        return Duration(amount=round(value, 1), unit=_UNITS[figure.unit])
    return round(value, 2)


def figure_range(figure: Figure) -> Parameter:
    """Return the likely value, with its range where it has one."""
    likely = figure_value(figure, figure.likely)
    if figure.is_certain:
        return likely
    low, high = figure_value(figure, figure.low), figure_value(figure, figure.high)
    return message(N_("{likely} ({low} to {high})"), likely=likely, low=low, high=high)


def begins(waves: Sequence[Wave], sites: Mapping[str, Site]) -> Message | None:
    """Return the sites and people of waves that are told together; None where none begins."""
    if not waves:
        return None
    people = plural_message(N_("{n} person"), N_("{n} people"), round(sum(wave.users for wave in waves)))
    places = (sites.get(wave.site or "") for wave in waves)
    names = tuple(dict.fromkeys(place.name if place else "" for place in places))
    if "" in names:
        return people
    if len(names) > FEW_SITES:
        return message(N_("{n} sites, {people}"), n=len(names), people=people)
    return message(N_("{sites}, {people}"), sites=names, people=people)


FEW_SITES = 2  # named in a column


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A figure that was reckoned with: what it is, what was taken, how reliable it is, and the source of a default."""

    name: Message
    value: Parameter
    mark: Mark
    source: Message | None


def taken(question: Question) -> tuple[Taken, ...]:
    """Return all figures and targets, first those that the description states."""
    figures = (
        Taken(name=figure_name(each.name), value=figure_range(each), mark=each.mark, source=_told(each.source))
        for each in question.figures
    )
    targets = (_target(channel.target, channel_name(channel.id)) for channel in question.channels)
    further = (_target(level.target, channel_name(level.id)) for level in question.levels if level.target)
    return tuple(sorted((*figures, *targets, *further), key=lambda each: each.mark is not Mark.STATED))


def _told(source: Message | None) -> Message | None:
    """Return a source, unless it says no more than the mark does."""
    return None if source is None or source.text == OURS else source


def _target(target: Target, what: Message) -> Taken:
    within = Duration(amount=round(target.within_seconds / 60, 1), unit=Unit.MINUTE)
    if target.within_seconds < LEAST_IN_MINUTES:
        within = Duration(amount=target.within_seconds, unit=Unit.SECOND)
    elif target.within_seconds >= LEAST_IN_HOURS:
        within = Duration(amount=round(target.within_hours, 1), unit=Unit.HOUR)
    value = message(N_("{share} within {length}"), share=Percent(target.share), length=within)
    return Taken(
        name=message(N_("target ({what})"), what=what), value=value, mark=target.mark, source=_told(target.source)
    )


LEAST_IN_MINUTES, LEAST_IN_HOURS = 120, 7200  # seconds
