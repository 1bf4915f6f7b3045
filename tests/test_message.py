"""What is said, before it is said in a language."""

import pytest

from rollout_kit.message import N_, Duration, Source, Unit, message, minutes, playbook_text, plural_message, verbatim


@pytest.mark.parametrize(
    ("amount", "unit", "expected"),
    [
        (30, Unit.SECOND, 0.5),
        (15, Unit.MINUTE, 15),
        (1.5, Unit.HOUR, 90),
        (1, Unit.DAY, 1440),
        (2, Unit.WEEK, 20160),
        (1, Unit.MONTH, 43200),
    ],
)
def test_a_duration_knows_its_minutes(amount: float, unit: Unit, expected: float) -> None:
    length = Duration(amount=amount, unit=unit)
    assert length.minutes == expected
    assert length.hours == expected / 60


def test_minutes_are_a_duration() -> None:
    assert minutes(45) == Duration(amount=45, unit=Unit.MINUTE)


def test_marking_a_text_leaves_it_alone() -> None:
    assert N_("{n} days") == "{n} days"


def test_messages_with_the_same_words_and_values_are_one() -> None:
    one, same = message("hello {name}", name="Anna"), message("hello {name}", name="Anna")
    assert one == same
    assert hash(one) == hash(same)
    assert one != message("hello {name}", name="Marc")


def test_a_plural_message_carries_its_count() -> None:
    said = plural_message("{n} day of {what}", "{n} days of {what}", 3, what="leave")
    assert (said.text, said.plural, said.count) == ("{n} day of {what}", "{n} days of {what}", "n")
    assert said.parameters == {"n": 3, "what": "leave"}


def test_a_message_says_where_its_words_come_from() -> None:
    assert message("a").source is Source.CATALOGUE
    assert playbook_text("tasks.kickoff.name").source is Source.PLAYBOOK
    assert verbatim("a").source is Source.VERBATIM
