"""COM101."""

from collections.abc import Iterator, Mapping

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, Outcome, rule
from rollout_kit.finding import Cure, KeyPath, Severity, Violation
from rollout_kit.message import N_, Message, message
from rollout_kit.rules.site_languages import sent_messages

LEAST_MESSAGES = 5  # Prosci, by beefed.ai (E)
AUDIENCES: Mapping[str, str] = {
    "users": N_("the users"),
    "desk": N_("the service desk"),
    "second_level": N_("the second level"),
    "key_users": N_("the key users"),
    "managers": N_("the managers"),
    "deputies": N_("the deputies"),
    "provider": N_("the provider"),
}


@rule(
    "COM101",
    "too-few-messages",
    title=N_("An audience hears of it too rarely before go-live"),
    severity=Severity.MEDIUM,
    stage="description",
    message=N_("before go-live {audience} get {n} message; {least} are the least"),
    plural=N_("before go-live {audience} get {n} messages; {least} are the least"),
    remedy=N_("plan more messages, short ones: what changes, when, for whom, and whom to ask"),
    cure=Cure(id="add-messages", text=N_("Add messages: {subject}"), minutes=30, further_minutes=10,
              owner="owner-of:user_communication", before="p0.25"),
)  # fmt: skip
def too_few_messages(case: Case) -> Iterator[Outcome]:
    """An audience hears of it too rarely before go-live.

    Fires for an audience with fewer than 5 messages before go-live: for each that `messages` address at all, and always
    for the users. Several on one day, in several languages say, count once; a notice of delay that lies ready counts
    not.

    One mail is read by half and remembered by a quarter. What is told five times was told.

    Not ready:

        [[messages]]
        audience = "users"
        date = 2027-02-01

    Ready:

        [[messages]]
        audience = "users"
        date = 2027-01-12

        [[messages]]
        audience = "users"
        date = 2027-01-19

        [[messages]]
        audience = "users"
        date = 2027-01-26

        [[messages]]
        audience = "users"
        date = 2027-02-02

        [[messages]]
        audience = "users"
        date = 2027-02-08

    Source: five to seven exposures, Prosci by way of beefed.ai [E].
    """
    if not case.rollout.messages:
        yield Lacks(("messages",))
        return
    sent = tuple(sent_messages(case.rollout))
    for audience in dict.fromkeys(("users", *(each.audience for _, each in sent))):
        days = {each.date for _, each in sent if each.audience == audience and each.date < case.go_live}
        if len(days) >= LEAST_MESSAGES:
            continue
        first = next((index for index, each in sent if each.audience == audience), None)
        path: KeyPath = ("messages",) if first is None else ("messages", first)
        name: Message = message(AUDIENCES[audience])
        yield Violation(path, {"subject": name, "audience": name, "n": len(days), "least": LEAST_MESSAGES})
