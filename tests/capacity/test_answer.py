"""The whole answer for a rollout."""

from rollout_kit.calendars.calendars import Calendars
from rollout_kit.capacity.answer import answer, answer_to
from rollout_kit.capacity.model import Untold
from rollout_kit.capacity.outlook import SEED
from tests.capacity.asked import DESK, EVEN, asked, described
from tests.capacity.outgrown import tight


def test_an_answer_has_all_its_parts() -> None:
    found = answer_to(tight(), 30)
    assert found.expectation.question is tight()
    assert (found.outlook.runs, found.outlook.seed) == (30, SEED)
    assert not found.outlook.is_scaling
    assert found.need is not None
    assert found.advice[0].gain > 0
    assert found.bars


def test_what_scales_has_an_answer_without_advice() -> None:
    found = answer_to(asked(EVEN + DESK, users="users = 20"), 20)
    assert found.outlook.is_scaling
    assert (found.advice, found.need) == ((), None)


def test_a_rollout_without_users_or_staff_is_told_what_is_missing() -> None:
    rollout = described("", users="")
    assert answer(rollout, Calendars(rollout)) == Untold(missing=(("customer", "users"), ("support", "L1", "staff")))
