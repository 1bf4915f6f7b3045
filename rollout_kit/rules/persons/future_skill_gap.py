"""PER105."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Judged, Lacks, NotApplicable, Outcome, rule
from rollout_kit.description.improvement import FutureRole
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Message, Parameter, message
from rollout_kit.rules.skills_known import has_skill


@rule(
    "PER105",
    "future-skill-gap",
    title=N_("Nobody is learning what a later role needs"),
    severity=Severity.MEDIUM,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("choose who learns it, and until when: {skills}"),
    cure=Cure(id="note-improvement", text=N_("Enter in the improvement register: {subject}"), minutes=0,
              owner="owner-of:improvement", before="after:30"),
)  # fmt: skip
def future_skill_gap(case: Case) -> Iterator[Outcome]:
    """Nobody is learning what a later role needs.

    Fires for every role of `future.roles` that needs a skill which none of its `candidates` has or is learning, and so
    for a role without a candidate. An empty list says that no further roles are expected.

    Work that is automated needs other people than work by hand. Whoever begins to learn when the role is
    there is late.

    Not ready:

        [future]
        roles = [{ name = "Automation", from = 2028-01-01, skills = ["power-automate"], candidates = ["weber"] }]

    Ready:

        [future]
        roles = [{ name = "Automation", from = 2028-01-01, skills = ["power-automate"], candidates = ["frei"] }]

    Source: roles that stay empty for want of learning, Japanese practice of operations in five phases [E].
    """
    future = case.rollout.future
    roles = future.roles if future else None
    if roles is None or (not roles and case.whole.future and case.whole.future.roles):
        yield Lacks(("future.roles",))
    elif not roles:
        yield NotApplicable()
    for index, role in enumerate(roles or ()):
        yield _judged(case, index, role)


def _judged(case: Case, index: int, role: FutureRole) -> Outcome:
    if not role.skills:
        return Lacks((f"future.roles.{index}.skills",))
    people = case.rollout.person_by_id
    candidates = [people[id] for id in role.candidates if id in people]
    missing = tuple(skill for skill in role.skills if not any(has_skill(each, skill) for each in candidates))
    if not missing:
        return Judged()
    names = tuple(person.name for person in candidates)
    parameters: dict[str, Parameter] = {"subject": role.name, "skills": missing, "fault": _fault(role, missing, names)}
    return Violation(("future", "roles", index), parameters)


def _fault(role: FutureRole, missing: tuple[str, ...], names: tuple[str, ...]) -> Message:
    told: dict[str, Parameter] = {"subject": role.name, "skills": missing}
    if not names:
        return message(N_('"{subject}" will need {skills}, and nobody is named as a candidate'), **told)
    if role.starts_on is None:
        text = N_('"{subject}" will need {skills}, and no candidate has it or is learning it: {names}')
        return message(text, names=names, **told)
    text = N_('"{subject}" needs {skills} from {day} on, and no candidate has it or is learning it: {names}')
    return message(text, names=names, day=role.starts_on, **told)
