"""The list of the exercise's files: where each goes, in which language, and what it is.

The texts themselves are files in ``data/``. Languages are BCP 47 tags; ``zxx`` means that the
file holds no text to read apart from its label.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from typing import Literal

from probatum.exercise import story

Language = Literal["en", "uk", "ar", "zxx"]


@dataclass(frozen=True, slots=True)
class ExerciseFile:
    """One file: its path below the exercise folder (``/`` between parts), and what it shows."""

    path: str
    title: str
    language: Language
    what: str


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A file whose text lies in ``data/`` under ``source``."""

    file: ExerciseFile
    source: str


TEXTS: tuple[WrittenText, ...] = (
    WrittenText(
        ExerciseFile(story.ALTERED_FILE, "River Wire report", "en", "news agency, high figure"),
        "agency-report.en.txt",
    ),
    WrittenText(
        ExerciseFile(
            "reports/observation-office-update.txt",
            "Observation Office, update 5",
            "en",
            'verified figure with "at least" and an as-of time',
        ),
        "observation-office.en.txt",
    ),
    WrittenText(
        ExerciseFile(
            "reports/ministry-press-release.txt",
            "Press release of the Ministry",
            "en",
            "press release in which an official denies the attribution",
        ),
        "ministry-press-release.en.txt",
    ),
    WrittenText(
        ExerciseFile(
            "reports/вісник-ісенни.txt",
            "Town paper",
            "uk",
            "repeats the agency, and asked a resident itself",
        ),
        "town-paper.uk.txt",
    ),
    WrittenText(
        # Legal on every POSIX file system, and a trap for programs that read names by line.
        ExerciseFile(
            "reports/уточнення\nлікарні.txt",
            "Correction by the hospital",
            "uk",
            "corrects the high figure; its name contains a line break",
        ),
        "hospital-correction.uk.txt",
    ),
    WrittenText(
        ExerciseFile(
            "reports/relatives-committee.txt",
            "Appeal of the relatives",
            "ar",
            "estimate, marked as one; accuses nobody",
        ),
        "relatives-committee.ar.txt",
    ),
    WrittenText(
        ExerciseFile(
            "reports/بيان-مجلس-المرتفعات.txt",
            "Statement of the Upland Council",
            "ar",
            "the other party denies, accuses and acknowledges; its name is in Arabic",
        ),
        "upland-council.ar.txt",
    ),
    WrittenText(
        ExerciseFile(
            story.STATEMENT,
            "Statement of a protected person",
            "en",
            "questions and answers; the speaker's name is not in it",
        ),
        "statement.en.txt",
    ),
    WrittenText(
        ExerciseFile(
            story.IDENTITY_SHEET,
            "Identity sheet to the statement",
            "en",
            "the speaker's name and what the speaker agreed to",
        ),
        "speaker-sheet.en.txt",
    ),
    WrittenText(
        ExerciseFile(
            story.ERASED_FILES[0],
            "Message about a photograph",
            "en",
            "e-mail of a person who may withdraw consent",
        ),
        "relative-message.eml",
    ),
    WrittenText(
        ExerciseFile(
            story.VICTIM_LIST,
            "People killed or missing",
            "en",
            "list in which an empty cell has a reason beside it",
        ),
        "victims.csv",
    ),
)

ADMISSION_SUMMARY = ExerciseFile(
    story.ADMISSION_SUMMARY, "Hospital admission summary", "en", "PDF, numbers without names"
)

INTERRUPTED_UPLOAD = ExerciseFile(
    story.INTERRUPTED_UPLOAD,
    "Interrupted upload",
    "zxx",
    "an empty file, as a broken connection leaves it; labelled in its name",
)


def text_of(written: WrittenText) -> bytes:
    """Give the bytes of a text file: UTF-8; line ends are LF, in mail CR LF (RFC 5322)."""
    data = resources.files("probatum.exercise") / "data" / written.source
    # Read as text so that a checkout with other line ends still writes the same bytes.
    text = data.read_text(encoding="utf-8")
    text = text.replace("{protected_speaker}", story.PROTECTED_SPEAKER)
    text = text.replace("{erased_person}", story.ERASED_PERSON)
    if written.source.endswith(".eml"):
        text = text.replace("\n", "\r\n")
    return text.encode("utf-8")
