"""Write the exercise into a folder: the same names, bytes and file times each time.

Bytes are the same for one version of Pillow (which draws and compresses the photographs) and of
reportlab; the texts are the same everywhere.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from probatum.errors import UseError, WorldError
from probatum.exercise import catalogue, story
from probatum.exercise.admission import admission_summary
from probatum.exercise.catalogue import ExerciseFile
from probatum.exercise.photographs import PHOTOGRAPHS, photograph

# Tuesday 21 May 2019, 12:00 UTC, in seconds: collecting records file times, so they are fixed too.
_FILE_TIME = 1_558_440_000


@dataclass(frozen=True, slots=True)
class Exercise:
    """What was written below ``folder``: every file, and those that the story turns on.

    ``statement`` is the statement whose speaker is protected, ``protected_witness`` the identity
    sheet that names the speaker, ``erased`` the files of the person who withdraws consent.
    """

    folder: Path
    files: tuple[ExerciseFile, ...]
    statement: ExerciseFile
    protected_witness: ExerciseFile
    erased: tuple[ExerciseFile, ...]
    victim_list: ExerciseFile
    photographs: tuple[ExerciseFile, ...]

    def path_of(self, file: ExerciseFile) -> Path:
        """Where ``file`` lies on disk."""
        return self.folder / path_on_disk(file)


def path_on_disk(file: ExerciseFile) -> str:
    """The path of ``file`` below the folder; Windows cannot hold a line break in a name."""
    return file.path.replace("\n", "-") if os.name == "nt" else file.path


def write_exercise(folder: Path) -> Exercise:
    """Write the demonstration material into ``folder``, which is made or must be empty.

    Raises UseError ``case-exists`` if the folder holds anything, and WorldError if the disk is
    full or the operating system refuses.
    """
    files = write_files(folder, _contents(), file_time=_FILE_TIME)
    by_path = {file.path: file for file in files}
    return Exercise(
        folder=folder,
        files=files,
        statement=by_path[story.STATEMENT],
        protected_witness=by_path[story.IDENTITY_SHEET],
        erased=tuple(by_path[path] for path in story.ERASED_FILES),
        victim_list=by_path[story.VICTIM_LIST],
        photographs=tuple(PHOTOGRAPHS),
    )


def write_files(
    folder: Path, contents: Iterable[tuple[ExerciseFile, bytes]], *, file_time: int
) -> tuple[ExerciseFile, ...]:
    """Write files into ``folder``, new or empty; ``file_time`` in seconds since 1970 UTC.

    Raises UseError ``case-exists`` and WorldError, as ``write_exercise`` does.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise UseError(
                "case-exists",
                item="exercise folder",
                expected="a new or empty folder",
                found="files in it",
                remedy="name another folder, or empty this one yourself",
            )
        return tuple(_write_all(folder, contents, file_time))
    except OSError as error:
        raise WorldError(
            _code_of(error),
            item="exercise folder",
            expected="a folder that can be written",
            found=error.strerror or "a write error",
            remedy="choose a folder of yours on a disk with 3 MB free",
        ) from error


def _write_all(
    folder: Path, contents: Iterable[tuple[ExerciseFile, bytes]], file_time: int
) -> Iterator[ExerciseFile]:
    for file, content in contents:
        target = folder / path_on_disk(file)
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(content)
        os.utime(target, (file_time, file_time))
        yield file


def _contents() -> Iterator[tuple[ExerciseFile, bytes]]:
    for written in catalogue.TEXTS:
        yield written.file, catalogue.text_of(written)
    yield catalogue.ADMISSION_SUMMARY, admission_summary()
    for file in PHOTOGRAPHS:
        yield file, photograph(file)
    yield catalogue.INTERRUPTED_UPLOAD, b""


def _code_of(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "no-space"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "no-permission"
    return "io-error"
