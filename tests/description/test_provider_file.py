"""The provider's half in a file of its own."""

from rollout_kit.description.provider_file import foreign_sections, merged
from rollout_kit.description.source_map import scan
from tests.description.sample import TINY, told, validated

TEXT = TINY + 'from = "provider.toml"\nhours = "Mon-Fri 08:00-17:00"\n'
HALF = b"""\
[provider]
name = "Other"
hours = "24x7"
region = "CH-BE"
[people.oser]
name = "Claire Oser"
[people.keller]
name = "Anna"
organisation = "customer"
[teams.desk]
name = "Desk"
members = ["oser"]
"""


def test_keys_of_the_description_win_over_those_of_the_file():
    result = validated(TEXT, provider_toml=HALF)
    assert result.problems == ()
    provider = result.rollout.provider
    assert (provider.name, provider.hours.text, provider.region) == ("NetServ GmbH", "Mon-Fri 08:00-17:00", "CH-BE")
    assert provider.source == "provider.toml"


def test_people_of_the_file_belong_to_the_provider_unless_they_say_otherwise():
    people = validated(TEXT, provider_toml=HALF).rollout.people
    assert [(person.id, person.organisation) for person in people] == [("oser", "provider"), ("keller", "customer")]


def test_a_problem_of_the_file_points_into_the_file():
    assert told(TEXT, provider_toml=HALF.replace(b'["oser"]', b'["osr"]').replace(b"region", b"regio")) == [
        "provider.toml:4:1 FMT202 'provider' has no key 'regio' | did you mean 'region'?",
        "provider.toml:12:12 FMT301 there is no person 'osr' | did you mean 'oser'?",
    ]
    assert told(TEXT, provider_toml=b"a = ja\n")[0].startswith("provider.toml:1:5 FMT108")


def test_the_file_holds_the_provider_s_half_only():
    half = {"rollout": {}, "provider": {"from": "x"}, "people": 3}
    sheet = scan("p.toml", 'people = 3\n[rollout]\n[provider]\nfrom = "x"\n')
    assert [(one.code, one.position.line) for one in foreign_sections(half, sheet)] == [
        ("FMT201", 2),
        ("FMT202", 4),
        ("FMT204", 1),
    ]
    assert merged({"provider": {"name": "A"}}, half) == {"provider": {"name": "A"}}


def test_a_file_that_is_not_there_is_told_at_the_key():
    assert told(TEXT) == [
        "10:8 FMT501 the file 'provider.toml' is not there or cannot be read | "
        "the name counts from the folder of the description"
    ]


def test_what_a_lost_half_would_have_held_is_not_told_as_missing():
    text = TINY.replace('name = "NetServ GmbH"', 'from = "provider.toml"')
    text += (
        '[responsibilities]\nincident = { accountable = "oser" }\n[evidence]\n"people.oser" = { level = "tested" }\n'
    )
    assert [one.split(" | ")[0] for one in told(text)] == [
        "9:8 FMT501 the file 'provider.toml' is not there or cannot be read"
    ]
    assert [one.partition(" ")[0] for one in told(text, provider_toml=b"[provider\n")] == ["provider.toml:1:1"]
    assert [one.partition(" ")[0] for one in told(text, provider_toml=b"[provider]\n")] == ["8:1", "11:28", "13:1"]
