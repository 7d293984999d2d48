"""The exercise's PDF: a hospital's summary of admissions, in numbers and without names.

Nothing in it depends on the clock: the date is fixed, and fpdf2 makes the document's id from date
and content. Pages are not compressed: the same bytes come out whatever zlib is installed.
"""

from __future__ import annotations

from datetime import UTC, datetime

from fpdf import FPDF

from probatum.exercise.labels import LABELS

_TITLE = "District Hospital of Quernhalt: admissions of 11 May 2019"

# Case number, time of arrival, age group, sex, injury, outcome by 15 May. None: not recorded.
_ROWS: tuple[tuple[str, str | None, str | None, str | None, str, str], ...] = (
    ("A-01", "08:05", "adult", "female", "blast, both legs", "in treatment"),
    ("A-02", "08:05", "child", "male", "blast", "died before arrival"),
    ("A-03", "08:10", "adult", "male", "burns, left arm", "discharged"),
    ("A-04", "08:12", "adult", None, "fragments, shoulder", "transferred"),
    ("A-05", "08:20", "older adult", "male", "fragments, chest", "in treatment"),
    ("A-06", None, "adult", "female", "blast, head", "died on 13 May"),
    ("A-07", "08:31", "adult", "male", "blast", "died before arrival"),
    ("A-08", "08:40", None, "male", "blast", "died before arrival, no name"),
    ("A-09", "09:15", "adult", "female", "smoke", "discharged"),
)
# Left edges in millimetres from the left of the page.
_COLUMNS = (20, 37, 56, 81, 102, 145)
_LEFT, _RIGHT = 20, 190
_HEADINGS = ("Case", "Arrived", "Age group", "Sex", "Injury", "By 15 May")

_NOTES = (
    "Sheet 1 of 3. This sheet lists the first nine of 28 people who were brought in on 11 May.",
    "On all three sheets: 7 brought in dead, 21 treated, of whom 1 died on 13 May.",
    "A dash means: not recorded. It does not mean none.",
    "The hospital records injuries. It does not record what caused them or who was responsible.",
)


def admission_summary() -> bytes:
    """The PDF, one A4 page, Helvetica, the same bytes each time."""
    page = FPDF(unit="mm", format="A4")
    page.set_compression(False)
    page.set_creation_date(datetime(2019, 5, 15, 9, 0, tzinfo=UTC))
    page.set_title(f"{LABELS['en']}: {_TITLE}")
    page.set_author("Exercise Hospital")
    page.set_creator("Probatum exercise")
    page.set_producer("Probatum exercise")
    page.add_page()
    _watermark(page)
    page.set_text_color(90)
    page.set_font("Helvetica", "B", 10)
    page.text(_LEFT, 17, f"{LABELS['en']}. No person, place or event is real.")
    page.set_text_color(0)
    page.set_font("Helvetica", "B", 15)
    page.text(_LEFT, 29, _TITLE)
    page.set_font("Helvetica", "", 10)
    page.text(_LEFT, 36, "Republic of Lorvania. Drawn up on Wednesday 15 May 2019, 09:00.")
    foot = _table(page, 48)
    page.set_font("Helvetica", "", 10)
    for line, note in enumerate(_NOTES):
        page.text(_LEFT, foot + 11 + 6 * line, note)
    page.text(_LEFT, foot + 48, "Signed: for the hospital, Exercise Registrar")
    page.line(_LEFT, foot + 50, 95, foot + 50)
    return bytes(page.output())


def _watermark(page: FPDF) -> None:
    page.set_text_color(236)
    page.set_font("Helvetica", "B", 110)
    with page.rotation(52, x=105, y=160):
        page.text(105 - page.get_string_width("EXERCISE") / 2, 172, "EXERCISE")


def _table(page: FPDF, top: float) -> float:
    """Draw the table from ``top`` (millimetres from the page's top) on; return where it ends."""
    page.set_font("Helvetica", "B", 9)
    for left, heading in zip(_COLUMNS, _HEADINGS, strict=True):
        page.text(left, top, heading)
    page.line(_LEFT, top + 2, _RIGHT, top + 2)
    page.set_font("Helvetica", "", 9)
    for number, row in enumerate(_ROWS, start=1):
        for left, cell in zip(_COLUMNS, row, strict=True):
            page.text(left, top + 1 + 6 * number, cell if cell is not None else "-")
    end = top + 4 + 6 * len(_ROWS)
    page.line(_LEFT, end, _RIGHT, end)
    return end
