"""Read a file that is in no case: suggestions are returned, and nothing is stored anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from probatum.acts.article import Stated, article
from probatum.derive.text.extracted import Failed
from probatum.derive.text.workers import Workers
from probatum.errors import InputError, UseError, WorldError
from probatum.read.extractor import Article, Extractor
from probatum.read.host import Outcome
from probatum.read.host import read as read_article


@dataclass(frozen=True, slots=True)
class FileRead:
    """A text and what was read in it."""

    article: Article
    outcome: Outcome
    encoding: str


def read_path(path: str, extractor: Extractor, stated: Stated) -> FileRead:
    """Return what a file says. Its text is made in a process with limits, as for an item.

    Raises UseError ``wrong-use``; InputError ``not-a-regular-file``, ``unreadable``,
    ``extractor-failed``; WorldError ``no-permission``, ``io-error``.
    """
    file = Path(path)
    if not file.is_file():
        if file.exists():
            raise InputError("not-a-regular-file", item="read", expected="a file",
                             found="a folder or a device")  # fmt: skip
        raise UseError("wrong-use", item="read", expected="a file, or the reference of an item",
                       found="no such file", remedy="probatum list shows references")  # fmt: skip
    with Workers() as workers:
        if file.stat().st_size > workers.limits.input_bytes:
            raise InputError("unreadable", item="read", found="more",
                             expected=f"at most {workers.limits.input_bytes:,} bytes")  # fmt: skip
        try:
            data = file.read_bytes()
        except PermissionError:
            raise WorldError("no-permission", item="read", expected="a file that may be read",
                             found="one that may not") from None  # fmt: skip
        except OSError as error:
            raise WorldError("io-error", item="read", found=error.strerror or "") from None
        found = workers.extract(data, file.name)
    if isinstance(found, Failed):
        raise InputError("unreadable", item="read", expected="a file with a text", found=found.code,
                         remedy=found.said)  # fmt: skip
    given = article(found.text, found.metadata, stated)
    return FileRead(given, read_article(given, extractor), _encoding(found.parameters))


def _encoding(parameters: str) -> str:
    """Return in which encoding the words were read, and how that is known."""
    told = dict(each.partition("=")[::2] for each in parameters.split())
    if "encoding" not in told:
        return ""
    known = told.get("encoding_known_by", "").replace("-", " ")
    return told["encoding"] + (f" (known by: {known})" if known else "")
