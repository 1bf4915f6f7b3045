"""The way back from the models to the file."""

from rollout_kit.description.restructured import Restructured, lift


def test_the_nearest_place_leads_back_with_the_rest_as_it_is():
    found = Restructured(paths={("a", 0): ("x", "id")})
    assert found.path_of(("a", 0, "name")) == ("x", "id", "name")
    assert found.path_of(("b",)) == ()


def test_an_inner_table_moves_up_with_its_paths():
    found = Restructured(
        tree={"rules": {"severity": (("A", "low"),)}}, paths={("rules", "severity", 0): ("rules", "severity", "A")}
    )
    lift(found, "rules", "severity", "severities")
    assert found.tree == {"severities": (("A", "low"),)}
    assert found.path_of(("severities", 0)) == ("rules", "severity", "A")


def test_nothing_to_move_is_no_fault():
    found = Restructured(tree={"rules": 3})
    lift(found, "rules", "severity", "severities")
    assert found.tree == {}
