"""What every part of a playbook is: frozen, strict, no unknown key."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Condition = Literal[
    "always", "sites", "personal-data-or-critical-infrastructure", "desk-besides-trainer", "four-people", "key-users",
    "managers", "users-trained", "critical-process", "pilot", "rollback-or-tier", "thirty-or-twenty-one-days",
    "former-provider", "telephony",
]  # fmt: skip
"""When something of a playbook is there at all; the plan judges it."""


class Part(BaseModel):
    """Something of a playbook: frozen, strict, no unknown key."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, arbitrary_types_allowed=True, defer_build=True)
