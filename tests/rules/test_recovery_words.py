"""What a person reads of continuity, security and the phone: both numbers, and the sum in words."""

import pytest

from rollout_kit.language.words import NO_BREAK, Words

from .overlay import judged_fixture


def messages(fixture: str) -> list[str]:
    said = judged_fixture(fixture)
    words = Words("en", said.case.playbook.texts["en"])
    return [words.text(each.message).replace(NO_BREAK, " ") for each in said.findings]


@pytest.mark.parametrize(
    ("fixture", "expected"),
    [
        ("CON101/not_ready", "the last restore took 481 min, and the RTO is 8 h"),
        ("CON101/not_ready_by_business_days", "by contract a P1 is solved within 9 h, and the RTO is 8 h"),
        (
            "CON101/not_ready_round_the_clock",
            "by contract a P1 is solved within 4 h of business hours: what breaks Thu 25 Mar 13:01 is back "
            "Tue 30 Mar 08:01, users lose 114 h of their hours, and the RTO is 6,839 min",
        ),
        (
            "CON102/not_ready",
            "24 h until the next backup + 1 min for the copy = 24 h 1 min that can be lost, and the RPO is 24 h",
        ),
        ("CON103/not_ready", "the last restore test on 10 November 2026 is 91 days old at go-live; 90 are the most"),
        (
            "CON103/not_ready_after_go_live",
            "the restore is tested on 10 February 2027 only, after go-live on 9 February 2027",
        ),
        (
            "CON106/not_ready",
            'the RTO of the service is 8 h, and "Identity service", which it needs, comes back after 481 min',
        ),
        (
            "CON107/not_ready",
            '"Payroll" can stand still for 479 min, the RTO is 8 h, and there is no way of working without IT',
        ),
        (
            "CON109/not_ready",
            "6 months notice + 4 weeks handover = 208 days, and the contract ends on 4 September 2027, 207 days after "
            "go-live",
        ),
        (
            "CON109/not_ready_over_at_go_live",
            "2 weeks notice + 4 weeks handover = 42 days, and the contract ends on 1 February 2027, before go-live",
        ),
        ("CON110/not_ready", "the way back takes 361 min, and 6 h are left at the point of no return"),
        ("SEC102/not_ready", "the former provider's access ends 2,881 min after the take-over; 48 h are the most"),
        (
            "SEC105/not_ready",
            "12 h until the provider tells + 721 min to decide = 24 h 1 min, and the law gives 24 h (an attack on "
            "critical infrastructure, to the national cyber security centre)",
        ),
        (
            "SEC105/not_ready_by_the_gdpr",
            "48 h until the provider tells + 1,441 min to decide = 72 h 1 min, and the law gives 72 h (a breach of "
            "personal data, to the supervisory authority by the GDPR)",
        ),
        (
            "SEC107/not_ready",
            "the agreement with NetServ GmbH on personal data is signed on 12 January 2027, after the kickoff on "
            "11 January 2027",
        ),
        (
            "CAP103/not_ready",
            "an ordinary day brings the service desk 4.26 hours of work for 5 hours: 85.2% occupied, 85% are the most",
        ),
        (
            "CAP105/not_ready",
            "a roster of 6 leaves 6 people on the phone, who answer 73% of 30 calls × 8 min in the peak hour within "
            "20 s; the target is 80%",
        ),
        (
            "CAP105/not_ready_overrun",
            "the peak hour brings 30 calls × 8 min = 4 hours of talk, and a roster of 4 leaves 4 people on the phone",
        ),
        (
            "CAP106/not_ready",
            "41 users × 25% = 10.25 forgotten passwords in the first 2 h; a roster of 1 leaves 1 × 2 h / 12 min = 10 "
            "slots, and users cannot help themselves",
        ),
    ],
)
def test_a_message_gives_both_numbers_and_the_sum(fixture: str, expected: str) -> None:
    assert messages(fixture) == [expected]


def test_who_can_delete_all_copies_is_named() -> None:
    assert messages("CON105/not_ready") == [
        "the data exist in 2 copies; 3 are the least",
        "no copy is offline or unchangeable",
        "Jan Meyer and Claire Oser, who are not of Muster AG, can each delete every copy",
    ]
