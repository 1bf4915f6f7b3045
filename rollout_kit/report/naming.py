"""Names and words of a report.

The documents have the same words and many more; importing those would make every `check` wait for what only `build`
needs.
"""

from rollout_kit.assess.verdict import Verdict
from rollout_kit.description.rollout import Rollout
from rollout_kit.finding import Severity
from rollout_kit.language.words import Words
from rollout_kit.message import N_
from rollout_kit.plan.model import TO_BE_NAMED, PersonRef

_VERDICTS = {
    Verdict.TOO_LITTLE_KNOWN: N_("too little known"),
    Verdict.NOT_READY: N_("not ready"),
    Verdict.READY_WITH_CONDITIONS: N_("ready with conditions"),
    Verdict.READY: N_("ready"),
}
_SEVERITIES = {
    Severity.BLOCKER: N_("blocker"),
    Severity.HIGH: N_("high"),
    Severity.MEDIUM: N_("medium"),
    Severity.LOW: N_("low"),
}


def verdict_words(verdict: Verdict, words: Words) -> str:
    """Return the verdict as it stands in a sentence: `not ready`."""
    return words.say(_VERDICTS[verdict])


def severity_word(severity: Severity, words: Words) -> str:
    """Return the word of a severity: `blocker`."""
    return words.say(_SEVERITIES[severity])


def name_of(ref: PersonRef, rollout: Rollout, words: Words) -> str:
    """Return the name of a person or vendor; `Muster AG: to be named` where nobody is named."""
    for side, marker in TO_BE_NAMED.items():
        if ref == marker:
            house = rollout.customer.name if side == "customer" else rollout.provider.name
            return words.say(N_("{house}: to be named"), house=house)
    known = rollout.person_by_id.get(ref) or rollout.vendor_by_id.get(ref)
    return known.name if known else ref
