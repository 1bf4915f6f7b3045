"""What moves the answer: each figure at its low and its high value, all others at their likely one."""

from collections.abc import Sequence

from rollout_kit.capacity.answers import Bar
from rollout_kit.capacity.names import figure_name, figure_value
from rollout_kit.compose.load.marked import told_share
from rollout_kit.compose.load.series import shares
from rollout_kit.compose.load.shown import Shown
from rollout_kit.compose.wording import capitalised
from rollout_kit.document import Chart
from rollout_kit.document.charts import SwayData, SwayRow
from rollout_kit.message import N_

MOST_BARS = 8
LEAST_SWAY = 0.02  # of the runs: less is within the chance of the draw


def sensitivity(shown: Shown) -> Chart | None:
    """Return the picture; None where no figure moves the answer by more than chance does."""
    bars = [bar for bar in shown.answer.bars if abs(bar.outgrown_high - bar.outgrown_low) >= LEAST_SWAY]
    return _by_share(bars[:MOST_BARS], shown) if bars else None


def _by_share(bars: Sequence[Bar], shown: Shown) -> Chart:
    middle = 1 - bars[0].outgrown_middle
    rows = tuple(_row(bar, shown) for bar in bars)
    data = SwayData(
        rows=rows,
        middle=middle,
        middle_words=shown.say(N_("{share} hold"), share=told_share(middle)),
        steps=shares(shown.words, 0.25, 0.75),
    )
    headline = shown.say(N_("What moves the answer most: {figure}."), figure=figure_name(bars[0].figure))
    text = N_(
        "Runs in which the support is enough, with one figure at its low and at its high value, all others at their "
        "likely one, as at the line. Black is towards fewer."
    )
    reading = shown.say(text)
    told = "; ".join(f"{row.name}: {row.low_words}, {row.high_words}" for row in rows)
    return Chart(headline=headline, reading=reading, data=data, description=f"{headline} {told}")


def _row(bar: Bar, shown: Shown) -> SwayRow:
    figure = shown.question.figure(bar.figure)
    low, high = 1 - bar.outgrown_low, 1 - bar.outgrown_high
    text = N_("{value}: {share}")
    return SwayRow(
        name=capitalised(shown.words.text(figure_name(bar.figure))),
        at_low=low,
        at_high=high,
        low_words=shown.say(text, value=figure_value(figure, figure.low), share=told_share(low)),
        high_words=shown.say(text, value=figure_value(figure, figure.high), share=told_share(high)),
    )
