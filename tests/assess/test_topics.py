"""What is asked for together, and what an answer brings with it."""

import pytest

from rollout_kit.assess.topics import TOPICS, is_answered, topic_of


@pytest.mark.parametrize(
    ("key", "topic"),
    [
        ("customer.users", "users"),
        ("load.licences", "licences"),
        ("load.golive_factor", "load"),
        ("training.users", "training"),
        ("people.*.roles", "people"),
        ("critical_skills", "skills"),
        ("people.*.skills", "people"),
        ("interfaces.0.wait", "chain"),
        ("maturity.incident.recurring", "maturity"),
        ("trainings", "rest"),
        ("customer.timezone", "rest"),
    ],
)
def test_a_key_belongs_to_the_first_topic_that_holds_it(key, topic):
    assert topic_of(key).id == topic


def test_each_topic_has_an_id_of_its_own_and_the_last_takes_the_rest():
    assert len({topic.id for topic in TOPICS}) == len(TOPICS)
    assert [topic.id for topic in TOPICS if not topic.place] == ["rest"]
    assert TOPICS[-1].id == "rest"


@pytest.mark.parametrize(
    ("key", "places", "brings"),
    [
        ("responsibilities.restore", ("responsibilities",), True),
        ("support.L1", ("support.L1",), True),
        ("support.L1.staff", ("support.L1",), False),
        ("supporters", ("support",), False),
        ("load", (), False),
    ],
)
def test_an_answer_brings_the_key_it_goes_to_or_a_whole_section(key, places, brings):
    assert is_answered(key, places) is brings
