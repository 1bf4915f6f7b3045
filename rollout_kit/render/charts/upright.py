"""Which picture shows which data, of those that are as wide as an upright page."""

from rollout_kit.document.charts import (
    BandData,
    CoverageData,
    HeatData,
    LadderData,
    StaircaseData,
    SumData,
    SwayData,
    UprightData,
)
from rollout_kit.render.charts.band import band_svg
from rollout_kit.render.charts.coverage import coverage_svg
from rollout_kit.render.charts.heat import heat_svg
from rollout_kit.render.charts.ladder import ladder_svg
from rollout_kit.render.charts.staircase import staircase_svg
from rollout_kit.render.charts.sums import sums_svg
from rollout_kit.render.charts.sway import sway_svg


def upright_svg(data: UprightData, title: str, *, accent: str) -> str:
    """Return the picture of any data but the Gantt chart's; `title` is what a screen reader says."""
    match data:
        case CoverageData():
            return coverage_svg(data, title)
        case LadderData():
            return ladder_svg(data, title)
        case SumData():
            return sums_svg(data, title)
        case BandData():
            return band_svg(data, title, accent=accent)
        case StaircaseData():
            return staircase_svg(data, title)
        case HeatData():
            return heat_svg(data, title)
        case SwayData():
            return sway_svg(data, title)
