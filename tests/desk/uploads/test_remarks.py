"""What the desk remarks about files that wait, and what becomes of those that nobody takes."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image, ImageDraw

from desk.opened_desk import OpenedDesk
from desk.uploads.test_uploads import sent, token


def photograph(shift: int, at: str = "", *, edge: int = 800, model: str = "Exercise P1") -> bytes:
    picture = Image.new("RGB", (edge, edge // 2), (220, 220, 210))
    drawn = ImageDraw.Draw(picture)
    for number in range(9):
        corner = (number * 83 + shift * 57) % (edge - 60)
        drawn.rectangle((corner, number * 40, corner + 60, number * 40 + 39), fill=(20, 30, 90))
    exif = Image.Exif()
    if at:
        exif[0x0110] = model
        exif.get_ifd(0x8769)[0x9003] = at
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


@pytest.fixture
def client(desk: OpenedDesk) -> Any:
    from probatum.desk.models import Upload

    browser = desk.client("investigator")
    yield browser
    for each in Upload.objects.all():
        browser.post(f"/add/{each.token}/give-up/")


def waiting() -> dict[str, Any]:
    from probatum.desk.models import Upload
    from probatum.desk.uploads.remarks import remarked

    rows = list(Upload.objects.all())
    remarks = remarked(rows)
    return {row.file_name: remarks[row.pk] for row in rows}


def test_pictures_of_one_camera_within_seconds_are_a_series(client: Any) -> None:
    sent(client, photograph(1, "2031:03:05 14:07:10"), "a.jpg")
    sent(client, photograph(9, "2031:03:05 14:10:00"), "later.jpg")
    sent(client, photograph(5, "2031:03:05 14:07:13"), "b.jpg")
    sent(client, photograph(7, "2031:03:05 14:07:14", model="Exercise P2"), "other camera.jpg")
    found = waiting()
    assert {name: each.series for name, each in found.items()} == {
        "a.jpg": 1, "b.jpg": 1, "later.jpg": 0, "other camera.jpg": 0,
    }  # fmt: skip
    assert found["b.jpg"].why == ("Taken within seconds of another one here.",)
    page = client.get("/add/").content.decode()
    assert page.count("Series 1: 2 pictures") == 2
    assert page.index(">a.jpg<") < page.index(">b.jpg<") < page.index(">later.jpg<")


def test_nearly_the_same_pictures_are_a_series_and_blank_ones_are_not(client: Any) -> None:
    blank = io.BytesIO()
    Image.new("RGB", (300, 300), "white").save(blank, "PNG")
    smaller = io.BytesIO()
    Image.open(io.BytesIO(photograph(3))).resize((500, 250)).save(smaller, "JPEG", quality=60)
    sent(client, photograph(3), "one.jpg")
    sent(client, smaller.getvalue(), "small.jpg")
    sent(client, blank.getvalue(), "blank.png")
    sent(client, blank.getvalue(), "blank2.png")
    found = waiting()
    assert [found[name].series for name in ("one.jpg", "small.jpg")] == [1, 1]
    assert [found[name].series for name in ("blank.png", "blank2.png")] == [0, 0]


@pytest.mark.parametrize(
    ("name", "data", "remarks"),
    [
        ("IMG-20310305-WA0012.jpg", photograph(1, edge=1600), 4),
        ("photo_2031-03-05_14-07-12.jpg", photograph(1, "2031:03:05 14:07:10"), 1),
        ("DSC00012.jpg", photograph(1, edge=1600), 3),
        ("DSC00013.jpg", photograph(1, "2031:03:05 14:07:10", edge=1600), 0),
        ("DSC00014.jpg", photograph(1, edge=1500), 0),
        ("IMG_20310305_140712.jpg", b"no picture", 0),
    ],
)
def test_what_seems_a_copy_of_a_messenger_says_why(
    client: Any, name: str, data: bytes, remarks: int
) -> None:
    sent(client, data, name)
    assert len(waiting()[name].why) == remarks


def test_a_choice_holds_for_a_whole_series(client: Any) -> None:
    from probatum.desk.models import Upload

    first = sent(client, photograph(1, "2031:03:05 14:07:10"), "a.jpg")
    sent(client, photograph(5, "2031:03:05 14:07:13"), "b.jpg")
    sent(client, photograph(9), "c.jpg")
    client.post(f"/add/{token(first)}/choice/", {"choice": "leave", "series": "yes"})
    assert dict(Upload.objects.values_list("file_name", "choice")) == {
        "a.jpg": "leave", "b.jpg": "leave", "c.jpg": "",
    }  # fmt: skip


def test_hostile_metadata_is_words_or_nothing(client: Any) -> None:
    sent(client, photograph(1, "<script>alert(1)</script>", model="<script>x\x07"), "a.jpg")
    sent(client, photograph(2, "9999:99:99 99:99:99"), "b.jpg")
    page = client.get("/add/").content.decode()
    assert "<script>x" not in page and "alert(1)" not in page


def test_private_pictures_alone_leave_nothing_but_a_count(client: Any, desk: OpenedDesk) -> None:
    left = sent(client, photograph(4), "a sister.jpg")
    client.post(f"/add/{token(left)}/choice/", {"choice": "leave"})
    answer = client.post("/add/take/", {"given_by": "Exercise Courier"})
    page = client.get(answer.headers["Location"]).content.decode()
    assert "1 file was not taken." in page and "0 items" in page
    assert not list((desk.case / "uploads").iterdir())
    assert "sister" not in page + client.get("/log/acts/").content.decode()
    with desk.session() as session:
        assert b"sister" not in (desk.case / "log" / "evidence" / "journal").read_bytes()
        assert not [row for row in session.index.items() if "sister" in (row.file_name or "")]
