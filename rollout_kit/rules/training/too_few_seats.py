"""TRN103."""

from collections.abc import Iterator, Sequence

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Judged, Lacks, Outcome, rule
from rollout_kit.description.training import Training
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Message, Spoken, plural_message
from rollout_kit.plan.learners import Circle, Learners, circles, learners
from rollout_kit.plan.sessions import fixed_seats, seats_by, seats_needed


@rule(
    "TRN103",
    "too-few-seats",
    title=N_("A training has fewer seats than people"),
    severity=Severity.HIGH,
    stage="plan",
    message=OWN_WORDS,
    remedy=N_("add seats or sessions, at their site and in their language"),
    cure=Cure(id="add-sessions", text=N_("Add sessions: {subject}"), minutes=30, further_minutes=15, owner="TR",
              before="p0.40"),
)  # fmt: skip
def too_few_seats(case: Case) -> Iterator[Outcome]:
    """A training has fewer seats than people.

    Fires for a training whose sessions seat fewer than its people and one in ten more for the ill. Judged on the plan,
    with the sessions fixed by hand and those that it added. Where an audience has several lessons, each must seat all.
    A session without seats takes those of its room; where no room is named either, one for users has 12 (our default),
    any other seats all its people.

    Fires for every site, and for every language of a site, whose users no training for users is for: they have 0 seats,
    and the plan invents no session for them. A training without site is for all sites, one without language for all
    languages of its site. Fires, too, where the trainings of some sites and languages count fewer people than work
    there. It says nothing of sites whose people are not counted.

    Who has no seat learns on the first day, at the desk of a colleague who has other things to do.

    Not ready:

        [sites.zuerich]
        name = "Zürich"
        languages = { de = 24 }

        [training.users]
        site = "zuerich"
        language = "fr"

    Ready:

        [sites.zuerich]
        name = "Zürich"
        languages = { de = 24 }

        [training.users]
        site = "zuerich"
        language = "de"

    Source: one in ten for the ill is ours [D].
    """
    trainings = case.rollout.training or ()
    for_users = [training for training in trainings if training.audience == "users"]
    if not for_users:
        yield Lacks(("training.users" if trainings else "training",))
    short: list[str] = []
    for training in trainings:
        outcome = _of_training(case, training)
        short += [training.id] if not isinstance(outcome, Judged) else []
        yield outcome
    groups = learners(case.rollout) if for_users else ()
    yield from _without_training(groups, for_users)
    for circle in circles(groups, for_users):
        if not any(training.id in short for training in circle.trainings):
            yield _of_circle(case, circle)


def _of_training(case: Case, training: Training) -> Outcome:
    sessions = [session for session in case.plan.sessions if session.training == training.id]
    if training.people is None:
        return Lacks((f"training.{training.id}.people",))
    if training.audience != "users" and not sessions:
        return Lacks((f"training.{training.id}.sessions",))
    seats, needed = _seats(case, training), seats_needed(training.people)
    if seats >= needed:
        return Judged()
    fixed = fixed_seats(training, case.rollout) if training.audience == "users" else 0
    return Violation(
        ("training", training.id),
        {"subject": training.name, "fault": _too_few(training, seats, needed, fixed)},
    )


def _too_few(training: Training, seats: int, needed: int, fixed: int) -> Message:
    if fixed:
        return plural_message(
            N_('training "{subject}" has {n} seat, {fixed} of them fixed, for {people} people; {needed} are needed '
               'with one in ten for the ill'),
            N_('training "{subject}" has {n} seats, {fixed} of them fixed, for {people} people; {needed} are needed '
               'with one in ten for the ill'),
            seats, subject=training.name, people=training.people or 0, needed=needed, fixed=fixed,
        )  # fmt: skip
    return plural_message(
        N_('training "{subject}" has {n} seat for {people} people; {needed} are needed with one in ten for the ill'),
        N_('training "{subject}" has {n} seats for {people} people; {needed} are needed with one in ten for the ill'),
        seats, subject=training.name, people=training.people or 0, needed=needed,
    )  # fmt: skip


def _without_training(groups: Sequence[Learners], trainings: Sequence[Training]) -> Iterator[Violation]:
    """Yield each site without any training for its users, and each language of the others without one."""
    told: set[str] = set()
    for group in groups:
        if group.site is None or group.site.id in told or any(group.are_taught_by(one) for one in trainings):
            continue
        if not any(training.site in (None, group.site.id) for training in trainings):
            told.add(group.site.id)
            fault = plural_message(
                N_('site "{subject}" has no training for users: 0 seats for {n} person'),
                N_('site "{subject}" has no training for users: 0 seats for {n} people'),
                sum(one.people for one in groups if one.site == group.site), subject=group.site.name,
            )  # fmt: skip
            yield Violation(("sites", group.site.id), {"subject": group.site.name, "fault": fault})
            continue
        fault = plural_message(
            N_('site "{subject}" has no training for users in {language}: 0 seats for {n} person'),
            N_('site "{subject}" has no training for users in {language}: 0 seats for {n} people'),
            group.people, subject=group.site.name, language=Spoken(group.language or ""),
        )  # fmt: skip
        path = ("sites", group.site.id, "languages", group.language or "")
        yield Violation(path, {"subject": group.site.name, "fault": fault})


def _of_circle(case: Case, circle: Circle) -> Outcome:
    """Judge trainings that count fewer people than there are at their sites, or in their languages."""
    seats, needed = sum(_seats(case, training) for training in circle.trainings), seats_needed(circle.people)
    if seats >= needed:
        return Judged()
    names = tuple(training.name for training in circle.trainings)
    fault = plural_message(
        N_("{trainings}: {n} seat for {people} users; {needed} are needed with one in ten for the ill"),
        N_("{trainings}: {n} seats for {people} users; {needed} are needed with one in ten for the ill"),
        seats, trainings=names, people=circle.people, needed=needed,
    )  # fmt: skip
    path = ("training", circle.trainings[0].id)
    return Violation(path, {"subject": names[0], "fault": fault}, at=(*path, "people"))


def _seats(case: Case, training: Training) -> int:
    return seats_by(training, case.plan, case.playbook.lessons_for(training.audience))
