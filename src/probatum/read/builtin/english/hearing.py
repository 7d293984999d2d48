"""What the text itself has only from hearsay, or from somebody it names: "I'm told that ...".

"Rumour has it that", "..., we hear", "also going round: ..." name nobody; "we have learned from a
clerk that" names who told it.
"""

from __future__ import annotations

import re

from probatum.read.builtin.english.parsed import Passage, Sentence
from probatum.read.builtin.english.speakers import is_somebody, speaker_at
from probatum.read.found import Mark, Said

_HEARD = (
    r"(?:so )?(?:it (?:has|had) been put to (?:me|us)|it is (?:also |"
    r"now )?(?:being )?put to (?:me|us)|"
    r"(?:we|i)(?: have|['’]ve)? (?:also |often |now )*heard it (?:said|claimed|alleged|suggested)|"
    r"(?:i['’]?m|i am|we['’]?re|we are|i['’]?ve been|we['’]?ve been|we have been|"
    r"i have been|i keep being|we keep being) (?:also |now |just |being )*told|i hear|we hear|"
    r"i(?: have|['’]?ve) (?:just |also )?heard|we(?: have|['’]?ve) (?:just |also )?heard)"
)
_TOLD = (
    r"(?:(?:i was|we were|i have been|we have been) (?:later |also |then )?told|(?:i|we) (?:was|"
    r"were|"
    r"have been) (?:later |also |then )?(?:informed|"
    r"notified)(?: (?!by\b)[^,;:.]{3,60}?)?(?= that\b))"
)
_RUMOUR = (
    r"(?:(?:rumou?r|word|gossip|legend) has it|(?:the )?(?:word|rumou?r|talk)(?: going round| on "
    r"the street| in town| here| now)? is|there(?: is|['’]s| are) (?:also |now )?(?:(?:a|some|lots "
    r"of) )?(?:rumou?rs?|talk|word|whispers?|gossip)(?: going round| around)?|"
    r"it is (?:widely |now )?feared)"
)
_LEADS = re.compile(
    rf"(?:(?:and|but|now|also|meanwhile|apparently|ok|well),? )*(?P<cue>{_HEARD}|{_TOLD}|{_RUMOUR})"
    r"(?P<that>,? that)? (?P<c>.+)",
    re.IGNORECASE | re.DOTALL,
)
_WITHIN = re.compile(
    r", (?:and|but|while|though) (?P<cue>it is (?:widely |now )?feared|there are fears) that "
    r"(?P<c>.+)",
    re.IGNORECASE | re.DOTALL,
)
_TRAILS = re.compile(
    rf"(?P<c>.+?), (?P<cue>{_HEARD}|rumou?r has it|or so (?:i['’]?m|we['’]?re) told)[.!]*$",
    re.IGNORECASE | re.DOTALL,
)
_ROUND = re.compile(
    r"(?:also |now |still )?(?P<cue>(?:going|doing|making) (?:the )?rounds?|going a?round|"
    r"circulating|rumou?rs?|unconfirmed(?: reports?)?|heard|hearsay|gossip)(?: now| here| too|"
    r" in the (?:chat|group)s?)?: (?P<c>.+)",
    re.IGNORECASE | re.DOTALL,
)
# What goes round, or has reached whoever publishes the text, from nobody in particular.
_REACHING = re.compile(
    r"(?:(?:and|but|meanwhile),? )?(?:(?:some|certain|several|many|various|unconfirmed|persistent|"
    r"disturbing|alarming|new|first) )*(?P<cue>reports?|rumou?rs?|claims?|allegations?|stories|"
    r"messages?|posts?|accounts?|information) that (?P<c>[^.;]+?) (?:(?:is|are|was|were|has been|"
    r"have been|keep|keeps) (?:\w+ )?(?:circulat\w+|spread(?:ing)?|going round|reaching us|"
    r"received|"
    r"shared|being (?:spread|circulated|shared))|(?:has|have) (?:also |now )?(?:reached (?:us|me|"
    r"the|"
    r"this|our)\b|appeared|been (?:circulating|spreading|circulated|spread|shared))|circulates?|"
    r"persists?)\b",
    re.IGNORECASE,
)
# A clause must follow, not "by the mayor", "to come back" or a noun.
_NO_CLAUSE = re.compile(
    r"(?:to|by|of|about|from|in|at|on|off|not|a lot|nothing|how|no more)\b", re.I
)
_FROM = frozenset(
    "learned learnt heard know knew understand understood gathered found known".split()
)
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_BEGINS = ("DT", "NN", "NNS", "NNP", "PRP", "PRP$", "CD", "JJ", "EX")
_AND_THAT = re.compile(
    r"(?:,? and|,) that (?=(?:the|an?|two|three|no|one|his|her|its|their|our|my|we|he|she|they|it|"
    r"there|some|several|many|\d+|[A-Z]\w+|four|five|six|seven|eight|nine|ten)\b)"
)
_STOPS = ".,;: "
_FEWEST = 3  # words


def heard_in(text: str, passage: Passage) -> list[Said]:
    """Return what a passage has from others, named or not."""
    frame = passage.frame
    if frame is None or passage.utterances:
        return []
    named = _from_somebody(frame)
    if named is not None:
        return [named]
    start, end = frame.mark.start, passage.mark.end
    for form in (_LEADS, _TRAILS, _ROUND, _REACHING):
        found = form.match(text, start, end)
        if found is not None:
            break
    else:
        found = _WITHIN.search(text, start, end)
    if found is None:
        return []
    content = _bare(text, Mark(*found.span("c")))
    if _only_overheard(frame, found["cue"]) or _NO_CLAUSE.match(text, *content):
        return []
    if found.re is not _ROUND and not _has_verb(frame, content):
        return []
    if found.re is _TRAILS and len(text[slice(*content)].split()) < _FEWEST:
        return []
    cue = Mark(*found.span("cue"))
    return [
        Said(content=one, stance="reports", quoted="indirect", voice="anonymous", cue=cue)
        for one in _apart(text, content)
    ]


def _apart(text: str, content: Mark) -> list[Mark]:
    """Return each clause of "told that A, that B and that C"."""
    starts = [content.start]
    ends = []
    for joins in _AND_THAT.finditer(text, *content):
        ends.append(joins.start())
        starts.append(joins.end())
    marks = [Mark(*both) for both in zip(starts, (*ends, content.end), strict=True)]
    whole = all(len(text[slice(*one)].split()) >= _FEWEST for one in marks)
    return marks if whole else [content]


def _from_somebody(frame: Sentence) -> Said | None:
    """Return what "we have learned from a clerk that C" says; the clerk is its speaker."""
    words = frame.words
    verb = next((at for at, one in enumerate(words) if one.lower in _FROM), None)
    if verb is None or not any(one.lower in ("i", "we") for one in words[:verb]):
        return None
    link = next((at for at in range(verb + 1, min(verb + 3, len(words) - 3))
                 if words[at].lower == "from"), None)  # fmt: skip
    if link is None:
        return None
    who = frame.child(link, "pobj")
    that = next((at for at in range(link + 2, len(words) - 2)
                 if words[at].lower == "that" and words[at].tag in ("IN", "WDT")
                 and words[at + 1].tag in _BEGINS), None)  # fmt: skip
    if who is None or that is None or not is_somebody(frame, who):
        return None
    speaker = speaker_at(frame, who)
    last = len(words) - 1 - (words[-1].text in _STOPS)
    return Said(
        content=frame.between(that + 1, last), stance="asserts", quoted="indirect",
        voice=speaker.voice, speaker=speaker.mark, speaker_count=speaker.count,
        cue=frame.between(verb, verb),
    )  # fmt: skip


def _only_overheard(frame: Sentence, cue: str) -> bool:
    """Say whether "we have heard a deputy call it a lie": a bare verb, no clause."""
    heard = next((at for at, one in enumerate(frame.words) if one.lower == "heard"), None)
    if heard is None or not cue.lower().endswith("heard"):
        return False
    act = frame.child(heard, "ccomp")
    return act is not None and frame.words[act].tag == "VB" and frame.child(act, "aux") is None


def _has_verb(frame: Sentence, content: Mark) -> bool:
    inside = [one for one in frame.words if content.start <= one.start < content.end]
    return any(one.tag in (*_FINITE, "VBN") for one in inside)


def _bare(text: str, mark: Mark) -> Mark:
    start, end = mark
    while end > start and text[end - 1] in _STOPS:
        end -= 1
    return Mark(start, end)
