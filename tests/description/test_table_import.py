"""The table of `plan.import`, as spreadsheets save it."""

import pytest

from rollout_kit.description.table_import import MOST_ROWS, read_table
from tests.description.sample import TINY, line, told, validated

TEXT = TINY + '[people.keller]\nname = "Anna"\n[plan]\nimport = "m.csv"\n'
HEAD = "id;name;owner;effort;on;at;not_before;until;after;proof;audience\n"


def imported(content: bytes):
    return validated(TEXT, m_csv=content).rollout.plan.imported


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_separators_and_encodings_of_spreadsheets_are_read(separator, codec):
    table = "id;name;on\r\n\r\na;Postfächer;06.02.2027\r\n".replace(";", separator)
    (task,) = imported(table.encode(codec))
    assert (task.id, task.name, task.on.isoformat(), task.line) == ("a", "Postfächer", "2027-02-06", 3)


def test_every_column_reaches_its_field():
    row = 'a;"One; ""two""";keller;1,5 Stunden;;9:00;2027-01-12;13.01.2027;kickoff, dry-run;seen;internal\n'
    (task,) = imported((HEAD + row).encode())
    assert (task.name, task.owner, task.effort.minutes, task.at.hour) == ('One; "two"', "keller", 90, 9)
    assert (task.after, task.proof, task.audience) == (("kickoff", "dry-run"), "seen", "internal")
    assert (task.not_before.day, task.until.day) == (12, 13)


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (
            "id;name;owner\na;A;kellr\n",
            "m.csv:2:5 FMT301 there is no person, team or vendor 'kellr' | did you mean 'keller'?",
        ),
        (
            "id;name;on\na;A;06/02/2027\n",
            "m.csv:2:5 FMT207 'on' is \"06/02/2027\", which is no date | a date is written 2027-02-06",
        ),
        (
            "id;name;effort\na;A;viel\n",
            "m.csv:2:5 FMT205 'effort' is \"viel\", which is no duration | a duration is written "
            '"15 min", "4 h", "2 days", "6 months"',
        ),
        ("id;name\na;\n", "m.csv:2:1 FMT203 'plan.import.0' has no 'name', which it needs | write name = \"…\""),
        (
            "id;name;besitzer\na;A;keller\n",
            "m.csv:1:9 FMT503 the table has no column 'besitzer' | did you mean 'owner'?",
        ),
        (
            "kürzel;name\na;A\nb;B\n",
            "m.csv:1:1 FMT503 the table has no column 'kürzel' | "
            "allowed: id, name, owner, effort, on, at, not_before, until, after, proof, audience",
        ),
        (
            "name;owner\nA;keller\nB;keller\n",
            "m.csv:1:1 FMT503 the table has no column 'id' | "
            "allowed: id, name, owner, effort, on, at, not_before, until, after, proof, audience",
        ),
        ("id;name;name\na;A;B\n", "m.csv:1:9 FMT503 the column 'name' is there already"),
        ("id;name\na;A;B\n", 'm.csv:2:5 FMT503 the row has 3 cells; the table has 2 columns | put the text between "'),
        ("id;name\na;A\na;B\n", "m.csv:3:1 FMT306 two tasks have the id 'a'"),
        (
            "id;name;after\na;A;b\nb;B;a\n",
            "m.csv:2:5 FMT307 tasks wait for each other in a circle: a → b → a | take one of them out of 'after'",
        ),
    ],
)
def test_what_is_wrong_in_the_table_is_told_where_it_stands_there(content, wanted):
    assert told(TEXT, m_csv=content.encode()) == [wanted]


def test_an_empty_table_is_told():
    (problem,) = validated(TEXT, m_csv=b"").problems
    assert line(problem).startswith("m.csv:1:1 FMT503 the table is empty")


@pytest.mark.parametrize(("more", "codes"), [(-1, []), (0, []), (1, ["FMT103"])])
def test_a_table_has_at_most_a_thousand_rows(more, codes):
    rows = "".join(f"t{number};T\n" for number in range(MOST_ROWS + more))
    assert [one.code for one in read_table("m.csv", ("id;name\n" + rows).encode())[2]] == codes


def test_a_task_may_wait_for_one_of_the_table():
    text = TEXT + 'add = [{ id = "b", name = "B", after = "a" }]'
    assert told(text, m_csv=b"id;name\na;A\n") == []


def test_what_a_lost_table_would_have_held_is_not_told_as_missing():
    text = TEXT + 'add = [{ id = "b", name = "B", after = "a" }]'
    assert [one.split(" | ")[0] for one in told(text)] == [
        "13:10 FMT501 the file 'm.csv' is not there or cannot be read"
    ]
