"""PER101."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.missing_person import proficient
from rollout_kit.assess.rule import OWN_WORDS, Outcome, rule
from rollout_kit.description.rollout import Rollout
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Message, message, verbatim
from rollout_kit.rules.skills_known import lacking_skills

LEAST_PEOPLE = 2


@rule(
    "PER101",
    "single-holder",
    title=N_("A critical skill is held by one person or by nobody"),
    severity=Severity.HIGH,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("let a second person learn it at the real work, until that person has done it alone once"),
    cure=Cure(id="shadow", text=N_("Learn at the work: {subject}"), minutes=120, owner="DK", before="g-4"),
)  # fmt: skip
def single_holder(case: Case) -> Iterator[Outcome]:
    """A critical skill is held by one person or by nobody.

    Fires for every skill of `critical_skills` in which fewer than 2 people of both houses together are "proficient".
    Who is still "learning" does not count. Once the skills of one person are given, a person without any has none.

    What one head alone knows goes on holiday with it, and hands in its notice with it.

    Not ready:

        [people.oser]
        skills = { restore = "learning" }

    Ready:

        [people.oser]
        skills = { restore = "proficient" }

    Source: first pattern of dependence on single people, orgplannerpro [E].
    """
    lacking = lacking_skills(case.rollout)
    if lacking is not None:
        yield lacking
        return
    for skill in case.rollout.critical_skills:
        if len(proficient(case.rollout, skill.id)) < LEAST_PEOPLE:
            path = ("critical_skills", skill.id)
            yield Violation(path, {"subject": verbatim(skill.id), "fault": _fault(case.rollout, skill.id)})


def _fault(rollout: Rollout, skill: str) -> Message:
    people, held = rollout.person_by_id, proficient(rollout, skill)
    learning = tuple(person.name for person in rollout.people if dict(person.skills).get(skill) == "learning")
    if not held:
        return message(N_('nobody is proficient in "{subject}"; {least} people are the least'),
                       subject=verbatim(skill), least=LEAST_PEOPLE)  # fmt: skip
    name = people[held[0]].name
    if not learning:
        return message(N_('only {name} is proficient in "{subject}"; {least} people are the least'),
                       name=name, subject=verbatim(skill), least=LEAST_PEOPLE)  # fmt: skip
    text = N_(
        'only {name} is proficient in "{subject}"; {least} people are the least, and who is learning does not count: '
        "{learning}"
    )
    return message(text, name=name, subject=verbatim(skill), least=LEAST_PEOPLE, learning=learning)
