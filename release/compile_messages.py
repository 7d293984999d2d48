"""Compile the translations of the desk: each django.po becomes the django.mo beside it.

python release/compile_messages.py [FOLDER]    FOLDER: where the languages lie

Standard library only: it runs wherever the package is built or set up, without GNU gettext. The
format is that of GNU gettext's manual, "The Format of GNU MO Files"; tests/desk/test_languages.py
reads what it writes with Python's own gettext and compares it with Babel's.
"""

from __future__ import annotations

import ast
import struct
import sys
from pathlib import Path

LOCALE = Path(__file__).resolve().parent.parent / "src/probatum/desk/locale"
_MAGIC = 0x950412DE
_HEAD = struct.Struct("<7I")
_AT = struct.Struct("<2I")


def messages_of(text: str) -> dict[str, str]:
    """Return msgid -> msgstr as a .mo file spells them; untranslated and fuzzy ones are left out.

    A context goes before the msgid with U+0004 between, plural forms are joined by U+0000.

    Raises ValueError, with the line, for what is no catalogue.
    """
    found: dict[str, str] = {}
    parts: dict[str, str] = {}
    fuzzy, into = False, ""
    for number, line in enumerate([*text.splitlines(), ""], 1):
        line = line.strip()
        if line.startswith("#"):
            fuzzy = fuzzy or (line.startswith("#,") and "fuzzy" in line)
        elif line.startswith('"') and into:
            parts[into] += _literal(line, number)
        elif not line:
            _add(parts, found, fuzzy=fuzzy)
            parts, fuzzy, into = {}, False, ""
        else:
            into, _, literal = line.partition(" ")
            if not into.startswith("msg") or into in parts:
                raise ValueError(f"line {number}: not a part of a message")
            parts[into] = _literal(literal.strip(), number)
    return found


def compiled(text: str) -> bytes:
    """Return a catalogue as a .mo file."""
    found = sorted((one.encode(), said.encode()) for one, said in messages_of(text).items())
    ids_at = _HEAD.size
    texts_at = ids_at + _AT.size * len(found)
    at = texts_at + _AT.size * len(found)
    tables, data = [b"", b""], b""
    for side in (0, 1):
        for pair in found:
            tables[side] += _AT.pack(len(pair[side]), at + len(data))
            data += pair[side] + b"\0"
    # The table of hashes is left out: readers that miss it search by halves.
    head = _HEAD.pack(_MAGIC, 0, len(found), ids_at, texts_at, 0, at)
    return head + tables[0] + tables[1] + data


def compile_all(locale: Path) -> list[Path]:
    """Write the .mo of every .po in a folder of languages; return those that were out of date."""
    written = []
    for source in sorted(locale.glob("*/LC_MESSAGES/django.po")):
        try:
            wanted = compiled(source.read_text("utf-8"))
        except ValueError as error:
            raise SystemExit(f"{source}: {error}") from error
        made = source.with_suffix(".mo")
        if not made.is_file() or made.read_bytes() != wanted:
            half = made.with_suffix(".mo.new")
            half.write_bytes(wanted)
            half.replace(made)
            written.append(made)
    return written


def _literal(text: str, number: int) -> str:
    if len(text) < 2 or text[0] != '"' or text[-1] != '"':
        raise ValueError(f"line {number}: no text in quotation marks")
    try:
        return str(ast.literal_eval(text))
    except SyntaxError as error:
        raise ValueError(f"line {number}: {error.msg}") from error


def _add(parts: dict[str, str], found: dict[str, str], *, fuzzy: bool) -> None:
    if "msgid" not in parts:
        return
    one = parts["msgid"]
    forms = [said for name, said in sorted(parts.items()) if name.startswith("msgstr")]
    if not all(forms) or not forms or (fuzzy and one):
        return
    key = one if "msgctxt" not in parts else f"{parts['msgctxt']}\x04{one}"
    if "msgid_plural" in parts:
        key += "\0" + parts["msgid_plural"]
    found[key] = "\0".join(forms)


if __name__ == "__main__":
    compile_all(Path(sys.argv[1]) if len(sys.argv) > 1 else LOCALE)
