"""What is accepted by both houses: told, and counted no more, as long as it holds."""

from datetime import date

import pytest

from rollout_kit.assess.open_items import open_items
from rollout_kit.assess.result import Result
from rollout_kit.assess.verdict import Verdict
from rollout_kit.assess.waivers import Standing
from tests.two_people import AS_OF, result_with

SHARED = """
[responsibilities]
restore = { accountable = ["anna", "ben"], responsible = "ben" }
backup = { accountable = ["anna", "ben"], responsible = "ben" }
"""
AGREED = 'reason = "until the new one is there"\nagreed = ["anna", "ben"]\n'


def result(*waivers: str, as_of: date = AS_OF) -> Result:
    return result_with(SHARED + "".join(f"[[waivers]]\n{waiver}\n" for waiver in waivers), as_of)


def states(found: Result, code: str = "OWN101") -> dict[str, str]:
    return {".".join(map(str, each.path)): each.state for each in found.findings if each.code == code}


def test_a_waiver_of_a_path_leaves_the_others_open() -> None:
    found = states(result(f'rule = "OWN101"\npath = "responsibilities.restore"\n{AGREED}'))

    assert found["responsibilities.restore"] == "waived"
    assert found["responsibilities.backup"] == "open"


def test_a_waiver_without_a_path_is_for_the_whole_rule() -> None:
    assert set(states(result(f'rule = "OWN101"\n{AGREED}')).values()) == {"waived"}


def test_what_is_waived_counts_no_more_and_is_not_cured() -> None:
    before, after = result(), result(f'rule = "OWN101"\n{AGREED}')

    assert any("OWN101" in task.codes and task.origin == "cure" for task in before.case.plan.tasks)
    assert not any("OWN101" in task.codes and task.origin == "cure" for task in after.case.plan.tasks)
    assert len(before.findings) == len(after.findings)


@pytest.mark.parametrize(
    ("waiver", "as_of", "standing"),
    [
        (f"{AGREED}until = 2027-01-20", date(2027, 1, 20), Standing.ACTIVE),
        (f"{AGREED}until = 2027-01-20", date(2027, 1, 21), Standing.EXPIRED),
        (AGREED, date(2027, 2, 10), Standing.ACTIVE),  # 30 days from the kickoff
        (AGREED, date(2027, 2, 11), Standing.EXPIRED),
        (f"{AGREED}until = 2027-04-10", date(2027, 1, 20), Standing.ACTIVE),  # 60 days from go-live
        (f"{AGREED}until = 2027-04-11", date(2027, 1, 20), Standing.TOO_LONG),
        (f"{AGREED}until = 2027-04-11", date(2027, 4, 10), Standing.TOO_LONG),
        (f"{AGREED}until = 2027-04-11", date(2027, 4, 11), Standing.EXPIRED),
        ('reason = "x"\nagreed = ["anna"]', date(2027, 1, 20), Standing.REJECTED),
        ('agreed = ["anna", "ben"]', date(2027, 1, 20), Standing.REJECTED),
    ],
)
def test_a_waiver_holds_until_its_day(waiver: str, as_of: date, standing: Standing) -> None:
    found = result(f'rule = "OWN101"\npath = "responsibilities.restore"\n{waiver}', as_of=as_of)
    (judged,) = found.case.waivers

    assert judged.standing is standing
    is_waived = standing in (Standing.ACTIVE, Standing.TOO_LONG)
    assert states(found)["responsibilities.restore"] == ("waived" if is_waived else "open")


def test_an_expired_waiver_keeps_a_rollout_from_ready() -> None:
    found = result(f'rule = "TRN111"\n{AGREED}until = 2026-12-01')

    assert "WAI101" in [each.code for each in found.findings]
    assert found.verdict in (Verdict.TOO_LITTLE_KNOWN, Verdict.NOT_READY)


def test_a_rule_that_could_not_be_tested_is_not_waived() -> None:
    before, after = result(), result(f'rule = "OWN105"\n{AGREED}')

    assert [rule.code for rule in after.untested] == [rule.code for rule in before.untested]
    assert after.verdict is before.verdict


@pytest.mark.parametrize(
    ("waiver", "ends"),
    [
        (f"{AGREED}until = 2027-02-09", []),  # the last day of the plan
        (f"{AGREED}until = 2027-02-10", [date(2027, 2, 10)]),
        (f"{AGREED}until = 2027-04-11", [date(2027, 4, 10)]),  # held until go-live + 60
        ('reason = "x"\nagreed = ["anna"]\nuntil = 2027-02-10', []),
    ],
)
def test_a_waiver_that_holds_past_the_plan_has_its_end_after_it(waiver: str, ends: list[date]) -> None:
    found = result(f'rule = "OWN101"\n{waiver}')
    later = [item for item in found.case.plan.later if item.id.startswith("waiver-")]

    assert found.case.plan.last_day == date(2027, 2, 9)
    assert [(item.id, item.date) for item in later] == [("waiver-1", end) for end in ends]
    assert all(item.who == ("anna", "ben") for item in later)
    assert list(found.case.plan.later) == sorted(found.case.plan.later, key=lambda item: (item.date, item.id))


def test_a_waiver_of_several_findings_tells_the_first_and_counts_the_others() -> None:
    one, both = (
        next(item for item in open_items(result(f'rule = "OWN101"\n{path}{AGREED}')) if item.origin == "waiver")
        for path in ('path = "responsibilities.restore"\n', "")
    )

    assert [each.parameters for each in one.further] == [{"reason": "until the new one is there"}]
    assert [each.parameters for each in both.further] == [{"reason": "until the new one is there"}, {"n": 2}]
    assert (one.id, both.id) == ("waiver-1", "waiver-1")


def test_a_waiver_without_a_finding_has_no_end_to_watch() -> None:
    found = result(f'rule = "TRN111"\n{AGREED}until = 2027-03-10')
    assert not [item for item in found.case.plan.later if item.id.startswith("waiver-")]


@pytest.mark.parametrize(("until", "state"), [("2027-01-20", "open"), ("2026-12-14", "open"), ("2026-12-13", None)])
def test_what_is_waived_is_an_open_item_with_its_last_day(until: str, state: str | None) -> None:
    found = result(f'rule = "OWN101"\n{AGREED}until = {until}')
    items = [item for item in open_items(found) if item.origin == "waiver"]

    assert [item.state for item in items] == ([state] if state else [])
    assert all((item.who, item.until, item.codes) == ("anna", date.fromisoformat(until), ("OWN101",)) for item in items)
