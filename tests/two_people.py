"""The smallest description with somebody to do the work: two houses, one person in each."""

from datetime import date

from rollout_kit import pipeline
from rollout_kit.assess.result import Result

AS_OF = date(2026, 12, 14)

_TEXT = """
[rollout]
name = "X"
kickoff = 2027-01-11
go_live = 2027-02-09
[customer]
name = "C"
[provider]
name = "P"
[people.anna]
name = "Anna"
roles = ["service_owner", "sponsor", "trainer"]
[people.ben]
name = "Ben"
organisation = "provider"
roles = ["operations_lead", "second_level", "desk"]
"""


def result_with(more: str, as_of: date = AS_OF) -> Result:
    """Run the whole flow over the description and what follows it."""
    outcome = pipeline.run("rollout.toml", {"rollout.toml": f"{_TEXT}{more}".encode()}, as_of)
    assert outcome.result is not None, outcome.problems
    return outcome.result
