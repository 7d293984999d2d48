"""The village's files: the same each time, labelled, and telling the story that the rules need."""

from __future__ import annotations

import email
import email.policy
import io
import json
import re
import zipfile
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from probatum.errors import UseError
from probatum.exercise.labels import LABELS
from probatum.exercise.village import names, reprints, write_village
from probatum.exercise.village.bulletins import BULLETINS
from probatum.exercise.village.write import contents


@pytest.fixture(scope="module")
def village() -> Mapping[str, bytes]:
    return {file.path: content for file, content in contents()}


def readable(content: bytes) -> str:
    """Every readable byte of a file: parts of archives and attachments included."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "\n".join(archive.read(name).decode("utf-8") for name in archive.namelist())
    if content.startswith(b"From:"):
        message = email.message_from_bytes(content, policy=email.policy.default)
        parts = [part.get_content() for part in message.walk() if not part.is_multipart()]
        return "\n".join([str(message["From"]), str(message["Subject"]), *map(str, parts)])
    if content.startswith(b"%PDF"):
        return content.decode("latin-1")
    if content.startswith(b"\xff\xd8"):
        return str(dict(Image.open(io.BytesIO(content)).getexif()))
    return content.decode("utf-8")


def test_the_same_bytes_and_times_come_out_each_time(
    village: Mapping[str, bytes], tmp_path: Path
) -> None:
    written = write_village(tmp_path / "village")
    assert {file.path for file in written} == set(village)
    times = set()
    for file in written:
        path = tmp_path / "village" / file.path
        assert path.read_bytes() == village[file.path], file.path
        times.add(path.stat().st_mtime_ns)
    assert len(times) == 1


def test_a_folder_that_holds_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UseError) as refusal:
        write_village(tmp_path)
    assert refusal.value.code == "case-exists"


def test_every_file_is_labelled_as_an_exercise_in_its_language(
    village: Mapping[str, bytes],
) -> None:
    languages = {file.path: file.language for file, _ in contents()}
    assert {"en", "uk", "ar"} < set(languages.values())
    assert len(village) >= 28
    for path, content in village.items():
        label = LABELS[languages[path] if languages[path] in LABELS else "en"]
        assert label in readable(content), path
        if path.endswith(".html"):
            assert content.decode("utf-8").count(label) >= 4, path


def test_no_file_is_large_and_no_place_holder_is_left(village: Mapping[str, bytes]) -> None:
    assert sum(map(len, village.values())) < 500_000
    for path, content in village.items():
        if not path.endswith(".jpg"):
            assert not re.search(r"\{[a-z_]+\}", readable(content)), path


def test_the_protected_speaker_is_named_in_two_files_alone(village: Mapping[str, bytes]) -> None:
    parts = [
        *names.PROTECTED_NAME.split(), *names.PROTECTED_NAME_UK.split(),
        names.PROTECTED_TELEPHONE, names.PROTECTED_ADDRESS, *names.PROTECTED_POSITION,
    ]  # fmt: skip
    for path, content in village.items():
        found = [part for part in parts if part in readable(content) or part in path]
        assert bool(found) == (path in names.PROTECTED_FILES), (path, found)


def test_the_figures_grow_and_the_last_bulletin_corrects_the_one_before(
    village: Mapping[str, bytes],
) -> None:
    killed = [day.killed for day in BULLETINS]
    assert killed == sorted(set(killed))
    assert all(before.as_of < after.as_of for before, after in pairwise(BULLETINS))
    for day in BULLETINS:
        text = " ".join(village[names.bulletin(day.number)].decode("utf-8").split())
        assert f"at least {day.killed} civilians were killed and {day.injured} were" in text
        assert "true figures are far higher" in text
    assert f"said {BULLETINS[-2].killed} killed" in text


def test_a_reprint_keeps_most_of_the_words_of_the_wire(village: Mapping[str, bytes]) -> None:
    wire = shingles(village[names.WIRE])
    for path, content in reprints(20):
        ours = shingles(content)
        assert len(wire & ours) / len(wire | ours) > 0.5, path
    assert len({path for path, _ in reprints(20)}) == 20
    headlines = [re.findall("<h1>(.*)</h1>", page.decode("utf-8"))[0] for _, page in reprints(20)]
    assert len(set(headlines)) == 20


def shingles(page: bytes) -> set[tuple[str, ...]]:
    text = page.decode("utf-8").partition("</h1>")[2]
    words = re.findall(r"\w+", re.sub("<[^>]*>", " ", text))
    return {tuple(words[at : at + 4]) for at in range(len(words) - 3)}


def test_pages_carry_their_date_and_publisher_as_metadata(village: Mapping[str, bytes]) -> None:
    pages = [content.decode("utf-8") for path, content in village.items() if path.endswith(".html")]
    assert len(pages) == 9
    for page in pages:
        (spelled,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
        about = json.loads(spelled)
        assert about["datePublished"].startswith("2019-09-")
        assert f'"article:published_time" content="{about["datePublished"]}"' in page
        assert f"<h1>{about['headline']}</h1>".replace("'", "&#x27;") in page
        assert re.findall(r"https?://(?!schema\.org)[\w.-]+?(?:/|\")", page)
        assert all(
            host.endswith(".example")
            for host in re.findall(r"https?://([\w.-]+)", page)
            if host != "schema.org"
        )


def test_the_message_parses_and_its_attachment_is_an_earlier_list(
    village: Mapping[str, bytes],
) -> None:
    message = email.message_from_bytes(village[names.MESSAGE], policy=email.policy.default)
    assert not message.defects
    (attached,) = message.iter_attachments()
    assert attached.get_content_type() == "text/csv"
    rows = attached.get_content().splitlines()
    assert rows == village[names.LIST].decode("utf-8").splitlines()[:-1]


def test_the_word_document_holds_the_parts_that_it_names(village: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(village[names.STATEMENT_WEIR])) as archive:
        assert archive.testzip() is None
        types = archive.read("[Content_Types].xml").decode("utf-8")
        for part in re.findall('PartName="/([^"]+)"', types):
            assert part in archive.namelist()
        text = archive.read("word/document.xml").decode("utf-8")
    assert "Interpreter: Exercise Interpreter" in text


def test_one_photograph_has_a_position_and_the_other_a_zone(village: Mapping[str, bytes]) -> None:
    for path, with_position, with_zone in (
        (names.ORCHARD, True, False),
        (names.TOWER, False, True),
    ):
        exif = Image.open(io.BytesIO(village[path])).getexif()
        assert bool(exif.get_ifd(ExifTags.IFD.GPSInfo)) == with_position
        taken = exif.get_ifd(ExifTags.IFD.Exif)
        assert (ExifTags.Base.OffsetTimeOriginal in taken) == with_zone


@pytest.mark.parametrize(
    ("first", "second"),
    [(names.DARVESSIA_1, names.LORVANIA_1), (names.DARVESSIA_2, names.LORVANIA_2)],
)
def test_both_governments_are_given_the_same_words(
    village: Mapping[str, bytes], first: str, second: str
) -> None:
    both = [village[path].decode("utf-8") for path in (first, second)]
    for word in ("EXERCISE", "MINISTRY", "Press release", "For immediate publication", "Haldrevin"):
        assert all(word in text for text in both), word
    for word in ("regime", "terror", "admitted", "claims to", "so-called", "puppet"):
        assert not any(word in text for text in both), word
