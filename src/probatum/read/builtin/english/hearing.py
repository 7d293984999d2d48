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
    r"(?:so )?(?:(?:i['’]?m|i am|we['’]?re|we are|i['’]?ve been|we['’]?ve been|we have been|"
    r"i have been|i keep being|we keep being) (?:also |now |just |being )*told|i hear|we hear|"
    r"i(?: have|['’]?ve) (?:just |also )?heard|we(?: have|['’]?ve) (?:just |also )?heard)"
)
_TOLD = r"(?:i was|we were) (?:later |also |then )?told"
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
# A clause must follow, not "by the mayor", "to come back" or a noun.
_NO_CLAUSE = re.compile(
    r"(?:to|by|of|about|from|in|at|on|off|not|a lot|nothing|how|no more)\b", re.I
)
_FROM = frozenset(
    "learned learnt heard know knew understand understood gathered found known".split()
)
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_BEGINS = ("DT", "NN", "NNS", "NNP", "PRP", "PRP$", "CD", "JJ", "EX")
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
    for form in (_LEADS, _TRAILS, _ROUND):
        found = form.match(text, start, end)
        if found is not None:
            break
    else:
        found = _WITHIN.search(text, start, end)
    if found is None:
        return []
    content = _bare(text, Mark(*found.span("c")))
    if _NO_CLAUSE.match(text, *content) or not (found.re is _ROUND or _has_verb(frame, content)):
        return []
    if found.re is _TRAILS and len(text[slice(*content)].split()) < _FEWEST:
        return []
    cue = Mark(*found.span("cue"))
    return [Said(content=content, stance="reports", quoted="indirect", voice="anonymous", cue=cue)]


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


def _has_verb(frame: Sentence, content: Mark) -> bool:
    inside = [one for one in frame.words if content.start <= one.start < content.end]
    return any(one.tag in (*_FINITE, "VBN") for one in inside)


def _bare(text: str, mark: Mark) -> Mark:
    start, end = mark
    while end > start and text[end - 1] in _STOPS:
        end -= 1
    return Mark(start, end)
