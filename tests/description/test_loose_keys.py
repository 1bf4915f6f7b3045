"""Keys before the first section."""

import tomli

from rollout_kit.description.loose_keys import gathered
from rollout_kit.description.source_map import scan
from tests.description.sample import TINY, told


def test_a_forgotten_header_is_one_problem_and_its_keys_are_read():
    text = TINY.replace("[rollout]\n", "").replace("2027-01-11", '"morgen"')
    assert told(text) == [
        "1:1 FMT201 'name', 'kickoff' stand outside of any section | write [rollout] above",
        "2:11 FMT207 'kickoff' is \"morgen\", which is no date | a date is written 2027-01-11",
    ]


def test_keys_of_the_format_and_tables_stay_where_they_are():
    text = "format = 1\n[nonsense]\nx = 1\n[[more]]\ny = 2\n"
    raw = tomli.loads(text)
    result, sheet, problems = gathered(raw, scan("f", text))
    assert (result, dict(sheet.spans), problems) == (raw, {}, [])


def test_a_key_that_its_section_has_already_is_not_moved():
    assert told("name = 1\n" + TINY)[0].startswith("1:1 FMT201 the format has no section 'name'")
