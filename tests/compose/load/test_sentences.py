from dataclasses import replace

from rollout_kit.compose.load.sentences import drawn, headline, weak, when, why
from rollout_kit.document import Text

from ...capacity.made_up import answer
from .shown_answer import shown


def said(text: Text) -> str:
    return "".join(span.text for span in text.spans).replace("\u00a0", " ")


def test_the_headline_tells_how_long_it_holds():
    assert headline(shown()).startswith("2 people carry the load until about 15")


def test_below_it_stands_what_gives_way_and_what_helps():
    assert said(why(shown())) == (
        "First to give way: the hours of work at the first level, after 22 February 2027, in 70% of these runs. "
        "What helps most: one person more at L1 from 8 February; then it holds in 98% of the runs."
    )


def test_dates_stand_with_their_share_beside_the_middle_figures_and_short_breaches():
    assert said(when(shown())) == (
        "Outgrown in 80% of 500 runs; 10% by 8 March 2027, half by 15 March 2027. "
        "At the middle figures: outgrown from 15 March 2027 on. "
        "Short breaches at the middle figures: Mon 8 Feb to Wed 10 Feb: 3 open days."
    )


def test_weak_figures_that_could_turn_it_are_told():
    assert weak(shown()) == ()
    (text,) = weak(shown(replace(answer(), rests_on=("handling.phone",))))
    assert said(text) == "This rests on weak figures: time for a contact (phone)."


def test_runs_and_seed_are_printed():
    assert said(drawn(shown())) == "500 runs, seed 20270208; a share is sure to 3.5 points."
