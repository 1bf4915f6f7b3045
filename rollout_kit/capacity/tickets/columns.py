"""Which column of an export holds what, by the headings of ServiceNow, Jira Service Management and others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rollout_kit.capacity.tickets.lengths import SECONDS, unit_of
from rollout_kit.description.nearest import nearest
from rollout_kit.description.table_text import as_word
from rollout_kit.errors import RolloutKitError
from rollout_kit.message import N_, Message, message

Column = Literal["opened", "resolved", "channel", "worked"]
COLUMNS: tuple[Column, ...] = ("opened", "resolved", "channel", "worked")

ChannelName = Literal["phone", "chat", "ticket"]
CHANNELS: tuple[ChannelName, ...] = ("phone", "chat", "ticket")

_MOST_NAMED = 20  # headings that an error lists; house value

# Headings as `as_word` makes them, the best first: English and German labels, the names of fields in exports by address
# (`opened_at`) and of the data pipeline (`created_date`), French where it differs.
_PRESETS: Mapping[str, Mapping[Column, str]] = {
    "ServiceNow": {
        "opened": "opened|opened at|eroeffnet|eroeffnet am|geoeffnet|geoeffnet am|ouvert|ouvert le"
        "|created|created on|sys created on|erstellt|erstellt am",
        "resolved": "resolved|resolved at|geloest|geloest am|resolu|resolu le|closed|closed at|geschlossen"
        "|geschlossen am|abgeschlossen|ferme|ferme le",
        "channel": "contact type|channel|kontaktart|kontakttyp|kanal|type de contact|canal",
        "worked": "time worked|arbeitszeit|bearbeitungszeit|aufgewendete zeit|temps travaille",
    },
    "Jira": {
        "opened": "created|created date|erstellt|cree|date de creation",
        "resolved": "resolved|resolution date|erledigt|geloest|resolue|resolu",
        "channel": "request channel|request channel type|channel|kanal|anfragekanal|source|quelle|canal",
        "worked": "time spent|sum time spent|benoetigte zeit|aufgewendete zeit|zeitaufwand|erfasste arbeit|temps passe",
    },
    "": {
        "opened": "opened|opened on|opened at|created|created on|created at|creation date|date created|reported"
        "|reported on|erstellt|erstellt am|erstelldatum|erstellungsdatum|eroeffnet|eroeffnet am|gemeldet am|erfasst"
        "|erfasst am|eingang|eingangsdatum|angelegt am|datum|date",
        "resolved": "resolved|resolved on|resolved at|solved|solved at|closed|closed at|closed on|geloest|geloest am"
        "|erledigt|erledigt am|geschlossen|geschlossen am|abgeschlossen am|behoben am|loesungsdatum",
        "channel": "channel|source|contact type|via|origin|kanal|quelle|kontaktart|eingangskanal|meldeweg|herkunft",
        "worked": "time worked|time spent|worked|handling time|work time|aufwand|arbeitszeit|bearbeitungszeit"
        "|zeitaufwand",
    },
}
_SIGNS = {
    "ServiceNow": "number|nummer|sys id|opened at|time worked|contact type|kontaktart|assignment group"
    "|zuweisungsgruppe|short description|kurzbeschreibung|incident state",
    "Jira": "issue key|issue type|issue id|vorgangsschluessel|vorgangstyp|vorgangs id|schluessel|time spent|project key"
    "|summary|zusammenfassung|reporter|autor|request type",
}
"""Headings that only one of them has beside those above."""

_OWN_FIELDS = ("custom field ", "benutzerdefiniertes feld ", "champ personnalise ")
_IN_SECONDS = {name for preset in ("ServiceNow", "Jira") for name in _PRESETS[preset]["worked"].split("|")}

_CHANNELS: Mapping[ChannelName, str] = {
    "phone": "phone|telephone|telefon|phone call|call|anruf|voice|hotline|tel|telefonisch|appel|walk in|in person"
    "|persoenlich|vor ort|besuch|direct|direkt",
    "chat": "chat|live chat|virtual agent|instant messaging|messaging|teams|ms teams|microsoft teams|slack|sms|whatsapp"
    "|virtueller agent|chatbot",
    "ticket": "ticket|email|e mail|mail|courriel|self service|selfservice|self service portal|portal|portail|web"
    "|website|webformular|form|formular|api|jira|jira service management|customer portal|service portal|service catalog"
    "|help center|kundenportal|widget|anywhere|mobile|app|internal|agent",
}
# Who stands at the desk waits as one on the phone does.
_CHANNEL_OF = {word: channel for channel, words in _CHANNELS.items() for word in words.split("|")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where each column stands, counted from 0, by which heading; `system` is empty where it is none of the two.

    `unit` is what a plain number in the column of work means, in minutes.
    """

    system: str
    places: Mapping[Column, int]
    headings: Mapping[Column, str]
    unit: float | None


def columns_of(head: Sequence[str], wanted: Mapping[Column, str], file: str) -> Columns:
    """Return the columns of a first line; those that are `wanted` by name come before those that are known.

    Raises:
        RolloutKitError: a wanted heading is not there, or none says when tickets were opened.
    """
    words = [_heading(cell) for cell in head]
    without_units = [word.rpartition(" ")[0] if unit_of(word) else word for word in words]
    system = _system_of(words)
    places: dict[Column, int] = {}
    for column in COLUMNS:
        if column in wanted:
            places[column] = _wanted(wanted[column], words, head, file)
            continue
        place = _known(_PRESETS[system][column], without_units if column == "worked" else words)
        if place is not None and place not in places.values():
            places[column] = place
    if "opened" not in places:
        raise RolloutKitError(
            message(N_('"{file}" has no column that says when a ticket was opened'), file=file),
            help=message(N_('name it: --columns opened="…"; its first line says {headings}'), headings=_listed(head)),
        )
    worked = words[places["worked"]] if "worked" in places else ""
    unit = unit_of(worked) or (SECONDS if worked in _IN_SECONDS else None)
    headings = {column: head[place].strip() for column, place in places.items()}
    return Columns(system=system, places=places, headings=headings, unit=unit)


def channel_of(cell: str) -> ChannelName | None:
    """Return the channel of a cell, None for one that is not known."""
    return _CHANNEL_OF.get(as_word(cell))


def _heading(cell: str) -> str:
    word = as_word(cell.replace("Σ", "sum "))
    return next((word.removeprefix(own) for own in _OWN_FIELDS if word.startswith(own)), word)


def _system_of(words: Sequence[str]) -> str:
    """Return whose headings these are; nothing where no more than one speaks for either."""
    signs = {system: sum(word in words for word in known.split("|")) for system, known in _SIGNS.items()}
    best = max(signs, key=lambda system: signs[system])
    is_clear = signs[best] > 0 and list(signs.values()).count(signs[best]) == 1
    return best if is_clear and _known(_PRESETS[best]["opened"], words) is not None else ""


def _known(headings: str, words: Sequence[str]) -> int | None:
    return next((words.index(heading) for heading in headings.split("|") if heading in words), None)


def _wanted(name: str, words: Sequence[str], head: Sequence[str], file: str) -> int:
    stripped = [cell.strip() for cell in head]
    if name.strip() in stripped:
        return stripped.index(name.strip())
    if _heading(name) in words and _heading(name):
        return words.index(_heading(name))
    near = nearest(name, [cell for cell in stripped if cell])
    raise RolloutKitError(
        message(N_('"{file}" has no column "{name}"'), file=file, name=name),
        help=message(N_('did you mean "{word}"?'), word=near)
        if near
        else message(N_("its first line says {headings}"), headings=_listed(head)),
    )


def _listed(head: Sequence[str]) -> tuple[str | Message, ...]:
    named = [f'"{cell.strip()[:40]}"' for cell in head if cell.strip()]
    shown: list[str | Message] = [*named[:_MOST_NAMED]]
    if len(named) > _MOST_NAMED:
        shown.append(message(N_("{n} more"), n=len(named) - _MOST_NAMED))
    return tuple(shown)
