"""Readiness by area: one line per family whose rules apply."""

from dataclasses import replace

from rollout_kit.assess.areas import Area, areas_of
from rollout_kit.assess.verdict import Verdict
from rollout_kit.finding import Severity, Untested
from tests.compose import results

CODES = ("CAP101", "OWN101", "OWN102", "XXX101")


def made(**changes: object):  # type: ignore[no-untyped-def]
    given = {"applicable_codes": CODES, "tested_codes": CODES, "findings": (), **changes}
    return results.result(**given)


def test_areas_come_in_the_order_of_the_families_and_only_where_a_rule_applies():
    assert [(area.family, area.tested, area.applicable) for area in areas_of(made())] == [
        ("OWN", 2, 2),
        ("CAP", 1, 1),
        ("XXX", 1, 1),
    ]
    assert areas_of(made(applicable_codes=())) == ()


def test_an_area_counts_its_open_findings_by_severity():
    blocker, low = results.finding(), results.finding(severity=Severity.LOW)
    waived = replace(blocker, state="waived")
    (own, cap, _) = areas_of(made(findings=(blocker, low, low, waived)))
    none = ((Severity.BLOCKER, 0), (Severity.HIGH, 0), (Severity.MEDIUM, 0), (Severity.LOW, 0))
    counts = ((Severity.BLOCKER, 1), (Severity.HIGH, 0), (Severity.MEDIUM, 0), (Severity.LOW, 2))
    assert own == Area(family="OWN", verdict=Verdict.NOT_READY, counts=counts, tested=2, applicable=2)
    assert cap == Area(family="CAP", verdict=Verdict.READY, counts=none, tested=1, applicable=1)


def test_what_could_not_be_judged_makes_its_area_too_little_known():
    untested = Untested(code="CAP101", missing=("load",), could_block=True)
    (own, cap, _) = areas_of(made(untested=(untested,), tested_codes=("OWN101", "OWN102")))
    assert (own.verdict, cap.verdict) == (Verdict.READY, Verdict.TOO_LITTLE_KNOWN)
    assert (cap.tested, cap.applicable) == (0, 1)


def test_an_area_of_which_nothing_could_be_judged_is_not_called_ready():
    small = Untested(code="CAP101", missing=("load",), could_block=False)
    (own, cap, other) = areas_of(made(untested=(small,), tested_codes=("OWN101", "OWN102", "XXX101")))
    assert (own.verdict, cap.verdict, other.verdict) == (Verdict.READY, None, Verdict.READY)
