"""The responsibility matrix."""

from rollout_kit.compose.handbook.matrix import matrix
from rollout_kit.compose.handbook.seats import MOST, seats
from rollout_kit.description.people import Person
from rollout_kit.description.responsibilities import Evidence, Responsibility
from rollout_kit.description.rollout import Rollout
from rollout_kit.document import Group, Table
from tests.compose import results
from tests.compose.conftest import book
from tests.compose.tree import words_of


def drawn(rollout: Rollout | None = None) -> Group:
    return matrix(book(results.result(rollout)))


def table_of(group: Group) -> Table:
    return next(node for node in group.children if isinstance(node, Table))


def row(group: Group, name: str) -> str:
    """Return what stands behind the name of an activity."""
    return next(line for line in words_of(group.children).splitlines() if f"| {name} |" in line).split(f"| {name} | ")[
        1
    ]


def crowd(n: int) -> Rollout:
    people = tuple(
        Person(id=f"p{i}", name=f"Ida Nr{i}", organisation="customer" if i % 2 else "provider") for i in range(n)
    )
    lines = tuple(
        Responsibility(id=f"own_{i}", accountable=(person.id,), responsible=("p0",)) for i, person in enumerate(people)
    )
    return results.muster(people=people, teams=(), responsibilities=lines)


def test_all_33_activities_stand_there_then_the_own_ones():
    table = table_of(drawn())
    assert len(table.rows) == 34
    assert [cell.spans[0].text for cell in table.rows[-1].cells[:3]] == ["Own", "34", "fax"]
    assert sum(row.kind == "first" for row in table.rows) == 9


def test_letters_stand_under_their_people_and_the_fault_at_the_end():
    group = drawn()
    heads = [column.head for column in table_of(group).columns]
    assert heads == ["", "", "Activity", "Keller", "Frei", "Weber", "Oser", "Meyer", "Service Desk", ""]
    assert row(group, "Restore and test") == "A |  |  | A | R |  | [blocker] *2 × A*"
    assert row(group, "Handle incidents") == "I | C |  | A |  | R | "
    assert row(group, "Approve changes") == "AR |  |  |  |  |  | "


def test_an_activity_that_nobody_has_assigned_says_so_and_gets_our_proposal_in_grey():
    assert row(drawn(), "Approve requests") == "~A R~ |  |  |  |  |  | [open] not assigned"


def test_what_the_file_only_proposes_stands_in_grey_and_is_to_be_confirmed():
    evidence = (
        Evidence(id="responsibilities", level="proposed"),
        Evidence(id="responsibilities.incident", level="declared"),
        Evidence(id="responsibilities.change_approval.responsible", level="declared"),
    )
    group = drawn(results.muster(evidence=evidence))
    assert row(group, "Approve changes") == "~A~ R |  |  |  |  |  | [open] to confirm"
    assert row(group, "Handle incidents") == "I | C |  | A |  | R | "
    assert row(group, "Restore and test") == "~A~ |  |  | ~A~ | ~R~ |  | [open] to confirm"
    assert row(group, "Approve requests") == "~A R~ |  |  |  |  |  | [open] not assigned"


def test_the_number_of_wrong_lines_is_counted_in_the_headline():
    assert "*26 lines are not right yet; what is missing stands at their right.*" in words_of(drawn().children)


def test_houses_stand_above_their_people_with_a_rule_between():
    table = table_of(drawn())
    assert table.heads == (("", 3), ("Muster Treuhand", 3), ("NetServ", 3), ("", 1))
    assert [column.head for column in table.columns if column.is_parted] == ["Oser"]


def test_at_most_eight_have_a_column_and_the_others_are_named():
    for room, shown in ((1000, MOST), (8 * 9.4 + 0.1, 8), (8 * 9.4 - 0.1, 7)):
        taken = seats(book(results.result(crowd(12))), room)
        assert len(taken.shown) == shown
        assert len(taken.shown) + len(taken.hidden) == 12
    assert "Without a column of their own, for want of room: " in words_of(drawn(crowd(12)).children)
    assert "Without a column" not in words_of(drawn(crowd(6)).children)


def test_who_is_accountable_has_a_column_before_those_who_are_asked():
    lines = (
        Responsibility(id="incident", accountable=("weber",), responsible=(), consulted=("keller", "frei")),
        Responsibility(id="backup", accountable=("oser",), responsible=("meyer",)),
    )
    taken = seats(book(results.result(results.muster(responsibilities=lines))), 32)
    assert taken.shown == ("weber", "oser", "meyer")
    assert taken.hidden == ("keller", "frei")


def test_where_nobody_is_named_both_houses_have_a_column():
    group = drawn(results.tiny())
    assert table_of(group).heads == (("", 3), ("Tiny", 1), ("Helpers", 1), ("", 1))
    assert row(group, "Backups") == "~A~ | ~R~ | [open] not assigned"


def test_all_columns_together_leave_room_for_the_names():
    for rollout in (results.muster(), results.tiny(), crowd(3), crowd(12)):
        table = table_of(drawn(rollout))
        assert sum(column.width_mm or 0 for column in table.columns) <= 174 - 46
