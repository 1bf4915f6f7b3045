"""PLN108."""

from collections.abc import Iterator

from rollout_kit.assess.case import Case
from rollout_kit.assess.rule import OWN_WORDS, Outcome, rule
from rollout_kit.finding import Severity, Violation
from rollout_kit.message import N_, Parameter, message, plural_message

WHOLE_PLAN_DAYS = 30  # the playbook's full variant


@rule(
    "PLN108",
    "plan-compressed",
    title=N_("The plan is compressed"),
    severity=Severity.MEDIUM,
    stage="plan",
    message=OWN_WORDS,
    remedy=N_("give the plan {whole} days, or say on its first page what it cannot do"),
)
def plan_compressed(case: Case) -> Iterator[Outcome]:
    """The plan is compressed.

    Fires where the plan has fewer than 30 days; counts the tasks that it leaves out, shortens or moves behind its
    end, and names the rules that notice it. The plan lists the tasks.

    A short plan can be honest work as long as both houses know what it leaves undone.

    Not ready:

        [rollout]
        days = 29

    Ready:

        [rollout]
        days = 30

    Source: a simple hand-over takes four weeks at least, nfpstack [E]; what is left out is our playbook's [D].
    """
    plan = case.plan
    if not plan.is_compressed:
        return
    codes = tuple(dict.fromkeys(code for task in plan.left_out for code in task.codes))
    parameters: dict[str, Parameter] = {"days": plan.days, "whole": WHOLE_PLAN_DAYS}
    if not plan.left_out:
        fault = message(N_("{days} days instead of {whole}: the plan is compressed"), **parameters)
    elif not codes:
        fault = plural_message(
            N_("{days} days instead of {whole}: {n} task is left out, shortened or moved"),
            N_("{days} days instead of {whole}: {n} tasks are left out, shortened or moved"),
            len(plan.left_out),
            **parameters,
        )
    else:
        fault = plural_message(
            N_("{days} days instead of {whole}: {n} task is left out, shortened or moved, which {codes} notice"),
            N_("{days} days instead of {whole}: {n} tasks are left out, shortened or moved, which {codes} notice"),
            len(plan.left_out),
            codes=codes,
            **parameters,
        )
    yield Violation(("rollout", "days"), {"days": plan.days, "whole": WHOLE_PLAN_DAYS, "fault": fault})
