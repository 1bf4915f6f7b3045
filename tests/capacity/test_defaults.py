"""Our figures: in order, with a mark, and with words where a source is named."""

import pytest

from rollout_kit.capacity import defaults
from rollout_kit.capacity.defaults import OURS, Default
from rollout_kit.capacity.figures import TICKETS, Figure, Mark
from rollout_kit.message import message

ALL = {name: value for name, value in vars(defaults).items() if isinstance(value, Default)}


@pytest.mark.parametrize("name", ALL)
def test_a_default_is_a_range_in_order(name: str) -> None:
    default = ALL[name]
    assert 0 <= default.low <= default.likely <= default.high
    assert default.unit != "share" or default.high <= 1


@pytest.mark.parametrize("name", ALL)
def test_only_a_figure_of_ours_has_no_source(name: str) -> None:
    assert ALL[name].source != OURS or ALL[name].mark is Mark.NONE


def test_a_default_says_at_which_key_it_stands_and_how_reliable_it_is() -> None:
    figure = defaults.GOLIVE_FACTOR.figure(TICKETS, ("load", "golive_factor"))
    assert figure == Figure(
        name=TICKETS,
        path=("load", "golive_factor"),
        low=1.2,
        likely=1.4,
        high=3.0,
        unit="factor",
        mark=Mark.A,
        source=message("Intelliteach 2011: 42 % more over 150 rollouts; the range is ours"),
    )


def test_there_is_a_default_for_every_figure_that_a_description_may_leave_out() -> None:
    assert len(ALL) >= 19
