"""Sentences in which the text itself says what happened, and that no attribution has taken."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.worded.contents import excuses, has, negates
from probatum.read.builtin.worded.happenings import Told
from probatum.read.builtin.worded.lexicon import Lexicon
from probatum.read.builtin.worded.passages import Passage
from probatum.read.builtin.worded.saying import Saying, trimmed
from probatum.read.builtin.worded.self_told import IF, speaks_of_itself, tells
from probatum.read.found import FigureFound, Mark
from probatum.read.tokens import Token

_FEWEST = 3
_FEWEST_DONE = 4
_PAST = frozenset("влаоиьяіы")
_MOST_RETORT = 4
_NEAR = 3
_ENDS = ".!?…"


class Own(NamedTuple):
    """A sentence of the text's own voice that bears on an event."""

    content: Mark
    stance: Stance
    passage: int


def own_words(
    text: str, passages: Sequence[Passage], sayings: Sequence[Saying], told: Sequence[Told],
    figures: Sequence[FigureFound], lexicon: Lexicon, is_publisher: Callable[[str], bool],
) -> list[Own]:  # fmt: skip
    """Return the sentences of the own voice that are in scope, in order.

    ``is_publisher`` says of a word whether the publisher calls itself so.
    """
    taken: dict[int, list[Mark]] = {}
    for one in sayings:
        marks = [one.content, one.cue, None if one.speaker is None else one.speaker.mark]
        taken.setdefault(one.passage, []).extend(each for each in marks if each is not None)
    owned = {one.passage for one in sayings if one.voice == "own"}
    firm = sorted(one.mark for one in told if one.happening.firm and not one.is_backdrop)
    counted = sorted(one.mark for one in figures)
    of_itself = speaks_of_itself(passages, sayings, lexicon)
    found = []
    for at, mark, words in _unsaid(passages, taken, owned, lexicon):
        mark, words = _without_formula(mark, words, lexicon)
        if at == 0 and text[mark.end - 1] not in _ENDS and lexicon.papers.at(words, 0):
            continue  # "Statement on Orlin" names a topic
        vows = _vows(words, lexicon, is_publisher)
        promises = vows or has(lexicon.promise, words)
        doubts = has(lexicon.doubts, words)
        saw = any(lexicon.saw.at(words, each) for each in range(min(3, len(words))))
        denies = not doubts and (
            has(lexicon.baseless, words)
            or negates(words, lexicon)
            or has(lexicon.ours, words)
            and excuses(words, lexicon)
        )
        happens, counts = _stands_in(firm, mark), _stands_in(counted, mark)
        in_scope = (
            denies or happens or counts or doubts or vows or saw or bool(told) and promises
            or has(lexicon.matters, words) or _answers_no(words, lexicon)
            or _is_done(words, lexicon)
            or of_itself and text[mark.end - 1] in _ENDS and tells(words, lexicon)
        )  # fmt: skip
        if not in_scope or has(lexicon.skips, words) or _asks(text, mark, words, lexicon):
            continue
        if _says(words, lexicon):
            continue
        content = trimmed(text, *mark)
        if content is None:
            continue
        denies = denies or _answers_no(words, lexicon)
        stance: Stance = "disputes" if doubts else "denies" if denies else "asserts"
        if len(words) <= _MOST_RETORT and has(lexicon.lies, words):
            stance = "denies"  # "This is untrue."
        if vows or promises and not happens and not counts:
            stance = "commits_to"
        if words[0].word in lexicon.let:
            stance = "calls_for"
        found.append(Own(content, stance, at))
    return found


def _vows(
    words: Sequence[Token], lexicon: Lexicon, is_publisher: Callable[[str], bool]
) -> bool:  # fmt: skip
    """Say whether the publisher says what it will do ("we will ...", "the council will ...")."""
    ours = any(one.word in lexicon.first_person for one in words)
    for at, one in enumerate(words):
        led = at == 0 or at < 3 and words[0].word in lexicon.each
        led = led or words[0].word in IF and words[at - 1].word == ","
        if lexicon.shall_we.search(one.word) and (ours or led):
            return True
        if lexicon.shall_i.search(one.word) and not (at and words[at - 1].word in lexicon.nots):
            return True
        if one.raw[:1].islower() and lexicon.shall.search(one.word):
            if any(is_publisher(other.word) for other in words[:at]):
                return True
    return False


def _is_done(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether somebody did something, once ("they loaded people onto trucks")."""
    if len(words) <= _FEWEST_DONE or words[0].word in lexicon.asks:
        return False
    done = any(
        one.word[-1:] in _PAST
        and not (at and (one.is_capitalised or words[at - 1].word in lexicon.nots)
                 and one.word[-1:] != "о")
        and lexicon.done.search(one.word) is not None
        and lexicon.cues.at(words, at) is None
        for at, one in enumerate(words)
    )  # fmt: skip
    return done and not any(_is_said(words, at, lexicon) for at in range(len(words)))


def _is_said(words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Say whether a finite verb of saying or of keeping silent stands at a token."""
    found = lexicon.cues.at(words, at)
    if found is None or "v" in found[0].takes or not {"t", "d"} & {*found[0].takes}:
        return False
    return found[1] - at > 1 or any(
        pattern.search(words[at].word) for pattern in lexicon.finite.values()
    )


def _answers_no(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether "No, ..." begins the answer to a question."""
    return len(words) > 2 and words[0].word in lexicon.no and words[1].word == ","


def _says(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether somebody else says it, though it is not known who ("He said that ...")."""
    opened = lexicon.opens.at(words, 0)
    if opened is not None and opened[1] < len(words) and lexicon.heads.of(words[opened[1]].word):
        return True
    for at in range(len(words) - 2):
        cue = lexicon.cues.at(words, at)
        if cue is None or "t" not in cue[0].takes:
            continue
        behind = words[cue[1] : cue[1] + _NEAR + 1]
        led = any(
            one.word == "," and that.word in lexicon.that
            for one, that in zip(behind, behind[1:], strict=False)
        )  # fmt: skip
        finite = any(pattern.search(words[at].word) for pattern in lexicon.finite.values())
        if (
            led
            and finite
            and not any(one.word in lexicon.first_person for one in words[max(0, at - 3) : at])
        ):
            return True
    return False


def _asks(text: str, mark: Mark, words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether a sentence only asks ("How many were taken?")."""
    return text[mark.end - 1] in "?؟" and any(one.word in lexicon.asks for one in words[:2])


def _unsaid(
    passages: Sequence[Passage],
    taken: Mapping[int, Sequence[Mark]],
    owned: Collection[int],
    lexicon: Lexicon,
) -> Iterator[tuple[int, Mark, Sequence[Token]]]:
    """Yield the passages that nobody says, and clauses between semicolons that nobody says.

    Of ``owned`` ones, in the first person, also those behind a colon ("we reject it: nobody ...").
    """
    for at, passage in enumerate(passages):
        if passage.is_line or passage.speech or len(passage.frame) < _FEWEST and not (
            has(lexicon.lies, passage.frame)
        ):  # fmt: skip
            continue
        if at not in taken:
            yield at, passage.mark, passage.frame
            continue
        clauses = [*_clauses(passage.frame, ":;" if at in owned else ";")]
        if at in owned and (joined := _before_join(passage.frame, taken[at], lexicon)):
            clauses.append(joined)
        for clause in clauses:
            mark = Mark(clause[0].start, clause[-1].end)
            if len(clause) >= _FEWEST and not any(
                one.start < mark.end and mark.start < one.end for one in taken[at]
            ):
                yield at, mark, clause


def _without_formula(
    mark: Mark, words: Sequence[Token], lexicon: Lexicon
) -> tuple[Mark, Sequence[Token]]:  # fmt: skip
    """Leave out what only calls on God behind what is told ("this is murder, God help us")."""
    for at in range(1, len(words)):
        if words[at - 1].word in "،," and lexicon.formulas.at(words, at) is not None:
            return Mark(mark.start, words[at - 1].start), words[: at - 1]
    return mark, words


def _before_join(
    words: Sequence[Token], marks: Sequence[Mark], lexicon: Lexicon
) -> Sequence[Token]:  # fmt: skip
    """Return "N" of "N, and we condemn it": the clause before what the text says itself."""
    first = min(marks).start
    comma = next(
        (at for at, one in enumerate(words[:-1])
         if one.word == "," and words[at + 1].word in lexicon.joins), 0,
    )  # fmt: skip
    near = words[comma + 2 : comma + 2 + _NEAR] if comma else ()
    return words[:comma] if any(one.start == first for one in near) else ()


def _clauses(words: Sequence[Token], marks: str) -> Iterator[Sequence[Token]]:
    """Yield the clauses that semicolons part, or other marks; none if there is none of them."""
    start = 0
    for at, one in enumerate(words):
        if one.word in marks:
            if at > start:
                yield words[start:at]
            start = at + 1
    if 0 < start < len(words):
        yield words[start:]


def _stands_in(marks: Sequence[Mark], mark: Mark) -> bool:
    """Say whether one of the sorted marks begins within a mark."""
    at = bisect_left(marks, (mark.start, 0))
    return at < len(marks) and marks[at].start < mark.end
