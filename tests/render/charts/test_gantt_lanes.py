import itertools

from rollout_kit.render.charts.gantt_lanes import Named, places

LEFT, RIGHT = 70.0, 265.0


def said(*named: tuple[float, str]) -> list[tuple[int, str]]:
    return [
        (place.lane, place.said) for place in places([Named(begin=x, words=words) for x, words in named], LEFT, RIGHT)
    ]


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
    (place,) = places([Named(begin=264, words="nach dem Plan")], LEFT, RIGHT)
    assert place.begin < 250
    assert place.end <= RIGHT + 1.21


def test_a_name_longer_than_the_picture_is_shortened() -> None:
    ((_, words),) = said((70, "Sperre " * 60))
    assert words.endswith("…")


def test_a_name_ends_with_its_column_where_all_stand_in_full_that_way() -> None:
    freeze = Named(begin=180, end=184, words="Sperrzeit: Abgabe Lohnausweise und AHV-Jahresmeldung")
    named = [
        freeze,
        Named(begin=200, end=202, words="Schmutziger Donnerstag"),
        Named(begin=212, end=214, words="Fasnacht"),
    ]
    found = places(named, LEFT, RIGHT)
    assert [place.said for place in found] == [each.words for each in named]
    for one, other in itertools.pairwise(found):
        assert one.lane != other.lane or one.end <= other.begin
    assert places([freeze], LEFT, RIGHT)[0].begin == freeze.begin
