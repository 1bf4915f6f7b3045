"""The front: at most nine decisions, those first without which go-live stops."""

from rollout_kit.assess.result import OpenDecision
from rollout_kit.compose.checklist.sheet import Sheets
from rollout_kit.compose.fit import BOLD, MM_PER_POINT, fitted, lines_of, width_em
from rollout_kit.compose.wording import DECISIONS_TODAY, People, short_house, shortened
from rollout_kit.document import Checklist, Decision, Field, Group, Node, Span, Text
from rollout_kit.message import N_, plural_message

OWN_DECISIONS = 3  # lines for what nobody has thought of
QUESTION, PROPOSAL, OTHERWISE = 55, 45, 60  # characters, each one line
QUESTION_MM, PROPOSAL_MM, DECIDER_MM = 128.0, 104.0, 31.0
HALF_MM = 87.0  # 83 on paper, and the tenth by which our reckoning is on the safe side
LARGE, MIDDLE, SMALL = 12, 10, 9  # points
MOST_NAME_LINES = 2


def front(sheets: Sheets) -> Group:
    """Return the front."""
    words, plan = sheets.words, sheets.result.case.plan
    day = words.full_date(plan.first_day)
    leads = [words.say(N_("Kickoff {day}. A cross at yes means: as proposed."), day=day)]
    if (later := len(sheets.result.decisions) - DECISIONS_TODAY) > 0:
        one, many = N_("{n} more question next time."), N_("{n} more questions next time.")
        leads.append(words.text(plural_message(one, many, later)))
    parts = (_decisions(sheets), Group(role="done", children=_done(sheets)))
    return sheets.sheet(words.say(N_("To decide today")), " ".join(leads), 1, parts)


def _decisions(sheets: Sheets) -> Checklist:
    words = sheets.words
    shown = [_decision(decision, sheets) for decision in sheets.result.decisions[:DECISIONS_TODAY]]
    blank = min(OWN_DECISIONS, DECISIONS_TODAY - len(shown))
    own = [Decision(id=f"own-{n}", question="", proposal="", otherwise="", decider="") for n in range(1, blank + 1)]
    return Checklist(
        decisions=(*shown, *own),
        captions=(
            words.say(N_("Yes")),
            words.say(N_("Question, proposal, and what follows otherwise")),
            words.say(N_("Decides")),
        ),
        other_word=words.say(N_("other:")),
        otherwise_word=words.say(N_("Otherwise:")),
    )


def _decision(decision: OpenDecision, sheets: Sheets) -> Decision:
    words, people = sheets.words, People(sheets.result.case.rollout, sheets.words)
    return Decision(
        id=decision.id,
        question=fitted(shortened(words.text(decision.question), QUESTION), QUESTION_MM, LARGE, is_bold=True),
        proposal=fitted(shortened(words.text(decision.proposal), PROPOSAL), PROPOSAL_MM, LARGE),
        otherwise=_otherwise(words.text(decision.otherwise), sheets),
        decider=_decider(people.name(decision.decider)) if people.is_named(decision.decider) else "",
    )


def _otherwise(text: str, sheets: Sheets) -> str:
    before = width_em(sheets.words.say(N_("Otherwise:")) + " ") * SMALL * MM_PER_POINT
    return fitted(shortened(text, OTHERWISE), PROPOSAL_MM - before, SMALL)


def _decider(name: str) -> str:
    """Return a name on at most two lines of smaller type: as it is, or its first and last word where it is longer."""
    if lines_of(name, DECIDER_MM, MIDDLE) <= MOST_NAME_LINES:
        return name
    first, *others = name.split()
    return " ".join(fitted(word, DECIDER_MM, MIDDLE) for word in (first, *others[-1:]))


def _house_beside(said: str, house: str) -> str:
    """Return the name of a house in what the words before it leave of a line."""
    room = HALF_MM - width_em(f"{said} ") * BOLD * LARGE * MM_PER_POINT
    return fitted(short_house(house), room, LARGE)


def _done(sheets: Sheets) -> tuple[Node, ...]:
    """Return the last line: both houses say that the list is complete, with name and time."""
    words, rollout = sheets.words, sheets.result.case.rollout
    return tuple(
        Group(
            role="part",
            children=(
                Text(
                    spans=(
                        Span(text=words.say(N_("All decided,")) + " ", strong=True),
                        Span(text=_house_beside(words.say(N_("All decided,")), house)),
                    ),
                    manner="decide",
                ),
                Field(kind="line", label=words.say(N_("Name, time"))),
            ),
        )
        for house in (rollout.customer.name, rollout.provider.name)
    )
