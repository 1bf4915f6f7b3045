"""The schema: accepted by its own standard, and of one mind with the reader of the format."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from rollout_kit.description.key_texts import examples, key_texts, keys_of, models
from rollout_kit.description.schema import json_schema
from rollout_kit.description.validate import validate
from rollout_kit.pipeline import known
from rollout_kit.playbook.load import open_playbook

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/rollout.toml"))
LANGUAGES = ("en", "de", "de-CH")
SCHEMA = Draft7Validator(json_schema("en"))
TINY = '[rollout]\nname = "X"\nkickoff = 2027-01-11\n[customer]\nname = "C"\n[provider]\nname = "P"\n'


def plain(value: Any) -> Any:
    match value:
        case dict():
            return {key: plain(inner) for key, inner in value.items()}
        case list():
            return [plain(inner) for inner in value]
        case str() | bool() | int() | float():
            return value
    return str(value)


def faults(text: str) -> list[str]:
    found = SCHEMA.iter_errors(plain(tomllib.loads(text)))
    return [".".join(map(str, fault.absolute_path)) for fault in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_a_schema(language: str) -> None:
    Draft7Validator.check_schema(json_schema(language))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_the_examples_fit(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_has_its_words_and_an_example(language: str) -> None:
    texts, shown = key_texts(language), examples(language)
    keys = {(model.__name__, key) for model in models() for key in keys_of(model)}

    assert len(keys) > 350
    assert {(model, key) for model, said in texts.items() for key in said} == keys
    assert {(model, key) for model, key in keys if key not in ("P2", "P3", "P4")} <= shown.keys() | {
        ("Rollout", "format")
    }
    assert [(model, key) for model, said in texts.items() for key, text in said.items() if not text.endswith(".")] == []


WRONG = [
    ("nme = 1", "[rollout]", ""),
    ('days = "thirty"', "[rollout]", "rollout.days"),
    ("days = 13", "[rollout]", "rollout.days"),
    ("days = 31", "[rollout]", "rollout.days"),
    ('tier = "gold"', "[rollout]", "rollout.tier"),
    ("users = -1", "[customer]", "customer.users"),
    ("users = 1.5", "[customer]", "customer.users"),
    ("critical_infrastructure = 1", "[customer]", "customer.critical_infrastructure"),
    ('freeze = [{ from = 2027-01-01 }]', "[customer]", "customer.freeze"),
    ('incident_notice = "soon"', "[provider]", "provider.incident_notice"),
    ('people = { a = { name = "A", share = 1.5 } }', "", "people.a.share"),
    ('people = { a = { name = "A", roles = ["boss"] } }', "", "people.a.roles"),
    ('people = { a = { } }', "", "people.a"),
    ('support = { L4 = { staff = 1 } }', "", "support"),
    ('load = { golive_factor = { low = 1, likely = 2 } }', "", "load.golive_factor"),
    ('tests = [{ scenario = "x", sides = ["both"] }]', "", "tests"),
    ('plan = { add = [{ id = "x", name = "X", at = "nine" }] }', "", "plan.add"),
    ('rules = { severity = { OWN101 = "bad" } }', "", "rules.severity.OWN101"),
    ('brand = { accent = "blue" }', "", "brand.accent"),
    ('brand = { paper = "A5" }', "", "brand.paper"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "table", "place"), WRONG)
def test_what_the_reader_refuses_the_schema_refuses_too(line: str, table: str, place: str) -> None:
    text = TINY.replace(table, f"{table}\n{line}", 1) if table else f"{line}\n{TINY}"
    read = validate("rollout.toml", {"rollout.toml": text.encode()}, lambda name: known(open_playbook(name, {})))

    assert read.problems
    assert any(fault.startswith(place) for fault in faults(text))


RIGHT = [
    'load = { golive_factor = 2, growth_per_year = -0.1, half_life = "3 weeks" }',
    "load = { golive_factor = { low = 1, likely = 2.5, high = 3 } }",
    'load = { channels = { phone = { share = 1, handling = { low = "8 min", likely = "12 min", high = "20 min" } } } }',
    'people = { "a b" = { name = "A", roles = "desk", skills = { x = "learning" } } }',
    'service_levels = { availability = 0.999, P1 = { promised = { response = "30 min" } } }',
    'support = { L1 = { staff = 1.5, hours = "24x7" } }',
    'critical_skills = { m365 = "accounts" }',
    'evidence = { "responsibilities.restore" = { level = "tested" } }',
    'handbook = { chapters = { emergency = { review = "90 days" } } }',
    "format = 1",
]


@pytest.mark.parametrize("line", RIGHT)
def test_what_the_reader_takes_the_schema_takes_too(line: str) -> None:
    text = f"{line}\n{TINY}"
    read = validate("rollout.toml", {"rollout.toml": text.encode()}, lambda name: known(open_playbook(name, {})))

    assert [problem.code for problem in read.problems if problem.code.startswith("FMT1")] == []
    assert faults(text) == []
