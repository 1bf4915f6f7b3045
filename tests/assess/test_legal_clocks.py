"""The legal clocks: whole, checked, and of the customer's countries."""

import re
from datetime import date

from rollout_kit.assess.legal_clocks import applies, clocks_known_for, countries_of, legal_clocks
from rollout_kit.description.continuity import Access
from rollout_kit.description.organisations import About, Customer, Provider, Site
from rollout_kit.description.rollout import Rollout
from rollout_kit.language.words import Words
from rollout_kit.message import Duration, Unit


def rollout(region: str | None, *sites: str, critical: bool | None = None, personal: bool | None = None) -> Rollout:
    return Rollout(
        about=About(name="Mail", kickoff=date(2027, 1, 11)),
        customer=Customer(name="Muster AG", region=region, critical_infrastructure=critical),
        provider=Provider(name="NetServ GmbH"),
        sites=tuple(Site(id=site, name=site, region=site) for site in sites),
        access=Access(personal_data=personal),
    )


def ids(given: Rollout) -> list[str]:
    return [clock.id for clock in clocks_known_for(given)]


def test_every_clock_has_countries_a_law_a_source_and_a_day_of_its_check() -> None:
    clocks = legal_clocks()
    assert len({clock.id for clock in clocks}) == len(clocks) == 5
    for clock in clocks:
        assert clock.law
        assert clock.source
        assert clock.checked <= date(2026, 11, 20)
        assert list(clock.countries) == sorted(set(clock.countries))
        assert all(re.fullmatch("[A-Z]{2}", country) for country in clock.countries)
        assert ", " in Words("en").text(clock.name)


def test_the_limits_are_those_of_the_laws() -> None:
    limits = {clock.id: clock.limit and clock.limit.hours for clock in legal_clocks()}
    assert limits == {"ch-isg": 24, "eu-nis2": 24, "eu-gdpr": 72, "uk-gdpr": 72, "ch-dsg": None}
    further = {clock.id: clock.further for clock in legal_clocks()}
    assert further["ch-isg"] == (Duration(amount=14 * 24, unit=Unit.HOUR),)
    assert [length.hours for length in further["eu-nis2"]] == [72, 720]


def test_sites_add_their_countries_to_that_of_the_customer() -> None:
    given = rollout("CH-ZH", "CH-GE", "FR-74")
    assert countries_of(given) == ("CH", "FR")
    assert ids(given) == ["ch-isg", "eu-nis2", "eu-gdpr", "ch-dsg"]
    assert countries_of(rollout(None)) == ()


def test_the_union_is_not_the_whole_of_europe() -> None:
    assert ids(rollout("LI")) == ["eu-gdpr"]
    assert ids(rollout("GB-SCT")) == ["uk-gdpr"]
    assert ids(rollout("de-by")) == ["eu-nis2", "eu-gdpr"]
    assert ids(rollout("JP-13")) == []


def test_a_clock_applies_where_the_file_says_what_it_needs() -> None:
    given = rollout("DE", critical=False, personal=True)
    assert {clock.id: applies(clock, given) for clock in clocks_known_for(given)} == {"eu-nis2": False, "eu-gdpr": True}
    unsaid = rollout("DE")
    assert [applies(clock, unsaid) for clock in clocks_known_for(unsaid)] == [None, None]
