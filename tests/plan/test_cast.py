from rollout_kit.description.load import SupportLevel
from rollout_kit.description.people import Team
from rollout_kit.description.responsibilities import Responsibility
from rollout_kit.plan.cast import Cast
from rollout_kit.playbook.load import load_playbook
from tests.plan.casts import five_people, nobody, one_per_side, person

PLAYBOOK = load_playbook("managed-service")


def test_a_role_nobody_holds_goes_to_who_stands_in() -> None:
    cast = Cast(one_per_side(), PLAYBOOK)
    assert [cast.first(role) for role in ("SP", "DM", "SO", "KU", "OL", "SL", "TR", "DK", "DP")] == [
        "a", "a", "a", "a", "b", "b", "b", "b", "b",
    ]  # fmt: skip


def test_nobody_named_is_to_be_named_on_the_right_side() -> None:
    cast = Cast(nobody(), PLAYBOOK)
    assert cast.first("SO") == "customer:to-be-named"
    assert cast.first("OL") == "provider:to-be-named"
    assert (cast.side("customer:to-be-named"), cast.side("provider:to-be-named")) == ("customer", "provider")


def test_the_members_of_the_first_levels_team_are_the_desk() -> None:
    rollout = five_people(
        teams=(Team(id="desk", name="Desk", organisation="provider", members=["oser"]),),
        support=(SupportLevel(id="L1", team="desk"),),
    )
    assert Cast(rollout, PLAYBOOK).holders("DK") == ("frei", "oser")


def test_an_activity_that_is_not_listed_falls_to_the_usual_house() -> None:
    cast = Cast(five_people(), PLAYBOOK)
    assert (cast.owner_of("backup"), cast.doer_of("backup")) == ("keller", "meyer")


def test_of_two_accountable_the_customers_comes_first_and_of_two_doers_the_providers() -> None:
    lines = (Responsibility(id="restore", accountable=["oser", "keller"], responsible=["frei", "meyer"]),)
    cast = Cast(five_people(responsibilities=lines), PLAYBOOK)
    assert (cast.owner_of("restore"), cast.doer_of("restore")) == ("keller", "meyer")


def test_a_share_that_is_not_stated_follows_the_role() -> None:
    people = (
        person("boss", "customer", ["sponsor"]),
        person("tech", "customer", ["desk", "key_user"]),
        person("helper", "provider", ["desk"]),
        person("guest", "customer", []),
        person("key", "customer", ["key_user"]),
    )
    cast = Cast(five_people(people=people), PLAYBOOK)
    assert [cast.share(id) for id in ("boss", "tech", "helper", "guest", "key")] == [0.1, 0.5, 0.2, 0.2, 0.2]
    assert cast.share("key", in_go_live_week=True) == 0.5
    assert cast.share("boss", in_go_live_week=True) == 0.1
