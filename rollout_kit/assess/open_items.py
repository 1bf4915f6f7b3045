"""Open items: all that somebody still owes the rollout, each thing once, with a name and a date.

They come from the decisions that are open, from the findings (one item per task that cures, not per finding), from
what is not known, and from what tests brought to light.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from rollout_kit.assess.cure_items import CureItem, cure_items
from rollout_kit.assess.result import OpenDecision, Result
from rollout_kit.assess.subject import listed
from rollout_kit.assess.topics import Topic, is_answered, topic_of
from rollout_kit.assess.waivers import waived_by
from rollout_kit.finding import Untested
from rollout_kit.message import N_, Message, message, plural_message, verbatim
from rollout_kit.plan.frame import frame_of
from rollout_kit.plan.model import TO_BE_NAMED, PersonRef
from rollout_kit.playbook.window import MarkOfPlan

ItemState = Literal["open", "waits", "overdue", "done"]
Origin = Literal["decision", "finding", "unknown", "test-finding", "added", "waiver"]

KNOWN_BY = MarkOfPlan("k", 5)  # house value: what is not known is brought within five working days
MOST_NAMES = 3
RESERVE = "rollout.go_live_reserve"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """Something that is owed. `id` is the same in every run, `number` only in this edition, in the order of the list.

    `further` are the tasks that a decision makes good with it, or what is wrong where `what` is a remedy. `until` is
    None where nothing says by when.
    `waits_for`: who has to move first. An item is overdue against the day on which the rollout is looked at.
    """

    id: str
    number: int = 0
    what: Message
    who: PersonRef
    until: date | None
    state: ItemState = "open"
    origin: Origin
    waits_for: PersonRef | None = None
    further: tuple[Message, ...] = ()
    codes: tuple[str, ...] = ()


def open_items(result: Result) -> tuple[OpenItem, ...]:
    """Return what is owed: overdue first, then by date, what is done last."""
    cures = cure_items(result)
    found = [
        *_decisions(result, cures),
        *_findings(result, cures),
        *unknown(result, result.untested),
        *_phones(result),
        *_reserve(result),
        *_test_findings(result),
        *_without_owner(result),
        *_waivers(result),
    ]
    judged = sorted((_judged(item, result) for item in found), key=_rank)
    return tuple(replace(item, number=number) for number, item in enumerate(judged, 1))


def _judged(item: OpenItem, result: Result) -> OpenItem:
    if item.state == "done":
        return item
    if item.until is not None and item.until < result.case.as_of:
        return replace(item, state="overdue")
    waits_for = item.waits_for or (item.who if item.who in result.case.rollout.vendor_by_id else None)
    return replace(item, state="waits", waits_for=waits_for) if waits_for else item


def _rank(item: OpenItem) -> tuple[int, date]:
    turn = {"overdue": 0, "open": 1, "waits": 1, "done": 2}[item.state]
    return turn, item.until or date.max


# --- decisions, and the findings they answer -----------------------------------------------------


def _decisions(result: Result, cures: Sequence[CureItem]) -> Iterator[OpenItem]:
    kickoff = _kickoff(result)
    for decision in result.decisions:
        answered = [cure for cure in cures if _answering(cure, result) is decision]
        codes = (*decision.codes, *(code for cure in answered for code in cure.codes))
        yield OpenItem(
            id=f"decision-{decision.id}",
            what=decision.question,
            who=decision.decider,
            until=kickoff,
            origin="decision",
            further=tuple(said for cure in answered for said in (cure.what, *cure.reasons)),
            codes=tuple(dict.fromkeys(codes)),
        )


def _findings(result: Result, cures: Sequence[CureItem]) -> Iterator[OpenItem]:
    for cure in cures:
        if _answering(cure, result) is not None:
            continue
        partly = next((each for each in result.decisions if set(each.codes) & set(cure.codes)), None)
        is_for_another = partly is not None and partly.decider != cure.who
        yield OpenItem(
            id=f"finding-{cure.id}",
            what=cure.what,
            who=cure.who,
            until=cure.until,
            origin="finding",
            waits_for=partly.decider if partly and is_for_another else None,
            further=cure.reasons,
            codes=cure.codes,
        )


def _answering(cure: CureItem, result: Result) -> OpenDecision | None:
    """Return the open decision that is the same thing: decisions answer all that the cure is for."""
    answered = {code for decision in result.decisions for code in decision.codes}
    if not cure.codes or not set(cure.codes) <= answered:
        return None
    return next(decision for decision in result.decisions if cure.codes[0] in decision.codes)


def _kickoff(result: Result) -> date:
    task = result.case.plan.task_at("kickoff")
    return task.ends_on if task and task.ends_on else result.case.plan.first_day


# --- what is not known ---------------------------------------------------------------------------


def unknown(result: Result, rules: Sequence[Untested]) -> Iterator[OpenItem]:
    """Yield an item per topic that rules lack; what an open decision brings with it is no second item."""
    answered = _places_answered(result)
    codes: dict[str, list[str]] = {}
    topics: dict[str, Topic] = {}
    for rule in rules:
        for key in rule.missing:
            if not is_answered(key, answered):
                topic = topic_of(key)
                topics[topic.id] = topic
                codes.setdefault(topic.id, []).append(rule.code)
    for topic in topics.values():
        yield OpenItem(
            id=f"unknown-{topic.id}",
            what=message(topic.what),
            who=result.case.cast.first(topic.who),
            until=_known_by(result),
            origin="unknown",
            codes=tuple(dict.fromkeys(codes[topic.id])),
        )


def _phones(result: Result) -> Iterator[OpenItem]:
    names = [person.name for person in result.case.rollout.people if not person.phone]
    if names:
        yield OpenItem(
            id="unknown-phones",
            what=message(N_("Add the phone number of {names}"), names=listed(names, MOST_NAMES)),
            who=result.case.cast.first("DK"),
            until=_known_by(result),
            origin="unknown",
        )


def _reserve(result: Result) -> Iterator[OpenItem]:
    about = result.case.rollout.about
    if about.go_live_reserve is None and not is_answered(RESERVE, _places_answered(result)):
        yield OpenItem(
            id="unknown-reserve",
            what=message(N_("Agree on the day to which go-live moves if the answer is no")),
            who=result.case.cast.first("DM"),
            until=_kickoff(result),
            origin="unknown",
        )


def _places_answered(result: Result) -> tuple[str, ...]:
    open_ids = {decision.id for decision in result.decisions}
    standing = (decision for decision in result.case.playbook.decisions if decision.id in open_ids)
    return tuple(place for decision in standing for place in decision.answers_to)


def _known_by(result: Result) -> date:
    return frame_of(result.case.rollout, result.case.calendars).day_of(KNOWN_BY)


# --- tests, and tasks of the file ----------------------------------------------------------------


def _test_findings(result: Result) -> Iterator[OpenItem]:
    fixing = result.case.plan.task_by_id.get("fix-findings")
    who = fixing.lead if fixing else result.case.cast.first("SL")
    for number, test in enumerate(result.case.rollout.tests, 1):
        for place, finding in enumerate(test.findings or (), 1):
            yield OpenItem(
                id=f"test-{number}-{place}",
                what=verbatim(finding.what),
                who=who,
                until=finding.fix_by or (fixing.ends_on if fixing else None),
                state="done" if finding.fixed else "open",
                origin="test-finding",
            )


def _without_owner(result: Result) -> Iterator[OpenItem]:
    cast = result.case.cast
    for task in result.case.plan.tasks:
        if task.origin == "added" and task.lead in TO_BE_NAMED.values():
            yield OpenItem(
                id=f"added-{task.id}",
                what=message(N_("Name who does it: {task}"), task=task.name),
                who=cast.first("SO" if cast.side(task.lead) == "customer" else "OL"),
                until=_kickoff(result),
                origin="added",
            )


def _waivers(result: Result) -> Iterator[OpenItem]:
    """Yield what a waiver that holds puts off; by its last day it is mended or agreed anew."""
    sides = result.case.rollout.person_by_id
    for judged in result.case.waivers:
        waived = waived_by(judged, result.findings)
        if not judged.holds or not waived:
            continue
        further = len(waived) - 1
        more = plural_message(N_("and {n} more like it"), N_("and {n} more like it"), further)
        agreed = judged.waiver.agreed
        who = next((ref for ref in agreed if ref in sides and sides[ref].organisation == "customer"), agreed[0])
        yield OpenItem(
            id=f"waiver-{judged.number + 1}",
            what=message(N_("Mend it or agree anew: {finding}"), finding=waived[0].message),
            who=who,
            until=judged.until,
            origin="waiver",
            further=(message(N_("waived: {reason}"), reason=judged.waiver.reason), *((more,) if further else ())),
            codes=(judged.waiver.rule,),
        )
