"""PDF: pictures of pages, and of the words only those that show and are not hidden."""

from __future__ import annotations

import io
import re
import zlib

import pypdfium2
import pytest
from PIL import Image

from derive.redaction import drawn_files
from probatum.derive.redaction.choices import Copy, Region
from probatum.derive.redaction.pages import drawn, opened, redact_pdf
from probatum.derive.redaction.paper import Page, Paper, Word, shapeless_font
from probatum.derive.redaction.words import find_on_page
from probatum.errors import InputError, UseError

ORIGINAL = drawn_files.pdf()
MOST = 50_000_000


def places(data: bytes, wanted: str) -> tuple[Region, ...]:
    found: list[Region] = []
    with opened(data) as document:
        for number in range(len(document)):
            with drawn(document, number) as page:
                found += find_on_page(page, number + 1, wanted)
    return tuple(found)


def copied(data: bytes, *regions: Region, with_words: bool = True, dpi: int = 100) -> Copy:
    return redact_pdf(data, regions, dpi=dpi, with_words=with_words, most_pixels=MOST)


@pytest.fixture(scope="module")
def copy() -> Copy:
    return copied(ORIGINAL, *places(ORIGINAL, "Ann Example"))


def text_of(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_bounded() for page in document]


def streams(data: bytes) -> bytes:
    """All bytes of a PDF, and the content of every stream that can be unpacked."""
    found = [data]
    for start in re.finditer(rb"stream\r?\n", data):
        try:
            found.append(zlib.decompressobj().decompress(data[start.end() :]))
        except zlib.error:
            continue
    return b"\n".join(found)


def test_words_under_the_boxes_cannot_be_extracted(copy: Copy) -> None:
    [first, second] = text_of(copy.data)
    assert "column near the mill." in first and "Seen plainly here" in first
    assert "Nothing on this page is hidden." in second
    assert "Ann" not in first and "Example" not in first


@pytest.mark.parametrize(
    "hidden",
    ["Ann", "Example", "WHITEHIDDEN", "UNDERBAR", "UNDERPHOTO", "OUTSIDEPAGE", "HIDDENREMARK",
     "HIDDENFILE", "HIDDENAUTHOR", "HIDDENTITLE", "HIDDENXMP", "HIDDENOUTLINE"],
)  # fmt: skip
def test_what_is_hidden_is_in_no_stream(copy: Copy, hidden: str) -> None:
    everything = streams(drawn_files.pdf(compressed=False))
    spelt = [hidden.encode(), hidden.encode("utf-16-be")]
    assert any(each in everything for each in spelt), "the original has it"
    assert not any(each in streams(copy.data) for each in spelt)
    assert not any(each.hex().encode() in streams(copy.data).lower() for each in spelt)


def test_the_copy_has_pages_pictures_and_words_and_nothing_else(copy: Copy) -> None:
    names = set(
        re.findall(rb"/[A-Z][A-Za-z]+", re.sub(rb"(?s)stream\n.*?endstream", b"", copy.data))
    )
    forbidden = {b"/Info", b"/Metadata", b"/Annots", b"/AcroForm", b"/Names", b"/Outlines", b"/JS",
                 b"/JavaScript", b"/OpenAction", b"/AA", b"/EmbeddedFiles"}  # fmt: skip
    assert not names & forbidden
    assert pypdfium2.PdfDocument(copy.data).get_metadata_dict(skip_empty=True) == {}


def test_pages_keep_their_number_and_size(copy: Copy) -> None:
    one, other = pypdfium2.PdfDocument(ORIGINAL), pypdfium2.PdfDocument(copy.data)
    assert copy.pages == len(one) == len(other) == 2
    for number in range(2):
        assert other[number].get_size() == pytest.approx(one[number].get_size(), abs=0.01)


def test_the_box_is_burnt_into_the_picture() -> None:
    region = Region(1, 140, 470, 260, 540)
    copy = copied(ORIGINAL, region)
    page = pypdfium2.PdfDocument(copy.data)[0].render(scale=2).to_pil().convert("L")
    inner = page.crop((2 * 142, 2 * 472, 2 * 258, 2 * 538))
    assert inner.getextrema() == (0, 0)
    assert page.crop((2 * 80, 2 * 600, 2 * 380, 2 * 680)).getextrema()[1] > 60


def test_each_place_of_a_name_is_found_and_one_box_covers_a_line() -> None:
    found = places(ORIGINAL, "ann EXAMPLE")
    assert [(region.page, region.right - region.left > 60) for region in found] == [(1, True)] * 2


def test_without_words_there_is_no_text_and_that_is_said() -> None:
    copy = copied(ORIGINAL, Region(1, 10, 10, 20, 20), with_words=False)
    assert text_of(copy.data) == ["", ""]
    assert "the text layer: nothing can be selected or searched" in copy.lost


def test_the_same_original_gives_the_same_copy() -> None:
    region = Region(1, 10, 10, 20, 20)
    assert copied(ORIGINAL, region) == copied(ORIGINAL, region)
    assert shapeless_font() == shapeless_font.__wrapped__()


def test_form_fields_show_and_are_no_fields_any_more() -> None:
    pikepdf = pytest.importorskip("pikepdf")
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(300, 200))
    look = pikepdf.Stream(made, b"q 1 0 0 rg 0 0 100 20 re f Q")
    look.Type, look.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    look.BBox = [0, 0, 100, 20]
    field = made.make_indirect(pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, T="name",
        V="HIDDENVALUE", Rect=[50, 50, 150, 70], AP=pikepdf.Dictionary(N=look), F=4))  # fmt: skip
    page.Annots = made.make_indirect([field])
    made.Root.AcroForm = made.make_indirect(pikepdf.Dictionary(Fields=[field]))
    made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('HIDDENJS')")
    out = io.BytesIO()
    made.save(out)
    copy = copied(out.getvalue(), Region(1, 200, 10, 220, 20))
    assert b"HIDDEN" not in streams(copy.data)
    shown = pypdfium2.PdfDocument(copy.data)[0].render().to_pil().convert("RGB")
    red, green, _ = shown.getpixel((100, 140))
    assert red > 200 and green < 60


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_covered_where_a_person_sees_it(turn: int) -> None:
    document = pypdfium2.PdfDocument(ORIGINAL)
    document[0].set_rotation(turn)
    out = io.BytesIO()
    document.save(out)
    found = places(out.getvalue(), "Ann Example")
    copy = copied(out.getvalue(), *found)
    assert "Ann" not in text_of(copy.data)[0]
    page = pypdfium2.PdfDocument(copy.data)[0].render(scale=1).to_pil().convert("L")
    for region in found:
        inner = (region.left + 1, region.top + 1, region.right - 1, region.bottom - 1)
        assert page.crop(inner).getextrema()[1] < 16


def test_one_of_two_words_in_one_place_is_not_believed() -> None:
    page = drawn_files.FPDF(unit="pt", format="A4")
    page.add_page()
    page.set_font("helvetica", size=14)
    page.text(72, 100, "beneath")
    page.set_text_color(255, 255, 255)
    page.text(72, 100, "SECRETS")
    page.set_text_color(0, 0, 0)
    page.text(72, 100, "beneath.")
    page.text(72, 200, "apart")
    copy = copied(bytes(page.output()), Region(1, 10, 10, 20, 20))
    assert text_of(copy.data)[0].strip() == "apart"


def test_a_page_that_is_too_large_is_refused() -> None:
    page = drawn_files.FPDF(unit="pt", format=(14000, 14000))
    page.add_page()
    with pytest.raises(InputError, match="cannot-redact.*lower --dpi"):
        copied(bytes(page.output()), Region(1, 1, 1, 2, 2), dpi=600)


@pytest.mark.parametrize("dpi", [0, 71, 601])
def test_a_resolution_out_of_reason_is_refused(dpi: int) -> None:
    with pytest.raises(UseError, match="72 to 600"):
        copied(ORIGINAL, Region(1, 1, 1, 2, 2), dpi=dpi)


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7", ORIGINAL[: len(ORIGINAL) // 3], b"%PDF-" + b"\0" * 99]
)
def test_a_damaged_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="cannot-redact"):
        copied(data, Region(1, 1, 1, 2, 2))


def test_a_pdf_with_a_password_is_refused() -> None:
    page = drawn_files.FPDF()
    page.set_encryption(owner_password="o", user_password="u")
    page.add_page()
    with pytest.raises(InputError, match="password"):
        copied(bytes(page.output()), Region(1, 1, 1, 2, 2))


@pytest.mark.parametrize("text", ["mill", "Приклад", "שלום", "شاهد", "𐌰𐌱", "(a)\\", "ה12ב"])
def test_words_come_out_as_they_were_put_in(text: str) -> None:
    paper = Paper()
    picture = Image.new("L", (300, 200), 255)
    paper.add(Page(300.0, 200.0, picture, [Word(text, 50, 60, 120, 75, 60, 75)]))
    [found] = text_of(paper.to_bytes())
    assert found.strip() == text


def test_another_reader_finds_no_fault_in_the_copy(copy: Copy) -> None:
    pikepdf = pytest.importorskip("pikepdf")
    with pikepdf.open(io.BytesIO(copy.data)) as document:
        assert document.check_pdf_syntax() == []
        assert "/Info" not in document.trailer
