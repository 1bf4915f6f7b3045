"""Keep the gettext catalogues in step with the texts of the code.

    messages.py            write new texts into every catalogue, compile it, and say what waits for a translator
    messages.py --check    change nothing; exit 1 where a catalogue is stale, incomplete or speaks of other parameters
    messages.py --compile  compile the catalogues that are newer than their compiled form

English is the source language and has no catalogue: its texts are the keys. A text that has left the code stays in the
catalogue as obsolete, since the next one is often the same sentence with a word changed; `--prune` drops those.
"""

import argparse
import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from string import Formatter

from marked_texts import Text, Untranslatable, texts_of

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "rollout_kit"
LOCALES = PACKAGE / "locales"
DOMAIN = "rollout_kit"
LINE_WIDTH = 110


def main(arguments: Sequence[str]) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing, exit 1 where something is amiss")
    parser.add_argument("--compile", action="store_true", help="only compile what is newer than its compiled form")
    parser.add_argument("--prune", action="store_true", help="drop obsolete texts")
    options = parser.parse_args(arguments)
    if options.compile:
        compile_newer(LOCALES)
        return 0
    try:
        texts = texts_of(PACKAGE)
    except Untranslatable as error:
        print(error, file=sys.stderr)
        return 1
    return _check(texts) if options.check else _write(texts, prune=options.prune)


def _check(texts: Sequence[Text]) -> int:
    found = 0
    for path in catalogues(LOCALES):
        for fault in faults(path.read_text(encoding="utf-8"), _tag(path), texts):
            print(f"{path.relative_to(ROOT)}: {fault}", file=sys.stderr)
            found += 1
    if found:
        print(f"{found} to mend; `make messages` writes new texts into the catalogues", file=sys.stderr)
    return 1 if found or not catalogues(LOCALES) else 0


def _write(texts: Sequence[Text], *, prune: bool) -> int:
    for path in catalogues(LOCALES):
        path.write_text(updated(path.read_text(encoding="utf-8"), _tag(path), texts, prune=prune), encoding="utf-8")
        waiting = len(faults(path.read_text(encoding="utf-8"), _tag(path), texts))
        print(f"{path.relative_to(ROOT)}: {len(texts)} texts, {waiting} to translate or mend")
    compile_newer(LOCALES)
    return 0


def _tag(path: Path) -> str:
    return path.parent.parent.name


def updated(old: str, tag: str, texts: Sequence[Text], *, prune: bool = False) -> str:
    """Return the catalogue `old` (a .po file's text, empty for a new one) with exactly these texts.

    Translations are kept; one that had become obsolete comes back with its text.
    """
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po, write_po

    before = read_po(io.StringIO(old), locale=tag)
    new = Catalog(locale=tag, domain=DOMAIN)
    for text in texts:
        known = before.get(text.singular) or before.obsolete.get(text.singular)
        is_same = known is not None and known.id == text.key
        kept = known.string if known is not None and is_same else None
        flags = sorted(known.flags - {"python-brace-format", "python-format"}) if known and is_same else ()
        new.add(
            text.key,
            kept,
            locations=[(text.file, None)],
            flags=flags,
            user_comments=known.user_comments if known else (),
        )
    if not prune:
        left = [*before.obsolete.values(), *(entry for entry in before if entry.id)]
        new.obsolete.update((entry.id, entry) for entry in left if entry.id not in new and any(_forms(entry.string)))
    body = io.BytesIO()
    write_po(body, new, width=LINE_WIDTH, omit_header=True, include_lineno=False)
    return _header(tag, new.plural_forms) + _without_format_flags(body.getvalue().decode())


def _header(tag: str, plural_forms: str) -> str:
    # Without dates: the same texts make the same file.
    return (
        f'msgid ""\nmsgstr ""\n"Language: {tag}\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {plural_forms};\\n"\n\n'
    ).replace(";;", ";")


def _without_format_flags(body: str) -> str:
    lines = body.splitlines(keepends=True)
    return "".join(line for line in lines if line.strip() not in {"#, python-brace-format", "#, python-format"})


def faults(catalogue: str, tag: str, texts: Sequence[Text]) -> list[str]:
    """Return what is wrong with a catalogue, one line each; empty when it is complete and fits the code."""
    from babel.messages.pofile import read_po

    entries = read_po(io.StringIO(catalogue), locale=tag)
    wanted = {text.singular: text for text in texts}
    found = [
        f"not in the code any more: {entry.id!r}" for entry in entries if entry.id and _first(entry.id) not in wanted
    ]
    for text in texts:
        entry = entries.get(text.singular)
        if entry is None or entry.id != text.key:
            found.append(f"not in the catalogue: {text.key!r}")
        elif entry.fuzzy:
            found.append(f"marked fuzzy: {text.key!r}")
        elif not all(_forms(entry.string)):
            found.append(f"not translated: {text.key!r}")
        else:
            found.extend(_parameter_faults(text, _forms(entry.string)))
    return found


def _parameter_faults(text: Text, forms: Sequence[str]) -> Iterator[str]:
    for index, form in enumerate(forms):
        english = text.singular if index == 0 or text.plural is None else text.plural
        try:
            wanted, given = parameters(english), parameters(form)
        except ValueError as error:
            yield f"braces do not match ({error}): {form!r}"
            continue
        if index == 0 and text.plural is not None:
            # The form for one may say "a person" where English says "{n} person", or the other way round.
            wanted, given = wanted - {"n"}, given - {"n"}
        if wanted != given:
            yield f"other parameters than {english!r}: {', '.join(sorted(wanted ^ given))} in {form!r}"


def parameters(text: str) -> set[str]:
    """Return the names in braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _forms(string: object) -> Sequence[str]:
    return tuple(string) if isinstance(string, tuple | list) else (str(string or ""),)


def _first(id: object) -> str:
    return str(id[0]) if isinstance(id, tuple | list) else str(id)


def compile_newer(locales: Path) -> list[Path]:
    """Compile each catalogue that is newer than its compiled form; return those."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    done = []
    for source in catalogues(locales):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime_ns < source.stat().st_mtime_ns:
            with source.open("rb") as text:
                entries = read_po(text)
            part = target.with_suffix(".part")
            with part.open("wb") as binary:
                write_mo(binary, entries)
            part.replace(target)  # a test that runs meanwhile sees the old one or the new one
            done.append(target)
    return done


def catalogues(locales: Path) -> list[Path]:
    """Return the catalogues, ordered by language."""
    return sorted(locales.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
