"""What the text itself asks of its readers or of a side: "Please delete it", "Lay down your arms".

An imperative has no subject. Those that only keep up the talk ("share this", "stay safe", "look")
ask for nothing that bears on an event.
"""

from __future__ import annotations

import re

from probatum.read.builtin.english.parsed import Sentence
from probatum.read.found import Mark

_OPENERS = frozenset(
    "please pls plz kindly do don't dont never always just and so but also again now therefore "
    "then everyone everybody all anyone people residents folks guys ! , — - – n't not instead"
    " immediately urgently".split()
)
_BIDDING = frozenset("please pls plz kindly do don't dont n't".split())
_OF_TALK = frozenset(
    "share repost retweet forward rt read look see note listen watch imagine think remember "
    "believe trust forgive excuse pray hope let thank follow subscribe like comment argue judge "
    "compare guess mind wait stay rest keep hold take god bless come go ask tell say be have "
    "sleep love live feel picture consider suppose know understand get welcome sorry glory bear "
    "support feed "
    "donate enjoy vote join check click dm give buy blame hear "
    " mark thanks write message bring enough damn fuck screw call".split()
)
# Of these some are asked in earnest: told by what follows.
_EARNEST = re.compile(
    r"(?:stay (?:away|in|inside|indoors|off|out|where|at home)|keep (?:away|off|out|clear|doors|"
    r"windows|the)|go to (?:the )?(?:shelter|cellar|basement)s?|take (?:shelter|cover|him|her|them|"
    r"care not)|don['’]?t (?:go|come|share|post|repost|forward|publish|spread|believe|write|bring|"
    r"call|touch|wait|listen)|do not (?:go|come|share|post|repost|forward|publish|spread|"
    r"believe|write|bring|call|touch|wait|trust|listen)|"
    r"never (?:touch|go)|come forward|hold (?:your )?fire|let (?:the|them|him|her|us|our|it|"
    r"inspectors|aid)|tell us (?:where|what|who|the)|say where|call (?:\d|the|us|our|on)|"
    r"bring (?:back|them|him|her|our|water|blankets|food)|"
    r"message (?:me|us)|write to|wait for|give (?:us|back|them|up)|"
    r"ask (?:the|your)|go (?:and look|and see|home|back))\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"(?:if|when|whoever|anyone|everyone|those|unless|before)\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(?:,|\s[-–—]|:|;)\s+(?=(?:it|they|this|that|he|she|there|these|those|its|we|i)"
    r"(?:['’]\w+| \w+)? )",
    re.IGNORECASE,
)
_FEWEST = 2  # words


def asks_for(frame: Sentence, words: str, start: int) -> bool:
    """Say whether words from ``start`` on are an imperative: something shall be done or left."""
    verb = _imperative(frame, start)
    if verb is None:
        return False
    begins = words[max(0, frame.words[verb].start - start) :]
    negated = frame.child(verb, "neg") is not None
    if negated:
        begins = "do not " + begins
    lower = frame.words[verb].lower
    if lower in _OF_TALK or (negated and lower in ("argue", "ask")):
        return _EARNEST.match(begins) is not None
    return len(begins.split()) >= _FEWEST


def asking_alone(text: str, content: Mark) -> Mark:
    """Return an imperative without the clause that a comma joins to it: "..., it is not ours"."""
    found = _GOES_ON.search(text, content.start + 8, content.end)
    if found is None or _CONDITION.match(text, *content):
        return content
    return Mark(content.start, found.start())


def _imperative(frame: Sentence, start: int) -> int | None:
    """Return the verb of a command: behind "please" or "don't", or a root without a subject."""
    words = frame.words
    begin = next((at for at, one in enumerate(words) if one.start >= start), 0)
    first = next((at for at in range(begin, len(words)) if words[at].lower not in _OPENERS),
                 len(words) - 1)  # fmt: skip
    if any(one.lower in _BIDDING for one in words[begin:first]):
        return first if words[first].tag.startswith(("VB", "NN", "JJ")) else None
    if begin:  # the parser reads "To the soldiers: lay down your arms" as what was done
        return first if words[first].tag in ("VB", "VBP", "VBD") else None
    if _CONDITION.match(words[first].lower):
        bidden = next(
            (
                at
                for at in range(first, len(words) - 1)
                if words[at].lower in _BIDDING - {"do"} and words[at - 1].text == ","
            ),
            None,
        )
        if bidden is not None:
            return next((at for at in range(bidden, len(words))
                         if words[at].lower not in _OPENERS), None)  # fmt: skip
    root = next((at for at, one in enumerate(words) if one.head == at), 0)
    if words[root].tag not in ("VB", "VBP"):
        return None
    if frame.child(root, "nsubj", "nsubjpass", "expl") is not None:
        return None
    helpers = {words[one].lower for one in frame.children[root] if words[one].dep == "aux"}
    if helpers - {"do", "don't", "dont"}:
        return None
    conditional = _CONDITION.match(words[first].lower) is not None
    return root if conditional or root <= first else None
