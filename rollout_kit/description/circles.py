"""Tasks that wait for each other in a circle, so that none of them can begin."""

from collections.abc import Iterator, Mapping, Sequence

from rollout_kit.message import N_, Message, message


def circles_of(after: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Yield each circle once, from the task that stands first; `after` says what each waits for. Without recursion."""
    done: set[str] = set()
    for start in after:
        if start in done:
            continue
        trail, waiting = [start], [iter(after[start])]
        while waiting:
            one = next(waiting[-1], None)
            if one is None:
                done.add(trail.pop())
                waiting.pop()
            elif one in trail:
                yield tuple(trail[trail.index(one) :])
            elif one in after and one not in done:
                trail.append(one)
                waiting.append(iter(after[one]))


def told(circle: Sequence[str]) -> Message:
    """Return what is wrong with a circle, which names each of its tasks once."""
    return message(N_("tasks wait for each other in a circle: {circle}"), circle=" → ".join((*circle, circle[0])))
