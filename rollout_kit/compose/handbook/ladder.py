"""The ladder of escalation over time, against what users are promised for the worst priority."""

from collections.abc import Sequence

from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.wording import short_house
from rollout_kit.description.service_levels import EscalationStep
from rollout_kit.document import Chart
from rollout_kit.document.charts import LadderData, LadderStep
from rollout_kit.message import N_, Duration, Percent, Unit

MOST_STEPS = 8  # of a picture on one page; a longer ladder is a table

WORST = "P1"
BY = {"phone": N_("phone"), "portal": N_("portal"), "mail": N_("mail"), "chat": N_("chat")}

_DAYS = (Unit.DAY, Unit.WEEK, Unit.MONTH)


def ladder_chart(steps: Sequence[EscalationStep], book: Book) -> Chart:
    """Return the picture of the levels, which come in order of time."""
    promise = promised_resolution(book)
    data = LadderData(
        steps=tuple(_step(step, book) for step in steps),
        ticks=_ticks(steps, promise, book),
        promise=promise.minutes if promise else None,
        promise_words=book.words.duration(promise) if promise else "",
        promise_note=book.say(N_("{priority} solved, promised"), priority=WORST) if promise else "",
    )
    said = "; ".join(f"{step.when}: {step.who}, {step.phone}" for step in data.steps)
    headline = _headline(steps, promise, book)
    return Chart(headline=headline, reading=_reading(steps, promise, book), data=data, description=f"{headline} {said}")


def promised_resolution(book: Book) -> Duration | None:
    """Return how soon the worst priority is to be solved; None where that is not known in hours.

    A day of business hours is no length of its own: it differs by house.
    """
    levels = book.rollout.service_levels
    priorities = levels.priorities if levels else ()
    promised = next((priority.promised for priority in priorities if priority.id == WORST), None)
    if promised is None or promised.resolution is None or not promised.resolution.minutes:
        return None
    is_elastic = promised.clock == "business" and promised.resolution.unit in _DAYS
    return None if is_elastic else promised.resolution


def after_in_words(length: Duration, book: Book) -> str:
    """Return how long after the start: at once, 30 min."""
    return book.words.duration(length) if length.minutes else book.say(N_("at once"))


def _headline(steps: Sequence[EscalationStep], promise: Duration | None, book: Book) -> str:
    last = steps[-1]
    if promise is not None and last.after.minutes > promise.minutes:
        text = N_("{name} is called after {length}, later than the promised {promise}.")
        return book.say(text, name=book.people.name(last.who), length=last.after, promise=promise)
    waits = [step.after for step in steps if step.after.minutes]
    if len(steps) == 1:
        return book.say(N_("There is one level only: {name}."), name=book.people.name(last.who))
    if not waits:
        return book.say(N_("All levels are called at once."))
    return book.say(N_("Whoever has heard nothing after {length} calls the next level."), length=waits[0])


def _reading(steps: Sequence[EscalationStep], promise: Duration | None, book: Book) -> str:
    last = steps[-1]
    if promise is None:
        return book.say(N_("How soon {priority} is to be solved is not known in hours yet."), priority=WORST)
    return book.say(
        N_("When the last level is called, {spent} of the promised {promise} are over: {share}."),
        spent=last.after if last.after.minutes else book.say(N_("nothing")),
        promise=promise,
        share=Percent(last.after.minutes / promise.minutes),
    )


def _step(step: EscalationStep, book: Book) -> LadderStep:
    when = book.say(N_("after {length}"), length=step.after) if step.after.minutes else after_in_words(step.after, book)
    if step.by != "phone":
        when = book.say(N_("{when}, by {channel}"), when=when, channel=book.say(BY[step.by]))
    name = book.people.name(step.who)
    if step.who in book.rollout.person_by_id:
        organisation = book.rollout.person_by_id[step.who].organisation
        name = f"{name}, {short_house(book.people.house(organisation)).partition(' ')[0]}"
    phone = book.people.phone(step.who) or book.say(N_("number missing"))
    return LadderStep(minutes=step.after.minutes, when=when, who=name, phone=phone)


def _ticks(steps: Sequence[EscalationStep], promise: Duration | None, book: Book) -> tuple[tuple[float, str], ...]:
    """Return the times on the axis, those first that must be read where there is no room for all."""
    lengths = [length for length in (promise, *(step.after for step in steps)) if length and length.minutes]
    named = {length.minutes: book.words.duration(length) for length in reversed(lengths)}
    ordered = dict.fromkeys(length.minutes for length in lengths)
    return ((0.0, "0"), *((minutes, named[minutes]) for minutes in ordered))
