"""What a person reads of people, maturity and the chain: both numbers, and the sum in words."""

import pytest

from rollout_kit.language.words import NO_BREAK, Words
from rollout_kit.message import verbatim

from .overlay import judged_fixture


def read(fixture: str) -> list[tuple[str, str]]:
    """Return message and remedy of each finding of the rule that a fixture belongs to."""
    said = judged_fixture(fixture)
    words = Words("en", said.case.playbook.texts["en"])
    return [
        (words.text(each.message).replace(NO_BREAK, " "), words.text(each.remedy).replace(NO_BREAK, " "))
        for each in said.findings
    ]


@pytest.mark.parametrize(
    ("fixture", "expected"),
    [
        (
            "PER101/not_ready",
            'only Jan Meyer is proficient in "restore"; 2 people are the least, and who is learning does not count: '
            "Beat Frei and Claire Oser",
        ),
        ("PER101/not_ready_nobody", 'nobody is proficient in "telephony"; 2 people are the least'),
        ("PER101/not_ready_nobody_learns", 'only Jan Meyer is proficient in "m365-admin"; 2 people are the least'),
        (
            "PER102/not_ready",
            'only Claire Oser and Jan Meyer can do "restore", and nobody of Muster AG has it or is learning it',
        ),
        (
            "PER103/not_ready",
            "Jan Meyer is the only one proficient in 2 critical skills: m365-admin and restore; 1 is the most",
        ),
        (
            "PER104/not_ready",
            "with Jan Meyer away for 5 working days from Tue 9 Feb on, and the deputy Claire Oser away too, "
            'nobody does 7 activities: "Carry out changes", "Grant and remove access", "Backups", "Restore and test" '
            "and 3 more",
        ),
        (
            "PER104/not_ready_team_of_one",
            'with Petra Weber away for 5 working days from Tue 9 Feb on, nobody does 1 activity: "Backups"',
        ),
        (
            "PER105/not_ready",
            '"Automation" needs power-automate from 1 January 2028 on, and no candidate has it or is learning it: '
            "Petra Weber and Anna Keller",
        ),
        ("PER105/not_ready", '"Voice" will need telephony, and no candidate has it or is learning it: Beat Frei'),
        ("PER105/not_ready", '"Data" will need power-bi, and nobody is named as a candidate'),
        (
            "PER105/not_ready_one_of_two",
            '"Administration" will need power-bi, and no candidate has it or is learning it: Beat Frei',
        ),
        (
            "MAT101/not_ready_day_59",
            '7 of 10 recurring topics of "Handle incidents" (70%) have a procedure; from 15 December 2026 on 80% are '
            "the least",
        ),
        (
            "MAT101/not_ready_day_60",
            '1 of 5 recurring topics of "Backups" (20%) has a procedure; 80% are the least',
        ),
        (
            "MAT102/not_ready",
            '"Reports" takes 1 h 30 min a month by hand, of 5 h 30 min of the largest manual tasks together, and no '
            "date is set for automating it",
        ),
        (
            "MAT102/not_ready_nothing_listed",
            "no manual task is listed; 10 April 2027 is the last day for a list of the 5 largest",
        ),
        ("MAT102/untested", '"B" is done by hand, and no date is set for automating it'),
        (
            "MAT103/not_ready",
            "the cost per user and month is measured 91 days after go-live, on 11 May 2027; 90 are the most",
        ),
        (
            "MAT103/not_ready_no_figure",
            "there is no cost per user and month; 10 May 2027 is the last day for a first figure",
        ),
        (
            "MAT104/not_ready",
            '"old phones" is switched off on 30 June 2027, and paid until 30 August 2027, 61 days longer; 60 are the '
            "most",
        ),
        ("MAT104/not_ready", 'no day is set for switching off "old mail"'),
        (
            "MAT105/not_ready_important",
            'the tier "important" asks for 5 checks, and 3 of them are not there: RTO and RPO, load test and way back',
        ),
        (
            "MAT105/not_ready_one",
            'the tier "critical" asks for 8 checks, and 1 of them is not there: load test until it breaks',
        ),
        (
            "MAT106/not_ready",
            '"Handle incidents" has been in the launch phase since 14 October 2026, 61 days; 60 are the most',
        ),
        (
            "MAT106/not_ready_undated",
            '"Handle incidents" is in the launch phase, and no day is set for leaving it: when it began is not said',
        ),
        ("MAT107/not_ready", 'only Jan Meyer does "Backups", and its 1 recurring topic has no written procedure'),
        (
            "MAT107/not_ready_team_of_one",
            'only Jan Meyer does "Backups", and none of its 3 recurring topics has a written procedure',
        ),
        (
            "MAT108/not_ready",
            'what "Licences" is good for was asked last on 13 December 2025, more than 12 months ago',
        ),
        ("MAT108/not_ready", 'what "Backups" is good for was never asked'),
        (
            "CHN101/not_ready",
            'the mode "collaboration" of Service Desk and Engineers ends on 7 April 2027, 57 days after go-live; '
            "8 weeks, until 6 April 2027, are the most",
        ),
        (
            "CHN101/not_ready",
            'Service Desk and Engineers work together in the mode "facilitating", and no end is set for it',
        ),
        ("CHN101/not_ready", "how Service Desk and Engineers work together is not agreed"),
        (
            "CHN102/not_ready",
            "what Engineers offers Service Desk is not said in full; missing: channel, hours, time of answer and "
            "place of documentation",
        ),
        (
            "CHN103/not_ready",
            "Service Desk and Engineers have agreed on 2 of 4 minimum standards; open: naming and place of "
            "documentation",
        ),
        (
            "CHN104/not_ready",
            "work takes 9 h 42 min through the chain, 3 h 41 min of it (38%) from Service Desk to Engineers: it waits "
            "3 h 21 min for 20 min of work, more than 10 × 20 min = 3 h 20 min",
        ),
        (
            "CHN104/not_ready_more_arrives",
            "80.5 a week × 1 h = 80 h 30 min of work from Service Desk to Engineers, where 2 people have 80 h a week: "
            "the pile grows by 30 min every week",
        ),
        (
            "CHN104/not_ready_more_arrives",
            "11.5 a week × 1 h = 11 h 30 min of work from Service Desk to Anna, where 1 person has 11 h a week: the "
            "pile grows by 30 min every week",
        ),
        (
            "CHN105/not_ready_all",
            'the experiment "A chat halves the calls" is not complete; missing: how it is measured, who owns it and '
            "when it ends",
        ),
    ],
)
def test_a_finding_reads_so(fixture: str, expected: str) -> None:
    assert expected in [message for message, _ in read(fixture)]


@pytest.mark.parametrize(
    ("fixture", "expected"),
    [
        ("PER104/not_ready", "name a deputy who is there from Tue 9 Feb to Mon 15 Feb, or a second person who does it"),
        (
            "MAT106/not_ready",
            "write down how it is done, and set the day on which it is handed over as standardised work",
        ),
        (
            "MAT106/not_ready_undated",
            "say when it began, so that it is handed over as standardised work 60 days later at the latest",
        ),
        (
            "PER103/not_ready",
            "choose for each of these skills who learns it next, and begin before go-live: m365-admin and restore",
        ),
    ],
)
def test_what_helps_reads_so(fixture: str, expected: str) -> None:
    assert expected in [remedy for _, remedy in read(fixture)]


@pytest.mark.parametrize("fixture", ["PER101/not_ready", "PER102/not_ready"])
def test_a_skill_is_not_taken_for_the_activity_of_the_same_key(fixture: str) -> None:
    said = judged_fixture(fixture)
    (found,) = said.findings
    assert "restore" in {activity.id for activity in said.case.playbook.activities}
    assert (found.subject, found.message.parameters["subject"]) == ("", verbatim("restore"))
