"""Which column holds what."""

import pytest

from rollout_kit.capacity.tickets.columns import COLUMNS, Columns, channel_of, columns_of
from rollout_kit.capacity.tickets.lengths import HOURS, MINUTES, SECONDS
from rollout_kit.errors import RolloutKitError
from rollout_kit.language.words import Words


def of(head: str, **wanted: str) -> Columns:
    return columns_of(head.split(";"), wanted, "t.csv")  # type: ignore[arg-type]


def told(head: str, **wanted: str) -> tuple[str, str]:
    with pytest.raises(RolloutKitError) as raised:
        of(head, **wanted)
    assert raised.value.help is not None
    return Words("en").text(raised.value.message), Words("en").text(raised.value.help)


@pytest.mark.parametrize(
    ("head", "system", "places"),
    [
        ("Number;Opened;Caller;Created;Resolved;Closed;Contact type;Time worked", "ServiceNow", (1, 4, 6, 7)),
        ("number;opened_at;short_description;resolved_at;contact_type;time_worked", "ServiceNow", (1, 3, 4, 5)),
        ("Nummer;Eröffnet;Kurzbeschreibung;Gelöst;Kontaktart;Arbeitszeit", "ServiceNow", (1, 3, 4, 5)),
        ("Number;Assignment group;Created;Closed;Channel", "ServiceNow", (2, 3, 4, None)),
        ("Summary;Issue key;Created;Resolved;Resolution;Custom field (Channel);Σ Time Spent", "Jira", (2, 3, 5, 6)),
        ("Autor;Schlüssel;Erstellt;Erledigt;Benutzerdefiniertes Feld (Kanal);Benötigte Zeit", "Jira", (2, 3, 4, 5)),
        ("id;Datum;Erledigt am;Quelle", "", (1, 2, 3, None)),
        ("Created", "", (0, None, None, None)),
    ],
)  # fmt: skip
def test_known_headings_are_found(head: str, system: str, places: tuple[int | None, ...]) -> None:
    found = of(head)
    assert (found.system, tuple(found.places.get(name) for name in COLUMNS)) == (system, places)


def test_named_columns_come_first_and_keep_their_spelling() -> None:
    found = of("Created;Real start;Source;Dauer (min)", opened="Real start", worked="dauer min")
    assert found.headings == {"opened": "Real start", "channel": "Source", "worked": "Dauer (min)"}
    assert found.unit == MINUTES


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("Created;Issue key;Time Spent", SECONDS),
        ("Erstellt;Aufwand (h)", HOURS),
        ("Created;Worked", None),
        ("Created", None),
    ],
)
def test_the_unit_of_plain_numbers_is_that_of_the_system_or_of_the_heading(head: str, unit: float | None) -> None:
    assert of(head).unit == unit


def test_a_table_without_dates_is_told_with_its_headings() -> None:
    fault, help = told("Name;Color;" + ";".join(f"c{n}" for n in range(30)))
    assert fault == '"t.csv" has no column that says when a ticket was opened'
    assert help.startswith('name it: --columns opened="…"; its first line says "Name", "Color", "c0"')
    assert help.endswith('"c17" and 12 more')


def test_a_heading_that_is_not_there_is_told_with_the_nearest() -> None:
    assert told("Created;Source", channel="Sorce") == ('"t.csv" has no column "Sorce"', 'did you mean "Source"?')
    assert told("Created", channel="xyz")[1] == 'its first line says "Created"'
    assert told("Created;;", channel="()")[0] == '"t.csv" has no column "()"'


@pytest.mark.parametrize(
    ("cell", "channel"),
    [("Phone", "phone"), ("Telefon", "phone"), ("walk-in", "phone"), ("Live Chat", "chat"), ("Virtual Agent", "chat"),
     ("E-Mail", "ticket"), ("Self-service", "ticket"), ("Kundenportal", "ticket"), ("Monitoring", None), ("", None)],
)  # fmt: skip
def test_the_words_of_systems_are_channels_of_ours(cell: str, channel: str | None) -> None:
    assert channel_of(cell) == channel
