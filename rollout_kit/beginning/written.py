"""The text of the file: the template of a language with the answers in it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rollout_kit.beginning import literals
from rollout_kit.beginning.answers import Answers, Days, PersonAnswer, SiteAnswer
from rollout_kit.beginning.keys import is_numbered, person_keys, site_keys
from rollout_kit.beginning.literals import Literal
from rollout_kit.beginning.proposal import DESK, Leads, ProposedLine, ladder, leads_of, proposed
from rollout_kit.beginning.starter import dated_text, kickoff_after
from rollout_kit.beginning.template import Block, assignment, parse
from rollout_kit.language.words import Words
from rollout_kit.message import N_
from rollout_kit.playbook.load import load_playbook

TEMPLATE = "answered.toml"
PLAYBOOK = "managed-service"
MAIN_SITE = "main"

_ESCALATION, _EVIDENCE = '"escalation"', '"responsibilities"'


def description_of(answers: Answers, words: Words, as_of: date) -> str:
    """Return the commented description, in the language of the words."""
    kickoff = answers.kickoff or kickoff_after(as_of)
    page = _Page(answers, words, kickoff)
    return "\n\n".join(page.paragraphs(parse(dated_text(TEMPLATE, words, kickoff)))) + "\n"


@dataclass(frozen=True, slots=True)
class _Keys:
    """The short names of people, by name, and of sites, in their order."""

    people: Mapping[str, str]
    sites: tuple[str, ...]


class _Page:
    """The blocks of the template, each filled in its own way."""

    def __init__(self, answers: Answers, words: Words, kickoff: date) -> None:
        self._answers, self._words, self._kickoff = answers, words, kickoff
        names = [person.name for person in answers.people]
        keys = person_keys(names, taken=(DESK,))
        sites = site_keys((site.name for site in answers.sites), taken=(MAIN_SITE,))
        self._keys = _Keys(dict(zip(names, keys, strict=True)), sites)
        self._leads: Leads = leads_of(answers, self._keys.people)
        self._filled: dict[str, Callable[[Block], str]] = {
            "[rollout]": self._rollout,
            "[customer]": lambda block: block.used(self._customer()),
            "[provider]": lambda block: block.used(self._provider()),
            "[sites.main]": self._sites,
            "[people.keller]": self._people,
            "[teams.desk]": lambda block: block.used(self._team()),
            "[responsibilities]": self._responsibilities,
            "[evidence]": self._evidence,
            "[[escalation]]": self._escalation,
            "[on_call]": self._on_call,
            "[continuity]": self._continuity,
            "[[processes]]": self._processes,
        }

    def paragraphs(self, template: tuple[Block | str, ...]) -> Iterator[str]:
        """Yield the paragraphs of the file; a table that nothing was answered on stays in comments."""
        for part in template:
            yield part if isinstance(part, str) else self._filled.get(part.header, Block.left)(part)

    def _rollout(self, block: Block) -> str:
        one = self._answers
        days = {"kickoff": self._kickoff, "go_live": one.go_live}
        written = {key: literals.day(day) for key, day in days.items() if day}
        if one.kickoff is None:
            block = block.remarked("kickoff", self._words.say(N_("needed: day 1 of the plan; so far a proposal")))
        return block.used(written | _texts(name=one.name or one.service, service=one.service, tier=one.tier))

    def _customer(self) -> Mapping[str, Literal]:
        one = self._answers
        written = _texts(name=one.customer, region=one.customer_region, hours=one.customer_hours)
        if one.users is not None:
            written["users"] = str(one.users)
        if one.freeze:
            written["freeze"] = literals.tables(_days(days) for days in one.freeze)
        return written

    def _provider(self) -> Mapping[str, Literal]:
        one = self._answers
        return _texts(name=one.provider, region=one.provider_region, hours=one.provider_hours)

    def _sites(self, block: Block) -> str:
        answers = self._answers
        rest = main_users(answers)
        parts: list[str] = []
        if rest != 0 or not answers.sites:
            values = _texts(region=answers.customer_region)
            if rest is not None:
                values["users"] = str(rest)
                remark = self._words.say(N_("all {all} less those of the other sites"), all=answers.users or 0)
                block = block.remarked("users", remark) if answers.sites else block
            parts.append(block.used(values))
        for site, key in zip(answers.sites, self._keys.sites, strict=True):
            parts.append(_one_of_many(block.named(f"[sites.{key}]"), _site(site), is_first=not parts))
        return "\n\n".join(parts)

    def _people(self, block: Block) -> str:
        parts: list[str] = []
        for person in self._answers.people:
            key = self._keys.people[person.name]
            here = block.named(f"[people.{key}]")
            text = _one_of_many(here, self._person(person), is_first=not parts)
            if is_numbered(key):
                note = self._words.say(N_("the short name is free to choose, in letters from a to z"))
                text = text.replace(here.header, f"# {note}\n{here.header}", 1)
            parts.append(text)
        return "\n\n".join(parts) or block.left()

    def _person(self, person: PersonAnswer) -> Mapping[str, Literal]:
        written = _texts(name=person.name, organisation=person.organisation, title=person.title)
        lists = {"roles": person.roles, "languages": person.languages}
        written |= {key: literals.texts(values) for key, values in lists.items() if values}
        written |= _texts(email=person.email, phone=person.phone, deputy=self._keys.people.get(person.deputy))
        if person.share is not None:
            written["share"] = literals.share(person.share)
        if person.absences:
            written["absences"] = literals.tables(_days(days) for days in person.absences)
        return written

    def _team(self) -> Mapping[str, Literal]:
        written = _texts(phone=self._answers.desk_phone)
        people = self._answers.people
        members = [one.name for one in people if one.organisation == "provider" and "desk" in one.roles]
        if members:
            written["members"] = literals.texts(self._keys.people[name] for name in members)
        return written

    def _responsibilities(self, block: Block) -> str:
        playbook = load_playbook(PLAYBOOK)
        language = self._words.tag.partition("-")[0]
        named = Words(self._words.tag, playbook.texts[language])
        lines = list(proposed(playbook.activities, self._leads))
        written = [_responsibility(line, named.text_of_playbook(f"activities.{line.activity}.name")) for line in lines]
        return block.listing(written)

    def _evidence(self, block: Block) -> str:
        level = literals.table({"level": literals.text("proposed")})
        return block.used(dict.fromkeys((_EVIDENCE, _ESCALATION), level))

    def _escalation(self, block: Block) -> str:
        steps = [
            {"who": literals.text(who), "after": literals.text(after), "by": literals.text("phone")}
            for who, after in ladder(self._leads)
        ]
        return "\n\n".join(_one_of_many(block, step, is_first=not index) for index, step in enumerate(steps))

    def _on_call(self, block: Block) -> str:
        hours = self._answers.on_call_hours
        return block.used(_texts(hours=hours, team=DESK)) if hours else block.left()

    def _continuity(self, block: Block) -> str:
        day, scope = self._answers.restore_tried, self._answers.restore_scope
        if day is None:
            return block.left()
        tried = {"date": literals.day(day), "scope": literals.text(scope or "files")}
        value = {"last_restore_test": literals.table(tried)}
        return block.used(value) if scope else block.left(value)

    def _processes(self, block: Block) -> str:
        parts: list[str] = []
        for process in self._answers.processes:
            written = _texts(name=process.name, tolerable_stop=process.tolerable_stop) | {"critical": "true"}
            parts.append(_one_of_many(block, written, is_first=not parts))
        return "\n\n".join(parts) or block.left()


def main_users(answers: Answers) -> int | None:
    """Return how many work at the main site: all less those of the other sites; None where that is not known."""
    others = [site.users for site in answers.sites]
    counted = [number for number in others if number is not None]
    if answers.users is None or len(counted) < len(others):
        return None
    return max(answers.users - sum(counted), 0)


def _site(site: SiteAnswer) -> dict[str, Literal]:
    written = _texts(name=site.name, region=site.region)
    if site.users is not None:
        written["users"] = str(site.users)
        if len(site.languages) == 1:  # of several nobody has said how many speak which
            written["languages"] = literals.table({site.languages[0]: str(site.users)})
    return written


def _one_of_many(block: Block, values: Mapping[str, Literal], *, is_first: bool) -> str:
    return block.used(values) if is_first else block.again(values)


def _responsibility(line: ProposedLine, name: str) -> str:
    # An accountable person who is not known yet is nobody: the line stays a comment until there is a name.
    accountable = literals.texts([line.accountable or "…"])
    value = literals.table({"accountable": accountable, "responsible": literals.texts([line.responsible])})
    return assignment(line.activity if line.accountable else f"#{line.activity}", value, f"# {name}")


def _days(days: Days) -> Literal:
    written = {"from": literals.day(days.first), "to": literals.day(days.last)}
    return literals.table(written | _texts(why=days.why))


def _texts(**values: str | None) -> dict[str, Literal]:
    """Return the texts that there are."""
    return {key: literals.text(value) for key, value in values.items() if value}
