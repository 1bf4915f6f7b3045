"""What a person reads of promises, hours, on-call and messages: sums in words, with both figures."""

import pytest

from rollout_kit.rules.service_levels.on_call_too_thin import people_needed

from .test_words import messages


@pytest.mark.parametrize(
    ("fixture", "expected"),
    [
        (
            "SLA101/not_ready",
            "P1: handing over 16 min + NetServ GmbH 15 min = 31 min; users are promised an answer within 30 min",
        ),
        ("SLA101/not_ready_one_part_is_enough", "P1: NetServ GmbH 15 min; users are promised an answer within 14 min"),
        (
            "SLA101/not_ready_p3",
            "P3: handing over 1 min + NetServ GmbH 9 h = 9 h 1 min; users are promised an answer within 1 day (9 h)",
        ),
        (
            "SLA102/not_ready",
            "P1: handing over 15 min + NetServ GmbH 4 h + check by the user 16 min = 4 h 31 min; users are promised a "
            "solution within 5 h, and with 10% in reserve 4 h 30 min are left",
        ),
        (
            "SLA103/not_ready_over_easter",
            "P1: whoever asks on Thu 25 Mar 17:00 waits until Tue 30 Mar 08:15: closed 110 h + NetServ GmbH 15 min = "
            "110 h 15 min; promised to users are 110 h 14 min of the calendar",
        ),
        (
            "SLA104/not_ready_critical",
            "users rely on the service for 96 h a week, and somebody is there for 40 h of them: 96 h − 40 h = 56 h "
            "open, the longest stretch from Sat 13 Feb 06:00 to Sat 13 Feb 22:00",
        ),
        (
            "SLA105/not_ready",
            "in the first 60 days only one of Zürich and NetServ GmbH works on: Fri 19 Mar (St. Joseph, NetServ GmbH "
            "closed)",
        ),
        ("SLA106/not_ready", "L0 99.9% × L1 99.9% × L2 99.5% = 99.3%; users are promised 99.31%"),
        (
            "SLA107/not_ready_one_above",
            "99.9% leave 43.2 min of outage in 30 days, and NetServ GmbH has 44 min for one outage of P1",
        ),
        (
            "SLA108/not_ready",
            "Anna Keller, the last level, is told after 2 h 31 min; 50% of the 5 h promised for P1 are 2 h 30 min",
        ),
        ("SLA108/not_ready_critical", "the escalation has 2 levels; a critical service needs 3"),
        (
            "SLA109/not_ready_away",
            "nobody of NetServ GmbH can be reached by phone in 9 h of the 378 h in which users rely on the service in "
            "the first 60 days, first from Fri 9 Apr 08:00 to Fri 9 Apr 17:00",
        ),
        ("SLA110/not_ready", "levels 1 and 2 of the escalation are the same: Claire Oser"),
        ("SLA110/not_ready_in_writing", "level 1 of the escalation, Service Desk, is told by the ticket portal only"),
        ("SLA111/not_ready", 'P1 and P2 are both "critical" at NetServ GmbH'),
        ("SLA112/not_ready", "3 people are on call, 1 at a time; for at most 25% of the time each it takes 4"),
        (
            "SLA113/not_ready",
            "call-outs take 121 × 6 h = 726 h of 720 h on call a month; they are 2.02 in 12 hours, and 2 are the most",
        ),
        ("SLA114/not_ready", "the closer watch after go-live lasts 13 days; 14 to 42 days are usual"),
        (
            "SLA114/not_ready_no_faster",
            "P1: the answer after go-live, 30 min, is no faster than the everyday one, 30 min",
        ),
        ("COM101/not_ready", "before go-live the users get 4 messages; 5 are the least"),
        ("COM102/not_ready", "no message to the users is dated around Tue 9 Feb (go-live)"),
        ("COM103/not_ready", "site Zürich, French (2 people): missing in messages, training and service desk"),
        ("COM104/not_ready", "P1: the first notice comes after 16 min; 15 min are the most"),
        ("COM104/not_ready_languages", "there is no template for a notice of an outage in French"),
        ("COM105/not_ready", "no message of the kind delay lies ready"),
    ],
)
def test_a_finding_reads_so(fixture: str, expected: str) -> None:
    assert expected in messages(fixture)


@pytest.mark.parametrize(("slots", "people"), [(0, 0), (1, 4), (2, 8)])
def test_nobody_is_on_call_for_more_than_a_quarter_of_the_time(slots: int, people: int) -> None:
    assert people_needed(slots) == people
