"""MAT104."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Judged, Lacks, NotApplicable, Outcome, rule
from rollout_kit.description.improvement import Maturity
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Message, message, plural_message
from rollout_kit.rules.activity_names import activity_name

MOST_DAYS = 60  # house value


@rule(
    "MAT104",
    "old-system-lives-on",
    title=N_("An old system is paid for or running on without an end"),
    severity=Severity.MEDIUM,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("set the day on which it is switched off, and end its licence with it"),
    cure=Cure(id="note-improvement", text=N_("Enter in the improvement register: {subject}"), minutes=0,
              owner="owner-of:improvement", before="after:30"),
)  # fmt: skip
def old_system_lives_on(case: Case) -> Iterator[Outcome]:
    """An old system is paid for or running on without an end.

    Fires for everything in the phase "retire" of `maturity` that has no `switch_off`, or whose licence
    (`licence_ends`) runs more than 60 days longer than that.

    Nobody dares to switch off what nobody has set a date for. It is paid, patched and broken into for years.

    Not ready:

        [maturity]
        old_phones = { phase = "retire", switch_off = 2027-06-30, licence_ends = 2027-08-30 }

    Ready:

        [maturity]
        old_phones = { phase = "retire", switch_off = 2027-06-30, licence_ends = 2027-08-29 }

    Source: what is decommissioned has to be recorded, sempercogitare [E]; 60 days are ours [D].
    """
    retired = [each for each in case.rollout.maturity if each.phase == "retire"]
    if not case.rollout.maturity:
        yield Lacks(("maturity",))
    elif not retired:
        yield NotApplicable()
    for each in retired:
        yield _judged(case, each)


def _judged(case: Case, each: Maturity) -> Outcome:
    path, subject = ("maturity", each.id), activity_name(case, each.id)
    if each.switch_off is None:
        fault = message(N_('no day is set for switching off "{subject}"'), subject=subject)
        return Violation(path, {"subject": subject, "fault": fault})
    if each.licence_ends is None:
        return Lacks((f"maturity.{each.id}.licence_ends",))
    days = (each.licence_ends - each.switch_off).days
    if days <= MOST_DAYS:
        return Judged()
    fault = _paid_on(each, subject, days)
    return Violation(path, {"subject": subject, "fault": fault}, at=(*path, "licence_ends"))


def _paid_on(each: Maturity, subject: Message, days: int) -> Message:
    assert each.switch_off is not None
    assert each.licence_ends is not None
    return plural_message(
        N_('"{subject}" is switched off on {off}, and paid until {ends}, {n} day longer; {most} are the most'),
        N_('"{subject}" is switched off on {off}, and paid until {ends}, {n} days longer; {most} are the most'),
        days, subject=subject, off=each.switch_off, ends=each.licence_ends, most=MOST_DAYS,
    )  # fmt: skip
