"""PER102."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.missing_person import proficient
from rollout_kit.assess.rule import Outcome, rule
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Parameter, verbatim
from rollout_kit.rules.skills_known import has_skill, lacking_skills


@rule(
    "PER102",
    "skill-only-at-provider",
    title=N_("A critical skill lies outside, and nobody of the customer can judge it"),
    severity=Severity.MEDIUM,
    stage="description",
    message=N_('only {names} can do "{subject}", and nobody of {customer} has it or is learning it'),
    remedy=N_("pair somebody of {customer} with {names}: not to do the work, but to judge it"),
    cure=Cure(id="shadow", text=N_("Learn at the work: {subject}"), minutes=120, owner="DK", before="g-4"),
)  # fmt: skip
def skill_only_at_provider(case: Case) -> Iterator[Outcome]:
    """A critical skill lies outside, and nobody of the customer can judge it.

    Fires for every skill of `critical_skills` in which somebody is proficient, but nobody of the customer is proficient
    or learning. Who is learning need not do the work, but can judge it.

    What nobody of one's own understands cannot be checked, compared or taken to another provider.

    Not ready:

        [people.frei]
        skills = { restore = "none" }

    Ready:

        [people.frei]
        skills = { restore = "learning" }

    Source: tacit knowledge is lost with a change of provider, and repairs take 20 to 30 % longer for six months,
    vegaprism after TSIA [E].
    """
    rollout = case.rollout
    lacking = lacking_skills(rollout)
    if lacking is not None:
        yield lacking
        return
    own = [person for person in rollout.people if person.organisation == "customer"]
    for skill in rollout.critical_skills:
        held = proficient(rollout, skill.id)
        if held and not any(has_skill(person, skill.id) for person in own):
            names = tuple(rollout.person_by_id[id].name for id in held)
            parameters: dict[str, Parameter] = {
                "subject": verbatim(skill.id),
                "names": names,
                "customer": rollout.customer.name,
            }
            yield Violation(("critical_skills", skill.id), parameters)
