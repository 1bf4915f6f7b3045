"""The places where work changes hands, as rules speak of them."""

from rollout_kit.assess.case import Case
from rollout_kit.assess.subject import name_of
from rollout_kit.description.improvement import Interface
from rollout_kit.message import N_, Message, Parameter, message


def hand_over(case: Case, interface: Interface) -> Message:
    """Return what a hand-over is called: Service Desk to Anna Keller."""
    return message(N_("{giver} to {taker}"), **both(case, interface))


def both(case: Case, interface: Interface) -> dict[str, Parameter]:
    """Return the names of who hands work over and who takes it."""
    return {"giver": name_of(case.rollout, interface.giver), "taker": name_of(case.rollout, interface.taker)}
