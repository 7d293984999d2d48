"""What the demonstration needs to know about the exercise: who is who, and which file is which.

Nobody named here exists. The protected speaker is named in one file, the identity sheet, and
never in the statement; the person who is later erased is named in ``ERASED_FILES`` and nowhere
else. Tests hold the material to both.
"""

from __future__ import annotations

from dataclasses import dataclass

CASE_NAME = "EXERCISE Quernhalt (invented)"
INCIDENT = "Explosions at the ferry landing of Quernhalt, 11 May 2019 (EXERCISE, invented)"

INVESTIGATOR = "Exercise Investigator"
INTERPRETER = "Exercise Interpreter"
REVIEWER = "Exercise Reviewer"
LEGAL_OFFICER = "Exercise Legal Officer"
RECIPIENT = "Exercise Court Registry"
PURPOSE = "EXERCISE: show how one statement is disclosed without the speaker's name"

# The whole delivery: what `add` may be told about it.
GIVEN_BY = "Exercise Courier"
PLACE = "Exercise office, Quernhalt (invented)"
CONDITIONS = "EXERCISE: handed over on a memory stick, sealed envelope, seal unbroken"

STATEMENT = "statements/statement-ferry-landing.txt"
IDENTITY_SHEET = "statements/identity-sheet.txt"
PROTECTED_SPEAKER = "Irsa Velkanor"

ERASED_PERSON = "Jorvan Destrell"
ERASED_FILES = ("mail/message-about-photograph.eml", "photographs/from-a-balcony.jpg")
ERASURE_REASON = "consent-withdrawn"

VICTIM_LIST = "lists/people-killed-or-missing.csv"
ADMISSION_SUMMARY = "hospital/admission-summary.pdf"
INTERRUPTED_UPLOAD = "photographs/EXERCISE-interrupted-upload.jpg"

# A good file in which to alter one byte: short, and not part of anything that was withheld.
ALTERED_FILE = "reports/agency-report.txt"


@dataclass(frozen=True, slots=True)
class Withholding:
    """One field to withhold: its name, a code, the basis on which it is withheld, who approved."""

    field: str
    code: str
    basis: str
    approver: str

    @property
    def argument(self) -> str:
        """The value of ``--withhold``: ``FIELD=CODE:BASIS``."""
        return f"{self.field}={self.code}:{self.basis}"


# The statement is collected with ``--given-by PROTECTED_SPEAKER``: that field is the name.
SPEAKER_WITHHELD = Withholding(
    field="given_by",
    code="protected-person",
    basis="Exercise rule 4 (invented), wish of the speaker",
    approver=LEGAL_OFFICER,
)
