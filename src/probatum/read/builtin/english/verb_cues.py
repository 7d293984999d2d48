"""Attributions that verbs introduce in a parsed sentence, one by one from the left."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from probatum.read.builtin.english.anonymity import says_anonymous
from probatum.read.builtin.english.citing import behind_source, by_source, cited, signer
from probatum.read.builtin.english.clauses import content
from probatum.read.builtin.english.cue_search import Found, cues_in
from probatum.read.builtin.english.cues import lemma, noun_cue, phrases, verb_cue
from probatum.read.builtin.english.fronts import subject_of
from probatum.read.builtin.english.misread import is_misread
from probatum.read.builtin.english.noun_cues import claimed
from probatum.read.builtin.english.parsed import Passage, Sentence, Word
from probatum.read.builtin.english.several import parts
from probatum.read.builtin.english.speakers import (
    Speaker,
    can_speak,
    is_paper,
    is_somebody,
    speaker_at,
)
from probatum.read.builtin.english.stretches import Stretch, after, trimmed
from probatum.read.builtin.english.trailing import without_trailing
from probatum.read.found import Mark, Said

# Things show, suggest and reveal as well; only people, bodies and papers do so in words.
_NEAR = 60
_ONLY_A_NAME = re.compile(
    r"(?:not )?to be (?:called|known|identified|named|quoted)\b|"
    r"not to (?:use|publish|print|give|disclose|reveal|mention|share) (?:his|her|their|its) "
    r"(?:full |real |sur|last )?(?:names?|identit)|"
    r"(?:(?:his|her|their|my|our|its|the|no) )?(?:\w+ )?(?:names?|surnames?|"
    r"identit\w+) (?:not )?be "
    r"(?:not )?(?:withheld|printed|published|used|given|disclosed|shared|changed|mentioned)\b|"
    r"(?:he|she|they) (?:was |were )?(?:spoke|speaks?|speaking|acts?|acted) for\b"
)
_SHORT_CLAUSE = 2
_SOON = 9  # words
_SPEAKING = ("VBD", "VBZ", "VBP")
_FOUND_OUT = frozenset({"find", "determine", "establish"})
_WEAK = frozenset(
    "suggest indicate reveal show imply establish demonstrate find determine signal hint "
    "charge hold point contradict lower raise cut reduce "
    "record register count list tally catalogue catalog log enumerate".split()
)


def said_by_verbs(
    text: str, passage: Passage, sentence: Sentence, taken: set[int],
    lister: Speaker | None = None,
) -> list[tuple[int, Said]]:  # fmt: skip
    """Return each verb with what it introduces; ``taken`` are verbs that others have read.

    ``lister`` speaks where the sentence is a line of a list that begins with a verb.
    """
    out: list[tuple[int, Said]] = []
    shared: dict[int, Speaker] = {}
    for found in cues_in(sentence):
        if found.verb in taken or sentence.words[found.verb].lower in ("citing", "quoting"):
            continue
        head = subject_of(sentence, found)
        head = signer(sentence, found, head)
        speaker = shared.get(found.verb) or speaker_at(sentence, head)
        if lister is not None and (
            found.verb == 0
            or (sentence.words[found.verb].head == 0 and sentence.words[found.verb].dep == "conj")
        ):
            speaker = lister
        stretch = content(sentence, found, head)
        source = cited(sentence, found)
        if source is not None:
            stretch = behind_source(sentence, found, source) or stretch
        last = out[-1] if out else None
        if last is not None and (
            _adds(sentence, found) or _goes_on_saying(sentence, found, head, last[0])
        ):
            speaker = Speaker(last[1].speaker, None, last[1].speaker_count, last[1].voice)
        elif last is not None and _joined_by_comma(sentence, found, last[0]):
            speaker = Speaker(last[1].speaker, None, last[1].speaker_count, last[1].voice)
            stretch = after(sentence, found.last + 1, len(sentence.words) - 1)
        if stretch is not None and head is not None:
            stretch = _before_its_source(sentence, found, stretch, head)
        if stretch is not None:
            stretch = _cut_at_next_cue(sentence, found, stretch, speaker, shared)
            stretch = _claim_within(sentence, found, stretch)
            stretch = _within_aside(sentence, found, stretch)
            if stretch is not None and speaker.voice != "own":
                stretch = without_trailing(sentence, stretch, found.cue.stance)
        others: list[Stretch] = []
        mark = _fragment_behind(passage, sentence, found, stretch)
        if mark is None:
            if stretch is None or not _speaks(sentence, found, speaker):
                continue
            stretch, *others = parts(sentence, stretch)
            mark = whole_marks(passage, sentence.between(stretch.first, stretch.last))
        elif not _speaks(sentence, found, speaker):
            continue
        if _ONLY_A_NAME.match(text, mark.start, mark.end):
            continue
        if says_anonymous(text[mark.start : mark.end][:60]) or text[mark.start : mark.end] in (
            "anonymity",
        ):
            continue
        said = Said(
            content=mark,
            stance=found.cue.stance,
            quoted=how_quoted(passage, mark),
            voice=speaker.voice,
            speaker=speaker.mark,
            speaker_count=speaker.count,
            cue=sentence.between(found.first, found.last - (found.cue.tail[-1:] == ("that",))),
        )
        if stretch is not None and mark.start == sentence.words[stretch.first].start:
            said = _shown(sentence, stretch, said)
        if source is not None:
            said = by_source(sentence, said, source)
        out.append((found.verb, said))
        for part in others:
            mark = whole_marks(passage, sentence.between(part.first, part.last))
            out.append((found.verb, replace(said, content=mark)))
    return out


def _before_its_source(
    sentence: Sentence, found: Found, stretch: Stretch, head: int
) -> Stretch | None:
    """Return what stands before ", agency says; two still held", where the parser took that."""
    words = sentence.words
    low = sentence.reaches[head][0]
    if not low <= head < found.verb <= stretch.last or low <= _SHORT_CLAUSE:
        return stretch
    ends = found.last + 1 < len(words) and words[found.last + 1].text == ";"
    if stretch.first == low or (ends and stretch.first < low):
        return trimmed(sentence, 0 if stretch.first == low else stretch.first, low - 1)
    return stretch


def _within_aside(sentence: Sentence, found: Found, stretch: Stretch | None) -> Stretch | None:
    """End what ", who has pleaded not guilty to murder, testified" tells with the aside."""
    words = sentence.words
    if stretch is None or words[found.verb].dep != "relcl" or stretch.first < found.verb:
        return stretch
    for at in range(stretch.first + 1, stretch.last):
        if words[at].text == "," and words[at + 1].tag in ("VBD", "VBZ", "VBP", "MD") and (
            words[at + 1].head == at + 1 or words[at + 1].head < found.verb
        ):  # fmt: skip
            return trimmed(sentence, stretch.first, at)
    return stretch


def _shown(sentence: Sentence, stretch: Stretch, said: Said) -> Said:
    """Return what a picture "that it said showed a fragment" shows."""
    first = sentence.words[stretch.first]
    if lemma(first.lower) != "show" or stretch.last == stretch.first or first.tag == "NN":
        return said
    start = sentence.words[stretch.first + 1].start
    return replace(said, content=Mark(start, said.content.end), depiction=True)


def _adds(sentence: Sentence, found: Found) -> bool:
    """Say whether it goes on with ", adding", which the parser may hang on any noun before."""
    words = sentence.words
    return found.first > 0 and words[found.verb].tag == "VBG" and words[found.first - 1].text == ","


def _goes_on_saying(sentence: Sentence, found: Found, head: int | None, before: int) -> bool:
    """Say whether "called the raid lawful and said" goes on: its subject is not the raid."""
    joined = sentence.words[found.first - 1].tag == "CC"
    return joined and (head is None or before < head < found.first)


def _joined_by_comma(sentence: Sentence, found: Found, before: int) -> bool:
    """Say whether a headline lists what one speaker says: "condemns raid, urges probe"."""
    words = sentence.words
    own = sentence.child(found.verb, "nsubj")
    return (
        found.first > 0
        and not (own is not None and before < own < found.verb)
        and found.verb - before > 1
        and words[found.first - 1].text == ","
        and (found.cue.stance != "asserts" or _goes_on(sentence, found))
        and words[found.verb].tag in ("VBZ", "VBD", "VBP")
        and words[before].tag == words[found.verb].tag
        and (words[before].head == found.verb or words[found.verb].head == before)
    )


def _goes_on(sentence: Sentence, found: Found) -> bool:
    """Say whether a clause follows "says", so that no speaker does: "rejects claim, says it "
    "fell"."""
    behind = sentence.words[found.last + 1 :]
    return len(behind) > _SHORT_CLAUSE and any(
        one.tag in ("VBD", "VBZ", "VBP", "MD", "VBN") for one in behind[1:]
    )


def whole_marks(passage: Passage, mark: Mark) -> Mark:
    """Take in the quotation mark at an end if the other end lies outside that quotation."""
    start, end = mark
    for one in passage.fragments:
        inside = one.inner.start < end < one.inner.end and one.inner.end - end < _NEAR * 4
        if one.closed and (inside or end == one.inner.end) and start < one.outer.start:
            end = one.outer.end
        elif start == one.inner.start and end > one.outer.end:
            start = one.outer.start
    return Mark(start, end)


def how_quoted(passage: Passage, mark: Mark) -> Literal["direct", "indirect", "mixed"]:
    """Say how much of the content stands between quotation marks."""
    inners = [one.inner for one in (*passage.fragments, *(u.quotation for u in passage.utterances))]
    if any(one.start <= mark.start and mark.end <= one.end for one in inners):
        return "direct"
    if any(one.start < mark.end and mark.start < one.end for one in inners):
        return "mixed"
    return "indirect"


def _speaks(sentence: Sentence, found: Found, speaker: Speaker) -> bool:
    """Say whether the subject of a cue can speak, and says something worth a claim."""
    if speaker.voice == "own":
        return True
    if speaker.mark is None:
        return found.cue.stance == "declines_to_comment"
    silent = found.cue.stance == "declines_to_comment"
    if speaker.head is not None and not silent and sentence.words[
        sentence.reaches[speaker.head][0]
    ].lower in (
        "no", "neither", "none", "nobody",
    ):  # fmt: skip
        return False
    if any(sentence.words[one].lower == "what" for one in sentence.children[found.verb]):
        return any(sentence.words[one].lower == "as" for one in sentence.children[found.verb])
    if "e" in found.cue.takes and speaker.head is not None and found.cue.stance == "asserts":
        pronoun = sentence.words[speaker.head].tag.startswith("PRP")
        return pronoun or is_somebody(sentence, speaker.head)
    lemma_of = lemma(sentence.words[found.verb].lower)
    if lemma_of == "show":
        return speaker.head is not None and _proves(sentence, found, speaker.head)
    if lemma_of in _WEAK and speaker.head is not None:
        finds = "r" in found.cue.takes or lemma_of in _FOUND_OUT
        before = verb_cue(sentence.words[sentence.words[found.verb].head].lower)
        goes_on = before is not None and sentence.words[found.verb].dep == "conj"
        counts = (finds or goes_on) and sentence.words[speaker.head].lower == "it"
        return counts or can_speak(sentence, speaker.head)
    if speaker.head is not None and found.cue.stance in ("asserts", "calls_for"):
        return sentence.words[speaker.head].lower not in (
            "that", "this", "which", "whoever", "whatever", "everything", "nothing",
            "everyone", "everybody",
        )  # fmt: skip
    return True


def _proves(sentence: Sentence, found: Found, head: int) -> bool:
    """Say whether a paper "shows that the convoy was warned"; pictures are read elsewhere."""
    clause = sentence.child(found.verb, "ccomp")
    if clause is None or clause < found.verb or not is_paper(sentence, head):
        return False
    return sentence.child(clause, "nsubj", "nsubjpass", "expl") is not None and any(
        sentence.words[one].tag in ("VBD", "VBZ", "VBP", "MD")
        for one in (clause, *sentence.children[clause])
    )


def _cut_at_next_cue(
    sentence: Sentence, found: Found, stretch: Stretch, speaker: Speaker,
    shared: dict[int, Speaker],
) -> Stretch | None:  # fmt: skip
    """Cut "said A and denied B" before "and denied": the parser often hangs it on A's verb."""
    words = sentence.words
    tense = words[found.verb].tag
    bare = tense == "VB" and words[found.verb].dep == "ROOT"  # "the rebels deny", misread
    if (tense not in ("VBD", "VBZ", "VBP", "VBN") and not bare) or stretch.first < found.first:
        return stretch
    for at in range(stretch.first + 1, stretch.last):
        if words[at].text != "," and words[at].tag != "CC":
            continue
        verb = at + 1
        if words[verb].tag == "RB" and verb < stretch.last:
            verb += 1
        plural = bare or tense == "VBP"  # "deny the raid and accuse the army"
        finite = words[verb].tag in ("VBD", "VBZ", "VBP") or (plural and words[verb].tag == "VB")
        finite = finite or _accuses(sentence, verb) or is_misread(sentence, verb)
        if words[at].text == "," and _another_says(sentence, at + 1, stretch.last):
            return trimmed(sentence, stretch.first, at - 1)
        if not finite or sentence.child(verb, "nsubj"):
            continue
        lower = words[verb].lower
        cue = verb_cue(lower)
        if (cue is None or lower in ("told", "ordered", "asked")) and not phrases(lower):
            continue
        if cue is None and not any(one.verb == verb for one in cues_in(sentence)):
            continue
        if words[found.verb].dep != "relcl" or words[at].text != ",":
            shared[verb] = speaker  # not in "the militia, which the UN says did it, denied it"
        return trimmed(sentence, stretch.first, at - 1)
    return stretch


def _another_says(sentence: Sentence, at: int, last: int) -> bool:
    """Say whether ", and a doctor there fears that two" follows: somebody else speaks."""
    words = sentence.words
    if words[at].tag != "CC":
        return False
    for verb in range(at + 2, min(at + _SOON, last - 1)):
        if words[verb].tag in ("VBD", "VBZ", "VBP", "MD", "VBN", ",", ":"):
            cue = verb_cue(words[verb].lower)
            own = sentence.child(verb, "nsubj")
            return words[verb].tag in _SPEAKING and cue is not None and "c" in cue.takes and (
                words[verb + 1].lower == "that" and own is not None and own > at
                and words[own].tag != "PRP" and can_speak(sentence, own)
            )  # fmt: skip
    return False


def _accuses(sentence: Sentence, verb: int) -> bool:
    """Say whether "and accused the army of it" goes on, taken for a participle."""
    words = sentence.words
    cue = verb_cue(words[verb].lower)
    if words[verb].tag != "VBN" or cue is None or verb + 1 >= len(words):
        return False
    return bool({"o", "n", "k"} & set(cue.takes)) and (
        words[verb + 1].tag in ("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$")
    )


def _claim_within(sentence: Sentence, found: Found, stretch: Stretch | None) -> Stretch | None:
    """Return, of a denied "claim by X that C", the clause C alone."""
    if stretch is None or found.cue.stance not in ("denies", "disputes", "acknowledges"):
        return stretch
    for at in range(stretch.first, min(stretch.first + 6, stretch.last)):
        if noun_cue(sentence.words[at].lower) is not None and (
            sentence.words[at].tag.startswith("NN")
        ):
            inner = claimed(sentence, at)
            if inner is not None and sentence.words[inner.first].lower != "to":
                return inner
            return stretch
    return stretch


def _labelled_fragment(passage: Passage, sentence: Sentence, found: Found) -> Mark | None:
    """Return "figures above 50 “fantasy”" of what somebody called them."""
    first = sentence.words[found.last + 1] if found.last + 1 < len(sentence.words) else None
    if first is None:
        return None
    for fragment in passage.fragments:
        if not first.start <= fragment.outer.start <= first.start + _NEAR:
            continue
        between = [one for one in sentence.words if first.start <= one.start < (
            fragment.outer.start)]  # fmt: skip
        if any(
            one.text == "," or (one.tag.startswith("VB") and not (one.tag == "VBG" and at))
            for at, one in enumerate(between)
        ):  # "the sinking" is a noun
            return None
        start = fragment.inner.start if first.tag == "PRP" else first.start
        return Mark(start, fragment.inner.end)
    return None


def _fragment_behind(
    passage: Passage, sentence: Sentence, found: Found, stretch: Stretch | None
) -> Mark | None:
    """Return a quoted fragment that stands right behind its cue: ``posted "we did it"``."""
    if not {"q", "f"} & set(found.cue.takes):
        return None
    if stretch is None and "f" in found.cue.takes:
        return _labelled_fragment(passage, sentence, found)
    end = sentence.words[found.last].end
    for fragment in passage.fragments:
        if not 0 <= fragment.outer.start - end <= 2:
            continue
        inner = [one for one in sentence.words if fragment.inner.start <= one.start < (
            fragment.inner.end)]  # fmt: skip
        behind = None if stretch is None else sentence.words[stretch.last].end
        if len(inner) >= 4 or behind is None or behind <= fragment.outer.end:
            return without_stop(inner, fragment.inner)
    return None


def without_stop(words: list[Word], inner: Mark) -> Mark | None:
    """Return the stretch of the words without a final full stop or comma."""
    while words and words[-1].text in (".", ",", ";", ":"):
        words = words[:-1]
    return Mark(inner.start, words[-1].end) if words else None
