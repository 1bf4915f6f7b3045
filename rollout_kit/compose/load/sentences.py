"""The sentences of an outlook: how long it holds, what gives way, what helps, and what that rests on."""

from rollout_kit.capacity.said import cut, dates, exact, rests_on, spikes, verdict, what_binds, what_helps
from rollout_kit.compose.load.shown import Shown
from rollout_kit.compose.wording import capitalised, plain, strong
from rollout_kit.document import Text
from rollout_kit.message import N_


def headline(shown: Shown) -> str:
    """Return how long it holds."""
    return shown.words.text(verdict(shown.question, shown.outlook))


def why(shown: Shown) -> Text:
    """Return what gives way first, and what helps most."""
    expectation, outlook = shown.expectation, shown.outlook
    use = dict(expectation.uses).get(expectation.binding_limit, 0.0)
    binds = what_binds(shown.question, outlook, expectation.binding_limit, use)
    helps = what_helps(shown.answer)
    return Text(spans=plain(f"{shown.words.text(binds)} {shown.words.text(helps)}"))


def when(shown: Shown) -> Text:
    """Return the dates with their share, what comes out at the middle figures, and short breaches."""
    told = [shown.words.text(dates(shown.outlook)), shown.words.text(exact(shown.expectation.outgrown_on))]
    further = (spikes(shown.expectation), cut(shown.question))
    told.extend(shown.words.text(each) for each in further if each is not None)
    return Text(spans=plain(" ".join(f"{capitalised(each)}." for each in told)))


def weak(shown: Shown) -> tuple[Text, ...]:
    """Return the weak figures that could turn the answer; empty where there are none."""
    told = rests_on(shown.answer)
    return () if told is None else (Text(spans=strong(shown.words.text(told))),)


def drawn(shown: Shown) -> Text:
    """Return the number of runs, the seed, and how sure a share is."""
    text = N_("{runs} runs, seed {seed}; a share is sure to {error} points.")
    outlook = shown.outlook
    error = round(outlook.sampling_error * 100, 1)
    return Text(spans=plain(shown.say(text, runs=outlook.runs, seed=str(outlook.seed), error=error)), manner="note")
