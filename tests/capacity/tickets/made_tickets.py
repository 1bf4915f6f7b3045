"""Exports as the two systems write them, made from known figures, so that a test knows what must be found."""

import csv
import io
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TypeVar

WEEKDAYS = (0.24, 0.20, 0.19, 0.19, 0.18)
HOURS = {7: 0.05, 8: 0.12, 9: 0.16, 10: 0.13, 11: 0.10, 12: 0.05, 13: 0.10, 14: 0.11, 15: 0.09, 16: 0.06, 17: 0.03}


Picked = TypeVar("Picked")


@dataclass(frozen=True, kw_only=True)
class World:
    """What is true of the users who open these tickets."""

    users: int = 250
    rate: float = 1.1  # tickets per user and month, in the last month
    growth: float = 0.0
    first: date = date(2025, 9, 1)
    last: date = date(2026, 8, 31)
    channels: dict[str, float] = field(default_factory=lambda: {"phone": 0.6, "chat": 0.1, "ticket": 0.3})
    work: dict[str, float] = field(
        default_factory=lambda: {"phone": 12.0, "chat": 9.0, "ticket": 20.0}
    )  # minutes, mean
    wait_median: float = 5.0  # hours
    rollout_on: date | None = None
    factor: float = 1.0
    half_life: float = 21.0
    seed: int = 1


@dataclass(frozen=True, kw_only=True)
class Made:
    opened: datetime
    resolved: datetime | None
    channel: str
    minutes: float


def made(world: World) -> Iterator[Made]:
    """Yield tickets, Poisson by the day; one in twenty is still open, times of work are lognormal (sigma 0.8)."""
    chance = random.Random(world.seed)
    for n in range((world.last - world.first).days + 1):
        day = world.first + timedelta(days=n)
        for _ in range(_poisson(chance, _mean(world, day))):
            opened = datetime.combine(day, time(_pick(chance, HOURS), chance.randrange(60), chance.randrange(60)))
            channel = _pick(chance, world.channels)
            wait = chance.lognormvariate(math.log(world.wait_median), 1.2)
            work = chance.lognormvariate(math.log(world.work[channel]) - 0.32, 0.8)
            resolved = opened + timedelta(hours=wait) if chance.random() < 0.95 else None
            yield Made(opened=opened, resolved=resolved, channel=channel, minutes=work)


def servicenow(world: World, separator: str = ",") -> str:
    """Return the tickets with the headings of a list in ServiceNow."""
    names = {"phone": "Phone", "chat": "Chat", "ticket": "Self-service"}
    head = ["Number", "Caller", "Short description", "Opened", "Resolved", "Contact type", "Time worked"]
    rows = [
        [f"INC{n:07}", "=cmd|' /C calc'!A0", 'a "quoted"\nline', f"{one.opened}", f"{one.resolved or ''}",
         names[one.channel], f"{one.minutes * 60:.0f}"]
        for n, one in enumerate(made(world))
    ]  # fmt: skip
    return _table([head, *rows], separator)


def jira(world: World, separator: str = ";") -> str:
    """Return the tickets as a German Jira Service Management exports them."""
    names = {"phone": "Telefon", "chat": "Chat", "ticket": "E-Mail"}
    head = ["Zusammenfassung", "Vorgangsschlüssel", "Autor", "Erstellt", "Erledigt", "Benutzerdefiniertes Feld (Kanal)",
            "Benötigte Zeit"]  # fmt: skip
    rows = [
        ["Drucker", f"HD-{n}", "Müller, Jörg", _german(one.opened), _german(one.resolved), names[one.channel],
         f"{one.minutes // 60:.0f}h {one.minutes % 60:.0f}m"]
        for n, one in enumerate(made(world))
    ]  # fmt: skip
    return _table([head, *rows], separator)


_MONTHS = ("Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez")


def _german(moment: datetime | None) -> str:
    if moment is None:
        return ""
    half = "AM" if moment.hour < 12 else "PM"
    return f"{moment.day:02}/{_MONTHS[moment.month - 1]}/{moment:%y} {(moment.hour - 1) % 12 + 1}:{moment:%M} {half}"


def _table(rows: list[list[str]], separator: str) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue()


def _mean(world: World, day: date) -> float:
    if day.weekday() > 4:
        return 0.0
    level = math.pow(1 + world.growth, (day - world.last).days / 365.25)
    mean = world.users * world.rate * 12 / 365.25 * 7 * WEEKDAYS[day.weekday()] * level
    if world.rollout_on is not None and day >= world.rollout_on:
        mean *= 1 + (world.factor - 1) * math.pow(0.5, (day - world.rollout_on).days / world.half_life)
    return mean


def _poisson(chance: random.Random, mean: float) -> int:
    count, left = 0, math.exp(-mean)
    product = chance.random()
    while product > left:
        count += 1
        product *= chance.random()
    return count


def _pick(chance: random.Random, shares: dict[Picked, float]) -> Picked:
    return chance.choices(list(shares), list(shares.values()))[0]
