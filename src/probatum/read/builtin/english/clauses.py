"""What is said: the words of a frame that a verb cue introduces."""

from __future__ import annotations

from probatum.read.builtin.english.closing import before_the_source
from probatum.read.builtin.english.cue_search import Found
from probatum.read.builtin.english.cues import lemma, phrases, verb_cue
from probatum.read.builtin.english.labels import (
    answerable,
    bare_number,
    called,
    dated,
    put_at,
    wanted,
)
from probatum.read.builtin.english.misread import NEVER_NOUNS, is_misread
from probatum.read.builtin.english.objects import counted, judged_as, object_of
from probatum.read.builtin.english.parsed import Sentence
from probatum.read.builtin.english.speakers import is_somebody
from probatum.read.builtin.english.stretches import Stretch, after, paper_behind, trimmed
from probatum.read.builtin.english.told import TELLING, behind_told

_CLAUSES = ("ccomp", "xcomp")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_FEWEST = 3  # words of a clause
_EARLY = 24  # words
_SOON = 8  # words
_HARMING = frozenset(
    "killing wounding injuring leaving destroying damaging burying trapping forcing displacing "
    "setting burning cutting maiming".split()
)
_WHEN = frozenset({"since", "after", "before", "for", "during", "throughout", "from", "on", "in"})
_CONDITIONS = frozenset({"unless", "if", "until", "once"})
_ANSWERS = frozenset({"no", "yes", "not", "otherwise", "nothing"})
_REPORTING = frozenset("report record confirm announce".split())
_HELPERS = frozenset("be have do take make go give put leave see find get".split())
# With these a sentence goes on behind ", X said," in the text's own words.
_ASIDES = frozenset(
    "hours days weeks months minutes a an as while although though even just shortly soon before "
    "after since when where which who despite amid during following without with in".split()
)


def content(sentence: Sentence, found: Found, speaker: int | None) -> Stretch | None:
    """Return the words that a verb cue introduces, None if there are none in this sentence."""
    takes = found.cue.takes
    if found.first == found.last and is_misread(sentence, found.verb):
        judged = judged_as(sentence, found)
        if judged is not None:
            return judged
        own = sentence.child(found.verb, "ccomp", "dobj")
        high = len(sentence.words) - 1 if own is None else sentence.reaches[own][1]
        return after(sentence, found.last + 1, high)
    before = before_the_source(sentence, found)
    if before is not None and takes != "q":
        return before
    if takes == "q":
        return None  # these only go with a quotation
    if "k" in takes:
        label = called(sentence, found)
        return label if label is not None or "g" not in takes else _clause(sentence, found, speaker)
    if "e" in takes:
        return put_at(sentence, found)
    if "r" in takes:
        return counted(sentence, found)
    if "y" in takes and sentence.words[min(found.last + 1, len(sentence.words) - 1)].lower != (
        "that"
    ):
        return None
    if "t" in takes:
        return dated(sentence, found)
    if "h" in takes:
        return answerable(sentence, found)
    if "w" in takes and (done := wanted(sentence, found)) is not None:
        return done
    if "q" in takes and (number := bare_number(sentence, found)) is not None:
        return number
    if set("cqxay") & set(takes):
        clause = _clause(sentence, found, speaker)
        if clause is not None:
            return _behind_lead(sentence, clause, found, speaker)
    if {"n", "o", "d", "b", "z", "m"} & set(takes):
        return object_of(sentence, found)
    return None


def _clause(sentence: Sentence, found: Found, speaker: int | None) -> Stretch | None:
    words = sentence.words
    verb = found.verb
    # "My husband says it was a drone, my father says no": he says nothing of what stands before.
    answers = words[min(found.last + 1, len(words) - 1)].lower in _ANSWERS
    takes = {"c", "q"} & set(found.cue.takes)
    aside = _beside_it(sentence, found, speaker) if takes and not answers else None
    if aside is not None:
        return aside
    for at in range(found.first, found.last + 1):
        children = sentence.children[at]
        behind = [one for one in children if one > at]
        for one in (*behind, *(one for one in children if one < at)):
            if words[one].dep not in _CLAUSES or found.first <= one <= found.last:
                continue
            if words[one].dep == "xcomp" and not ({"x", "a"} & set(found.cue.takes)):
                begins = words[max(sentence.reaches[one][0], found.last + 1)].tag
                if "g" not in found.cue.takes or begins != "VBG":
                    continue
            infinitive = any(words[child].tag == "TO" for child in sentence.children[one])
            if {"a", "w"} & set(found.cue.takes) and "c" not in found.cue.takes and not infinitive:
                continue
            low, high = sentence.reaches[one]
            if one < verb and any(each.text == ";" for each in words[one : found.first]) and (
                sentence.child(verb, "dobj") is not None
            ):  # fmt: skip
                continue  # "Raid leaves nine dead; Norland denies role"
            if one < verb and answers:
                continue
            if one < verb and speaker is not None and low <= speaker <= one:
                continue  # "The mayor, embarrassed that ..., promised an inquiry"
            if "a" in found.cue.takes and words[low].tag == "WP" and low == found.last + 1:
                continue  # whom somebody asks is not what is asked
            if "w" in found.cue.takes and low == found.last + 1 and words[low].tag == "TO":
                continue  # "wanted to leave" asks nobody
            suffers = "w" in found.cue.takes and _is_done_to(sentence, one)
            if ("a" in found.cue.takes or "w" in found.cue.takes) and not suffers:
                low = _infinitive(sentence, one, low)  # not "wants the log to be produced"
            mark = sentence.child(one, "mark")
            if mark is not None and low < mark < one and words[mark].lower == "that":
                low = mark + 1
            thing = sentence.child(verb, "dobj")
            plain = "n" in found.cue.takes and not {"a", "x"} & set(found.cue.takes)
            if plain and thing is not None and found.last < thing < low:
                low = max(sentence.reaches[thing][0], found.last + 1)  # "3 dead, 14 injured"
            if thing is not None and found.last < thing < low and _has_no_subject(sentence, one):
                low = max(sentence.reaches[thing][0], found.last + 1)  # "said the raid, if so, was"
            if one > verb and lemma(words[verb].lower) in TELLING:
                low = max(low, behind_told(sentence, found) or low)
            if one < verb:
                return _before(sentence, low, high, found, speaker)
            high = max(high, _second_clause(sentence, at, one, high))
            if found.cue.stance in ("calls_for", "commits_to"):
                high = _with_condition(sentence, verb, high)
            return after(sentence, max(low, found.last + 1), _with_parts(sentence, high))
    far = found.cue.stance == "commits_to" and sentence.child(verb, "dobj") is None
    if "a" in found.cue.takes or (far and "x" in found.cue.takes):
        return _infinitive_by_position(sentence, found)
    if "w" in found.cue.takes and sentence.child(verb, "dobj") is not None:
        return _infinitive_by_position(sentence, found)
    if "c" in found.cue.takes or "q" in found.cue.takes:
        thing = sentence.child(verb, "dobj")
        if words[verb].dep == "advcl" and thing is not None and thing > verb and (
            words[thing].tag.startswith("NN") and lemma(words[verb].lower) in _REPORTING
        ):  # fmt: skip
            return None  # "as the hospital reported new admissions"
        if words[verb].dep in ("parataxis", "ccomp", "advcl") and {"q", "p"} & set(found.cue.takes):
            around = _around(sentence, found, speaker)
            if around is not None:
                return around
        return _by_position(sentence, found, speaker)
    return None


def _has_no_subject(sentence: Sentence, verb: int) -> bool:
    """Say whether a finite clause has lost its subject to the verb of saying before it."""
    words = sentence.words
    helpers = (verb, *(one for one in sentence.children[verb] if words[one].dep[:3] == "aux"))
    finite = any(words[one].tag in _FINITE for one in helpers)
    return finite and sentence.child(verb, "nsubj", "nsubjpass", "expl", "csubj") is None


def _behind_lead(
    sentence: Sentence, clause: Stretch, found: Found, speaker: int | None
) -> Stretch | None:
    """Leave out how somebody is introduced: "Her aide was less shy: they paid, she said"."""
    words = sentence.words
    if speaker is None or clause.first > found.first or words[speaker].tag != "PRP":
        return clause
    for at in range(clause.first + _FEWEST, min(clause.last, found.first) - _FEWEST):
        if words[at].text == ":" and any(
            words[one].dep == "nsubj" and is_somebody(sentence, one)
            for one in range(clause.first, at)
        ):
            return trimmed(sentence, at + 1, clause.last)
    return clause


def _second_clause(sentence: Sentence, verb: int, clause: int, high: int) -> int:
    """Return where a clause ends of which the parser has made two: "one hit today was found"."""
    return max(
        (
            sentence.reaches[one][1]
            for one in sentence.children[verb]
            if one > clause and sentence.words[one].dep == "ccomp"
            and sentence.reaches[one][0] == high + 1
        ),
        default=high,
    )  # fmt: skip


def _with_condition(sentence: Sentence, verb: int, high: int) -> int:
    """Return where a wish or threat ends with its condition: "to close it unless they stop"."""
    words = sentence.words
    for one in sentence.children[verb]:
        low = sentence.reaches[one][0]
        start = low - 1 if words[low - 1].text == "," else low
        if words[one].dep == "advcl" and start == high + 1 and words[low].lower in _CONDITIONS:
            high = sentence.reaches[one][1]
    return high


def _with_parts(sentence: Sentence, high: int) -> int:
    """Return where a clause ends with the parts of its count: ", three of them children"."""
    words = sentence.words
    rest = words[high + 1 :]
    if len(rest) < _FEWEST or rest[0].text != "," or any(one.tag in _FINITE for one in rest):
        return high
    parts = rest[1].tag == "CD" and rest[2].lower == "of"
    parts = parts or rest[1].tag == "VBN" or rest[1].lower in _HARMING
    return len(words) - 1 if parts or rest[1].lower in ("including", "among") else high


def _beside_it(sentence: Sentence, found: Found, speaker: int | None) -> Stretch | None:
    """Return the clause that ", X said," or ", said X," follows, where something else comes next.

    What follows may be a second half of the same statement ("he said, and was told to wait") or
    words of the text itself ("officials said, hours before the talks").
    """
    words = sentence.words
    first, last = found.first, found.last
    if speaker is not None and speaker < first:
        first = min(first, sentence.reaches[speaker][0])
    elif speaker is not None:
        last = max(last, speaker)
    if first < _FEWEST or words[first - 1].text not in (",", "—", "–"):
        return None
    last = _manner_of_saying(sentence, last)
    if last + 2 >= len(words) or words[last + 1].text not in (",", "—", "–"):
        return None
    if not any(one.tag in _FINITE for one in words[: first - 1]) or any(
        one.text == ";" for one in words[:first]
    ):  # fmt: skip
        return None
    following = words[last + 2]
    within = following.lower in ("in", "with", "without") and not (
        paper_behind(sentence, last + 3) or words[min(last + 3, len(words) - 1)].lower == "what"
    )  # ", in what a priest called the worst raid yet"
    goes_on = following.tag in ("IN", "TO", "RB", "VBN", "CD") and (
        following.lower not in _ASIDES or within
    )
    cleft = words[0].lower == "it" and following.lower in ("who", "that", "which")
    broken = words[first - 2].lower in ("not", "though", "but", "although")
    if words[first - 1].text == "," and not broken and ((goes_on and first < _EARLY) or cleft):
        return trimmed(sentence, 0, len(words) - 1)  # "they were kept, they say, in a cellar"
    if following.tag != "CC" and following.tag != "VBG" and following.lower not in _ASIDES and (
        following.entity not in ("DATE", "TIME")
    ):  # fmt: skip
        return None
    whole = following.tag == "CC" and not _speaks_next(sentence, last + 3)
    return trimmed(sentence, 0, len(words) - 1 if whole else first - 1)


def _manner_of_saying(sentence: Sentence, last: int) -> int:
    """Return where ", he told the court on Monday," ends: before a comma and no other verb."""
    words = sentence.words
    for at in range(last + 1, min(last + _SOON, len(words))):
        if words[at].text == ",":
            return at - 1
        if words[at].tag in _FINITE or words[at].text in (";", ":", "—", "–"):
            break
    return last


def _speaks_next(sentence: Sentence, at: int) -> bool:
    """Say whether somebody goes on to say something: "and added that", "but the army denied"."""
    return any(
        verb_cue(one.lower) is not None or phrases(one.lower)
        for one in sentence.words[at : at + _SOON]
        if one.tag in _FINITE and lemma(one.lower) not in _HELPERS
    )


def _is_done_to(sentence: Sentence, verb: int) -> bool:
    """Say whether a verb is "to be found": what stands before it is no one who shall do it."""
    passive = sentence.child(verb, "auxpass")
    own = sentence.child(verb, "nsubjpass", "nsubj")
    return passive is not None and sentence.words[passive].lower == "be" and own is not None


def _infinitive(sentence: Sentence, verb: int, low: int) -> int:
    """Return where "to do" or "not to do" begins, behind the one who shall do it."""
    for one in sentence.children[verb]:
        if one < verb and sentence.words[one].tag == "TO":
            return one - 1 if sentence.words[one - 1].lower == "not" and one - 1 >= low else one
    return low


def _infinitive_by_position(sentence: Sentence, found: Found) -> Stretch | None:
    words = sentence.words
    asked = any(one.tag == "WP" for one in words[found.last + 1 : found.last + 4])
    for at in range(found.last + 1, min(found.last + (24 if asked else 14), len(words) - 1)):
        if words[at].tag == "TO" and words[at + 1].tag in ("VB", "RB"):
            verb = next((one for one in range(at, at + 3) if words[one].tag == "VB"), at)
            if "w" in found.cue.takes and words[at + 1].lower == "be":
                at, verb = found.last + 1, verb + 1  # "ordered the log to be produced"
            low = at - (words[at - 1].lower == "not")
            return after(sentence, low, max(sentence.reaches[verb][1], at + 1))
        aside = asked or words[at].dep == "relcl" or words[words[at].head].dep == "relcl"
        if words[at].text in (",", ";") or (words[at].tag in _FINITE and not aside):
            break  # "beg whoever holds them to let them go"
    return None


def _before(
    sentence: Sentence, low: int, high: int, found: Found, speaker: int | None
) -> Stretch | None:
    words = sentence.words
    limit = found.first - 1
    if speaker is not None and speaker < found.first:
        limit = min(limit, sentence.reaches[speaker][0] - 1)
    for at in range(min(high, limit), low, -1):
        if words[at].text == ";":
            low = at + 1
    return trimmed(sentence, low, min(high, limit) if low <= limit else high)


def _around(sentence: Sentence, found: Found, speaker: int | None) -> Stretch | None:
    """Return the sentence that ``, X said,`` stands in: before it, or on both sides of it."""
    words = sentence.words
    head = words[found.verb].head
    if head == found.verb:
        return None
    left = found.first - 1
    if speaker is not None and speaker < found.first:
        left = min(left, sentence.reaches[speaker][0] - 1)
    if left < 1 or words[left].text not in (",", "-", "–", "—"):
        return None
    low, high = sentence.reaches[head]
    right = sentence.reaches[found.verb][1]
    if high > right and head > found.verb:
        return trimmed(sentence, low, high)
    return trimmed(sentence, low, left)


def _by_position(sentence: Sentence, found: Found, speaker: int | None) -> Stretch | None:
    """Return the clause by word order alone, where the parser saw none."""
    words = sentence.words
    if words[found.verb].dep == "aux" and words[found.verb + 1].tag == "VBG":
        return after(sentence, found.last + 1, len(words) - 1)  # "Norland admits bombing hall"
    told = behind_told(sentence, found)
    if told is not None:
        return after(sentence, told, len(words) - 1)
    thing = sentence.child(found.verb, "dobj")
    if thing is not None and (
        not found.last < thing != speaker or lemma(words[found.verb].lower) in TELLING
    ):
        thing = None  # "told reporters": who is told is not what is said
    if thing is not None and "n" in found.cue.takes:
        return None
    aside = words[min(found.last + 1, len(words) - 1)].lower in _WHEN  # "maintained since May that"
    for at in range(found.last + 1, min(found.last + (2 * 9 if aside else 9), len(words) - 1)):
        if words[at].lower == "that" and words[at].tag in ("IN", "DT", "WDT"):
            if any(one.tag[:2] in ("VB", "MD") for one in words[at + 1 :]):
                return after(sentence, at + 1, len(words) - 1)
        if words[at].text in (",", ";") and at > found.last + 1:
            break
    misread = words[found.verb].lower in NEVER_NOUNS and words[found.verb].tag.startswith("NN")
    if "q" in found.cue.takes and words[found.verb].tag in ("VBD", "VBZ", "VBP") or misread:
        if speaker is not None and speaker < found.first:
            following = _following(sentence, found)
            if following is not None:
                return following
    left = found.first - 1
    if speaker is not None:
        left = min(left, sentence.reaches[speaker][0] - 1)
    if thing is not None:
        return None
    rest = len(words) - 1 - max(found.last, speaker or 0)
    placed = {"q", "p"} & set(found.cue.takes)
    named = left > 1 or (left == 1 and words[0].tag in ("NNS", "NN", "CD", "NNP"))
    if placed and named and words[left].text in (",", "—", "–") and rest < 12:
        apart = next((at for at in range(left, 0, -1) if words[at].text == ";"), 0)
        return trimmed(sentence, apart, left)
    return None


def _following(sentence: Sentence, found: Found) -> Stretch | None:
    """Return all behind "said" if it has a verb: the parser takes some clauses for objects."""
    words = sentence.words
    start = found.last + 1
    for at in range(start, len(words)):
        if words[at].dep == "conj" and words[at].head == found.verb and (
            words[at].tag == words[found.verb].tag
        ):  # fmt: skip
            return None  # "observed a roof and spoke to a teacher"
        if words[at].tag in ("VBD", "VBZ", "VBP", "MD", "VBN") and at > start:
            if words[start].tag.startswith(("IN", "RB", "TO", "VBG", ",", ":")):
                return None
            return after(sentence, start, len(words) - 1)
        if words[at].text in (":", "—"):
            return None
    return None
