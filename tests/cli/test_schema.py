"""`schema`."""

import json
import os
from pathlib import Path

import pytest

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


@pytest.mark.parametrize("folder", ["/", "", ".", ".."])
def test_a_folder_is_no_file_to_write(call: Call, folder: str):
    ran = call("schema", "--to", folder)

    assert (ran.code, "is a folder; a file of that name cannot be written" in ran.err) == (2, True)


def test_a_schema_is_written_anew_and_a_description_is_never_replaced(call: Call, tiny: Path):
    assert call("schema", "--to", "x.json").code == 0
    assert call("schema", "--to", "x.json", "--ui-language", "de").code == 0
    assert "Was eingeführt wird" in Path("x.json").read_text(encoding="utf-8")
    before = tiny.read_bytes()
    ran = call("schema", "--to", tiny)
    assert (ran.code, ran.out, tiny.read_bytes()) == (2, "", before)
    assert ran.err.splitlines()[1] == "  = name another file"


def test_a_pipe_is_not_replaced_by_a_file(call: Call):
    os.mkfifo("pipe")
    ran = call("schema", "--to", "pipe")
    assert (ran.code, "is a device or a pipe, not a file" in ran.err) == (2, True)
    assert Path("pipe").is_fifo()
