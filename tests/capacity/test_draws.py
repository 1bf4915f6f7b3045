import math
from statistics import NormalDist, fmean, pvariance

import pytest

from rollout_kit.capacity.draws import (
    FEW_CONTACTS,
    INVERTED_BELOW,
    NORMALS,
    STEPS_A_CONTACT,
    Dice,
    Purpose,
    contacts,
    demand_factor,
    many_contacts,
    stream,
    triangular,
)


def poisson_below(rate: float, count: int) -> float:
    """Likelihood of at most `count`, by another way: logarithms of each term."""
    return math.fsum(math.exp(-rate + k * math.log(rate) - math.lgamma(k + 1)) for k in range(count + 1))


def dice(seed: int = 2027, days: int = 2, levels: tuple[bool, ...] = (True, True)) -> Dice:
    return Dice(seed=seed, days=days, levels=levels)


def test_a_stream_depends_on_seed_run_purpose_and_level_alone() -> None:
    keys = [(run, purpose, level) for run in range(3) for purpose in Purpose for level in (0, 2)]
    first = [stream(7, *key).random() for key in keys]
    assert first == [stream(7, *key).random() for key in reversed(keys)][::-1]
    assert stream(8, 0, Purpose.LEVEL).random() != stream(7, 0, Purpose.LEVEL).random()


def test_no_two_streams_of_neighbouring_runs_are_one() -> None:
    keys = [(run, Purpose.LEVEL, level) for run in range(3) for level in range(3)]
    keys += [(run, purpose, 0) for run in range(3) for purpose in (Purpose.DEMAND, Purpose.FIGURES)]
    assert len({stream(7, *key).random() for key in keys}) == len(keys)


def test_the_throws_of_a_seed_are_the_same_on_every_python() -> None:
    throws = dice().of(3)
    first = (throws.figures[0], *throws.calls, *throws.work[1])
    assert [round(value, 9) for value in first] == [0.917360411, 0.850375001, 0.590474165, -0.84048811, 0.896711192]
    assert round(demand_factor(2027, 3, 0.2), 9) == 1.102644419


def test_more_levels_leave_the_others_as_they_were() -> None:
    few, more = dice().of(5), dice(levels=(True, True, True)).of(5)
    assert few.figures == more.figures
    assert few.calls == more.calls
    assert few.contacts == more.contacts[:2]
    assert few.work == more.work[:2]


def test_a_level_without_people_needs_no_throws() -> None:
    some = dice(levels=(True, False, True)).of(5)
    all = dice(levels=(True, True, True)).of(5)
    assert (some.contacts[1], some.work[1]) == ((), ())
    assert (some.contacts[2], some.work[2]) == (all.contacts[2], all.work[2])


def test_demand_is_that_of_its_run_and_variation() -> None:
    thrown = dice()
    assert thrown.demand(4, 0.2) == demand_factor(2027, 4, 0.2) != thrown.demand(4, 0.4)


def test_throws_are_kept_only_while_they_are_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rollout_kit.capacity.draws.MOST_KEPT", 10)  # one run of 2 days and 2 levels
    thrown = dice()
    assert thrown.of(0) is thrown.of(0)
    assert thrown.of(1) is not thrown.of(1)
    assert thrown.of(1) == thrown.of(1)


def test_demand_varies_as_much_as_said() -> None:
    factors = [demand_factor(1, run, 0.2) for run in range(4000)]
    assert fmean(factors) == pytest.approx(1, abs=0.015)
    assert math.sqrt(pvariance(factors)) == pytest.approx(0.2, abs=0.01)
    assert demand_factor(1, 0, 0.0) == 1.0


@pytest.mark.parametrize(
    ("share", "value"),
    [(0.0, 2.0), (0.25, 4.0), (1.0, 10.0), (0.4, 10 - 8 * math.sqrt(0.6 * 0.75))],
)
def test_a_triangular_figure_has_its_shares_where_they_belong(share: float, value: float) -> None:
    assert triangular(share, 2.0, 4.0, 10.0) == pytest.approx(value)


def test_a_figure_that_is_known_does_not_vary() -> None:
    assert {triangular(share, 3.0, 3.0, 3.0) for share in (0.0, 0.3, 0.999)} == {3.0}


@pytest.mark.parametrize(("share", "value"), [(0.75, 2 + 2 * math.sqrt(0.75)), (0.5, 2 + 2 * math.sqrt(0.5))])
def test_the_likely_value_may_be_the_highest(share: float, value: float) -> None:
    assert triangular(share, 2.0, 4.0, 4.0) == pytest.approx(value)


@pytest.mark.parametrize("rate", [0.25, 1.0, 7.5, 29.0])
def test_few_contacts_are_those_of_a_poisson(rate: float) -> None:
    below = FEW_CONTACTS[int(rate * STEPS_A_CONTACT)]
    assert below[:12] == pytest.approx([poisson_below(rate, count) for count in range(12)], rel=1e-12)
    assert below[-1] == pytest.approx(1)


@pytest.mark.parametrize("rate", [30.0, 200.0, 5000.0])
def test_many_contacts_come_close_to_a_poisson(rate: float) -> None:
    shares = [(index + 0.5) / 4096 for index in range(4096)]
    counted = [many_contacts(rate, share) for share in shares]
    assert fmean(counted) == pytest.approx(rate, rel=0.001)
    assert pvariance(counted) == pytest.approx(rate, rel=0.02)
    for place in (409, 2048, 3686):
        assert (
            poisson_below(rate, counted[place] - 1) - 0.02
            <= shares[place]
            <= poisson_below(rate, counted[place]) + 0.02
        )


def test_counts_go_over_from_few_to_many_without_a_step() -> None:
    for share in (0.05, 0.5, 0.95):
        assert abs(contacts(INVERTED_BELOW - 0.001, share) - contacts(INVERTED_BELOW, share)) <= 1


def test_a_higher_rate_never_brings_fewer_contacts() -> None:
    for share in (0.01, 0.3, 0.7, 0.99):
        counts = [contacts(step / 10, share) for step in range(700)]
        assert counts == sorted(counts)


def test_nobody_calls_where_nobody_is() -> None:
    assert {contacts(0.0, share) for share in (0.0, 0.5, 0.9999999)} == {0}


def test_normals_stand_at_the_middles_of_equal_shares() -> None:
    exact = [NormalDist().inv_cdf((index + 0.5) / len(NORMALS)) for index in range(len(NORMALS))]
    assert list(NORMALS) == pytest.approx(exact, abs=1e-12)
