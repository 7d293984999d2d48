"""Capitalised Ukrainian and Russian names that are those of bodies, ships and papers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from probatum.read.places.tokens import Token
from probatum.read.places.words_cyrillic import Words

_ADJECTIVE = re.compile(r"(?:ому|ого|ій|ої|им|ім|их|ом|ой|ым|ых|ую|ий|ый|е|а|у|ою)$")
_OPENS, _CLOSES = frozenset('«„“"'), frozenset('»“”"')
_INSTITUTIONS = (
    "варт", "лікарн", "шпитал", "школ", "училищ", "ліце", "гімназ", "телеграф", "листк", "листок",
    "больниц", "госпитал", "стран", "гвард", "міліц", "милиц", "місі", "мисси", "наглядач",
    "дружин", "гарнізон", "гарнизон", "обсерватор", "батальйон", "батальон", "дивізі", "дивизи",
    "ескадр", "эскадр", "флот", "комендатур", "прокуратур", "університет", "университет",
    "інститут", "институт", "завод", "фабрик", "комбінат", "комбинат", "монастир", "монастыр",
    "єпархі", "епархи", "архів", "архив", "музей", "музе", "собор",
)  # fmt: skip
_BODY = re.compile(
    r"совет(?:а|у|ом|е|ы|ов)?|рад(?:а|и|і|у|ою)|ком[иі]тет(?:у|а|ом|е|и|ы|ів|ов)?|мисси[яиюей]+|"
    r"місі[яїюєю]+|фонд(?:а|у|ом|е)?|союз(?:а|у|ом|е)?|спілк[аиуо]ю?|штаб(?:а|у|ом|е|і)?|"
    r"лиг[аеуи]|лигой|ліг[аиу]|лігою|лізі|суд(?:у|ом|і|а|е)?|наместник(?:а|у|ом|и)?|"
    r"намісник(?:а|у|ом|и)?|арх[иі]в(?:у|ом|і|е)?|комендатур[аиыуі]|мэри[яюи]|мері[яюї]|"
    r"парламент(?:а|у|ом|е|і)?|сенат(?:а|у|ом|е|і)?|дум(?:а|ы|е|у|и|і)"
)


def is_body(tokens: Sequence[Token], first: int, end: int, words: Words) -> bool:
    """Say whether a capital begins the name of a body: "Берегова варта", "Совет поручителей"."""
    inside = tokens[first:end]
    if len(inside) != 1:
        return False
    if _BODY.fullmatch(inside[0].low):
        return True
    after = tokens[end] if end < len(tokens) else None
    return (
        after is not None and after.joined and not after.capital
        and _ADJECTIVE.search(inside[0].low) is not None
        and after.low.startswith((*words.organisations, *_INSTITUTIONS))
    )  # fmt: skip


def direct_body(tokens: Sequence[Token], first: int, words: Words) -> bool:
    """Say whether the noun of a body stands right before a name: the name ends the body's."""
    if first == 0 or not tokens[first].joined:
        return False
    return tokens[first - 1].low.startswith((*words.organisations, *_INSTITUTIONS))


def is_quoted(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Say whether quotation marks hold a name: of a ship, a paper, a society, hardly of a place."""
    if tokens[first].gap[-1:] not in _OPENS:
        return False
    for at in range(end, min(len(tokens), end + 2)):
        if tokens[at].gap[:1] in _CLOSES:
            return at == end or _ADJECTIVE.search(tokens[first].low) is not None
        if tokens[at].capital or not tokens[at].joined:
            return False
    return False
