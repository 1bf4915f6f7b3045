"""Lists of people as they come from sheets: in three languages, in any coding, with what does not belong there."""

import pytest

from rollout_kit.beginning.people_table import LONGEST_NAME, MOST_PEOPLE, read_people
from rollout_kit.errors import RolloutKitError
from rollout_kit.language.words import Words

GERMAN = "Name;Firma;Rolle;E-Mail;Telefon\nAnna Müller;Kunde;IT-Leiterin;anna@muster.example;+41 44 555 01 01\n"
FRENCH = "Nom;Prénom;Société;Fonction\nFavre;Zoé;Client;Utilisatrice clé\n"


def told(content: str, **houses: str) -> list[str]:
    return [Words("en").text(said) for said in read_people(content.encode(), "people.csv", **houses).told]


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_list_is_read_in_any_coding(coding: str, separator: str, end: str):
    content = GERMAN.replace(";", separator).replace("\n", end).encode(coding)
    (anna,) = read_people(content, "people.csv").people
    assert (anna.name, anna.organisation, anna.roles) == ("Anna Müller", "customer", ("service_owner",))
    assert (anna.email, anna.phone) == ("anna@muster.example", "+41 44 555 01 01")


def test_french_headings_and_a_surname_of_its_own():
    (zoe,) = read_people(FRENCH.encode("cp1252"), "people.csv").people
    assert (zoe.name, zoe.organisation, zoe.roles, zoe.title) == (
        "Zoé Favre",
        "customer",
        ("key_user",),
        "Utilisatrice clé",
    )


@pytest.mark.parametrize(
    ("row", "name"),
    [('"Keller, Anna"', "Anna Keller"), ('"Anna ""Ani"" Keller"', 'Anna "Ani" Keller'), ('"]\n[rules]"', "] [rules]")],
)
def test_quoted_fields(row: str, name: str):
    assert [one.name for one in read_people(f"Name;Rolle\n{row};\n".encode(), "p").people] == [name]


def test_a_row_that_cannot_be_used_is_told_with_its_line_and_the_others_are_kept():
    content = "Name;Rolle\nAnna;\n\n;Trainer\nANNA;\nBeat;Zauberer, Trainer\n"
    table = read_people(content.encode(), "people.csv")
    assert [one.name for one in table.people] == ["Anna", "Beat"]
    assert table.people[1].roles == ("trainer",)
    assert told(content) == [
        "line 4: no name; the row is left out",
        "line 5: ANNA is there already; the row is left out",
        'line 6: no role that we know: "Zauberer"',
    ]


def test_lines_are_counted_as_an_editor_does():
    content = 'Name;Funktion\n"Anna";"zwei\nZeilen"\n;x\n'
    assert told(content) == ["line 4: no name; the row is left out"]


def test_columns_that_are_not_used_are_told():
    assert told("Name;Schuhgrösse;Büro\nAnna;38;4\n") == ['columns that are not used: "Schuhgrösse" and "Büro"']


def test_a_house_is_known_by_a_word_or_by_its_name():
    content = "Name;Firma\nA A;Muster Treuhand AG\nB B;Seetal\nC C;extern\nD D;Fremd AG\nE E;Fremd AG\nF F;\n"
    table = read_people(content.encode(), "p", "Muster Treuhand AG", "Seetal Informatik AG")
    assert [one.organisation for one in table.people] == ["customer", "provider", "provider", *["customer"] * 3]
    assert told(content, customer="Muster Treuhand AG", provider="Seetal Informatik AG") == [
        '"Fremd AG" is neither customer nor provider; taken for the customer in lines 5 and 6'
    ]


def test_deputies_are_people_of_the_list():
    content = "Name;Stellvertretung;Pensum;Sprachen\nAnna Keller;Frei;50 %;de, fr\nBeat Frei;Niemand;20 h;\n"
    anna, beat = read_people(content.encode(), "p").people
    assert (anna.deputy, anna.share, anna.languages) == ("Beat Frei", 0.5, ("de", "fr"))
    assert (beat.deputy, beat.share) == ("", 0.5)
    assert told(content) == ['line 3: the deputy "Niemand" is not in the list']


def test_a_quote_that_is_never_closed_costs_no_other_row():
    assert [one.name for one in read_people(b'Name;Rolle\n"Anna;Trainer\nBeat;\n', "p").people] == ["Anna", "Beat"]


def test_the_separator_that_excel_tells_is_taken():
    assert [one.name for one in read_people(b"sep=;\nName;Rolle\nAnna, die;\n", "p").people] == ["die Anna"]


@pytest.mark.parametrize("number", [MOST_PEOPLE - 1, MOST_PEOPLE, MOST_PEOPLE + 1, MOST_PEOPLE + 300])
def test_a_list_has_a_limit(number: int):
    content = "Name\n" + "".join(f"P{index} Q\n" for index in range(number))
    table = read_people(content.encode(), "p")
    assert (len(table.people), len(table.told)) == (min(number, MOST_PEOPLE), int(number > MOST_PEOPLE))


@pytest.mark.parametrize(("length", "people"), [(LONGEST_NAME, 1), (LONGEST_NAME + 1, 0)])
def test_a_name_has_a_limit(length: int, people: int):
    table = read_people(f"Name\n{'x' * length}\n".encode(), "p")
    assert (len(table.people), len(table.told)) == (people, 1 - people)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"Ort;Alter\nZug;4\n", b"PK\x03\x04"])
def test_a_list_without_names_cannot_be_used(content: bytes):
    with pytest.raises(RolloutKitError) as error:
        read_people(content, "people.csv")
    assert error.value.help is not None
