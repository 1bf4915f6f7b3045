"""Does support carry the load: the sentence, one picture, and what helps most."""

from collections.abc import Iterator

from rollout_kit.compose.load import shown_of
from rollout_kit.compose.load.demand import demand
from rollout_kit.compose.load.sentences import drawn, headline, weak, why
from rollout_kit.compose.load.still_fine import still_fine
from rollout_kit.compose.load.tables import changes
from rollout_kit.compose.plan.planned import Desk
from rollout_kit.compose.wording import strong
from rollout_kit.document import Group, Heading, Node, Text
from rollout_kit.message import N_


def support_load(desk: Desk) -> Iterator[Node]:
    """Yield the part; nothing where too little is described for any number. The handbook tells all of it."""
    shown = shown_of(desk.result, desk.words)
    if shown is None:
        return
    helping = changes(shown)
    yield Group(
        role="part",
        anchor="support-load",
        children=(
            Heading(level=2, text=desk.say(N_("Does support carry the load?"))),
            Text(spans=strong(headline(shown))),
            why(shown),
            *weak(shown),
            demand(shown) if shown.outlook.is_scaling else still_fine(shown),
            *(() if helping is None else (helping,)),
            drawn(shown),
        ),
    )
