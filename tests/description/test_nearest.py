"""What somebody probably meant."""

import pytest

from rollout_kit.description.nearest import nearest


@pytest.mark.parametrize(
    ("written", "words", "meant"),
    [
        ("personen", ("people", "sites"), "people"),
        ("Personnes", ("people", "sites"), "people"),
        ("Kunde", ("customer", "provider"), "customer"),
        ("Dienstleister", ("customer", "provider"), "provider"),
        ("standorte", ("sites",), "sites"),
        ("schulung", ("training",), "training"),
        ("ferien", ("absences",), "absences"),
        ("Montag", ("Mon", "Tue"), "Mon"),
        ("hoch", ("high", "low"), "high"),
        ("élevé", ("high", "low"), "high"),
        ("verantwortlich", ("accountable", "responsible"), "accountable"),
        ("verantwortlich", ("owner",), "owner"),
        ("responsable", ("accountable", "responsible"), "accountable"),
        ("müller", ("mueller",), "mueller"),
        ("go-live", ("go_live",), "go_live"),
        ("Keller", ("keller",), "keller"),
        ("kikoff", ("kickoff", "name"), "kickoff"),
        ("kcikoff", ("kickoff",), "kickoff"),
        ("xyz", ("abc",), None),
        ("x", ("y",), None),
        ("a" * 61, ("a" * 62,), None),
        ("anything", (), None),
    ],
)
def test_the_word_that_was_meant_is_found(written, words, meant):
    assert nearest(written, words) == meant


@pytest.mark.parametrize(("written", "meant"), [("kickoff", "kickoff"), ("kikof", "kickoff"), ("kiko", None)])
def test_one_slip_in_three_letters_is_the_limit(written, meant):
    assert nearest(written, ["kickoff"]) == meant


def test_a_stricter_limit_finds_less():
    assert nearest("prnting", ["patching"]) is None
    assert nearest("backups", ["backup"], one_slip_in=5) == "backup"
    assert nearest("restart", ["restore"], one_slip_in=5) is None
