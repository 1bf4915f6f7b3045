"""What an answer says, in no language yet: the same sentences on a terminal, in the handbook and in the plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rollout_kit.capacity import figures as named
from rollout_kit.capacity.answer import Answer
from rollout_kit.capacity.answers import Advice, Limit, Need, Outlook, Spike
from rollout_kit.capacity.figures import Figure, Mark
from rollout_kit.capacity.level import Target
from rollout_kit.capacity.model import Question, Wave
from rollout_kit.description.organisations import Site
from rollout_kit.message import (
    N_,
    Day,
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
    "handling": N_("time for a contact, {what}"),
    "shrinkage": N_("time that is lost to absence and other work, {what}"),
    "passes_on": N_("share that is handed on, {what}"),
    "concurrency": N_("contacts at once, {what}"),
}
CHANNELS = {"phone": N_("phone"), "chat": N_("chat"), "ticket": N_("ticket"), "mail": N_("mail"), "email": N_("mail")}
TENTH, NINE_TENTHS = Percent(0.1), Percent(0.9)
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
    return people if "" in names else message(N_("{sites}, {people}"), sites=names, people=people)


# --- how long it holds ---------------------------------------------------------------------------


def verdict(question: Question, outlook: Outlook) -> Message:
    """Return whether support carries the load and until when, never a date without its share."""
    share, middle = Percent(round(outlook.share_outgrown, 3)), outlook.outgrown_on.middle
    if outlook.is_scaling:
        return _people(question, _SCALING, until=question.ends_on)
    if middle is None and share.share == 0:
        return _people(question, _SPIKES, until=question.ends_on, n_days=outlook.longest_spike[2])
    if middle is None:
        return _people(question, _PROBABLY, until=question.ends_on, share=share, runs=outlook.runs)
    begun = min((wave.date for wave in question.waves), default=question.starts_on)
    if middle - max(begun, question.starts_on) <= FROM_THE_START:
        return _people(question, _NEVER, share=share, runs=outlook.runs)
    return _people(question, _UNTIL, day=middle, share=share, runs=outlook.runs)


FROM_THE_START = timedelta(days=14)  # house value: what is outgrown by then was too little from its first day on

_SCALING = (
    N_("{n} person carries the load as far as was looked ahead, until {until}."),
    N_("{n} people carry the load as far as was looked ahead, until {until}."),
)
_SPIKES = (
    N_("{n} person carries the load until {until}, but for a rush of up to {n_days} days at a stretch."),
    N_("{n} people carry the load until {until}, but for a rush of up to {n_days} days at a stretch."),
)
_PROBABLY = (
    N_("{n} person probably carries the load until {until}; in {share} of {runs} runs it is outgrown before."),
    N_("{n} people probably carry the load until {until}; in {share} of {runs} runs it is outgrown before."),
)
_NEVER = (
    N_("{n} person does not carry the load from its first weeks on: it is outgrown in {share} of {runs} runs."),
    N_("{n} people do not carry the load from its first weeks on: it is outgrown in {share} of {runs} runs."),
)
_UNTIL = (
    N_("{n} person carries the load until about {day}; within the horizon it is outgrown in {share} of {runs} runs."),
    N_("{n} people carry the load until about {day}; within the horizon it is outgrown in {share} of {runs} runs."),
)


def _people(question: Question, texts: tuple[str, str], **parameters: Parameter) -> Message:
    staff = question.first_level.staff
    return Message(text=texts[0], plural=texts[1], count="n", parameters={"n": staff, **parameters})


def what_binds(question: Question, outlook: Outlook, binding: Limit, use: float) -> Message:
    """Return what gives way first; where nothing does, what is used most, as a part of what there is."""
    if not outlook.first_by or outlook.share_outgrown == 0:
        text = N_("Nearest to its end: {limit}, at most {use} in use.")
        return message(text, limit=limit_name(binding), use=Percent(round(use, 2)))
    first = outlook.first_by[0]
    share = Percent(round(first.share, 3))
    if first.wave is None:
        text = N_("First to give way: {limit}, in {share} of these runs.")
        return message(text, limit=limit_name(first.limit), share=share)
    wave = question.waves[first.wave]
    text = N_("First to give way: {limit}, after {day}, in {share} of these runs.")
    return message(text, limit=limit_name(first.limit), day=wave.date, share=share)


def what_helps(answer: Answer) -> Message:
    """Return the people who are missing, and when; else the one change that helps most, or that none is needed."""
    if answer.outlook.is_scaling:
        return message(N_("No change is needed for it."))
    if answer.need is not None:
        return _needed(answer.need, answer.expectation.question)
    best = next((each for each in answer.advice if each.is_better), None)
    if best is None:
        return message(N_("No single change that was tried helps."))
    return message(N_("What helps most: {change}; {effect}."), change=best.change.text, effect=effect(best))


def _needed(need: Need, question: Question) -> Message:
    """Return how many people more are needed, where and when."""
    people = plural_message(N_("{n} person more"), N_("{n} people more"), need.more)
    share = Percent(round(1 - need.share_outgrown, 2))
    if need.ends_on is None:
        text = N_("It takes {people} at {level} from {first} on; then it holds in {share} of the runs.")
        return message(text, people=people, level=need.level, first=need.starts_on, share=share)
    if need.wave is None:
        text = N_("It takes {people} at {level} from {first} to {last}; then it holds in {share} of the runs.")
        return message(text, people=people, level=need.level, first=need.starts_on, last=need.ends_on, share=share)
    text = N_(
        "The wave of {wave} takes {people} at {level} from {first} to {last}; then it holds in {share} of the runs."
    )
    wave = question.waves[need.wave].date
    return message(
        text, wave=wave, people=people, level=need.level, first=need.starts_on, last=need.ends_on, share=share
    )


def effect(advice: Advice) -> Message:
    """Return what a change does: to the share of the runs, else to short breaches, else to what lies waiting."""
    share = Percent(round(1 - advice.share_outgrown, 2))
    if advice.gain > 0:
        return message(N_("then it holds in {share} of the runs"), share=share)
    if advice.spike_days < advice.spike_days_before:
        text = N_("then short breaches take {days} of a run instead of {before}")
        return message(text, days=_days(advice.spike_days), before=_days(advice.spike_days_before))
    text = N_("then at most {days} of work lie waiting instead of {before}")
    return message(text, days=_days(advice.backlog_days), before=_days(advice.backlog_days_before))


def _days(amount: float) -> Duration:
    return Duration(amount=round(amount, 1), unit=Unit.DAY)


def rests_on(answer: Answer) -> Message | None:
    """Return the weak figures that alone could turn the answer; None where there are none."""
    if not answer.rests_on:
        return None
    return message(N_("This rests on weak figures: {figures}."), figures=tuple(map(figure_name, answer.rests_on)))


def dates(outlook: Outlook) -> Message:
    """Return the days by which a tenth, half and nine tenths of all runs are outgrown, or that no date can be told."""
    early, middle, late = outlook.outgrown_on.early, outlook.outgrown_on.middle, outlook.outgrown_on.late
    outgrown = message(
        N_("outgrown in {share} of {runs} runs"), share=Percent(round(outlook.share_outgrown, 3)), runs=outlook.runs
    )
    if early is None:
        return message(N_("no date within the horizon: {outgrown}"), outgrown=outgrown)
    if middle is None:
        text = N_("no date within the horizon: {outgrown}; {tenth} of all by {early}")
        return message(text, outgrown=outgrown, tenth=TENTH, early=early)
    if late is None:
        text = N_("{outgrown}; {tenth} by {early}, half by {middle}")
        return message(text, outgrown=outgrown, tenth=TENTH, early=early, middle=middle)
    text = N_("{outgrown}; {tenth} by {early}, half by {middle}, {most} by {late}")
    return message(
        text, outgrown=outgrown, tenth=TENTH, early=early, middle=middle, most=NINE_TENTHS, late=late
    )  # fmt: skip


def exact(outgrown_on: date | None) -> Message:
    """Return what comes out at the middle figures, without any draw."""
    if outgrown_on is None:
        return message(N_("at the middle figures: not outgrown"))
    return message(N_("at the middle figures: outgrown from {day} on"), day=outgrown_on)


def spike(one: Spike) -> Message:
    """Return a short breach with its length."""
    return plural_message(
        N_("{first}: {n} open day"),
        N_("{first} to {last}: {n} open days"),
        one.open_days,
        first=Day(one.starts_on),
        last=Day(one.ends_on),
    )


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
        Taken(name=figure_name(each.name), value=figure_range(each), mark=each.mark, source=each.source)
        for each in question.figures
    )
    targets = (_target(channel.target, channel_name(channel.id)) for channel in question.channels)
    further = (_target(level.target, channel_name(level.id)) for level in question.levels if level.target)
    return tuple(sorted((*figures, *targets, *further), key=lambda each: each.mark is not Mark.STATED))


def _target(target: Target, what: Message) -> Taken:
    within = Duration(amount=round(target.within_seconds / 60, 1), unit=Unit.MINUTE)
    if target.within_seconds < LEAST_IN_MINUTES:
        within = Duration(amount=target.within_seconds, unit=Unit.SECOND)
    elif target.within_seconds >= LEAST_IN_HOURS:
        within = Duration(amount=round(target.within_hours, 1), unit=Unit.HOUR)
    value = message(N_("{share} within {length}"), share=Percent(target.share), length=within)
    return Taken(name=message(N_("target, {what}"), what=what), value=value, mark=target.mark, source=target.source)


LEAST_IN_MINUTES, LEAST_IN_HOURS = 120, 7200  # seconds
