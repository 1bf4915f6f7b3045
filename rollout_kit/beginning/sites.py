"""Reads a line about a site: place, region, people, language, all but the place in any order."""

import re
from dataclasses import replace

from rollout_kit.beginning import readings
from rollout_kit.beginning.answers import Answers, SiteAnswer
from rollout_kit.message import N_, Message, message


def site(text: str, answers: Answers, language: str) -> SiteAnswer | Message:
    """Return the site of a line such as `Lausanne, VD, 26, fr`."""
    place, *rest = [part.strip() for part in re.split(r"[,;\t]", text) if part.strip()]
    found = SiteAnswer(name=readings.clean(place))
    if not any(sign.isalpha() for sign in found.name):
        return message(N_("a line begins with the place, as in: Lausanne, VD, 26, fr"))
    if found.name.casefold() in (one.name.casefold() for one in answers.sites):
        return message(N_("{name} is there already"), name=found.name)
    for part in rest:
        more = _with_part(found, part, answers.customer_region, language)
        if isinstance(more, Message):
            return more
        found = more
    return _within_all(found, answers) or found


def _with_part(site: SiteAnswer, part: str, near: str | None, language: str) -> SiteAnswer | Message:
    if any(sign.isdigit() for sign in part) and not re.fullmatch(r"[A-Za-z]{2}-\w+", part):
        number = readings.number_of_people(part)
        return number if isinstance(number, Message) else replace(site, users=number)
    if not _is_region(site, part):
        spoken = readings.languages(part)
        if not isinstance(spoken, Message):
            return replace(site, languages=spoken)
    code = readings.region(part, near, language)
    return code if isinstance(code, Message) else replace(site, region=code)


def _is_region(site: SiteAnswer, part: str) -> bool:
    """Tell whether two letters are a region: `FR` is Fribourg, `fr` is French, and what comes second is a language."""
    return site.region is None and part.isupper()


def _within_all(site: SiteAnswer, answers: Answers) -> Message | None:
    counted = [one.users for one in (*answers.sites, site) if one.users is not None]
    if answers.users is None or sum(counted) <= answers.users:
        return None
    said = N_("the other sites would have {n} people, and all sites together have {all}")
    return message(said, n=sum(counted), all=answers.users)
