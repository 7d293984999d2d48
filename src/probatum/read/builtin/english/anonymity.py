"""Sources whom the text declines to name, and the words by which it says so."""

from __future__ import annotations

import re

_ANONYMOUS = re.compile(
    r"\b(?:on|under) (?:the )?condition (?:of anonymity|that (?:he|she|they) (?:not )?be|"
    r"that (?:his|her|their) (?:full )?(?:names?|identit\w+))|"
    r"\banonym|\bnot (?:to )?be (?:named|identified|quoted by name)|\bunnamed\b|"
    r"\bunidentified\b|"
    r"\b(?:declined|refused|asked|requested|wish(?:ed)?|want(?:ed)?) (?:not )?to be "
    r"(?:named|identified)|"
    r"\bwithh(?:eld|old\w*) (?:his|her|their) names?|\bnames? (?:be|is|are|has been|have been|"
    r"was|were|being) withheld|"
    r"\bnot authori[sz]ed to (?:speak|talk|brief|discuss)|"
    r"^(?:not )?to (?:be (?:named|identified)|remain anonymous)|^that (?:his|her|their) names? |"
    r"\b(?:did not|would not|does not|declined to|refused to|without) "
    r"(?:want to |wish to )?giv(?:e|ing) (?:his|her|their|a) (?:full |real )?names?\b|"
    r"\b(?:asked|requested) that (?:his|her|their) (?:full |real )?(?:names?|identit\w+)",
    re.IGNORECASE,
)
NAMELESS_SOURCES = frozenset({"source", "sources", "insider", "insiders"})


def says_anonymous(words: str) -> bool:
    """Say whether the words state that a source does not want to be named."""
    return bool(_ANONYMOUS.search(words.split(" citing ", 1)[0]))
