"""Who speaks: the subject of a cue, and the words that name it.

A *mention* is the noun phrase as the record wants it: a named person's name alone, otherwise the
noun with its article and what stands before it, without what trails.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from probatum.read.builtin.english.anonymity import NAMELESS_SOURCES, says_anonymous
from probatum.read.builtin.english.callings import BODIES, GROUPS, OFFICES, singular
from probatum.read.builtin.english.parsed import Sentence
from probatum.read.builtin.english.speaker_words import HAD_FROM, MEDIA, PAPERS, PEOPLE
from probatum.read.found import Mark

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_CLIMBS = frozenset(
    {"advcl", "xcomp", "pcomp", "prep", "conj", "acl", "ccomp", "dep", "parataxis", "aux"}
)
_RELATIVE = frozenset({"who", "which", "that", "whom"})
FIRST_PERSON = frozenset({"i", "we", "us", "me"})
_NAMELESS = frozenset({"it", "there", "this", "what", "which", "these", "those"})
_TALLIES = frozenset("count tally figures estimate estimates statistics data register "
                     "registers records".split())  # fmt: skip
_QUOTES = frozenset("quoted quotes quoting cited cites citing reported".split())
_PEOPLE_ENDINGS = ("man", "woman", "person", "men", "women", "keeper", "ist", "ician", "eer")
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
}
_WHOLE = frozenset("all both half such many quite even".split())


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks. ``head`` is the place of the noun; ``own``: the text's own first person."""

    mark: Mark | None = None
    head: int | None = None
    count: int | None = None
    voice: Literal["own", "attributed", "anonymous"] = "attributed"


def subject(sentence: Sentence, at: int) -> int | None:
    """Return the noun that does what the verb at ``at`` says, shared subjects included."""
    words = sentence.words
    if sentence.child(at, "auxpass") is not None and sentence.child(at, "agent") is None:
        return None
    came: int | None = None
    for _ in range(8):
        word = words[at]
        if came is not None and words[came].lower == "as" and word.lower in _QUOTES:
            passive = sentence.child(at, "auxpass")
            return sentence.child(at, "dobj" if passive is None else "nsubjpass")
        agent = _agent(sentence, at)
        if agent is not None and (came is None or not _is_aside(sentence, at, came)):
            return sentence.child(agent, "pobj")
        own = _own_subject(sentence, at)
        if own is not None:
            if words[own].lower in _RELATIVE and word.dep == "relcl":
                maker = _of_paper(sentence, word.head)
                return word.head if maker is None else maker
            cleft = own - 1
            if words[own].lower == "who" and cleft > 0 and words[cleft].tag.startswith("NN"):
                return cleft  # "It was Anna Tal who told the court that"
            return maker_of(sentence, own)
        if word.head == at:
            return _inverted(sentence, at)
        if word.dep in ("relcl", "acl"):
            return _of_paper(sentence, _before_aside(sentence, at))
        if word.dep not in _CLIMBS:
            return _inverted(sentence, at)
        came, at = at, word.head
        if words[at].tag.startswith("NN") and word.dep != "conj":
            return _of_paper(sentence, at)
    return None


def _agent(sentence: Sentence, verb: int) -> int | None:
    """Return the "by" of who does it, and not of how: "acknowledged by telephone that"."""
    agent = sentence.child(verb, "agent")
    noun = None if agent is None else sentence.child(agent, "pobj")
    return None if noun is not None and sentence.words[noun].lower in MEDIA else agent


def _before_aside(sentence: Sentence, verb: int) -> int:
    """Return whom a clause hangs on; "X, a body of Norland, estimated that" hangs on X.

    The parser takes such a verb for a participle of the apposition's last noun.
    """
    words = sentence.words
    noun = words[verb].head
    if words[verb].dep != "acl" or words[verb - 1].text != "," or (
        words[verb].tag != "VBN" or sentence.child(verb, "ccomp", "dobj", "agent") is None
    ):  # fmt: skip
        return noun
    at = noun
    for _ in range(6):
        head = words[at].head
        if words[at].dep == "appos":
            return head
        if head == at or words[at].dep not in ("pobj", "prep", "conj"):
            break
        at = head
    return noun


def _is_aside(sentence: Sentence, at: int, came: int) -> bool:
    """Say whether "two men interviewed by the Post said" says what the men said."""
    verb, said = sentence.words[at], sentence.words[came]
    return verb.tag == "VBN" and said.tag in ("VBD", "VBZ", "VBP") and at < came and (
        sentence.child(at, "auxpass") is None
    )  # fmt: skip


def _own_subject(sentence: Sentence, at: int) -> int | None:
    """Return the subject that stands nearest: headlines give a verb two."""
    own = [one for one in sentence.children[at] if sentence.words[one].dep in _SUBJECTS]
    return min(own, key=lambda one: abs(at - one), default=None)


def _inverted(sentence: Sentence, at: int) -> int | None:
    """Return the noun right behind a verb that nothing precedes ("said the minister")."""
    for one in sentence.children[at]:
        word = sentence.words[one]
        if at < one <= at + 6 and word.tag.startswith(("NN", "PRP")):
            if word.dep in ("dobj", "attr", "oprd", "npadvmod", "dative", "appos"):
                return one
    return None


def _of_paper(sentence: Sentence, noun: int) -> int | None:
    """Return whose paper it is ("a statement by the ministry saying that"), or the noun."""
    if sentence.words[noun].lower not in PAPERS:
        return noun
    owner = owner_of(sentence, noun)
    if owner is not None:
        return owner
    word = sentence.words[noun]
    for _ in range(4):
        if word.head == noun:
            break
        noun = word.head
        word = sentence.words[noun]
        if word.tag.startswith("VB"):
            return _own_subject(sentence, noun)
    return None


def maker_of(sentence: Sentence, noun: int) -> int:
    """Return who made a paper if the noun is one and says so, otherwise the noun itself."""
    if sentence.words[noun].lower in PAPERS:
        owner = owner_of(sentence, noun)
        return noun if owner is None else owner
    return noun


def owner_of(sentence: Sentence, noun: int) -> int | None:
    """Return who made the claim or paper: its possessor, or the noun after by, from or of."""
    owner = sentence.child(noun, "poss")
    if owner is not None:
        return owner
    for one in sentence.children[noun]:
        word = sentence.words[one]
        if word.lower in ("by", "from") and word.dep in ("prep", "agent"):
            return sentence.child(one, "pobj")
        if word.lower == "available":
            to = sentence.child(one, "prep")
            return None if to is None else sentence.child(to, "pobj")
        if word.lower == "of" and sentence.words[noun].lower in _TALLIES:
            body = sentence.child(one, "pobj")
            if body is not None and sentence.words[body].tag in ("NN", "NNP") and (
                singular(sentence.words[body].lower) in BODIES | OFFICES
            ):  # fmt: skip
                return body  # "the provisional count of the health directorate"
        agent = sentence.child(one, "agent") if word.dep == "acl" else None
        if agent is not None and word.lower not in HAD_FROM:
            return sentence.child(agent, "pobj")
    return None


def speaker_at(sentence: Sentence, head: int | None) -> Speaker:
    """Return the speaker that the noun at ``head`` names."""
    if head is None:
        return Speaker(voice="anonymous")
    word = sentence.words[head]
    if (
        word.lower in FIRST_PERSON
        or word.lower.startswith(("i’", "i'", "we’", "we'"))
        or word.lower in ("my", "our")
    ):
        return Speaker(None, head, None, "own")
    if word.tag.startswith(("VB", "IN")):
        return Speaker(voice="anonymous")
    if word.lower in _NAMELESS and word.lower != "it":
        return Speaker(None, head, None, "anonymous")
    low, high = sentence.reaches[head]
    if sentence.words[low].lower in FIRST_PERSON and low == head - 1:
        return Speaker(None, head, None, "own")  # "I’ll" in two words
    named = any(sentence.words[one].dep == "appos" and sentence.words[one].tag == "NNP"
                for one in sentence.children[head])  # fmt: skip
    if sentence.words[low].lower == "our" and word.entity != "PERSON" and not named:
        return Speaker(None, head, None, "own")
    phrase = " ".join(one.text for one in sentence.words[low : high + 1])
    nameless = says_anonymous(phrase) or word.lower in NAMELESS_SOURCES
    return Speaker(
        mention(sentence, head),
        head,
        _count(sentence, head),
        "anonymous" if nameless else "attributed",
    )


def can_speak(sentence: Sentence, head: int) -> bool:
    """Say whether a noun names a person, a body or a paper, as far as the word tells."""
    word = sentence.words[head]
    if word.lower in PEOPLE or word.lower.endswith(_PEOPLE_ENDINGS):
        return True
    if singular(word.lower) in BODIES | OFFICES | GROUPS:
        return True
    if word.lower in PAPERS or word.entity in ("PERSON", "ORG", "GPE", "NORP"):
        return True
    return word.tag.startswith("NNP") and word.entity not in ("DATE", "TIME", "EVENT")


def is_paper(sentence: Sentence, head: int) -> bool:
    """Say whether a noun names something written."""
    noun = sentence.words[head].lower
    return noun in PAPERS or singular(noun) in PAPERS


def is_somebody(sentence: Sentence, head: int) -> bool:
    """Say whether a noun names a person or body, not what one wrote."""
    word = sentence.words[head]  # "the Open Ledger" is a name
    return can_speak(sentence, head) and (word.lower not in PAPERS or word.tag == "NNP")


def mention(sentence: Sentence, head: int) -> Mark:
    """Return the words that name what the noun at ``head`` stands for."""
    words = sentence.words
    if words[head].entity == "PERSON" and not _of_a_body(sentence, head):
        return _name(sentence, head)
    for one in sentence.children[head]:
        if words[one].dep == "appos" and words[one].entity == "PERSON" and one > head:
            return _name(sentence, one)
    whose = _named_behind(sentence, head)
    if whose is not None:
        return _name(sentence, whose)
    called = _called(sentence, head)
    if called is not None:
        return called
    first, last = head, head
    verb = words[head].head  # "the column's wing rejects it": a verb that looks like a noun
    misread = words[verb].tag == "NNS" and words[verb].dep == "ROOT" and head < verb
    tops = (head, verb) if misread and words[head].dep in ("compound", "nmod") else (head,)
    low = sentence.reaches[tops[-1]][0]
    while first > low and _before_noun(sentence, first - 1, head, tops):
        first -= 1
    first = _at_article(sentence, first, head)
    if words[head].tag == "NNP" and any(one.tag == "HYPH" for one in words[first:head]):
        first = head  # "mother-of-three Vera Lund"
        while words[first - 1].tag == "NNP":
            first -= 1
    if words[head].lower in _NUMBERS or words[head].tag in ("CD", "DT"):
        last = _of_number(sentence, head)
    elif words[head].tag.startswith("NNP") or words[head].text[:1].isupper():
        last = _of_name(sentence, head)
    return sentence.between(first, last)


def _of_a_body(sentence: Sentence, head: int) -> bool:
    """Say whether "the relief federation Open Hand" is a body, and no person of that name."""
    words = sentence.words
    first = head
    while first > 0 and words[first - 1].tag.startswith("NNP"):
        first -= 1
    before = words[first - 1]
    return first > 1 and before.tag == "NN" and singular(before.lower) in BODIES


def _named_behind(sentence: Sentence, head: int) -> int | None:
    """Return the name of "the head of delegation, Dora Fink", which hangs on the delegation."""
    words = sentence.words
    of = sentence.child(head, "prep")
    if of is None or of != head + 1 or singular(words[head].lower) not in OFFICES:
        return None
    noun = sentence.child(of, "pobj")
    name = None if noun is None else sentence.child(noun, "appos")
    if name is None or words[name].entity != "PERSON" or words[name].tag != "NNP":
        return None
    return name if words[sentence.reaches[name][0] - 1].text == "," else None


def _at_article(sentence: Sentence, first: int, head: int) -> int:
    """Return where a noun phrase begins behind words of time: "two hours later a deputy"."""
    words = sentence.words
    for at in range(first + 1, head):
        if words[at].tag in ("DT", "PRP$") and words[at - 1].lower not in _WHOLE:
            return at
    return first


def _called(sentence: Sentence, head: int) -> Mark | None:
    """Return the name of "a trader called Hamidou", also behind "one of them,"."""
    words = sentence.words
    for noun in (head, sentence.child(head, "appos")):
        if noun is None:
            continue
        for verb in sentence.children[noun]:
            if words[verb].lower not in ("called", "named") or words[verb].dep != "acl":
                continue
            name = sentence.child(verb, "oprd", "dobj", "attr")
            given = not any(words[one].lower == "as" for one in sentence.children[verb])
            # not of "named the Coast Brigade as the unit that fired"
            if name is not None and given and words[name].tag.startswith("NNP"):
                low = name
                while words[low - 1].tag.startswith("NNP") and words[low - 1].head == name:
                    low -= 1
                return sentence.between(low, name)
    return None


def _before_noun(sentence: Sentence, at: int, head: int, tops: tuple[int, ...]) -> bool:
    word = sentence.words[at]
    if word.tag in ("POS", "''"):
        return True
    aged = sentence.words[head - 1].lower == "old"  # "a 34-year-old mechanic"
    if word.entity == "DATE" and not sentence.words[head].entity and not aged:
        return False
    if word.tag in (",", ":", "CC", "IN", "-LRB-", "-RRB-") and word.text not in ("-", "–"):
        return False
    climbing = at
    for _ in range(6):
        climbing = sentence.words[climbing].head
        if climbing in tops:
            return True
    return False


def _name(sentence: Sentence, head: int) -> Mark:
    words = sentence.words
    first = last = head
    while first > 0 and words[first].entity == "PERSON" and not words[first].begins:
        first -= 1
    while (
        last + 1 < len(words) and words[last + 1].entity == "PERSON" and not words[last + 1].begins
    ):
        last += 1
    if last > first and words[last].lower in ("'s", "’s", "'", "’"):
        last -= 1
    return sentence.between(first, last)


def _of_name(sentence: Sentence, head: int) -> int:
    """Return the last word of "Ministry of Defence": an of that a capital follows."""
    for one in sentence.children[head]:
        if one == head + 1 and sentence.words[one].lower in ("of", "for"):
            noun = sentence.child(one, "pobj")
            if noun is not None and noun - one <= 4 and sentence.words[noun].text[:1].isupper():
                return noun
    return head


def _of_number(sentence: Sentence, head: int) -> int:
    """Return the last word of "two of the women"."""
    for one in sentence.children[head]:
        if one == head + 1 and sentence.words[one].lower == "of":
            noun = sentence.child(one, "pobj")
            return head if noun is None else noun
    return head


def _count(sentence: Sentence, head: int) -> int | None:
    """Return how many speak, if a number says it and it is more than one."""
    places = [one for one in sentence.children[head] if sentence.words[one].dep == "nummod"]
    for place in (*places, head):
        word = sentence.words[place]
        number = (
            int(word.text)
            if word.text.isdecimal() and len(word.text) < 7
            else (_NUMBERS.get(word.lower))
        )
        if number is not None and number > 1 and word.tag in ("CD", "NNS", "NN"):
            return number
    return None
