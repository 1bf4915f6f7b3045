"""What a finding says, for a reader of documents: people and activities by name, not by the keys of the file."""

from dataclasses import replace

from rollout_kit.assess.result import Result
from rollout_kit.message import N_, Message, Parameter, Source, message, playbook_text


def by_name(said: Message, result: Result) -> Message:
    """Return the message with names for keys of activities, people and teams, also where several stand in a list.

    Whoever mends the file needs the keys; nobody else knows them, and they are English in every language.
    """
    if said.source is not Source.CATALOGUE:
        return said
    return replace(said, parameters={key: _named(value, result) for key, value in said.parameters.items()})


def in_short(said: Message, most: int) -> Message:
    """Return the message with lists of at most so many items, the last of which says how many more there are."""
    parameters = {key: _short(value, most) for key, value in said.parameters.items()}
    return replace(said, parameters=parameters)


def _short(value: Parameter, most: int) -> Parameter:
    if isinstance(value, Message):
        return in_short(value, most)
    if isinstance(value, tuple) and len(value) > most:
        return (*value[: most - 1], message(N_("{count} more"), count=len(value) - most + 1))
    return value


def _named(value: Parameter, result: Result) -> Parameter:
    match value:
        case Message():
            return by_name(value, result)
        case tuple():
            return tuple(_named(item, result) for item in value)
        case str():
            names = [_name(key, result) for key in value.split(", ")]
            known = [name for name in names if name is not None]
            return value if len(known) < len(names) else known[0] if len(known) == 1 else tuple(known)
        case _:
            return value


def _name(key: str, result: Result) -> Parameter | None:
    rollout = result.case.rollout
    if any(activity.id == key for activity in result.case.playbook.activities):
        return playbook_text(f"activities.{key}.name")
    if key in rollout.activity_by_id:
        return key.replace("_", " ")
    known = rollout.person_by_id.get(key) or rollout.team_by_id.get(key)
    return known.name if known else None
