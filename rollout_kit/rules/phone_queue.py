"""How many callers are answered in time by so many people: Erlang C.

Callers arrive at random, are served in their order by whoever is free, and nobody hangs up: the cautious case. Erlang B
comes from its recursion, which does not overflow, and Erlang C from it. Source: A. K. Erlang 1917, as in every textbook
of queues; 30 calls an hour of 8 minutes, answered in 20 seconds: 7 people 88 %, 6 people 74 %, 5 people 47 %.
"""

import math

MOST_PEOPLE = 1000  # house value: where a search ends


def share_answered(calls_an_hour: float, minutes: float, people: int, within_minutes: float) -> float | None:
    """Return the share of callers who wait no longer than `within_minutes`, all callers counted.

    1 where nobody calls, 0 where nobody is there. None where more work comes in than the people can do: the queue then
    grows as long as calls come in, and no share can be told.
    """
    load = calls_an_hour * minutes / 60
    if not load:
        return 1.0
    if people <= 0:
        return 0.0
    if load >= people:
        return None
    blocked = 1.0
    for number in range(1, people + 1):
        blocked = load * blocked / (number + load * blocked)
    waiting = people * blocked / (people - load * (1 - blocked))
    return 1 - waiting * math.exp(-(people - load) * within_minutes / minutes)


def people_needed(calls_an_hour: float, minutes: float, within_minutes: float, share: float) -> int | None:
    """Return the fewest people who answer such a share in time; None where a thousand do not."""
    for people in range(math.floor(calls_an_hour * minutes / 60), MOST_PEOPLE + 1):
        answered = share_answered(calls_an_hour, minutes, people, within_minutes)
        if answered is not None and answered >= share:
            return people
    return None
