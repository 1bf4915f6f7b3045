"""Every name that the file mentions, held against what has that name."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rollout_kit.description.mentions import Mention, Named
from rollout_kit.description.named_files import is_folder
from rollout_kit.description.nearest import nearest
from rollout_kit.description.problems import Code, did_you_mean, note, one_of, problem
from rollout_kit.description.restructured import Restructured
from rollout_kit.description.rule_families import is_rule_to_come
from rollout_kit.description.settings import CHAPTERS
from rollout_kit.description.shape import IDS
from rollout_kit.description.source_map import Places, Sheet
from rollout_kit.description.tags import is_language, is_region, is_timezone, known_timezones
from rollout_kit.description.vocabulary import LANGUAGE_NAMES
from rollout_kit.finding import Position, Problem
from rollout_kit.message import N_, Message, message

_FEW = 12  # house value: more names than this are not listed in a remedy


@dataclass(frozen=True, kw_only=True)
class Known:
    """The ids that playbook and rules have, to check references against."""

    playbooks: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    tasks_per_site: tuple[str, ...] = ()  # of `tasks`: those that there are once per site, `<task>-<site>`
    tasks_per_session: tuple[str, ...] = ()  # once per session of a training, `<task>-<training>-<number>`
    scenarios: tuple[str, ...] = ()
    chapters: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()  # of a playbook of the project's own
    sheets: tuple[Sheet, ...] = ()  # the files that these stand in
    is_half_known: bool = False  # a part of the playbook could not be read: nobody knows what it has
    lacking_words: Callable[[str], int] = lambda language: 0  # texts of its own that a language lacks

    def has_part(self, name: str, sites: Iterable[str], trainings: Iterable[str]) -> bool:
        """Whether a name is that of a playbook's task for one of these sites, or for one session of these trainings."""
        if name in {f"{task}-{site}" for site in sites for task in self.tasks_per_site}:
            return True
        stem, _, number = name.rpartition("-")
        stems = {f"{task}-{training}" for training in trainings for task in self.tasks_per_session}
        return number.isdigit() and stem in stems


_UNKNOWN: dict[Named, tuple[Code, str]] = {
    Named.PERSON: (Code.REFERENCE, N_("there is no person '{name}'")),
    Named.MEMBER: (Code.REFERENCE, N_("there is no person or team '{name}'")),
    Named.ACTOR: (Code.REFERENCE, N_("there is no person, team or vendor '{name}'")),
    Named.ORGANISATION: (Code.REFERENCE, N_("'{name}' is neither customer nor provider nor a vendor")),
    Named.TEAM: (Code.REFERENCE, N_("there is no team '{name}'")),
    Named.VENDOR: (Code.REFERENCE, N_("there is no vendor '{name}'")),
    Named.SITE: (Code.REFERENCE, N_("there is no site '{name}'")),
    Named.ROOM: (Code.REFERENCE, N_("there is no room '{name}'")),
    Named.SUPPORT: (Code.REFERENCE, N_("there is no support level '{name}'")),
    Named.PATH: (Code.PATH, N_("the file has nothing at '{name}'")),
    Named.FIGURE: (Code.PATH, N_("[load] has nothing at '{name}'")),
    Named.RULE: (Code.RULE, N_("there is no rule '{name}'")),
    Named.TASK: (Code.TASK, N_("there is no task '{name}'")),
    Named.CHAPTER: (Code.REFERENCE, N_("the handbook has no chapter '{name}'")),
    Named.PRIORITY: (Code.REFERENCE, N_("there is no priority '{name}'")),
    Named.LANGUAGE: (Code.LANGUAGE, N_("'{name}' is no language tag")),
    Named.REGION: (Code.REGION, N_("'{name}' is no region of ISO 3166-2")),
    Named.TIMEZONE: (Code.TIMEZONE, N_("there is no time zone '{name}'")),
    Named.PLAYBOOK: (Code.PLAYBOOK, N_("there is no playbook '{name}'")),
}
_NEAR: dict[Named, str] = {
    Named.ACTIVITY: N_("'{name}' is taken as an activity of your own"),
    Named.MATURING: N_("'{name}' is taken as something of your own"),
    Named.SCENARIO: N_("'{name}' is taken as a scenario of your own"),
    Named.PROCESS: N_("'{name}' is none of [[processes]]"),
    Named.SKILL: N_("'{name}' is none of [critical_skills]"),
}
_TABLE_OF = {
    Named.PERSON: ("people",),
    Named.MEMBER: ("people", "teams"),
    Named.ACTOR: ("people", "teams", "vendors"),
    Named.TEAM: ("teams",),
    Named.VENDOR: ("vendors",),
    Named.SITE: ("sites",),
    Named.ROOM: ("rooms",),
    Named.SUPPORT: ("support",),
}


def check_references(found: Restructured, raw: Mapping[str, Any], known: Known, places: Places) -> Iterator[Problem]:
    """Yield a problem for each name that nothing has, with all its places, and notes for near misses."""
    names = _Names(found.tree, raw, known)
    by_name: dict[tuple[Named, str], list[Mention]] = {}
    for mention in found.mentions:
        by_name.setdefault((mention.kind, mention.name), []).append(mention)
    for (kind, name), mentions in by_name.items():
        spots = [_spot(mention, places) for mention in mentions]
        if kind is Named.RULE and name not in known.rules and is_rule_to_come(name):
            said = message(N_("this version does not check the rule {rule}"), rule=name)
            yield note(Code.RULE_TO_COME, mentions[0].path, spots[0], said, further=tuple(spots[1:]))
        if names.has(kind, name):
            continue
        if kind in _NEAR:
            yield from _near_miss(kind, name, names, mentions[0], spots)
        else:
            code, text = _UNKNOWN[kind]
            help = names.help(kind, name)
            said = message(text, name=name[:80])
            yield problem(code, mentions[0].path, spots[0], said, help, further=tuple(spots[1:]))


def _spot(mention: Mention, places: Places) -> Position:
    return places.key_at(mention.path) if mention.is_key else places.at(mention.path)


def _near_miss(kind: Named, name: str, names: "_Names", mention: Mention, spots: list[Position]) -> Iterator[Problem]:
    suggestion = nearest(name, names.of(kind), one_slip_in=5)
    if suggestion is not None and not names.is_listed(kind, suggestion):
        said = message(_NEAR[kind], name=name[:80])
        yield note(Code.NEAR_MISS, mention.path, spots[0], said, did_you_mean(suggestion), further=tuple(spots[1:]))


class _Names:
    """What exists, by kind."""

    def __init__(self, tree: Mapping[str, Any], raw: Mapping[str, Any], known: Known) -> None:
        self.tree = tree
        self.raw = raw
        self.known = known
        plan = tree.get("plan", {})
        own = [*plan.get("add", ()), *plan.get("imported", ())]
        self.tasks = (*known.tasks, *(task["id"] for task in own if isinstance(task.get("id"), str)))

    def has(self, kind: Named, name: str) -> bool:
        match kind:
            case Named.LANGUAGE:
                return is_language(name)
            case Named.REGION:
                return is_region(name)
            case Named.TIMEZONE:
                return is_timezone(name)
            case Named.PATH | Named.FIGURE:
                return self._has_path(name if kind is Named.PATH else f"load.{name}")
            case Named.CHAPTER:
                return name in CHAPTERS or name in self.known.chapters
            case Named.RULE:
                return name in self.known.rules or is_rule_to_come(name)
            case Named.TASK:
                return name in self.tasks or self.known.has_part(name, self._ids("sites"), self._ids("training"))
            case _:
                # Whether a folder holds a playbook is told where it is opened.
                return name in self.of(kind) or (kind is Named.PLAYBOOK and is_folder(name))

    def of(self, kind: Named) -> tuple[str, ...]:
        """Return the names of a kind, in the order in which they are offered."""
        if kind in _TABLE_OF:
            return tuple(name for table in _TABLE_OF[kind] for name in self._ids(table))
        match kind:
            case Named.ORGANISATION:
                return ("customer", "provider", *self._ids("vendors"))
            case Named.ACTIVITY:
                return self.known.activities
            case Named.MATURING:
                return (*self.known.activities, *self._ids("responsibilities"))
            case Named.PROCESS:
                return tuple(str(item.get("name")) for item in self.tree.get("processes", ()))
            case Named.SKILL:
                return tuple(self._ids("critical_skills"))
            case Named.PATH:
                ids = dict.fromkeys((*self._ids("responsibilities"), *self.known.activities))
                return (*self.raw, *(f"responsibilities.{id}" for id in ids))
            case _:
                return self._given(kind)

    def _given(self, kind: Named) -> tuple[str, ...]:
        if kind is Named.TIMEZONE:
            return known_timezones()  # walks through hundreds of files: only where it is asked for
        return {
            Named.FIGURE: tuple(key for key in self.tree.get("load", {}) if key != "own_data"),
            Named.RULE: self.known.rules,
            Named.TASK: self.tasks,
            Named.CHAPTER: tuple(dict.fromkeys((*self.known.chapters, *CHAPTERS))),
            Named.SCENARIO: self.known.scenarios,
            Named.PRIORITY: IDS["service_levels"],
            Named.LANGUAGE: tuple(LANGUAGE_NAMES),
            Named.PLAYBOOK: self.known.playbooks,
            Named.REGION: (),
        }[kind]

    def is_listed(self, kind: Named, name: str) -> bool:
        """Whether the word that was perhaps meant stands in the file besides."""
        return kind is Named.ACTIVITY and name in self._ids("responsibilities")

    def help(self, kind: Named, name: str) -> Message | None:
        offered = self.of(kind)
        parts = [part.strip() for part in name.split(",")]
        if len(parts) > 1 and all(part in offered for part in parts):
            return message(N_("write {right}"), right=f"[{', '.join(chr(34) + part + chr(34) for part in parts)}]")
        suggestion = self._by_display_name(kind, name) or nearest(name, offered)
        if suggestion:
            return did_you_mean(suggestion)
        if kind is Named.LANGUAGE:
            return message(N_("a language is written as its tag: de, fr, en"))
        if kind is Named.REGION:
            right = name.strip().upper().replace("_", "-")
            return did_you_mean(right) if is_region(right) else message(N_("a region is written CH-ZH, DE-BY or CH"))
        return one_of(offered) if 0 < len(offered) <= _FEW and kind is not Named.PATH else None

    def _by_display_name(self, kind: Named, name: str) -> str | None:
        """Return the id of whoever has this name, in full or in part: Anna Keller, Keller."""
        wanted = name.strip().casefold()
        for table in _TABLE_OF.get(kind, ()):
            for item in self.tree.get(table, ()):
                display = str(item.get("name", "")).casefold()
                if wanted and (wanted == display or wanted in re.split(r"[ ,]+", display)):
                    return str(item["id"])
        return None

    def _ids(self, table: str) -> tuple[str, ...]:
        return tuple(str(item["id"]) for item in self.tree.get(table, ()))

    def _has_path(self, name: str) -> bool:
        head, _, rest = name.partition(".")
        if head == "responsibilities" and rest in self.known.activities:
            return True
        value: Any = self.raw
        for part in name.split("."):
            if isinstance(value, Mapping) and part in value:
                value = value[part]
            elif isinstance(value, list) and part.isdigit() and int(part) < len(value):
                value = value[int(part)]
            else:
                return False
        return True
