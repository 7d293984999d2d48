"""A reading on a terminal: in the order of the text, each suggestion under its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from probatum.cli.statements import paragraph
from probatum.cli.wording import facts, many, shown

if TYPE_CHECKING:
    # By module: other rooms have a Line of their own.
    from probatum.acts import suggested
    from probatum.read.contract import Reading

_LANGUAGES = {"en": "English", "uk": "Ukrainian", "ru": "Russian", "ar": "Arabic",
              "und": "not known"}  # fmt: skip


def page(text: str, reading: Reading, rejected: Mapping[str, int], encoding: str) -> str:
    """Return a whole reading."""
    from probatum.acts.suggested import LABEL, hidden_characters, lines

    known = [
        ("Language", _LANGUAGES.get(reading.language, reading.language)),
        ("Published", shown(reading.published or "unknown: give it with --published")),
        ("Publisher", shown(reading.publisher or "unknown: give it with --publisher")),
    ]
    if encoding:
        known.append(("Encoding", shown(encoding)))
    hidden = hidden_characters(text)
    if hidden:
        said = ", ".join(f"{code} {count}x" for code, count in sorted(hidden.items()))
        known.append(("Unseen", f"characters that nobody sees, kept as they are: {said}"))
    found = lines(reading)
    parts = [LABEL, "", facts(known)]
    standing = sorted((line for line in found if line.start >= 0), key=lambda line: line.start)
    at = 0
    for start, end in _paragraphs(text):
        first = at
        while at < len(standing) and standing[at].start < end:
            at += 1
        if at > first:
            parts += ["", paragraph(text[start:end], "  "), ""]
            parts += [row for line in standing[first:at] for row in suggestion(line)]
    outside = [line for line in found if line.start < 0]
    if outside:
        parts += ["", "In no one place of the text", ""]
        parts += [row for line in outside for row in suggestion(line)]
    if not found:
        parts += ["", "Nothing found that this reader looks for."]
    parts += ["", f"{many(len(found), 'suggestion')}. {LABEL}", *rejections(rejected)]
    return "\n".join(parts)


def suggestion(line: suggested.Line, indent: str = "    ") -> list[str]:
    """Return one suggestion: what it says, its words, its facts."""
    rows = [paragraph(f"{line.id}  {line.kind}: {line.says}", indent)]
    if line.words:
        rows.append(paragraph(f'"{line.words}"', indent + "    "))
    if line.facts:
        rows.append(paragraph("; ".join(line.facts), indent + "    "))
    return rows


def rejections(rejected: Mapping[str, int]) -> list[str]:
    """Return what an extractor gave and nobody took, by reason."""
    total = sum(rejected.values())
    if not total:
        return []
    reasons = ", ".join(f"{why} ({count})" for why, count in sorted(rejected.items()))
    return [f"{many(total, 'suggestion')} not taken: {reasons}."]


def _paragraphs(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        found.append((start, start + len(line)))
        start += len(line)
    return found
