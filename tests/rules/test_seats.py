"""What a person reads of seats and sessions that are missing."""

import pytest

from .test_words import messages

FIXED = 'training "Users" has 26 seats, 26 of them fixed, for 24 people; 27 are needed with one in ten for the ill'
DESK = 'training "Service Desk" has 2 seats for 2 people; 3 are needed with one in ten for the ill'
FEWER = "Users: 27 seats for 25 users; 28 are needed with one in ten for the ill"
ADDED = (
    'nine in ten of training "Users" are taught by Mon 25 Jan, 15 days before its use; '
    "14 are the most without a refresher"
)


@pytest.mark.parametrize(
    ("fixture", "expected"),
    [
        ("TRN102/not_ready_a_few_seats_are_added", ADDED),
        ("TRN103/not_ready_one_seat_short", FIXED),
        ("TRN103/not_ready_desk", DESK),
        ("TRN103/not_ready_fewer_people_than_there_are", FEWER),
        (
            "TRN103/not_ready_language_without_training",
            'site "Bern" has no training for users in French: 0 seats for 4 people',
        ),
        (
            "TRN103/not_ready_site_without_training",
            'site "Genf" has no training for users: 0 seats for 10 people',
        ),
        ("TRN104/not_ready", 'training "Users" needs 2 sessions, and trainer and room have time for 1'),
        ("TRN104/not_ready_language", 'no trainer speaks the language of training "Utilisateurs": French'),
        ("TRN105/not_ready", 'training "Users" reaches 9 of 11 by Fri 5 Feb; 10 are the least'),
    ],
)
def test_what_is_missing_is_said_with_both_numbers(fixture: str, expected: str) -> None:
    assert messages(fixture) == [expected]
