"""Composing: from a result to the trees of the documents, in a language."""

from collections.abc import Callable, Sequence

from rollout_kit.assess.result import Result
from rollout_kit.compose.checklist import compose_checklist
from rollout_kit.compose.contacts import compose_contacts
from rollout_kit.compose.emergency import compose_emergency
from rollout_kit.compose.go_live import compose_go_live
from rollout_kit.compose.handbook import compose_handbook
from rollout_kit.compose.open_items import compose_open_items
from rollout_kit.compose.plan import compose_plan
from rollout_kit.document import Document
from rollout_kit.language.words import DOCUMENT_LANGUAGES, Words

KINDS: dict[str, Callable[[Result, Words], Document]] = {
    "plan": compose_plan,
    "handbook": compose_handbook,
    "checklist": compose_checklist,
    "open-items": compose_open_items,
    "go-live": compose_go_live,
    "emergency": compose_emergency,
    "contacts": compose_contacts,
}
"""The documents there are, in the order in which they are built."""


def compose(result: Result, kinds: Sequence[str], language: str) -> tuple[Document, ...]:
    """Return the documents of these kinds; a language without a catalogue is written in English."""
    words = words_for(result, language)
    return tuple(KINDS[kind](result, words) for kind in kinds)


def words_for(result: Result, language: str) -> Words:
    """Return the words of a language together with the playbook's."""
    tag = language if language in DOCUMENT_LANGUAGES else "en"
    return Words(tag, result.case.playbook.texts_in(tag))
