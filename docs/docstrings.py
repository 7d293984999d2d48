"""Docstrings are plain text for a reader of the code; this turns them into markup for the page.

Nothing in a docstring is taken as markup except backticks: text becomes paragraphs, and whatever
is laid out by hand (indented, a list, an example at a prompt) is shown as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

LAID_OUT = re.compile(r"\s|>>>|[-*] |[0-9]+[.)] |[a-z0-9_, ]+  +\S")
CODE = re.compile(r"``(.+?)``|`([^`]+)`", re.DOTALL)
SPECIAL = re.compile(r"([\\*_|`:<>\[\]])")


def paragraphs(lines: Sequence[str]) -> Iterator[list[str]]:
    """Split ``lines`` at blank ones."""
    gathered: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            gathered.append(line.rstrip())
        elif gathered:
            yield gathered
            gathered = []


def escaped(text: str) -> str:
    """``text`` as one paragraph: code between backticks stays code, the rest is only text."""
    parts, end = [], 0
    for code in CODE.finditer(text):
        parts.append(SPECIAL.sub(r"\\\1", text[end : code.start()]))
        inner = " ".join((code[1] or code[2]).split())
        # An escaped space on both sides: markup may touch a bracket or a letter.
        parts.append(f"\\ ``{inner}``\\ ")
        end = code.end()
    parts.append(SPECIAL.sub(r"\\\1", text[end:]))
    return "".join(parts)


def as_rst(lines: Sequence[str]) -> list[str]:
    """The lines of a docstring as reStructuredText that always parses."""
    out: list[str] = []
    for block in paragraphs(lines):
        if any(LAID_OUT.match(line) for line in block):
            language = "pycon" if any(line.lstrip().startswith(">>>") for line in block) else "text"
            out += [f".. code-block:: {language}", "", *("   " + line for line in block), ""]
        else:
            out += [escaped(" ".join(block)), ""]
    return out
