"""What a scripted person of the exercise decides about suggestions that a machine reads.

A *judgement* is chosen by what a suggestion says, not by its number: a reader that finds more or
counts otherwise changes nothing. What no judgement is about is rejected with ``BY_HAND``: the
record of it is put in by a person, or the story does without it. A judgement that finds nothing to
be about is passed over, and its record is put in by hand as well, unless it ``must`` find it.
"""

from __future__ import annotations

from dataclasses import dataclass

from probatum.exercise.village import names
from probatum.exercise.village.texts import text

BY_HAND = "EXERCISE: put in by hand, or not needed"
NOTE_FILE = "radio-note.txt"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is decided about the first suggestion that shows all of ``shows``.

    ``answers`` is what the person types; ``{@name}`` in it stands for a record of the case, and
    ``{same as TEXT}`` for the number of the candidate that shows TEXT. ``becomes`` is the record of
    the village that is made, ``becomes_what`` the proposition in it; later suggestions that show
    the same mean it too. ``told`` ones stand in the story.
    """

    shows: tuple[str, ...]
    answers: tuple[str, ...]
    becomes: str | None = None
    becomes_what: str | None = None
    must: bool = False
    told: bool = False

    @property
    def kind(self) -> str:
        """The kind of suggestion that it is about."""
        return self.shows[0].partition(":")[0]

    @property
    def noun(self) -> str | None:
        """The noun of what it makes, where several records are made at once; None: the last."""
        return {"how many": "figure", "who says what": "assertion"}.get(self.kind)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A report that is read and reviewed to its end; what its own file does not say is given."""

    path: str
    judgements: tuple[Judgement, ...]
    published: str | None = None
    publisher: str | None = None


def note() -> bytes:
    """The note of a radio programme, which comes in after the others."""
    return text("radio-note.en.txt").encode("utf-8")


_HALDREVIN = Judgement(("where: Haldrevin",), ("s {same as Haldrevin}",), must=True, told=True)

WIRE = Reviewed(names.WIRE, (
    Judgement(
        ("incident:", "killing"),
        ("c", f'title: "{names.INCIDENT}"', "resolution: newest", "labels: [EXERCISE]", "",
         "EXERCISE: the case's own words, with the days"),
        "@haldrevin-incident", must=True, told=True,
    ),
    _HALDREVIN,
    Judgement(
        ("who: person:", "council clerk"),
        ("c", "names: [{full: Ignar Tessolin, language: en}]",
         "role: clerk of the council of Haldrevin", "", "EXERCISE: the next paragraph names him"),
        "@clerk",
    ),
    Judgement(("who: person:", "Ignar Tessolin"), ("s {@clerk}",), "@clerk"),
    Judgement(("who: publication:", "Ostrivel Press"), ("a",), "@ostrivel", must=True),
    Judgement(("who says what:", '"At least 20 residents of Haldrevin'), ("a",),
              becomes_what="@clerk-20", must=True, told=True),
    Judgement(
        ("who says what: Ignar Tessolin", '"I have written down 20 names'),
        ("c", "about: {@clerk-20}", "stance: reports", "basis: was_told", "",
         "EXERCISE: his own words for the number that he counted"),
        "@clerk-says-20", told=True,
    ),
    Judgement(
        ("who: organisation:", "Ministry of Defence"),
        ("c", "names: [{full: Ministry of Defence of Darvessia, language: en}]",
         "party: Darvessia", "", "EXERCISE: its name in the case"),
        "@darvessia-ministry",
    ),
    Judgement(
        ("who: person: Sefrin Adalvor",),
        ("c", "role: spokesman of the Ministry of Defence", "party: Darvessia", "",
         "EXERCISE: whose spokesman he is"),
        "@adalvor", must=True,
    ),
    Judgement(
        ("who: organisation:", "Observation Office"),
        ("r EXERCISE: no word about the killings; its bulletins are in the case",),
        must=True, told=True,
    ),
))  # fmt: skip

BROADCAST = Reviewed(names.BROADCAST, (
    _HALDREVIN,
    Judgement(("incident:", "the same as", "Killings alleged at Haldrevin"),
              ("s {same as Killings alleged}",), must=True, told=True),
    Judgement(("who: publication: Aurelis",), ("a",), "@aurelis", must=True),
    Judgement(("who: person: Mirelda Castovan",), ("a",), "@castovan"),
    Judgement(
        ("who says what: Mirelda Castovan", '"In the evening I heard shots'),
        ("c", "about: {@shots}", "basis: heard", "", "EXERCISE: the shots at the grain store"),
        "@castovan-on-television",
    ),
    Judgement(("who: organisation:", "Ministry of Defence", "the same as"),
              ("s {same as Ministry of Defence of Darvessia}",)),
    Judgement(("who: person:", "Sefrin Adalvor", "the same as"), ("s {same as Sefrin Adalvor}",)),
    Judgement(("who: person: Calder Ozwin", "the same as"), ("s {same as Calder Ozwin}",),
              must=True, told=True),
    Judgement(
        ("who: person:", "Foreign Minister of Corrivane"),
        ("c", "names: [{full: Maurette Dansivar, language: en}]",
         "role: Foreign Minister of Corrivane", "", "EXERCISE: the same sentence names her"),
        "@dansivar",
    ),
    Judgement(
        ("who says what:", "condemns", "alleged killings"),
        ("c", "about: {@killings}", "", "EXERCISE: the killings, not another event"),
        "@dansivar-condemns",
    ),
    Judgement(("who says what:", "calls for", "investigation that is independent"), ("a",),
              "@dansivar-calls-for", "@independent-investigation"),
))  # fmt: skip

NOTE = Reviewed(NOTE_FILE, (
    _HALDREVIN,
    Judgement(("incident:", "the same as", "Killings alleged at Haldrevin"),
              ("s {same as Killings alleged}",), must=True),
    Judgement(("who:", "Sefrin Adalvor", "the same as"), ("s {same as Sefrin Adalvor}",),
              must=True),
    Judgement(("who says what: Sefrin Adalvor denies", "the same as", "Civilians were killed"),
              ("s {same as Civilians were killed}",), must=True, told=True),
), "2019-09-07", "Radio Kembrin")  # fmt: skip
