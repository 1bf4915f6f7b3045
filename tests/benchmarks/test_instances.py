import pytest
from instances import UnreadableError, problem_of

from rollout_kit.plan.serial.problem import Activity, Link, Problem, Resource

TEXT = """\
************************************************************************
file with basedata            : small.bas
************************************************************************
projects                      :  1
jobs (incl. supersource/sink ):  4
horizon                       :  9
RESOURCES
  - renewable                 :  2   R
  - nonrenewable              :  0   N
  - doubly constrained        :  0   D
************************************************************************
PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          2           2   3
   2        1          1           4
   3        1          1           4
   4        1          0
************************************************************************
REQUESTS/DURATIONS:
jobnr. mode duration  R 1  R 2
------------------------------------------------------------------------
  1      1     0       0    0
  2      1     8       7    0
  3      1     3       8    2
  4      1     0       0    0
************************************************************************
RESOURCEAVAILABILITIES:
  R 1  R 2
   12    4
************************************************************************
"""
SMALL = Problem(
    activities=(
        Activity(id="1", slots=0),
        Activity(id="2", slots=8, needs=((0, 7),)),
        Activity(id="3", slots=3, needs=((0, 8), (1, 2))),
        Activity(id="4", slots=0),
    ),
    resources=(Resource(id="R1", capacity=12), Resource(id="R2", capacity=4)),
    links=(Link(before=0, after=1), Link(before=0, after=2), Link(before=1, after=3), Link(before=2, after=3)),
)
PATTERSON = "4 2\n12 4\n\n0 0 0 2 2 3\n8 7 0 1 4\n3 8 2 1 4\n0 0 0 0\n"


def of_several_modes(text: str) -> str:
    modes = text.replace("   2        1 ", "   2        2 ")
    return modes.replace("  3      1     3 ", "         2     9       1    0\n  3      1     3 ")


def test_a_published_instance_is_read() -> None:
    assert problem_of(TEXT, ".sm") == SMALL


def test_pattersons_format_is_read() -> None:
    assert problem_of(PATTERSON, ".rcp") == SMALL


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("\n", "\r"),
        TEXT.replace("  ", "\t"),
        TEXT.replace("\n", "\n\n"),
        TEXT.replace("\n", "   \n"),
        "\ufeff" + TEXT.lower(),
        TEXT.replace("           2   3\n", "           2\n                3\n"),
        TEXT.replace("RESOURCEAVAILABILITIES", "RESOURCE AVAILABILITIES"),
        TEXT.replace("   12    4", "   12\n    4"),
        TEXT.rstrip("*\n"),
    ],
)
def test_unusual_white_space_makes_no_difference(text: str) -> None:
    assert problem_of(text, ".SM") == SMALL


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is no PSPLIB instance"),
        (TEXT[:600], "is no PSPLIB instance"),
        (of_several_modes(TEXT), "activities with several modes"),
        (TEXT.replace("  3      1     3 ", "         2     9       1    0\n  3      1     3 "), "several modes"),
        (TEXT.replace("nonrenewable              :  0", "nonrenewable              :  2"), "used up"),
        (TEXT.replace("           2   3", "           2   9"), "names job 9, which it does not describe"),
        (TEXT.replace("           2   3", "           2   1"), "in a circle"),
        (TEXT.replace("           2   3", "           2"), "circle"),
        (TEXT.replace("):  4", "):  5"), "announces 5 jobs and describes 4"),
        (TEXT.replace("renewable                 :  2", "renewable                 :  3"), "announces 3 resources"),
        (TEXT.replace("8    2", "8   22"), "job 3 ask for 22 of R 2, and there are 4"),
        (TEXT.replace("8    2\n", "8\n"), "several modes"),
        (TEXT.replace("  2      1     8 ", "  2      1    -8 "), "job 2 a number below zero"),
    ],
)
def test_what_is_no_such_instance_is_refused_with_a_sentence(text: str, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        problem_of(text, ".sm")


@pytest.mark.parametrize(("text", "reason"), [("4 2\n12 4\n0 0 0", "ends too early"), (TEXT, "nothing but numbers")])
def test_a_broken_file_of_pattersons_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        problem_of(text, ".rcp")
