"""SLA105."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from rollout_kit.assess.case import WATCHED_DAYS, Case
from rollout_kit.assess.rule import Lacks, NotApplicable, Outcome, rule
from rollout_kit.assess.subject import listed
from rollout_kit.calendars.days_off import days_off
from rollout_kit.calendars.holiday import Holiday
from rollout_kit.calendars.holidays_table import known_region
from rollout_kit.description.organisations import HolidayChanges, Site
from rollout_kit.finding import Cure, KeyPath, Severity, Violation
from rollout_kit.message import N_, Day, Message, message

MOST_NAMED = 4
SATURDAY = 5


@rule(
    "SLA105",
    "holidays-disagree",
    title=N_("On some working days only one of the two houses works"),
    severity=Severity.MEDIUM,
    stage="description",
    message=N_("in the first 60 days only one of {site} and {provider} works on: {days}"),
    remedy=N_("say for each of these days who is there, and tell the users"),
    cure=Cure(id="cover-hours", text=N_("Cover the open hours: {subject}"), minutes=60, further_minutes=20, owner="OL",
              before="g-6"),
)  # fmt: skip
def holidays_disagree(case: Case) -> Iterator[Outcome]:
    """On some working days only one of the two houses works.

    Fires for a site (the customer where it has none) with a day from Monday to Friday, from go-live to 60 days after
    it, on which either the site or the provider has a whole day off and the other works. Half days off count as
    working days. Days that the description adds or removes count. A provider who works 24x7 has no days off, and then
    there is nothing to judge.

    The holiday of one canton is an ordinary Monday in the next. Whoever calls then learns it from the voice box.

    Not ready:

        [provider.holidays]
        add = [{ date = 2027-03-19, name = "St. Joseph" }]

    Ready:

        [customer.holidays]
        add = [{ date = 2027-03-19, name = "St. Joseph" }]

        [provider.holidays]
        add = [{ date = 2027-03-19, name = "St. Joseph" }]

    Source: the window of 60 days is ours [D].
    """
    provider = case.rollout.provider
    if provider.hours is not None and provider.hours.is_always:
        yield NotApplicable()
        return
    theirs = _closed(case, provider.region, (provider.holidays,))
    places: tuple[Site | None, ...] = case.rollout.sites or (None,)
    lacking = [] if theirs is not None else ["provider.region"]
    for site in places:
        ours = _of_site(case, site)
        if ours is None:
            lacking.append(f"sites.{site.id}.region" if site and site.region else "customer.region")
        elif theirs is not None:
            yield from _differing(case, site, ours, theirs)
    if lacking:
        yield Lacks(tuple(dict.fromkeys(lacking)))


def _of_site(case: Case, site: Site | None) -> Mapping[date, Holiday] | None:
    customer = case.rollout.customer
    if site is None:
        return _closed(case, customer.region, (customer.holidays,))
    return _closed(case, site.region or customer.region, (customer.holidays, site.holidays))


def _closed(case: Case, code: str | None, changes: tuple[HolidayChanges, ...]) -> Mapping[date, Holiday] | None:
    """Return the whole days off of the window on weekdays; None where no holidays are known of the region."""
    region = known_region(code) if code else None
    if region is None:
        return None
    first, last = case.go_live, case.go_live + timedelta(days=WATCHED_DAYS)
    return {
        day: holiday
        for year in range(first.year, last.year + 1)
        for day, holiday in days_off(region, changes, year).items()
        if first <= day <= last and day.weekday() < SATURDAY and not holiday.half
    }


def _differing(
    case: Case, site: Site | None, ours: Mapping[date, Holiday], theirs: Mapping[date, Holiday]
) -> Iterator[Outcome]:
    days = sorted(ours.keys() ^ theirs.keys())
    if not days:
        return
    name = site.name if site else case.rollout.customer.name
    path: KeyPath = ("sites", site.id) if site else ("customer", "holidays")
    told = [_told(day, ours, theirs, name, case.rollout.provider.name) for day in days]
    yield Violation(
        path,
        {"subject": name, "site": name, "provider": case.rollout.provider.name, "days": listed(told, MOST_NAMED)},
    )


def _told(day: date, ours: Mapping[date, Holiday], theirs: Mapping[date, Holiday], site: str, provider: str) -> Message:
    closed, holiday = (site, ours[day]) if day in ours else (provider, theirs[day])
    return message(N_("{day} ({holiday}, {house} closed)"), day=Day(day), holiday=holiday.name, house=closed)
