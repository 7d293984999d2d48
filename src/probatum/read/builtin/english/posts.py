"""Whether a text is a post: written for a channel, a thread or a group, not for a newspaper."""

from __future__ import annotations

import re

_SIGN = re.compile("[\u2600-\u27bf\u2b00-\u2bff\u203c\u2049\U0001f000-\U0001faff]")
_LOUD = re.compile(
    r"[!?]{2,}|\bPS\b|\bP\.S\.|\bUPD\b|(?<!\w)#\w{3,}|"
    r"(?:^|\n)\(?\d{1,2}/\d{0,2}\)? "
)
_STRESSED = re.compile(
    r"\b(?:NOT|NEVER|FINE|STOP|DON['’]?T|PLEASE|EDIT|THREAD|FAKE|TRUE|LIES?|EVERYONE|VERY)\b"
)
_SLANG = re.compile(
    r"\b(?:pls|plz|ppl|abt|btw|imo|idk|omg|dont|cant|wont|didnt|isnt|theres|gonna|gotta|wanna|u|ur|"
    r"thx|tbh|lol|wtf|cos|bc|w/)\b"
)
_LINE = re.compile(r"^[^\w\n]{0,4}(\w)", re.MULTILINE)
_FEWEST = 2
_TOP = 20_000


def is_post(text: str) -> bool:
    """Say whether a text has signs, slang or small letters where a newspaper has none."""
    top = text[:_TOP]
    if _SIGN.search(top) or _STRESSED.search(top):
        return True
    marks = len(_LOUD.findall(top)) + len(_SLANG.findall(top))
    firsts = [one[1] for one in _LINE.finditer(top)]
    small = sum(letter.islower() for letter in firsts)
    return marks >= _FEWEST or (small > 1 and small * 2 >= len(firsts))
