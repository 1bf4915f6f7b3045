"""Chains of promises in words: the sum that rules of the promises share."""

from rollout_kit.assess.moments import length
from rollout_kit.assess.promises import LONG_UNITS, Chain, PartName
from rollout_kit.description.rollout import Rollout
from rollout_kit.message import N_, Duration, Message, Parameter, message

_PARTS: dict[PartName, str] = {
    "handover": N_("handing over {length}"),
    "provider": N_("{provider} {length}"),
    "user_check": N_("check by the user {length}"),
}


def sum_of(chain: Chain, rollout: Rollout) -> Message:
    """Return the parts that are known and what they make: handing over 15 min + NetServ 30 min = 45 min."""
    parts = [
        message(_PARTS[part.name], length=_said(part.length, part.minutes), provider=rollout.provider.name)
        for part in chain.parts
        if part.minutes
    ]
    added = parts[0]
    for part in parts[1:]:
        added = message(N_("{one} + {two}"), one=added, two=part)
    return message(N_("{sum} = {total}"), sum=added, total=length(chain.needed)) if len(parts) > 1 else added


def promise_of(chain: Chain) -> Parameter:
    """Return the length of a promise that is known: 30 min, 3 days (27 h)."""
    return _said(chain.promised, chain.promise or 0.0)


def _said(stated: Duration | None, minutes: float) -> Parameter:
    if stated is None or stated.unit not in LONG_UNITS:
        return length(minutes)
    return message(N_("{length} ({hours})"), length=stated, hours=length(minutes))
