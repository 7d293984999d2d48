"""The office's daily bulletins: figures that grow over a week, each with its as-of time.

The national total in them belongs to no place in particular; the last bulletin corrects the one
before it.
"""

from __future__ import annotations

from dataclasses import dataclass

from probatum.exercise.labels import LABELS


@dataclass(frozen=True, slots=True)
class Bulletin:
    """One day's figures as of 20:00 on the day before it was issued, in September 2019."""

    number: int
    issued: str
    as_of_day: int
    killed: int
    injured: int
    nationwide: int
    because: str
    correction: str = ""

    @property
    def as_of(self) -> str:
        """The day to which the figures hold, as EDTF."""
        return f"2019-09-{self.as_of_day:02}"


_UNREACHED = "its staff have not yet spoken with anybody from the farms across the Ulmeskar"
_UNSEARCHED = "a part of the village has not been searched"

BULLETINS: tuple[Bulletin, ...] = (
    Bulletin(1, "Friday 6", 5, 7, 9, 341, _UNREACHED),
    Bulletin(2, "Saturday 7", 6, 11, 14, 346, _UNREACHED),
    Bulletin(3, "Sunday 8", 7, 15, 19, 350, _UNREACHED),
    Bulletin(4, "Monday 9", 8, 18, 24, 355, _UNSEARCHED),
    Bulletin(5, "Tuesday 10", 9, 22, 31, 359, _UNSEARCHED),
    Bulletin(6, "Wednesday 11", 10, 26, 33, 363, _UNSEARCHED),
    Bulletin(
        7, "Thursday 12", 11, 28, 35, 366, _UNSEARCHED,
        "Correction: bulletin number 6 said 26 killed. Two names in it belonged to\n"
        "   one person. It should have said 25.",
    ),
)  # fmt: skip


def bulletin(day: Bulletin) -> bytes:
    """The text of one bulletin, UTF-8."""
    paragraphs = [
        f"As of 20:00 on {day.as_of_day} September 2019, the Office has verified that at least\n"
        f"   {day.killed} civilians were killed and {day.injured} were injured in the village of\n"
        "   Haldrevin between 28 August and 2 September 2019. The figures are cumulative.",
        "Persons who were staying in the village are included. Members of armed forces\n"
        "   and missing persons are not.",
        "The Office counts a person only when two sources that do not depend on each\n"
        "   other agree. It believes that the true figures are far higher, because\n"
        f"   {day.because}.",
        "The Office has not determined who was responsible. It asked Lorvania and\n"
        "   Darvessia for information.",
        "In the whole of Lorvania, the Office has verified that at least "
        f"{day.nationwide} civilians\n   were killed since 1 January 2019.",
    ]
    if day.correction:
        paragraphs.append(day.correction)
    numbered = "\n\n".join(f"{n}. {paragraph}" for n, paragraph in enumerate(paragraphs, start=1))
    text = (
        f"{LABELS['en']}. No person, place or event in this text is real.\n\n"
        "OBSERVATION OFFICE IN LORVANIA\n"
        f"Bulletin on Haldrevin, number {day.number}, "
        f"issued on {day.issued} September 2019, 15:00\n"
        f"\n{numbered}\n\n(End of bulletin. {LABELS['en']}.)\n"
    )
    return text.encode("utf-8")
