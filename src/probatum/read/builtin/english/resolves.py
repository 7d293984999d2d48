"""What a text commits itself to in its own voice: "we will", "the Union will", "is to pay".

Whose text it is may speak of itself by its name: the words of the publisher's name tell.
"""

from __future__ import annotations

import re

from probatum.read.builtin.english.callings import BODIES

_NOT_DOING = (
    r"(?!(?:[a-z]+ly )?(?:be (?:able|seen|remembered|missed|known|needed|hard|said|updated)|"
    r"see(?! (?:them|him|her|it|those)\b)|"
    r"know|always|remember|miss|try|read|believe|understand|need|never forget|not forget|"
    r"live with|like|love|have to)\b)"
)
_NO_PART = (
    r"\b(?:has|have|had) (?:no|nothing) (?:part|role|hand|links?|connection|involvement|"
    r"knowledge of|to do with)\b"
)
_NEVER = re.compile(
    r"\b(?:we|I|our \w+)\b[^,;]{0,30}\bnever\b(?! (?:seen|see|heard|known|felt|forget|forgotten|"
    r"imagined|thought|been so|had))|^(?:none|not (?:one|a single one)) of (?:our|us)\b|"
    rf"{_NO_PART}",
    re.IGNORECASE,
)
_OWNED_UP = re.compile(
    r"(?:we|I) (?:\w+ )?(?:regret|apologi[sz]e|accept|admit|acknowledge|confirm)s?(?: the fact)? "
    r"that\b.*\b(?:our|we|us|my)\b|"
    r"(?:(?:this|that|it) (?:is|was|['’]s) )?(?:entirely |all )?(?:on (?:me|us)|(?:our|my) "
    r"(?:own )?(?:fault|mistake|error|failure|bad|negligence|responsibility))\b|"
    r"(?:this|that|it) (?:is|was) (?:a |an )(?:\w+ )?(?:mistake|error|oversight)"
    r"(?:, for which.*)?$|"
    r"(?:we|I) (?:were|was|got (?:it|that|this)) wrong\b|"
    r"(?:we|I) should(?: not|n['’]t)? have\b|(?:we|I) failed\b",
    re.IGNORECASE | re.DOTALL,
)
_DUE = re.compile(
    r"(?!(?:if|we|i|you|it|this|that|there|nobody|no one|he|she|they|one)\b)[^,;:]{3,90}? "
    r"(?:must|should|ought to|ha(?:s|ve) to|needs? to|(?:is|are) (?:\w+ )?(?:asked|urged|requested|"
    r"advised|warned|called upon) (?:not )?to) (?:now |finally |immediately |at once |"
    r"not )*(?!have\b|be (?:\w+ )?(?:seen|noted|said|remembered|clear|mentioned|enough)\b)"
    r"[a-z]{2,}",
    re.IGNORECASE,
)
_SOON = re.compile(
    r"^(?!if\b|should\b)(?:[^,;]{0,120}, )?[^,;]{0,80}?\b(?:(?:may|must|shall) not|shall|will) "
    r"(?:not |also |now |only )?(?!be (?:updated|able|issued|published here|missed)\b)\w+",
    re.IGNORECASE,
)
_OF_THE_TEXT = re.compile(
    r"\b(?:page|story|update|communication|briefing|bulletin|next report|blog|channel|next post|"
    r"summary|god|history|time|sun|rain|snow)\b",
    re.IGNORECASE,
)
_FEWEST = 6  # words
_DATED = ("DATE", "TIME")


class Resolves:
    """Tells the promises of the text's own voice, by the first person and the publisher's name."""

    def __init__(self, publisher: str | None) -> None:
        names = {
            re.escape(word) for word in re.findall(r"[^\W\d_]{4,}", publisher or "")
            if word[0].isupper()
        }  # fmt: skip
        body = {word.title() for word in BODIES if word in (publisher or "").lower()}
        own = "|".join(sorted(names | body))
        named = f"(?:(?:[Tt]he )?(?:{own})(?: [A-Z]\\w+)?)|" if own else ""
        who = rf"(?:{named}[Ww]e|I|[Oo]ur (?:\w+ )?\w+)"
        will = rf"(?:['’]ll| will| shall| (?:is|are|am) to| undertakes? to) {_NOT_DOING}"
        self._pledge = re.compile(rf"(?:[^,;:]{{1,90}}, )?(?:and |but |so |yes, )?{who}{will}\w")
        self._joined = re.compile(rf",? (?:and|but|so) (?={who}{will}\w)")

    def promised(self, words: str) -> bool:
        """Say whether a sentence promises something in the text's own voice."""
        return self._pledge.match(words) is not None

    def joined(self, words: str) -> tuple[int, int] | None:
        """Return where a first clause ends and a promise joined to it begins."""
        found = self._joined.search(words)
        if found is None or len(words[: found.start()].split()) < _FEWEST:
            return None
        if words[:3].lower() in ("if ", "unt", "whe", "as "):
            return None
        return found.span()


def due(words: str) -> bool:
    """Say whether a sentence says what somebody must do or leave: it calls for it."""
    return _DUE.match(words) is not None


def announced(words: str, entities: set[str]) -> bool:
    """Say whether a sentence announces what will be done or may not be done, with its day."""
    if not entities & set(_DATED) or _OF_THE_TEXT.search(words):
        return False
    return _SOON.match(words) is not None


def disowned(words: str) -> bool:
    """Say whether the text denies a part of its own, whatever others say."""
    return _NEVER.search(words) is not None


def has_no_part(words: str) -> bool:
    """Say whether somebody "has no part" or "nothing to do with" it."""
    return re.search(_NO_PART, words, re.IGNORECASE) is not None


def owned_up(words: str) -> bool:
    """Say whether the text owns up to something its own side did."""
    return _OWNED_UP.match(words) is not None
