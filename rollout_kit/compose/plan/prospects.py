"""Will it be ready in time: the chance, its chart, and what would help a plan in which not everything has its place."""

import math
from collections.abc import Iterator
from datetime import date, timedelta

from rollout_kit.compose.plan.planned import Desk
from rollout_kit.compose.wording import plain, strong
from rollout_kit.document import Cell, Chart, Column, Group, Heading, Node, Row, Span, Table, Text
from rollout_kit.document.charts import StaircaseData
from rollout_kit.message import N_, Day, Message, Percent, message, plural_message
from rollout_kit.plan.chance import COMMON_FACTOR, OWN_FACTOR, WANTED_SHARE, Chance
from rollout_kit.plan.model import State
from rollout_kit.plan.relief import AbsenceMoved, LaterGoLive, LongerPlan, MoreShare, Relief

MOST_LEFT_OVER = 3
MOST_RELIEFS = 8
STEPS = (0.0, 0.5, 1.0)


def prospects(desk: Desk) -> Iterator[Node]:
    """Yield how likely everything is done by go-live, and what would help; nothing where it was not reckoned."""
    if desk.result.prospects is None:
        return
    children = (*_relief(desk, desk.result.prospects.reliefs), *_chance(desk, desk.result.prospects.chance))
    yield Group(role="part", anchor="prospects", children=children)


def _chance(desk: Desk, chance: Chance) -> Iterator[Node]:
    ready, error = chance.by_day[0][1], math.ceil(chance.sampling_error * 100) / 100
    yield Heading(level=2, text=desk.say(N_("Ready in time?")))
    told = [
        desk.say(
            N_("In {ready} of {runs} runs with other efforts ({share}, give or take {error}), everything that go-live "
               "waits for is done in time."),
            ready=ready, runs=chance.runs, share=Percent(chance.share), error=Percent(error),
        ),
        *_wanted(desk, chance),
    ]  # fmt: skip
    yield Text(spans=plain(" ".join(told)))
    yield Text(spans=plain(" ".join([*_proof(desk), _method(desk, chance)])), manner="small")
    if ready < chance.runs:
        yield _chart(desk, chance)


def _proof(desk: Desk) -> Iterator[str]:
    """Yield how near the plan is to the best possible one; nothing where something may have a place that none found."""
    proof = desk.plan.proof
    if proof is None or proof.open_tasks or len(desk.plan.homeless):
        return
    day, half = proof.ready
    ready = desk.say(N_("{day}, before noon") if half == 0 else N_("{day}, after noon"), day=Day(day))
    if proof.is_proven:
        yield desk.say(
            N_("As it is written, all of it is done on {ready}; no plan can be earlier, and this is proven."),
            ready=ready,
        )
        return
    text = plural_message(
        N_("As it is written, all of it is done on {ready}: at most {n} half-day later than the best there can be."),
        N_("As it is written, all of it is done on {ready}: at most {n} half-days later than the best there can be."),
        proof.gap_half_days,
        ready=ready,
    )
    yield desk.words.text(text)


def _wanted(desk: Desk, chance: Chance) -> Iterator[str]:
    names = desk.plan.task_by_id
    always = chance.runs if not chance.by_day[0][1] else 0  # where no run is ready, what no run has a place for
    left = [
        desk.say(N_("{task} ({n} of {runs} runs)"), task=names[each.task].name, n=each.runs, runs=chance.runs)
        for each in chance.left_over[:MOST_LEFT_OVER]
        if each.task in names and each.runs >= always
    ]
    if left:
        yield desk.say(N_("What is left over most often: {tasks}."), tasks=tuple(left))
    if chance.wanted_on is None:
        yield desk.say(N_("No day within four weeks brings it to {share}."), share=Percent(WANTED_SHARE))
    elif chance.wanted_on != desk.plan.go_live:
        day = desk.words.long_day(chance.wanted_on)
        yield desk.say(N_("With go-live on {day} it is {share} or more."), day=day, share=Percent(WANTED_SHARE))


def _method(desk: Desk, chance: Chance) -> str:
    least, most = OWN_FACTOR[0] * COMMON_FACTOR[0], OWN_FACTOR[1] * COMMON_FACTOR[1]
    return desk.say(
        N_("Each run multiplies the effort of every task by {least} to {most}, a third more on average, and plans "
           "anew; meetings last as long as they are written. These are defaults of ours; seed {seed}."),
        least=round(least, 1), most=round(most, 1), seed=str(chance.seed),
    )  # fmt: skip


def _chart(desk: Desk, chance: Chance) -> Node:
    words, runs = desk.words, chance.runs
    points = tuple((day, ready / runs) for day, ready in chance.by_day)
    (first, _), (last, at_last) = points[0], points[-1]
    crossing = next(((day, share) for day, share in points[1:] if day == chance.wanted_on), None)
    day = words.day(chance.wanted_on) if chance.wanted_on else ""
    data = StaircaseData(
        starts_on=first,
        ends_on=last + timedelta(days=1),
        points=points,
        target=WANTED_SHARE,
        target_words=words.percent(WANTED_SHARE),
        steps=tuple((step, words.percent(step)) for step in STEPS),
        days=tuple((day, words.day(day)) for day, _ in points),
        end_words=desk.say(N_("{share} ready"), share=Percent(at_last)),
        end_note=desk.say(N_("with go-live on {day}"), day=Day(last)),
        crossing=crossing,
        crossing_words=day,
    )
    return Chart(
        headline=_headline(desk, chance, first),
        reading=desk.say(N_("Right: go-live on a later day. Up: the share of runs in which everything is done.")),
        data=data,
        description=desk.say(N_("The share of runs that are ready, by the day of go-live.")),
    )


def _headline(desk: Desk, chance: Chance, first: date) -> str:
    share, day = Percent(chance.share), desk.words.day(first)
    if chance.wanted_on is None or chance.wanted_on == first:
        return desk.say(N_("{share} ready on {day}"), share=share, day=day)
    return desk.say(
        N_("{share} ready on {day}, {wanted} or more from {later} on"),
        share=share, day=day, wanted=Percent(WANTED_SHARE), later=Day(chance.wanted_on),
    )  # fmt: skip


def _relief(desk: Desk, reliefs: tuple[Relief, ...]) -> Iterator[Node]:
    if not reliefs:
        return
    homeless = len(desk.plan.homeless)
    late = sum(task.state is State.LATE for task in desk.plan.tasks)
    title = desk.say(N_("What would help"))
    today = Cell(spans=(Span(text=desk.say(N_("As it is written today")), quiet=True),))
    rows = (
        Row(cells=(today, _count(desk, homeless), _count(desk, late))),
        *(_row(desk, relief, homeless) for relief in reliefs[:MOST_RELIEFS]),
    )
    columns = (
        Column(head=desk.say(N_("One change"))),
        Column(head=desk.say(N_("Without a place")), width_mm=30, align="right"),
        Column(head=desk.say(N_("Late")), width_mm=24, align="right"),
    )
    note = desk.say(N_("Each change planned anew by itself, with the same seed; tasks are counted."))
    yield Heading(level=2, text=title)
    yield Text(spans=plain(note), manner="small")
    yield Table(columns=columns, rows=rows, caption=title)


def _row(desk: Desk, relief: Relief, homeless: int) -> Row:
    said = desk.words.text(change_words(desk, relief))
    helps = relief.homeless < homeless
    return Row(
        cells=(
            Cell(spans=strong(said) if helps else plain(said)),
            _count(desk, relief.homeless),
            _count(desk, relief.late),
        )
    )


def _count(desk: Desk, number: int) -> Cell:
    return Cell(spans=plain(desk.words.number(number)))


def change_words(desk: Desk, relief: Relief) -> Message:
    """Return a change as a message: what to write instead of what."""
    match relief.change:
        case MoreShare(person=ref, share=share, instead_of=today):
            return message(
                N_("{name} has {share} of the week for it instead of {today}"),
                name=desk.people.name(ref), share=Percent(share), today=Percent(today),
            )  # fmt: skip
        case AbsenceMoved(person=ref, starts_on=first, ends_on=last) if first == last:
            return message(N_("{name} is there on {day}"), name=desk.people.name(ref), day=Day(first))
        case AbsenceMoved(person=ref, starts_on=first, ends_on=last):
            text = N_("{name} is there from {first} to {last}")
            return message(text, name=desk.people.name(ref), first=Day(first), last=Day(last))
        case LaterGoLive(day=day):
            return message(N_("Go-live on {day}"), day=Day(day))
        case LongerPlan(days=days):
            return plural_message(N_("A plan of {n} day"), N_("A plan of {n} days"), days)
