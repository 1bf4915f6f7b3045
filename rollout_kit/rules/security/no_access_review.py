"""SEC108."""

from collections.abc import Iterator
from datetime import timedelta

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Lacks, Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, message

WITHIN = timedelta(days=90)  # house value
PATH = ("access", "review")


@rule(
    "SEC108",
    "no-access-review",
    title=N_("Nobody looks again at who may do what"),
    severity=Severity.LOW,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("put a review of all access rights into the calendar between {go_live} and {until}"),
    cure=Cure(id="date-it", text=N_("Put it in the calendar: {subject}"), minutes=15, further_minutes=5, owner="OL",
              before="g-6"),
)  # fmt: skip
def no_access_review(case: Case) -> Iterator[Outcome]:
    """Nobody looks again at who may do what.

    Fires where `access.review` is not dated, or not within 90 days from go-live.

    In the hurry of a go-live more is opened than anybody notes down. Three months later nobody remembers why.

    Not ready:

        [access]
        review = 2027-05-11

    Ready:

        [access]
        review = 2027-05-10

    Source: ours [D].
    """
    if case.rollout.access is None:
        yield Lacks((".".join(PATH),))
        return
    given, go_live = case.rollout.access.review, case.go_live
    until = go_live + WITHIN
    if given is not None and go_live <= given <= until:
        return
    if given is None:
        fault = message(N_("no date is set for a review of the access rights"))
    else:
        text = N_("the access rights are reviewed on {day}, and not between {go_live} and {until}")
        fault = message(text, day=given, go_live=go_live, until=until)
    subject = message(N_("review of access rights"))
    yield Violation(PATH, {"subject": subject, "go_live": go_live, "until": until, "fault": fault})
