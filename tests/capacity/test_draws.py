import math
from statistics import NormalDist, fmean, pvariance

import pytest

from rollout_kit.capacity.draws import (
    FEW_CONTACTS,
    INVERTED_BELOW,
    Purpose,
    contacts,
    day_draws,
    demand_factor,
    figure_shares,
    many_contacts,
    normal_places,
    stream,
    triangular,
)


def poisson_below(rate: float, count: int) -> float:
    """Likelihood of at most `count`, by another way: logarithms of each term."""
    return math.fsum(math.exp(-rate + k * math.log(rate) - math.lgamma(k + 1)) for k in range(count + 1))


def test_a_stream_depends_on_seed_run_and_purpose_alone() -> None:
    first = [stream(7, run, purpose).random() for run in range(3) for purpose in Purpose]
    again = [stream(7, run, purpose).random() for run in range(3) for purpose in Purpose]
    assert first == again
    assert len(set(first)) == len(first)
    assert stream(8, 0, Purpose.CALLS).random() != stream(7, 0, Purpose.CALLS).random()


def test_the_throws_of_a_seed_are_the_same_on_every_python() -> None:
    draws = day_draws(2027, 3, 2)
    assert [round(value, 9) for value in (*draws.calls, *draws.ticket_work)] == [
        0.291244754,
        0.954167137,
        -0.576601058,
        -0.909593156,
    ]
    assert round(demand_factor(2027, 3, 0.2), 9) == 0.731479074


def test_a_longer_horizon_leaves_the_days_before_as_they_were() -> None:
    short, long = day_draws(1, 5, 30), day_draws(1, 5, 60)
    assert short.tickets == long.tickets[:30]
    assert short.passed_work == long.passed_work[:30]


def test_more_figures_leave_those_before_as_they_were() -> None:
    assert figure_shares(1, 2, 5) == figure_shares(1, 2, 9)[:5]


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
    below = FEW_CONTACTS[int(rate * 64)]
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
    places = normal_places()
    exact = [NormalDist().inv_cdf((index + 0.5) / len(places)) for index in range(len(places))]
    assert places == pytest.approx(exact, abs=1e-12)
