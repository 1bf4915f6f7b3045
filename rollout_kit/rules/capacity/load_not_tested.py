"""CAP107."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Lacks, Outcome, rule
from rollout_kit.description.load import Load
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, message

LEAST_FACTOR = 1.5  # nfpstack (E)
LEAST_FACTOR_CRITICAL = 2.0  # operational readiness review (T); less only where the breaking point is known
PATH = ("load", "load_test_factor")


@rule(
    "CAP107",
    "load-not-tested",
    title=N_("Nobody has tried whether the service carries the expected load"),
    severity=Severity.HIGH,
    worst=Severity.BLOCKER,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("test at {least}× the expected peak before go-live, or ask the maker for a measured figure"),
    cure=Cure(id="test-load", text=N_("Test the load: {subject}"), minutes=90, owner="SL", before="g-4"),
)
def load_not_tested(case: Case) -> Iterator[Outcome]:
    """Nobody has tried whether the service carries the expected load.

    Fires where `load_test_factor`, the tested load against the expected peak, is below 1.5; 0 says that no test was
    made. A blocker at the tier critical, where it also fires below 2 unless the load was raised until it broke
    (`load_test_break_point`).

    The first Monday brings everybody at nine o'clock. A service that was only ever tried by ten people fails then.

    Not ready:

        [load]
        load_test_factor = 1.4

    Ready:

        [load]
        load_test_factor = 1.5

    Source: 1.5 times the peak, nfpstack [E]; 1 and 2 times and the breaking point, AWS operational readiness review
    [T].
    """
    load = case.rollout.load or Load()
    is_critical = case.rollout.about.tier == "critical"
    severity = Severity.BLOCKER if is_critical else Severity.HIGH
    if load.load_test_factor is None:
        yield Lacks((".".join(PATH),), worst=severity)
        return
    factor, least = load.load_test_factor, LEAST_FACTOR_CRITICAL if is_critical else LEAST_FACTOR
    if factor >= least or (factor >= LEAST_FACTOR and load.load_test_break_point):
        return
    if not factor:
        fault = message(N_("the load was not tested; {least}× the expected peak is the least"), least=least)
    elif factor < LEAST_FACTOR:
        fault = message(
            N_("the load was tested at {factor}× the expected peak; {least}× is the least"),
            factor=factor, least=least,
        )  # fmt: skip
    else:
        fault = message(
            N_(
                "the load was tested at {factor}× the expected peak and not until it broke; "
                "for a critical service {least}× is the least"
            ),
            factor=factor, least=least,
        )  # fmt: skip
    subject = message(N_("load of the first days"))
    yield Violation(PATH, {"subject": subject, "least": least, "fault": fault}, severity)
