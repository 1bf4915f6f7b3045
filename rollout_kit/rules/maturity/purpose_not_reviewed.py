"""MAT108."""

from collections.abc import Iterator
from datetime import date

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Lacks, NotApplicable, Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, message
from rollout_kit.rules.activity_names import activity_name


@rule(
    "MAT108",
    "purpose-not-reviewed",
    title=N_("Nobody has asked for a year whether an activity is still needed"),
    severity=Severity.LOW,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("ask what it is good for, and decide: keep, change or retire it"),
    cure=Cure(id="note-improvement", text=N_("Enter in the improvement register: {subject}"), minutes=0,
              owner="owner-of:improvement", before="after:30"),
)  # fmt: skip
def purpose_not_reviewed(case: Case) -> Iterator[Outcome]:
    """Nobody has asked for a year whether an activity is still needed.

    Fires for every activity in the phase "optimise" of `maturity`, in which costs are brought down, whose purpose was
    never reviewed or longer than 12 months ago (`purpose_reviewed`).

    The cheapest work is the one that nobody has to do any more, and nobody notices it in an operation that runs well.

    Not ready:

        [maturity]
        licences = { phase = "optimise", purpose_reviewed = 2025-12-13 }

    Ready:

        [maturity]
        licences = { phase = "optimise", purpose_reviewed = 2025-12-14 }

    Source: the purpose of every operation is asked again and again, Japanese practice of operations in five phases [E];
    12 months are ours [D].
    """
    optimised = [each for each in case.rollout.maturity if each.phase == "optimise"]
    if not case.rollout.maturity:
        yield Lacks(("maturity",))
    elif not optimised:
        yield NotApplicable()
    for each in optimised:
        path, subject, day = ("maturity", each.id), activity_name(case, each.id), each.purpose_reviewed
        if day is None:
            fault = message(N_('what "{subject}" is good for was never asked'), subject=subject)
            yield Violation(path, {"subject": subject, "fault": fault})
        elif case.as_of > _a_year_after(day):
            text = N_('what "{subject}" is good for was asked last on {day}, more than 12 months ago')
            fault = message(text, subject=subject, day=day)
            yield Violation(path, {"subject": subject, "fault": fault}, at=(*path, "purpose_reviewed"))


def _a_year_after(day: date) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if is_leap_day else day.day)
