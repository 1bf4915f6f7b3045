import pytest

from rollout_kit.compose.called import called


@pytest.mark.parametrize(
    ("name", "id", "short"),
    [
        ("Anna Keller", "keller", "Keller"),
        ("Anna Keller", "ak", "Keller"),
        ("Tanaka Kenji (田中 健二)", "tanaka", "Tanaka"),
        ("Bas van Dijk", "vandijk", "van Dijk"),
        ("Bas van Dijk", "bas", "Bas"),
        ("Marieke de Jong", "de-jong", "de Jong"),
        ("Jörg Müller", "mueller", "Müller"),
        ("Jörg Müller", "muller", "Müller"),
        ("José García Márquez", "garcia", "García"),
        ("José García Márquez", "garcia_marquez", "García Márquez"),
        ("Deniz Yılmaz", "yilmaz", "Yılmaz"),
        ("Univ.-Prof. Dr. Elisabeth Hohenwarth-Gößnitzer, MBA", "primaria", "Hohenwarth-Gößnitzer"),
        ("Sebastian Hüttl jun.", "leiter", "Hüttl"),
        ("Martin King Jr", "mk", "King"),
        ("Anna Meyer-Huber", "meyerhuber", "Meyer-Huber"),
        ("山田 太郎", "person-1", "太郎"),
        ("(nobody yet)", "x", "yet)"),
        ("", "x", ""),
    ],
)
def test_a_person_is_called_by_the_words_of_the_key(name: str, id: str, short: str) -> None:
    assert called(name, id) == short
