import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from rollout_kit import resources
from rollout_kit.playbook.load import load_playbook
from rollout_kit.playbook.model import Playbook

Change = Callable[[str, str, str], Path]


@pytest.fixture(scope="session")
def playbook() -> Playbook:
    return load_playbook("managed-service")


@pytest.fixture
def changed(tmp_path: Path) -> Change:
    """Return a function that copies the playbook and replaces a text of one of its files; it gives the folder.

    The file is named by a pattern: the first one that holds the text is changed.
    """
    folder = tmp_path / "ours"
    shutil.copytree(resources.playbooks() / "managed-service", folder)

    def change(file: str, old: str, new: str) -> Path:
        texts = {path: path.read_text(encoding="utf-8") for path in sorted(folder.glob(file))}
        path = next(path for path, text in texts.items() if old in text)
        path.write_text(texts[path].replace(old, new, 1), encoding="utf-8")
        return folder

    return change
