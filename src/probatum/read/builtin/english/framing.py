"""What frames an attribution: hedges, relays, addressee, the day of saying, shades of stance."""

from __future__ import annotations

import re
from dataclasses import replace

from probatum.read.builtin.english.anonymity import says_anonymous
from probatum.read.builtin.english.hedges import hedges_in
from probatum.read.builtin.english.parsed import Parsed, Passage, Sentence
from probatum.read.builtin.english.relay import addressee, relays
from probatum.read.builtin.english.stances import shaded
from probatum.read.builtin.english.verb_cues import how_quoted, whole_marks
from probatum.read.found import Mark, Said

_DAY = re.compile(
    r"\b(?:(?:early|late|earlier|later) (?:on )?)?(?:(?:last|this) )?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?"
    r"|yesterday|today|tonight|\d{1,2} (?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december)(?: \d{4})?|(?:january|february|march|april|may|june|"
    r"july|august|september|october|november|december) \d{1,2}(?:, \d{4})?)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[A-Z][A-Z ]{3,24}: ")
_NEAR = 70
_FRONT = 40


def framed(
    parsed: Parsed, passage: Passage, sentence: Sentence | None, said: Said, verb: int | None
) -> Said:
    """Return the attribution with all that its sentence says about it."""
    text = parsed.text
    if sentence is not None and not _spoken(passage, said):
        content = whole_marks(passage, said.content)
        said = replace(said, content=content, quoted=how_quoted(passage, content))
    label = _LABEL.match(text, *said.content)
    if label is not None and (said.speaker is None or said.speaker.start > label.end()):
        said = replace(said, content=Mark(label.end(), said.content.end))
    hedges = hedges_in(text, said.content)
    if said.cue is not None and (said.speaker is None or parsed.slice(said.cue).startswith("fear")):
        hedges = tuple(dict.fromkeys((*hedges_in(text, said.cue), *hedges)))
    said = replace(said, hedges=hedges)
    quoted = next(
        (one.sentences for one in passage.utterances
         if said.quoted == "direct" and one.quotation.inner.start == said.content.start), ()
    )  # fmt: skip
    said = shaded(said, text, quoted, sentence, "" if said.cue is None else parsed.slice(said.cue))
    if sentence is None:
        return said
    via = said.via
    if verb is not None:
        via = tuple(dict.fromkeys((*via, *relays(sentence, verb, said.content))))
        via = tuple(one for one in via if one != said.speaker)
    to = said.addressee
    if said.stance == "calls_for" and verb is not None and said.cue is not None:
        to = addressee(sentence, verb, _last(sentence, said.cue), said.content)
    voice = said.voice
    if voice == "attributed" and says_anonymous(_frame_words(parsed, passage, said)):
        voice = "anonymous"
    return replace(said, via=via, addressee=to, voice=voice, said_at=_said_at(text, said, sentence))


def _spoken(passage: Passage, said: Said) -> bool:
    """Say whether the content is made of utterances and not of words of a frame."""
    return any(one.quotation.inner.start == said.content.start for one in passage.utterances)


def _last(sentence: Sentence, cue: Mark) -> int:
    return next(at for at, word in enumerate(sentence.words) if word.end == cue.end)


def _frame_words(parsed: Parsed, passage: Passage, said: Said) -> str:
    """Return the passage's words outside the content, near the speaker."""
    if said.speaker is None or not passage.mark.start <= said.speaker.start < passage.mark.end:
        return ""
    start, end = said.speaker.start, min(passage.mark.end, said.speaker.end + 160)
    if start < said.content.start < end:
        end = said.content.start
    return parsed.text[start:end]


def _said_at(text: str, said: Said, sentence: Sentence) -> Mark | None:
    """Return the day that stands beside the cue, outside what is said."""
    if said.cue is None:
        return None
    low = max(sentence.mark.start, said.cue.start - _NEAR)
    high = min(sentence.mark.end, said.cue.end + _NEAR)
    stretches = []
    if said.content.start >= said.cue.end:
        stretches = [(said.cue.end, min(high, said.content.start))]
        if said.speaker is not None and said.speaker.start < said.cue.start:
            stretches.append((said.speaker.end, said.cue.start))
            if said.speaker.start - sentence.mark.start < _FRONT:
                stretches.append((sentence.mark.start, said.speaker.start))
    elif said.content.end <= said.cue.start:
        stretches = [(said.cue.end, high), (max(low, said.content.end), said.cue.start)]
    for start, end in stretches:
        found = _DAY.search(text, start, end) if start < end else None
        if found is not None:
            return Mark(*found.span())
    return None
