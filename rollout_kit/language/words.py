"""One language: turns messages, dates, numbers and lists into text fit to be printed."""

import datetime
import gettext
import re
from collections.abc import Iterable, Mapping
from functools import cache

from rollout_kit import resources
from rollout_kit.language import formats
from rollout_kit.message import N_, Day, Duration, Message, Parameter, Percent, Source, Spoken

DOCUMENT_LANGUAGES = ("en", "de", "de-CH")
"""Languages with a complete catalogue and playbook texts; another one is written in English, with a note."""

NO_BREAK = "\u00a0"
_TWO_STOPS = re.compile(r"(?<=\w)\.\.(?=\s|$)")  # a date that ends in a short month also ends its sentence


class Words:
    """The words of one language.

    `playbook_texts` are the texts of a playbook in this language by key; a message of the playbook
    whose key is missing raises `KeyError`, since the loader has checked that all are there.
    """

    def __init__(self, tag: str, playbook_texts: Mapping[str, str] | None = None) -> None:
        self.tag = tag if tag in DOCUMENT_LANGUAGES else "en"
        self._playbook = playbook_texts or {}
        self._catalogue = _catalogue(self.tag)

    def say(self, text: str, **parameters: Parameter) -> str:
        """Return a text of the catalogues with its parameters filled in."""
        return self.text(Message(text=text, parameters=parameters))

    def text(self, message: Message) -> str:
        """Return a message as a sentence of this language."""
        if message.source is Source.VERBATIM:
            return message.text
        pattern = self._pattern(message)
        filled = {name: self.value(value) for name, value in message.parameters.items()}
        said = pattern.format_map(filled) if filled else pattern.replace("{{", "{").replace("}}", "}")
        return _TWO_STOPS.sub(".", said)

    def text_of_playbook(self, key: str) -> str:
        """Return a text of the playbook that has no parameters, by its key."""
        return self.text(Message(text=key, source=Source.PLAYBOOK))

    def _pattern(self, message: Message) -> str:
        if message.source is Source.PLAYBOOK:
            return self.spelled(self._playbook[message.text])
        if message.plural is None or message.count is None:
            return self.spelled(self._catalogue.gettext(message.text))
        number = message.parameters[message.count]
        assert isinstance(number, int | float)
        return self.spelled(self._catalogue.ngettext(message.text, message.plural, _plural_number(number)))

    def spelled(self, text: str) -> str:
        """Return a text of the language in the spelling of its variant."""
        return text.replace("ß", "ss") if self.tag == "de-CH" else text

    def value(self, parameter: Parameter) -> str:
        """Return a parameter as it is printed in this language."""
        match parameter:
            case Message():
                return self.text(parameter)
            case Day() | datetime.date() | datetime.time() | Duration():
                return self._when(parameter)
            case Percent() | Spoken():
                return self.percent(parameter.share) if isinstance(parameter, Percent) else self.language(parameter.tag)
            case bool():
                return self.say(N_("yes")) if parameter else self.say(N_("no"))
            case int() | float():
                return self.number(parameter)
            case tuple():
                return self.names(self.value(item) for item in parameter)
            case _:
                return str(parameter)

    def _when(self, moment: Day | datetime.date | datetime.time | Duration) -> str:
        match moment:
            case Day():
                return self.day(moment.date)
            case datetime.date():
                return self.date(moment)
            case datetime.time():
                return f"{moment:%H:%M}"
            case Duration():
                return self.duration(moment)

    def date(self, day: datetime.date) -> str:
        """Return a date in full without its weekday: 11 January 2027."""
        return formats.date(day, self.tag, "date")

    def short_date(self, day: datetime.date) -> str:
        """Return a date with its month in short: 11 Jan 2027."""
        return formats.date(day, self.tag, "short")

    def full_date(self, day: datetime.date) -> str:
        """Return a date with weekday and year: Monday, 11 January 2027."""
        return formats.date(day, self.tag, "full")

    def long_day(self, day: datetime.date) -> str:
        """Return a date with weekday, without the year: Monday, 11 January."""
        return formats.date(day, self.tag, "long_day")

    def day(self, day: datetime.date) -> str:
        """Return a date for a table: Mon 11 Jan."""
        return formats.date(day, self.tag, "day")

    def day_month(self, day: datetime.date) -> str:
        """Return day and month: 11 January."""
        return formats.date(day, self.tag, "day_month")

    def month(self, day: datetime.date) -> str:
        """Return the name of the month."""
        return formats.date(day, self.tag, "month")

    def weekday(self, day: datetime.date) -> str:
        """Return the name of the weekday."""
        return formats.date(day, self.tag, "weekday")

    def weekday_short(self, day: datetime.date) -> str:
        """Return the short name of the weekday and the day of the month: Mon 11."""
        return formats.date(day, self.tag, "weekday_short")

    def number(self, value: float, digits: int | None = None) -> str:
        """Return a number; `digits` fixes the decimals, else as many as are needed, at most two."""
        return formats.number(value, self.tag, digits)

    def percent(self, share: float) -> str:
        """Return a share of one as a percentage."""
        return formats.percent(share, self.tag)

    def duration(self, length: Duration) -> str:
        """Return a duration in its own unit: 30 min, 4 h, 2 days."""
        singular, plural = formats.UNIT_TEXTS[length.unit]
        text = Message(text=singular, plural=plural, count="n", parameters={"n": length.amount})
        return self.text(text)

    def effort(self, minutes: float) -> str:
        """Return person-time: 30 min below an hour, else hours with at most two decimals."""
        if minutes < 60:
            return f"{self.number(minutes)}{NO_BREAK}min"
        return f"{self.number(minutes / 60)}{NO_BREAK}h"

    def language(self, spoken: str) -> str:
        """Return the name of a spoken language by its tag: German for `de`."""
        return formats.language(spoken, self.tag)

    def names(self, items: Iterable[str]) -> str:
        """Return a list in a sentence: a, b and c."""
        given = list(items)
        if len(given) < 2:
            return "".join(given)
        return self.say(N_("{list} and {last}"), list=", ".join(given[:-1]), last=given[-1])


def _plural_number(number: float) -> int:
    return 1 if number == 1 else 2


@cache
def _catalogue(tag: str) -> gettext.NullTranslations:
    language = tag.partition("-")[0]
    return gettext.translation("rollout_kit", resources.locales(), [language], fallback=language == "en")
