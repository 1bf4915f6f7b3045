"""COM103."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import Judged, Lacks, Outcome, rule
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.training import Training
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Message, message
from rollout_kit.message import Spoken as LanguageName
from rollout_kit.plan.trainers import same_language
from rollout_kit.rules.site_languages import Spoken, languages_not_told, sent_messages, spoken_languages

Covered = bool | tuple[str, ...]
"""Whether a channel is there in a language; the keys that it takes to know it."""


@rule(
    "COM103",
    "language-not-covered",
    title=N_("A language of a site is missing where its people are told, taught or helped"),
    severity=Severity.HIGH,
    stage="description",
    message=N_("site {site}, {language} ({n} person): missing in {channels}"),
    plural=N_("site {site}, {language} ({n} people): missing in {channels}"),
    remedy=N_("translate it, or name somebody who speaks the language"),
    cure=Cure(id="translate", text=N_("Translate: {subject}"), minutes=60, further_minutes=60, owner="DK",
              before="g-6"),
)  # fmt: skip
def language_not_covered(case: Case) -> Iterator[Outcome]:
    """A language of a site is missing where its people are told, taught or helped.

    Fires for a language of a site that is missing in one of four: the messages to users, the trainings for users, the
    service desk (`support.L1.languages`), and the job aid of a training. A language counts that more than 5 % of the
    people of the site speak, two at least, or five people at a site of any size. A variant (`de-CH`) counts as its
    language. A message without a language may be in any, a training without one may be for any: where that decides, the
    rule is not tested.

    Who did not understand the announcement calls the desk. There nobody understands the call.

    Not ready:

        [sites.zuerich]
        languages = { de = 22, fr = 2 }

    Ready:

        [sites.zuerich]
        languages = { de = 23, fr = 1 }

    Source: the figures are ours [D].
    """
    lacking = languages_not_told(case.rollout)
    if lacking:
        yield Lacks(lacking)
    for spoken in spoken_languages(case.rollout):
        yield _judged(case.rollout, spoken)


def _judged(rollout: Rollout, spoken: Spoken) -> Outcome:
    channels: tuple[tuple[Message, Covered], ...] = (
        (message(N_("messages")), _in_messages(rollout, spoken)),
        (message(N_("training")), _in_training(rollout, spoken)),
        (message(N_("service desk")), _at_desk(rollout, spoken)),
        (message(N_("job aid")), _in_job_aid(rollout, spoken)),
    )
    missing = tuple(name for name, covered in channels if covered is False)
    unknown = tuple(key for _, covered in channels if not isinstance(covered, bool) for key in covered)
    if not missing:
        return Lacks(tuple(dict.fromkeys(unknown))) if unknown else Judged()
    language, name = LanguageName(spoken.tag), spoken.site.name
    return Violation(
        ("sites", spoken.site.id, "languages", spoken.tag),
        {
            "subject": message(N_("{language} for {site}"), language=language, site=name),
            "site": name,
            "language": language,
            "n": spoken.people,
            "channels": missing,
        },
    )


def _in_messages(rollout: Rollout, spoken: Spoken) -> Covered:
    sent = [(index, each) for index, each in sent_messages(rollout) if each.audience == "users"]
    if not sent:
        return ("messages",)
    if any(each.language and same_language(spoken.tag, each.language) for _, each in sent):
        return True
    return tuple(f"messages.{index}.language" for index, each in sent if not each.language) or False


def _in_training(rollout: Rollout, spoken: Spoken) -> Covered:
    trainings = _for_users(rollout, spoken)
    if not any(training.audience == "users" for training in rollout.training or ()):
        return ("training.users" if rollout.training else "training",)
    if any(_is_in(rollout, training, spoken) for training in trainings):
        return True
    return tuple(f"training.{each.id}.language" for each in trainings if not each.language) or False


def _at_desk(rollout: Rollout, spoken: Spoken) -> Covered:
    desk = rollout.support_by_id.get("L1")
    if desk is None or not desk.languages:
        return ("support.L1.languages",)
    return any(same_language(spoken.tag, tag) for tag in desk.languages)


def _in_job_aid(rollout: Rollout, spoken: Spoken) -> Covered:
    """Return whether a training that is surely theirs has a job aid; where none is, that is told of the training."""
    mine = [training for training in _for_users(rollout, spoken) if _is_in(rollout, training, spoken)]
    if not mine or any(training.job_aid for training in mine):
        return True
    return tuple(f"training.{training.id}.job_aid" for training in mine if training.job_aid is None) or False


def _for_users(rollout: Rollout, spoken: Spoken) -> tuple[Training, ...]:
    trainings = (training for training in rollout.training or () if training.audience == "users")
    return tuple(training for training in trainings if training.site in (None, spoken.site.id))


def _is_in(rollout: Rollout, training: Training, spoken: Spoken) -> bool:
    """Whether a training is held in a language: one without any is, where the site speaks no other."""
    if training.language:
        return same_language(spoken.tag, training.language)
    return [each.tag for each in spoken_languages(rollout) if each.site == spoken.site] == [spoken.tag]
