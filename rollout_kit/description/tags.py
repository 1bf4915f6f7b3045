"""Language tags, regions and time zones, as far as their form tells."""

import re
from functools import cache

_LANGUAGES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el "
    "en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu "
    "ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na "
    "nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so "
    "sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu "
    "gsw "
)


def is_language(tag: str) -> bool:
    """Whether a text is a language tag such as `de` or `de-CH`, its language one of ISO 639-1."""
    head, _, rest = tag.partition("-")
    return (
        f" {head} " in f" {_LANGUAGES}"
        and " " not in head
        and (not rest or bool(re.fullmatch(r"[A-Z]{2}|[A-Z][a-z]{3}(?:-[A-Z]{2})?", rest)))
    )


def is_region(code: str) -> bool:
    """Whether a text has the form of ISO 3166: a country `CH`, or a part of one `CH-ZH`."""
    return bool(re.fullmatch(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?", code))


def is_timezone(name: str) -> bool:
    """Whether there is a time zone of this name; every name is one where this machine has no table of them."""
    import zoneinfo

    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return not known_timezones()
    return True


@cache
def known_timezones() -> tuple[str, ...]:
    """Return the names of all time zones, sorted; empty where this machine has no table of them."""
    import zoneinfo

    return tuple(sorted(zoneinfo.available_timezones()))
