"""Who says how many, in English: verbs of saying and counting, and words that name a source."""

from __future__ import annotations

from probatum.read.figures.patterns import Patterns

# Without their bare form: as a noun it stands before numbers too ("the list of 12").
_VERBS = (
    "list tally count reckon guess maintain complain explain remark narrate stress emphasise "
    "emphasize disclose relay caution lament reply observe venture speculate reiterate repeat "
    "report publish cite mention quote compute extrapolate calculate estimate swear attest affirm "
    "verify confirm note compile concede conclude insist allege assert contend argue dispute claim "
    "acknowledge admit announce declare state believe warn add indicate reveal recall remember "
    "recount suggest testify boast tweet accept catalogue enumerate whisper predict surmise "
    "underline highlight clarify specify proclaim profess avow vouch intimate grumble murmur"
).split()
# Of these the form with "s" is more often a noun ("hospital records").
_IN_THE_PAST = (
    "documented|recorded|registered|logged|recognised|recognized|posted|printed|projected|broadcast|answered|commented"
    "|texted|emailed|cabled|wired|revised|shouted|pinned|pegged"
)
_PAST = {"swear": "swore", "admit": "admitted"}
_PLAIN = frozenset(
    "reckon maintain complain explain stress calculate believe insist acknowledge admit claim "
    "estimate confirm warn contend argue assert allege concede suggest indicate recall remember "
    "accept verify testify dispute reveal conclude swear".split()
)


def _forms(verb: str) -> str:
    """Return the forms of a verb that somebody who gives a number is the subject of."""
    soft = verb.endswith(("s", "sh", "x"))
    if verb.endswith("y") and verb[-2] not in "aeiou":
        third, past = f"{verb[:-1]}ies", f"{verb[:-1]}ied"
    else:
        third = verb + ("es" if soft else "s")
        past = verb + ("d" if verb.endswith("e") else "ed")
    forms = [third, _PAST.get(verb, past)]
    return "|".join([*forms, verb] if verb in _PLAIN else forms)


_SAYS = (
    "yields|yielded|report .|document .|documents .|records .|said|says|say|told|tells|deny"
    "|denies|denied|denying|wrote|writes|put|puts|gave|give|gives"
    "|show|shows|speak of|speaks of|spoke of|spoken of|speaking of|talks of|talked of|saying"
    "|repeating|estimating|drew up|drawn up|found that|found .|found ;|found ,|quoted as saying"
    "|knows of|know of|knew of|heard of|arrived at|arrives at|came up with|settled on"
    "|mourns|mourned|mourn|has on its files|have on their files|has on file|have on file"
    "|has on record|have on record|has on its books|has on its lists|has on its list"
    "|had on its books|had on its files|keeps a record of|has records on"
    "|raised that|raised it|raised this|raises that|raises it|revised that|revised it|revised this"
    "|increased it|increased that|lowered it|lowered that|lowered this|corrected it|corrected that"
    "|cut it|cut that|changed it|changed that|amended it|amended that|brought it|brought that"
    "|sticking to|sticks to|stuck to|stands by|stood by|standing by|holds to|sets the number"
    "|set the number|sets the toll|set the toll|sets the figure|set the figure"
    "|has the names of|have the names of|had the names of|has a list of|have a list of"
    "|holds a list of|hold a list of|keeps a list of|keep a list of|has records of"
    "|have records of|think|thinks|made it|makes it|point to|points to|pointed to"
    "|raised the toll|raised the death toll|raised its toll|raised the figure|raised its figure"
    "|raised the number|raised its estimate|lowered the toll|lowered its toll|lowered the figure"
    "|lowered its figure|lowered its estimate|cut the toll|updated the toll|updated its toll"
    "|updated its figure|corrected the toll|corrected its figure|revised the toll|revised its toll"
)

SAYS: Patterns[bool] = Patterns({_SAYS: True, "|".join([_IN_THE_PAST, *map(_forms, _VERBS)]): True})
BY: Patterns[bool] = Patterns({
    "announced by|given by|published by|reported by|claimed by|counted by|confirmed by"
    "|verified by|put out by|released by|issued by|cited by|documented by|acknowledged by"
    "|registered by|stated by|estimated by|recorded by|admitted by|provided by|supplied by"
    "|compiled by|quoted by|logged by|listed by|conceded by|declared by|disclosed by|named by"
    "|named in|listed in|given in|cited in|claimed in|mentioned in|quoted in"
    "|mentioned by|posted by|circulated by|broadcast by|advanced by|put forward by": True,
})  # fmt: skip
ACCORDING: Patterns[bool] = Patterns({
    "according to|in the words of|data from|figures from|the count of|estimates by|a count by"
    "|a tally by|says a report by|in a report by|the accusation of|the accusations of"
    "|accusations by|an accusation by|the accusation by|the claim of|the claims of|claims by"
    "|a claim by|the claim by|allegations by|an allegation by|the allegation of|the report of"
    "|a report by|reports by|a statement by|the statement of|data by|numbers from|a list by"
    "|lists by|the account of|accounts of|the testimony of|testimony by|statistics from"
    "|statistics of|a survey by|a study by|an estimate by|the estimate of|the estimates of"
    "|the tally of|the toll given by|as reported by|as stated by|by the count of"
    "|by the reckoning of|in the estimate of|based on figures from|on the authority of|citing"
    "|based on data from|figures by|figures compiled by|numbers by": True,
})  # fmt: skip
UNNAMED: Patterns[bool] = Patterns({
    "reportedly|according to preliminary data|according to preliminary reports|preliminary data"
    "|unconfirmed reports|unverified reports|according to initial reports|it is said"
    "|it was reported|it has been reported|it is reported|it was earlier reported"
    "|initial reports|early reports|it is rumoured|it was rumoured|rumour has it|it is alleged"
    "|it is claimed|it was claimed|allegedly|said to have|said to be|rumours of|rumors of": True,
})  # fmt: skip
