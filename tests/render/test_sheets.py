from rollout_kit.document import Attendee, Checklist, Field, Heading, Node
from rollout_kit.render.sheets import fitted, is_long_name

PEOPLE = tuple(Attendee(id=f"a{number}", name=f"Person {number}", role="") for number in range(30))


def back(people: int, lines: int = 5) -> list[Node]:
    return [
        Heading(level=2, text="Anwesend"),
        Checklist(attendees=PEOPLE[:people]),
        Heading(level=2, text="Notizen"),
        Field(kind="ruled", lines=lines),
    ]


def lines_left(people: int, paper: str, lines: int = 5) -> int:
    (ruled,) = [node for node in fitted(back(people, lines), paper) if isinstance(node, Field)]  # type: ignore[arg-type]
    return ruled.lines


def test_lines_stay_while_there_is_room() -> None:
    # 239 mm on A4: two headings of 14.7, five lines and seventeen people of 9.5
    assert lines_left(17, "A4") == 5
    assert lines_left(18, "A4") == 4


def test_a_smaller_sheet_has_room_for_less() -> None:
    assert lines_left(17, "Letter") == 3


def test_one_line_is_always_left() -> None:
    assert lines_left(30, "A4") == 1


def test_everything_else_stays() -> None:
    children = back(30)
    assert fitted(children, "A4")[:3] == children[:3]


def test_a_name_is_long_where_the_large_type_would_break_it() -> None:
    assert not is_long_name("Bas van Dijk")
    assert is_long_name("Marieke van den Berg")
