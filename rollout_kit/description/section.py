"""What every section of the description has in common."""

from pydantic import BaseModel, ConfigDict


class Section(BaseModel):
    """A table of the description: frozen, strict, and no key that the format does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, ser_json_inf_nan="null", defer_build=True)


class Keyed(Section):
    """A table that has a name of its own in the file: `[people.keller]` has the id `keller`."""

    id: str
