"""Users who are said to begin before there is a project: mostly a year mistyped, and it moves all that is reckoned."""

from collections.abc import Iterator

from rollout_kit.description.problems import Code, note
from rollout_kit.description.rollout import Rollout
from rollout_kit.description.source_map import Places
from rollout_kit.finding import Problem
from rollout_kit.message import N_, message, plural_message


def early_waves(rollout: Rollout, places: Places) -> Iterator[Problem]:
    """Yield at most one note, at the first wave before the kickoff, with the places of the others."""
    kickoff, waves = rollout.about.kickoff, rollout.load.waves if rollout.load else ()
    early = [(("load", "waves", index, "date"), wave) for index, wave in enumerate(waves) if wave.date < kickoff]
    if not early:
        return
    first = min(wave.date for _, wave in early)
    said = plural_message(
        N_("{n} wave lies before the kickoff on {kickoff}: people would use what is still to be introduced"),
        N_("{n} waves lie before the kickoff on {kickoff}: people would use what is still to be introduced"),
        len(early),
        kickoff=kickoff,
    )
    help = message(N_("mend the date, or leave it; the load is looked at from {first} on then"), first=first)
    place, *further = (places.at(path) for path, _ in early)
    yield note(Code.EARLY_WAVE, early[0][0], place, said, help, further=tuple(further))
