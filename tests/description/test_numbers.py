"""Numbers and lengths at, below and above their limits, told where they stand."""

import pytest

from tests.description.sample import TINY, told

NUMBERS = [
    ("[customer]\nusers = {}", "users"),
    ("[provider]\nendpoints_per_technician = {}", "endpoints_per_technician"),
    ("[rollout]\nbudget = {{ project = {} }}", "project"),
    ("[sites.a]\nname = 'A'\nlanguages = {{ de = {} }}", "de"),
    ("[load]\ntickets_per_user_month = {}", "tickets_per_user_month"),
    ("[load]\ntickets_per_user_month = {{ low = 1, likely = 2, high = {} }}", "high"),
    ("[load]\ngrowth_per_year = {}", "growth_per_year"),
    ("[load]\nload_test_factor = {}", "load_test_factor"),
    ("[on_call]\nincidents_per_month = {}", "incidents_per_month"),
    ("[[interfaces]]\nfrom = 'customer'\nto = 'provider'\narrivals_per_week = {}", "arrivals_per_week"),
    ("[[kpis]]\nname = 'K'\nbaseline = {}", "baseline"),
    ("[[kpis]]\nname = 'K'\ntarget = {}", "target"),
    ("[[objectives]]\nobjective = 'O'\nkey_results = [{{ result = 'R', from = {} }}]", "from"),
    ("[[manual_tasks]]\nname = 'M'\nminutes_per_month = {}", "minutes_per_month"),
    ("[costs]\nper_user_month = {}", "per_user_month"),
]


@pytest.mark.parametrize(("section", "key"), NUMBERS)
def test_every_number_has_one_upper_limit(section, key):
    header, _, rest = section.partition("\n")

    def numbers(written):
        text = f"{header}\n{rest.format(written)}"
        text = TINY.replace(header, text) if header in TINY else f"{TINY}{text}\n"
        return [one for one in told(text) if " FMT2" in one]

    assert numbers("1000000000") == []
    for beyond, shown in (("1000000001", "1000000001"), ("1e30", "1e+30"), ("1e308", "1e+308")):
        (problem,) = numbers(beyond)
        assert problem.partition(" ")[2] == (
            f"FMT211 '{key}' is {shown}, too large a number | "
            "mend the number; the largest one that is counted with is 1000000000"
        )


@pytest.mark.parametrize(("written", "fits"), [("-1000000000", True), ("-1000000001", False), ("-1e308", False)])
def test_a_number_below_0_has_the_same_limit(written, fits):
    for text in (f"[[kpis]]\nname = 'K'\nbaseline = {written}\n", f"[load]\ngrowth_per_year = {written}\n"):
        found = [one.partition(" ")[2] for one in told(TINY + text)]
        help = "mend the number; the smallest one that is counted with is -1000000000"
        assert [one.partition(", too small a number | ")[2] for one in found] == ([] if fits else [help])


def test_a_bound_of_a_range_is_told_at_the_bound():
    assert told(TINY + "[load]\ngolive_factor = { low = -1, likely = 2, high = 3 }\n") == [
        "11:25 FMT211 'low' is -1; it cannot be negative | write 0 or more; what is not known is left out"
    ]


@pytest.mark.parametrize(
    ("written", "fits"),
    [
        ("3650 days", True),
        ("3650.1 days", False),
        ("121 months", True),
        ("122 months", False),
        ("9" * 400 + " s", False),
    ],
)
def test_no_length_is_above_ten_years(written, fits):
    for text in (f"[load]\nhalf_life = '{written}'", f"[hypercare]\nresponse = {{ P1 = '{written}' }}"):
        found = told(f"{TINY}{text}\n")
        assert [one.partition(" ")[2][:6] for one in found] == ([] if fits else ["FMT205"])
        assert all(", too long a time | mend the number or its unit; no length is above " in one for one in found)


def test_a_year_out_of_reach_is_told_with_a_remedy():
    assert told(TINY.replace("2027-01-11", "2207-01-11")) == [
        "3:11 FMT207 'kickoff' is 2207-01-11; only the years 2000 to 2100 are counted with | mend the year"
    ]
