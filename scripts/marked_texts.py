"""Find the texts that the code marks for translation.

Marked are `N_("…")`, the first argument of `message` and `say`, both of `plural_message`, the text of a `Cure`, and the
texts of a `rule`, those of its docstring too. Two texts beside each other in a tuple that both count `{n}` are the two
forms of one text.
"""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rollout_kit.report.explain import NOT_READY, page_in

RULE_TEXTS = ("title", "remedy")  # `message` and `plural` of a rule belong together and are taken as a pair


@dataclass(frozen=True, slots=True)
class Text:
    """An English text of the code; `plural` where it has two forms."""

    singular: str
    plural: str | None
    file: str

    @property
    def key(self) -> str | tuple[str, str]:
        """The id by which Babel knows it."""
        return self.singular if self.plural is None else (self.singular, self.plural)


class Untranslatable(Exception):
    """A text is put together before it is translated."""


def texts_of(package: Path) -> list[Text]:
    """Return the texts of all modules, each once, by module and in order of appearance.

    A pair beats a single, and its plural needs no entry of its own.
    """
    found: dict[str, Text] = {}
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package.parent).as_posix()
        for text in texts_in(path.read_text(encoding="utf-8"), name):
            known = found.get(text.singular)
            if known is None or (known.plural is None and text.plural is not None):
                found[text.singular] = text if known is None else Text(text.singular, text.plural, known.file)
    plurals = {text.plural for text in found.values()}
    return [text for text in found.values() if text.plural is not None or text.singular not in plurals]


def texts_in(source: str, file: str) -> Iterator[Text]:
    """Yield the marked texts of one module in order of appearance, a text as often as it is marked.

    Raises:
        Untranslatable: a marked text is an f-string.
    """
    nodes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call | ast.Tuple | ast.FunctionDef)]
    for node in sorted(nodes, key=lambda node: (node.lineno, node.col_offset)):
        try:
            pairs = list(_pairs(node))
        except Untranslatable as error:
            raise Untranslatable(
                f"{file}:{node.lineno}: an f-string cannot be translated; name its parameters"
            ) from error
        for singular, plural in pairs:
            yield Text(singular, plural, file)


def _pairs(node: ast.Call | ast.Tuple | ast.FunctionDef) -> Iterator[tuple[str, str | None]]:
    if isinstance(node, ast.Tuple):
        yield from _tuple_pair(node)
        return
    if isinstance(node, ast.FunctionDef):
        yield from _of_docstring(node)
        return
    match _name(node.func):
        case "N_" | "message" | "say":
            yield from _singles(node.args[:1])
        case "plural_message":
            yield from _pair(node.args[:2])
        case "Cure":
            yield from _singles([*node.args[1:2], *_keywords(node, ("text",))])
        case "rule":
            yield from _singles(_keywords(node, RULE_TEXTS))
            yield from _pair(_keywords(node, ("message", "plural")))


def _of_docstring(node: ast.FunctionDef) -> Iterator[tuple[str, str | None]]:
    """What the docstring of a rule says beside its title and its examples."""
    documentation = ast.get_docstring(node) or ""
    if f"\n{NOT_READY}" in documentation:
        yield from ((text, None) for text in page_in(documentation, node.name).texts)


def _tuple_pair(node: ast.Tuple) -> Iterator[tuple[str, str | None]]:
    """Two marked texts side by side that both count `{n}` are the two forms of one text."""
    calls = [item for item in node.elts if isinstance(item, ast.Call) and _name(item.func) == "N_"]
    literals = [text for call in calls for text in _literals(call.args[0])]
    if len(node.elts) == len(literals) == 2 and all("{n}" in text for text in literals):
        yield literals[0], literals[1]


def _pair(arguments: Sequence[ast.expr]) -> Iterator[tuple[str, str | None]]:
    forms = [_literals(argument) for argument in arguments]
    if len(forms) == 2 and len(forms[0]) == len(forms[1]) == 1:
        yield forms[0][0], forms[1][0]
    else:
        yield from _singles(arguments)


def _singles(arguments: Sequence[ast.expr]) -> Iterator[tuple[str, str | None]]:
    for argument in arguments:
        for text in _literals(argument):
            yield text, None


def _literals(node: ast.expr) -> list[str]:
    """Return the texts an argument can be; a variable gives none, since it was marked where it was made."""
    match node:
        case ast.Constant(value=str(text)) if text:
            return [text]
        case ast.IfExp():
            return [*_literals(node.body), *_literals(node.orelse)]
        case ast.Call() if _name(node.func) == "N_":
            return _literals(node.args[0])
        case ast.JoinedStr():
            raise Untranslatable
        case _:
            return []


def _keywords(node: ast.Call, names: Sequence[str]) -> list[ast.expr]:
    given = {keyword.arg: keyword.value for keyword in node.keywords}
    return [given[name] for name in names if name in given]


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        # `terminal.say` prints what is worded already.
        return "" if _name(function.value) == "terminal" else function.attr
    return function.id if isinstance(function, ast.Name) else ""
