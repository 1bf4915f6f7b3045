"""The keys of the file, from the models."""

from rollout_kit.description.organisations import Customer
from rollout_kit.description.people import ExtraHours, Person
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.settings import PlanSettings
from rollout_kit.description.shape import Kind, slots


def test_every_section_of_the_format_is_known_and_three_are_required():
    found = slots(Rollout)
    assert len(found) == 40
    assert [key for key, slot in found.items() if slot.is_required] == ["rollout", "customer", "provider"]


def test_kinds_follow_the_models():
    kinds = {key: slot.kind for key, slot in slots(Person).items()}
    assert kinds["absences"] is Kind.LIST
    assert kinds["skills"] is Kind.PAIRS
    assert kinds["roles"] is Kind.VALUE
    assert slots(Rollout)["people"].kind is Kind.BY_ID
    assert slots(Rollout)["critical_skills"].kind is Kind.TEXT_BY_ID


def test_keys_are_those_of_the_file_not_of_the_models():
    assert list(slots(ExtraHours)) == ["date", "why", "hours"]
    assert "import" in slots(PlanSettings)
    assert "imported" not in slots(PlanSettings)
    assert list(slots(slots(Customer)["freeze"].model)) == ["from", "to", "why"]
