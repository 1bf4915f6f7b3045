"""How the operation grows up: from launch to retirement, what is still done by hand, and what it costs."""

from collections.abc import Iterator
from datetime import timedelta

from rollout_kit.compose.handbook.book import Book, row
from rollout_kit.compose.handbook.chapter import heading
from rollout_kit.compose.wording import kept, plain
from rollout_kit.description.improvement import Maturity
from rollout_kit.document import Cell, Column, Group, Node, Row, Span, Table, Text
from rollout_kit.message import N_, Percent, minutes, plural_message
from rollout_kit.rules.maturity.not_standardised import LEAST_PERCENT

PHASES = {
    "launch": N_("launch"),
    "standardise": N_("standardise"),
    "automate": N_("automate"),
    "optimise": N_("optimise"),
    "retire": N_("retire"),
}
LAUNCH_DAYS = 60  # house value: so long may something stay in the launch phase


def growth(book: Book) -> tuple[Node, ...]:
    """Return what the description knows of it; empty where that is nothing."""
    return (*_path(book), *_by_hand(book), *_costs(book))


def _path(book: Book) -> tuple[Node, ...]:
    if not book.rollout.maturity:
        return ()
    title = book.say(N_("From launch to retirement"))
    columns = (
        Column(head=book.say(N_("What"))),
        Column(head=book.say(N_("Where it stands")), width_mm=86),
        Column(head=book.say(N_("Next")), width_mm=50),
    )
    rows = tuple(_stage(each, book) for each in book.rollout.maturity)
    table = Table(columns=columns, rows=rows, caption=title)
    if not any(each.phase == "launch" for each in book.rollout.maturity):
        return (heading(title), table)
    ours = book.say(N_("{n} days for the launch are our default."), n=LAUNCH_DAYS)
    return (heading(title), table, Text(spans=plain(ours), manner="note"))


def _stage(each: Maturity, book: Book) -> Row:
    phases: list[Span] = []
    for phase, word in PHASES.items():
        if phases:
            phases.append(Span(text=" → ", quiet=True))
        phases.append(Span(text=book.say(word), strong=phase == each.phase, quiet=phase != each.phase))
    since = book.say(N_("since {day}"), day=book.words.date(each.since)) if each.since else ""
    where = Cell(spans=tuple(phases), reason=since)
    return Row(
        cells=(*row(book.activity(each.id)).cells, where, Cell(spans=plain("; ".join(_next(each, book)) or "–")))
    )


def _next(each: Maturity, book: Book) -> Iterator[str]:
    if each.phase == "launch" and each.since:
        leaves = book.words.day(each.since + timedelta(days=LAUNCH_DAYS))
        yield book.say(N_("standardised by {day}"), day=leaves)
    if each.recurring and each.with_procedure is not None:
        is_enough = each.phase == "retire" or each.with_procedure * 100 >= LEAST_PERCENT * each.recurring
        enough = N_("{n} of {m} recurring topics have a procedure")
        text = enough if is_enough else N_("{n} of {m} recurring topics have a procedure, {least} are wanted")
        least = {} if is_enough else {"least": Percent(LEAST_PERCENT / 100)}
        yield book.say(text, n=each.with_procedure, m=each.recurring, **least)
    if each.phase == "optimise":
        asked = each.purpose_reviewed
        text = N_("asked for its purpose on {day}") if asked else N_("never asked for its purpose")
        yield book.say(text, **({"day": book.words.short_date(asked)} if asked else {}))
    if each.switch_off:
        yield book.say(N_("switched off on {day}"), day=book.words.day(each.switch_off))
    past = (each.licence_ends - each.switch_off).days if each.licence_ends and each.switch_off else 0
    if each.licence_ends and past > 0:
        yield book.words.text(
            plural_message(
                N_("licence paid until {day}, {n} day longer"),
                N_("licence paid until {day}, {n} days longer"),
                past,
                day=book.words.day(each.licence_ends),
            )
        )
    elif each.licence_ends:
        yield book.say(N_("licence paid until {day}"), day=book.words.day(each.licence_ends))


def _by_hand(book: Book) -> tuple[Node, ...]:
    tasks = sorted(book.rollout.manual_tasks, key=lambda task: -(task.minutes_per_month or 0))
    if not tasks:
        return ()
    title = book.say(N_("Done by hand, to be automated"))
    columns = (
        Column(head=book.say(N_("What"))),
        Column(head=book.say(N_("A month")), width_mm=28, align="right"),
        Column(head=book.say(N_("Automated by")), width_mm=40),
    )
    rows = tuple(
        row(
            task.name,
            (kept(_monthly(task.minutes_per_month, book)),),
            (kept(book.words.date(task.automate_by)),)
            if task.automate_by
            else (Span(mark="open", text=book.say(N_("no date"))),),
        )
        for task in tasks
    )
    return (heading(title), Table(columns=columns, rows=rows, caption=title))


def _monthly(amount: float | None, book: Book) -> str:
    return book.words.duration(minutes(amount)) if amount is not None else "–"


def _costs(book: Book) -> tuple[Node, ...]:
    costs = book.rollout.costs
    if costs is None or costs.per_user_month is None:
        return ()
    title = book.say(N_("What it costs"))
    budget = book.rollout.about.budget
    currency = budget.currency if budget and budget.currency else ""
    figure = " ".join(part for part in (currency, book.words.number(costs.per_user_month, 2)) if part)
    if costs.measured:
        text = N_("{amount} per person and month, measured on {day}.")
        said = book.say(text, amount=figure, day=book.words.date(costs.measured))
    else:
        said = book.say(N_("{amount} per person and month; when that was measured is not said."), amount=figure)
    return (Group(role="part", children=(heading(title), Text(spans=plain(said)))),)
