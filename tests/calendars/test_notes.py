import pytest

from rollout_kit.calendars.notes import region_notes
from rollout_kit.description.organisations import Site


def said(rollout) -> list[str]:
    return [note.text.format(**note.parameters) for note in region_notes(rollout)]


def test_regions_with_holidays_of_their_own_need_no_note(rollout):
    sites = (Site(id="a", name="A", region="DE-NW"), Site(id="b", name="B", region="FR-57"), Site(id="c", name="C"))
    assert said(rollout(sites=sites)) == []


def test_a_country_alone_needs_no_note(rollout):
    assert said(rollout(customer={"region": "CH"}, provider={"region": "JP"})) == []


def test_a_missing_region_is_said_of_each_side(rollout):
    assert said(rollout(customer={"region": None}, provider={"region": None})) == [
        "the customer has no region: none of its public holidays are known",
        "the provider has no region: none of its public holidays are known",
    ]


@pytest.mark.parametrize(("asked", "taken"), [("FR-67", "FR-6AE"), ("NL-ZH", "NL"), ("CH-XX", "CH"), ("ES-B", "ES-CT")])
def test_a_region_that_falls_back_is_said(rollout, asked, taken):
    assert said(rollout(customer={"region": asked})) == [
        f"the region {asked} has no holidays of its own here: those of {taken} count"
    ]


def test_an_unknown_country_is_said_once_however_often_it_is_named(rollout):
    sites = (Site(id="a", name="A", region="XX-1"), Site(id="b", name="B", region="FR-68"))
    assert said(rollout(customer={"region": "XX-1"}, provider={"region": "XX-1"}, sites=sites)) == [
        "no public holidays are known for the region XX-1",
        "the region FR-68 has no holidays of its own here: those of FR-6AE count",
    ]
