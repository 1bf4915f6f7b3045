"""The words of a page that can be ticked."""

from rollout_kit.document import TickWords
from rollout_kit.language.words import Words
from rollout_kit.message import N_


def tick_words(words: Words) -> TickWords:
    """Return what the page says about its boxes; the figures in braces are filled in by the browser."""
    return TickWords(
        progress=words.say(N_("What is done")),
        count=words.say(N_("{done} of {all} done")),
        save=words.say(N_("Save the ticks")),
        load=words.say(N_("Load ticks")),
        page=words.say(N_("Save the page with its ticks")),
        copy=words.say(N_("Copy as text")),
        carry=words.say(N_("Take over {count} from the edition before")),
        where=words.say(N_("Ticks are kept in this browser only. Save them before you hand the file on.")),
        loaded=words.say(
            N_("{taken} of {all} were taken over; the others are not newer, or their words have changed.")
        ),
        no_state=words.say(N_("This file holds no ticks.")),
        other_document=words.say(N_("These ticks belong to another document.")),
        not_kept=words.say(N_("This browser keeps nothing. Save the ticks to a file.")),
        copied=words.say(N_("Copied.")),
        other=words.say(N_("other")),
    )
