"""OWN104."""

from collections import Counter
from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Lacks, Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_

MOST_ACCOUNTABLE = 6  # house value
MOST_DUTIES = 10  # house value: accountable and responsible together


@rule(
    "OWN104",
    "too-many-hats",
    title=N_("One person carries too many activities"),
    severity=Severity.MEDIUM,
    stage="description",
    message=N_(
        "{subject} is accountable for {accountable} activities and does {done}; the most are {most_accountable}, "
        "and {most} with what is done"
    ),
    remedy=N_("hand some over; where nobody else is there, name a second person for what must never stop"),
    cure=Cure(id="spread-hats", text=N_("Spread the load of duties: {subject}"), minutes=45, further_minutes=15,
              owner="SO", before="p0.30"),
)  # fmt: skip
def too_many_hats(case: Case) -> Iterator[Outcome]:
    """One person carries too many activities.

    Fires for everybody who is accountable for more than 6 listed activities, or accountable and responsible more than
    10 times in all. Only those who are named themselves are counted, not the members of a team.

    Whoever answers for everything decides nothing in time, and a week in bed stops half of the operation.

    Not ready:

        [responsibilities]
        capacity = { accountable = "keller", responsible = ["oser"] }
        training = { accountable = "keller", responsible = ["oser"] }

    Ready:

        [responsibilities]
        capacity = { accountable = "weber", responsible = ["oser"] }
        training = { accountable = "desk", responsible = ["engineers"] }

    Source: key persons as a concentration of risk, orgplannerpro [E]; 6 and 10 are ours [D].
    """
    lines = case.rollout.responsibilities
    if not lines:
        yield Lacks(("responsibilities",))
        return
    accountable = Counter(ref for line in lines for ref in dict.fromkeys(line.accountable or ()))
    done = Counter(ref for line in lines for ref in dict.fromkeys(line.responsible or ()))
    for person in case.rollout.people:
        answers, does = accountable[person.id], done[person.id]
        if answers > MOST_ACCOUNTABLE or answers + does > MOST_DUTIES:
            yield Violation(
                ("people", person.id),
                {
                    "subject": person.name,
                    "accountable": answers,
                    "done": does,
                    "most_accountable": MOST_ACCOUNTABLE,
                    "most": MOST_DUTIES,
                },
            )
