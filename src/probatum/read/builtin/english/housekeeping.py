"""Sentences of a release or statement that tell of the text and of its making, not of the event.

How a report was made and where it can be had, when the press is received, who gives the statement,
whose name is withheld: a careful reader takes none of these for an assertion.
"""

from __future__ import annotations

import re

_MAKERS = (
    r"(?:(?:[Tt]he |[Oo]ur |[Ii]ts |[Tt]hese |[Ff]ield |[Ll]egal |[A-Z]\w+ )*(?:researchers?|"
    r"monitors?|investigators?|observers?|(?:field |legal )?(?:staff|officers?|teams?)|experts?|"
    r"lawyers|volunteers|undersigned|signatories|authors?|analysts?|colleagues|"
    r"organi[sz]ations?|network|cent(?:re|er)|mission|commission|committee)\b[^.;:]{0,60}?|[Ww]e|I)"
)
_MADE = re.compile(
    rf"(?:(?:For|In) (?:this|the|its|our) [^,;]{{3,60}}, )?{_MAKERS} (?:(?:has|have|had|also|"
    rf"jointly|"
    r"separately|personally|then|further) )*(?:interview(?:ed|s)|(?:spoke|spoken|talked) (?:to|"
    r"with)|"
    r"reviewed|analy[sz]ed|compared|consulted|corresponded|collected (?:\w+ ){0,3}(?:testimon|"
    r"accounts|statements|evidence|documents)|gathered (?:\w+ ){0,3}(?:testimon|accounts|"
    r"statements|"
    r"evidence)|took (?:\w+ ){0,3}(?:testimon|statements)|been to (?:the|see))\b"
)
_PAPER = (
    r"(?:(?:the|this|our|its|that) )?(?:(?:[\w-]+ ){0,3}|new |full |final )(?:report|study|"
    r"briefing|"
    r"register|publication|inquiry|findings|text|annex|list|documentation|recordings?|dossier)"
)
_PUBLISHED = re.compile(
    rf"{_PAPER}\b[^.;]{{0,60}}? (?:is|was|are|were) (?:\w+ )?(?:based on|drawn from|compiled|"
    rf"available|published|dedicated|the result)\b|{_PAPER} (?:can|may) be (?:had|read|downloaded|"
    rf"obtained|ordered|found|consulted)\b|{_PAPER} will be (?:published|presented|launched|"
    r"made available)\b|[^.;]{3,90}? (?:today |on \w+day )?(?:publish(?:es)?|releases?|"
    r"launch(?:es)?|"
    r"presents?) (?:today )?(?:the (?:results|findings)|(?:its|their|our|his|her|an?) (?:[\w-]+ )"
    r"{0,3}(?:report|register|study|inquiry|findings|dossier))\b",
    re.IGNORECASE,
)
_PRESS = re.compile(
    r"\b(?:receives? the press|press (?:conference|briefing|contact|enquiries|inquiries)|"
    r"book of condolences?|further information|next (?:communication|communiqué|statement|"
    r"bulletin|update|briefing|report) (?:will|is)|(?:is|are|will be) available for (?:comment|"
    r"interviews?)|(?:statement|letter|declaration) (?:is|was|has been) (?:also )?(?:sent|signed|"
    r"translated|addressed|copied)|notes? to editors?)\b",
    re.IGNORECASE,
)
_OF_ONESELF = re.compile(
    r"I, [A-ZÀ-Þ][^,]+,|(?:I|We) (?:hereby )?(?:make|give|sign|write|submit) this\b|"
    r"(?:(?:[Uu]ntil|[Ff]or|[Ss]ince) [^,;]{3,40}? )?I (?:have )?(?:drove|driven|worked|taught|"
    r"served|lived|kept|ran|been)\b[^.;]{0,60}? (?:for (?:\w+ ){1,3}years|since \w+|until \w+|"
    r"as an?"
    r" \w+)[^.;]{0,30}$|[Uu]ntil [^,;]{3,40}? I (?:drove|worked|taught|served|lived|kept|ran|was)\b"
)
_LEADS = re.compile(
    r"[^.;:]{3,90}? (?:states?|declares?|announces?|notes?|wish(?:es)? to (?:state|clarify|add)|"
    r"reports?|informs?|clarif(?:y|ies)|can say|says?) (?:\w+ )?(?:the following|as follows)$",
    re.IGNORECASE,
)
_WITHHELD = re.compile(
    r"\basked (?:\w+ )?(?:not to be (?:named|identified|quoted)|that (?:his|her|their|my|our) "
    r"(?:\w+ )?(?:names?|identit\w+))|\bnames? (?:has|have|is|are|was|were) (?:been )?(?:being )?"
    r"(?:withheld|changed|known to)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?:We|I|[Tt]he (?:\w+ ){0,3}\w+) (?:have|has|had)(?: also| often| since)? been asked "
    r"(?:by [^,;.]{2,40} )?(?:about|why|how)\b"
)

# How a letter begins and ends, and headings that only name what follows.
_LETTER = re.compile(
    r"(?:Dear [^,;.]{2,60}, )?(?:it is )?with (?:an? )?(?:\w+ ){0,2}(?:heart|sadness|sorrow|grief|"
    r"pain|regret) that (?:I|we) (?:must )?(?:write|address|turn|speak|come)\b[^,;:]*$|"
    r"Let us (?:all )?(?:pray|remember|bow)\b[^,;:]*$|"
    r"(?:The following|This|Here) is (?:all )?what (?:we know|is known)$|"
    r"What (?:we (?:do not |don['’]t )?know|is (?:not )?known|happened)(?: so far)?"
    r"(?: (?:about|of|on|in|at) [^.;:,]{2,80})?$",
    re.IGNORECASE,
)


def is_housekeeping(words: str) -> bool:
    """Say whether a sentence tells of the text itself and how it was made."""
    return (
        _MADE.match(words) is not None
        or _PUBLISHED.match(words) is not None
        or _OF_ONESELF.match(words) is not None
        or _LEADS.match(words) is not None
        or _LETTER.match(words) is not None
        or _ASKED.match(words) is not None
        or _PRESS.search(words) is not None
        or _WITHHELD.search(words) is not None
    )
