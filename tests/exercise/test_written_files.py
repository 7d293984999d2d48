"""What the exercise writes: the same each time, complete, small, labelled."""

from __future__ import annotations

import csv
import email
import email.policy
import hashlib
import io
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from probatum.errors import UseError, WorldError
from probatum.exercise import Exercise, ExerciseFile, story, write_exercise
from probatum.exercise.labels import LABELS


@pytest.fixture(scope="module")
def exercise(tmp_path_factory: pytest.TempPathFactory) -> Exercise:
    return write_exercise(tmp_path_factory.mktemp("exercise"))


def read(exercise: Exercise, file: ExerciseFile) -> bytes:
    return exercise.path_of(file).read_bytes()


def texts(exercise: Exercise) -> Iterator[tuple[ExerciseFile, str]]:
    for file in exercise.files:
        if file.language != "zxx" and not file.path.endswith(".pdf"):
            yield file, read(exercise, file).decode("utf-8")


def named_in(exercise: Exercise, name: str) -> set[str]:
    return {file.path for file in exercise.files if name.encode() in read(exercise, file)}


def test_the_same_bytes_and_file_times_come_out_each_time(
    exercise: Exercise, tmp_path: Path
) -> None:
    again = write_exercise(tmp_path / "again")
    assert again.files == exercise.files
    for file in exercise.files:
        first, second = exercise.path_of(file), again.path_of(file)
        digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in (first, second)]
        assert digests[0] == digests[1], file.path
        assert first.stat().st_mtime_ns == second.stat().st_mtime_ns


def test_the_folder_holds_exactly_the_files_that_are_listed(exercise: Exercise) -> None:
    on_disk = {path for path in exercise.folder.rglob("*") if path.is_file()}
    assert on_disk == {exercise.path_of(file) for file in exercise.files}
    assert 12 <= len(on_disk) <= 18
    assert sum(path.stat().st_size for path in on_disk) < 3_000_000


def test_every_text_opens_and_closes_with_the_label_of_its_language(exercise: Exercise) -> None:
    seen = []
    for file, text in texts(exercise):
        assert text.count(LABELS[file.language]) >= 2, file.path
        if not file.path.endswith((".csv", ".eml")):
            assert text.startswith(LABELS[file.language]), file.path
        seen.append(file.language)
    assert seen.count("en") >= 5
    assert seen.count("uk") >= 2
    assert seen.count("ar") >= 2


def test_a_text_is_mostly_in_the_script_of_its_language(exercise: Exercise) -> None:
    scripts = {"en": r"[A-Za-z]", "uk": r"[\u0400-\u04ff]", "ar": r"[\u0600-\u06ff]"}
    for file, text in texts(exercise):
        counts = {tag: len(re.findall(script, text)) for tag, script in scripts.items()}
        assert max(counts, key=lambda tag: counts[tag]) == file.language, file.path


def test_no_place_holder_is_left(exercise: Exercise) -> None:
    for file, text in texts(exercise):
        assert not re.search(r"\{[a-z_]+\}", text), file.path


def test_difficult_names_and_an_empty_file_are_part_of_it(exercise: Exercise) -> None:
    paths = [file.path for file in exercise.files]
    assert any(re.search(r"[\u0600-\u06ff]", path) for path in paths)
    assert any("\n" in path for path in paths)
    empty = [file for file in exercise.files if not read(exercise, file)]
    assert [file.path for file in empty] == [story.INTERRUPTED_UPLOAD]
    assert "EXERCISE" in story.INTERRUPTED_UPLOAD


def test_the_pdf_has_text_and_the_label(exercise: Exercise) -> None:
    (summary,) = [file for file in exercise.files if file.path == story.ADMISSION_SUMMARY]
    content = read(exercise, summary)
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")
    assert f"({LABELS['en']}. No person".encode() in content
    assert b"(District Hospital of Quernhalt: admissions of 11 May 2019) Tj" in content


def test_every_empty_cell_of_the_list_has_its_reason_beside_it(exercise: Exercise) -> None:
    text = read(exercise, exercise.victim_list).decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text), strict=True))
    assert len(rows) == 12
    for row in rows:
        assert None not in row and None not in row.values(), "a row has the wrong length"
        assert row["label"] == LABELS["en"]
        assert re.fullmatch(r"(\d{4}(-\d{2}(-\d{2})?)?)?", row["date"])
        reasons = {reason.split(":")[0].strip() for reason in row["why_empty"].split(";")}
        for column, cell in row.items():
            if cell == "" and column != "why_empty":
                assert column in reasons, (row["row"], column)
    assert any(row["name"] == "" for row in rows)
    assert {len(row["date"]) for row in rows} == {0, 7, 10}


def test_the_message_is_a_mail_that_parses_without_defects(exercise: Exercise) -> None:
    content = read(exercise, exercise.erased[0])
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert not message.defects
    assert story.ERASED_PERSON in str(message["From"])
    assert message["X-Exercise"] == LABELS["en"]
    assert content.count(b"\n") == content.count(b"\r\n")
    assert LABELS["en"] in message.get_content()


def test_the_protected_speaker_is_named_in_the_identity_sheet_alone(exercise: Exercise) -> None:
    assert named_in(exercise, story.PROTECTED_SPEAKER) == {exercise.protected_witness.path}
    for part in story.PROTECTED_SPEAKER.split():
        assert part.encode() not in read(exercise, exercise.statement)
        assert not any(part.lower() in file.path.lower() for file in exercise.files)


def test_the_person_to_be_erased_is_named_in_the_named_files_alone(exercise: Exercise) -> None:
    assert named_in(exercise, story.ERASED_PERSON) == set(story.ERASED_FILES)
    assert tuple(file.path for file in exercise.erased) == story.ERASED_FILES
    family_name = story.ERASED_PERSON.split()[-1]
    assert named_in(exercise, family_name) == set(story.ERASED_FILES)


def test_the_withholding_is_spelled_as_the_command_line_takes_it() -> None:
    field, _, rest = story.SPEAKER_WITHHELD.argument.partition("=")
    code, _, basis = rest.partition(":")
    assert (field, code) == ("given_by", "protected-person")
    assert basis and "=" not in basis and ":" not in basis


def test_a_folder_that_holds_files_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UseError) as refusal:
        write_exercise(tmp_path)
    assert refusal.value.code == "case-exists"
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_folder_that_cannot_be_made_is_a_world_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(WorldError):
        write_exercise(tmp_path / "file" / "exercise")


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot hold a line break in a name")
def test_the_line_break_is_really_in_the_name_on_disk(exercise: Exercise) -> None:
    assert any("\n" in name for name in os.listdir(exercise.folder / "reports"))
