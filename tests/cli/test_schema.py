"""`schema`."""

import json
from pathlib import Path

from .conftest import Call


def test_it_is_printed_for_a_pipe(call: Call):
    ran = call("schema")

    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["properties"]["rollout"]["description"].startswith("What is introduced")
    assert ran.out.isascii()


def test_it_is_written_where_it_is_wanted(call: Call, tmp_path: Path):
    ran = call("schema", "--to", tmp_path / "deep" / "rollout.schema.json")

    assert ran.code == 0
    assert json.loads((tmp_path / "deep" / "rollout.schema.json").read_text(encoding="utf-8"))["title"] == "rollout-kit"
