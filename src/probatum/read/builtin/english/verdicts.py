"""Sentences in which the text itself calls a claim true, untrue or not in dispute.

"It is not the case that", "Nor is it true that", "What is not in dispute is that", "Reports that
... are a lie": what is asserted or denied is the clause alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from probatum.model.nouns.assertions import Stance
from probatum.read.found import Mark

_UNTRUE = (
    r"(?:simply |plainly |entirely |completely |quite |also )?(?:not true|untrue|false|not so|"
    r"not the case|a lie|lies|a fabrication|fabricated|invented|nonsense|unfounded|baseless|"
    r"groundless|wrong|incorrect|without foundation|fake)"
)
_GROUNDLESS = (
    r"(?:do|does) not correspond (?:to|with) (?:the )?(?:reality|truth|facts)|(?:have|has) no "
    r"(?:basis|foundation|grounds)(?: in (?:fact|reality|truth))?|lacks? (?:any |all )?foundation"
)
_SURE = (
    r"(?:not (?:in dispute|in doubt|disputed|contested|denied)|true|undisputed|beyond (?:dispute|"
    r"doubt)|certain|clear|established|common ground|a fact|no secret)"
)
_AS_SAID = r"(?:, as [^,;]+,)?"
_FORMS: tuple[tuple[re.Pattern[str], Stance | None], ...] = (
    (re.compile(rf"(?:It is|It['’]s|It was|Nor is it|Neither is it) {_UNTRUE}{_AS_SAID} that "
                r"(?P<c>.+)", re.I | re.S), "denies"),
    (re.compile(rf"(?:Nor|Neither) (?:is|was) it (?:true|the case|so){_AS_SAID} that (?P<c>.+)",
                re.I | re.S), "denies"),
    (re.compile(rf"It is {_SURE}(?:, [^,]{{1,60}},)? that (?P<c>.+)", re.I | re.S), None),
    (re.compile(rf"What is {_SURE} is that (?P<c>.+)", re.I | re.S), "asserts"),
    (re.compile(rf"That (?P<c>[^,;]+?) is {_SURE}(?=$|[:,;.])", re.S), None),
    (re.compile(
        r"(?:The |Any )?(?:[Rr]eports?|[Cc]laims?|[Aa]llegations?|[Rr]umou?rs?|[Aa]ssertions?|"
        r"[Ii]nformation|[Nn]ews|[Ss]tor(?:y|ies)|[Mm]essages?|[Pp]osts?|[Tt]alk|[Ss]peculation|"
        r"[Ss]uggestions?|[Aa]ccusations?|[Cc]harges?)\b[^.;]*? that (?P<c>[^.;]+?) "
        rf"(?:(?:is|are) {_UNTRUE}|{_GROUNDLESS})$", re.I | re.S), "denies"),
    (re.compile(r"There is (?:no|not a (?:word|grain|shred) of) truth (?:in|to) [^.;]*?\bthat "
                r"(?P<c>.+)", re.I | re.S), "denies"),
    (re.compile(
        r"(?:Whoever|Anyone who|Those who|All who) (?:says?|claims?|writes?|tells? you|believes?) "
        r"(?:that )?(?P<c>.+?) (?:is|are) (?:lying|(?:a |simply a )?liars?|wrong)$",
        re.I | re.S), "denies"),
    (re.compile(r"(?:And )?(?:no, )?(?:Contrary to|Despite) what [^,]+, (?P<c>.+)",
                re.I | re.S), None),
    (re.compile(r"(?:As (?:for|to)|Regarding|With regard to) [^,;:]+[,:] (?P<c>.+)", re.S), None),
)  # fmt: skip
_FEWEST = 3  # words
_BEGINS = re.compile(
    r"(?:and |no, )*(?:it|nor|neither|what|that|the|any|reports?|claims?|allegations?|rumou?rs?|"
    r"information|news|stor(?:y|ies)|messages?|posts?|talk|speculation|"
    r"assertions?|suggestions?|accusations?|charges?|there|whoever|anyone|those|all|contrary|despite|as|regarding|with)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A clause that the text itself holds true or untrue; ``stance`` None: as the clause has it."""

    content: Mark
    stance: Stance | None


def verdict_of(text: str, content: Mark) -> Verdict | None:
    """Return the clause that a sentence of the text's own voice holds true or untrue."""
    if _BEGINS.match(text, *content) is None:
        return None
    for form, stance in _FORMS:
        found = form.match(text, *content)
        if found is None:
            continue
        if len(found["c"].split()) >= _FEWEST:
            return Verdict(Mark(*found.span("c")), stance)
    return None
