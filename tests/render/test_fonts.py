import pytest

from rollout_kit.render.fonts import WRITTEN_LANGUAGES, fonts_command


@pytest.mark.parametrize(
    ("sign", "package"),
    [
        ("🚀", "fonts-noto-color-emoji"),
        ("한", "fonts-noto-cjk"),
        ("龘", "fonts-noto-cjk"),
        ("ア", "fonts-morisawa-bizud-gothic"),
        ("ß", WRITTEN_LANGUAGES),
        ("☐", WRITTEN_LANGUAGES),
        ("\ue000", WRITTEN_LANGUAGES),
        ("", WRITTEN_LANGUAGES),
    ],
)
def test_the_remedy_names_a_font_that_has_the_sign(sign: str, package: str) -> None:
    assert fonts_command(sign) == f"apt-get install {package}"
