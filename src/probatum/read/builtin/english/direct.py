"""Direct quotations: which utterances are one assertion, and who says them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from probatum.read.builtin.english.according import in_whose_words
from probatum.read.builtin.english.asides import how_put
from probatum.read.builtin.english.clauses import content
from probatum.read.builtin.english.cue_search import Found, cues_in
from probatum.read.builtin.english.fronts import named_in_front
from probatum.read.builtin.english.parsed import Passage, Sentence
from probatum.read.builtin.english.speakers import Speaker, is_somebody, speaker_at, subject
from probatum.read.builtin.english.verb_cues import without_stop
from probatum.read.found import Mark, Said

_FAR = 240
_WITHOUT_Q = 60
_LABEL = 8
_ANSWERS = frozenset("answer reply response word this more confirmation confirmed reported".split())


@dataclass(frozen=True, slots=True)
class Quoted:
    """The utterances of one passage as one attribution; ``verb`` is where its cue stands."""

    said: Said
    verb: int | None = None


@dataclass(slots=True)
class Carried:
    """Who would be speaking if a quotation came now without a cue."""

    speaker: Speaker = field(default_factory=lambda: Speaker(None))
    via: tuple[Mark, ...] = ()
    paragraph: int = -1

    def remember(self, passage: Passage, said: list[Said]) -> None:
        """Take note of who speaks in a passage, or whom it introduces."""
        quoted_marks = [one.quotation.inner for one in passage.utterances]
        spoken = [
            one
            for one in said
            if one.speaker is not None
            and one.cue is not None
            and not any(mark.start <= one.cue.start < mark.end for mark in quoted_marks)
        ]
        if spoken:
            first = min(spoken, key=lambda one: one.cue or one.content)
            self.speaker = Speaker(first.speaker, None, first.speaker_count, first.voice)
            self.via, self.paragraph = first.via, passage.paragraph
            return
        if passage.frame is None or said:
            return
        introduced = _main_subject(passage.frame)
        if introduced is not None and passage.frame.words[introduced].lower not in (
            "he", "she", "they", "i", "we",
        ):  # fmt: skip
            self.speaker = speaker_at(passage.frame, introduced)
            self.via = ()


def quoted(passage: Passage, carried: Carried) -> Quoted | None:
    """Return what the utterances of a passage say together, None if it has none."""
    if not passage.utterances:
        return None
    first, last = passage.utterances[0].quotation, passage.utterances[-1].quotation
    words = [word for one in passage.utterances[-1].sentences for word in one.words]
    mark = without_stop(words, Mark(first.inner.start, last.inner.end))
    if mark is None:
        return None
    frame = passage.frame
    if frame is None or not any(word.text[0].isalnum() for word in frame.words):
        via = carried.via if carried.paragraph == passage.paragraph else ()
        return Quoted(replace(_said(mark, carried.speaker), via=via))
    found = _nearest(passage, frame)
    if found is None and any(word.lower in ("reads", "read", "reading") for word in frame.words):
        return None  # words on a wall or a banner
    put = next((how_put(frame, at) for at, word in enumerate(frame.words[:3])
                if word.lower == "how"), None)  # fmt: skip
    if put is not None:
        said = replace(_said(mark, speaker_at(frame, put[1])), cue=frame.between(put[0], put[0]))
        return Quoted(said, put[0])
    if found is None:
        return Quoted(_said(mark, _label(frame) or _doer(passage, frame) or carried.speaker))
    speaker = speaker_at(frame, _subject(frame, found))
    if speaker.mark is None:
        speaker = carried.speaker
    if _has_its_own_clause(passage, frame, found):
        return Quoted(_said(mark, speaker))
    asks = found.cue.stance == "calls_for" and words[-1].text == "?"
    said = Said(
        content=mark,
        stance="asserts" if asks else found.cue.stance,
        quoted="direct",
        voice=speaker.voice,
        speaker=speaker.mark,
        speaker_count=speaker.count,
        cue=frame.between(found.first, found.last),
    )
    return Quoted(said, found.verb)


def _said(mark: Mark, speaker: Speaker) -> Said:
    return Said(
        content=mark,
        stance="asserts",
        quoted="direct",
        voice=speaker.voice,
        speaker=speaker.mark,
        speaker_count=speaker.count,
    )


def _has_its_own_clause(passage: Passage, frame: Sentence, found: Found) -> bool:
    """Say whether the cue already has a clause between itself and the quotation."""
    start = passage.utterances[0].quotation.outer.start
    end = frame.words[found.last].end
    if start < end:
        return False
    stretch = content(frame, found, _subject(frame, found))
    if stretch is None or stretch.last - stretch.first < 2:
        return False
    mark = frame.between(stretch.first, stretch.last)
    return end <= mark.start and mark.end <= start


def _subject(frame: Sentence, found: Found) -> int | None:
    head = subject(frame, found.verb)
    if head is None:
        head = named_in_front(frame, found)
    if head is not None and head > found.verb:
        named = _named_behind(frame, head)
        return head if named is None else named
    if head is not None:
        return head
    for at in range(found.verb + 1, min(found.verb + 6, len(frame.words))):
        if frame.words[at].tag.startswith(("NN", "PRP")):
            while at + 1 < len(frame.words) and frame.words[at + 1].tag.startswith("NN"):
                at += 1
            return _named_behind(frame, at) or at
        if frame.words[at].text in (",", ":"):
            break
    return None


def _named_behind(frame: Sentence, noun: int) -> int | None:
    """Return the name of "sobbed mum-of-three Carly Voss", which the parser cuts in two."""
    words = frame.words
    if words[noun].tag.startswith("NNP"):
        return None
    for at in range(noun + 1, min(noun + 8, len(words))):
        if words[at].tag == "NNP" and words[at].entity in ("PERSON", ""):
            while at + 1 < len(words) and words[at + 1].tag == "NNP":
                at += 1
            return at if words[at - 1].tag == "NNP" else None
        if words[at].tag not in ("HYPH", "IN", "CD", "NN", "JJ"):
            return None
    return None


def _nearest(passage: Passage, frame: Sentence) -> Found | None:
    """Return the cue that stands closest to a border of an utterance."""
    best: tuple[int, Found] | None = None
    for found in cues_in(frame):
        if found.cue.stance == "declines_to_comment":
            continue
        start, end = frame.words[found.first].start, frame.words[found.last].end
        for utterance in passage.utterances:
            outer = utterance.quotation.outer
            distance = outer.start - end if end <= outer.start else start - outer.end
            if "q" not in found.cue.takes:
                distance += _WITHOUT_Q
            if distance >= 0 and (best is None or distance < best[0]):
                best = (distance, found)
    return None if best is None or best[0] > _FAR else best[1]


def _label(frame: Sentence) -> Speaker | None:
    """Return who is named before a colon: ``Mayor: "They shot at us"``."""
    for at, word in enumerate(frame.words):
        if word.text == ":" and 0 < at <= _LABEL:
            to = next((one for one in range(1, at) if frame.words[one].lower == "to"), at)
            if to < at and all(one.tag.startswith(("NN", "JJ", "DT")) for one in frame.words[:to]):
                at = to  # "Clerk to tribunal: ..."
            place = next(
                (
                    one
                    for one in range(1, at)
                    if frame.words[one].lower in ("at", "in", "from", "on", "near")
                ),
                at,
            )
            if frame.words[place - 1].tag.startswith("NN"):
                at = place  # "Our correspondent at the scene: ..."
            if frame.words[at - 1].tag.startswith("NN") and not any(
                one.tag.startswith("VB") for one in frame.words[:at]
            ):
                return speaker_at(frame, at - 1)
            return None
    return None


def _doer(passage: Passage, frame: Sentence) -> Speaker | None:
    """Return who acts in the words round a quotation: ``She pointed: "They stood there."``"""
    quoted_of = in_whose_words(frame)
    if quoted_of is not None:
        return quoted_of
    at = _giving(frame) or _main_subject(frame)
    signed = at is not None and not any(
        one.tag in ("VBD", "VBZ", "VBP", "MD") for one in frame.words
    )  # "..." – Aron, 19, a student
    if at is None or not signed and (
        passage.utterances[0].quotation.outer.start < frame.words[at].start
    ):  # fmt: skip
        return None
    return speaker_at(frame, at)


def _giving(frame: Sentence) -> int | None:
    """Return from whom an answer came: "came the reply from the garrison", "This from our man"."""
    words = frame.words
    for at in range(1, len(words)):
        if words[at].lower in ("from", "by") and (
            any(one.lower in _ANSWERS for one in words[max(0, at - 3) : at])
        ):
            noun = frame.child(at, "pobj")
            while noun is not None and (name := frame.child(noun, "appos")) is not None:
                noun = name
            if noun is not None and is_somebody(frame, noun):
                return noun
    return None


def _main_subject(frame: Sentence) -> int | None:
    for at, word in enumerate(frame.words):
        if word.head == at:
            own = frame.child(at, "nsubj", "nsubjpass")
            if own is None and word.tag.startswith("NNP"):
                own = at  # "Marcus, who was queueing for the boat:"
            return own if own is not None and is_somebody(frame, own) else None
    return None
