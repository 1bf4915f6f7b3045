"""Which words a playbook needs for its structure."""

from collections.abc import Iterator

from rollout_kit.playbook.model import Playbook

ROLES = ("SP", "DM", "SO", "OL", "SL", "DK", "TR", "KU", "DP")
STEPS = range(1, 8)
COMMON = ("steps", "roles")
"""The tables of words that a playbook needs whatever is in it."""

_RUNBOOK = (
    "title", "purpose", "trigger", "who", "before", "step1", "step2", "step3", "step4", "step5", "check", "stop",
    "undo", "told",
)  # fmt: skip


def needed_texts(playbook: Playbook) -> Iterator[str]:
    """Yield the keys that every language of a playbook needs for its structure."""
    yield from (f"tasks.{task.id}.{part}" for task in playbook.tasks for part in ("name", "proof", "reason"))
    yield from (f"tasks.{task.id}.name_all" for task in playbook.tasks if task.per != "rollout")
    yield from (f"cures.{cure.id}.{part}" for cure in playbook.cures for part in ("name", "name_many", "proof"))
    for decision in playbook.decisions:
        yield from (f"decisions.{decision.id}.{part}" for part in ("question", "proposal", "otherwise"))
    yield from (f"later.{item.id}.{part}" for item in playbook.later for part in ("name", "proof"))
    yield from (f"routines.{routine.id}.{part}" for routine in playbook.routines for part in ("name", "proof"))
    yield from (f"activities.{activity.id}.name" for activity in playbook.activities)
    yield from dict.fromkeys(f"groups.{activity.group}.name" for activity in playbook.activities)
    yield from (f"steps.{step}.name" for step in STEPS)
    yield from (f"roles.{role}.name" for role in ROLES)
    yield from (f"chapters.{key}.title" for key in playbook.chapter_keys)
    yield from (f"runbooks.{runbook}.{part}" for runbook in playbook.runbooks for part in _RUNBOOK)
    yield from _needed_content(playbook)


_CONTENT = {
    "scenarios": ("name", "purpose", "success"),
    "modules": ("name", "content", "verification"),
    "formats": ("name", "what"),
    "measures": ("name", "formula", "target", "source"),
    "criteria": ("name", "proof"),
    "messages": ("name", "when", "subject", "body"),
    "go_live": ("step", "proof"),
}


def _needed_content(playbook: Playbook) -> Iterator[str]:
    for kind, parts in _CONTENT.items():
        yield from (f"{kind}.{each.id}.{part}" for each in getattr(playbook, kind) for part in parts)
    yield from (f"go_live.{line.id}.abort" for line in playbook.go_live if line.can_abort)
    yield from (f"glossary.{term}.{part}" for term in playbook.glossary for part in ("term", "meaning", "stems"))
    for agenda in playbook.agendas:
        yield f"agendas.{agenda.id}.name"
        for number in range(1, len(agenda.points) + 1):
            yield from (f"agendas.{agenda.id}.point{number}.{part}" for part in ("name", "result"))
