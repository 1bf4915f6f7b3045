"""Page 1 of the plan: what a managing director signs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rollout_kit.compose.plan.conditions import verdict_box
from rollout_kit.compose.plan.freed import person_days
from rollout_kit.compose.plan.outlook import go_no_go, worst_case
from rollout_kit.compose.plan.planned import Desk
from rollout_kit.compose.plan.room import decisions_that_fit
from rollout_kit.compose.wording import DECISIONS_TODAY, plain, shortened, strong, within_sentence
from rollout_kit.document import Cell, Column, Field, Group, Heading, Node, Row, Table, Text
from rollout_kit.message import N_, plural_message
from rollout_kit.plan.cast import Cast

MOST_DECISIONS = 4
SERVICE_LENGTH = 48  # characters; the sentence must not exceed three lines


def page_one(desk: Desk) -> Node:
    """Return the first page: sentence, verdict, decisions, person-days, go/no-go, the worst case, signatures."""
    above = (
        Heading(level=1, text=_sentence(desk)),
        Text(spans=plain(_lead(desk)), manner="lead"),
        verdict_box(desk),
    )
    outlook = Group(role="columns", children=(go_no_go(desk), worst_case(desk)))
    below = (*person_days(desk), outlook, _signatures(desk))
    decisions = _decisions(desk, (*above, *below))
    return Group(role="page1", anchor="page-1", children=(*above, *decisions, *below))


def _sentence(desk: Desk) -> str:
    rollout, words = desk.result.case.rollout, desk.words
    day = words.full_date(desk.plan.go_live)
    if not rollout.about.service:
        name = shortened(rollout.about.name, SERVICE_LENGTH)
        return desk.say(N_("{rollout}: in use from {date} on."), rollout=name, date=day)
    service = shortened(within_sentence(rollout.about.service, words.tag), SERVICE_LENGTH)
    if rollout.users is None:
        return desk.say(
            N_("From {date} on, {house} works with {service}."), date=day, house=rollout.customer.name, service=service
        )
    people = plural_message(N_("{n} person works"), N_("{n} people work"), _beginners(desk) or rollout.users)
    return desk.say(N_("From {date} on, {people} with {service}."), date=day, people=people, service=service)


def _beginners(desk: Desk) -> int:
    """Return how many work with it from go-live on, where the waves say so; later ones are told below."""
    load = desk.result.case.rollout.load
    return sum(wave.users for wave in (load.waves if load else ()) if wave.date <= desk.plan.go_live)


def _lead(desk: Desk) -> str:
    rollout, words, plan = desk.result.case.rollout, desk.words, desk.plan
    kickoff = plan.task_at("kickoff")
    day = words.long_day(plan.first_day)
    has_place = kickoff is None or bool(kickoff.dates)
    parts = [
        desk.say(N_("Kickoff {day}."), day=day)
        if has_place
        else desk.say(N_("The kickoff on {day} has no place yet: not all who have to be there have time."), day=day)
    ]
    if plan.is_compressed:
        parts.append(
            desk.say(
                N_("A compressed plan of {days} days: what it leaves out is listed behind the tasks."), days=plan.days
            )
        )
    parts += _does_not_fit(desk)
    for wave in sorted(rollout.load.waves if rollout.load else (), key=lambda wave: wave.date)[:3]:
        site = rollout.site_by_id.get(wave.site or "")
        if site is not None:
            parts.append(desk.say(N_("{site} begins on {day}."), site=site.name, day=words.day_month(wave.date)))
    return " ".join(parts)


def _does_not_fit(desk: Desk) -> Iterator[str]:
    """Yield, where something has no place, the first day that would do: nobody should sign without knowing."""
    homeless = len(desk.plan.homeless)
    if not homeless:
        return
    if desk.plan.fits_on is None:
        text = plural_message(
            N_("{n} task has no place in this plan."), N_("{n} tasks have no place in this plan."), homeless
        )
        yield desk.words.text(text)
        return
    text = plural_message(
        N_("{n} task has no place in this plan; go-live on {day} has one for everything."),
        N_("{n} tasks have no place in this plan; go-live on {day} has one for everything."),
        homeless,
        day=desk.words.long_day(desk.plan.fits_on),
    )
    yield desk.words.text(text)


def _decisions(desk: Desk, others: Sequence[Node]) -> tuple[Node, ...]:
    """Return the decisions that page 1 has room for, of those that stand on the checklist."""
    words, decisions = desk.words, desk.result.decisions[:DECISIONS_TODAY]
    rows = tuple(
        Row(
            cells=(
                Cell(spans=strong(str(number))),
                Cell(spans=plain(words.text(decision.question))),
                Cell(spans=(desk.who(decision.decider),)),
            )
        )
        for number, decision in enumerate(decisions[:MOST_DECISIONS], 1)
    )
    columns = (
        Column(width_mm=7),
        Column(head=desk.say(N_("Question"))),
        Column(head=desk.say(N_("Decides")), width_mm=46, label=desk.say(N_("Decides"))),
    )
    title = desk.say(N_("To decide today"))
    table = Table(columns=columns, rows=rows, manner="page1", caption=title)
    rollout = desk.result.case.rollout
    houses = f"{rollout.customer.name} {desk.say(N_('and'))} {rollout.provider.name}"
    logos = sum(logo is not None for logo in desk.result.logos)
    fit = decisions_that_fit(others, table, paper=rollout.brand.paper, houses=houses, logos=logos)
    if fit < len(decisions):
        title = desk.say(N_("To decide today: {shown} of {count} questions"), shown=fit, count=len(decisions))
    return (Heading(level=2, text=title), replace(table, rows=rows[:fit])) if fit else ()


def _signatures(desk: Desk) -> Node:
    cast = Cast(desk.result.case.rollout, desk.result.case.playbook)
    place = desk.say(N_("Place, date"))
    signers = (("customer", cast.first("SP")), ("provider", cast.first("OL")))
    return Group(
        role="signatures",
        children=tuple(
            Field(
                kind="signature",
                label=desk.people.name(ref) if desk.people.is_named(ref) else "",
                house=desk.people.house(side),
                words=(place,),
            )
            for side, ref in signers
        ),
    )
