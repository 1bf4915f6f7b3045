"""What a short plan leaves out, what has to be said about dates, and the assumptions the plan rests on."""

from collections.abc import Iterator, Sequence

from rollout_kit.compose.assumed import share_assumed
from rollout_kit.compose.plan.planned import Desk
from rollout_kit.compose.wording import capitalised, plain, strong
from rollout_kit.document import Cell, Column, Group, Heading, Node, Row, Span, Table, Text
from rollout_kit.message import N_, Percent
from rollout_kit.plan.cast import Cast
from rollout_kit.plan.diary import ITEMS_PER_HALF_DAY, ORDINARY_FILL
from rollout_kit.plan.model import ASSUMED_SEATS, TO_BE_NAMED, LeftOut

_MANNERS = {
    "dropped": N_("not done"),
    "moved": N_("moved behind the plan"),
    "shortened": N_("shortened"),
    "fewer": N_("on fewer dates"),
}


def compressed(desk: Desk) -> Iterator[Node]:
    """Yield what this plan leaves out or shortens against one of 30 days; nothing where it does neither."""
    plan = desk.plan
    if not plan.left_out:
        return
    title = (
        desk.say(N_("Compressed: what {days} days cannot do"), days=plan.days)
        if plan.is_compressed
        else desk.say(N_("What was left out"))
    )
    listed = {manner: [item for item in plan.left_out if item.manner == manner] for manner in _MANNERS}
    rows = tuple(
        Row(cells=(Cell(spans=strong(capitalised(desk.say(_MANNERS[manner])))), Cell(spans=_left_out(desk, items))))
        for manner, items in listed.items()
        if items
    )
    columns = (
        Column(head=desk.say(N_("How")), width_mm=40),
        Column(head=desk.say(N_("Task, and the rules that notice it")), label=desk.say(N_("Task"))),
    )
    left_out = Table(columns=columns, rows=rows, caption=title)
    yield Group(role="part", anchor="compressed", children=(Heading(level=2, text=title), left_out, *_test_days(desk)))


def _test_days(desk: Desk) -> Iterator[Node]:
    """Yield the days on which a test may lie, with the tests on them: of a short plan they are few."""
    plan, words = desk.plan, desk.words
    title = desk.say(N_("Days on which a test may lie: {count}"), count=len(plan.test_days))
    note = desk.say(
        N_("They lie in the second half of the plan, both houses work, and three working days are left for repairs.")
    )
    tests = {
        day: [desk.name(task) for task in plan.tasks if task.is_test and day in task.dates] for day in plan.test_days
    }
    none = desk.say(N_("no test"))
    rows = tuple(
        Row(cells=(Cell(spans=strong(words.day(day))), Cell(spans=plain("; ".join(names) or none))))
        for day, names in tests.items()
    )
    columns = (
        Column(head=desk.say(N_("Day")), width_mm=40, label=desk.say(N_("Day"))),
        Column(head=desk.say(N_("Tests"))),
    )
    yield Heading(level=3, text=title)
    yield Text(spans=plain(note), manner="small")
    if rows:
        yield Table(columns=columns, rows=rows, caption=title)


def _left_out(desk: Desk, items: Sequence[LeftOut]) -> tuple[Span, ...]:
    """Return the tasks in one run, each with its rules in grey."""
    spans: list[Span] = []
    for item in items:
        if spans:
            spans.append(Span(text="; "))
        spans.append(Span(text=desk.words.text(item.name)))
        if item.codes:
            spans.append(Span(text=f" ({', '.join(item.codes)})", quiet=True))
    return tuple(spans)


def assumptions(desk: Desk) -> Node:
    """Return what the plan assumes where the description does not say, each marked as our own default."""
    words = desk.words
    title = desk.say(N_("Assumptions"))
    lines = [*_defaults(desk), *_seats(desk), *_shares(desk), *_method(desk)]
    rows = tuple(
        Row(cells=(Cell(spans=plain(what)), Cell(spans=plain(value)), Cell(spans=(Span(text=mark, quiet=True),))))
        for what, value, mark in lines
    )
    columns = (
        Column(head=desk.say(N_("What"))),
        Column(head=desk.say(N_("Assumed")), width_mm=62),
        Column(head=desk.say(N_("Rests on")), width_mm=40),
    )
    notes = [capitalised(words.text(note)) + "." for note in desk.result.case.calendars.notes]
    skipped = [
        desk.say(
            N_("{task}: the date {day} lies before the kickoff and is left out."),
            task=words.text(name),
            day=words.day(day),
        )
        for _, name, day in desk.plan.skipped
    ]
    assumed = share_assumed(desk.result, words)
    return Group(
        role="part",
        anchor="assumptions",
        children=(
            Heading(level=2, text=title),
            Table(columns=columns, rows=rows, caption=title),
            *(Text(spans=plain(line), manner="small") for line in (*notes, *skipped, assumed) if line),
        ),
    )


def _defaults(desk: Desk) -> Iterator[tuple[str, str, str]]:
    words, plan, ours = desk.words, desk.plan, desk.say(N_("our default, change it"))
    if plan.go_live_is_default:
        yield (
            desk.say(N_("Go-live")),
            desk.say(N_("{day}, the last working day of the plan"), day=words.day(plan.go_live)),
            ours,
        )
    if plan.kickoff != plan.first_day:
        moved = desk.say(N_("{day}, the first day on which both sides work"), day=words.day(plan.first_day))
        yield (
            desk.say(N_("Day 1, written as {day}"), day=words.day(plan.kickoff)),
            moved,
            desk.say(N_("the calendars of both sides")),
        )
    if any(ref in TO_BE_NAMED.values() for ref in {week.person for week in plan.weeks}):
        text = desk.say(N_("works its side's working days"))
        yield desk.say(N_("Whoever is still to be named")), text, ours


def _seats(desk: Desk) -> Iterator[tuple[str, str, str]]:
    """Yield what the number of sessions rests on, where the plan adds some for users."""
    words, ours = desk.words, desk.say(N_("our default, change it"))
    for_users = {one.id for one in desk.result.case.rollout.training or () if one.audience == "users"}
    added = [session for session in desk.plan.sessions if session.training in for_users and not session.is_fixed]
    if added:
        yield desk.say(N_("Seats kept for the ill")), desk.say(N_("one in ten of the people")), ours
    if any(session.seats is None for session in added):
        yield desk.say(N_("Seats per session where no room is named")), words.number(ASSUMED_SEATS), ours


def _shares(desk: Desk) -> Iterator[tuple[str, str, str]]:
    cast = Cast(desk.result.case.rollout, desk.result.case.playbook)
    for ref in dict.fromkeys(week.person for week in desk.plan.weeks if week.placed):
        person = desk.result.case.rollout.person_by_id.get(ref)
        if person is None or person.share is None:
            value = desk.say(N_("{share} of the week"), share=Percent(cast.share(ref)))
            yield (
                desk.say(N_("Time set free by {name}"), name=desk.people.name(ref)),
                value,
                desk.say(N_("our default, change it")),
            )


def _method(desk: Desk) -> Iterator[tuple[str, str, str]]:
    words, ours = desk.words, desk.say(N_("our default"))
    yield desk.say(N_("A day")), desk.say(N_("two half-days of four hours")), ours
    yield desk.say(N_("A week is filled with ordinary work to")), words.value(Percent(ORDINARY_FILL)), ours
    yield desk.say(N_("Things per person and half-day, at most")), words.number(ITEMS_PER_HALF_DAY), ours
    tries = desk.say(
        N_("first fit, up to {tries} further tries, seed {seed}"), tries=desk.plan.restarts, seed=str(desk.plan.seed)
    )
    yield desk.say(N_("How tasks were placed")), tries, desk.say(N_("the same file gives the same plan"))
    yield (
        desk.say(N_("Effort and order of the tasks")),
        desk.say(N_("the playbook {name}"), name=desk.result.case.playbook.name),
        ours,
    )
