"""The whole description as one value."""

from .sample import validated

TEXT = """\
[rollout]
name = "Mail"
kickoff = 2027-01-11
[customer]
name = "Muster AG"
[provider]
name = "NetServ GmbH"
[people.keller]
name = "Anna Keller"
share = 0.5
"""


def test_a_copy_looks_its_people_up_itself() -> None:
    rollout = validated(TEXT).rollout
    assert rollout is not None
    assert rollout.person_by_id["keller"].share == 0.5

    busier = rollout.person_by_id["keller"].model_copy(update={"share": 0.9})
    copy = rollout.model_copy(update={"people": (busier,)})

    assert copy.person_by_id["keller"].share == 0.9
    assert copy.about is rollout.about
    assert rollout.person_by_id["keller"].share == 0.5
