import json
from dataclasses import replace
from datetime import date

import pytest

from rollout_kit.capacity.answers import Need
from rollout_kit.capacity.model import Untold
from rollout_kit.language.words import Words
from rollout_kit.report.capacity_json import capacity_as_json

from ..capacity.made_up import FIRST, answer

KEYS = [
    "schema_version", "is_told", "sentences", "starts_on", "ends_on", "runs", "seed", "sampling_error", "is_scaling",
    "share_outgrown", "outgrown_on", "longest_spike_days", "first_by", "middle", "advice", "sensitivity", "need",
    "rests_on", "figures", "assumed", "days",
]  # fmt: skip


def read(language="en", **changes):
    return json.loads(capacity_as_json(replace(answer(), **changes), Words(language)))


def test_it_has_exactly_the_keys_of_the_schema():
    found = read()
    assert list(found) == KEYS
    assert (found["schema_version"], found["is_told"]) == (1, True)
    assert list(found["days"][0]) == [
        "date", "is_open", "users", "contacts", "missed", "phone", "levels", "still_fine", "demand_hours",
        "capacity_hours", "backlog_days",
    ]  # fmt: skip
    assert list(found["days"][0]["levels"]["L1"]) == [
        "contacts", "demand_hours", "capacity_hours", "backlog_hours", "days_to_clear", "oldest_hours", "in_time",
    ]  # fmt: skip


def test_dates_and_shares_stand_as_figures():
    found = read()
    assert found["outgrown_on"] == {"p10": "2027-03-08", "p50": "2027-03-15", "p90": None}
    assert found["longest_spike_days"] == {"p10": 0, "p50": 3, "p90": 9}
    assert found["first_by"][0] == {"limit": "work", "after_wave_of": "2027-02-22", "share": 0.7}
    assert found["days"][0]["demand_hours"]["L1"] == {"p10": 1.5, "p50": 2.5, "p90": 3.5}
    assert found["figures"][1]["mark"] == "none"
    assert found["middle"]["uses"] == {"phone": 0.5, "work": 1.43}


def test_nothing_but_sentences_depends_on_the_language():
    english, german = read("en"), read("de")
    assert english["sentences"] != german["sentences"] or english == german
    for each in (english, german):
        each["sentences"] = [None]
        for figure in each["figures"]:
            figure["source"] = None
    assert english == german


def test_people_who_are_missing_stand_as_figures():
    need = Need(level="L1", more=1, starts_on=FIRST, ends_on=date(2027, 3, 1), wave=0, share_outgrown=0.02)
    figures = {
        "level": "L1", "more": 1, "starts_on": "2027-02-08", "ends_on": "2027-03-01", "after_wave_of": "2027-02-08",
        "share_outgrown": 0.02, "also": [],
    }  # fmt: skip
    assert read(need=need)["need"] == figures
    also = read(need=replace(need, also=(replace(need, level="L2"),)))["need"]["also"]
    assert also == [{**figures, "level": "L2"}]


@pytest.mark.parametrize("value", [float("inf"), float("nan"), None])
def test_what_never_ends_is_null(value):
    given = answer()
    tier = replace(given.expectation.days[0].tiers[0], days_to_clear=value)
    days = (replace(given.expectation.days[0], tiers=(tier,), phone=None), *given.expectation.days[1:])
    found = read(expectation=replace(given.expectation, days=days))
    assert found["days"][0]["levels"]["L1"]["days_to_clear"] is None
    assert found["days"][0]["phone"] is None


def test_it_is_ascii():
    assert capacity_as_json(answer(), Words("de")).isascii()


def test_what_cannot_be_told_names_its_keys():
    untold = Untold(missing=(("customer", "users"),), beyond=(("load", "waves"),))
    assert json.loads(capacity_as_json(untold, Words("en"))) == {
        "schema_version": 1, "is_told": False, "missing": ["customer.users"], "beyond": ["load.waves"],
    }  # fmt: skip
