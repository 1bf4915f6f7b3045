import pytest

from rollout_kit.render.accent import LEAST_CONTRAST, NIGHT, PAPER, contrast, readable


@pytest.mark.parametrize(
    ("brand", "printed"),
    [
        ("#ffd500", "#8a7300"),
        ("#e2001a", "#e2001a"),
        ("#00a878", "#00845e"),
        ("#f4a6c0", "#e31e60"),
        ("#005a9c", "#005a9c"),
    ],
)
def test_a_brand_colour_keeps_its_hue_and_becomes_readable_on_paper(brand: str, printed: str) -> None:
    assert readable(brand, PAPER) == printed


@pytest.mark.parametrize("brand", ["#000000", "#ffffff", "#808080", "#ffd500", "#123456", "#ff00ff"])
@pytest.mark.parametrize("ground", [PAPER, NIGHT])
def test_every_colour_becomes_readable(brand: str, ground: str) -> None:
    assert contrast(readable(brand, ground), ground) >= LEAST_CONTRAST


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#777777", "#ffffff") < LEAST_CONTRAST
