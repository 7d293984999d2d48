"""Read a file that is in no case: suggestions are returned, and nothing is stored anywhere."""

from __future__ import annotations

import errno
import os
import stat
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
    with Workers() as workers:
        data = bytes_of(path, workers.limits.input_bytes)
        found = workers.extract(data, Path(path).name)
    if isinstance(found, Failed):
        raise InputError("unreadable", item="read", expected="a file with a text", found=found.code,
                         remedy=found.said)  # fmt: skip
    given = article(found.text, found.metadata, stated)
    return FileRead(given, read_article(given, extractor), _encoding(found.parameters))


def bytes_of(path: str, most: int) -> bytes:
    """Return what a file holds. It is looked at once it is open: what it is may change before."""
    # Without waiting: nobody may ever write to a pipe.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise _no_file()
            data = file.read(most + 1)
    except PermissionError:
        if Path(path).is_dir():  # what Windows says of a folder
            raise _no_file() from None
        raise WorldError("no-permission", item="read", expected="a file that may be read",
                         found="one that may not") from None  # fmt: skip
    except IsADirectoryError:
        raise _no_file() from None
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise UseError("wrong-use", item="read", expected="a file, or the reference of an item",
                       found="no such file",
                       remedy="probatum list shows references") from None  # fmt: skip
    except OSError as error:
        if error.errno in (errno.ENXIO, errno.ENODEV, errno.EOPNOTSUPP):
            raise _no_file() from None  # a socket, or a device that is not there
        raise WorldError("io-error", item="read", found=error.strerror or "") from None
    if len(data) > most:
        raise InputError("unreadable", item="read", found="more",
                         expected=f"at most {most:,} bytes")  # fmt: skip
    return data


def _no_file() -> InputError:
    return InputError("not-a-regular-file", item="read", expected="a file",
                      found="a folder or a device")  # fmt: skip


def _encoding(parameters: str) -> str:
    """Return in which encoding the words were read, and how that is known."""
    told = dict(each.partition("=")[::2] for each in parameters.split())
    if "encoding" not in told:
        return ""
    known = told.get("encoding_known_by", "").replace("-", " ")
    return told["encoding"] + (f" (known by: {known})" if known else "")
