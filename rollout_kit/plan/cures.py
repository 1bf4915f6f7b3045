"""Findings become work: one task per cure and owner, before the date that needs it."""

import math
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rollout_kit.finding import Cure, Finding, KeyPath, Severity
from rollout_kit.message import N_, Message, Parameter, message, playbook_text
from rollout_kit.plan.cast import Cast
from rollout_kit.plan.frame import Frame
from rollout_kit.plan.model import PersonRef, Stake
from rollout_kit.plan.sketch import Sketch, Span
from rollout_kit.playbook.model import PlannedCure, Playbook, Predecessor
from rollout_kit.playbook.window import parse_mark

QUARTER = 15  # minutes; cures are rounded up to it
LONGEST = 120  # minutes; what takes longer is split
SMALL = 30  # minutes; cures below it are put together into one sitting
SMALL_WITHIN_DAYS = 3
SMALL_AT_MOST = 6
GENERAL_STEP = 1


@dataclass(frozen=True, kw_only=True)
class CureDraft:
    """The tasks that cure, which task cures which finding, and the findings that wait on the improvement list."""

    sketches: tuple[Sketch, ...]
    cured: tuple[tuple[str, KeyPath, str], ...]
    improvement: tuple[tuple[str, KeyPath], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bundle:
    """Findings of one cure and one owner."""

    cure: PlannedCure | Cure
    owner: PersonRef
    findings: tuple[Finding, ...]
    aim: date

    @property
    def minutes(self) -> int:
        """First and further findings, rounded up to a quarter of an hour."""
        raw = self.cure.minutes + self.cure.further_minutes * (len(self.findings) - 1)
        return math.ceil(raw / QUARTER) * QUARTER

    @property
    def causes(self) -> tuple[tuple[str, KeyPath], ...]:
        """The findings by code and path."""
        return tuple((finding.code, finding.path) for finding in self.findings)


class Cures:
    """Drafts the cures of one rollout's findings.

    `fallbacks` are the rules' own cures by code; `taken` are ids that tasks of the description have already.
    """

    def __init__(
        self,
        playbook: Playbook,
        frame: Frame,
        cast: Cast,
        size: str,
        base: Sequence[Sketch],
        fallbacks: Mapping[str, Cure],
        taken: Container[str] = (),
    ) -> None:
        self._playbook = playbook
        self._taken = taken
        self._frame = frame
        self._cast = cast
        self._size = size
        self._base = {sketch.id: sketch for sketch in base}
        self._after = tuple(Predecessor(task=sketch.id) for sketch in base if sketch.landmark == "kickoff")
        self._fallbacks = fallbacks

    def draft(self, findings: Sequence[Finding]) -> CureDraft:
        """Return a task per cure and owner for the open findings.

        What only a base task cures that this plan has not waits for nothing: it is neither cured nor to be improved
        later, and stays an open item.
        """
        cured: list[tuple[str, KeyPath, str]] = []
        improvement: list[tuple[str, KeyPath]] = []
        groups: dict[tuple[str, PersonRef], list[Finding]] = {}
        met: set[str] = set()
        for finding in findings:
            task = self._base_task_curing(finding, met)
            cure = self._playbook.cure_for(finding.code) or self._fallbacks.get(finding.code)
            if task is not None:
                cured.append((finding.code, finding.path, task))
                met.add(finding.code)
            elif finding.severity is Severity.LOW or (cure is not None and _can_wait(cure)):
                improvement.append((finding.code, finding.path))
            elif cure is not None:
                groups.setdefault((cure.id, self._owner(cure.owner, finding)), []).append(finding)
        sketches: list[Sketch] = []
        bundles = [self._bundle(owner, tuple(found)) for (_, owner), found in groups.items()]
        for parts in _small_together(bundles):
            drafted = list(self._sketches(parts))
            sketches += drafted
            cured += [(code, path, drafted[0].id) for bundle in parts for code, path in bundle.causes]
        return CureDraft(sketches=tuple(sketches), cured=tuple(cured), improvement=tuple(improvement))

    def _owner(self, owner: str, finding: Finding) -> PersonRef:
        """Return who cures a finding; `owner-of:subject` is the accountable of the activity it is about."""
        activity = str(finding.path[1]) if len(finding.path) > 1 else ""
        return self._cast.first(owner.replace(":subject", f":{activity}"))

    def _base_task_curing(self, finding: Finding, met: set[str]) -> str | None:
        code = finding.code
        for entry in self._playbook.cured_by_task:
            is_spent = entry.first_only and code in met
            is_fixed = entry.unless_fixed and any(sketch.is_by_hand for sketch in self._base.values())
            if entry.rule == code and not is_spent and not is_fixed:
                return next((id for id, sketch in self._base.items() if sketch.base_task == entry.task), None)
        return None

    def _bundle(self, owner: PersonRef, findings: tuple[Finding, ...]) -> _Bundle:
        cure = self._playbook.cure_for(findings[0].code) or self._fallbacks[findings[0].code]
        return _Bundle(cure=cure, owner=owner, findings=findings, aim=self._aim(cure.before))

    def _aim(self, before: str) -> date:
        if before == "go_live":
            return self._frame.slip_limit
        if before.startswith("task:"):
            sketch = self._base.get(before.removeprefix("task:"))
            return sketch.spans[-1].aim if sketch else self._frame.slip_limit
        return self._frame.day_of(parse_mark(before))

    def _sketches(self, bundles: Sequence[_Bundle]) -> Iterator[Sketch]:
        minutes = sum(bundle.minutes for bundle in bundles)
        parts = [LONGEST] * (minutes // LONGEST) + ([minutes % LONGEST] if minutes % LONGEST else [])
        aim = max(min(min(bundle.aim for bundle in bundles), self._frame.slip_limit), self._frame.first_day)
        id, owner, cure = self._id(bundles), bundles[0].owner, bundles[0].cure
        id = f"{id}-cure" if id in self._taken else id
        starts = cure.not_before if isinstance(cure, PlannedCure) else None
        earliest = self._frame.day_of(parse_mark(starts)) if starts else self._frame.first_day
        for number, length in enumerate(parts, 1):
            yield Sketch(
                id=id if number == 1 else f"{id}-{number}",
                origin="cure",
                step=self._step(bundles[0]),
                name=self._name(bundles),
                proof=self._proof(bundles),
                reason=bundles[0].findings[0].message if len(bundles) == 1 and len(bundles[0].findings) == 1 else None,
                lead=owner,
                stakes=self._stakes(bundles, owner, length, is_first=number == 1),
                spans=(Span(earliest=earliest, aim=max(aim, earliest), limit=max(self._frame.slip_limit, aim)),),
                is_sitting=False,
                is_test=isinstance(cure, PlannedCure) and cure.is_test,
                after=self._after,
                is_blocked_by_freeze=owner in self._cast.named("SL"),
                codes=tuple(dict.fromkeys(finding.code for bundle in bundles for finding in bundle.findings)),
                causes=tuple(cause for bundle in bundles for cause in bundle.causes),
            )

    def _stakes(
        self, bundles: Sequence[_Bundle], owner: PersonRef, minutes: int, *, is_first: bool
    ) -> tuple[Stake, ...]:
        cure = bundles[0].cure
        mine = Stake(person=owner, minutes=minutes)
        if isinstance(cure, Cure) or cure.helper is None or not is_first:
            return (mine,)
        helper = self._cast.first(cure.helper)
        return (mine,) if helper == owner else (mine, Stake(person=helper, minutes=cure.helper_minutes))

    def _id(self, bundles: Sequence[_Bundle]) -> str:
        if len(bundles) > 1:
            return f"small-things-{bundles[0].owner.replace(':', '-')}-{bundles[0].aim:%m%d}"
        (bundle,) = bundles
        owners = {self._cast.first(bundle.cure.owner)}
        only = bundle.findings[0] if len(bundle.findings) == 1 else None
        if bundle.cure.id == "decide-accountable" and only is not None and len(only.path) > 1:
            return f"decide-{str(only.path[1]).replace('_', '-')}"
        return bundle.cure.id if bundle.owner in owners else f"{bundle.cure.id}-{bundle.owner}"

    def _name(self, bundles: Sequence[_Bundle]) -> Message:
        if len(bundles) > 1:
            return message(
                N_("Small things together: {things}"), things=tuple(self._name([bundle]) for bundle in bundles)
            )
        (bundle,) = bundles
        if isinstance(bundle.cure, Cure):
            first = bundle.findings[0]
            return message(bundle.cure.text, **{"subject": self._subject(first), **first.message.parameters})
        number = _number(bundle.findings)
        if len(bundle.findings) == 1 or number == 1:  # two rules may speak of the same subject
            return playbook_text(f"cures.{bundle.cure.id}.name", subject=self._subject(bundle.findings[0]))
        return playbook_text(f"cures.{bundle.cure.id}.name_many", n=number)

    def _proof(self, bundles: Sequence[_Bundle]) -> Message | None:
        first = bundles[0].cure
        if len(bundles) > 1:
            return message(N_("each of them ticked, with date and initials"))
        return None if isinstance(first, Cure) else playbook_text(f"cures.{first.id}.proof")

    def _subject(self, finding: Finding) -> Parameter:
        if len(finding.path) > 1 and finding.path[0] == "responsibilities":
            activity = str(finding.path[1])
            if any(known.id == activity for known in self._playbook.activities):
                return playbook_text(f"activities.{activity}.name")
        named = finding.message.parameters.get("subject")
        if finding.path == ("responsibilities",):
            return named or message(N_("all that is not listed"))
        return named or finding.subject or str(finding.path[-1])

    def _step(self, bundle: _Bundle) -> int:
        return {"OWN": 1, "CAP": 2, "TRN": 3, "PLN": 6}.get(bundle.findings[0].code[:3], GENERAL_STEP)


def _number(findings: Sequence[Finding]) -> int:
    """Return how many things are meant: each once, and all that is not listed or only proposed by its number."""
    counts = [each.message.parameters.get("n") for each in findings if each.path == ("responsibilities",)]
    others = len({finding.path for finding in findings if finding.path != ("responsibilities",)})
    return others + sum(n if isinstance(n, int) else 1 for n in counts)


def _can_wait(cure: PlannedCure | Cure) -> bool:
    return cure.before.startswith("after") or cure.minutes == 0


def _small_together(bundles: Sequence[_Bundle]) -> Iterator[tuple[_Bundle, ...]]:
    """Put an owner's small cures that are due within three days together, at most six at a time."""
    waiting: dict[PersonRef, list[_Bundle]] = {}
    for bundle in sorted(bundles, key=lambda bundle: bundle.aim):
        if bundle.minutes >= SMALL:
            yield (bundle,)
            continue
        mine = waiting.setdefault(bundle.owner, [])
        is_apart = bool(mine) and bundle.aim - mine[0].aim >= timedelta(days=SMALL_WITHIN_DAYS)
        if is_apart or len(mine) == SMALL_AT_MOST:
            yield tuple(mine)
            mine.clear()
        mine.append(bundle)
    for mine in waiting.values():
        if mine:
            yield tuple(mine)
