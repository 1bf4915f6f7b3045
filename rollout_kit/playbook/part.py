"""What every part of a playbook is: frozen, strict, no unknown key."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Condition = Literal[
    "always", "sites", "personal-data-or-critical-infrastructure", "desk-besides-trainer", "four-people", "key-users",
    "managers", "users-trained", "critical-process", "pilot", "rollback-or-tier", "thirty-or-twenty-one-days",
    "former-provider", "telephony",
]  # fmt: skip
"""When something of a playbook is there at all; the plan judges it."""


def _whole(written: Any) -> Any:
    """Return what equals a whole number without being one, such as true, as something that no list of numbers has."""
    return written if type(written) is int else str(written).lower()


Whole = BeforeValidator(_whole)
"""Before a list of numbers that are allowed."""

NotNegative = Annotated[int, Field(ge=0)]


class Part(BaseModel):
    """Something of a playbook: frozen, strict, no unknown key."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, arbitrary_types_allowed=True, defer_build=True)
