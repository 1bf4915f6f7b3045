"""The one number to call: whose it is, when somebody answers, and what happens outside these hours."""

from dataclasses import dataclass

from rollout_kit.compose.handbook.book import Book
from rollout_kit.compose.hours import clock
from rollout_kit.description.people import Team
from rollout_kit.description.quantities import WeekHours
from rollout_kit.description.rollout import Rollout
from rollout_kit.message import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Whom users call. `team` None and an empty `phone` mean that nobody has said it yet."""

    team: Team | None
    phone: str
    hours: WeekHours | None
    languages: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name of the team, empty where there is none."""
        return self.team.name if self.team else ""


def desk_of(rollout: Rollout) -> Desk:
    """Return the desk: the team of `support.L1`, else the team called desk, else the only team."""
    level = rollout.support_by_id.get("L1")
    team = rollout.team_by_id.get(level.team) if level and level.team else None
    if team is None:
        only = rollout.teams[0] if len(rollout.teams) == 1 else None
        team = rollout.team_by_id.get("desk", only)
    hours = level.hours if level and level.hours else team.hours if team else None
    return Desk(team=team, phone=team.phone if team else "", hours=hours, languages=level.languages if level else ())


def languages_in_words(desk: Desk, book: Book) -> str:
    """Return the languages of the desk as a list: German and French."""
    return book.words.names(book.words.language(tag) for tag in desk.languages)


def outside_hours(desk: Desk, book: Book) -> tuple[str, str] | None:
    """Return the way outside the desk's hours: what holds, and what to do. None where nothing is known of either."""
    on_call = book.rollout.on_call
    if desk.hours is not None and desk.hours.is_always:
        return book.say(N_("Somebody answers at any hour")), ""
    if on_call is not None and on_call.people:
        names = book.people.names(on_call.people)
        reachable = (on_call.team or "", *on_call.people)
        phone = next((phone for ref in reachable if (phone := book.people.phone(ref))), "")
        return book.say(N_("Outside these hours on call: {names}"), names=names), phone
    if desk.hours is None:
        return None
    first = first_opening(desk.hours)
    if not first:
        return book.say(N_("Outside these hours nobody answers")), ""
    return (
        book.say(N_("Outside these hours nobody answers")),
        book.say(N_("the next answer comes on the next working day at {time}"), time=first),
    )


def first_opening(hours: WeekHours | None) -> str:
    """Return the hour at which most days begin; empty where no hours are known."""
    if hours is None or not hours.stretches:
        return ""
    openings = [hours.on(day)[0].starts_at for day in range(7) if hours.on(day)]
    return clock(max(sorted(openings), key=openings.count))
