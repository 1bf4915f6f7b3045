import pytest

from rollout_kit.language.words import Words
from rollout_kit.render import diagnosis
from rollout_kit.render.diagnosis import SIGNS, pdf_checks

pytestmark = pytest.mark.pdf


def test_a_machine_that_draws_our_pages_has_all_they_need() -> None:
    checks = list(pdf_checks())

    assert [Words("en").text(check.what) for check in checks if not check.is_there] == []
    assert len(checks) > len(SIGNS) + 2


def test_a_sign_that_no_font_has_is_told_with_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnosis, "SIGNS", {"x": (diagnosis.N_("English"), "a\U0001e7ff")})

    (check,) = (check for check in pdf_checks() if not check.is_there)

    assert Words("en").text(check.what) == "fonts for English: no font has \U0001e7ff"
    assert check.remedy is not None
    assert "apt-get install" in Words("en").text(check.remedy)


def test_a_font_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnosis, "_FAMILIES", ("No Such Font",))

    (check,) = (check for check in pdf_checks() if not check.is_there)

    assert "No Such Font is not installed" in Words("en").text(check.what)
    assert not check.is_needed


def test_without_subsetting_it_says_what_that_costs(monkeypatch: pytest.MonkeyPatch) -> None:
    from weasyprint.text import ffi

    monkeypatch.setattr(ffi, "harfbuzz_subset", None)

    (check,) = (check for check in pdf_checks() if not check.is_there)

    assert "cannot cut fonts down" in Words("en").text(check.what)
    assert not check.is_needed
