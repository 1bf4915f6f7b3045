"""CAP108."""

from collections.abc import Iterator
from datetime import date, timedelta

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Judged, Lacks, Outcome, rule
from rollout_kit.description.load import Load
from rollout_kit.description.rollout import Rollout
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Percent, message, plural_message

SPARE_PERCENT = 5  # house value: licences in hand for starters and second devices
DAYS_WITHOUT_RENEWAL = 60  # house value: from go-live on


@rule(
    "CAP108",
    "too-few-licences",
    title=N_("There are too few licences, or they run out just after go-live"),
    severity=Severity.HIGH,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("order or renew in time, and ask how long delivery takes"),
    cure=Cure(id="order-licences", text=N_("Order licences"), minutes=30, owner="owner-of:licences", before="p0.50"),
)
def too_few_licences(case: Case) -> Iterator[Outcome]:
    """There are too few licences, or they run out just after go-live.

    Fires where `licences` are fewer than the users at the peak (the larger of all users and the sum of the waves) plus
    5 %, and where `licences_renew` lies between go-live and 60 days after it, both days included.

    Without a licence nobody signs in, and a licence that expires in the first weeks looks like a fault of the rollout.

    Not ready:

        [load]
        licences = 25

    Ready:

        [load]
        licences = 26

    Source: outages by expired licence keys, mercury template [E]; 5 % and 60 days are ours [D].
    """
    load = case.rollout.load or Load()
    peak = _peak(case.rollout, load)
    if load.licences is None or peak is None:
        lacking = {"load.licences": load.licences, "customer.users": peak}
        yield Lacks(tuple(key for key, value in lacking.items() if value is None))
    else:
        yield _count(load.licences, peak)
    if load.licences_renew is not None:
        yield _renewal(load.licences_renew, case.go_live)


def _peak(rollout: Rollout, load: Load) -> int | None:
    in_waves = sum(wave.users for wave in load.waves) if load.waves else None
    return max((number for number in (rollout.users, in_waves) if number is not None), default=None)


def _count(licences: int, peak: int) -> Outcome:
    needed = -(-peak * (100 + SPARE_PERCENT) // 100)
    if licences >= needed:
        return Judged()
    fault = message(
        N_("{licences} licences for {users} users; with {spare} in hand it takes {needed}"),
        subject=message(N_("more licences")),
        licences=licences,
        users=peak,
        spare=Percent(SPARE_PERCENT / 100),
        needed=needed,
    )
    return Violation(("load", "licences"), {"fault": fault})


def _renewal(renewal: date, go_live: date) -> Outcome:
    if not go_live <= renewal <= go_live + timedelta(days=DAYS_WITHOUT_RENEWAL):
        return Judged()
    fault = plural_message(
        N_("the licences run out on {renewal}, {n} day after go-live"),
        N_("the licences run out on {renewal}, {n} days after go-live"),
        (renewal - go_live).days,
        renewal=renewal,
        subject=message(N_("renewal of the licences")),
    )
    return Violation(("load", "licences_renew"), {"fault": fault})
