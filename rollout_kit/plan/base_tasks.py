"""The base tasks of the playbook, as sketches for this rollout."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from rollout_kit.description.rollout import Rollout
from rollout_kit.description.training import Training
from rollout_kit.message import N_, Message, Parameter, message, playbook_text, verbatim
from rollout_kit.plan import by_hand, conditions, sessions
from rollout_kit.plan.cast import Cast
from rollout_kit.plan.deputies import present, with_deputies
from rollout_kit.plan.frame import Frame
from rollout_kit.plan.model import LeftOut, Manner, PersonRef, Stake
from rollout_kit.plan.seats import Seating
from rollout_kit.plan.sketch import Sketch, Span
from rollout_kit.plan.spans import spans_of
from rollout_kit.plan.together import groups_that_meet
from rollout_kit.plan.trainers import trainers_of
from rollout_kit.playbook.model import BaseTask, Playbook

MANNER_OF_VARIANT: dict[str, Manner] = {"shorten": "shortened", "short": "shortened", "one": "fewer", "three": "fewer"}


@dataclass(frozen=True, kw_only=True)
class BaseDraft:
    """The sketches, what was left out, the tasks dated after the plan, and dates before the kickoff."""

    sketches: tuple[Sketch, ...]
    left_out: tuple[LeftOut, ...]
    moved: tuple[BaseTask, ...]
    skipped: tuple[tuple[str, Message, date], ...]


class BaseTasks:
    """Drafts the base tasks of one rollout."""

    def __init__(self, rollout: Rollout, playbook: Playbook, frame: Frame, cast: Cast) -> None:
        self._rollout = rollout
        self._playbook = playbook
        self._frame = frame
        self._cast = cast
        self._size = conditions.size_of(rollout)
        self._seating = Seating(cast, self._size, frame.calendars)
        self._left_out: list[LeftOut] = []
        self._moved: list[BaseTask] = []
        self._skipped: list[tuple[str, Message, date]] = []
        self._sittings: dict[str, list[str]] = {}  # of each lesson, by their ids

    def draft(self) -> BaseDraft:
        """Return what this rollout's plan takes from the playbook."""
        wanted = [task for task in self._playbook.tasks if conditions.holds(task.condition, self._rollout, self._cast)]
        sketches = [sketch for task in wanted for sketch in self._sketches(task)]
        return BaseDraft(
            sketches=tuple(self._after_all_sittings(sketch) for sketch in sketches),
            left_out=tuple(self._left_out),
            moved=tuple(self._moved),
            skipped=tuple(self._skipped),
        )

    def _after_all_sittings(self, sketch: Sketch) -> Sketch:
        """Return a task that waits for every sitting of the lessons it waits for."""
        after = [
            one.model_copy(update={"task": id})
            for one in sketch.after
            for id in self._sittings.get(one.task, [one.task])
        ]
        usually = [id for one in sketch.usually_after for id in self._sittings.get(one, [one])]
        return replace(sketch, after=tuple(after), usually_after=tuple(usually))

    def _sketches(self, task: BaseTask) -> Iterator[Sketch]:
        variant = self._variant(task)
        manner = self._manner(task, variant)
        if manner is not None:
            name = playbook_text(f"tasks.{task.id}.{'name' if task.per == 'rollout' else 'name_all'}")
            codes = task.rules if task.id in self._rollout.plan.drop else self._fires(task)
            self._left_out.append(LeftOut(id=task.id, name=name, manner=manner, codes=codes))
        if manner == "moved":
            self._moved.append(task)
        elif manner != "dropped":
            yield from self._kept(task, variant)

    def _manner(self, task: BaseTask, variant: str) -> Manner | None:
        """Return what this plan does to a task that one of 30 days would keep whole, None where it keeps it so too."""
        if task.id in self._rollout.plan.drop or variant == "drop":
            return "dropped"
        if variant == "after":
            return None if self._is_after_anyway(task) else "moved"
        return MANNER_OF_VARIANT.get(variant)

    def _fires(self, task: BaseTask) -> tuple[str, ...]:
        return {30: (), 21: task.fires_in_21_days, 14: task.fires_in_14_days}[self._frame.length]

    def _variant(self, task: BaseTask) -> str:
        """Return what the plan's length does to a task.

        One that the description dates is in it all the same, and what it states the length of is not shortened.
        """
        variant = {30: "keep", 21: task.in_21_days, 14: task.in_14_days}[self._frame.length]
        if variant in ("after", "drop"):
            return "keep" if by_hand.is_dated(task, self._rollout, self._playbook) else variant
        is_cut = variant in ("shorten", "short")
        return "keep" if is_cut and sessions.has_stated_length(task, self._rollout) else variant

    def _is_after_anyway(self, task: BaseTask) -> bool:
        start = task.window.start
        return self._frame.day_of(start) > self._frame.last_day if start.anchor != "g" else start.offset > 0

    def _kept(self, task: BaseTask, variant: str) -> Iterator[Sketch]:
        if task.per == "site":
            for site in self._rollout.sites:
                yield from self._one(task, variant, f"{task.id}-{site.id}", {"site": verbatim(site.name)}, site=site.id)
        elif task.per == "session":
            for training in self._rollout.training or ():
                if training.audience in task.teaches:
                    yield from self._user_sessions(task, variant, training)
        else:
            yield from self._one(task, variant, task.id, {})

    def _one(
        self, task: BaseTask, variant: str, id: str, parameters: dict[str, Parameter], site: str | None = None
    ) -> Iterator[Sketch]:
        spans, skipped = spans_of(task, self._frame, variant)
        name = playbook_text(f"tasks.{task.id}.name", **parameters)
        self._skipped += [(id, name, day) for day in skipped]
        if task.landmark == "pilot":
            spans = (by_hand.pilot_span(task, self._rollout, self._frame, variant),)
        spans = tuple(by_hand.closing_span(task, span, self._frame) for span in spans)
        lesson = sessions.lesson_of(task, self._rollout)
        fixed = by_hand.fixed_date(task, self._rollout, self._playbook)
        if fixed is not None:
            spans = (Span(earliest=fixed, aim=fixed, limit=fixed),)
        trainer = lesson.trainer if lesson else None
        stakes = self._seating.stakes(task, site=site, trainer=trainer, variant=variant, spans=spans)
        if stakes and spans and not self._is_dropped(task, id, name):
            sketch = self._sketch(task, id, name, stakes, spans, variant, is_by_hand=fixed is not None)
            yield from self._lesson(task, sketch, lesson) if lesson else (sketch,)

    def _lesson(self, task: BaseTask, sketch: Sketch, training: Training) -> Iterator[Sketch]:
        """Yield the sittings of a lesson that the description gives: one, or one each for those who never meet."""
        session = sessions.fixed_session(task, self._rollout, self._playbook)
        is_fixed = session is not None and sketch.is_by_hand
        teacher = training.trainer and present(training.trainer, sketch.spans, self._cast, self._frame.calendars)
        sitting = replace(
            sketch,
            lead=teacher or sketch.lead,
            is_sitting=True,
            venue=sessions.venue_of(training, self._rollout),
            at=session.at if session and is_fixed else None,
        )
        groups = [sitting.stakes] if is_fixed else groups_that_meet(sitting, self._frame.calendars)
        for number, stakes in enumerate(groups, 1):
            id = sitting.id if number == 1 else f"{sitting.id}-{number}"
            self._sittings.setdefault(sitting.id, []).append(id)
            yield replace(sitting, id=id, name=_numbered(sitting.name, number, len(groups)), stakes=stakes)

    def _user_sessions(self, task: BaseTask, variant: str, training: Training) -> Iterator[Sketch]:
        first_day = sessions.first_day_of(training, self._rollout, self._frame.go_live)
        (window, *_), _ = spans_of(task, replace(self._frame, go_live=first_day), variant)
        variant = "keep" if training.duration is not None else variant
        sittings, trainers = sessions.sittings(training, self._rollout), self._trainers(training)
        count = len(training.sessions) + sessions.sittings_to_add(training, self._rollout)
        for number, session in enumerate(sittings, 1):
            name = playbook_text(f"tasks.{task.id}.name", training=_numbered(verbatim(training.name), number, count))
            stakes = self._seating.stakes(task, trainer=trainers[0], variant=variant)
            if training.duration is not None:
                stakes = sessions.with_length(stakes, training.duration)
            day = session.date if session else None
            span = window if day is None else Span(earliest=day, aim=day, limit=day)
            id = f"{task.id}-{training.id}-{number}"
            if stakes and not self._is_dropped(task, id, name):
                sketch = self._sketch(task, id, name, stakes, (span,), variant, is_by_hand=day is not None)
                venue = sessions.venue_of(training, self._rollout)
                at = session.at if session else None
                yield replace(sketch, training=training.id, trainers=trainers, venue=venue, at=at)

    def _trainers(self, training: Training) -> tuple[PersonRef, ...]:
        return trainers_of(training, self._rollout, self._cast)

    def _is_dropped(self, task: BaseTask, id: str, name: Message) -> bool:
        """Whether the description drops the task of one site or session; it is then told as left out."""
        if id == task.id or id not in self._rollout.plan.drop:
            return False
        self._left_out.append(LeftOut(id=id, name=name, manner="dropped", codes=task.rules))
        return True

    def _sketch(
        self,
        task: BaseTask,
        id: str,
        name: Message,
        stakes: tuple[Stake, ...],
        spans: tuple[Span, ...],
        variant: str,
        *,
        is_by_hand: bool,
    ) -> Sketch:
        lead, stakes = self._present(task, stakes, spans)
        return Sketch(
            id=id,
            origin="base",
            step=task.step,
            name=name,
            proof=playbook_text(f"tasks.{task.id}.proof"),
            reason=playbook_text(f"tasks.{task.id}.reason"),
            lead=lead,
            stakes=stakes,
            spans=spans,
            is_sitting=task.mode == "sitting",
            base_task=task.id,
            landmark=task.landmark,
            teaches=task.teaches,
            is_series=task.window.is_series,
            after=() if is_by_hand else task.after,
            usually_after=tuple(before.task for before in task.after),
            is_reserved=is_by_hand or task.is_hard or task.landmark == "pilot",
            is_by_hand=is_by_hand,
            is_test=task.is_test,
            is_milestone=task.is_milestone,
            is_shortened=variant in ("shorten", "short"),
            is_blocked_by_freeze=task.blocked_by_freeze,
            needs_extra=task.out_of_hours,
            may_use_extra=is_by_hand or task.out_of_hours or task.landmark == "go-live",
            codes=task.rules,
            chapters=task.chapters,
        )

    def _present(
        self, task: BaseTask, stakes: tuple[Stake, ...], spans: tuple[Span, ...]
    ) -> tuple[PersonRef, tuple[Stake, ...]]:
        """Return lead and stakes, a deputy where somebody is away; of a series each date has its own deputies."""
        lead, calendars = self._lead(task, stakes), self._frame.calendars
        if task.window.is_series:
            return lead, stakes
        return present(lead, spans, self._cast, calendars), with_deputies(stakes, spans, self._cast, calendars)

    def _lead(self, task: BaseTask, stakes: tuple[Stake, ...]) -> PersonRef:
        lead = self._cast.first(task.lead)
        taking_part = [stake.person for stake in stakes]
        if lead in taking_part or ":" in task.lead:
            return lead
        holders = self._cast.holders(task.lead)
        return next((ref for ref in taking_part if ref in holders), lead)


def _numbered(training: Message, number: int, count: int) -> Message:
    if count == 1:
        return training
    return message(N_("{training}, {number} of {count}"), training=training, number=number, count=count)
