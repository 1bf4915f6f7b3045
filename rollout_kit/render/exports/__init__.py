"""Exports: what is drawn from a result itself, not from a document. One line here adds one."""

from collections.abc import Callable, Mapping

from rollout_kit.assess.result import Result
from rollout_kit.language.words import Words
from rollout_kit.render.exports.calendars import calendars
from rollout_kit.render.exports.workbook import workbook

EXPORTS: Mapping[str, Callable[[Result, Words], tuple[tuple[str, bytes], ...]]] = {
    "xlsx": workbook,
    "ics": calendars,
}
"""What draws an export, by the ending of its files; each returns their names and bytes."""
