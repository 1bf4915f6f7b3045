"""The codes of problems: what can be wrong with a file, one code per kind, all in this table.

A code is never used again for something else. FMT1xx: the text is not TOML; FMT2xx: a key or a value
does not fit the format; FMT3xx: a name refers to nothing; FMT4xx: values contradict each other;
FMT5xx: a file or folder that the description names; FMT6xx: notes, which do not stop.
"""

from dataclasses import replace
from enum import Enum

from rollout_kit.finding import KeyPath, Position, Problem
from rollout_kit.message import N_, Message, message


class Code(Enum):
    """The kinds of problem, with their codes."""

    ENCODING = "FMT101"  # UTF-16, Windows-1252, Latin-1
    CHARACTER = "FMT102"  # NUL and other characters that no text holds; line ends of old Macs
    LIMIT = "FMT103"  # too large, too deep, too many parts
    SYNTAX = "FMT104"  # not TOML in a way that has no code of its own
    DATE_FORM = "FMT105"  # 11.01.2027
    NUMBER_FORM = "FMT106"  # 0,5 and 120'000
    PERCENT_FORM = "FMT107"  # 50%
    TRUTH_FORM = "FMT108"  # ja, nein, oui, True
    KEY_FORM = "FMT109"  # [people.müller]
    QUOTES = "FMT110"  # „…“
    BACKSLASH = "FMT111"  # "C:\…"
    UNQUOTED = "FMT112"  # text without quotes
    UNCLOSED = "FMT113"  # a quote or bracket that is opened only
    COLON = "FMT114"  # key: value, - item
    TWICE = "FMT115"  # a key or table that is there already
    NO_SUCH_DAY = "FMT116"  # 2027-02-30, 24:30
    TRAILING = "FMT117"  # something after the value
    NO_VALUE = "FMT118"  # name =
    SECTION = "FMT201"  # a section that the format does not know
    KEY = "FMT202"  # a key that the table does not know
    MISSING = "FMT203"  # a key that must be there
    KIND = "FMT204"  # a text for a number, a list for a table
    DURATION = "FMT205"
    HOURS = "FMT206"
    DATE = "FMT207"
    TIME = "FMT208"
    SHARE = "FMT209"  # not between 0 and 1
    WORD = "FMT210"  # not one of the words that are allowed
    NUMBER = "FMT211"  # negative, not finite, not whole
    RANGE = "FMT212"  # low, likely, high
    CONTROL = "FMT213"  # control characters in a text
    EMPTY = "FMT214"  # a name that is empty
    FORMAT = "FMT215"  # a version of the format that is not known
    LANGUAGE = "FMT216"  # not a language tag
    REGION = "FMT217"  # not a region of ISO 3166-2
    TIMEZONE = "FMT218"
    COLOUR = "FMT219"
    REFERENCE = "FMT301"  # a name that nothing has
    PLAYBOOK = "FMT302"
    RULE = "FMT303"
    TASK = "FMT304"
    PATH = "FMT305"  # a key path that is not in the file
    SAME_ID = "FMT306"  # two tasks of one id
    CYCLE = "FMT307"  # tasks that wait for each other
    ORDER = "FMT401"  # an end before its start
    DAYS = "FMT402"  # a plan outside 14 to 30 days
    FAR = "FMT403"  # a date of the plan years after the kickoff
    FILE_MISSING = "FMT501"
    FILE_OUTSIDE = "FMT502"
    ROW = "FMT503"  # a row of the imported table
    MARK = "FMT504"  # of a playbook: no seat, no window, no mark of a plan
    TEXT_MISSING = "FMT505"  # of a playbook: a text that no language has
    PARAMETERS = "FMT506"  # of a playbook: a text with other parameters than it is filled with
    BRACE = "FMT507"  # of a playbook: a brace without its partner
    EXTENDS = "FMT508"  # of a playbook: it extends itself
    QUOTED_DATE = "FMT601"
    NEAR_MISS = "FMT602"  # free text that looks like a word of the format
    RULE_TO_COME = "FMT604"  # a rule of the catalogue that this version does not check
    SUMS = "FMT603"  # sums that contradict each other
    EARLY_WAVE = "FMT607"  # users who begin before the kickoff
    LOGO = "FMT606"  # a logo that is not printed
    PLAYBOOK_WORDS = "FMT605"  # an own playbook without words in the language of the documents


def problem(
    code: Code,
    path: KeyPath,
    position: Position,
    said: Message,
    help: Message | None = None,
    *,
    further: tuple[Position, ...] = (),
) -> Problem:
    """Return a problem that stops."""
    return Problem(code=code.value, path=path, message=said, position=position, help=help, further=further)


def note(
    code: Code,
    path: KeyPath,
    position: Position,
    said: Message,
    help: Message | None = None,
    *,
    further: tuple[Position, ...] = (),
) -> Problem:
    """Return a note: told, and does not stop."""
    return replace(problem(code, path, position, said, help, further=further), is_note=True)


def did_you_mean(suggestion: str | None) -> Message | None:
    """Return the remedy that offers a word, None without one."""
    return message(N_("did you mean '{suggestion}'?"), suggestion=suggestion) if suggestion else None


def one_of(words: tuple[str, ...]) -> Message:
    """Return the remedy that lists what is allowed."""
    return message(N_("allowed: {words}"), words=", ".join(words))
