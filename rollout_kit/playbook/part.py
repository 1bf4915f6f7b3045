"""What every part of a playbook is: frozen, strict, no unknown key."""

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """Something of a playbook: frozen, strict, no unknown key."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, arbitrary_types_allowed=True, defer_build=True)
