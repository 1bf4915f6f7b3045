"""Documents that hold every kind of node, in German, with long and hostile words in them."""

from .chart import gantt_data, gantt_rows, loads
from .checklist import checklist
from .handbook import handbook
from .parts import ARABIC, HOSTILE, LONG_WORD, MARKS, document, words
from .plan import plan

__all__ = [
    "ARABIC", "HOSTILE", "LONG_WORD", "MARKS", "checklist", "document", "gantt_data", "gantt_rows", "handbook", "loads",
    "plan", "words",
]  # fmt: skip
