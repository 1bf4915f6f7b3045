"""What the tests of the room share: a tiny description, a complete one, and the ids of a playbook."""

from pathlib import Path

from rollout_kit.description.validate import Known, Validated, validate

DATA = Path(__file__).parents[1] / "data" / "description"

TINY = """\
[rollout]
name = "New mail"
kickoff = 2027-01-11

[customer]
name = "Muster AG"

[provider]
name = "NetServ GmbH"
"""

KNOWN = Known(
    playbooks=("managed-service",),
    activities=("incident", "major_incident", "service_request", "access", "backup", "restore", "monitoring"),
    tasks=("kickoff", "restore-test", "handbook-hunt", "dry-run"),
    tasks_per_site=("visit",),
    tasks_per_session=("lesson",),
    scenarios=("major-outage", "restore", "phishing"),
    chapters=("cover", "emergency", "contacts"),
    rules=("OWN101", "OWN105", "TRN101"),
)


def known(playbook: str) -> Known:
    if playbook != "managed-service":
        raise KeyError(playbook)
    return KNOWN


def validated(text: str, **files: bytes) -> Validated:
    """Validate a text as rollout.toml; other files by name, `_` for the dot."""
    contents = {name.replace("_", "."): content for name, content in files.items()}
    return validate("rollout.toml", {"rollout.toml": text.encode(), **contents}, known)


def told(text: str, **files: bytes) -> list[str]:
    """Return problems and notes in one line each: place, code, message | remedy."""
    result = validated(text, **files)
    return [line(one) for one in (*result.problems, *result.notes)]


def line(one) -> str:
    place = f"{one.position.line}:{one.position.column}"
    if one.position.file != "rollout.toml":
        place = f"{one.position.file}:{place}"
    said = f"{place} {one.code} {worded(one.message)}"
    return f"{said} | {worded(one.help)}" if one.help else said


def worded(message) -> str:
    """Word a message in English without the language room (and so without Babel)."""
    if not hasattr(message, "text"):
        return ", ".join(map(worded, message)) if isinstance(message, tuple) else str(message)
    return message.text.format_map({name: worded(value) for name, value in message.parameters.items()})
