"""Sentences in which the publisher itself says what happened, to whom, how many, with what right.

Weather, biography, scenes and sentences that only lead to an attribution are none of these.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.drafts import Aspect
from probatum.read.builtin.english import scope
from probatum.read.builtin.english.bearing import happens, states
from probatum.read.builtin.english.callings import ARMED, singular
from probatum.read.builtin.english.chatting import is_chat, taken_back, turned_to
from probatum.read.builtin.english.demands import asking_alone, asks_for
from probatum.read.builtin.english.first_person import is_first_person, speaks_itself
from probatum.read.builtin.english.housekeeping import is_housekeeping
from probatum.read.builtin.english.incidents import Told
from probatum.read.builtin.english.own_voice_words import (
    BYLINE,
    CALLED_UNTRUE,
    CORRECTING,
    CORRECTS,
    DATELINE,
    DONE,
    HEARD,
    LABEL,
    MATTERS,
    NONE_OF_OURS,
    NOT_OURS,
    NOT_SO_MANY,
    NOW,
    OF_THE_PAPER,
    OURS_DID,
    PLEDGE,
    PROMISE,
    REFUTED,
    SAW,
    SIZES,
    UNSUPPORTED,
    UNVERIFIED,
)
from probatum.read.builtin.english.parsed import Parsed, Passage, Sentence
from probatum.read.builtin.english.posts import is_post
from probatum.read.builtin.english.rebuttals import answer_of, silent_on
from probatum.read.builtin.english.remainders import (
    Taken,
    clause_before,
    clause_behind,
    clause_spliced,
)
from probatum.read.builtin.english.resolves import (
    Resolves,
    announced,
    disowned,
    due,
    has_no_part,
    owned_up,
)
from probatum.read.builtin.english.stance_words import AT_REST
from probatum.read.builtin.english.stances import clears_us, denied_by, negated_in
from probatum.read.builtin.english.verdicts import verdict_of
from probatum.read.builtin.shelves import Shelf
from probatum.read.found import FigureFound, Mark, Said

_ENDING = ".;,:…"
_MOST = 2_000
_LEAD = 300
_FEWEST_WORDS = 3
_JUST_BEFORE = 300  # characters
_AT_ONCE = 4  # characters
_CLAIM = frozenset("asserts reports estimates claims_responsibility denies disputes".split())
_GRANTS = re.compile(r"(?:It is|That |What is)")
_INTRODUCES = re.compile(
    r"\b(?:spoke|talked|speaks|talks|sat down|corresponded) (?:to|with)\b|\binterview(?:ed)?\b|"
    r"\b(?:has|had) (?:run|led|been|worked|headed|commanded|lived|served)\b|\bserved\b|"
    r"^(?:He|She) (?:is|was)\b"
)
_ADDRESSED = re.compile(
    r"(?:And )?(?:[Tt]o|[Ff]or) (?:all |everyone |those |the |my |our |you)?[^:,;.]{2,60}: "
)


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A sentence of the publisher's own voice that bears on an event.

    ``speaker`` marks whose voice it is instead, in the turns of an interview.
    """

    content: Mark
    stance: Stance = "asserts"
    basis: Literal["saw", "heard"] | None = None
    denies: Aspect | None = None
    speaker: Mark | None = None


def own_words(
    parsed: Parsed, said: Sequence[Said], told: Sequence[Told], figures: Sequence[FigureFound],
    publisher: str | None = None,
) -> list[OwnWords]:  # fmt: skip
    """Return the sentences of the text's own voice that are in scope, in order."""
    taken = Taken(parsed, said)
    triggers = Shelf((one.mark, at) for at, one in enumerate(told))
    numbers = Shelf((one.mark, at) for at, one in enumerate(figures))
    first_person = (
        is_post(parsed.text) or is_first_person(parsed) or speaks_itself(parsed, said, publisher)
    )
    begun = min((one.mark.start for one in told if one.trigger.firm), default=len(parsed.text))
    if first_person and (saw := SAW.search(parsed.text)) is not None:
        begun = min(begun, saw.start())
    if first_person and parsed.paragraphs:
        begun = min(begun, parsed.paragraphs[0].end)
    others = sorted(one.content.start for one in said if one.speaker is not None)
    claims = sorted(one.content.end for one in said if one.voice != "own" and one.stance in _CLAIM)
    resolves, post = Resolves(publisher), is_post(parsed.text)
    turning = min((turn.begins for turn in parsed.turns.values()), default=0)
    found: list[OwnWords] = []
    for passage in parsed.passages:
        if passage.frame is None or passage.utterances or parsed.asks(passage):
            continue
        answers = parsed.answers(passage)
        brief = _own_answer(parsed, passage, taken, claims)
        ours = first_person or answers is not None
        if brief is not None and (ours or (claims and brief.stance == "denies")):
            if _is_put_right(parsed, passage, found):
                brief = replace(brief, stance="corrects", denies=None)
            found.append(replace(brief, speaker=answers))
            continue
        content = _content(parsed, passage)
        if content is not None and content.end < turning and _INTRODUCES.search(
            parsed.slice(content)
        ):  # fmt: skip
            continue
        verdict = None if content is None else verdict_of(parsed.text, content)
        if verdict is not None and verdict.stance == "denies":
            found.append(OwnWords(verdict.content, "denies", None, "occurrence", answers))
            continue
        if verdict is not None:
            content = verdict.content
        if content is not None and (first := taken.first_in(passage.mark)) is not None:
            behind = clause_behind(parsed.text, content, taken.last_in(passage.mark))
            if behind is not None and _tells(behind, told, triggers, numbers):
                found.append(OwnWords(behind, speaker=answers))
            before = clause_before(parsed.text, content, first)
            if before is None and (first_person or answers is not None):
                before = clause_spliced(passage.frame, content, first)
            content = before
        if content is None:
            continue
        words = parsed.slice(content)
        if is_chat(words):
            continue
        if (withdrawn := taken_back(parsed.text, *content)) is not None:
            found.append(OwnWords(Mark(*withdrawn), "retracts"))
            continue
        if _is_put_right(parsed, passage, found) and content.end <= passage.mark.end:
            found.append(OwnWords(content, "corrects"))
            continue
        if is_housekeeping(words):
            continue
        inside = [told[at] for at in triggers.inside(content)]
        counted = bool(numbers.inside(content))
        dated = passage.mark.end > begun - _LEAD and (
            any(map(str.isdigit, words))
            or any(word.entity in ("DATE", "TIME") for word in passage.frame.words)
        )
        speaks = answers is not None or (first_person and (dated or passage.mark.end > begun))
        to = _ADDRESSED.match(words) if speaks else None
        called = turned_to(words) if to is None else to.end()
        if speaks and called:  # "To the soldiers: go home", "@ReliefDesk please answer"
            content = Mark(content.start + called, content.end)
            words = parsed.slice(content)
        asking = speaks and passage is not parsed.passages[0] and passage.mark.end > begun
        if asking and asks_for(passage.frame, words, content.start):
            found.append(OwnWords(asking_alone(parsed.text, content), "calls_for", speaker=answers))
            continue
        promise = None
        if speaks and answers is None and (joined := resolves.joined(words)) is not None:
            promise = Mark(content.start + joined[1], content.end)
            content = Mark(content.start, content.start + joined[0])
            words = parsed.slice(content)
        demanded = speaks and passage.mark.end > begun and due(words)
        promised = answers is None and resolves.promised(words)
        begins = parsed.text[passage.mark.start : content.end]
        corrects = CORRECTS.match(begins) is not None and passage.mark.end > begun
        granted = verdict is not None and _GRANTS.match(begins) is not None
        told_of = passage.mark.end > begun
        if not promised and not granted and _is_aside(words):
            continue
        if not (
            corrects
            or granted
            or promised
            or demanded
            or (told_of and REFUTED.match(words) is not None)
            or (speaks and (CALLED_UNTRUE.match(words) or has_no_part(words)))
            or scope.is_told(
                scope.Candidate(
                    passage.frame, content, words, inside, content.start / len(parsed.text),
                    passage.paragraph, counted, speaks, first_person, post, told_of,
                    passage is parsed.passages[0],
                    (post and any(one.trigger.firm and one.trigger.real for one in inside))
                    or (speaks and announced(words, {word.entity for word in passage.frame.words}))
                    or _in_scope(passage.frame, words, inside, counted=counted, first_person=speaks)
                    or _bears_on(passage.frame, words, inside, begun=told_of),
                )
            )
        ):  # fmt: skip
            continue
        stance, denies = _stance_of(words, corrects=corrects, ours=speaks)
        if stance == "asserts" and (promised or demanded):
            stance = "commits_to" if promised else "calls_for"
        if speaks and owned_up(words):
            stance = "acknowledges"
        if verdict is not None and first_person and stance == "asserts" and (
            words != parsed.slice(verdict.content) or verdict.stance is None
        ):  # fmt: skip
            stance = "acknowledges" if _GRANTS.match(begins) else stance
        claimed = bool(others) and others[0] < content.start
        claimed = claimed or any(one.stance == "denies" for one in found)  # what was said elsewhere
        if answers is not None:
            claimed = _claimed_before(claims, content.start)
        cleared = speaks and answers is None and stance == "asserts" and clears_us(
            passage.frame, content
        )  # fmt: skip
        if cleared or (
            speaks and stance == "asserts" and (claimed or disowned(words))
            and (negated_in(passage.frame, content) or has_no_part(words))
        ):  # fmt: skip
            stance = "denies"
            denies = denied_by(words) if claimed and not cleared else "attribution"
        basis: Literal["saw", "heard"] | None
        basis = "saw" if SAW.search(words) else "heard" if HEARD.search(words) else None
        found.append(OwnWords(content, stance, basis, denies, answers))
        if promise is not None:
            found.append(OwnWords(promise, "commits_to"))
    return _whole(parsed, taken, found)


def _own_answer(
    parsed: Parsed, passage: Passage, taken: Taken, claims: Sequence[int]
) -> OwnWords | None:
    """Return a short sentence that answers what was claimed just before, or says nothing of it."""
    if taken.first_in(passage.mark) is not None:
        return None
    start, end = passage.mark
    while end > start and parsed.text[end - 1] in _ENDING + "!":
        end -= 1
    words = parsed.text[start : min(end, start + _LEAD)]
    if verdict_of(parsed.text, Mark(start, end)) is not None:
        return None
    answer = answer_of(words, claimed=_claimed_before(claims, start))
    if answer is not None:
        return OwnWords(Mark(start, start + answer.length), answer.stance, None, answer.denies)
    return OwnWords(Mark(start, end), "declines_to_comment") if silent_on(words) else None


def _claimed_before(claims: Sequence[int], start: int) -> bool:
    """Say whether somebody claims something just before a sentence."""
    last = bisect_left(claims, start + 1) - 1
    return last >= 0 and start - claims[last] < _JUST_BEFORE


def _stance_of(words: str, *, corrects: bool, ours: bool) -> tuple[Stance, Aspect | None]:
    """Return where the text's own voice stands by its words alone."""
    if REFUTED.match(words):
        return "disputes", "other"
    if corrects:
        return "corrects", None
    if PROMISE.search(words) or (ours and PLEDGE.search(words)):
        return "commits_to", None
    if UNSUPPORTED.search(words):
        return "disputes", "occurrence"
    if NOT_OURS.search(words) or (ours and AT_REST.match(words)):
        return "denies", "attribution"
    if ours and NONE_OF_OURS.search(words):
        return "denies", "other"
    if ours and CALLED_UNTRUE.match(words):
        return "denies", denied_by(words)
    if OURS_DID.search(words):
        return "claims_responsibility", None
    return ("disputes", "scale") if NOT_SO_MANY.search(words) else ("asserts", None)


def _whole(parsed: Parsed, taken: Taken, found: list[OwnWords]) -> list[OwnWords]:
    """Join the halves of a sentence that a semicolon divides, where nobody else speaks in it."""
    free = {
        passage.mark.start: passage
        for passage in parsed.passages
        if passage.frame is not None and not passage.utterances
        and taken.first_in(passage.mark) is None
    }  # fmt: skip
    after = {
        before.mark.end: passage.mark.start
        for before, passage in zip(parsed.passages, parsed.passages[1:], strict=False)
        if before.mark.start in free and passage.mark.start in free
        and parsed.text[before.mark.end : passage.mark.start].strip() == ";"
    }  # fmt: skip
    before = {start: end for end, start in after.items()}
    ends = {passage.mark.end: passage for passage in free.values()}
    out: list[OwnWords] = []
    for one in found:
        start, end = one.content
        while start in before:
            start = ends[before[start]].mark.start
        while end in after:
            mark = free[after[end]].mark
            end = mark.end
        while end > start and parsed.text[end - 1] in _ENDING:
            end -= 1
        if out and out[-1].content.end > start:
            continue
        out.append(replace(one, content=Mark(start, end)))
    return out


def _tells(mark: Mark, told: Sequence[Told], triggers: Shelf, numbers: Shelf) -> bool:
    """Say whether an event or a number of people is told of here."""
    real = (told[at].trigger for at in triggers.inside(mark))
    return bool(numbers.inside(mark)) or any(one.firm and one.real for one in real)


def _is_put_right(parsed: Parsed, passage: Passage, found: Sequence[OwnWords]) -> bool:
    """Say whether a sentence follows one that tells what an earlier version said."""
    if found and found[-1].stance == "retracts" and (
        passage.mark.start - found[-1].content.end < _AT_ONCE
    ):  # fmt: skip
        return True
    paragraph = parsed.paragraphs[passage.paragraph]
    begins = max(paragraph.start, passage.mark.start - _LEAD)
    return CORRECTING.search(parsed.text, begins, passage.mark.start) is not None


def _content(parsed: Parsed, passage: Passage) -> Mark | None:
    """Return a sentence without dateline and final stop; None if it is too short or too long."""
    assert passage.frame is not None
    start, end = max(passage.mark.start, passage.frame.mark.start), passage.mark.end
    text = parsed.text
    dateline = DATELINE.match(text[start : min(end, start + 120)])
    if dateline:
        start += dateline.end()
    label = LABEL.match(text, start, end)
    if label:
        if label.group().startswith("Q"):
            return None  # a question of whoever takes the statement
        start = label.end()
    while end > start and text[end - 1] in _ENDING:
        end -= 1
    if end - start > _MOST or len(text[start:end].split()) < _FEWEST_WORDS - (
        passage.frame.words[0].tag == "CD"  # "Thirteen died"
    ):
        return None
    return Mark(start, end)


def _is_aside(words: str) -> bool:
    """Say whether a sentence only asks, names who wrote it, or says that nobody could verify it."""
    return bool(UNVERIFIED.search(words) or BYLINE.search(words)) or words.endswith("?")


def _in_scope(
    frame: Sentence, words: str, inside: Sequence[Told], *, counted: bool, first_person: bool
) -> bool:  # fmt: skip
    if counted or MATTERS.search(words) or PROMISE.search(words):
        return True
    verbs = any(word.tag in ("VBD", "VBZ", "VBP", "VBN", "MD") for word in frame.words)
    if not verbs:
        return False
    if any(one.trigger.firm and one.trigger.real for one in inside):
        return True
    if _armed_act(frame) or any(not one.trigger.types for one in inside):
        return True
    return first_person and states(frame, words) and not OF_THE_PAPER.search(words)


def _bears_on(frame: Sentence, words: str, inside: Sequence[Told], *, begun: bool) -> bool:
    """Say whether a sentence goes on with an event told of, or is a cry of one without a verb."""
    if begun and (DONE.search(words) or SIZES.search(words) or happens(frame)):
        return True
    return any(one.trigger.firm for one in inside) and NOW.search(words) is not None


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
