"""A text as the English rules see it: passages, the quotations in them, and words with grammar.

A *passage* is one sentence as printed. An *utterance* is a quotation that stands as a sentence or
clause of its own; it is taken out of its passage, since the parser reads quotation marks badly, and
parsed apart. What is left of the passage is its *frame*. A quotation of a few words inside a clause
stays where it is, without its marks. Every word knows its place in the original text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from probatum.read.builtin.english.quotations import Quotation
from probatum.read.builtin.english.turns import Turn, introduced
from probatum.read.found import Mark


class Word(NamedTuple):
    """One token. ``tag`` is of the Penn treebank, ``head`` the place in the sentence it hangs on.

    ``entity`` is the kind of name it belongs to, empty if none; ``begins``: the name begins here.
    """

    text: str
    lower: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    entity: str
    begins: bool


@dataclass(frozen=True)
class Sentence:
    """Words parsed together: the frame of a passage, or a sentence of an utterance."""

    words: tuple[Word, ...]

    @cached_property
    def mark(self) -> Mark:
        """From the first word to the last; the words of an utterance may be missing inside."""
        return Mark(self.words[0].start, self.words[-1].end)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each word, the places of the words that hang on it."""
        lists: list[list[int]] = [[] for _ in self.words]
        for at, word in enumerate(self.words):
            if word.head != at:
                lists[word.head].append(at)
        return tuple(tuple(one) for one in lists)

    @cached_property
    def reaches(self) -> tuple[tuple[int, int], ...]:
        """For each word, the first and last place of what hangs below it, itself included."""
        low = list(range(len(self.words)))
        high = list(range(len(self.words)))
        for at in self._leaves_first():
            head = self.words[at].head
            low[head] = min(low[head], low[at])
            high[head] = max(high[head], high[at])
        return tuple(zip(low, high, strict=True))

    def _leaves_first(self) -> list[int]:
        order = [at for at, word in enumerate(self.words) if word.head == at]
        for at in order:
            order.extend(self.children[at])
        return order[::-1]

    def child(self, at: int, *deps: str) -> int | None:
        """Return the first word that hangs on ``at`` in one of these ways."""
        for one in self.children[at]:
            if self.words[one].dep in deps:
                return one
        return None

    def between(self, first: int, last: int) -> Mark:
        """Return the stretch of text from one word to another, both included."""
        return Mark(self.words[first].start, self.words[last].end)


@dataclass(frozen=True)
class Utterance:
    """A quotation that stands as a sentence or clause of its own, and its sentences."""

    quotation: Quotation
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True)
class Passage:
    """One sentence as printed: what stands outside its utterances, and these.

    ``frame`` is None if the whole passage is quoted. ``fragments`` are quotations of a few words
    that the frame keeps.
    """

    mark: Mark
    paragraph: int
    frame: Sentence | None
    utterances: tuple[Utterance, ...] = ()
    fragments: tuple[Quotation, ...] = ()


@dataclass(frozen=True)
class Parsed:
    """A whole text. ``paragraphs`` are marks; ``passages`` stand in text order.

    ``turns`` are the paragraphs that somebody speaks, by number, in interviews and hearings.
    """

    text: str
    paragraphs: tuple[Mark, ...]
    passages: tuple[Passage, ...] = field(repr=False)
    turns: Mapping[int, Turn] = field(default_factory=dict)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All that was parsed, frames and quoted sentences, by where they begin."""
        return tuple(sorted(self._all(), key=lambda one: one.mark.start))

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where the sentences begin, for looking them up by position."""
        return tuple(one.mark.start for one in self.sentences)

    def _all(self) -> Iterator[Sentence]:
        for passage in self.passages:
            if passage.frame is not None:
                yield passage.frame
            for utterance in passage.utterances:
                yield from utterance.sentences

    def answers(self, passage: Passage) -> Mark | None:
        """Return who speaks a passage of a turn that answers; None of any other passage."""
        turn = self.turns.get(passage.paragraph)
        if turn is None or turn.asks:
            return None
        return self._labels.get(self.slice(turn.label)) if turn.named else self._answering

    @cached_property
    def _labels(self) -> dict[str, Mark]:
        """Where each label of a turn first stands, or who of its surname is introduced before."""
        first: dict[str, Mark] = {}
        for turn in sorted(self.turns.values(), key=lambda one: one.label):
            label = self.slice(turn.label)
            if turn.named and label not in first:
                surname = label.rstrip(".").rpartition(" ")[2].casefold()
                named = (one for one in self._introduced if " " in self.slice(one)
                         and self.slice(one).rpartition(" ")[2].casefold() == surname)  # fmt: skip
                first[label] = next(named, turn.label)
        return first

    def addressed(self, passage: Passage) -> Mark | None:
        """Return whom a question of an interview is put to: who answers next."""
        turn = self.turns.get(passage.paragraph)
        if turn is None or not turn.asks:
            return None
        for number in range(passage.paragraph + 1, len(self.paragraphs)):
            answer = self.turns.get(number)
            if answer is not None and not answer.asks:
                return self._labels.get(self.slice(answer.label)) if answer.named else (
                    self._answering
                )  # fmt: skip
        return None

    def asks(self, passage: Passage) -> bool:
        """Say whether a passage is a question, or speaks to whom it asks."""
        turn = self.turns.get(passage.paragraph)
        if turn is None or not turn.asks:
            return False
        frame = () if passage.frame is None else passage.frame.words
        return not frame or not turn.named or frame[-1].text == "?" or any(
            word.lower in ("you", "your") for word in frame
        )  # fmt: skip

    @cached_property
    def _answering(self) -> Mark | None:
        return introduced(self.text, self.turns, self._introduced)

    @cached_property
    def _introduced(self) -> list[Mark]:
        """The names that stand before the first turn."""
        first = min(turn.label.start for turn in self.turns.values())
        persons: list[Mark] = []
        for sentence in self.sentences:
            if sentence.mark.start > first:
                break
            names = False
            for word in sentence.words:
                if word.tag == "NNP" and names:
                    persons[-1] = Mark(persons[-1].start, word.end)
                elif word.tag == "NNP":
                    persons.append(Mark(word.start, word.end))
                names = word.tag == "NNP"
        return persons

    def slice(self, mark: Mark) -> str:
        """Return the words of the text that a mark covers."""
        return self.text[mark.start : mark.end]
