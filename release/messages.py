"""The words of the desk: find them in its sources, and bring its translations up to date.

python release/messages.py    rewrite locale/*/LC_MESSAGES/django.po and say what lacks

For developers: it needs Django and Babel. What is compiled for users needs neither
(release/compile_messages.py).
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from error_parts import error_parts, with_places

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src" / "probatum"
DESK = SOURCES / "desk"
LOCALE = DESK / "locale"
# What each function of django.utils.translation is given: context, one, many.
TAKES = {
    "gettext": "1", "gettext_lazy": "1", "gettext_noop": "1", "ngettext": "1n",
    "ngettext_lazy": "1n", "pgettext": "c1", "pgettext_lazy": "c1", "npgettext": "c1n",
    "npgettext_lazy": "c1n",
}  # fmt: skip
# As in GNU gettext's manual and Unicode's rules; Babel's own for Arabic takes 11 for 100.
PLURALS = {
    "uk": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
    "n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : "
    "n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
}
NAMES = {"uk": "Ukrainian", "ar": "Arabic"}
SHAPES_HEAD = '''\
"""Parts of errors in which something is filled in; written by release/messages.py."""

SHAPES = ('''
HEAD = """\
# {name} translation of Probatum's desk. Licence: Apache-2.0, as the rest.
# Written with care for the words of human rights documentation, but not yet reviewed by people of
# the profession whose first language it is: corrections are welcome (docs/languages.md)."""
# Beside ``record``: modules of other rooms that say something in the language of whoever looks.
_SPEAKING = (
    "acts/case_file.py", "acts/case_file_content.py",
    "acts/check_lists.py", "acts/contradictions.py", "count/sentences.py",
    "disclose/case_file_page.py", "link/lists/cells.py", "link/lists/report.py",
    "model/captions.py", "model/tongue.py", "preserve/check_entries.py",
    "preserve/check_erasures.py", "preserve/check_folder.py", "preserve/check_keys.py",
    "preserve/check_log.py", "preserve/check_outside.py", "preserve/check_vault.py",
)  # fmt: skip
_CALL = re.compile(r"(?<![\w.])(n?p?gettext|_)\(")
_LITERAL = re.compile(r"""\s*[uU]?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\s*,?""", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Words:
    """One thing to translate; ``many`` where it has a plural, ``context`` where one word is two."""

    one: str
    many: str = ""
    context: str = ""
    file: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What a catalogue finds it by."""
        return (self.context, self.one)


def found() -> list[Words]:
    """Return everything the desk says, in the order of its files; the same words once each."""
    return [
        *(words for path in sorted(DESK.rglob("*.py")) for words in of_python(path)),
        *(words for path in sorted(_templates()) for words in of_template(path)),
        *of_records(),
        *of_rows(),
        *of_vocabularies(),
        *of_errors(),
    ]


def of_python(path: Path) -> Iterator[Words]:
    """Yield the words of a module, also where it imports the functions under other names."""
    tree = ast.parse(path.read_text("utf-8"))
    names = {
        alias.asname or alias.name: TAKES[alias.name]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
        if alias.name in TAKES
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            shape = names.get(node.func.id)
            given = [a.value for a in node.args if isinstance(a, ast.Constant)]
            texts = [text for text in given if isinstance(text, str)]
            if shape and len(texts) >= len(shape):
                yield _words(shape, texts, path)


def of_template(path: Path) -> Iterator[Words]:
    """Yield the words of a template: tags, blocks, and ``_("...")`` inside other tags."""
    from django.utils.translation.template import templatize

    code = templatize(path.read_text("utf-8"))
    for call in _CALL.finditer(code):
        name = "gettext" if call[1] == "_" else call[1]
        shape, texts, at = TAKES[name], list[str](), call.end()
        while len(texts) < len(shape) and (literal := _LITERAL.match(code, at)):
            texts.append(ast.literal_eval(literal[1]))
            at = literal.end()
        if len(texts) == len(shape):
            yield _words(shape, texts, path)


def of_records() -> Iterator[Words]:
    """Yield the sentences in which records are put into words (``probatum.model.tongue``)."""
    takes = {"say": "1", "later": "1", "say_many": "1n", "_told": "1"}
    others = (SOURCES / name for name in _SPEAKING)
    for path in sorted([*(SOURCES / "record").rglob("*.py"), *others]):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in takes:
                shape = takes[node.func.id]  # type: ignore[attr-defined]
                given = [a.value for a in node.args if isinstance(a, ast.Constant)]
                texts = [text for text in given if isinstance(text, str)]
                if len(texts) >= len(shape):
                    yield _words(shape, texts, path)


def of_rows() -> Iterator[Words]:
    """Yield what the codes of a victim list's rows mean."""
    from probatum.link.lists.troubles import CODES

    for meaning in CODES.values():
        for words in (meaning.said, meaning.kept):
            yield Words(words, file="link/lists/troubles.py")


def of_vocabularies() -> Iterator[Words]:
    """Yield what terms mean, and labels that bring no translation of their own."""
    from probatum.model.vocab import names, vocabulary

    for name in names():
        for term in vocabulary(name).terms:
            if not {"uk", "ar"} <= set(term.labels):
                yield Words(term.label, file=f"model/vocab/{name}.json")
            if term.definition:
                yield Words(term.definition, file=f"model/vocab/{name}.json")


def _templates() -> Iterator[Path]:
    for path in (DESK / "templates").rglob("*"):
        # The guide to the look is for developers and never served.
        if path.suffix in (".html", ".txt") and path.name != "style_guide.html":
            yield path


def _words(shape: str, texts: list[str], path: Path) -> Words:
    by = dict(zip(shape, texts, strict=False))
    return Words(by["1"], by.get("n", ""), by.get("c", ""), path.relative_to(SOURCES).as_posix())


def of_errors() -> Iterator[Words]:
    """Yield what the codes of errors mean, and the parts of errors that are known beforehand."""
    from probatum.errors import CODES

    for text in (*CODES.values(), *error_parts(SOURCES)):
        yield Words(text, file="errors.py")


def write_shapes() -> None:
    """Write the parts of errors in which something is filled in, as ``desk/told.py`` needs them."""
    lines = [f"    {json.dumps(each, ensure_ascii=False)}," for each in with_places(SOURCES)]
    (DESK / "error_shapes.py").write_text("\n".join([SHAPES_HEAD, *lines, ")", ""]), "utf-8")


def brought_up_to_date(language: str, words: list[Words]) -> tuple[int, int]:
    """Rewrite a language's catalogue; return how many messages it has and how many are empty.

    What is translated stays, what nobody says any more goes; nothing is guessed.
    """
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po, write_po

    path = LOCALE / language / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    old = Catalog(locale=language)
    if path.is_file():
        with path.open("rb") as file:
            old = read_po(file, locale=language)
    now = datetime.now(UTC)
    new = Catalog(
        locale=language, project="Probatum", version="desk",
        msgid_bugs_address="see SECURITY.md and CONTRIBUTING.md",
        creation_date=old.creation_date or now,
        revision_date=old.revision_date if isinstance(old.revision_date, datetime) else now,
        header_comment=HEAD.format(name=NAMES[language]), last_translator="Probatum",
        language_team=NAMES[language], fuzzy=False,
    )  # fmt: skip
    new.mime_headers = [("Plural-Forms", PLURALS[language])]
    places: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for each in words:
        places.setdefault(each.key, []).append((each.file, 0))
    plurals = {each.key: each.many for each in words if each.many}
    empty = 0
    for (context, one), where in places.items():
        many = plurals.get((context, one))
        known = old.get(one, context or None)
        said = known.string if known is not None and bool(many) == bool(known.pluralizable) else ""
        if not all(said if isinstance(said, (list, tuple)) else [said]):
            said, empty = "", empty + 1
        new.add(
            (one, many) if many else one, said or None, locations=sorted(set(where)),
            context=context or None,
        )  # fmt: skip
    with path.open("wb") as file:
        write_po(file, new, width=100, include_lineno=False, omit_header=False)
    return len(places), empty


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "src"))
    write_shapes()
    everything = found()
    for each_language in NAMES:
        count, without = brought_up_to_date(each_language, everything)
        print(f"{each_language}: {count} messages, {without} without a translation")
