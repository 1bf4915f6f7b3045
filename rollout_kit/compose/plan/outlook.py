"""Go or no-go, and what happens if it goes wrong."""

from rollout_kit.compose.plan.planned import Desk
from rollout_kit.compose.wording import plain, shortened, strong
from rollout_kit.document import Cell, Column, Group, Heading, Node, Row, Span, Table
from rollout_kit.message import N_
from rollout_kit.plan.cast import Cast

LABEL_MM = 27
STOP_LENGTH = 72  # characters of a criterion that somebody wrote


def go_no_go(desk: Desk) -> Node:
    """Return when it is decided, by whom, on what, and the reserve date."""
    words, rollout = desk.words, desk.result.case.rollout
    task = desk.plan.task_at("go-no-go")
    cast = Cast(rollout, desk.result.case.playbook)
    decider = cast.first("DM")
    deputy = cast.deputy_of(decider)
    who = [desk.who(decider)]
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
    return _facts(desk.say(N_("Go or no-go")), lines)


def worst_case(desk: Desk) -> Node:
    """Return what stands still at worst, how long the way back takes, and when it closes."""
    words, rollout = desk.words, desk.result.case.rollout
    critical = [process for process in rollout.processes if process.critical]
    stop = critical[0] if critical else None
    if stop and stop.tolerable_stop:
        worst = plain(
            desk.say(N_("Standstill: {process}; {length} at most"), process=stop.name, length=stop.tolerable_stop)
        )
    elif stop:
        worst = plain(desk.say(N_("Standstill: {process}"), process=stop.name))
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
    return _facts(desk.say(N_("If it goes wrong")), lines)


def _facts(title: str, lines: list[tuple[str, tuple[Span, ...]]]) -> Node:
    rows = tuple(Row(cells=(Cell(spans=plain(label)), Cell(spans=spans))) for label, spans in lines)
    table = Table(columns=(Column(width_mm=LABEL_MM), Column()), rows=rows, caption=title)
    return Group(role="part", children=(Heading(level=2, text=title), Group(role="facts", children=(table,))))


def _open(desk: Desk) -> tuple[Span, ...]:
    return (Span(text=desk.say(N_("open, decided in the kickoff")), proposed=True),)
