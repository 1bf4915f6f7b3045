"""CON109."""

from collections.abc import Iterator, Mapping

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Judged, Lacks, Outcome, rule
from rollout_kit.description.organisations import Contract
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Duration, Message, Parameter, Unit, message, plural_message
from rollout_kit.rules.durations import minutes_of

LEAST_HANDOVER = Duration(amount=4, unit=Unit.WEEK)  # simple, nfpstack (E)
LEAST_HANDOVER_CRITICAL = Duration(amount=12, unit=Unit.WEEK)  # complex, nfpstack (E): taken for the tier critical
MINUTES_A_DAY = 1440
CONTRACT = ("provider", "contract")


@rule(
    "CON109",
    "exit-too-short",
    title=N_("There is no orderly way out of the contract"),
    severity=Severity.MEDIUM,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("write notice, handover and return of all data into the contract, for an unplanned end too"),
    cure=Cure(id="amend-contract", text=N_("Amend the contract: {subject}"), minutes=60, further_minutes=30,
              owner="OL", before="g-6"),
)  # fmt: skip
def exit_too_short(case: Case) -> Iterator[Outcome]:
    """There is no orderly way out of the contract.

    Fires where `notice` and the handover take longer than from go-live to the contract's end, and where the contract
    does not say that the data come back (`returns_data`). The handover is that of the contract (`exit_handover`), and
    4 weeks at least, 12 at the tier critical. A month without a date is 30 days.

    Whoever thinks of the end only at the end pays for it: the contract is over before another provider is there.

    Not ready:

        [provider.contract]
        ends = 2027-09-04
        notice = "6 months"
        exit_handover = "4 weeks"
        returns_data = true

    Ready:

        [provider.contract]
        ends = 2027-09-05
        notice = "6 months"
        exit_handover = "4 weeks"
        returns_data = true

    Source: durations, nfpstack [E]; a planned and an unplanned end, BSI OPS.2.3.A7 [E].
    """
    contract = case.rollout.provider.contract
    if contract is None:
        yield Lacks(tuple(f"provider.contract.{key}" for key in ("notice", "ends", "returns_data")))
        return
    yield _time(case, contract)
    if not contract.returns_data:
        fault = message(N_("the contract does not say that the data come back at its end"))
        yield Violation((*CONTRACT, "returns_data"), {"subject": message(N_("return of the data")), "fault": fault})


def _time(case: Case, contract: Contract) -> Outcome:
    if contract.notice is None or contract.ends is None:
        lacking = {"notice": contract.notice, "ends": contract.ends}
        return Lacks(tuple(f"provider.contract.{key}" for key, value in lacking.items() if value is None))
    least = LEAST_HANDOVER_CRITICAL if case.rollout.about.tier == "critical" else LEAST_HANDOVER
    handover = max(contract.exit_handover or least, least, key=lambda length: length.minutes)
    needed = minutes_of((contract.notice, handover))
    days = (contract.ends - case.go_live).days
    if needed <= days * MINUTES_A_DAY:
        return Judged()
    given: dict[str, Parameter] = {
        "notice": contract.notice,
        "handover": handover,
        "sum": Duration(amount=round(needed / MINUTES_A_DAY, 1), unit=Unit.DAY),
        "end": contract.ends,
    }
    fault = _fault(days, given)
    return Violation((*CONTRACT, "ends"), {"subject": message(N_("way out")), "fault": fault})


def _fault(days: int, given: Mapping[str, Parameter]) -> Message:
    if days < 0:
        text = N_("{notice} notice + {handover} handover = {sum}, and the contract ends on {end}, before go-live")
        return message(text, **given)
    return plural_message(
        N_("{notice} notice + {handover} handover = {sum}, and the contract ends on {end}, {n} day after go-live"),
        N_("{notice} notice + {handover} handover = {sum}, and the contract ends on {end}, {n} days after go-live"),
        days, **given,
    )  # fmt: skip
