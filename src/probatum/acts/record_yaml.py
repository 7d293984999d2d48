r"""YAML, read without its surprises: text, whole numbers, true, false, null, lists and mappings.

The values are built from the parser's events with a stack of our own, so that nesting without end
ends, and nothing that a tag or alias could name is ever made.

>>> documents("title: 2022-03-15\ncountry: NO\nlow: 12\nlat: 49.98")
[{'title': '2022-03-15', 'country': 'NO', 'low': 12, 'lat': '49.98'}]
"""

from __future__ import annotations

import re

import yaml

from probatum.errors import InputError

MOST_DEPTH = 32
_WORDS: dict[str, object] = {"": None, "~": None, "null": None, "true": True, "false": False}
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,15})")
_TEXT_TAGS = (None, "!", "tag:yaml.org,2002:str")


def documents(text: str) -> list[object]:
    """Return the values of all documents of a YAML text. Raises InputError ``bad-record``."""
    try:
        return _built(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}" if mark is not None else "the text"
        raise _refused(where, "YAML", "something else") from None
    except RecursionError:
        raise _refused("the text", f"at most {MOST_DEPTH} levels", "more") from None


class _Open:
    """A list or mapping whose end was not read yet; ``key`` is a member that waits for a value."""

    def __init__(self, value: list[object] | dict[str, object]) -> None:
        self.value = value
        self.key: str | None = None

    def add(self, value: object, line: int) -> None:
        if isinstance(self.value, list):
            self.value.append(value)
        elif self.key is not None:
            self.value[self.key] = value
            self.key = None
        elif not isinstance(value, str):
            raise _refused(f"line {line}", "a name of a field", "another value")
        elif value in self.value:
            raise _refused(f"line {line}", "every field once", "one of them twice")
        else:
            self.key = value


def _built(text: str) -> list[object]:
    found: list[object] = []
    within: list[_Open] = []
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        line = 1 + (event.start_mark.line if event.start_mark is not None else 0)
        value: object
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise _refused(f"line {line}", "values written out", "an anchor or alias")
        if isinstance(event, yaml.ScalarEvent):
            waits = bool(within) and isinstance(within[-1].value, dict) and within[-1].key is None
            value = _text_of(event, line) if waits else _scalar(event, line)
        elif isinstance(event, yaml.CollectionStartEvent):
            if event.tag is not None or len(within) == MOST_DEPTH:
                raise _refused(f"line {line}", f"no tags, at most {MOST_DEPTH} levels", "others")
            within.append(_Open([] if isinstance(event, yaml.SequenceStartEvent) else {}))
            continue
        elif isinstance(event, yaml.CollectionEndEvent):
            value = within.pop().value
        else:
            continue
        if within:
            within[-1].add(value, line)
        else:
            found.append(value)
    return found


def _text_of(event: yaml.ScalarEvent, line: int) -> str:
    if event.tag not in _TEXT_TAGS:
        raise _refused(f"line {line}", "a value without a tag", "one with a tag")
    return str(event.value)


def _scalar(event: yaml.ScalarEvent, line: int) -> object:
    text = _text_of(event, line)
    if event.style is not None or event.tag is not None:
        return text
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if _INTEGER.fullmatch(text) else text


def _refused(item: str, expected: str, found: str) -> InputError:
    return InputError("bad-record", item=item, expected=expected, found=found)
