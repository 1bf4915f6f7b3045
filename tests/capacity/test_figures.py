"""Figures: which are weak, and what a change makes of them."""

import pytest

from rollout_kit.capacity.figures import Figure, Mark, concurrency_of, handling_of, passes_on_of, shrinkage_of

FIGURE = Figure(name="ramp", path=("load",), low=1, likely=2, high=4, unit="days", mark=Mark.STATED)


@pytest.mark.parametrize(
    ("mark", "is_weak"),
    [(Mark.OWN, False), (Mark.STATED, False), (Mark.A, False), (Mark.B, False), (Mark.C, True), (Mark.NONE, True)],
)
def test_one_practitioner_and_our_own_choice_are_weak(mark: Mark, *, is_weak: bool) -> None:
    assert Figure(name="ramp", path=(), low=1, likely=2, high=4, unit="days", mark=mark).is_weak is is_weak


def test_a_figure_is_certain_once_it_is_pinned() -> None:
    pinned = FIGURE.pinned(3)
    assert (pinned.low, pinned.likely, pinned.high) == (3, 3, 3)
    assert pinned.is_certain
    assert not FIGURE.is_certain


def test_a_scaled_figure_keeps_its_spread() -> None:
    scaled = FIGURE.scaled(0.5)
    assert (scaled.low, scaled.likely, scaled.high) == (0.5, 1, 2)


def test_no_two_figures_of_a_level_or_channel_share_a_name() -> None:
    names = [name("L1") for name in (handling_of, shrinkage_of, passes_on_of, concurrency_of)]
    assert len(set(names)) == 4
