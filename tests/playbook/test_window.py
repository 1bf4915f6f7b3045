import pytest

from rollout_kit.playbook.window import MarkOfPlan, Window, WindowError, parse_mark, parse_window


@pytest.mark.parametrize(
    ("written", "mark"),
    [
        ("k+0", MarkOfPlan("k", 0)),
        ("k+12", MarkOfPlan("k", 12)),
        ("g-4", MarkOfPlan("g", -4)),
        ("g+10", MarkOfPlan("g", 10)),
        ("p0", MarkOfPlan("p", 0)),
        ("p0.15", MarkOfPlan("p", 0.15)),
        ("p1.0", MarkOfPlan("p", 1)),
        ("d4", MarkOfPlan("d", 4)),
        ("h", MarkOfPlan("h")),
        (" h ", MarkOfPlan("h")),
    ],
)
def test_a_mark_is_read_as_it_is_written(written: str, mark: MarkOfPlan) -> None:
    assert parse_mark(written) == mark


@pytest.mark.parametrize("written", ["", "k", "k2", "g4", "p1.1", "p15", "d", "d-4", "h1", "x+1", "k+1.5", "g-4w"])
def test_what_is_no_mark_is_refused_with_its_text(written: str) -> None:
    with pytest.raises(WindowError, match="^" + written.replace("+", r"\+") + "$"):
        parse_mark(written)


def test_a_window_stands_between_two_marks() -> None:
    window = parse_window("k+1..p0.15")

    assert window == Window(start=MarkOfPlan("k", 1), end=MarkOfPlan("p", 0.15))
    assert not window.is_series


def test_a_window_on_dates_is_a_series_from_the_first_to_the_last() -> None:
    window = parse_window("on p0.15,g-10,g-1")

    assert [first.offset for first, _ in window.dates] == [0.15, -10, -1]
    assert all(first == last for first, last in window.dates)
    assert (window.start, window.end) == (MarkOfPlan("p", 0.15), MarkOfPlan("g", -1))
    assert window.is_series


def test_a_date_of_a_series_may_be_any_day_between_two() -> None:
    window = parse_window("on d4-d7,d11-d14")

    assert window.dates == (
        (MarkOfPlan("d", 4), MarkOfPlan("d", 7)),
        (MarkOfPlan("d", 11), MarkOfPlan("d", 14)),
    )
    assert (window.start, window.end) == (MarkOfPlan("d", 4), MarkOfPlan("d", 14))


def test_a_daily_window_is_a_series_without_dates() -> None:
    window = parse_window("daily g+1..g+10")

    assert window == Window(start=MarkOfPlan("g", 1), end=MarkOfPlan("g", 10), is_daily=True)
    assert window.is_series


@pytest.mark.parametrize("written", ["k+1", "k+1-k+2", "k+1..", "..g-2", "on ", "on d4-", "on k+1..k+2", "daily g+1"])
def test_what_is_no_window_is_refused(written: str) -> None:
    with pytest.raises(WindowError):
        parse_window(written)
