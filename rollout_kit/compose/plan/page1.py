"""Page 1 of the plan: what a managing director signs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rollout_kit.assess.verdict import Verdict
from rollout_kit.compose.plan.planned import DAY_MINUTES, Desk
from rollout_kit.compose.wording import capitalised, kept, plain, short_house, shortened, strong, verdict_mark
from rollout_kit.document import Cell, Column, Field, Group, Heading, Node, Row, Span, Table, Text
from rollout_kit.finding import Finding, Severity
from rollout_kit.message import N_, plural_message
from rollout_kit.plan.cast import Cast
from rollout_kit.plan.model import PersonRef

MOST_CONDITIONS = 3
MOST_DECISIONS = 4
MOST_PEOPLE = 4  # per house; page 1 must stay one page, on Letter too
CONDITION_LENGTH = 52  # characters that fit beside name and date
LABEL_MM = 27
STOP_LENGTH = 72

SECTIONS = {
    "responsibilities": N_("who is responsible for what"),
    "load": N_("the expected load and the licences"),
    "support": N_("how support is staffed"),
    "training": N_("who is trained, when and by whom"),
    "people": N_("the people of both sides"),
    "customer": N_("how many people work with it"),
}
"""What a missing section is about, in words for whoever signs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What has to be true before it can go on: words, who sees to it, until when."""

    text: str
    who: PersonRef
    until: date


def page_one(desk: Desk) -> Node:
    """Return the first page: sentence, verdict, decisions, person-days, go/no-go, the worst case, signatures."""
    return Group(
        role="page1",
        anchor="page-1",
        children=(
            Heading(level=1, text=_sentence(desk)),
            Text(spans=plain(_lead(desk)), manner="lead"),
            _verdict(desk),
            *_decisions(desk),
            *_person_days(desk),
            Group(role="columns", children=(_go_no_go(desk), _worst_case(desk))),
            _signatures(desk),
        ),
    )


def _sentence(desk: Desk) -> str:
    rollout, words = desk.result.case.rollout, desk.words
    service = rollout.about.service or rollout.about.name
    day = words.full_date(desk.plan.go_live)
    if rollout.users is None:
        return desk.say(
            N_("From {date} on, {house} works with {service}."), date=day, house=rollout.customer.name, service=service
        )
    people = plural_message(N_("{n} person works"), N_("{n} people work"), rollout.users)
    return desk.say(N_("From {date} on, {people} with {service}."), date=day, people=people, service=service)


def _lead(desk: Desk) -> str:
    rollout, words, plan = desk.result.case.rollout, desk.words, desk.plan
    parts = [desk.say(N_("Kickoff {day}."), day=words.long_day(plan.first_day))]
    if plan.is_compressed:
        parts.append(
            desk.say(N_("A compressed plan of {days} days: what it leaves out stands on its own page."), days=plan.days)
        )
    for wave in sorted(rollout.load.waves if rollout.load else (), key=lambda wave: wave.date)[:3]:
        site = rollout.site_by_id.get(wave.site or "")
        if site is not None:
            parts.append(desk.say(N_("{site} begins on {day}."), site=site.name, day=words.day_month(wave.date)))
    return " ".join(parts)


def _verdict(desk: Desk) -> Node:
    words, result = desk.words, desk.result
    conditions = list(_conditions(desk))
    counts = [sum(finding.severity is severity for finding in result.findings) for severity in reversed(Severity)]
    tested = desk.say(N_("{tested} of {applicable} rules tested"), tested=result.tested, applicable=result.applicable)
    found = desk.say(
        N_("Findings: {blockers} blocking, {high} high, {medium} medium"),
        blockers=counts[0],
        high=counts[1],
        medium=counts[2],
    )
    rows = tuple(
        Row(
            cells=(
                Cell(spans=plain(condition.text)),
                Cell(spans=(desk.people.span(condition.who),)),
                Cell(spans=(kept(desk.say(N_("by {day}"), day=words.day(condition.until))),)),
            )
        )
        for condition in conditions[:MOST_CONDITIONS]
    )
    columns = (Column(), Column(width_mm=34), Column(width_mm=31, align="right"))
    table = (
        (Table(columns=columns, rows=rows, manner="conditions", caption=desk.say(N_("Conditions"))),) if rows else ()
    )
    head = Text(
        spans=(Span(text=_verdict_words(desk, len(conditions)), strong=True, mark=verdict_mark(result.verdict)),)
    )
    note = Text(spans=(Span(text=tested, line_break=True), Span(text=found)), manner="note")
    return Group(role="verdict", children=(head, note, *table))


def _verdict_words(desk: Desk, count: int) -> str:
    said = {
        Verdict.TOO_LITTLE_KNOWN: N_("Too little is known to judge"),
        Verdict.NOT_READY: N_("Not ready yet"),
        Verdict.READY_WITH_CONDITIONS: N_("Ready with conditions"),
        Verdict.READY: N_("Ready"),
    }[desk.result.verdict]
    word = desk.say(said)
    if count > MOST_CONDITIONS:
        return desk.say(
            N_("{verdict}: the first {shown} of {count} points"), verdict=word, shown=MOST_CONDITIONS, count=count
        )
    return word


def _conditions(desk: Desk) -> Iterator[Condition]:
    """Yield what has to be done: for blockers first, then what could block and is not stated, then what weighs high.

    A condition is the task that cures the finding, and is said once however many findings it cures.
    """
    heavy = [finding for finding in desk.result.findings if finding.severity >= Severity.HIGH]
    blockers = [finding for finding in heavy if finding.severity is Severity.BLOCKER]
    found = [_condition(finding, desk) for finding in blockers]
    found += _unstated(desk)
    found += [_condition(finding, desk) for finding in heavy if finding.severity is Severity.HIGH]
    yield from dict.fromkeys(found)


def _condition(finding: Finding, desk: Desk) -> Condition:
    task = desk.plan.task_curing(finding.code, finding.path)
    if task is not None and task.ends_on is not None:
        return Condition(text=shortened(desk.name(task), CONDITION_LENGTH), who=task.lead, until=task.ends_on)
    text = shortened(capitalised(desk.words.text(finding.message)), CONDITION_LENGTH)
    return Condition(text=text, who=_owner(desk), until=desk.plan.first_day)


def _unstated(desk: Desk) -> list[Condition]:
    sections = [untested.missing[0].partition(".")[0] for untested in desk.result.untested if untested.could_block]
    said = [desk.say(N_("State: {what}"), what=desk.say(SECTIONS.get(section, section))) for section in sections]
    return [Condition(text=text, who=_owner(desk), until=desk.plan.first_day) for text in said]


def _owner(desk: Desk) -> PersonRef:
    return Cast(desk.result.case.rollout, desk.result.case.playbook).first("SO")


def _decisions(desk: Desk) -> tuple[Node, ...]:
    words, decisions = desk.words, desk.result.decisions
    if not decisions:
        return ()
    rows = tuple(
        Row(
            cells=(
                Cell(spans=strong(str(number))),
                Cell(spans=plain(words.text(decision.question))),
                Cell(spans=(desk.people.span(decision.decider),)),
            )
        )
        for number, decision in enumerate(decisions[:MOST_DECISIONS], 1)
    )
    columns = (
        Column(width_mm=7),
        Column(head=desk.say(N_("Question"))),
        Column(head=desk.say(N_("Decides")), width_mm=42, label=desk.say(N_("Decides"))),
    )
    title = desk.say(N_("To decide today"))
    return Heading(level=2, text=title), Table(columns=columns, rows=rows, manner="page1", caption=title)


def _person_days(desk: Desk) -> tuple[Node, ...]:
    minutes: dict[PersonRef, int] = {}
    for task in desk.plan.tasks:
        for booking in task.bookings:
            minutes[booking.person] = minutes.get(booking.person, 0) + booking.minutes
    longest = max(minutes.values(), default=0)
    if not longest:
        return ()
    sides = [_house_days(desk, side, minutes, longest) for side in ("customer", "provider")]
    return (
        Heading(level=2, text=desk.say(N_("What both houses set free"))),
        Group(role="columns", children=tuple(side for side in sides)),
    )


def _house_days(desk: Desk, side: str, minutes: dict[PersonRef, int], longest: int) -> Node:
    words = desk.words
    mine = {ref: total for ref, total in minutes.items() if desk.people.side(ref) == side}
    ordered = sorted(mine.items(), key=lambda item: (-item[1], item[0]))
    shown = len(ordered) if len(ordered) <= MOST_PEOPLE else MOST_PEOPLE - 1
    lines = [(desk.people.name(ref), total) for ref, total in ordered[:shown]]
    if rest := ordered[shown:]:
        lines.append((desk.say(N_("{count} others together"), count=len(rest)), sum(total for _, total in rest)))
    rows = tuple(
        Row(
            cells=(
                Cell(spans=plain(name)),
                Cell(spans=plain(words.number(total / DAY_MINUTES, 1))),
                Cell(bar=min(1.0, total / longest)),
            )
        )
        for name, total in lines
    )
    columns = (
        Column(head=short_house(desk.people.house(side)), width_mm=38),
        Column(head=words.number(sum(mine.values()) / DAY_MINUTES, 1), width_mm=13, align="right"),
        Column(head=desk.say(N_("person-days"))),
    )
    nodes: list[Node] = [Table(columns=columns, rows=rows, manner="days", caption=desk.people.house(side))]
    if side == "customer" and (note := _users_time(desk)):
        nodes.append(Text(spans=plain(note), manner="note"))
    return Group(role="part", children=tuple(nodes))


def _users_time(desk: Desk) -> str:
    trained = [
        (training.people or 0) * (training.duration.minutes if training.duration else 60)
        for training in desk.result.case.rollout.training or ()
        if training.audience == "users"
    ]
    days = sum(trained) / DAY_MINUTES
    return (
        desk.say(N_("And the users' own training: {days} person-days."), days=desk.words.number(days, 1))
        if days
        else ""
    )


def _facts(desk: Desk, title: str, lines: list[tuple[str, tuple[Span, ...]]]) -> Node:
    rows = tuple(Row(cells=(Cell(spans=plain(label)), Cell(spans=spans))) for label, spans in lines)
    table = Table(columns=(Column(width_mm=LABEL_MM), Column()), rows=rows, caption=title)
    return Group(role="part", children=(Heading(level=2, text=title), Group(role="facts", children=(table,))))


def _open(desk: Desk) -> tuple[Span, ...]:
    return (Span(text=desk.say(N_("open, decided in the kickoff")), proposed=True),)


def _go_no_go(desk: Desk) -> Node:
    words, rollout = desk.words, desk.result.case.rollout
    task = desk.plan.task_by_id.get("go-no-go")
    cast = Cast(rollout, desk.result.case.playbook)
    decider = cast.first("DM")
    deputy = cast.deputy_of(decider)
    who = [desk.people.span(decider)]
    if deputy:
        who.append(Span(text=desk.say(N_(", for whom {deputy} stands in"), deputy=desk.people.name(deputy))))
    when = strong(words.long_day(task.ends_on)) if task and task.ends_on else _open(desk)
    criteria = rollout.pilot.decision.criteria if rollout.pilot and rollout.pilot.decision else ""
    usual = desk.say(N_("a blocker is open, the restore failed or the desk is not trained"))
    stop = plain(shortened(criteria, STOP_LENGTH)) if criteria else (Span(text=usual, proposed=True),)
    stop_label = desk.say(N_("Measure")) if criteria else desk.say(N_("Stop if"))
    lines = [(desk.say(N_("When")), when), (desk.say(N_("Who")), tuple(who)), (stop_label, stop)]
    if rollout.about.go_live_reserve:
        lines.append((desk.say(N_("If no")), plain(words.long_day(rollout.about.go_live_reserve))))
    return _facts(desk, desk.say(N_("Go or no-go")), lines)


def _worst_case(desk: Desk) -> Node:
    words, rollout = desk.words, desk.result.case.rollout
    critical = [process for process in rollout.processes if process.critical]
    stop = critical[0] if critical else None
    if stop and stop.tolerable_stop:
        worst = plain(
            desk.say(N_("{process} stands still; {length} at most"), process=stop.name, length=stop.tolerable_stop)
        )
    elif stop:
        worst = plain(desk.say(N_("{process} stands still"), process=stop.name))
    else:
        worst = _open(desk)
    rollback = rollout.continuity.rollback if rollout.continuity else None
    back = strong(words.duration(rollback.takes)) if rollback else _open(desk)
    left = (
        plain(desk.say(N_("when less than {length} are left"), length=rollback.point_of_no_return))
        if rollback and rollback.point_of_no_return
        else _open(desk)
    )
    lines = [
        (desk.say(N_("At worst")), worst),
        (desk.say(N_("Way back")), back),
        (desk.say(N_("No return")), left),
    ]
    return _facts(desk, desk.say(N_("If it goes wrong")), lines)


def _signatures(desk: Desk) -> Node:
    cast = Cast(desk.result.case.rollout, desk.result.case.playbook)
    place = desk.say(N_("Place, date"))
    signers = (("customer", cast.first("SP")), ("provider", cast.first("OL")))
    return Group(
        role="signatures",
        children=tuple(
            Field(kind="signature", label=desk.people.name(ref), house=desk.people.house(side), words=(place,))
            for side, ref in signers
        ),
    )
