"""Activities in the words of people."""

from rollout_kit.assess.case import Case
from rollout_kit.message import Message, playbook_text, verbatim


def activity_name(case: Case, id: str) -> Message:
    """Return the playbook's name of an activity, or the key of one of the description's own."""
    if any(known.id == id for known in case.playbook.activities):
        return playbook_text(f"activities.{id}.name")
    return verbatim(id.replace("_", " "))
