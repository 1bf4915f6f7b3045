from datetime import timedelta

import pytest

from rollout_kit.compose.load.still_fine import still_fine
from rollout_kit.document.charts import StaircaseData

from ...capacity.made_up import FIRST, answer
from .shown_answer import shown


def drawn(given) -> StaircaseData:
    data = still_fine(given).data
    assert isinstance(data, StaircaseData)
    return data


def test_the_headline_tells_the_share_that_holds_to_the_end():
    chart = still_fine(shown())
    assert chart.headline.replace("\u00a0", " ") == (
        "In 20% of the runs the support is enough until 2 May 2027; 90% are wanted."
    )


def test_each_fall_is_one_point():
    assert drawn(shown()).points == ((FIRST, 1.0), (FIRST + timedelta(days=35), pytest.approx(0.2)))


@pytest.mark.parametrize(("share", "is_crossed"), [(0.09, False), (0.1, False), (0.11, True)])
def test_the_ring_stands_where_fewer_than_nine_in_ten_hold(share, is_crossed):
    data = drawn(shown(answer(share_outgrown=share)))
    assert (data.crossing is not None) == is_crossed
    assert bool(data.crossing_words) == is_crossed


def test_the_day_of_the_ring_is_named():
    data = drawn(shown())
    assert data.crossing_words.replace("\u00a0", " ") == "Mon 15 Mar: below 90%"
    assert data.crossing_words in still_fine(shown()).description
