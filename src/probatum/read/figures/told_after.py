"""Who gave the figures of the sentences before: "Об этом сообщила прокуратура."."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.figures.lexicon import FigureWords
from probatum.read.figures.naming import name_before, name_behind
from probatum.read.found import Mark
from probatum.read.tokens import Token

_FAR = 8
_OF_THIS = (["об", "этом"], ["о", "чем"], ["про", "це"], ["про", "що"], ["о", "случившемся"])


def told_after(read: Sequence[Token], words: FigureWords, dates: Sequence[Mark]) -> Mark | None:
    """Return the words that name who told what the sentences before say; it begins "of this"."""
    if [token.word for token in read[:2]] not in _OF_THIS:
        return None
    for at in range(2, min(len(read), _FAR)):
        if (found := words.says.at(read, at)) is not None:
            named = name_behind(read, found[1], len(read), words, dates)
            named = named or name_before(read, 2, at, words, dates)
            return None if named is None else Mark(read[named[0]].start, read[named[1] - 1].end)
    return None
