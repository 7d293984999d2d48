"""Lines that were broken to fit a page, made whole again without moving a character.

Mail, PDF and many text files break a paragraph into lines of one width. Read line by line, "at
least" at the end of one and "7 civilians" on the next become exactly seven. A break becomes as many
spaces as it has characters, so that every offset stays what it was.
"""

from __future__ import annotations

import re

WIDEST = 120
"""No page is broken into longer lines; a text with longer ones has a paragraph on each."""
_FEWEST = 2
_NARROWEST = 30
_SHARE = 0.6
_MARK = re.compile(
    r"[ \t]*(?:[-*•●▪→][ \t]|[0-9]{1,2}(?:[.)][ \t]|/)|[0-9]{1,2}:[0-9]{2}[ \t]?[-:–—])"
)
"""What begins a line of a list: a sign, a number, an hour with a colon or dash."""
_BREAK = re.compile(r"(?<=[^\r\n])(\r\n|\r|\n)(?=[^\r\n])")


def unwrapped(text: str) -> str:
    r"""Return the text with its breaks inside paragraphs as spaces; unchanged if it has none.

    A break was made to fit if the first word of the next line had no room on the line before it
    and does not begin a line of a list.
    The text counts as broken if most of its single breaks are of that kind.

    >>> page = "Shelling on Friday killed at least\n7 civilians in Dorna, a town of\nsix thousand."
    >>> unwrapped(page).count("\n")
    0
    >>> unwrapped("Friday\nWe fled.\nThree stayed.") == "Friday\nWe fled.\nThree stayed."
    True
    """
    breaks = list(_BREAK.finditer(text))
    if len(breaks) < _FEWEST:
        return text
    lines = [_around(text, each) for each in breaks]
    lengths = sorted(length for length, _ in lines)
    width = lengths[(len(lengths) * 95) // 100]
    if not _NARROWEST <= width <= WIDEST or lengths[-1] > 2 * WIDEST:
        return text
    fitted = [each for each, (length, word) in zip(breaks, lines, strict=True)
              if length + 1 + word > width and not _MARK.match(text, each.end())]  # fmt: skip
    if len(fitted) < _FEWEST or len(fitted) < _SHARE * len(breaks):
        return text
    made, last = [], 0
    for each in fitted:
        made += [text[last : each.start()], " " * (each.end() - each.start())]
        last = each.end()
    return "".join([*made, text[last:]])


def _around(text: str, found: re.Match[str]) -> tuple[int, int]:
    """Return how long the line before a break is, and the first word after it."""
    start = max(text.rfind("\n", 0, found.start()), text.rfind("\r", 0, found.start())) + 1
    after = re.match(r"[ \t]*(\S*)", text[found.end() : found.end() + 80])
    return found.start() - start, len(after[1]) if after else 0
