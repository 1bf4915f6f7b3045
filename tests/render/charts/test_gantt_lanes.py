from rollout_kit.render.charts.gantt_lanes import places

LEFT, RIGHT = 70.0, 265.0


def said(*named: tuple[float, str]) -> list[tuple[int, str]]:
    return [(place.lane, place.said) for place in places(named, LEFT, RIGHT)]


def test_names_apart_stand_on_the_first_line() -> None:
    assert said((80, "Ferien"), (120, "Messe")) == [(0, "Ferien"), (0, "Messe")]


def test_a_name_that_would_run_into_another_takes_the_second_line() -> None:
    assert said((80, "Sperre: Lohnlauf"), (85, "Feiertag")) == [(0, "Sperre: Lohnlauf"), (1, "Feiertag")]


def test_where_both_lines_are_taken_the_first_name_is_shortened() -> None:
    found = said(
        (80, "Sperre wegen der Lohnläufe aller Kunden"), (85, "Zweite lange Sperre der Buchhaltung"), (95, "Feiertag")
    )
    assert [lane for lane, _ in found] == [0, 1, 0]
    assert found[0][1].endswith("…")
    assert found[2][1] == "Feiertag"


def test_a_name_without_room_is_left_out() -> None:
    assert len(said((80, "Lange Sperre eins"), (81, "Lange Sperre zwei"), (82, "Lange Sperre drei"))) == 2


def test_a_name_at_the_right_edge_ends_there() -> None:
    (place,) = places([(264, "nach dem Plan")], LEFT, RIGHT)
    assert place.begin < 250
    assert place.end <= RIGHT + 1.21


def test_a_name_longer_than_the_picture_is_shortened() -> None:
    ((_, words),) = said((70, "Sperre " * 60))
    assert words.endswith("…")
