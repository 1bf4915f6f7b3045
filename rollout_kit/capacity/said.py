"""What an answer says, in no language yet: the same sentences on a terminal, in the handbook and in the plan."""

from datetime import date, timedelta
from math import isfinite

from rollout_kit.capacity.answer import Answer
from rollout_kit.capacity.answers import Advice, Expectation, Limit, Need, Outlook, Spike
from rollout_kit.capacity.changes import needs_text
from rollout_kit.capacity.level import Level
from rollout_kit.capacity.model import Question
from rollout_kit.capacity.names import figure_name, limit_name
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
)

TENTH, NINE_TENTHS = Percent(0.1), Percent(0.9)
FEW_SPIKES = 3


def verdict(question: Question, outlook: Outlook) -> Message:
    """Return whether support carries the load and until when, never a date without its share."""
    if not any(day.is_open for day in question.days):
        return message(
            N_("Nobody answers on any day until {until}: the first level is never open."), until=question.ends_on
        )
    share, middle = Percent(round(outlook.share_outgrown, 2)), outlook.outgrown_on.middle
    if outlook.is_scaling:
        return _people(question, _SCALING, until=question.ends_on)
    if outlook.share_outgrown == 0:
        return _people(question, _SPIKES, until=question.ends_on, n_days=outlook.longest_spike[2])
    tight = _tight(question, outlook)
    if not tight.staff:
        return message(N_("Nobody carries the load: there is nobody at {level}."), level=tight.id)
    place = None if tight is question.first_level else tight
    if middle is None:
        texts = _PROBABLY if place is None else _PROBABLY_AT
        return _people(question, texts, place, until=question.ends_on, share=share, runs=outlook.runs)
    begun = min((wave.date for wave in question.waves), default=question.starts_on)
    if middle - max(begun, question.starts_on) <= FROM_THE_START:
        return _people(question, _NEVER if place is None else _NEVER_AT, place, share=share, runs=outlook.runs)
    texts = _UNTIL if place is None else _UNTIL_AT
    return _people(question, texts, place, day=middle, share=share, runs=outlook.runs)


def _tight(question: Question, outlook: Outlook) -> Level:
    """Return the level that gives way first: who carries too much there is no matter of the people before it."""
    first = outlook.first_by[0].limit.value if outlook.first_by else ""
    return next((level for level in question.levels if level.id == first), question.first_level)


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
_PROBABLY_AT = (
    N_(
        "{n} person at {level} probably carries the load until {until}; "
        "in {share} of {runs} runs it is outgrown before."
    ),
    N_("{n} people at {level} probably carry the load until {until}; in {share} of {runs} runs it is outgrown before."),
)
_NEVER = (
    N_("{n} person does not carry the load from its first weeks on: it is outgrown in {share} of {runs} runs."),
    N_("{n} people do not carry the load from its first weeks on: it is outgrown in {share} of {runs} runs."),
)
_NEVER_AT = (
    N_(
        "{n} person at {level} does not carry the load from its first weeks on: "
        "it is outgrown in {share} of {runs} runs."
    ),
    N_(
        "{n} people at {level} do not carry the load from its first weeks on: it is outgrown in {share} of {runs} runs."
    ),
)
_UNTIL = (
    N_("{n} person carries the load until about {day}; within the horizon it is outgrown in {share} of {runs} runs."),
    N_("{n} people carry the load until about {day}; within the horizon it is outgrown in {share} of {runs} runs."),
)
_UNTIL_AT = (
    N_(
        "{n} person at {level} carries the load until about {day}; "
        "within the horizon it is outgrown in {share} of {runs} runs."
    ),
    N_(
        "{n} people at {level} carry the load until about {day}; "
        "within the horizon it is outgrown in {share} of {runs} runs."
    ),
)


def _people(question: Question, texts: tuple[str, str], level: Level | None = None, **parameters: Parameter) -> Message:
    staff = (level or question.first_level).staff
    if level is not None:
        parameters["level"] = level.id
    return Message(text=texts[0], plural=texts[1], count="n", parameters={"n": staff, **parameters})


def what_binds(question: Question, outlook: Outlook, binding: Limit, use: float) -> Message:
    """Return what gives way first; where nothing does, what is used most, as a part of what there is."""
    if outlook.is_scaling or not outlook.first_by:
        if not isfinite(use):
            return message(N_("Nearest to its end: {limit}."), limit=limit_name(binding))
        text = N_("Nearest to its end: {limit}, at most {use} in use.")
        return message(text, limit=limit_name(binding), use=Percent(round(use, 2)))
    first = outlook.first_by[0]
    share = Percent(round(first.share, 2))
    if first.wave is None:
        text = N_("First to give way: {limit}, in {share} of these runs.")
        return message(text, limit=limit_name(first.limit), share=share)
    wave = question.waves[first.wave]
    text = N_("First to give way: {limit}, after {day}, in {share} of these runs.")
    return message(text, limit=limit_name(first.limit), day=wave.date, share=share)


def what_helps(answer: Answer) -> Message:
    """Return the people who are missing, and when; else the one change that helps most, or that none is needed.

    Where people are missing at several levels, a change that is enough and takes nobody is told instead.
    """
    if answer.outlook.is_scaling:
        return message(N_("No change is needed for it."))
    simple = next((each for each in answer.advice if each.is_scaling and not each.change.people), None)
    if answer.need is not None and not (answer.need.also and simple):
        return _needed(answer.need, answer.expectation.question)
    if simple is not None:
        text = N_("One change is enough, without more people: {change}; {effect}.")
        return message(text, change=simple.change.text, effect=effect(simple))
    best = next((each for each in answer.advice if each.is_better), None)
    if best is None:
        return message(N_("No single change that was tried helps."))
    return message(N_("What helps most: {change}; {effect}."), change=best.change.text, effect=effect(best))


def _needed(need: Need, question: Question) -> Message:
    """Return how many people more are needed, where and when."""
    hours = Duration(amount=round(question.level(need.level).hours_per_week, 1), unit=Unit.HOUR)
    people = plural_message(
        N_("{n} person more ({hours} a week)"), N_("{n} people more ({hours} a week each)"), need.more, hours=hours
    )
    share = Percent(round(1 - need.share_outgrown, 2))
    if need.also:
        text = N_("It takes {changes}; then it holds in {share} of the runs.")
        return message(text, changes=needs_text(need), share=share)
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
    if round(advice.gain, 2) > 0:
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
        N_("outgrown in {share} of {runs} runs"), share=Percent(round(outlook.share_outgrown, 2)), runs=outlook.runs
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


def cut(question: Question) -> Message | None:
    """Return that less was looked ahead than the description asks for; None where it was not."""
    if not question.is_horizon_cut:
        return None
    return message(N_("looked ahead until {day} only, not as far as load.horizon asks for"), day=question.ends_on)


def exact(outgrown_on: date | None) -> Message:
    """Return what comes out at the middle figures, without any draw."""
    if outgrown_on is None:
        return message(N_("at the middle figures: not outgrown"))
    return message(N_("at the middle figures: outgrown from {day} on"), day=outgrown_on)


def spikes(expectation: Expectation) -> Message | None:
    """Return the short breaches at the middle figures, each where they are few; None where there is none."""
    found = expectation.spikes
    if not found:
        return None
    if len(found) <= FEW_SPIKES:
        told = tuple(_spike(one) for one in found)
        return message(N_("short breaches at the middle figures: {spikes}"), spikes=told)
    longest = max(found, key=lambda one: one.open_days)
    text = N_("{n} short breaches at the middle figures; the longest is {spike}")
    return message(text, n=len(found), spike=_spike(longest))


def _spike(one: Spike) -> Message:
    return plural_message(
        N_("{first}: {n} open day"),
        N_("{first} to {last}: {n} open days"),
        one.open_days,
        first=Day(one.starts_on),
        last=Day(one.ends_on),
    )
