"""Words that all documents share."""

import pytest

from rollout_kit.assess.verdict import Verdict
from rollout_kit.compose.wording import (
    People,
    clause,
    document,
    short_house,
    shortened,
    verdict_mark,
    verdict_words,
    within_sentence,
)
from rollout_kit.description.logos import LogoFile
from rollout_kit.description.organisations import Customer
from rollout_kit.document import Logo
from rollout_kit.language.words import Words
from tests.compose import results
from tests.compose.conftest import words

ENGLISH = Words("en")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Muster Treuhand AG", "Muster Treuhand"),
        ("NetServ GmbH & Co. KG", "NetServ"),
        ("AG", "AG"),
        ("", ""),
    ],
)
def test_a_house_is_called_by_its_name_without_the_legal_form(name, short):
    assert short_house(name) == short


def test_a_text_is_cut_at_a_word_only_where_it_is_longer_than_the_limit():
    assert shortened("twelve chars", 12) == "twelve chars"
    assert shortened("twelve chars", 11) == "twelve…"
    assert shortened("Donaudampfschifffahrt", 10) == "Donaudamp…"
    assert all(len(shortened("one two three four five", limit)) <= limit for limit in range(5, 30))


def test_nobody_and_strangers_have_a_name_too():
    people = People(results.muster(), ENGLISH)
    assert people.name("customer:to-be-named") == "Muster Treuhand AG: to be named"
    assert people.name("desk") == "Service Desk"
    assert people.name("microsoft") == "Microsoft"
    assert people.name("ghost") == "ghost"
    assert people.span("provider:to-be-named").proposed
    assert people.span("keller").strong


def test_each_belongs_to_the_right_house():
    people = People(results.muster(), ENGLISH)
    refs = ("keller", "oser", "desk", "microsoft", "customer:to-be-named", "provider:to-be-named")
    assert [people.side(ref) for ref in refs] == [
        "customer", "provider", "provider", "vendor", "customer", "provider",
    ]  # fmt: skip


def test_two_of_one_family_name_are_told_apart():
    rollout = results.muster()
    second = rollout.people[0].model_copy(update={"id": "keller2", "name": "Zoe Keller"})
    people = People(rollout.model_copy(update={"people": (*rollout.people, second)}), ENGLISH)
    assert people.family_names(("keller", "keller2", "oser")) == ("Anna Keller", "Zoe Keller", "Oser")


def test_each_verdict_has_its_own_circle_and_words():
    assert len({verdict_mark(verdict) for verdict in Verdict}) == 4
    assert len({verdict_words(verdict, ENGLISH) for verdict in Verdict}) == 4


def test_the_frame_names_both_houses_the_edition_and_the_sheet():
    result = results.result()
    framed = document(result, words(result), kind="plan", kind_word="Plan", children=())
    assert framed.footer == "Plan · Edition of 7\u00a0January\u00a02027 · Muster Treuhand and NetServ · 4F2A91C7"
    assert framed.written_on == results.AS_OF


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        (45, "no place for the test on Monday; Anna is out"),
        (43, "no place for the test on Monday"),
        (20, "no place for the…"),
    ],
)
def test_a_message_ends_at_a_clause_where_that_leaves_enough(limit, said):
    assert clause("no place for the test on Monday; Anna is out", limit) == said


def test_a_name_is_called_in_short_before_it_is_cut():
    people = People(results.muster(), ENGLISH)
    assert people.name_within("keller", 40, 12) == "Anna Keller"
    assert people.name_within("keller", 18, 12) == "Keller"
    assert people.name_within("keller", 10, 12).endswith("…")
    assert people.name_within("customer:to-be-named", 60, 12) == "Muster: to be named"


def test_the_foot_of_a_page_is_one_line_however_long_the_houses_are():
    name = "Gruppe Oberland Baustoffe und Bergbahnen mit allen Töchtern und Beteiligungen im Alpenraum GmbH & Co. KG"
    long = results.muster(customer=Customer(name=name))
    result = results.result(long)
    made = document(result, words(result), kind="plan", kind_word="Plan", children=())
    assert "Gruppe Oberland" in made.footer
    assert "… and NetServ · " in made.footer
    assert len(made.footer) < 105


def test_a_copy_says_whose_it_is_and_leaves_out_names_that_have_no_room_in_the_foot():
    made = results.result(edition="provider")
    framed = document(made, words(made), kind="plan", kind_word="Plan", children=())
    assert (framed.edition, framed.edition_line) == (
        "provider",
        "Edition of 7\u00a0January\u00a02027, copy for NetServ",
    )
    assert framed.footer.startswith("Plan · Edition of 7\u00a0January\u00a02027, copy for NetServ · Muster")
    long = results.muster(customer=Customer(name="Verband der Gemeinden am Oberen See und im Hinterland"))
    made = results.result(long, edition="customer")
    framed = document(made, words(made), kind="handbook", kind_word="Operations handbook", children=())
    assert framed.footer == (
        "Operations handbook · Edition of 7\u00a0January\u00a02027, copy for Verband der Gemeinden… · 4F2A91C7"
    )


def test_logos_bear_the_name_of_their_house():
    logo = LogoFile(media_type="image/png", content=b"x")
    made = results.result(logos=(None, logo))
    framed = document(made, words(made), kind="plan", kind_word="Plan", children=())
    assert framed.logos == (Logo(media_type="image/png", content=b"x", alt="Logo of NetServ GmbH"),)


class TestServicesWithinASentence:
    @pytest.mark.parametrize(
        ("name", "tag", "said"),
        [
            ("Die E-Akte", "de", "E-Akte"),
            ("Der E-Akte", "de-CH", "E-Akte"),
            ("Microsoft 365", "de", "Microsoft 365"),
            ("Das neue Ticketsystem", "de", "Das neue Ticketsystem"),
            ("Die", "de", "Die"),
            ("The ticket system", "en", "the ticket system"),
            ("the ticket system", "en", "the ticket system"),
            ("Die Casting Desk", "en", "Die Casting Desk"),
        ],
    )
    def test_an_article_neither_begins_large_nor_stands_in_a_wrong_case(self, name, tag, said):
        assert within_sentence(name, tag) == said
