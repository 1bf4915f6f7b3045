"""What a description leaves open, in the words of people: what to bring, and which role brings it."""

from collections.abc import Iterable
from dataclasses import dataclass

from rollout_kit.message import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Keys that are asked for together. `place` is where they lie, empty for all that has no topic of its own."""

    id: str
    place: str
    what: str  # an English text of the catalogues
    who: str  # a role of the plan


TOPICS = (
    Topic(
        id="users", place="customer.users", who="SO", what=N_("Count who works with it, at every site")
    ),
    Topic(
        id="responsibilities",
        place="responsibilities",
        who="SO",
        what=N_("Fill in who is accountable for each activity, and who does it"),
    ),
    Topic(id="people", place="people", who="SO", what=N_("List the people with role, phone, hours and deputy")),
    Topic(
        id="support", place="support", who="OL", what=N_("Say who answers at each level of support, how many and when")
    ),
    Topic(
        id="licences",
        place="load.licences",
        who="owner-of:licences",
        what=N_("Count the licences, and say until when they run"),
    ),
    Topic(id="load", place="load", who="OL", what=N_("Estimate the load: calls, tickets, and the peak at go-live")),
    Topic(id="training", place="training", who="TR", what=N_("Plan the training: whom, when, how long, by whom")),
    Topic(id="promises", place="service_levels", who="OL", what=N_("Write down what is promised for each priority")),
    Topic(id="escalation", place="escalation", who="OL", what=N_("Agree who is called after whom, and when")),
    Topic(id="on-call", place="on_call", who="OL", what=N_("Say who is on call, and in which hours")),
    Topic(id="hypercare", place="hypercare", who="OL", what=N_("Say how long hypercare takes, and what it promises")),
    Topic(id="continuity", place="continuity", who="SL", what=N_("Describe backup, restore and the way back")),
    Topic(id="processes", place="processes", who="SO", what=N_("Name the work that must never stand still")),
    Topic(
        id="access", place="access", who="SO", what=N_("Settle access: emergency account, second factor, who leaves")
    ),
    Topic(id="tests", place="tests", who="SO", what=N_("Date the tests, and name who takes part")),
    Topic(id="pilot", place="pilot", who="SO", what=N_("Describe the pilot: who, when, and who decides on it")),
    Topic(id="messages", place="messages", who="SO", what=N_("Plan the messages to the users, with their dates")),
    Topic(id="feedback", place="feedback", who="OL", what=N_("Agree how feedback is heard, and who answers it")),
    Topic(id="measures", place="kpis", who="OL", what=N_("Choose the measures, and take their first value")),
    Topic(
        id="skills",
        place="critical_skills",
        who="SO",
        what=N_("Name the skills that must not be lost, and who has them"),
    ),
    Topic(id="chain", place="interfaces", who="OL", what=N_("Agree how the teams hand work over to each other")),
    Topic(id="maturity", place="maturity", who="OL", what=N_("Say how grown-up each activity is, and what is retired")),
    Topic(id="contract", place="provider", who="OL", what=N_("Complete the provider’s half: hours, contract, notice")),
    Topic(id="vendors", place="vendors", who="SO", what=N_("Complete the vendors: phone, hours, contract")),
    Topic(id="rest", place="", who="SO", what=N_("Complete what the description leaves open")),
)  # fmt: skip
"""The first whose place fits a key has it."""


def topic_of(key: str) -> Topic:
    """Return the topic of a key of the description: of `training.users` that of the trainings."""
    return next(topic for topic in TOPICS if lies_in(key, topic.place))


def lies_in(key: str, place: str) -> bool:
    """Whether a key is that place or lies under it; everything lies in the empty place."""
    return not place or key == place or key.startswith(place + ".")


def is_answered(key: str, places: Iterable[str]) -> bool:
    """Whether an answer that goes to these places brings this key too: itself, or a whole section that it lies in."""
    return any(key == place or ("." not in place and lies_in(key, place)) for place in places)
