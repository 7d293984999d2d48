"""Names in a sentence: runs of capitalised words, and whether each is a person's or a body's.

The parser's own guess at names is one hint among several: on invented or rare names it errs, and
words like "Ministry" or a title before the name tell more.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from probatum.read.builtin.english.callings import (
    ARMED,
    BODIES,
    COURTESY,
    GROUPS,
    OFFICES,
    PAPERS,
    singular,
)
from probatum.read.builtin.english.event_words import WEAPON
from probatum.read.builtin.english.parsed import Parsed, Sentence, Word
from probatum.read.found import Mark

_JOINING = frozenset({"of", "for", "the", "and", "&", "de", "al", "bin", "von", "van", "on"})
_NO_NAME = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY",
                      "LANGUAGE", "EVENT", "LAW"})  # fmt: skip
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NOBODY = frozenset(
    "photo photograph reuters read more video watch update live breaking statement i god internet "
    "press".split()
)
_AFTER_NAMES = frozenset("SC QC KC MP MEP MSP MLA TD OBE CBE MBE KCMG CMG Jr Sr PhD MD Esq".split())
_SORTS = frozenset("company group charity firm organisation organization movement party".split())
# "the Prosecutor General", in that order; "Foreign Minister Ada Brun"
_GENERALS = frozenset(
    "prosecutor attorney secretary governor inspector director surgeon solicitor auditor consul "
    "adjutant comptroller postmaster procurator".split()
)
_OF_OFFICES = frozenset(
    "foreign interior defence defense prime justice health finance transport education energy "
    "information deputy vice acting opposition police army chief senior assistant first second "
    "state press district".split()
)
_LONGEST = 12
_MARKED = 2  # characters: a space and a mark of quotation, which the parser does not see
_ENTITLED = frozenset("entitled titled headlined headed reading codenamed".split())
_WORKS = frozenset("report film documentary book article poem song plan operation missile drone "
                   "rocket launcher hashtag slogan tank banner".split())  # fmt: skip
_APOSTROPHES = frozenset({"’", "'"})


class PlaceMarks:
    """Where places are named; looked up by position, for texts that name thousands."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks = sorted(set(marks))
        self._known = frozenset(self._marks)
        self._longest = max((one.end - one.start for one in self._marks), default=0)

    def __contains__(self, mark: object) -> bool:
        return mark in self._known

    def cover(self, mark: Mark) -> bool:
        """Say whether a place's name has all of a mark."""
        return any(one.end >= mark.end for one in self._near(mark.start, mark.start))

    def meets(self, mark: Mark) -> bool:
        """Say whether a place's name shares a character with a mark."""
        return any(one.end > mark.start for one in self._near(mark.start, mark.end - 1))

    def _near(self, first: int, last: int) -> list[Mark]:
        """Return the names that begin from as far before ``first`` as one is long to ``last``."""
        low = bisect_left(self._marks, Mark(first - self._longest, 0))
        return self._marks[low : bisect_left(self._marks, Mark(last + 1, 0))]


_OWNERS = PAPERS | _SORTS | BODIES  # of names that follow them: "the broadcaster Lake One"


@dataclass(frozen=True, slots=True)
class Run:
    """A name: words ``first`` to ``last``; from ``named`` on without its title; ``head`` in it."""

    first: int
    last: int
    named: int
    head: int
    kind: Literal["person", "body", "place"]
    title: str = ""


def runs(sentence: Sentence, places: PlaceMarks) -> list[Run]:
    """Return the names of a sentence in order; names that are only places are of kind place."""
    found = []
    at = 0
    words = sentence.words
    while at < len(words):
        if not _names(words[at]) or (at == 0 and _only_begins(words)):
            at += 1
            continue
        last = _reach(words, at)
        if _is_heading(words, at):
            at = last + 1
            continue
        found.extend(_told(sentence, at, last, places))
        at = last + 1
    return found


def surnames_in(parsed: Parsed, named_in: Sequence[Sequence[Run]]) -> frozenset[str]:
    """Return the last words of the full names of persons in a text."""
    return frozenset(
        sentence.words[run.last].text
        for sentence, names in zip(parsed.sentences, named_in, strict=True)
        for run in names
        if run.kind == "person" and (run.last > run.named or run.title)
    )


def of_somebody(sentence: Sentence, run: Run, surnames: frozenset[str], places: PlaceMarks) -> Run:
    """Take a name that the parser takes for a place's for somebody's.

    It is the surname of somebody named in full elsewhere, or ", who" or an age follows it.
    """
    if run.kind != "place" or run.first != run.last:
        return run
    if sentence.between(run.first, run.last) in places:
        return run
    behind = [word.lower for word in sentence.words[run.last + 1 : run.last + 4]]
    aged = len(behind) > 2 and behind[1].isdigit() and behind[2] == ","
    told = behind[:1] == [","] and (behind[1:2] == ["who"] or aged)
    known = sentence.words[run.last].text in surnames or _is_given(sentence, run.last)
    return replace(run, kind="person") if told or known else run


def _names(word: Word) -> bool:
    """Say whether a word can be part of a name."""
    capital = word.text[:1].isupper() and word.tag in ("NNP", "NNPS", "NN", "NNS", "JJ")
    if not capital or word.entity in _NO_NAME or word.lower in _NOBODY:
        return False
    return word.tag.startswith("NNP") or word.entity in ("PERSON", "ORG")


def _is_heading(words: tuple[Word, ...], first: int) -> bool:
    """Say whether a name is that of a paper, film or plan: 'a report entitled "Tracks of Fire"'."""
    if not first or words[first].start - words[first - 1].end < _MARKED:
        return False
    before = words[first - 1]
    return before.lower in _ENTITLED or singular(before.lower) in _WORKS


def _only_begins(words: tuple[Word, ...]) -> bool:
    """Say whether a word is capitalised only since a sentence begins with it."""
    first = words[0]
    if len(words) > 1 and _names(words[1]):
        return False
    if first.tag in ("NN", "NNS", "JJ") and not first.entity:
        return True
    base = singular(first.text)
    common = base in GROUPS or base in ARMED or base in OFFICES or base in WEAPON
    return common or first.tag in ("NNS", "NN")


def _reach(words: tuple[Word, ...], first: int) -> int:
    """Return the last word of the run of names that begins at ``first``."""
    last = first
    at = first + 1
    while at < len(words) and at - first < _LONGEST:
        if words[at].entity == "PERSON" and words[at].begins and words[last].entity == "PERSON":
            break
        if _names(words[at]):
            last = at
        elif (
            words[at].tag == "POS" or words[at].text in _APOSTROPHES or words[at].lower in _JOINING
        ):
            if words[at].lower == "and" and not (
                words[at].entity == "ORG" and not words[at].begins
            ):
                break
            named = words[last].entity == "PERSON"
            if named and (words[at].tag == "POS" or (words[at].lower == "of" and last > first)):
                break  # "Mareike Voss of the Gulf Institute"
        elif words[at].text not in (".", "-", "–") or words[at - 1].end != words[at].start:
            break
        at += 1
    return last


def _told(sentence: Sentence, first: int, last: int, places: PlaceMarks) -> list[Run]:
    """Tell what a run of capitalised words names; a person's office before the name is a title."""
    words = sentence.words
    if last > first and words[last].lower == "general" and words[last - 1].lower in _GENERALS:
        return [Run(first, last, first, last, "body")]  # "the Prosecutor General"
    if last - first > 1 and words[last].text.replace(".", "") in _AFTER_NAMES:
        last -= 1
        return [_person(words, first, last) or Run(first, last, first, last, "person")]
    person = _person(words, first, last)
    if person is not None and not person.title and _article(words, first):
        person = None
    owned = first > 1 and words[first - 1].tag in ("NN", "JJ")  # "the firm" taken for firm
    if owned and singular(words[first - 1].lower) in BODIES:
        person = person if person is not None and person.title else None  # "the union Open Hand"
    if person is not None and (person.title or not _covered(sentence, first, last, places)):
        return [person]
    body = next(
        (at for at in range(last, first - 1, -1) if singular(words[at].text) in BODIES | ARMED),
        None,
    )
    if body is not None and (last > first or _article(words, first)):
        return [_body(sentence, first, last, places)]
    outlet = first - 1
    if outlet >= 0 and words[outlet].tag in ("NN", "JJ") and words[outlet].lower in _OWNERS:
        start = outlet - 1
        while start > max(0, outlet - 3) and words[start].tag in ("JJ", "NN", "VBG"):
            start -= 1
        if outlet and words[start].lower in ("the", "a"):
            return [Run(start, last, first, last, "body")]  # the broadcaster Lake One
    if sentence.between(first, last) in places:
        return [Run(first, last, first, last, "place")]
    if first == last and _owns_an_office(words, last):
        return [Run(first, last, first, last, "place")]
    kinds = {words[at].entity for at in range(first, last + 1)}
    if "ORG" in kinds and not _covered(sentence, first, last, places):
        if _beside_an_office(sentence, first, last):
            return [Run(first, last, first, last, "person")]
        return [_body(sentence, first, last, places)]
    if "PERSON" in kinds and not _covered(sentence, first, last, places):
        if _article(words, first):
            return [_body(sentence, first, last, places)]
        return [Run(first, last, first, last, "person")]
    if kinds == {""} and not _covered(sentence, first, last, places) and (
        _acts_like_somebody(sentence, first, last)
    ):  # fmt: skip
        return [Run(first, last, first, last, "person")]
    return [Run(first, last, first, last, "place")]


def _owns_an_office(words: tuple[Word, ...], at: int) -> bool:
    """Say whether a single name is a land or town that has this office ("Corsland's minister")."""
    if at + 1 >= len(words) or words[at + 1].tag != "POS":
        return False
    return any(singular(word.lower) in OFFICES for word in words[at + 2 : at + 5])


def _person(words: tuple[Word, ...], first: int, last: int) -> Run | None:
    """Return the person that a run ends with: an office then a name, or a name of two words."""
    named = last + 1
    while named > first and words[named - 1].entity == "PERSON":
        named -= 1
    offices = [at for at in range(first, last) if singular(words[at].text).rstrip(".") in OFFICES]
    office = offices[-1] if offices else None
    if office is not None and office < last and not _is_body(words, office + 1, last):
        if any(word.lower in ("of", "for") for word in words[office:last]):
            return None
        start = office
        while start > first and singular(words[start - 1].text).rstrip(".") in OFFICES:
            start -= 1
        start = _with_its_field(words, start)
        return Run(start, last, office + 1, last, "person", singular(words[office].text))
    if named > last or _is_body(words, first, last):
        return None
    before = named - 1
    title = ""
    start = named
    while (
        before >= 0 and singular(words[before].lower) in OFFICES and words[before].tag[:2] == "NN"
    ):
        title = title or singular(words[before].lower)
        start = before
        before -= 1
    if title:
        start = _with_its_field(words, start)
    while named < last and words[named].lower.rstrip(".") in COURTESY:
        named += 1
    return Run(min(start, named), last, named, last, "person", title)


def _with_its_field(words: tuple[Word, ...], start: int) -> int:
    """Return where a title begins with what it is for: "Foreign Minister", "Opposition leader"."""
    while start > 0 and words[start - 1].lower in _OF_OFFICES and words[start - 1].text.istitle():
        start -= 1
    return start


def _beside_an_office(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a name of two or three plain words is told to be somebody in an office."""
    words = sentence.words
    if not 1 <= last - first <= 2 or _article(words, first) or words[last].text.isupper():
        return False
    if not all(word.tag == "NNP" and word.text[1:].islower() for word in words[first : last + 1]):
        return False
    head = words[words[last].head]
    if words[last].dep == "appos" and singular(head.lower) in OFFICES:
        return True
    return any(
        words[one].dep == "appos" and singular(words[one].lower) in OFFICES
        for one in sentence.children[last]
    )


def _acts_like_somebody(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether two or three plain names do something: somebody whom the parser does not know."""
    words = sentence.words
    if not 1 <= last - first <= 2 or _article(words, first) or _is_title(words):
        return False
    if not all(word.tag == "NNP" and word.text[1:].islower() for word in words[first : last + 1]):
        return False
    return words[last].dep in ("nsubj", "nsubjpass") and words[words[last].head].tag[:2] == "VB"


def _is_title(words: tuple[Word, ...]) -> bool:
    """Say whether most words have a capital, as in some headlines."""
    spelled = [word.text for word in words if word.text[:1].isalpha()]
    return 2 * sum(word[:1].isupper() for word in spelled) > len(spelled)


def _is_body(words: tuple[Word, ...], first: int, last: int) -> bool:
    return any(singular(word.text) in BODIES for word in words[first : last + 1])


def _body(sentence: Sentence, first: int, last: int, places: PlaceMarks) -> Run:
    """Return a body's name: its head stands before an of; an article belongs to it."""
    words = sentence.words
    head = last
    for at in range(first + 1, last):
        if words[at].lower in ("of", "for", "on"):
            head = at - 1
            break
    while (
        first > 0 and words[first - 1].text[:1].isdigit() and words[first - 1].text[-2:].isalpha()
    ):
        first -= 1  # the 9th Brigade
    start = first
    if _article(words, first):
        start = first - 1
    following = last + 1
    if following < len(words) and singular(words[following].lower) in BODIES | ARMED:
        if words[following].tag.startswith("NN") and words[last].dep == "compound":
            head = last = following  # the Norland government
    return Run(start, last, first, head, "body")


def _article(words: tuple[Word, ...], first: int) -> bool:
    return first > 0 and words[first - 1].lower == "the"


def _covered(sentence: Sentence, first: int, last: int, places: PlaceMarks) -> bool:
    """Say whether all words of a run that tell anything are places."""
    return places.cover(sentence.between(first, last))


def _is_given(sentence: Sentence, at: int) -> bool:
    """Say whether somebody gives a word as a name: "who gave only his first name, Petrus"."""
    words = sentence.words
    link = words[at].head
    return known_as(sentence, at) is not None and words[words[link].head].dep == "relcl"


def known_as(sentence: Sentence, at: int) -> int | None:
    """Return whom a name belongs to in "its commander, known as Falcon"."""
    words = sentence.words
    link = words[at].head
    verb = words[link].head
    if words[at].dep == "appos" and words[link].lower == "name" and words[verb].dep == "relcl":
        return who_is(sentence, words[verb].head)  # "a man who gave only his first name, Petrus"
    if words[at].dep != "pobj" or words[link].lower != "as":
        return None
    name = sentence.child(verb, "dobj")
    if words[verb].dep == "relcl" and name is not None and words[name].lower == "name":
        return who_is(sentence, words[verb].head)  # "who gave his name only as Rusin"
    if words[verb].dep != "acl":
        return None
    called = words[verb].lower in ("known", "named", "called", "nicknamed", "identified")
    return words[verb].head if called else None


def who_is(sentence: Sentence, noun: int) -> int:
    """Return who "who" is: the spokesman in "a spokesman for the group, who asked"."""
    words = sentence.words
    link = words[noun].head
    office = words[link].head
    for_it = words[noun].dep == "pobj" and words[link].lower in ("for", "of", "at")
    person = singular(words[office].lower) in OFFICES and singular(words[noun].lower) in BODIES
    return office if for_it and person and words[noun + 1].text == "," else noun
