"""Two statements of residents: one with an interpreter as DOCX, one as PDF.

Both are the same bytes each time: fixed dates, no compression that depends on a library.
"""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from html import escape
from io import BytesIO

from fpdf import FPDF

from probatum.exercise.labels import LABELS

_OPENING = f"{LABELS['en']}. No person, place or event in this text is real."
_END = f"(End of statement. {LABELS['en']}.)"

WEIR: tuple[str, ...] = (
    "STATEMENT OF A RESIDENT OF HALDREVIN",
    "Taken on Friday 13 September 2019, 09:30 to 11:10, in Haldrevin, Lorvania.",
    "Speaker: Mirelda Castovan, who agreed to be named. Taken by: Exercise Investigator. "
    "Interpreter: Exercise Interpreter. Present: nobody else.",
    "Spoken in Arabic, written down in English by the interpreter.",
    "Question 1. Where were you between 28 August and 2 September?",
    "Answer. At home, beside the weir. From my kitchen I see the door of the grain store.",
    "Question 2. Please tell us what you saw and what you heard.",
    "Answer. On Thursday two soldiers asked my brother Tobin to carry sacks. He went with them. "
    "In the evening I heard shots, perhaps ten. I did not see who fired. On Tuesday, when the "
    "soldiers were gone, we found my brother in the grain store.",
    "Question 3. Did you see what the soldiers wore?",
    "Answer. They had the yellow band of the Darvessian army on the arm. I saw the same band on "
    "other days on others.",
    "Question 4. Did you speak with a journalist about this?",
    "Answer. Yes, with the television, before I spoke with you.",
    "Question 5. Is there anything that you wish to add?",
    "Answer. My brother repaired nets and clocks. Please write that.",
    "Read back to the speaker in Arabic. No corrections. Signed by the speaker.",
)

BARN: tuple[str, ...] = (
    "STATEMENT OF A RESIDENT OF HALDREVIN",
    "Taken on Friday 13 September 2019, 15:00 to 15:50, in Haldrevin, Lorvania.",
    "Speaker: Osrik Pellandor, who agreed to be named. Taken by: Exercise Investigator.",
    "Spoken and written down in English. No interpreter.",
    "Question 1. What do you do, and where were you at the end of August?",
    "Answer. I keep bees. My hives stand above the footbridge, and I was there every day.",
    "Question 2. Please tell us what you saw and what you heard.",
    "Answer. On the Friday I saw soldiers lead four or five people over the footbridge. I was far "
    "away and cannot name all of them.",
    "Question 3. Was there anything on Monday 2 September?",
    "Answer. Around noon there were three explosions. One hit my barn, and my son Corin was "
    "injured by a beam. I do not know who fired. The soldiers were still in the village then; "
    "they left at night.",
    "Question 4. Do you know how many people lost their lives?",
    "Answer. No. People say fifteen, people say forty. I was at the burial of nine.",
    "Question 5. Did you speak with a journalist?",
    "Answer. I would rather not say.",
    "Read back to the speaker. No corrections. Signed by the speaker.",
)

_STAMP = (2019, 9, 13, 12, 0, 0)
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def statement_weir() -> bytes:
    """The statement as DOCX (ECMA-376): the parts that a word processor needs, stored plain."""
    parts = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.wordprocessingml.document.main+xml"/>'
            '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-'
            'package.core-properties+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="r1" Type="{_OFFICE}/relationships/officeDocument" '
            'Target="word/document.xml"/>'
            f'<Relationship Id="r2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
            'Target="docProps/core.xml"/></Relationships>'
        ),
        "docProps/core.xml": (
            f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:dcterms="http://purl.org/dc/terms/" '
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f"<dc:title>{LABELS['en']}: statement of a resident</dc:title>"
            "<dc:creator>Exercise Interpreter</dc:creator>"
            '<dcterms:created xsi:type="dcterms:W3CDTF">2019-09-13T12:00:00Z</dcterms:created>'
            "</cp:coreProperties>"
        ),
        "word/document.xml": (
            f'<w:document xmlns:w="{_WORDS}"><w:body>'
            + "".join(
                f'<w:p><w:r><w:t xml:space="preserve">{escape(each, quote=False)}</w:t></w:r></w:p>'
                for each in (_OPENING, *WEIR, _END)
            )
            + "</w:body></w:document>"
        ),
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, xml in parts.items():
            member = zipfile.ZipInfo(name, _STAMP)
            member.create_system = 3  # written as on Unix wherever this runs
            archive.writestr(member, (_HEAD + xml).encode("utf-8"))
    return out.getvalue()


def statement_barn() -> bytes:
    """The statement as PDF: two pages of A4, Helvetica, not compressed."""
    sheet = FPDF(unit="mm", format="A4")
    sheet.set_compression(False)
    sheet.set_creation_date(datetime(*_STAMP, tzinfo=UTC))
    sheet.set_title(f"{LABELS['en']}: statement of a resident")
    sheet.set_author("Exercise Investigator")
    sheet.set_creator("Probatum exercise")
    sheet.set_producer("Probatum exercise")
    for paragraphs in ((_OPENING, *BARN[:8]), (*BARN[8:], _END)):
        sheet.add_page()
        for paragraph in paragraphs:
            sheet.set_font("Helvetica", "B" if paragraph in (_OPENING, BARN[0]) else "", 11)
            sheet.multi_cell(170, 6, paragraph, align="L", new_x="LMARGIN", new_y="NEXT")
            sheet.ln(3)
    return bytes(sheet.output())
