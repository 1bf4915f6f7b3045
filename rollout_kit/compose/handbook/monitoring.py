"""Monitoring, load, capacity and costs: who sees that something is wrong, and what is expected of the desk."""

from rollout_kit.compose.handbook.book import Book, facts, row
from rollout_kit.compose.handbook.carried import carried
from rollout_kit.compose.handbook.chapter import Chapter, heading
from rollout_kit.compose.handbook.workload import Workload, workload_of
from rollout_kit.compose.wording import kept, strong
from rollout_kit.description.load import Load
from rollout_kit.description.quantities import Range
from rollout_kit.document import Column, Node, Row, Spans, Table
from rollout_kit.message import N_, Percent

_ACTIVITIES = ("monitoring", "capacity")


def monitoring(book: Book) -> Chapter | None:
    """Return the chapter; None where nothing is said of who watches, of the load, or of costs."""
    load = book.rollout.load
    if load is None and book.rollout.costs is None and not any(book.line(activity) for activity in _ACTIVITIES):
        return None
    told = carried(book)
    work = workload_of(book.rollout)
    return Chapter(
        key="monitoring",
        headline=told.headline if told else _headline(work, book),
        noted=(
            heading(book.say(N_("Who sees it first"))),
            _watch(book),
            *(told.noted if told else (*_load(work, book), *_waves(book))),
            *_capacity(load, book, is_told=told is not None),
            *_costs(book),
        ),
        full=told.full if told else (),
        subjects=("load", "costs", *(f"responsibilities.{activity}" for activity in _ACTIVITIES)),
        lead="OL",
        doer=book.cast.doer_of("monitoring"),
    )


def _headline(work: Workload | None, book: Book) -> str:
    if work is None or work.normal is None:
        return book.say(N_("It is not known yet how many contacts a week the service brings."))
    if work.at_first is None or work.minutes is None or work.desk_minutes is None:
        return book.say(N_("The service brings about {n} contacts a week."), n=round(work.normal.likely))
    need = book.words.effort(_whole_hours(work.at_first.likely * work.minutes.likely))
    text = N_("The first week brings the desk about {need} of work, and it has {hours}.")
    return book.say(text, need=need, hours=book.words.effort(_whole_hours(work.desk_minutes)))


def _whole_hours(minutes: float) -> int:
    return round(minutes / 60) * 60


def _watch(book: Book) -> Node:
    say = book.say
    return facts(
        book.fact(say(N_("Accountable")), _people(book, "monitoring", 0), say(N_("who answers for monitoring")), "OL"),
        book.fact(say(N_("Gets the alarm")), _people(book, "monitoring", 1), say(N_("who gets the alarm")), "OL"),
        book.fact(
            say(N_("Capacity and costs")), _people(book, "capacity", 0), say(N_("who answers for capacity and costs"))
        ),
    )


def _people(book: Book, activity: str, place: int) -> Spans | None:
    line = book.line(activity)
    named = ((line.accountable, line.responsible)[place] or ()) if line else ()
    return strong(book.people.names(named)) if named else None


# --- load ----------------------------------------------------------------------------------------


def _load(work: Workload | None, book: Book) -> tuple[Node, ...]:
    if work is None or work.normal is None:
        return ()
    say, title = book.say, book.say(N_("What is expected"))
    columns = (
        Column(head=""),
        *(Column(head=say(text), width_mm=20, align="right") for text in (N_("Least"), N_("Likely"), N_("Most"))),
    )
    rows = [_figures(say(N_("Contacts per person and month")), work.tickets, book)]
    rows.append(_figures(say(N_("Contacts a week, {n} people"), n=work.users), work.normal, book, digits=0))
    if work.at_first is not None:
        text = say(N_("Contacts in the first week, {n} people"), n=work.users_at_first)
        rows.append(_figures(text, work.at_first, book, digits=0))
    if work.minutes is not None:
        rows.append(_hours(say(N_("Work a week")), work.normal, work, book))
        if work.at_first is not None:
            rows.append(_hours(say(N_("Work in the first week")), work.at_first, work, book))
    table = Table(columns=columns, rows=tuple(rows), caption=title)
    return (heading(title), table, *_desk(work, book))


def _figures(label: str, figures: Range[float] | None, book: Book, digits: int | None = None) -> Row:
    return row(label, *(_number(value, book, digits) for value in _each(figures)))


def _hours(label: str, contacts: Range[float], work: Workload, book: Book) -> Row:
    assert work.minutes is not None
    pairs = zip(_each(contacts), _each(work.minutes), strict=True)
    return row(label, *((kept(book.words.effort(_whole_hours(count * minutes))),) for count, minutes in pairs))


def _each(figures: Range[float] | None) -> tuple[float, ...]:
    return (figures.low, figures.likely, figures.high) if figures else ()


def _number(value: float, book: Book, digits: int | None) -> Spans:
    return (kept(book.words.number(round(value) if digits == 0 else value)),)


def _desk(work: Workload, book: Book) -> tuple[Node, ...]:
    if work.desk_minutes is None:
        return (book.open_text(book.say(N_("how many hours a week the desk has for it")), "OL"),)
    text = book.say(
        N_("{hours} a week: {staff} people, less the {share} in which nobody can answer"),
        hours=book.words.effort(_whole_hours(work.desk_minutes)),
        staff=work.staff or 0,
        share=Percent(work.shrinkage),
    )
    return (facts(book.fact(book.say(N_("The desk has")), text)),)


def _waves(book: Book) -> tuple[Node, ...]:
    waves = book.rollout.load.waves if book.rollout.load else ()
    if not waves:
        return ()
    title = book.say(N_("Waves"))
    columns = (
        Column(head=book.say(N_("On")), width_mm=46),
        Column(head=book.say(N_("People")), width_mm=20, align="right"),
        Column(head=book.say(N_("Site"))),
    )
    sites = book.rollout.site_by_id
    rows = tuple(
        row((kept(book.words.date(wave.date)),), str(wave.users), sites[wave.site].name if wave.site in sites else "–")
        for wave in sorted(waves, key=lambda wave: wave.date)
    )
    return (heading(title), Table(columns=columns, rows=rows, caption=title))


# --- capacity and costs --------------------------------------------------------------------------


def _capacity(load: Load | None, book: Book, *, is_told: bool) -> tuple[Node, ...]:
    """Return what else is known of the load; figures that stand among those of the capacity model are left out."""
    if load is None:
        return ()
    say, words, rows = book.say, book.words, []
    if load.half_life and not is_told:
        text = say(N_("the additional contacts halve every {length}"), length=load.half_life)
        rows.append(book.fact(say(N_("The rush fades")), text))
    if load.growth_per_year and not is_told:
        text = say(N_("{share} a year"), share=Percent(load.growth_per_year.likely))
        rows.append(book.fact(say(N_("Growth")), text))
    if load.peak_hour_share and not is_told:
        text = say(N_("{share} of the contacts of a day"), share=Percent(load.peak_hour_share))
        rows.append(book.fact(say(N_("Busiest hour")), text))
    if load.load_test_factor is not None:
        text = say(N_("{n} times the expected load"), n=load.load_test_factor)
        rows.append(book.fact(say(N_("Tested with")), text))
    if load.horizon:
        rows.append(book.fact(say(N_("Looked ahead")), words.duration(load.horizon)))
    return (heading(say(N_("Capacity"))), facts(*rows)) if rows else ()


def _costs(book: Book) -> tuple[Node, ...]:
    costs, users, budget = book.rollout.costs, book.rollout.users, book.rollout.about.budget
    if costs is None or costs.per_user_month is None:
        return ()
    say, currency = book.say, budget.currency if budget else ""
    each = f"{currency} {book.words.number(costs.per_user_month, 2)}".strip()
    rows = [book.fact(say(N_("Per person and month")), (kept(each),))]
    if users:
        total = f"{currency} {book.words.number(round(costs.per_user_month * users))}".strip()
        rows.append(book.fact(say(N_("For {n} people a month"), n=users), (kept(total),)))
    if costs.measured:
        rows.append(book.fact(say(N_("Measured")), (kept(book.words.date(costs.measured)),)))
    return (heading(say(N_("Costs"))), facts(*rows))
