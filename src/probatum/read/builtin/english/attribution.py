"""Who says what in an English text: every attribution, in text order.

Steps, each in a module of its own: quotations with their cue (``direct``); verb cues and what they
introduce (``clauses``), noun cues, sources named beside a sentence (``according``), headlines,
pictures; then what frames them all: hedges, relays, shades of stance, nesting.
"""

from __future__ import annotations

from dataclasses import replace

from probatum.read.builtin.english.according import according_to, hearsay
from probatum.read.builtin.english.asides import asides
from probatum.read.builtin.english.depictions import depictions
from probatum.read.builtin.english.direct import Carried, quoted
from probatum.read.builtin.english.framing import framed
from probatum.read.builtin.english.headlines import is_office, labelled
from probatum.read.builtin.english.hearing import heard_in
from probatum.read.builtin.english.listing import Lister, pledged
from probatum.read.builtin.english.nesting import nested, within
from probatum.read.builtin.english.noun_cues import noun_cues
from probatum.read.builtin.english.parsed import Parsed, Passage, Sentence
from probatum.read.builtin.english.perceiving import perceived
from probatum.read.builtin.english.performing import (
    behind_colon,
    of_nobody,
    pointed,
    with_care,
)
from probatum.read.builtin.english.speakers import Speaker
from probatum.read.builtin.english.verb_cues import said_by_verbs
from probatum.read.found import Mark, Said

# How far behind a quotation its speaker may be named.
_SOON = 120
# "We condemn the raid" does what it says: the text's own voice takes a stance by it.
_DONE_BY_SAYING = frozenset(
    "calls_for condemns acknowledges retracts denies disputes corrects commits_to".split()
)
_JUDGING = frozenset({"accuse", "blame", "hold", "regard"})
_BROKEN_OFF = frozenset({"not", "though", "but", "although"})


def attributions(parsed: Parsed) -> list[Said]:
    """Return what the text says that others say; its own voice is left to others."""
    found: list[Said] = []
    carried = Carried()
    lister = Lister(parsed)
    for passage in parsed.passages:
        leader = lister.of(passage) or _going_on(parsed, passage, found)
        mine = _of_passage(parsed, passage, carried, leader)
        mine = [one for said in mine if (one := with_care(parsed.text, passage, said)) is not None]
        call = lister.called(passage)
        if call is not None and passage.frame is not None:
            mine = [framed(parsed, passage, passage.frame, call, None), *mine]
        answers, asked = parsed.answers(passage), parsed.addressed(passage)
        if answers is not None:
            mine = [_in_turn(one, answers) for one in mine]
        elif asked is not None:
            mine = [one for said in mine if (one := _put_to(parsed, passage, said, asked))]
        carried.remember(passage, mine)
        found.extend(mine)
    return nested(parsed, _echoed(parsed, _continued(parsed, found)))


def _going_on(parsed: Parsed, passage: Passage, found: list[Said]) -> Speaker | None:
    """Return who goes on behind a semicolon: "it urges A to do this; asks B to do that"."""
    before = parsed.text[max(0, passage.mark.start - 2) : passage.mark.start].rstrip()
    if before != ";" or passage.frame is None or not found:
        return None
    first, last = passage.frame.words[0], found[-1]
    if first.tag not in ("VBZ", "VBD", "VBP") or last.content.end < passage.mark.start - 400:
        return None
    return Speaker(last.speaker, None, last.speaker_count, last.voice)


def _in_turn(said: Said, speaker: Mark) -> Said:
    """Return what is said in somebody's turn: their own words, or others' words through them."""
    if said.voice == "own":
        return replace(said, speaker=speaker, voice="attributed")
    return replace(said, via=(*said.via, speaker))


def _put_to(parsed: Parsed, passage: Passage, said: Said, asked: Mark) -> Said | None:
    """Return what a question takes up: "You say that" is of whom it is put to; asking is none."""
    if said.speaker is None or parsed.slice(said.speaker).lower() != "you":
        return said
    if parsed.text[passage.mark.end - 1] == "?":
        return None
    return replace(said, speaker=asked)


def _of_passage(
    parsed: Parsed, passage: Passage, carried: Carried, lister: Speaker | None
) -> list[Said]:
    found: list[Said] = []
    direct = quoted(passage, carried)
    taken: set[int] = set()
    if direct is not None:
        found.append(framed(parsed, passage, passage.frame, direct.said, direct.verb))
        if direct.verb is not None:
            taken.add(direct.verb)
    if passage.frame is not None:
        headline = labelled(passage.frame) if not passage.utterances else None
        if headline is not None and (
            _is_line(parsed, passage) or is_office(passage.frame, headline[1])
        ):
            found.append(framed(parsed, passage, passage.frame, headline[0], None))
        heard = heard_in(parsed.text, passage)
        found.extend(framed(parsed, passage, passage.frame, one, None) for one in heard)
        taken.update(_within_cues(passage.frame, heard))
        found = _of_sentence(parsed, passage, passage.frame, taken, found, lister)
        pledge = None if lister is None else pledged(passage.frame, lister)
        if pledge is not None:
            found.append(framed(parsed, passage, passage.frame, pledge, None))
    more = pointed(passage, found)
    found.extend(framed(parsed, passage, passage.frame, one, None) for one in more)
    found = [of_nobody(parsed.text, one) for one in found]
    done = behind_colon(parsed.text, passage)
    if done is not None:
        found = [one for one in found if one.voice != "own"]
        found.append(framed(parsed, passage, passage.frame, done, None))
    for utterance in passage.utterances:
        for sentence in utterance.sentences:
            inner = _of_sentence(parsed, passage, sentence, set(), [])
            found.extend(one for one in inner if one.stance != "declines_to_comment")
    return _distinct(parsed, found)


def _within_cues(frame: Sentence, heard: list[Said]) -> list[int]:
    """Return the words within cues of several words: "heard it said" is no saying of its own."""
    cues = [one.cue for one in heard if one.cue is not None]
    return [
        at for at, word in enumerate(frame.words)
        if any(cue.start <= word.start < cue.end for cue in cues)
    ]  # fmt: skip


def _is_line(parsed: Parsed, passage: Passage) -> bool:
    """Say whether a passage stands as a line of its own: a headline, a bullet, a post."""
    paragraph = parsed.paragraphs[passage.paragraph]
    unstopped = parsed.text[passage.mark.end - 1] not in '.”"'
    return paragraph.end == passage.mark.end and (unstopped or passage.paragraph == 0)


def _of_sentence(
    parsed: Parsed, passage: Passage, sentence: Sentence, taken: set[int], before: list[Said],
    lister: Speaker | None = None,
) -> list[Said]:  # fmt: skip
    """Return the attributions of one parsed sentence, behind those already found in it."""
    found = list(before)
    seen = perceived(sentence) if sentence is passage.frame else []
    for verb, said in (*depictions(sentence), *hearsay(sentence), *asides(sentence), *seen):
        taken.add(verb)
        found.append(framed(parsed, passage, sentence, said, None))
    verbs = said_by_verbs(parsed.text, passage, sentence, taken, lister)
    for verb, said in verbs:
        found.append(framed(parsed, passage, sentence, said, verb))
    for said, _ in according_to(sentence):
        found = _beside(found, said) or [*found, framed(parsed, passage, sentence, said, None)]
    for _, said, _speaker in noun_cues(sentence):
        found.append(framed(parsed, passage, sentence, said, None))
    asks = sentence is passage.frame
    return [one for one in found if one.voice != "own" or (asks and _does(parsed, one))]


def _does(parsed: Parsed, said: Said) -> bool:
    """Say whether the text's own voice does something by saying it: condemns, asks, accuses."""
    judges = said.cue is not None and parsed.slice(said.cue).lower() in _JUDGING
    return said.stance in _DONE_BY_SAYING or judges


def _beside(found: list[Said], said: Said) -> list[Said] | None:
    """Make the source a relay of what somebody else says beside it; None if nobody does."""
    for at, one in enumerate(found):
        if one.cue is None or said.speaker is None or not within(one.cue, said.content):
            continue
        if one.quoted != "direct" and one.content.start < said.content.start - 1:
            continue
        content = one.content
        if said.cue is not None and said.cue.start == content.start:
            content = Mark(said.content.start, content.end)
        relayed = replace(one, content=content, via=(*one.via, said.speaker))
        return [*found[:at], relayed, *found[at + 1 :]]
    return None


def _distinct(parsed: Parsed, found: list[Said]) -> list[Said]:
    """Sort, and leave out what says the same of the same speaker."""
    found.sort(key=lambda one: (one.content.start, -one.content.end, one.cue or one.content))
    out: list[Said] = []
    for one in found:
        if any(one.content == other.content and one.speaker == other.speaker for other in out):
            continue
        if any(_said_already(parsed, one, other) for other in found):
            continue
        if one.speaker is None and any(
            one.content == other.content and other.speaker is not None for other in found
        ):
            continue  # "said in a report that"
        if (
            one.speaker is None
            and bool(one.hedges)  # "reportedly", "is said to"
            and not one.depiction
            and any(
                one.cue is not None and other.speaker is not None and within(one.cue, other.content)
                for other in found
            )
        ):
            continue
        out.append(one)
    return out


def _said_already(parsed: Parsed, one: Said, other: Said) -> bool:
    """Say whether a cue only takes up what was said: "..., though not, he insisted, ..."."""
    if one.cue is None or other.cue is None or one.cue.start < other.content.end:
        return False
    words = parsed.slice(one.content).rsplit(maxsplit=1)
    return words[-1] in _BROKEN_OFF and within(other.content, one.content)


def _continued(parsed: Parsed, found: list[Said]) -> list[Said]:
    """Give a quotation left open, or without speaker, the speaker of what goes on behind it."""
    open_ends = {
        one.quotation.inner.start
        for passage in parsed.passages
        for one in passage.utterances
        if not one.quotation.closed
    }
    out = list(found)
    for at in range(len(out) - 2, -1, -1):
        one, following = out[at], out[at + 1]
        if one.cue is not None or one.quoted != "direct":
            continue
        between = parsed.text[one.content.end : following.content.start]
        goes_on = one.content.start in open_ends and following.quoted == "direct" and not any(
            map(str.isalnum, between)
        )  # fmt: skip
        if goes_on or (one.speaker is None and len(between) < _SOON and "\n" not in between):
            out[at] = replace(
                one, speaker=following.speaker, voice=following.voice, via=following.via
            )
    return out


def _echoed(parsed: Parsed, found: list[Said]) -> list[Said]:
    """Give a quotation without speaker, as in a headline, the one who says the words elsewhere."""
    spoken = [(parsed.slice(one.content).casefold(), one) for one in found if one.speaker and (
        one.quoted == "direct")]  # fmt: skip
    headline = max((one.end for one in parsed.paragraphs[:2]), default=0)
    out = []
    for one in found:
        if one.speaker is None and one.quoted == "direct" and one.cue is None:
            if one.content.start >= headline:
                continue
            words = parsed.slice(one.content).casefold()
            twin = next((other for said, other in spoken if words in said), None)
            whose = twin.speaker if twin is not None else _answered(parsed, words, headline)
            if whose is None:
                continue
            one = replace(one, speaker=whose, voice="attributed" if twin is None else twin.voice)
        out.append(one)
    return out


def _answered(parsed: Parsed, words: str, behind: int) -> Mark | None:
    """Return who says these words, in lower case, in a turn further on, else who answers first."""
    if not parsed.turns:
        return None
    at = parsed.text.casefold().find(words, behind)
    speaking = [one for one in parsed.passages if parsed.answers(one) is not None]
    for passage in speaking:
        if passage.mark.start <= at < passage.mark.end:
            return parsed.answers(passage)
    return parsed.answers(speaking[0]) if speaking else None
