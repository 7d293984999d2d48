"""Write the village's files into a folder: the same names and bytes each time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from probatum.exercise.catalogue import ExerciseFile, Language
from probatum.exercise.village import bulletins, mail, names, photographs, statements, wire
from probatum.exercise.village.broadcast import broadcast, shelter_note
from probatum.exercise.village.texts import text
from probatum.exercise.write import write_files

# Monday 16 September 2019, 12:00 UTC, in seconds.
_FILE_TIME = 1_568_635_200

# Path, file in data/, title, language, what it shows.
_TEXTS: tuple[tuple[str, str, str, Language, str], ...] = (
    (names.DARVESSIA_1, "darvessia-1.en.txt", "Darvessia, release 63", "en",
     "denies that it happened; another day of withdrawal; another place of the photograph"),
    (names.LORVANIA_1, "lorvania-1.en.txt", "Lorvania, release 88", "en",
     "accuses, gives a high figure, calls it a crime"),
    (names.DARVESSIA_2, "darvessia-2.en.txt", "Darvessia, release 65", "en",
     "no longer disputes that people died: disputes the number, denies the attribution"),
    (names.LORVANIA_2, "lorvania-2.en.txt", "Lorvania, release 91", "en",
     "denies the accusation of the other side, corrects its own figure"),
    (names.ORCHARD_POST, "post-orchard.en.txt", "Message about the orchard", "en",
     "says that the photograph shows Haldrevin; the person is not known"),
    (names.TOWER_POST, "post-tower.en.txt", "Message about the tower", "en",
     "says that the photograph shows Kembrin; the person is not known"),
    (names.STATEMENT_ATTIC, "statement-attic.uk.txt", "Statement of a protected person", "uk",
     "saw it, cannot say whose uniform; the speaker's name is not in it"),
    (names.CONTACT_SHEET, "contact-sheet.en.txt", "Contact sheet to the statement", "en",
     "name, telephone, address and position of the protected speaker"),
    (names.LIST, "haldrevin-list.csv", "The council's list", "en",
     "two rows that may be one person; an empty cell has a reason beside it"),
)  # fmt: skip


def write_village(folder: Path) -> tuple[ExerciseFile, ...]:
    """Write all files into ``folder``, which is made or must be empty; return what was written.

    Raises UseError ``case-exists`` if the folder holds anything, and WorldError.
    """
    return write_files(folder, contents(), file_time=_FILE_TIME)


def contents() -> Iterator[tuple[ExerciseFile, bytes]]:
    """Yield every file with its bytes; paths are below the village's folder."""
    for path, source, title, language, what in _TEXTS:
        yield ExerciseFile(path, title, language, what), text(source).encode("utf-8")
    yield from _pages()
    for day in bulletins.BULLETINS:
        file = ExerciseFile(
            names.bulletin(day.number), f"Observation Office, bulletin {day.number}", "en",
            f'"at least {day.killed}" killed, as of {day.as_of}',
        )  # fmt: skip
        yield file, bulletins.bulletin(day)
    yield (
        ExerciseFile(
            names.STATEMENT_WEIR, "Statement by the weir", "en", "taken through an interpreter"
        ),
        statements.statement_weir(),
    )
    yield (
        ExerciseFile(
            names.STATEMENT_BARN, "Statement by the barn", "en", "what may exonerate is in it"
        ),
        statements.statement_barn(),
    )
    yield (
        ExerciseFile(names.MESSAGE, "Message with the council's list", "en",
                     "its text names the protected speaker; a list is attached"),
        mail.message(),
    )  # fmt: skip
    for shot in photographs.SHOTS:
        yield shot.file, photographs.photograph(shot)


def _pages() -> Iterator[tuple[ExerciseFile, bytes]]:
    yield (
        ExerciseFile(names.BROADCAST, "Aurelis Television", "en",
                     "residents, a photograph, both governments, figures of others"),
        broadcast(),
    )  # fmt: skip
    yield ExerciseFile(names.WIRE, "Ostrivel Press", "en", "the agency's own report"), wire.wire()
    for path, content in wire.reprints():
        title = "Reprint: " + path.rpartition("/")[2].removesuffix(".html")
        yield ExerciseFile(path, title, "en", "nearly the agency's text"), content
    yield (
        ExerciseFile(
            names.TRANSLATED_REPRINT, "Reprint: Вісник Ісенни", "uk", "the wire, translated"
        ),
        wire.translated_reprint(),
    )
    yield (
        ExerciseFile(names.SHELTER_NOTE, "Note of the Shelter Registry", "ar",
                     "a figure for a whole district, which belongs to no incident"),
        shelter_note(),
    )  # fmt: skip
