"""What the text itself does by saying it, where the words of it need care.

"We promise the dead this: we will ..." promises what stands behind the colon; "we reject that with
disgust" rejects *that*; "to release him, and thank the fishermen" asks only for the first; offering
one's condolences commits to nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.english.cues import verb_cue
from probatum.read.builtin.english.parsed import Passage
from probatum.read.builtin.english.speakers import speaker_at, subject
from probatum.read.found import Mark, Said

_BEHIND_COLON = re.compile(
    r"(?:(?:and|so|but|today|now|therefore|once more|again)[, ]+)*(?:we|I) (?:[a-z]+ ){0,2}?"
    r"(?P<cue>promise|vow|pledge|swear|ask|demand|urge|appeal to|call on|call upon|beg|implore|"
    r"call)\b(?P<to>[^:\"“]{0,90}): (?P<c>.{8,})",
    re.IGNORECASE | re.DOTALL,
)
_WISH = re.compile(
    r"(?:(?:and|so|but|today|now|therefore)[, ]+)*"
    r"(?:we|I)(?:(?:['’]d| would| should)? (?P<cue>like|"
    r"love|expect|need)|(?:['’]d| would) (?P<prefer>prefer)) (?P<whole>"
    r"(?!to\b|it\b|this\b|that\b)[^,;:.]{2,90}? (?P<c>to (?!know\b)[^;:]+))",
    re.IGNORECASE,
)
# This we concede, and what it is stands behind the colon.
_THIS_WE = re.compile(
    r"(?:(?:and|but|so|now),? )*(?:this|that|so much|this much|one thing|"
    r"the following) (?:[a-z]+ )?"
    r"(?:we|I) (?:[a-z]+ ){0,2}?(?P<cue>concede|admit|acknowledge|confess|deny|reject|demand|ask|"
    r"promise|pledge|swear|vow)(?: (?:of|from) [^:,]{2,60})?: (?P<c>.{8,})",
    re.IGNORECASE | re.DOTALL,
)
_PROMISING = frozenset({"promise", "vow", "pledge", "swear"})
_NAMED = re.compile(r" (?:it|this|that|them|things?)(?: by (?:its|their|the right) names?)?$", re.I)
_COURTESY = re.compile(
    r",? and (?:(?:we|I|once|again|more|also|further|hereby|in particular|especially) )*"
    r"(?:thanks?|express(?:es)?|extends?|offers?|conveys?|reserves?|stands?|remains?|reiterates?|"
    r"reaffirms?|welcomes?|hopes?|expects?|wish(?:es)?|commends?|salutes?|remind|reminds)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"(?:(?:our|its|my|his|her|their|the|sincere|deepest|heartfelt|full) )*(?:condolences|sympath|"
    r"solidarity|support|prayers|thanks|gratitude|respects|thoughts|apolog|assistance|help)",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r" (?P<it>that|this|it)(?=[.,;:!]|$| (?:with|as|in|entirely|completely|categorically|outright|"
    r"firmly|utterly|totally|and|because|for|strongly|again|too|by|at)\b)",
    re.IGNORECASE,
)
_AND_MORE = re.compile(r"(?:, [^,;:.]{3,80})*,? and (?!that\b|to\b|on\b|by\b)[^,;:.]{3,120}[.!]?$")
_NAMELESS = re.compile(
    r"(?:(?:some|the|many|more|other) )?(?:(?:unconfirmed|unverified|first|early|initial|"
    r"conflicting|"
    r"persistent|numerous|several) (?:local |media |press )?(?:reports|accounts|rumou?rs|posts)|"
    r"rumou?rs)",
    re.IGNORECASE,
)
_WERE_READY = tuple(f"{was} {how}" for was in ("was", "were", "been", "being", "be")
                    for how in ("prepared", "ready", "willing"))  # fmt: skip
_STOPS = ".,;: "
_SHORTLY = frozenset({"denies", "disputes", "acknowledges"})


def behind_colon(text: str, passage: Passage) -> Said | None:
    """Return what the text asks, promises or names behind a colon."""
    if passage.frame is None or passage.utterances:
        return None
    wish = _WISH.match(text, passage.frame.mark.start, passage.mark.end)
    if wish is not None:
        start, end = wish.span("whole" if wish["c"].startswith("to be ") else "c")
        return _own(
            "calls_for",
            _bare(text, Mark(start, end)),
            Mark(*wish.span("cue" if wish["cue"] else "prefer")),
        )
    start = passage.frame.mark.start
    stated = _THIS_WE.match(text, start, passage.mark.end)
    known = None if stated is None else verb_cue(stated["cue"].lower())
    if stated is not None and known is not None:
        mark = _bare(text, Mark(*stated.span("c")))
        return _own(known.stance, mark, Mark(*stated.span("cue")))
    found = _BEHIND_COLON.match(text, start, passage.mark.end)
    if found is None:
        return None
    cue = found["cue"].lower()
    if cue == "call" and _NAMED.match(found["to"]) is None:
        return None
    stance: Stance = "asserts" if cue == "call" else "calls_for"
    stance = "commits_to" if cue in _PROMISING else stance
    return _own(stance, _bare(text, Mark(*found.span("c"))), Mark(*found.span("cue")))


def _own(stance: Stance, content: Mark, cue: Mark) -> Said:
    return Said(content=content, stance=stance, quoted="indirect", voice="own", cue=cue)


def _bare(text: str, mark: Mark) -> Mark:
    """Return a stretch without the stops at its end."""
    start, end = mark
    while end > start and text[end - 1] in _STOPS:
        end -= 1
    return Mark(start, end)


def pointed(passage: Passage, found: list[Said]) -> list[Said]:
    """Add what is said in so few words that no clause is seen: "denies it", "admitted as much"."""
    frame = passage.frame
    if frame is None or passage.utterances:
        return []
    words = frame.words
    for at in range(1, len(words) - 1):
        cue = verb_cue(words[at].lower)
        if cue is None or cue.stance not in _SHORTLY or "n" not in cue.takes:
            continue
        much = [one.lower for one in words[at + 1 : at + 3]] == ["as", "much"]
        if cue.stance == "acknowledges" and not much:
            continue
        last = at + 1 + much
        short = (much or words[last].lower in ("that", "this", "it")) and (
            last + 1 == len(words) or words[last + 1].text in (",", ".", ";", "!", "to", "on", "in")
        )  # fmt: skip
        head = subject(frame, at) if short and words[at].tag in ("VBZ", "VBD", "VBP") else None
        if head is None or any(
            one.cue is not None and one.cue.start <= words[at].start < one.cue.end for one in found
        ):  # fmt: skip
            continue
        speaker = speaker_at(frame, head)
        if speaker.mark is None and speaker.voice != "own":
            continue
        return [Said(
            content=frame.between(at + 1, last), stance=cue.stance, quoted="indirect",
            voice=speaker.voice, speaker=speaker.mark, cue=frame.between(at, at),
            denies=None if cue.stance == "acknowledges" else "occurrence",
        )]  # fmt: skip
    return []


def of_nobody(text: str, said: Said) -> Said:
    """Return what "unconfirmed reports" say as hearsay: nobody is named by them."""
    if said.speaker is None or _NAMELESS.fullmatch(text, *said.speaker) is None:
        return said
    return replace(said, speaker=None, speaker_count=None, voice="anonymous", stance="reports")


def _to_its_end(text: str, passage: Passage, said: Said) -> Said:
    """Return a call for several things with all of them: "for a truce, access and an inquiry"."""
    end = passage.mark.end
    rest = _AND_MORE.match(text, said.content.end, end)
    if rest is None or passage.frame is None or passage.utterances:
        return said
    if any(one.start > said.content.end and one.tag in ("VBD", "VBZ", "VBP", "MD")
           for one in passage.frame.words):  # fmt: skip
        return said
    return replace(said, content=_bare(text, Mark(said.content.start, end)))


def with_care(text: str, passage: Passage, said: Said) -> Said | None:
    """Return a call, promise or denial without what is not asked, promised or denied."""
    words = text[slice(*said.content)]
    if said.stance == "estimates" and words.startswith(("out ", "up ", "on ", "forward ")):
        return None  # "put out a statement"
    cue = "" if said.cue is None else text[slice(*said.cue)].lower()
    if cue.startswith(_WERE_READY) or (said.stance == "retracts" and words[:1].isdigit()):
        return None  # "were ready to sail", "went back on 12 July"
    if said.stance in ("commits_to", "calls_for") and said.quoted == "indirect":
        if said.stance == "commits_to" and _GIVEN.match(words):
            return None
        polite = _COURTESY.search(words)
        if polite is not None and polite.start() > 0:
            end = said.content.start + polite.start()
            return replace(said, content=Mark(said.content.start, end))
    if said.stance == "calls_for" and said.quoted == "indirect" and said.addressee is None:
        return _to_its_end(text, passage, said)
    if said.stance in ("denies", "disputes", "condemns") and said.cue is not None:
        points = _POINTS.match(text, said.cue.end)
        if points is not None and points.start() < said.content.start < points.end() + 3:
            return replace(said, content=Mark(*points.span("it")))
    return said
