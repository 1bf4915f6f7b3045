"""PIL102."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Judged, Lacks, NotApplicable, Outcome, rule
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.tryout import Pilot
from rollout_kit.finding import Cure, Severity, Violation
from rollout_kit.message import N_, Message, Spoken, message
from rollout_kit.plan.trainers import same_language
from rollout_kit.rules.pilot_scope import needs_no_pilot
from rollout_kit.rules.site_languages import languages_not_told, spoken_languages


@rule(
    "PIL102",
    "pilot-not-representative",
    title=N_("The pilot leaves out a site, a language or a critical process"),
    severity=Severity.HIGH,
    stage="description",
    message=OWN_WORDS,
    remedy=N_("take people of what is left out into the pilot, or begin there with a wave of its own"),
    cure=Cure(id="widen-pilot", text=N_("Widen the pilot: {subject}"), minutes=45, further_minutes=10, owner="SO",
              before="p0.35"),
)  # fmt: skip
def pilot_not_representative(case: Case) -> Iterator[Outcome]:
    """The pilot leaves out a site, a language or a critical process.

    Fires where `pilot.sites` does not name a site, `pilot.languages` a language that enough people of a site speak (as
    COM103 counts them), or `pilot.processes` a process that is `critical`. Of a single site and a single language
    nothing need be said. Up to 14 users need no pilot: it does not apply. A pilot that does not say whom it takes in
    cannot be judged, nor can one that is not there.

    What was tried in one office works in one office. The other line, the other language, the payroll run come after.

    Not ready:

        [[processes]]
        name = "Payroll"
        critical = true

        [pilot]
        processes = ["Invoices"]

    Ready:

        [[processes]]
        name = "Payroll"
        critical = true

        [pilot]
        processes = ["Invoices", "Payroll"]

    Source: a pilot is representative and has sceptics in it, guides to pilots [E].
    """
    if needs_no_pilot(case.rollout):
        yield NotApplicable()
    elif case.rollout.pilot is None:
        yield Lacks(("pilot",))
    else:
        yield _sites(case.rollout, case.rollout.pilot)
        yield from _languages(case.rollout, case.rollout.pilot)
        yield from _processes(case.rollout, case.rollout.pilot)


def _sites(rollout: Rollout, pilot: Pilot) -> Outcome:
    missing = tuple(site.name for site in rollout.sites if site.id not in pilot.sites)
    if not missing or len(rollout.sites) == 1:
        return Judged()
    if not pilot.sites:
        return Lacks(("pilot.sites",))
    return _violation("sites", message(N_("sites")), message(N_("nobody of {sites} is in the pilot"), sites=missing))


def _languages(rollout: Rollout, pilot: Pilot) -> Iterator[Outcome]:
    lacking = languages_not_told(rollout)
    if lacking:
        yield Lacks(lacking)
    spoken = tuple(dict.fromkeys(each.tag for each in spoken_languages(rollout)))
    missing = tuple(tag for tag in spoken if not any(same_language(tag, each) for each in pilot.languages))
    if not missing or len(spoken) == 1:
        yield Judged()
    elif not pilot.languages:
        yield Lacks(("pilot.languages",))
    else:
        text = N_("nobody who speaks {languages} is in the pilot")
        fault = message(text, languages=tuple(Spoken(tag) for tag in missing))
        yield _violation("languages", message(N_("languages")), fault)


def _processes(rollout: Rollout, pilot: Pilot) -> Iterator[Outcome]:
    if not rollout.processes:
        yield Lacks(("processes",))
    left_out = [(index, each) for index, each in enumerate(rollout.processes) if each.name not in pilot.processes]
    unknown = tuple(f"processes.{index}.critical" for index, each in left_out if each.critical is None)
    missing = tuple(each.name for _, each in left_out if each.critical)
    if unknown:
        yield Lacks(unknown)
    if missing and not pilot.processes:
        yield Lacks(("pilot.processes",))
    elif missing:
        fault = message(N_("the pilot does not try what is critical: {processes}"), processes=missing)
        yield _violation("processes", message(N_("critical processes")), fault)
    else:
        yield Judged()


def _violation(key: str, subject: Message, fault: Message) -> Violation:
    return Violation(("pilot", key), {"subject": subject, "fault": fault})
