"""The tool that keeps the catalogues."""

import io
import re
from pathlib import Path

import marked_texts
import messages
import pytest
from babel.messages.pofile import read_po
from marked_texts import Text, Untranslatable

DAYS = Text("{n} day", "{n} days", "a.py")
HELLO = Text("hello {name}", None, "a.py")


def found(source: str) -> list[tuple[str, str | None]]:
    return [(text.singular, text.plural) for text in marked_texts.texts_in(source, "a.py")]


PARTS = ("Fires so.", "Why.", "Not ready:", "a = 1", "Ready:", "a = 2", "Source: b.")
DOCSTRING = [f"\n\n    {part}" for part in PARTS]


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ('N_("a")', [("a", None)]),
        ('message("a {b}", b=1)', [("a {b}", None)]),
        ('words.say("a")', [("a", None)]),
        ('plural_message("{n} a", "{n} as", 3)', [("{n} a", "{n} as")]),
        ('plural_message(N_("{n} a"), N_("{n} as"), 3)', [("{n} a", "{n} as"), ("{n} a", None), ("{n} as", None)]),
        ('Cure("id", N_("do it"), minutes=3)', [("do it", None), ("do it", None)]),
        ('rule("A1", "a", title="t", message="m", remedy="r")', [("t", None), ("r", None), ("m", None)]),
        ('rule("A1", "a", message="{n} m", plural="{n} ms")', [("{n} m", "{n} ms")]),
        ('message("a" if x else "b")', [("a", None), ("b", None)]),
        ('PAIR = (N_("{n} a"), N_("{n} as"))', [("{n} a", "{n} as"), ("{n} a", None), ("{n} as", None)]),
        ('PAIR = (N_("yes"), N_("no"))', [("yes", None), ("no", None)]),
        ('message(NAMES[key], n=3); print("a")', []),
        (f'def r():\n    """T.{"".join(DOCSTRING)}"""', [("Fires so.", None), ("Why.", None), ("b.", None)]),
        ('def r():\n    """Return it."""', []),
        ("self.terminal.say(f\"{words.say('a')}\")", [("a", None)]),
    ],
)
def test_a_marked_text_is_found(source: str, texts: list[tuple[str, str | None]]) -> None:
    assert found(source) == texts


def test_a_text_put_together_before_translation_is_refused() -> None:
    with pytest.raises(Untranslatable, match=r"a\.py:2: an f-string cannot be translated"):
        found('x = 1\nmessage(f"hello {name}")')


def test_a_pair_beats_the_single_forms(tmp_path: Path) -> None:
    package = tmp_path / "package"
    package.mkdir()
    (package / "a.py").write_text('plural_message(N_("{n} a"), "{n} as", 3)\n', encoding="utf-8")
    assert Text("{n} a", "{n} as", "package/a.py") in marked_texts.texts_of(package)


def test_a_new_catalogue_waits_for_every_text() -> None:
    catalogue = messages.updated("", "de", [HELLO, DAYS])
    assert messages.faults(catalogue, "de", [HELLO, DAYS]) == [
        "not translated: 'hello {name}'",
        "not translated: ('{n} day', '{n} days')",
    ]


def test_an_update_keeps_translations_and_says_what_is_new() -> None:
    old = messages.updated("", "de", [HELLO]).replace('msgstr ""\n', 'msgstr "hallo {name}"\n', 2)
    old = old.replace('msgid ""\nmsgstr "hallo {name}"', 'msgid ""\nmsgstr ""')
    new = messages.updated(old, "de", [HELLO, DAYS])
    assert 'msgstr "hallo {name}"' in new
    assert messages.faults(new, "de", [HELLO, DAYS]) == ["not translated: ('{n} day', '{n} days')"]


def test_an_update_of_a_current_catalogue_changes_nothing() -> None:
    once = messages.updated("", "de", [HELLO, DAYS])
    assert messages.updated(once, "de", [HELLO, DAYS]) == once


def test_a_text_that_left_the_code_comes_back_with_its_translation() -> None:
    full = translated({HELLO.singular: "hallo {name}"})
    without = messages.updated(full, "de", [])
    assert '#~ msgstr "hallo {name}"' in without
    assert messages.faults(messages.updated(without, "de", [HELLO]), "de", [HELLO]) == []
    assert "hallo" not in messages.updated(without, "de", [], prune=True)


def translated(texts: dict[str, str], extra: str = "") -> str:
    body = "".join(f'msgid "{english}"\n{extra}msgstr "{other}"\n\n' for english, other in texts.items())
    return messages.updated("", "de", []) + body


@pytest.mark.parametrize(
    ("german", "fault"),
    [
        ("hallo", "other parameters than 'hello {name}': name in 'hallo'"),
        ("hallo {nam}", "other parameters than 'hello {name}': nam, name in 'hallo {nam}'"),
        ("hallo {name", "braces do not match (expected '}' before end of string): 'hallo {name'"),
        ("", "not translated: 'hello {name}'"),
    ],
)
def test_a_wrong_translation_is_told(german: str, fault: str) -> None:
    assert messages.faults(translated({HELLO.singular: german}), "de", [HELLO]) == [fault]


def test_a_fuzzy_translation_is_told() -> None:
    catalogue = translated({HELLO.singular: "hallo {name}"}).replace('msgid "hello', '#, fuzzy\nmsgid "hello')
    assert messages.faults(catalogue, "de", [HELLO]) == ["marked fuzzy: 'hello {name}'"]


def test_a_text_the_code_lacks_is_told() -> None:
    assert messages.faults(translated({"gone": "weg"}), "de", []) == ["not in the code any more: 'gone'"]


@pytest.mark.parametrize(
    ("one", "many", "faults"),
    [
        ("{n} Tag", "{n} Tage", []),
        ("ein Tag", "{n} Tage", []),
        ("ein Tag", "viele Tage", ["other parameters than '{n} days': n in 'viele Tage'"]),
    ],
)
def test_the_form_for_one_may_drop_its_number(one: str, many: str, faults: list[str]) -> None:
    catalogue = messages.updated("", "de", []) + (
        f'msgid "{{n}} day"\nmsgid_plural "{{n}} days"\nmsgstr[0] "{one}"\nmsgstr[1] "{many}"\n'
    )
    assert messages.faults(catalogue, "de", [DAYS]) == faults


def test_only_what_is_newer_is_compiled(tmp_path: Path) -> None:
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "rollout_kit.po").write_text(translated({HELLO.singular: "hallo {name}"}), encoding="utf-8")
    assert messages.compile_newer(tmp_path) == [folder / "rollout_kit.mo"]
    assert messages.compile_newer(tmp_path) == []


def test_the_catalogues_of_the_package_are_complete() -> None:
    texts = marked_texts.texts_of(messages.PACKAGE)
    paths = messages.catalogues(messages.LOCALES)
    assert len(texts) > 100
    assert [path.parent.parent.name for path in paths] == ["de"]
    for path in paths:
        assert messages.faults(path.read_text(encoding="utf-8"), path.parent.parent.name, texts) == []


# docs/how-to/add-a-language.md has the words that stand for them.
NOT_TAKEN = re.compile(
    r"\b(Pendenz\w*|Kennw[oö]rt\w*|Benutz(er|ende)\w*|Intensivbetreuung|Durchsicht|Entscheid|Entscheids|Domäne\w*|Runbooks|"
    r"\w*[Vv]ersprochen\w*|Verbesserungsregister|Geschäftszeit\w*|Sonderrecht\w*|Auftraggeber\w*|innert|Präsenzliste\w*|"
    r"zweite Ebene|nachführ\w*|Traktand\w*)\b|(?<!Service )\bDesks?\b|(?<!\()\bPikett\b"
)
STEMS = re.compile(r"^stems = .*$", re.MULTILINE)


def test_german_has_one_word_for_each_thing() -> None:
    german = messages.LOCALES / "de"
    catalogue = read_po(io.BytesIO((german / "LC_MESSAGES" / "rollout_kit.po").read_bytes()))
    said = [text for entry in catalogue if entry.id for text in _forms(entry.string)]
    paths = [*german.glob("*.toml"), *(Path(__file__).parents[1] / "playbooks").glob("*/de/**/*.*")]
    written = [STEMS.sub("", path.read_text(encoding="utf-8")) for path in paths]
    assert len(said) > 1500
    assert len(paths) > 20
    assert [match[0] for text in (*said, *written) for match in NOT_TAKEN.finditer(text)] == []


def _forms(string: object) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string)  # type: ignore[arg-type]
