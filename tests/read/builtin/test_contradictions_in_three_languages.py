"""What contradicts what in Ukrainian, Russian and Arabic."""

from __future__ import annotations

import pytest

from probatum.read.contract import Contradiction, Reading
from read.builtin.told import read


def against(reading: Reading) -> list[str]:
    return [each.why for each in reading.suggestions if isinstance(each, Contradiction)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "uk",
            "Міська рада заявила, що солдати корпусу обстріляли школу в Дорні.\n\n"
            "Командування корпусу заперечило ці звинувачення.",
        ),
        (
            "ru",
            "Городской совет заявил, что солдаты корпуса обстреляли школу в Дорне.\n\n"
            "Командование корпуса отвергло эти обвинения.",
        ),
        (
            "ar",
            "اتهم المجلس المحلي قوات الفجر بقصف المدرسة.\n\nونفت قوات الفجر هذه الاتهامات.",
        ),
    ],
)
def test_these_accusations_are_those_just_made(language: str, text: str) -> None:
    assert against(read(text, language)) == ["denial"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "uk",
            "Міська рада повідомила, що внаслідок обстрілу загинули 19 людей.\n\n"
            "Лікарня повідомила, що внаслідок обстрілу загинули семеро дітей.",
        ),
        (
            "ru",
            "Городской совет сообщил, что при обстреле погибли 19 человек.\n\n"
            "Больница сообщила, что при обстреле погибли семеро детей.",
        ),
    ],
)
def test_the_children_among_the_dead_contradict_nobody(language: str, text: str) -> None:
    assert against(read(text, language)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "uk",
            "Міська рада повідомила, що внаслідок обстрілу загинули 19 людей.\n\n"
            "Лікарня повідомила, що внаслідок обстрілу загинули семеро людей.",
        ),
        (
            "ru",
            "Городской совет сообщил, что при обстреле погибли 19 человек.\n\n"
            "Больница сообщила, что при обстреле погибли семь человек.",
        ),
    ],
)
def test_two_totals_of_two_sources_do(language: str, text: str) -> None:
    assert against(read(text, language)) == ["figures"]
