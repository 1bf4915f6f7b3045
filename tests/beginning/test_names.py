"""Names as they are typed, and the short names that are made of them."""

import pytest

from rollout_kit.beginning.answers import Answers, SiteAnswer
from rollout_kit.beginning.keys import person_keys, site_keys
from rollout_kit.beginning.names import name, names, person
from rollout_kit.beginning.sites import site
from rollout_kit.message import Message

KNOWN = (
    Answers(users=86, customer_region="CH-ZG")
    .with_person("Anna Keller", "customer")
    .with_person("Beat Keller", "customer")
)


@pytest.mark.parametrize(
    ("full", "key"),
    [
        ("Jan Müller", "mueller"), ("Škoda", "skoda"), ("Jan Łukasz", "lukasz"), ("Nguyễn", "nguyen"),
        ("Đặng", "dang"), ("Søren Ødegård", "oedegard"), ("Anna Weiß", "weiss"), ("山田太郎", "person-1"),
        ('"]\n[rules]', "rules"), ("Keller, Anna", "keller"), ("", "person-1"), ("Desk", "desk-2"),
    ],
)  # fmt: skip
def test_short_names_of_people(full: str, key: str):
    assert person_keys([full], taken=("desk",)) == (key,)


def test_a_short_name_is_given_once():
    twice = ["Anna Keller", "Beat Keller", "Beat Keller", "山田太郎", "鈴木"]
    assert person_keys(twice) == ("keller", "keller-beat", "keller-2", "person-1", "person-2")


def test_short_names_of_places():
    assert site_keys(["Genève", "Main", "東京"], taken=("main",)) == ("geneve", "main-2", "site-1")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Carla Frei", ("Carla Frei",)), ("Frei, Carla", ("Carla Frei",)), ("anna", ("Anna Keller",)),
        ("Carla Frei und Urs Zehnder", ("Carla Frei", "Urs Zehnder")),
        ("Carla Frei, Urs Zehnder", ("Carla Frei", "Urs Zehnder")),
    ],
)  # fmt: skip
def test_names_of_a_line(typed: str, found: tuple[str, ...]):
    assert names(typed, KNOWN, "customer") == found


@pytest.mark.parametrize("typed", ["ich", "keller", "42", "a@b.example", "x" * 101])
def test_what_is_no_name_or_more_than_one_is_told(typed: str):
    assert isinstance(names(typed, KNOWN, "customer"), Message)


def test_somebody_of_the_other_house_is_told():
    assert isinstance(name("Anna Keller", KNOWN, "provider"), Message)


def test_one_name_is_wanted():
    assert isinstance(name("Carla Frei und Urs Zehnder", KNOWN, "customer"), Message)


def test_who_is_meant():
    assert person("beat", KNOWN) == KNOWN.people[1]
    assert isinstance(person("keller", KNOWN), Message)
    assert isinstance(person("Frei", KNOWN), Message)
    assert isinstance(person("Frei", Answers()), Message)


@pytest.mark.parametrize(
    "line", ["Lausanne, VD, 26, fr", "Lausanne; 26; Waadt; Französisch", "Lausanne, 26 Personen, VD, fr"]
)
def test_a_site_in_a_line(line: str):
    assert site(line, KNOWN, "de") == SiteAnswer(name="Lausanne", region="CH-VD", users=26, languages=("fr",))


def test_two_capital_letters_are_a_region_and_two_small_ones_a_language():
    assert site("Bulle, FR, fr", KNOWN, "de") == SiteAnswer(name="Bulle", region="CH-FR", languages=("fr",))


@pytest.mark.parametrize(("users", "fits"), [(86, True), (87, False)])
def test_a_site_has_no_more_people_than_all_sites(users: int, fits: bool):
    assert isinstance(site(f"Lausanne, {users}", KNOWN, "de"), SiteAnswer) is fits


@pytest.mark.parametrize("line", ["42, VD", "Lausanne, Atlantis"])
def test_a_site_that_is_not_understood_is_told(line: str):
    assert isinstance(site(line, KNOWN, "de"), Message)
