"""Sources named beside a sentence: "according to X", "by X's count", and nobody's "reportedly"."""

from __future__ import annotations

from probatum.read.builtin.english.parsed import Sentence
from probatum.read.builtin.english.speakers import (
    Speaker,
    is_paper,
    is_somebody,
    maker_of,
    owner_of,
    speaker_at,
)
from probatum.read.builtin.english.stretches import Stretch, trimmed
from probatum.read.found import Said

_REPORTEDLY = frozenset({"reportedly", "supposedly", "purportedly", "reputedly"})
_COUNTS = frozenset(
    "count estimate estimates account reckoning telling view version words opinion tally figures "
    "records calculation calculations assessment accounts".split()
)
_HELPERS = frozenset("is are was were has have had will would".split())
_UNSIGNED = frozenset("reports information data accounts estimates findings indications".split())
_EARLY = frozenset("initial preliminary early unconfirmed first some various unverified".split())
_COME_IN = frozenset("received obtained reaching available".split())  # "according to information"
_VIEWS = frozenset("view opinion judgment judgement assessment estimation telling".split())
_HEARSAY = frozenset(
    "said reported believed thought alleged understood rumoured rumored claimed".split()
)
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_CONTRASTS = frozenset("though although but while whereas and however".split())


def according_to(sentence: Sentence) -> list[tuple[Said, Speaker]]:
    """Return the clauses that "according to" or a like phrase gives to somebody."""
    found = []
    for at, word in enumerate(sentence.words[:-2]):
        if word.lower == "according" and sentence.words[at + 1].lower == "to":
            noun = sentence.child(at + 1, "pobj")
            if noun is None:
                noun = _next_noun(sentence, at + 2)
            first, last = at, at + 1
            if sentence.words[at + 2].lower in ("whom", "which"):
                found.extend(_of_whom(sentence, at))
                continue
        elif word.lower == "per" and _as_told_by(sentence, at):
            noun, first, last = sentence.child(at, "pobj"), at, at
        elif word.lower in ("by", "in") and (owner := _counted_by(sentence, at)) is not None:
            noun, last = owner
            first = at if sentence.words[last].lower == "of" else last
        elif (quoted := _in_the_words_of(sentence, at)) is not None:
            noun, first, last = quoted, at, at + 3
        else:
            continue
        if noun is None:
            continue
        stretch = _beside(sentence, at, max(noun, last))
        if stretch is None:
            continue
        speaker = speaker_at(sentence, maker_of(sentence, noun))
        if _of_nobody(sentence, noun):
            speaker = Speaker(voice="anonymous")
        is_count = sentence.words[last].lower in ("estimate", "estimates", "reckoning")
        said = Said(
            content=sentence.between(stretch.first, stretch.last),
            stance="estimates" if is_count else "asserts",
            quoted="indirect",
            voice=speaker.voice,
            speaker=speaker.mark,
            speaker_count=speaker.count,
            cue=sentence.between(first, last),
        )
        found.append((said, speaker))
    return found


def _as_told_by(sentence: Sentence, at: int) -> bool:
    """Say whether ", per the harbour master" names a source, and not "per day"."""
    noun = sentence.child(at, "pobj")
    begins = at == 0 or sentence.words[at - 1].text in (",", "(", "–", "—")
    known = begins and noun is not None and is_somebody(sentence, noun)
    return known and sentence.words[at + 1].tag in ("DT", "PRP$", "NNP", "NNPS", "NNS", "JJ")


def _of_nobody(sentence: Sentence, noun: int) -> bool:
    """Say whether "according to initial reports" names nobody whose reports they are."""
    words = sentence.words
    if words[noun].lower not in _UNSIGNED or owner_of(sentence, noun) is not None:
        return False
    if any(words[one].dep == "prep" for one in sentence.children[noun]):
        return False
    if any(words[one].lower in _COME_IN for one in sentence.children[noun]):
        return True
    return any(words[one].lower in _EARLY for one in sentence.children[noun]) or (
        words[noun].lower == "reports" and not words[noun - 1].tag.startswith(("DT", "PRP$"))
    )


def _of_whom(sentence: Sentence, at: int) -> list[tuple[Said, Speaker]]:
    """Return the clause of "a teacher, according to whom nobody was inside"."""
    words = sentence.words
    paper = words[at + 2].lower == "which"  # "a report from the field team, according to which"
    noun = next((one for one in range(at - 1, max(-1, at - 10), -1)
                 if words[one].tag in ("NN", "NNS", "NNP", "NNPS")
                 and words[one].dep in ("pobj", "dobj", "nsubj", "attr")
                 and (not paper or is_somebody(sentence, one) and words[one].entity != "GPE"
                      or is_paper(sentence, one))), None)  # fmt: skip
    stretch = trimmed(sentence, at + 3, len(words) - 1)
    if noun is None or stretch is None:
        return []
    speaker = speaker_at(sentence, noun)
    said = Said(
        content=sentence.between(stretch.first, stretch.last),
        stance="asserts",
        quoted="indirect",
        voice=speaker.voice,
        speaker=speaker.mark,
        speaker_count=speaker.count,
        cue=sentence.between(at, at + 1),
    )
    return [(said, speaker)]


def in_whose_words(sentence: Sentence) -> Speaker | None:
    """Return who speaks by "in the words of a mother", which leads to a quotation."""
    for at in range(len(sentence.words) - 3):
        noun = _in_the_words_of(sentence, at)
        if noun is not None:
            return speaker_at(sentence, noun)
    return None


def _in_the_words_of(sentence: Sentence, at: int) -> int | None:
    words = [one.lower for one in sentence.words[at : at + 4]]
    if words != ["in", "the", "words", "of"]:
        return None
    return sentence.child(at + 3, "pobj")


def _next_noun(sentence: Sentence, start: int) -> int | None:
    for at in range(start, min(start + 8, len(sentence.words))):
        if sentence.words[at].tag.startswith("NN"):
            while at + 1 < len(sentence.words) and sentence.words[at + 1].tag.startswith("NN"):
                at += 1
            return at
    return None


def _counted_by(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """Return whose count it is and where the count stands, in "by X's count"."""
    noun = sentence.child(at, "pobj")
    if noun is None or sentence.words[noun].lower not in _COUNTS:
        return None
    owner = sentence.child(noun, "poss")
    if owner is not None:
        return owner, noun
    of = sentence.child(noun, "prep")
    if of is None or sentence.words[of].lower != "of":
        return None
    if sentence.words[at].lower != "by" and sentence.words[noun].lower not in _VIEWS:
        return None
    owner = sentence.child(of, "pobj")
    return None if owner is None else (owner, of)


def _beside(sentence: Sentence, at: int, noun: int) -> Stretch | None:
    """Return the clause that the phrase from ``at`` with its noun stands before or behind."""
    words = sentence.words
    if at <= 1 or all(not one.text[0].isalnum() for one in words[:at]):
        end = sentence.reaches[noun][1]
        comma = next((one for one in range(noun, len(words)) if words[one].text == ","), None)
        if comma is None:
            return trimmed(sentence, noun + 1, len(words) - 1) if end < len(words) - 2 else None
        if noun < end < len(words) - 3 and words[end + 1].text == ",":
            comma = end + 1
        return trimmed(sentence, comma + 1, len(words) - 1)
    if words[at - 1].text == "," and (words[at - 2].tag == "CC" or words[at - 2].lower == "that"):
        return _behind(sentence, noun)
    low, high = _clause(sentence, at)
    phrase_end = sentence.reaches[noun][1]
    following = words[phrase_end + 1 : high + 1]
    middle = len(following) > 3 and words[at - 1].text == "," and following[0].text == ","
    if middle and any(one.tag in _FINITE for one in words[low : at - 1]):
        middle = following[1].lower not in _CONTRASTS and any(
            one.tag in (*_FINITE, "VBN", "VBG") for one in following
        )
    # "The log is, in his view, a copy", but not "Nine drowned, according to the coastguard".
    begun = words[at - 1].text == "," and words[at - 2].tag in _FINITE and (
        len(following) > 1 or words[at - 2].lower in _HELPERS
    )  # fmt: skip
    return trimmed(sentence, low, high if middle or begun else at - 1)


def _behind(sentence: Sentence, noun: int) -> Stretch | None:
    """Return what follows "and, according to their teacher, Yonas Dagne,"."""
    words = sentence.words
    commas = [one for one in range(noun, len(words)) if words[one].text == ","]
    if not commas:
        return None
    first = commas[0]
    if len(commas) > 1 and all(one.tag[:2] == "NN" for one in words[first + 1 : commas[1]]):
        first = commas[1]  # the name stands beside the office
    return trimmed(sentence, first + 1, len(words) - 1)


def _clause(sentence: Sentence, at: int) -> tuple[int, int]:
    """Return the ends of the independent clause that the word at ``at`` belongs to."""
    words = sentence.words
    governor = at
    for _ in range(12):
        word = words[governor]
        if word.head == governor:
            return 0, len(words) - 1
        governor = word.head
        if words[governor].dep == "conj" and sentence.child(governor, "nsubj", "nsubjpass"):
            before = sentence.reaches[governor][0] - 1
            if words[max(before, 0)].lower in ("but", "while") or words[at - 1].text != ",":
                break
    low, high = sentence.reaches[governor]
    return (low, high) if low < at else (0, len(words) - 1)


def hearsay(sentence: Sentence) -> list[tuple[int, Said]]:
    """Return what is "reportedly" so, "is said to" be so, or "it is said that" is so."""
    found = []
    for at, word in enumerate(sentence.words):
        if word.lower == "heard" and (told := _heard(sentence, at)) is not None:
            low, high = sentence.reaches[told]
            stretch, cue = trimmed(sentence, low, high), _words_of_hearing(sentence, at)
        elif word.lower in _REPORTEDLY and word.tag.startswith("RB"):
            low, high = _clause(sentence, at)
            stretch = trimmed(sentence, low + 1 if low == at else low, high)
            cue = (at, at)
        elif word.lower in _HEARSAY and word.tag == "VBN":
            passive = sentence.child(at, "auxpass")
            if passive is None or sentence.child(at, "agent") is not None:
                continue
            one = sentence.child(at, "ccomp", "xcomp") or _that_clause(sentence, at)
            if one is not None and sentence.words[one].lower in ("show", "depict"):
                continue  # a picture
            subject = sentence.child(at, "nsubjpass", "nsubj", "expl")
            if one is None or one < at:
                before = _before_it(sentence, one, subject)
                if before is not None:
                    found.append((at, _hearsay(sentence, before, (subject or passive, at))))
                continue
            if (
                subject is not None
                and sentence.words[subject].lower == "it"
                and sentence.words[one].dep != "xcomp"
            ):
                mark = sentence.child(one, "mark")
                first = at + 1 if mark is None or mark > one else mark
                stretch = trimmed(sentence, first, sentence.reaches[one][1])
                cue = (subject, at)
            else:
                low = at if subject is None else sentence.reaches[subject][0]
                stretch = trimmed(sentence, low, sentence.reaches[one][1])
                cue = (passive, at)
        else:
            continue
        if stretch is not None:
            found.append((at, _hearsay(sentence, stretch, cue)))
    return found


def _heard(sentence: Sentence, at: int) -> int | None:
    """Return the clause of "I've heard that", which somebody else must have said."""
    words = sentence.words
    own = sentence.child(at, "nsubj")
    if words[at].tag != "VBN" or own is None or words[own].lower not in ("i", "we"):
        return None
    clause = sentence.child(at, "ccomp")
    if clause is None or clause < at or words[at + 1].lower == "it":
        return None  # "heard it said that" is hearsay of its own
    bare = words[clause].tag == "VB" and sentence.child(clause, "aux") is None
    return None if bare else clause  # "heard a deputy call it a lie"


def _words_of_hearing(sentence: Sentence, at: int) -> tuple[int, int]:
    """Return where the words "I have heard" begin and end."""
    return min(sentence.children[at], default=at), at


def _that_clause(sentence: Sentence, verb: int) -> int | None:
    """Return the clause of "it was reported earlier that", which the parser hangs on beside."""
    for one in sentence.children[verb]:
        if one > verb and sentence.words[one].dep == "advcl":
            mark = sentence.child(one, "mark")
            if mark is not None and sentence.words[mark].lower == "that":
                return one
    return None


def _hearsay(sentence: Sentence, stretch: Stretch, cue: tuple[int, int]) -> Said:
    return Said(
        content=sentence.between(stretch.first, stretch.last),
        stance="reports",
        quoted="indirect",
        voice="anonymous",
        cue=sentence.between(*cue),
    )


def _before_it(sentence: Sentence, clause: int | None, subject: int | None) -> Stretch | None:
    """Return the clause in front of ", it was reported"."""
    if clause is None or subject is None or sentence.words[subject].lower != "it":
        return None
    return trimmed(sentence, sentence.reaches[clause][0], subject - 1)
