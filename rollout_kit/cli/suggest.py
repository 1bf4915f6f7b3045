"""Did you mean: the nearest of the words that would have been right."""

from collections.abc import Iterable, Sequence

from rollout_kit.errors import RolloutKitError
from rollout_kit.message import N_, Message, message

MOST_LISTED = 20


def did_you_mean(word: str, possible: Iterable[str], otherwise: Message) -> Message:
    """Return the remedy for a mistyped word: the nearest one, or `otherwise` where none is near."""
    from rollout_kit.description.nearest import nearest

    near = nearest(word, possible)
    return message(N_('did you mean "{word}"?'), word=near) if near else otherwise


def not_one_of(value: str, option: str, possible: Sequence[str]) -> RolloutKitError:
    """Return the error for a value of an option that is none of the possible ones; of too many the first is named."""
    listed = message(N_("it takes: {values}"), values=", ".join(possible))
    if len(possible) > MOST_LISTED:
        listed = message(N_("it takes a name such as {value}"), value=possible[0])
    return RolloutKitError(
        message(N_('"{value}" cannot be used for {option}'), value=value, option=option),
        help=did_you_mean(value, possible, listed),
    )
