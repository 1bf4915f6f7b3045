"""COM104."""

from collections.abc import Iterator, Mapping

from rollout_kit.assess.case import Case
from rollout_kit.assess.moments import length
from rollout_kit.assess.rule import OWN_WORDS, Judged, Lacks, Outcome, rule
from rollout_kit.description.continuity import OutageNotice
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Duration, Message, Spoken, message, minutes
from rollout_kit.plan.trainers import same_language
from rollout_kit.rules.site_languages import languages_not_told, spoken_languages

FIRST: Mapping[str, int] = {"P1": 15, "P2": 30}  # minutes: gpuaas, PagerDuty (E)
UPDATES: Mapping[str, int] = {"P1": 30, "P2": 60}  # minutes: gpuaas, PagerDuty (E)
TEMPLATES = ("outage_notice", "templates")


@rule(
    "COM104",
    "slow-outage-notice",
    title=N_("In an outage users hear too late, too rarely, or nothing in their language"),
    severity=Severity.HIGH,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("write first notice, update and all-clear now, in each language, and say who sends them by when"),
    cure=Cure(id="write-templates", text=N_("Write templates for outages: {subject}"), minutes=45, further_minutes=15,
              owner="OL", before="task:emergency-part"),
)  # fmt: skip
def slow_outage_notice(case: Case) -> Iterator[Outcome]:
    """In an outage users hear too late, too rarely, or nothing in their language.

    Fires where `outage_notice.first` is later than 15 minutes for P1 or 30 for P2, where its updates come less often
    than every 30 minutes for P1 or 60 for P2, and where there is no template, or none in a language that enough people
    of a site speak (as COM103 counts them).

    Who hears nothing calls. A hundred calls that ask the same keep the desk from repairing anything.

    Not ready:

        [outage_notice]
        first = { P1 = "16 min", P2 = "30 min" }

    Ready:

        [outage_notice]
        first = { P1 = "15 min", P2 = "30 min" }

    Source: runbook of gpuaas, summary of PagerDuty [E].
    """
    notice = case.rollout.outage_notice or OutageNotice()
    yield from _within(
        notice.first, FIRST, "first", N_("{priority}: the first notice comes after {length}; {most} are the most")
    )
    yield from _within(
        notice.updates, UPDATES, "updates", N_("{priority}: updates come every {length}; {most} are the most")
    )
    yield from _templates(case, notice)


def _within(
    stated: tuple[tuple[str, Duration], ...], most: Mapping[str, int], key: str, fault: str
) -> Iterator[Outcome]:
    lengths = dict(stated)
    for priority, limit in most.items():
        found = lengths.get(priority)
        if found is None:
            yield Lacks((f"outage_notice.{key}.{priority}",))
        elif found.minutes <= limit:
            yield Judged()
        else:
            told = message(fault, priority=priority, length=length(found.minutes), most=minutes(limit))
            yield _violation(
                ("outage_notice", key, priority), message(N_("times for {priority}"), priority=priority), told
            )


def _templates(case: Case, notice: OutageNotice) -> Iterator[Outcome]:
    subject = message(N_("languages"))
    if not notice.templates:
        yield _violation(TEMPLATES, subject, message(N_("there is no template for a notice of an outage")))
        return
    spoken = dict.fromkeys(each.tag for each in spoken_languages(case.rollout))
    missing = [tag for tag in spoken if not any(same_language(tag, written) for written in notice.templates)]
    if missing:
        languages = tuple(Spoken(tag) for tag in missing)
        fault = message(N_("there is no template for a notice of an outage in {languages}"), languages=languages)
        yield _violation(TEMPLATES, subject, fault)
    lacking = languages_not_told(case.rollout)
    if lacking:
        yield Lacks(lacking)


def _violation(path: tuple[str, ...], subject: Message, fault: Message) -> Violation:
    return Violation(path, {"subject": subject, "fault": fault})
