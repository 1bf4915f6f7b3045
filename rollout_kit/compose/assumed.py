"""How much of what is open rests on figures of ours only, in one sentence."""

from rollout_kit.assess.result import Result
from rollout_kit.language.words import Words
from rollout_kit.message import N_, Percent, plural_message


def share_assumed(result: Result, words: Words) -> str:
    """Return the sentence; empty where no open finding rests on assumptions alone."""
    found = [finding for finding in result.findings if finding.is_open]
    assumed = sum(finding.rests_on_assumption for finding in found)
    if not assumed:
        return ""
    counted = plural_message(
        N_("{n} of {m} open points ({share}) rests on assumptions of ours only, on no figure of yours."),
        N_("{n} of {m} open points ({share}) rest on assumptions of ours only, on no figure of yours."),
        assumed,
        m=len(found),
        share=Percent(round(assumed / len(found), 2)),
    )
    return words.text(counted)
