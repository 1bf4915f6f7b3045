"""PER103."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.missing_person import proficient
from rollout_kit.assess.rule import Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Parameter
from rollout_kit.rules.skills_known import lacking_skills

MOST_ALONE = 1


@rule(
    "PER103",
    "sole-cover-twice",
    title=N_("One person is the only one for several critical skills"),
    severity=Severity.HIGH,
    stage="description",
    message=N_("{subject} is the only one proficient in {n} critical skills: {skills}; {most} is the most"),
    remedy=N_("choose for each of these skills who learns it next, and begin before go-live: {skills}"),
    cure=Cure(id="shadow", text=N_("Learn at the work: {subject}"), minutes=120, owner="DK", before="g-4"),
)  # fmt: skip
def sole_cover_twice(case: Case) -> Iterator[Outcome]:
    """One person is the only one for several critical skills.

    Fires for every person who is the only one "proficient" in 2 or more skills of `critical_skills`. Who is still
    learning does not count.

    One letter of resignation, and two things at once that nobody can do any more.

    Not ready:

        [people.frei]
        skills = { m365-admin = "learning" }

        [people.oser]
        skills = { restore = "learning" }

    Ready:

        [people.oser]
        skills = { restore = "learning" }

    Source: third pattern of dependence on single people, orgplannerpro [E].
    """
    rollout = case.rollout
    lacking = lacking_skills(rollout)
    if lacking is not None:
        yield lacking
        return
    for person in rollout.people:
        alone = tuple(skill.id for skill in rollout.critical_skills if proficient(rollout, skill.id) == (person.id,))
        if len(alone) > MOST_ALONE:
            path = ("people", person.id)
            parameters: dict[str, Parameter] = {
                "subject": person.name,
                "n": len(alone),
                "skills": alone,
                "most": MOST_ALONE,
            }
            yield Violation(path, parameters, at=(*path, "skills"))
