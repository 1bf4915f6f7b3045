"""What differs between two runs of one rollout."""

from datetime import date

from rollout_kit import pipeline
from rollout_kit.assess.result import Result
from rollout_kit.compare.difference import difference, figures
from rollout_kit.finding import Severity
from rollout_kit.plan.model import State

TINY = """\
[rollout]
name = "Mail"
kickoff = 2027-01-11
{rollout}
[customer]
name = "Muster AG"
[provider]
name = "NetServ GmbH"
[people.keller]
name = "Anna Keller"
roles = ["service_owner"]
share = {share}
[load]
load_test_factor = 1.0
"""


def run(rollout: str = "", share: str = "0.5") -> Result:
    text = TINY.format(rollout=rollout, share=share)
    result = pipeline.run("rollout.toml", {"rollout.toml": text.encode()}, date(2026, 12, 14)).result
    assert result is not None
    return result


def test_the_same_twice_differs_in_nothing() -> None:
    found = difference(run(), run())

    assert (found.gone, found.new, found.heavier, found.lighter, found.shifts) == ((), (), (), (), ())


def test_what_one_run_has_and_the_other_lacks_is_listed_for_either() -> None:
    one, other = run(), run('tier = "critical"')
    there, back = difference(one, other), difference(other, one)

    assert (there.gone, there.new) == (back.new, back.gone)
    assert {each.code for each in there.heavier} == {each.code for each in back.lighter}
    assert there.heavier
    assert all(
        now.severity > next(was for was in one.findings if (was.code, was.path) == (now.code, now.path)).severity
        for now in there.heavier
    )


def test_tasks_that_lose_their_place_come_first() -> None:
    found = difference(run(), run(share="0.02"))

    homeless = [shift for shift in found.shifts if shift.after is None]
    assert homeless
    assert list(found.shifts[: len(homeless)]) == homeless
    assert all(shift.days == 0 for shift in homeless)
    moved = [abs(shift.days) for shift in found.shifts[len(homeless) :] if shift.before]
    assert moved == sorted(moved, reverse=True)


def test_a_run_is_counted() -> None:
    result = run(share="0.02")
    told = figures(result)

    unplaced = [task for task in result.case.plan.tasks if task.state is State.UNPLACED]
    assert told.homeless == sum(not task.needs_extra for task in unplaced) > 0
    assert any(task.needs_extra for task in unplaced)
    assert told.tasks == len(result.case.plan.tasks)
    assert list(told.open) == [Severity.BLOCKER, Severity.HIGH, Severity.MEDIUM, Severity.LOW]
    assert sum(told.open.values()) == len(result.findings)
