"""What a person reads of tests, feedback, objectives and the pilot: both numbers, and the days."""

import pytest

from .test_words import messages


@pytest.mark.parametrize(
    ("fixture", "expected"),
    [
        (
            "TST101/not_ready",
            '1 of 5 mandatory tests is not dated before go-live: "Restore of a file, a mailbox and a whole system"',
        ),
        (
            "TST101/not_ready_on_the_day",
            'the mandatory test "Restore of a file, a mailbox and a whole system" is on Tue 9 Feb, not before go-live '
            "on Tue 9 Feb",
        ),
        (
            "TST102/not_ready_on_the_day",
            '"Major outage of the main service" on Tue 9 Feb leaves 0 working days before go-live on Tue 9 Feb; '
            "3 are the least",
        ),
        (
            "TST103/not_ready_free_words",
            '"The provider is out of reach" is played by people of Muster AG alone, without NetServ GmbH',
        ),
        (
            "TST104/not_ready",
            '"Calendar lost", found by "Restore of a file, a mailbox and a whole system", is to be repaired by '
            "Tue 9 Feb; go-live is on Tue 9 Feb",
        ),
        (
            "TST106/not_ready_21_days",
            '"Major outage of the main service" is on Wed 20 Jan, in the first half of the plan; the second begins on '
            "Thu 21 Jan",
        ),
        ("FBL101/not_ready", '"Round" takes 16 min every day; 15 min are the most'),
        ("FBL102/not_ready", '"Round" lacks an answer within 5 working days (6 days stated)'),
        ("FBL102/not_ready_neither", '"Round" lacks an owner and an answer within 5 working days'),
        ("FBL103/not_ready", 'the measure "Solved at first contact" lacks a baseline measured before go-live'),
        (
            "FBL105/not_ready_every_month",
            '"Round" hears the users on Mon 1 Feb; the third week of the plan ends on Sun 31 Jan',
        ),
        ("OBJ101/not_ready", '"Work goes on" has 1 key result; 2 to 5 are right'),
        ("OBJ101/not_ready_incomplete", 'the key result "c" lacks the date'),
        ("OBJ103/not_ready", '"Work goes on" is owned by Steering group, not by one person'),
        ("PIL101/not_ready", "4 of 24 users try it in the pilot (16.7%); right is a number of 5"),
        ("PIL101/not_ready_above", "21 of 100 users try it in the pilot (21%); right is a number of 5 to 20"),
        ("PIL101/not_ready_24_of_500", "24 of 500 users try it in the pilot (4.8%); right is a number of 25 to 100"),
        (
            "PIL101/not_ready_nineteen_of_many",
            "19 of 501 users try it in the pilot (3.8%); right is a number of 20 to 100",
        ),
        ("PIL102/not_ready_language", "nobody who speaks French is in the pilot"),
        ("PIL103/not_ready", "the pilot from Wed 20 Jan to Mon 1 Feb takes 9 working days; 10 are the least"),
        (
            "PIL103/not_ready_late",
            "the pilot ends on Tue 2 Feb and leaves 4 working days before go-live on Tue 9 Feb; 5 are the least",
        ),
        ("PIL104/not_ready_no_decision", "the decision on the pilot lacks who decides, the day and the criteria"),
        (
            "PIL104/not_ready_no_pilot",
            "there is no pilot, and so no numbers at which the rollout expands, changes or stops",
        ),
    ],
)
def test_a_finding_reads_so(fixture: str, expected: str) -> None:
    assert expected in messages(fixture)
