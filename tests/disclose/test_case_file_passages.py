"""Whatever a case file says in somebody's words is among the texts that are searched for names."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterator
from itertools import count

from probatum.disclose.case_file import CaseFile, Contradicted, passages

# Spelled by the program: references, digests, times of the log, codes and fixed questions.
OURS = {
    "ref", "made_at", "as_known_on", "log_root", "fingerprint", "rule", "stance", "sort",
}  # fmt: skip
OUR_TITLES = {"Question"}


def _filled(kind: object, name: str, numbers: Iterator[int], given: list[str]) -> object:
    """Return a value of a type whose texts are all different; texts of people go into ``given``."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        return (_filled(inner[0], name, numbers, given),)
    if origin in (typing.Union, types.UnionType):
        return _filled(inner[0], name, numbers, given)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = typing.get_type_hints(kind)
        made = {
            each.name: _filled(hints[each.name], f"{kind.__name__}.{each.name}", numbers, given)
            for each in dataclasses.fields(kind)
        }
        return kind(**made)
    if kind is str:
        text = f"words {next(numbers)}"
        owner, _, field = name.partition(".")
        if field not in OURS and not (field == "title" and owner in OUR_TITLES):
            given.append(text)
        return text
    return kind(next(numbers)) if isinstance(kind, type) else None


def test_every_text_of_a_case_file_is_searched() -> None:
    given: list[str] = []
    file = _filled(CaseFile, "", count(1), given)
    assert isinstance(file, CaseFile)
    searched = {each.text for each in passages(file)}
    assert len(given) > 25
    assert [text for text in given if text not in searched] == []


def test_words_of_its_own_come_before_those_that_repeat_them() -> None:
    file = _filled(CaseFile, "", count(1), [])
    assert isinstance(file, CaseFile)
    sides = Contradicted(1, True, "why", ("Somebody said it (EX-00001-6)",), ())
    found = list(passages(dataclasses.replace(file, contradictions=(sides,))))
    again = [each for each in found if each.repeats is not None]
    assert found.index(again[0]) > 0
    assert any("statement EX-00001-6" in (each.repeats or ()) for each in again)
