"""From the bytes of a description to a `Rollout`, or to everything that is wrong with it, in one run."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from rollout_kit.description.brand_checks import check_brand
from rollout_kit.description.consistency import check_consistency
from rollout_kit.description.early_waves import early_waves
from rollout_kit.description.loose_keys import gathered
from rollout_kit.description.named_files import is_folder, named, named_files, stays_inside
from rollout_kit.description.nearest import nearest
from rollout_kit.description.problems import Code, did_you_mean, note, problem
from rollout_kit.description.provider_file import foreign_sections, merged
from rollout_kit.description.read import read
from rollout_kit.description.references import Known, check_references
from rollout_kit.description.restructure import restructure
from rollout_kit.description.restructured import Restructured
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.source_map import Places, Sheet
from rollout_kit.description.sums import contradicting_sums, with_headcounts
from rollout_kit.description.table_import import TABLE, read_table
from rollout_kit.description.texts import check_texts
from rollout_kit.description.value_problems import value_problem
from rollout_kit.finding import KeyPath, Position, Problem
from rollout_kit.message import N_, message, plural_message

__all__ = ["Known", "Validated", "named_files", "validate"]

DEFAULT_PLAYBOOK = "managed-service"


@dataclass(frozen=True, kw_only=True)
class Validated:
    """What became of a description. `rollout` is None as soon as there is a problem; notes do not stop."""

    rollout: Rollout | None
    places: Places
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...] = ()


def validate(main: str, contents: Mapping[str, bytes], known: Callable[[str], Known]) -> Validated:
    """Return the description `main` as a value, or all its problems.

    `contents` holds `main` and the files it names, as written there; a file that cannot be read is absent.
    `known` returns the ids of a playbook's content and raises KeyError for a playbook that there is not.
    """
    reading = read(main, contents[main])
    if reading.raw is None:
        return Validated(rollout=None, places=Places(reading.sheet), problems=reading.problems)
    project = _Project(reading.raw, reading.sheet, contents)
    found = restructure(project.raw, project.places, project.rows)
    ids, playbook_problems = _known(found, known, project.places)
    places = Places(*project.places.sheets, beside=ids.sheets)
    told = [
        *project.problems,
        *check_texts(reading.raw, project.places),
        *found.problems,
        *playbook_problems,
        *check_consistency(found, project.places, ids),
        *(one for one in check_references(found, project.raw, ids, project.places) if not _is_lost(one, ids)),
        *check_brand(found, project.places, contents),
        *_quoted_dates(found, project.places),
    ]
    rollout, refused = _built(found, project)
    told += refused
    if rollout is not None:
        told += contradicting_sums(rollout, project.places)
        told += early_waves(rollout, project.places)
    problems, notes = _sorted([one for one in told if not project.explains(one)], main)
    whole = with_headcounts(rollout) if rollout is not None and not problems else None
    return Validated(rollout=whole, places=places, problems=problems, notes=notes)


class _Project:
    """The description with the files that it names."""

    def __init__(self, raw: Mapping[str, Any], sheet: Sheet, contents: Mapping[str, bytes]) -> None:
        self.raw, loose, self.problems = gathered(raw, sheet)
        self.rows: tuple[Mapping[str, Any], ...] = ()
        self._sheets = [sheet, loose]
        self._contents = contents
        self._is_half_lost = self._is_table_lost = False
        self.places = Places(sheet)
        self._read_provider()
        self._read_table()
        self.places = Places(*self._sheets)

    def explains(self, one: Problem) -> bool:
        """Whether a problem only follows from a file that could not be read: what it would have held is missing."""
        if self._is_half_lost and one.code in (Code.REFERENCE.value, Code.PATH.value):
            return True
        if self._is_half_lost and one.code == Code.MISSING.value and one.path == ("provider",):
            return True
        is_row = one.code == Code.MISSING.value and one.path[:2] == TABLE
        return self._is_table_lost and (is_row or one.code == Code.TASK.value)

    def _read_provider(self) -> None:
        name = self._file(("provider", "from"))
        if name is None:
            self._is_half_lost = named(self.raw, ("provider", "from")) is not None
            return
        half = read(name, self._contents[name])
        self.problems += half.problems
        self._is_half_lost = half.raw is None
        if half.raw is not None:
            self.problems += foreign_sections(half.raw, half.sheet)
            self.problems += check_texts(half.raw, Places(half.sheet))
            self.raw = merged(self.raw, half.raw)
        self._sheets.append(half.sheet)

    def _read_table(self) -> None:
        name = self._file(TABLE)
        if name is None:
            self._is_table_lost = named(self.raw, TABLE) is not None
            return
        rows, sheet, problems = read_table(name, self._contents[name])
        self._is_table_lost = any(one.path == TABLE for one in problems)
        self.rows = rows
        self.problems += problems
        self._sheets.append(sheet)
        self.problems += check_texts(list(rows), Places(sheet), ("plan", "import"))

    def _file(self, path: KeyPath) -> str | None:
        """Return the name at a path if the file may and can be read; tell it otherwise."""
        name = named(self.raw, path)
        if name is None:
            return None
        if not stays_inside(name):
            said = message(N_("'{file}' leads out of the folder of the description"), file=name)
            help = message(N_("keep the file in that folder and write its name from there"))
            self.problems.append(problem(Code.FILE_OUTSIDE, path, self.places.at(path), said, help))
            return None
        if name not in self._contents:
            said = message(N_("the file '{file}' is not there or cannot be read"), file=name)
            help = message(N_("the name counts from the folder of the description"))
            self.problems.append(problem(Code.FILE_MISSING, path, self.places.at(path), said, help))
            return None
        return name


def _known(found: Restructured, known: Callable[[str], Known], places: Places) -> tuple[Known, list[Problem]]:
    """Return what the playbook has; for one that there is not, what the default one has."""
    about = found.tree.get("about", {})
    written = about.get("playbook") if isinstance(about, Mapping) else None
    name = written if isinstance(written, str) else DEFAULT_PLAYBOOK
    path = found.path_of(("about", "playbook"))
    try:
        ids = known(name)
    except KeyError:
        ids = known(DEFAULT_PLAYBOOK)
        return ids, [_no_playbook(name, ids, path, places.at(path))]
    language = about.get("language") if isinstance(about, Mapping) else None
    lacking = ids.lacking_words(language) if isinstance(language, str) else 0
    if not lacking:
        return ids, list(ids.problems)
    said = plural_message(
        N_("{n} text of the playbook is missing in the language of the documents; it is taken from another one"),
        N_("{n} texts of the playbook are missing in the language of the documents; they are taken from another one"),
        lacking,
    )
    help = message(N_("write them in the folder '{folder}'"), folder=f"{name.rstrip('/')}/{str(language)[:2]}")
    return ids, [*ids.problems, note(Code.PLAYBOOK_WORDS, path, places.at(path), said, help)]


def _is_lost(one: Problem, ids: Known) -> bool:
    """Whether a problem may only follow from a playbook of which a part could not be read."""
    return ids.is_half_known and one.code in (Code.REFERENCE.value, Code.PATH.value, Code.TASK.value)


def _no_playbook(name: str, ids: Known, path: KeyPath, place: Position) -> Problem:
    if not is_folder(name):
        said = message(N_("there is no playbook '{name}'"), name=name[:80])
        own = message(N_("there is {playbooks}; a folder of your own is written \"./{name}\""),
                      playbooks=tuple(ids.playbooks), name=name[:80])  # fmt: skip
        return problem(Code.PLAYBOOK, path, place, said, did_you_mean(nearest(name, ids.playbooks)) or own)
    if not stays_inside(name):
        said = message(N_("'{file}' leads out of the folder of the description"), file=name)
        help = message(N_("keep the playbook in that folder and write its name from there"))
        return problem(Code.FILE_OUTSIDE, path, place, said, help)
    said = message(N_("there is no playbook in the folder '{name}'"), name=name[:80])
    help = message(N_("it needs a file playbook.toml; the name counts from the folder of the description"))
    return problem(Code.FILE_MISSING, path, place, said, help)


def _built(found: Restructured, project: _Project) -> tuple[Rollout | None, list[Problem]]:
    try:
        return Rollout.model_validate(found.tree), []
    except ValidationError as error:
        return None, [one for one in (_refused(detail, found, project) for detail in error.errors()) if one]


def _refused(detail: Any, found: Restructured, project: _Project) -> Problem | None:
    """Return our problem for an error of the models; None for what the walk has told."""
    kind = str(detail["type"])
    if kind == "missing":
        return None
    path, value = found.path_of(tuple(detail["loc"])), detail["input"]
    if kind == "less_than_equal":
        kind = "share"
    context = detail.get("ctx", {})
    if "bound" in context:
        path, value = (*path, context["bound"]), value[context["bound"]]
    return value_problem(kind, value, path, project.places, str(context.get("expected", "")))


def _quoted_dates(found: Restructured, places: Places) -> Iterator[Problem]:
    """Yield one note for all dates between quotes."""
    if found.quoted_dates:
        first, *others = found.quoted_dates
        said = message(N_("a date stands between quotes; it is read as the date it is"))
        help = message(N_("editors know it as a date without quotes"))
        further = tuple(places.at(path) for path in others)
        yield note(Code.QUOTED_DATE, first, places.at(first), said, help, further=further)


def _sorted(told: list[Problem], main: str) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Return problems and notes in the order of the files, none twice."""

    def order(one: Problem) -> tuple[bool, str, int, int, str]:
        place: Position = one.position
        return (place.file != main, place.file, place.line, place.column, one.code)

    single = {(one.code, one.position, str(one.message)): one for one in told}
    ordered = sorted(single.values(), key=order)
    return tuple(one for one in ordered if not one.is_note), tuple(one for one in ordered if one.is_note)
