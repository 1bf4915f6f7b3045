"""The copy for one house: nothing of the other's internal tasks, anywhere."""

import io
import zipfile
from dataclasses import replace
from datetime import date, timedelta

import pytest

from rollout_kit import pipeline
from rollout_kit.assess.edition import Side, edition_for, house_of, on_paper
from rollout_kit.assess.result import Result
from rollout_kit.compose import KINDS
from rollout_kit.finding import Severity
from rollout_kit.message import message, verbatim
from rollout_kit.plan.model import Booking, WeekLoad
from tests.compose import results

SIDES: tuple[Side, ...] = ("customer", "provider")
SECRET, PROOF = "Zebrastreifen verhandeln", "Nashorn unterschrieben"

FILE = f"""
[rollout]
name = "Umzug"
kickoff = 2027-01-11
language = "en"
[customer]
name = "Muster AG"
[provider]
name = "NetServ GmbH"
[vendors.funk]
name = "Funk AG"
[people.keller]
name = "Anna Keller"
roles = ["service_owner", "sponsor", "decision_maker"]
[people.oser]
name = "Claire Oser"
organisation = "provider"
roles = ["operations_lead", "second_level"]
[teams.desk]
name = "Desk"
members = ["oser"]
[plan]
add = [
  {{ id = "zebra-deal", name = "{SECRET}", owner = "OWNER", effort = "400 h", until = 2027-01-13, proof = "{PROOF}",
    audience = "internal" }},
  {{ id = "open-deal", name = "Open matter", owner = "keller", effort = "1 h", after = ["zebra-deal"] }},
]
"""


def of(owner: str) -> Result:
    text = FILE.replace("OWNER", owner).replace("\n  {", " {").replace(",\n    audience", ", audience")
    outcome = pipeline.run("r.toml", {"r.toml": text.encode()}, date(2026, 12, 14))
    assert outcome.problems == ()
    assert outcome.result is not None
    return outcome.result


def printed(result: Result) -> str:
    """Return all that is written of a result: every document as HTML, the calendars, and the parts of the workbook."""
    made = [pipeline.draw(document, "html") for document in pipeline.documents(result, tuple(KINDS), "en")]
    calendars = [(name, content.replace(b"\r\n ", b"")) for name, content in pipeline.export(result, "ics", "en")]
    books = [zipfile.ZipFile(io.BytesIO(content)) for _, content in pipeline.export(result, "xlsx", "en")]
    assert made
    assert calendars
    assert books
    parts = [book.read(name) for book in books for name in book.namelist()]
    names = [name for name, _ in (*made, *calendars)]
    return "\n".join(
        [*names, *(content.decode() for _, content in (*made, *calendars)), *(part.decode() for part in parts)]
    )


@pytest.mark.parametrize(
    ("owner", "house", "other"),
    [("oser", "provider", "customer"), ("funk", "provider", "customer"), ("desk", "provider", "customer"),
     ("keller", "customer", "provider")],
)  # fmt: skip
@pytest.mark.thorough
def test_an_internal_task_is_in_the_copy_of_its_house_only(owner, house, other):
    result = of(owner)
    own = printed(edition_for(result, house))
    assert f"{SECRET} (internal)" in own
    assert f"plan-{house}.html" in own
    assert f"calendar-{house}.ics" in own
    theirs = printed(edition_for(result, other))
    for word in (SECRET, PROOF, "zebra", "Zebra", "Nashorn"):
        assert word not in theirs
    assert "Open matter" in theirs


def test_the_working_copy_shows_all_and_marks_what_is_internal():
    text = printed(edition_for(of("oser"), None))
    assert f"{SECRET} (internal)" in text
    assert "Open matter (internal)" not in text


def test_nothing_in_the_result_of_the_other_house_holds_the_words():
    shown = edition_for(of("oser"), "customer")
    assert not any(word in repr(shown) for word in (SECRET, PROOF, "zebra-deal"))


def test_a_task_that_a_hidden_one_holds_up_does_not_name_it():
    result = of("oser")
    held = tuple(replace(task, held_up_by="zebra-deal") for task in result.case.plan.tasks)
    result = replace(result, case=result.case.with_plan(replace(result.case.plan, tasks=held)))
    names = {side: {task.held_up_by for task in edition_for(result, side).case.plan.tasks} for side in SIDES}
    assert names == {"customer": {None}, "provider": {"zebra-deal"}}


def test_a_finding_about_an_internal_task_stays_and_calls_it_one():
    result = of("oser")
    about = [finding for finding in result.findings if SECRET in repr(finding)]
    assert about
    shown = edition_for(result, "customer")
    assert len(shown.findings) == len(result.findings)
    assert "an internal task of {house}" in repr(shown.findings)


@pytest.mark.parametrize(("day", "placed"), [(-1, 120), (0, 30), (6, 30), (7, 120)])
def test_hours_of_hidden_tasks_are_not_in_the_load_of_their_week(day: int, placed: int):
    monday = date(2027, 1, 11)
    booking = Booking(person="oser", date=monday + timedelta(days=day), half=0, minutes=90)
    hidden = replace(
        results.task("deal", monday, "oser"), name=verbatim(SECRET), audience="internal", bookings=(booking,)
    )
    plan = replace(
        results.plan(results.muster()),
        tasks=(hidden,),
        weeks=(
            WeekLoad(person="oser", monday=monday, placed=120, free=600),
            WeekLoad(person="meyer", monday=monday, placed=120, free=600),
        ),
    )
    result = results.result(plan=plan, findings=())
    assert [week.placed for week in edition_for(result, "customer").case.plan.weeks] == [placed, 120]
    assert [week.placed for week in edition_for(result, "provider").case.plan.weeks] == [120, 120]


def test_a_name_is_taken_out_of_lists_too():
    hidden = replace(results.task("deal", results.KICKOFF, "oser"), name=verbatim("Test"), audience="internal")
    told = message("{a}; {b}; {c}", a=(verbatim("Test"), "Other"), b="Test, Testing", c=message("{x}", x="deal"))
    finding = replace(results.finding(severity=Severity.LOW), message=told, subject="deal")
    plan = replace(results.plan(results.muster()), tasks=(hidden,))
    (shown,) = edition_for(results.result(plan=plan, findings=(finding,)), "customer").findings
    instead = message("an internal task of {house}", house="NetServ GmbH")
    assert shown.message.parameters == {"a": (instead, "Other"), "b": "…, Testing", "c": message("{x}", x=instead)}
    assert shown.subject == ""


def test_a_namesake_keeps_its_own_words_and_who_names_a_hidden_task_does_not():
    day = results.KICKOFF
    hidden, namesake = (
        replace(results.task(id, day, lead), name=verbatim(SECRET), origin="added", audience=audience)
        for id, lead, audience in (("deal", "oser", "internal"), ("own", "keller", "all"))
    )
    naming = replace(results.task("mend", day, "keller"), name=message("mend {task}", task=verbatim(SECRET)))
    skipped = tuple((id, verbatim(id), day) for id in ("deal", "own"))
    plan = replace(results.plan(results.muster()), tasks=(hidden, namesake, naming), skipped=skipped)
    shown = edition_for(results.result(plan=plan, findings=()), "customer").case.plan
    instead = message("an internal task of {house}", house="NetServ GmbH")
    assert [task.name for task in shown.tasks] == [verbatim(SECRET), message("mend {task}", task=instead)]
    assert [id for id, _, _ in shown.skipped] == ["own"]


def test_a_result_knows_whose_copy_it_is():
    result = results.result()
    assert [edition_for(result, side).edition for side in (None, "customer", "provider")] == [
        "", "customer", "provider",
    ]  # fmt: skip


def test_what_is_a_vendors_belongs_to_the_provider():
    rollout = results.muster()
    refs = ("keller", "oser", "desk", "microsoft", "customer:to-be-named", "provider:to-be-named")
    assert [house_of(ref, rollout) for ref in refs] == [
        "customer", "provider", "provider", "provider", "customer", "provider",
    ]  # fmt: skip


def test_paper_can_be_another_than_that_of_the_file():
    assert on_paper(results.result(), "Letter").case.rollout.brand.paper == "Letter"
