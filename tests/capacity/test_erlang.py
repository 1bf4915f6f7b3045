"""Erlang B, C and A against exact values, at their edges, and in what they claim of more agents and more patience."""

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mpmath import mpf

from rollout_kit.capacity.erlang import Waiting, erlang_b, erlang_c, required_agents, waiting
from rollout_kit.capacity.limits import MOST_AGENTS, MOST_ERLANG, BeyondLimits, OutOfReach
from tests.capacity.exact import TABLE, Case, blocked, measures

TEN_DIGITS = 1e-10
PROPERTY = settings(max_examples=100, deadline=None, derandomize=True, database=None)
TABULATED = json.loads(TABLE.read_text(encoding="utf-8"))
HOUR = 3600.0
SECONDS_20 = {"handling_seconds": 300.0, "target_seconds": 20.0}
# 30 calls an hour of 8 minutes, answered in 20 seconds: a worked example of many textbooks.
EXAMPLE = {"arrivals_per_hour": 30.0, "handling_seconds": 480.0, "target_seconds": 20.0}


def largest_error(case: Case, exact: Mapping[str, object]) -> float:
    """Return the largest relative error of a measure; what is too small to be told exactly must be as small."""
    ours = asdict(waiting(**asdict(case)))
    assert ours.pop("is_stable")
    pairs = [(value, mpf(exact[name])) for name, value in ours.items()]
    assert len(pairs) == 6
    return max(float(abs(value / truth - 1)) if truth > 1e-290 else float(value > 1e-29) for value, truth in pairs)


@pytest.mark.parametrize("row", TABULATED, ids=lambda row: "-".join(f"{value}" for value in row["case"].values()))
def test_large_desks_have_ten_digits(row: dict[str, dict[str, object]]) -> None:
    assert largest_error(Case(**row["case"]), row["measures"]) < TEN_DIGITS  # type: ignore[arg-type]


def test_large_desks_are_large() -> None:
    loads = {row["case"]["arrivals_per_hour"] * row["case"]["handling_seconds"] / HOUR for row in TABULATED}
    assert max(loads) == 50_000
    assert len(TABULATED) > 60


@pytest.mark.parametrize("patience", [None, 1.0, 180.0, 3600.0, 86_400.0])
@pytest.mark.parametrize("target", [0.0, 20.0, 60.0, 14_400.0])
@pytest.mark.parametrize(
    ("arrivals", "handling", "agents"),
    [(0.001, 720.0, 1), (1.18, 720.0, 1), (4.7, 720.0, 1), (14.1, 720.0, 5), (60.0, 300.0, 4), (60.0, 300.0, 40)],
)
def test_small_desks_have_ten_digits(
    arrivals: float, handling: float, agents: int, target: float, patience: float | None
) -> None:
    case = Case(
        arrivals_per_hour=arrivals,
        handling_seconds=handling,
        agents=agents,
        target_seconds=target,
        patience_seconds=patience,
    )
    if patience or arrivals * handling / HOUR < agents:
        assert largest_error(case, measures(case)) < TEN_DIGITS
    else:
        assert not waiting(**asdict(case)).is_stable


@pytest.mark.parametrize("patience", [None, 600.0])
@pytest.mark.parametrize("missing", [1e-3, 1e-6, 1e-9])
def test_an_almost_full_desk_has_ten_digits(missing: float, patience: float | None) -> None:
    case = Case(
        arrivals_per_hour=(37 - missing) * HOUR / 700,
        handling_seconds=700.0,
        agents=37,
        target_seconds=20.0,
        patience_seconds=patience,
    )
    assert largest_error(case, measures(case)) < TEN_DIGITS


@pytest.mark.parametrize(
    ("load", "agents"), [(0.001, 1), (0.5, 3), (4.0, 7), (30.0, 300), (300.0, 256), (300.0, 257), (50_000.0, 49_000)]
)
def test_erlang_b_has_ten_digits(load: float, agents: int) -> None:
    assert erlang_b(load, agents) == pytest.approx(float(blocked(load, agents)), rel=TEN_DIGITS, abs=1e-300)


def test_erlang_b_and_c_at_their_edges() -> None:
    assert (erlang_b(0.0, 3), erlang_b(0.0, 0), erlang_b(2.0, 0)) == (0.0, 1.0, 1.0)
    assert (erlang_c(0.0, 3), erlang_c(0.0, 0)) == (0.0, 0.0)
    assert (erlang_c(2.0, 0), erlang_c(2.0, 2), erlang_c(2.0, 1)) == (None, None, None)
    assert erlang_c(1.0, 2) == pytest.approx(1 / 3, rel=1e-15)
    assert erlang_b(1.0, 2) == pytest.approx(1 / 5, rel=1e-15)
    assert erlang_b(1.0, 10_000) == erlang_b(1e-200, 1000) == erlang_c(1.0, 10_000) == 0.0


@pytest.mark.parametrize(("agents", "percent"), [(7, 88), (6, 74), (5, 47)])
def test_thirty_calls_of_eight_minutes(agents: int, percent: int) -> None:
    level = waiting(**EXAMPLE, agents=agents).service_level
    assert level is not None
    assert round(100 * level) == percent


@pytest.mark.parametrize("calls", [0.5, 1.0, 2.0, 4.9])
def test_one_person_alone_is_the_closed_formula(calls: float) -> None:
    load = calls * 12 / 60
    alone = waiting(arrivals_per_hour=calls, handling_seconds=720.0, agents=1, target_seconds=60.0)
    assert alone.service_level == pytest.approx(1 - load * math.exp(-(1 - load) / 12), rel=1e-12)


# 1.1 tickets a user and month, 60 % by phone, 15 % in the peak hour, 12 minutes, 80 % in 60 s; then three times that
@pytest.mark.parametrize(
    ("users", "with_patience", "without", "after_go_live"),
    [(50, 1, 1, 1), (100, 1, 1, 2), (250, 1, 2, 2), (500, 2, 2, 3), (1000, 2, 3, 5)],
)
def test_agents_of_small_firms(users: int, with_patience: int, without: int, after_go_live: int) -> None:
    def agents(factor: float, patience: float | None) -> int:
        calls = users * 1.1 / 21 * 0.6 * 0.15 * factor
        return required_agents(
            arrivals_per_hour=calls,
            handling_seconds=720.0,
            target_seconds=60.0,
            target_share=0.8,
            patience_seconds=patience,
        )

    assert (agents(1, 180.0), agents(1, None), agents(3, 180.0)) == (with_patience, without, after_go_live)


@pytest.mark.parametrize(("share", "agents"), [(0.46, 5), (0.73, 6), (0.75, 7), (0.80, 7), (0.90, 8)])
def test_the_fewest_agents_who_reach_a_share(share: float, agents: int) -> None:
    assert required_agents(**EXAMPLE, target_share=share) == agents


def test_half_an_erlang_needs_one_agent_where_half_in_time_is_enough() -> None:
    assert required_agents(arrivals_per_hour=6.0, **SECONDS_20, target_share=0.5) == 1


def test_a_target_that_is_just_met_is_met() -> None:
    assert waiting(arrivals_per_hour=6.0, handling_seconds=300.0, agents=1, target_seconds=0.0).service_level == 0.5
    met = {"arrivals_per_hour": 6.0, "handling_seconds": 300.0, "target_seconds": 0.0}
    assert required_agents(**met, target_share=0.5) == 1
    assert required_agents(**met, target_share=0.5 + 1e-9) == 2
    assert required_agents(**met, target_share=0.5 - 1e-9) == 1


@pytest.mark.parametrize("patience", [None, 1e9])
def test_an_occupancy_that_is_just_kept_is_kept(patience: float | None) -> None:
    asked = {"arrivals_per_hour": 30.0, "handling_seconds": 480.0, "target_seconds": HOUR, "target_share": 0.1}
    assert required_agents(**asked, patience_seconds=patience, max_occupancy=0.8) == 5
    assert required_agents(**asked, patience_seconds=patience, max_occupancy=0.799) == 6


def test_who_hangs_up_is_kept_under_the_cap() -> None:
    asked = {"arrivals_per_hour": 60.0, **SECONDS_20, "target_share": 0.0, "patience_seconds": 60.0}
    lost = [
        waiting(arrivals_per_hour=60.0, **SECONDS_20, agents=n, patience_seconds=60.0).abandonment for n in range(9)
    ]
    for agents in range(1, 9):
        assert required_agents(**asked, max_abandonment=lost[agents]) == agents
    assert required_agents(**asked) == required_agents(**asked, max_abandonment=1.0) == 0
    assert required_agents(**{**asked, "patience_seconds": None}, max_abandonment=0.0) == 6


def is_enough(asked: dict[str, float | None], agents: int) -> bool:
    caps = asked["max_occupancy"], asked["max_abandonment"]
    names = ("arrivals_per_hour", "handling_seconds", "target_seconds", "patience_seconds")
    got = waiting(**{name: asked[name] for name in names}, agents=agents)  # type: ignore[arg-type]
    share = asked["target_share"]
    if not got.is_stable or got.service_level is None or share is None or got.service_level < share:
        return False
    return (caps[0] is None or (got.occupancy is not None and got.occupancy <= caps[0])) and (
        caps[1] is None or (got.abandonment is not None and got.abandonment <= caps[1])
    )


ASKED = st.fixed_dictionaries(
    {
        "arrivals_per_hour": st.floats(0.01, 500),
        "handling_seconds": st.floats(30, 3600),
        "target_seconds": st.sampled_from([0.0, 20.0, 60.0, 600.0, 14_400.0]),
        "target_share": st.floats(0.01, 0.999),
        "patience_seconds": st.none() | st.floats(1, 200_000),
        "max_occupancy": st.none() | st.floats(0.2, 1),
        "max_abandonment": st.none() | st.floats(0.001, 1),
    }
)


@PROPERTY
@given(ASKED)
def test_the_number_is_enough_and_one_less_is_not(asked: dict[str, float | None]) -> None:
    agents = required_agents(**asked)  # type: ignore[arg-type]
    assert is_enough(asked, agents)
    assert agents == 1 or not is_enough(asked, agents - 1)


DESK = st.fixed_dictionaries(
    {
        "arrivals_per_hour": st.floats(0.001, 3000),
        "handling_seconds": st.floats(1, 10_000),
        "target_seconds": st.floats(0, 20_000),
        "patience_seconds": st.none() | st.floats(0.5, 1e6),
    }
)
SLACK = 1e-9


def measured(desk: dict[str, float | None], agents: int, **changed: float | None) -> Waiting:
    return waiting(**{**desk, **changed}, agents=agents)  # type: ignore[arg-type]


@PROPERTY
@given(DESK, st.integers(1, 300))
def test_one_agent_more_never_makes_anything_worse(desk: dict[str, float | None], agents: int) -> None:
    fewer, more = measured(desk, agents), measured(desk, agents + 1)
    if not fewer.is_stable:
        return
    better = 1 + SLACK
    assert more.service_level * better >= fewer.service_level  # type: ignore[operator]
    for name in ("wait_probability", "mean_wait_seconds", "occupancy", "abandonment"):
        assert getattr(more, name) <= getattr(fewer, name) * better


@PROPERTY
@given(DESK, st.integers(1, 300))
def test_measures_agree_with_one_another(desk: dict[str, float | None], agents: int) -> None:
    got, load = measured(desk, agents), desk["arrivals_per_hour"] * desk["handling_seconds"] / HOUR  # type: ignore[operator]
    if not got.is_stable:
        assert load >= agents
        return
    assert 0 <= got.service_level <= 1 - got.abandonment + SLACK  # type: ignore[operator]
    assert 0 <= got.wait_probability <= 1  # type: ignore[operator]
    assert got.service_level >= 1 - got.wait_probability - SLACK  # type: ignore[operator]
    assert got.occupancy == pytest.approx(load * (1 - got.abandonment) / agents, rel=1e-9, abs=1e-12)  # type: ignore[operator]
    if desk["patience_seconds"]:
        # Each second of waiting is one in which a share of callers hangs up.
        assert got.mean_wait_seconds == pytest.approx(got.abandonment * desk["patience_seconds"], rel=1e-12)


@PROPERTY
@given(DESK, st.integers(1, 300), st.floats(0, 5000))
def test_a_longer_target_is_never_met_less_often(desk: dict[str, float | None], agents: int, further: float) -> None:
    now, later = measured(desk, agents), measured(desk, agents, target_seconds=desk["target_seconds"] + further)  # type: ignore[operator]
    if now.is_stable:
        assert later.service_level >= now.service_level * (1 - SLACK)  # type: ignore[operator]


@PROPERTY
@given(DESK, st.integers(1, 100))
def test_those_who_hang_up_leave_the_others_less_to_wait_for(desk: dict[str, float | None], agents: int) -> None:
    patient = measured(desk, agents, patience_seconds=None)
    impatient = measured(desk, agents, patience_seconds=desk["patience_seconds"] or 300.0)
    if patient.is_stable:
        for name in ("wait_probability", "mean_wait_seconds", "occupancy"):
            assert getattr(impatient, name) <= getattr(patient, name) * (1 + SLACK)


@PROPERTY
@given(st.floats(0.01, 0.99), st.integers(1, 100), st.floats(0, 600))
def test_endless_patience_is_erlang_c(occupancy: float, agents: int, target: float) -> None:
    desk = {
        "arrivals_per_hour": occupancy * agents * 12,
        "handling_seconds": 300.0,
        "target_seconds": target,
        "patience_seconds": 1e9,
    }
    endless, patient = measured(desk, agents), measured(desk, agents, patience_seconds=None)
    for name in ("wait_probability", "service_level", "mean_wait_seconds", "mean_wait_served_seconds", "occupancy"):
        assert getattr(endless, name) == pytest.approx(getattr(patient, name), rel=0.01)


@PROPERTY
@given(st.floats(0.01, 200), st.integers(1, 200))
def test_no_patience_is_erlang_b(load: float, agents: int) -> None:
    got = waiting(
        arrivals_per_hour=load, handling_seconds=HOUR, agents=agents, target_seconds=HOUR, patience_seconds=0.001
    )
    assert got.abandonment == pytest.approx(erlang_b(load, agents), rel=1e-3, abs=1e-300)


@pytest.mark.parametrize("patience", [None, 60.0])
@pytest.mark.parametrize("agents", [0, 1, 5])
def test_without_contacts_everything_is_well(agents: int, patience: float | None) -> None:
    got = waiting(arrivals_per_hour=0, **SECONDS_20, agents=agents, patience_seconds=patience)
    assert got == Waiting(
        wait_probability=0.0, service_level=1.0, mean_wait_seconds=0.0, mean_wait_served_seconds=0.0, occupancy=0.0,
        abandonment=0.0, is_stable=True,
    )  # fmt: skip
    assert required_agents(arrivals_per_hour=0, **SECONDS_20, target_share=1.0, patience_seconds=patience) == 0


NO_ANSWER = Waiting(
    wait_probability=None, service_level=None, mean_wait_seconds=None, mean_wait_served_seconds=None, occupancy=None,
    abandonment=None, is_stable=False,
)  # fmt: skip


@pytest.mark.parametrize("arrivals", [48.0, 48.001, 4800.0])
def test_what_only_grows_has_no_measures(arrivals: float) -> None:
    assert waiting(arrivals_per_hour=arrivals, **SECONDS_20, agents=4) == NO_ANSWER
    assert waiting(arrivals_per_hour=47.999, **SECONDS_20, agents=4).is_stable


def test_nobody_is_there() -> None:
    assert waiting(arrivals_per_hour=1.0, **SECONDS_20, agents=0) == replace(
        NO_ANSWER, wait_probability=1.0, service_level=0.0
    )
    assert waiting(arrivals_per_hour=1.0, **SECONDS_20, agents=0, patience_seconds=60.0) == Waiting(
        wait_probability=1.0, service_level=0.0, mean_wait_seconds=60.0, mean_wait_served_seconds=None, occupancy=None,
        abandonment=1.0, is_stable=True,
    )  # fmt: skip


@pytest.mark.parametrize("patience", [None, 60.0])
def test_no_number_of_agents_answers_everybody(patience: float | None) -> None:
    asked = {"arrivals_per_hour": 1.0, **SECONDS_20, "patience_seconds": patience}
    with pytest.raises(OutOfReach, match="no number of agents"):
        required_agents(**asked, target_share=1.0)
    with pytest.raises(OutOfReach, match="no number of agents"):
        required_agents(**asked, target_share=0.8, max_occupancy=0.0)
    with pytest.raises(OutOfReach, match="not even 10000000 agents"):
        required_agents(**asked, target_share=0.8, max_occupancy=1e-9)
    assert required_agents(**asked, target_share=1 - 1e-15) > 3


def test_a_cap_on_who_hangs_up_counts_where_somebody_does() -> None:
    with pytest.raises(OutOfReach):
        required_agents(arrivals_per_hour=1.0, **SECONDS_20, target_share=0.5, patience_seconds=9.0, max_abandonment=0)


@pytest.mark.parametrize("name", ["arrivals_per_hour", "handling_seconds", "target_seconds", "patience_seconds"])
@pytest.mark.parametrize("value", [-1.0, -1e-300, math.nan, -math.inf, 0.0])
def test_what_is_no_number_is_refused_by_name(name: str, value: float) -> None:
    if not value and name in {"arrivals_per_hour", "target_seconds"}:
        return
    asked = {**EXAMPLE, "patience_seconds": 60.0, name: value}
    for call in (lambda: waiting(**asked, agents=3), lambda: required_agents(**asked, target_share=0.8)):
        with pytest.raises(ValueError, match=f"^{name} is .* must be ") as refusal:
            call()
        assert type(refusal.value) is ValueError


@pytest.mark.parametrize("agents", [-1, 2.0, True, None, "3", math.nan])
@pytest.mark.parametrize(
    "call",
    [lambda n: waiting(**EXAMPLE, agents=n), lambda n: erlang_b(1.0, n), lambda n: erlang_c(1.0, n)],
    ids=["waiting", "b", "c"],
)
def test_agents_are_whole_people(call: Callable[[object], object], agents: object) -> None:
    with pytest.raises(ValueError, match=r"agents is .* must be a whole number"):
        call(agents)


@pytest.mark.parametrize("load", [-1.0, math.nan, math.inf, 10**400])
def test_a_load_is_a_number(load: float) -> None:
    for call in (erlang_b, erlang_c):
        with pytest.raises(ValueError, match="load_erlang is"):
            call(load, 3)


@pytest.mark.parametrize("name", ["target_share", "max_occupancy", "max_abandonment"])
@pytest.mark.parametrize("value", [-0.1, 1.1, math.nan])
@pytest.mark.parametrize("patience", [None, 60.0])
def test_shares_are_shares(name: str, value: float, patience: float | None) -> None:
    with pytest.raises(ValueError, match=f"{name} is .* from 0 to 1"):
        required_agents(**{**EXAMPLE, "target_share": 0.8, "patience_seconds": patience, name: value})


@pytest.mark.parametrize(
    "absurd",
    [
        {"arrivals_per_hour": 1e12}, {"arrivals_per_hour": 1e308}, {"arrivals_per_hour": 10**400},
        {"arrivals_per_hour": math.inf}, {"handling_seconds": math.inf}, {"target_seconds": math.inf},
        {"patience_seconds": math.inf}, {"handling_seconds": 1e300}, {"handling_seconds": 1e-300},
        {"target_seconds": 1e300}, {"patience_seconds": 1e300}, {"patience_seconds": 1e-300},
    ],
    ids=str,
)  # fmt: skip
def test_absurd_sizes_are_refused(absurd: dict[str, float]) -> None:
    with pytest.raises(BeyondLimits):
        waiting(**{**EXAMPLE, **absurd}, agents=3)
    with pytest.raises(BeyondLimits):
        required_agents(**{**EXAMPLE, **absurd}, target_share=0.8)


def test_the_limits_are_reached_and_not_passed() -> None:
    full = {"arrivals_per_hour": MOST_ERLANG, "handling_seconds": HOUR, "target_seconds": 20.0}
    agents = required_agents(**full, target_share=0.8, patience_seconds=180.0)
    # Who hangs up leaves room: in 20 s, one in ten does.
    assert 0.89 * MOST_ERLANG < agents < 0.9 * MOST_ERLANG
    assert MOST_ERLANG < required_agents(**full, target_share=0.8) < 1.01 * MOST_ERLANG
    assert waiting(**EXAMPLE, agents=MOST_AGENTS).service_level == 1
    with pytest.raises(BeyondLimits, match="erlang"):
        waiting(**{**full, "arrivals_per_hour": MOST_ERLANG * (1 + 1e-9)}, agents=3)
    with pytest.raises(BeyondLimits, match="agents"):
        waiting(**full, agents=MOST_AGENTS + 1)
    with pytest.raises(BeyondLimits, match="load_erlang"):
        erlang_b(2.0 * MOST_ERLANG, 3)


def test_contacts_too_few_for_floats_are_none() -> None:
    assert waiting(arrivals_per_hour=5e-324, **SECONDS_20, agents=1).service_level == 1
    assert waiting(arrivals_per_hour=1e-310, **SECONDS_20, agents=1, patience_seconds=60.0).service_level == 1
    assert waiting(arrivals_per_hour=1e-310, **SECONDS_20, agents=1000).service_level == 1
