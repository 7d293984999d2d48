"""Sentences in which the publisher itself says what happened, to whom, how many, with what right.

Weather, biography, scenes and sentences that only lead to an attribution are none of these.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.drafts import Aspect
from probatum.read.builtin.english.callings import ARMED, singular
from probatum.read.builtin.english.incidents import Told
from probatum.read.builtin.english.parsed import Parsed, Passage, Sentence
from probatum.read.builtin.shelves import Shelf
from probatum.read.found import FigureFound, Mark, Said

_JOINED = re.compile(
    r"(?P<clause>[^,;]{8,300}?)(?:;|,? (?:as|while|but|and|even as|whereas)) (?:the )?$"
)
# What was done about it, in a text that has told of an event: no event of its own, but of scope.
_DONE = re.compile(
    r"\b(?:was|were|has been|have been|had been|is|are|remained?|will be) (?:\w+ )?(?:closed|"
    r"halted|"
    r"suspended|sealed|evacuated|cancelled|canceled|arrested|charged|questioned|reopened|banned|"
    r"blocked|turned back|grounded|buried|identified|moved|relocated|resettled|deployed|released|"
    r"freed|exchanged|lifted|imposed|searched|convicted|sentenced|tried|extradited|cut off|"
    r"investigated|handed over|evicted|exhumed|rescued|repaired|rebuilt|dismissed|sacked)\b|"
    r"\b(?:will|would) (?:resume|reopen|continue|begin|start|go on)\b|"
    r"^No (?:such |other |more )?[\w-]+(?: [\w-]+){0,3} (?:was|were|has been|have been) \w+|"
    r"\b(?:has|have|had) not been (?:found|seen|returned|released|charged|tried|identified)\b|"
    r"\blost (?:\w+ )?(?:\w+ )?(?:parents|wife|husband|sons?|daughters?|brothers?|sisters?|"
    r"children|"
    r"mother|father|family|arms?|legs?|home|sight|hand|eye)\b|"
    r"\b(?:was|were) (?:held|controlled|occupied|defended) (?:\w+ ){0,4}by\b|"
    r"\b(?:opened|launched|began|ordered|announced) an? (?:\w+ )?(?:inquiry|investigation|probe|"
    r"case)\b|"
    r"\bthis reporter (?:saw|counted|found|heard)\b",
    re.IGNORECASE,
)
_SIZES = re.compile(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|"
    r"hundreds|thousands)(?: of)? (?:\w+ )?(?:names|cases|deaths|attacks|incidents|bodies|graves|"
    r"people|persons|inhabitants|residents|families|houses|homes|prisoners|detainees|hostages|"
    r"victims|strikes|violations|survivors|casualties|disappearances)\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:tonight|today|yesterday|this (?:morning|afternoon|evening)|last night|overnight|"
    r"right now|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_UNVERIFIED = re.compile(
    r"\b(?:could not|cannot|was not able to|were not able to|has not been able to|unable to) "
    r"(?:be )?(?:immediately |independently )?(?:verif|confirm|reach|establish)|\bcould not be "
    r"(?:independently |immediately )?(?:verified|confirmed|reached)|\bverified independently\b",
    re.IGNORECASE,
)
_MATTERS = re.compile(
    r"\b(?:missing|unaccounted|in captivity|war crimes?|crimes? against humanity|genocide|"
    r"mass graves?|(?:no one|nobody) has (?:ever )?been (?:charged|arrested)|"
    r"death toll|ceasefire|sanctions|will be (?:compensated|investigated|prosecuted|punished)|"
    r"claimed responsibility|no independent (?:confirmation|verification))\b",
    re.IGNORECASE,
)
_SAW = re.compile(r"\b(?:I|we) (?:saw|counted|watched|found|photographed)\b", re.IGNORECASE)
_HEARD = re.compile(r"\b(?:I|we) heard\b", re.IGNORECASE)
_PROMISE = re.compile(
    r"^(?:The |Our |We |All )?[^.]{0,60}\bwill (?:be )?(?:compensat|investigat|prosecut|punish|"
    r"rebuil|cooperat|publish|continue|return)",
    re.IGNORECASE,
)
# The publisher's own side did nothing: "Our artillery was not in action", "No aircraft of ours".
_SIDE = (
    r"(?:[\w-]+ )?(?:artillery|aircraft|planes?|jets?|guns?|drones?|forces|units?|men|troops|"
    r"soldiers|"
    r"ships?|vessels?|patrols?)"
)
_NOT_OURS = re.compile(
    rf"^(?:No {_SIDE}\b.{{0,60}} (?:was|were|fired|flew|has|have|had)\b|"
    rf"Our {_SIDE} (?:was|were|did|has|have|had) (?:not|never)\b)"
)
# What somebody was just told to have said is called untrue: "This is false."
_REFUTED = re.compile(
    r"^(?:This|That|It|The (?:claim|accusation|allegation|charge|report)s?)(?: is|['’]s| are| was) "
    r"(?:simply |plainly |entirely |completely |quite )?(?:false|untrue|not true|a lie|wrong|"
    r"baseless|unfounded|nonsense|a fabrication)$",
    re.IGNORECASE,
)
_NOT_SO_MANY = re.compile(
    r", not (?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|"
    r"fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty)$",
    re.IGNORECASE,
)
_CORRECTS = re.compile(
    r"^(?:An? (?:earlier|previous) version\b|correction\b|We (?:apologi[sz]e|regret)\b)",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^(?:By|From|Reporting by|Photo|Photograph|Picture|Editing by|Read more)\b")
_DATELINE = re.compile(r"[A-ZÀ-Ý][^a-z\n.]{1,40}(?:[,(][^\n.—–]{0,60})?\s[—–-]{1,2}\s")
_OF_THE_PAPER = re.compile(
    r"\b(?:statement|my name|born|own free will|read (?:it|this)|years old|I (?:work|live|am a))\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:[QA][.:]|(?i:correction|clarification)[.:]|\d{1,3}[.)]|[-–•*])\s+")
_ENDING = ".;,:…"
_MOST = 2_000
_LEAD = 300
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A sentence of the publisher's own voice that bears on an event."""

    content: Mark
    stance: Stance = "asserts"
    basis: Literal["saw", "heard"] | None = None
    denies: Aspect | None = None


def own_words(
    parsed: Parsed, said: Sequence[Said], told: Sequence[Told], figures: Sequence[FigureFound]
) -> list[OwnWords]:
    """Return the sentences of the text's own voice that are in scope, in order."""
    taken = _Taken(said)
    triggers = Shelf((one.mark, at) for at, one in enumerate(told))
    numbers = Shelf((one.mark, at) for at, one in enumerate(figures))
    first_person = _is_first_person(parsed)
    begun = min((one.mark.start for one in told if one.trigger.firm), default=len(parsed.text))
    if first_person and (saw := _SAW.search(parsed.text)) is not None:
        begun = min(begun, saw.start())
    found = []
    for passage in parsed.passages:
        if passage.frame is None or passage.utterances:
            continue
        content = _content(parsed, passage)
        if content is not None and (first := taken.first_in(passage.mark)) is not None:
            content = _clause_before(parsed.text, content, first)
        if content is None:
            continue
        words = parsed.slice(content)
        inside = [told[at] for at in triggers.inside(content)]
        counted = bool(numbers.inside(content))
        dated = passage.mark.end > begun - _LEAD and any(map(str.isdigit, words))
        speaks = first_person and (dated or passage.mark.end > begun)
        begins = parsed.text[passage.mark.start : content.end]
        corrects = _CORRECTS.match(begins) is not None and passage.mark.end > begun
        if not (
            corrects
            or (passage.mark.end > begun and _REFUTED.match(words) is not None)
            or _in_scope(passage.frame, words, inside, counted=counted, first_person=speaks)
            or _bears_on(words, inside, begun=passage.mark.end > begun)
        ):
            continue
        stance: Stance = "commits_to" if _PROMISE.search(words) else "asserts"
        if corrects:
            stance = "corrects"
        denies: Aspect | None = None
        if _REFUTED.match(words):
            stance, denies = "disputes", "other"
        elif _NOT_SO_MANY.search(words) and stance == "asserts":
            stance, denies = "disputes", "scale"
        elif _NOT_OURS.search(words):
            stance, denies = "denies", "attribution"
        basis: Literal["saw", "heard"] | None
        basis = "saw" if _SAW.search(words) else "heard" if _HEARD.search(words) else None
        found.append(OwnWords(content, stance, basis, denies))
    return found


class _Taken:
    """The stretches of text that attributions cover."""

    def __init__(self, said: Sequence[Said]) -> None:
        marks = [
            mark
            for one in said
            for mark in (one.content, one.cue, one.speaker if one.cue else None)
            if mark is not None
        ]
        self._marks = sorted(marks)
        self._ends: list[int] = []
        reach = 0
        for mark in self._marks:
            reach = max(reach, mark.end)
            self._ends.append(reach)

    def first_in(self, mark: Mark) -> int | None:
        """Return where the first attribution in a stretch of text begins; None if there is none."""
        last = bisect_left(self._marks, Mark(mark.end, 0)) - 1
        if last < 0 or self._ends[last] <= mark.start:
            return None
        first = bisect_left(self._marks, Mark(mark.start, 0))
        if first > 0 and self._ends[first - 1] > mark.start:
            return mark.start
        return self._marks[first].start


def _clause_before(text: str, content: Mark, first: int) -> Mark | None:
    """Return the clause that stands before an attribution ("Toll climbs as Carrow denies ...")."""
    joined = _JOINED.search(text[content.start : max(content.start, first)])
    if joined is None or len(joined.group("clause").split()) <= _FEWEST_WORDS:
        return None
    return Mark(content.start, content.start + joined.end("clause"))


def _content(parsed: Parsed, passage: Passage) -> Mark | None:
    """Return a sentence without dateline and final stop; None if it is too short or too long."""
    assert passage.frame is not None
    start, end = max(passage.mark.start, passage.frame.mark.start), passage.mark.end
    text = parsed.text
    dateline = _DATELINE.match(text[start : min(end, start + 120)])
    if dateline:
        start += dateline.end()
    label = _LABEL.match(text, start, end)
    if label:
        if label.group().startswith("Q"):
            return None  # a question of whoever takes the statement
        start = label.end()
    while end > start and text[end - 1] in _ENDING:
        end -= 1
    if end - start > _MOST or len(text[start:end].split()) < _FEWEST_WORDS:
        return None
    return Mark(start, end)


def _in_scope(
    frame: Sentence, words: str, inside: Sequence[Told], *, counted: bool, first_person: bool
) -> bool:  # fmt: skip
    if _UNVERIFIED.search(words) or _BYLINE.search(words) or words.endswith("?"):
        return False
    if counted or _MATTERS.search(words) or _PROMISE.search(words):
        return True
    verbs = any(word.tag in ("VBD", "VBZ", "VBP", "VBN", "MD") for word in frame.words)
    if not verbs:
        return False
    if any(one.trigger.firm and one.trigger.real for one in inside):
        return True
    if _armed_act(frame) or any(not one.trigger.types for one in inside):
        return True
    past = any(word.dep == "ROOT" and word.tag in ("VBD", "VBN") for word in frame.words)
    return first_person and past and not _OF_THE_PAPER.search(words)


def _bears_on(words: str, inside: Sequence[Told], *, begun: bool) -> bool:
    """Say whether a sentence goes on with an event told of, or is a cry of one without a verb."""
    if _UNVERIFIED.search(words) or _BYLINE.search(words) or words.endswith("?"):
        return False
    if begun and (_DONE.search(words) or _SIZES.search(words)):
        return True
    return any(one.trigger.firm for one in inside) and _NOW.search(words) is not None


def _armed_act(frame: Sentence) -> bool:
    """Say whether the sentence tells what soldiers or a side did."""
    for at, word in enumerate(frame.words):
        if word.dep == "ROOT" and word.tag == "VBD":
            subject = frame.child(at, "nsubj")
            if subject is None:
                return False
            low, high = frame.reaches[subject]
            heads = (singular(one.lower) for one in frame.words[low : min(high, low + 8) + 1])
            return any(head in ARMED for head in heads)
    return False


def _is_first_person(parsed: Parsed) -> bool:
    """Say whether the text speaks of itself as I or we, outside quotations."""
    frames = [one.frame for one in parsed.passages[:60] if one.frame is not None]
    spoken = sum(
        any(word.lower in ("i", "we", "my", "our") and word.tag[:3] == "PRP" for word in one.words)
        for one in frames
    )
    return spoken >= 2 and spoken * 4 >= len(frames)
