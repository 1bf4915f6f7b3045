import re

import pytest

from rollout_kit.document.charts import CoverageData, LadderData, SumData, UprightData
from rollout_kit.render.charts.upright import upright_svg

from ..sample.outlook import band_data, heat_data, staircase_data, sway_data


@pytest.mark.parametrize(
    "data",
    [
        CoverageData(days=(), nobody="nobody"), LadderData(steps=(), ticks=()), SumData(rows=()),
        band_data(), staircase_data(), heat_data("just"), sway_data(),
    ],
    ids=lambda data: type(data).__name__,
)  # fmt: skip
def test_every_kind_of_data_has_a_picture_as_wide_as_a_page_with_its_title(data: UprightData) -> None:
    picture = upright_svg(data, "What it shows", accent="#005a9c")
    assert 'width="174mm"' in picture
    assert "<title>What it shows</title>" in picture


@pytest.mark.parametrize("data", [band_data(), staircase_data(), heat_data("just", "short"), sway_data()])
def test_no_letter_is_smaller_than_seven_points(data: UprightData) -> None:
    picture = upright_svg(data, "", accent="#005a9c")
    sizes = [float(size) / 0.3528 for size in re.findall(r'font-size="([\d.]+)"', picture)]
    assert min(sizes) >= 6.99
