"""No text makes the reader fall over: paragraphs of all tuning texts, thrown together and torn."""

from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path

import pytest

from probatum.read.builtin.english.turns import turns_of
from probatum.read.extractor import Article
from probatum.read.sentences import paragraphs
from read.builtin.english.whole import reader

REPORTS = Path(__file__).resolve().parents[3] / "eval" / "tune" / "reports"
SIGNS = ('"', "“", "”", "«", "»", "—", "?", "\n\n", ":", "(", "1,", "…", "\u200b")
PUBLISHED = date(2031, 5, 8)


def _paragraphs(language: str) -> list[str]:
    texts = [json.loads(path.read_text("utf-8"))["text"] for path in REPORTS.glob(f"{language}-*")]
    return sorted({line for text in texts for line in text.split("\n")})


def _mixed(paragraphs: list[str], chance: random.Random) -> str:
    return "\n".join(chance.choices(paragraphs, k=chance.randrange(1, 12)))


def _as_interview(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    return "\n".join(chance.choice(("Q: ", "A: ", "")) + line for line in lines)


def _torn(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    match chance.randrange(6):
        case 0:
            return text[:at] + chance.choice(SIGNS) + text[at:]
        case 1:
            return text.lower()
        case 2:
            return " ".join(chance.sample(words := text.split(" "), len(words)))
        case 3:
            return text[at:]
        case 4:
            return _as_interview(text, chance)
    return text


@pytest.mark.parametrize("language", ["en", "uk", "ru", "ar"])
def test_torn_texts_are_read_with_spans_that_fit(language: str) -> None:
    known, chance = _paragraphs(language), random.Random(language)
    for _ in range(25):
        text = _torn(_mixed(known, chance), chance)
        reading = reader().read(Article(text, language, PUBLISHED, "The Harbour Post"))
        for each in reading.suggestions:
            for mark in [getattr(each, "content", None), getattr(each, "span", None)]:
                if mark is not None:
                    assert text[mark.start : mark.end] == mark.exact


def test_interviews_of_whatever_order_have_turns_that_are_paragraphs() -> None:
    known, chance = _paragraphs("en"), random.Random(7)
    for _ in range(200):
        text = _as_interview(_mixed(known, chance), chance)
        marks = paragraphs(text)
        for number, turn in turns_of(text, marks).items():
            assert marks[number].start <= turn.begins <= marks[number].end
