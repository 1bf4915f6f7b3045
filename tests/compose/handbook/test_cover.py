"""The first page of the handbook."""

from rollout_kit.assess.verdict import Verdict
from rollout_kit.compose.handbook.cover import PAGE_MM, cover
from rollout_kit.compose.handbook.height import HEAD_MM, height_of
from rollout_kit.description.organisations import About, Customer
from rollout_kit.description.people import Team
from rollout_kit.description.responsibilities import Responsibility
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.settings import Brand
from rollout_kit.document import Heading, Text, walk
from rollout_kit.finding import Finding
from tests.compose import results
from tests.compose.conftest import book
from tests.compose.tree import words_of

LONG = "Bartholomäus Zimmermann-Oberhuber von und zu Hohenlohe"


def blockers(n: int) -> tuple[Finding, ...]:
    text = "backup and restore at every site has 2 people accountable (Bartholomäus Zimmermann, Anna Keller)"
    return tuple(results.finding(path=("responsibilities", f"x{i}"), text=text) for i in range(n))


def said(rollout: Rollout | None = None, **changes) -> str:
    return words_of(cover(book(results.result(rollout, **changes))).children)


def crowded(paper: str) -> Rollout:
    people = tuple(person.model_copy(update={"name": LONG}) for person in results.muster().people)
    named = ("major_incident", "change_approval", "contract", "escalation")
    return results.muster(
        about=About(name=f"{LONG} " * 4, kickoff=results.KICKOFF),
        customer=Customer(name=LONG * 3, users=85),
        people=people,
        responsibilities=tuple(Responsibility(id=id, accountable=("keller",)) for id in named),
        brand=Brand(paper="A4" if paper == "A4" else "Letter"),
    )


def test_the_number_stands_there_once_and_large():
    page = cover(book(results.result()))
    numbers = [node for node in walk(page.children) if isinstance(node, Text) and node.manner == "number"]
    assert [node.spans[0].text for node in numbers] == ["+41\u00a031\u00a0555\u00a002\u00a000"]
    assert numbers[0].spans[0].keep


def test_a_number_too_long_for_60_points_is_smaller_and_a_missing_one_an_open_item():
    desk = Team(id="desk", name="Desk", phone="+41 31 555 02 00 ext. 123")
    assert "decide: *+41 31 555 02 00 ext. 123*" in said(results.muster(teams=(desk,)))
    assert "decide: [open] open: the one number to call, decided in the kickoff, Anna Keller" in said(
        results.muster(teams=())
    )


def test_outside_the_hours_it_is_honest_who_answers():
    assert "*Outside these hours nobody answers* / the next answer comes on the next working day at 08:00" in said()
    assert "*Outside these hours on call: Jan Meyer* / +41 31 555 02 00" in said(results.with_on_call(results.muster()))


def test_one_decides_two_are_a_fault_and_nobody_is_a_proposal():
    both = results.muster(responsibilities=(Responsibility(id="change_approval", accountable=("keller", "oser")),))
    text = said(both)
    assert "| Changes | [blocker] Anna Keller and Cl" in text
    assert "| Major outage | ~proposed: Anna Keller~" in text
    assert "| Major outage | *Anna Keller *+41 44 555 01 01" in said()


def test_what_the_contract_leaves_out_is_listed_and_the_rest_counted():
    text = said()
    assert "- body: Lead major incidents" in text
    assert "- body: and 20 more" in text


def test_a_blocker_stands_there_with_verdict_name_and_date():
    text = said()
    assert "decide: [not-ready] *Not ready* · 11 of 12 rules tested" in text
    assert (
        "| [blocker] Restore and test has 2 people accountable; exactly one can be | *Anna Keller* by Thu 14 Jan"
        in text
    )


def test_without_a_blocker_the_verdict_still_stands_there():
    text = said(findings=(), verdict=Verdict.READY)
    assert "## Is it ready" in text
    assert "[ready] *Ready* · 11 of 12 rules tested" in text


def test_more_blockers_than_fit_are_counted_and_none_is_hidden():
    for n in (1, 2, 3, 6, 40):
        text = said(findings=blockers(n))
        shown = text.count("Backup and restore at every site")
        assert shown >= 1
        assert shown == n or f"and {n - shown} more, at the end of this book" in text


def test_the_page_is_signed_by_both_houses_on_the_day_of_the_plan():
    text = said()
    assert "## This edition, to be signed by Wednesday, 3 February" in text
    assert "| Agreed by | Anna Keller" in text
    assert "|  | Claire Oser" in text


def test_the_first_page_is_one_page_by_our_reckoning_however_long_the_words():
    for paper in ("A4", "Letter"):
        for findings in (blockers(0), blockers(1), blockers(9)):
            page = cover(book(results.result(crowded(paper), findings=findings)))
            assert HEAD_MM + height_of(page.children) <= PAGE_MM[paper]


def test_a_title_is_cut_and_never_empty():
    page = cover(book(results.result(crowded("A4"))))
    title = page.children[0]
    assert isinstance(title, Heading)
    assert title.text.endswith("…")
    assert len(title.text) <= 72
