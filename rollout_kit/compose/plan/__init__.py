"""The plan: page 1, the weeks, the Gantt chart, all tasks, people, milestones, and what comes after."""

from rollout_kit.assess.result import Result
from rollout_kit.compose.plan.gantt import gantt_page
from rollout_kit.compose.plan.limits import assumptions, compressed
from rollout_kit.compose.plan.overview import overview
from rollout_kit.compose.plan.page1 import page_one
from rollout_kit.compose.plan.people import by_person
from rollout_kit.compose.plan.planned import Desk
from rollout_kit.compose.plan.support_load import support_load
from rollout_kit.compose.plan.tasks import after_the_plan, all_tasks, milestones
from rollout_kit.compose.plan.weeks import week_sheets
from rollout_kit.compose.wording import People, document
from rollout_kit.document import Document
from rollout_kit.language.words import Words
from rollout_kit.message import N_


def compose_plan(result: Result, words: Words) -> Document:
    """Return the plan as a tree."""
    desk = Desk(result=result, words=words, people=People(result.case.rollout, words))
    children = (
        page_one(desk),
        *overview(desk),
        *week_sheets(desk),
        gantt_page(desk),
        all_tasks(desk),
        by_person(desk),
        milestones(desk),
        *compressed(desk),
        *support_load(desk),
        after_the_plan(desk),
        assumptions(desk),
    )
    kind_word = words.say(N_("Plan"))
    return document(result, words, kind="plan", kind_word=kind_word, children=children)
