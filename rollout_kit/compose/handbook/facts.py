"""The facts that the standing prose of a playbook may name in braces. A block that names an unknown one is left out.

{customer} {provider}       names of the houses
{service} {rollout}         the service, and the name of the rollout
{users}                     how many people work with it
{go_live}                   the date
{service_hours}             hours in which users rely on it
{desk} {phone}              the team that answers, and the one number to call
{desk_hours} {opens_at}     its hours in words, and the hour at which most days begin
{service_owner} {operations_lead} {decision_maker} {sponsor}
                            people who hold that role in the file; nobody standing in
{major_incident_owner} {change_owner} {restore_owner} {access_owner} {legal_owner}
                            the one person accountable; unknown where there are two
{rto} {rpo} {backup_every}  recovery as promised, and how often a backup runs
{way_back}                  how long the way back takes
{leaver_within}             how fast a leaver is blocked
{first_notice} {next_notice}
                            how soon users hear of an outage with P1, how often from then on; else ours
{reserve}                   the reserve date of go-live
{pilot_from} {pilot_until}  the days of the pilot
{incident_notice}           how soon the provider tells of a security incident
{vendors}                   third parties by name
"""

from collections.abc import Callable
from datetime import date

from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.handbook.desk import desk_of, first_opening
from rollout_kit.compose.hours import hours_in_words
from rollout_kit.compose.wording import within_sentence
from rollout_kit.description.continuity import Access, Continuity, OutageNotice
from rollout_kit.description.quantities import WeekHours
from rollout_kit.description.tryout import Pilot
from rollout_kit.language.words import NO_BREAK
from rollout_kit.message import Duration, minutes

FIRST_NOTICE, NEXT_NOTICE = minutes(15), minutes(30)  # our default for P1

Fact = Callable[[Book], str | None]


def facts_of(book: Book) -> dict[str, str]:
    """Return the known facts by name."""
    known = {name: fact(book) for name, fact in FACTS.items()}
    return {name: value for name, value in known.items() if value}


def _role(key: str) -> Fact:
    def named(book: Book) -> str | None:
        return book.people.names(book.cast.named(key)[:1]) or None

    return named


def _owner(activity: str) -> Fact:
    def named(book: Book) -> str | None:
        line = book.line(activity)
        owners = (line.accountable or ()) if line else ()
        return book.people.name(owners[0]) if len(owners) == 1 else None

    return named


def _continuity(name: str) -> Fact:
    def said(book: Book) -> str | None:
        return book.length(getattr(book.rollout.continuity or Continuity(), name))

    return said


def _hours(hours: WeekHours | None, book: Book) -> str | None:
    return hours_in_words(hours, book.words) if hours else None


def _notice(name: str, default: Duration) -> Fact:
    def said(book: Book) -> str | None:
        stated = dict(getattr(book.rollout.outage_notice or OutageNotice(), name))
        return book.words.duration(stated.get("P1", default))

    return said


def _way_back(book: Book) -> str | None:
    rollback = (book.rollout.continuity or Continuity()).rollback
    return book.words.duration(rollback.takes) if rollback else None


def _date(day: date | None, book: Book) -> str | None:
    return book.words.date(day) if day else None


def _pilot(name: str) -> Fact:
    def said(book: Book) -> str | None:
        return _date(getattr(book.rollout.pilot or Pilot(), name), book)

    return said


def _users(book: Book) -> str | None:
    return book.words.number(book.rollout.users) if book.rollout.users else None


FACTS: dict[str, Fact] = {
    "customer": lambda book: book.rollout.customer.name,
    "provider": lambda book: book.rollout.provider.name,
    "service": lambda book: within_sentence(book.rollout.about.service, book.words.tag) or book.rollout.about.name,
    "rollout": lambda book: book.rollout.about.name,
    "users": _users,
    "go_live": lambda book: book.words.date(book.plan.go_live),
    "service_hours": lambda book: _hours(book.rollout.customer.hours, book),
    "desk": lambda book: desk_of(book.rollout).name,
    "phone": lambda book: desk_of(book.rollout).phone.replace(" ", NO_BREAK),
    "desk_hours": lambda book: _hours(desk_of(book.rollout).hours, book),
    "opens_at": lambda book: first_opening(desk_of(book.rollout).hours),
    "service_owner": _role("SO"),
    "operations_lead": _role("OL"),
    "decision_maker": _role("DM"),
    "sponsor": _role("SP"),
    "major_incident_owner": _owner("major_incident"),
    "change_owner": _owner("change_approval"),
    "restore_owner": _owner("restore"),
    "access_owner": _owner("access"),
    "legal_owner": _owner("legal_reporting"),
    "rto": _continuity("rto"),
    "rpo": _continuity("rpo"),
    "backup_every": _continuity("backup_every"),
    "way_back": _way_back,
    "first_notice": _notice("first", FIRST_NOTICE),
    "next_notice": _notice("updates", NEXT_NOTICE),
    "reserve": lambda book: _date(book.rollout.about.go_live_reserve, book),
    "pilot_from": _pilot("starts_on"),
    "pilot_until": _pilot("ends_on"),
    "leaver_within": lambda book: book.length((book.rollout.access or Access()).leaver_within),
    "incident_notice": lambda book: book.length(book.rollout.provider.incident_notice),
    "vendors": lambda book: book.words.names(vendor.name for vendor in book.rollout.vendors),
}
