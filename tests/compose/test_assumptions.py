"""What the plan says it assumes about sessions."""

from datetime import date

import pytest

from rollout_kit import pipeline
from rollout_kit.compose import compose
from rollout_kit.document import Group, Table, walk

FILE = """
[rollout]
name = "Mail"
kickoff = 2027-01-11
[customer]
name = "Hillside"
users = 20
[provider]
name = "Northway"
[rooms.hall]
name = "Hall"
seats = 12
[training.users]
name = "All"
audience = "users"
"""


def assumed(text: str) -> dict[str, tuple[str, str]]:
    outcome = pipeline.run("rollout.toml", {"rollout.toml": text.encode()}, date(2026, 12, 14))
    assert outcome.result is not None
    (plan,) = compose(outcome.result, ["plan"], "en")
    (part,) = [node for node in walk(plan.children) if isinstance(node, Group) and node.anchor == "assumptions"]
    (table,) = [node for node in part.children if isinstance(node, Table)]
    cells = [["".join(span.text for span in cell.spans) for cell in row.cells] for row in table.rows]
    return {what: (value, rests_on) for what, value, rests_on in cells}


@pytest.mark.parametrize(
    ("more", "kept", "per_session"),
    [
        ("", True, True),
        ('room = "hall"', True, False),
        ("sessions = [{ date = 2027-02-02, seats = 22 }]", False, False),
        ("sessions = [{ date = 2027-02-02, seats = 21 }]", True, True),
    ],
)
def test_seats_that_nobody_named_are_told_as_our_default(more: str, kept: bool, per_session: bool) -> None:
    lines = assumed(FILE + more)
    ours = "our default, change it"
    assert (lines.get("Seats kept for the ill") == ("one in ten of the people", ours)) is kept
    assert (lines.get("Seats per session where no room is named") == ("12", ours)) is per_session
