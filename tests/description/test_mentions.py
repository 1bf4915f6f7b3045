"""The table of fields that mention a name."""

from rollout_kit.description.mentions import MENTIONED, Mention, Named
from rollout_kit.description.section import Keyed


def test_every_mention_is_a_field_of_its_model():
    assert len(MENTIONED) > 50
    assert [
        (model.__name__, name)
        for model, name in MENTIONED
        if name not in model.model_fields and not (name == "id" and issubclass(model, Keyed))
    ] == []


def test_every_kind_of_name_is_mentioned_somewhere():
    assert set(Named) == set(MENTIONED.values())


def test_a_mention_is_a_value():
    assert Mention(kind=Named.SITE, name="x", path=("a",)) == Mention(kind=Named.SITE, name="x", path=("a",))
