"""The gazetteer at work: the places of a case first, then imported dumps, then the packaged places.

The case's own places are its records ``place/1`` that have a name and a point. Those of a
compartment are asked by ``find`` alone, in a session that is inside: what reading finds is stored
where everybody of the case sees it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from probatum.acts.put_records import Delivery, Line, Refused, put_records
from probatum.acts.record_texts import Given
from probatum.acts.session import Session, no_progress
from probatum.errors import InputError, UseError
from probatum.index.record_queries import RecordRow
from probatum.model.ids import COMPARTMENT_NUMBERS
from probatum.model.nouns import Place
from probatum.read import contract
from probatum.read.extractor import Extractor
from probatum.read.gazetteer import Candidate, Context, Gazetteer
from probatum.read.gazetteer.building import (
    NAME,
    LayerFile,
    dump_layers,
    keep_dump,
    layer_files,
    packaged_layer,
)
from probatum.read.gazetteer.choosing import ELSEWHERE, OWN, apart, chosen
from probatum.read.gazetteer.country_dump import bad_dump, dumped_places
from probatum.read.gazetteer.entries import Entry, key_of
from probatum.read.gazetteer.layers import LaterLayer, Layer, MemoryLayer
from probatum.read.gazetteer.own_file import OwnPlace, own_rows
from probatum.read.gazetteer.packaged import CREDIT

__all__ = ["CREDIT", "OWN", "FoundPlace", "LayerFile", "build", "find", "gazetteer", "import_dump",
           "import_own", "layer_files", "namesakes"]  # fmt: skip

Progress = Callable[[int, int], None]
MOST_BYTES = 64 * 1024 * 1024  # of a user's own file
_MOST_LINE = 1 << 17  # bytes of a dump; the longest of GeoNames have 12,000
MOST = 20  # candidates that are shown


@dataclass(frozen=True, slots=True)
class Preparing:
    """How somebody is told that the packaged places are being built, the first time.

    ``bar`` opens one that takes bytes done and bytes in all; ``waiting`` is called where another
    process builds them already.
    """

    bar: Callable[[], AbstractContextManager[Progress]] = lambda: nullcontext(no_progress)
    waiting: Callable[[], None] = lambda: None


SILENT = Preparing()


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place that a name may mean, with its other names."""

    candidate: Candidate
    names: tuple[str, ...]

    @property
    def lat(self) -> str:
        """Its latitude as records spell it."""
        return _degrees(self.candidate.entry.lat)

    @property
    def lon(self) -> str:
        """Its longitude as records spell it."""
        return _degrees(self.candidate.entry.lon)


@dataclass(frozen=True, slots=True)
class FoundPlaces:
    """The places that a name may mean, the likeliest first; ``meant`` if it is likely enough."""

    places: tuple[FoundPlace, ...]
    meant: Candidate | None


@dataclass(frozen=True, slots=True)
class Namesakes:
    """A place of a reading without a position, and the places that have its name."""

    name: str
    places: tuple[Candidate, ...]


def build(*, again: bool, preparing: Preparing = SILENT) -> LayerFile:
    """Build the packaged places if they are not there, or ``again``. Raises WorldError."""
    with preparing.bar() as progress:
        packaged_layer(progress=progress, waiting=preparing.waiting, again=again).close()
    return layer_files()[-1]


def gazetteer(session: Session | None = None, preparing: Preparing = SILENT) -> Gazetteer:
    """Return the gazetteer for reading; nothing is built or read before a name is looked up.

    With a session the case's own places come first. Looking up raises WorldError.
    """
    return Gazetteer([*_own(session, inside=False), *dump_layers(), _packaged(preparing)])


def find(
    name: str, country: str | None, session: Session | None = None,
    preparing: Preparing = SILENT,
) -> FoundPlaces:  # fmt: skip
    """Return the places that a name may mean; a country as two letters speaks for its places.

    With a session the case's own are asked too; those that are shown are logged as read. Raises
    UseError ``wrong-use``; WorldError.
    """
    code = (country or "").upper()
    if country and not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise UseError("wrong-use", item="--country", expected="two letters such as UA",
                       found="something else")  # fmt: skip
    if not key_of(name):
        raise UseError("wrong-use", item="the name", expected="a word", found="no letters")
    layers = [*_own(session, inside=True), *dump_layers(), _packaged(preparing)]
    context = Context(countries={code: 2.0} if code else {})
    candidates = [
        replace(each, reasons=tuple(_said(one, code) for one in each.reasons))
        for each in Gazetteer(layers).candidates(name, context, most=MOST)
    ]
    named = {layer.name: layer for layer in layers}
    if session is not None:
        shown = {each.entry.id for each in candidates if each.layer == OWN}
        rows = [row for row in _places(session, inside=True) if _id(row) in shown]
        session.saw_records("gazetteer find", rows)
    places = tuple(
        FoundPlace(each, named[each.layer].names(each.entry)) for each in candidates
    )  # fmt: skip
    return FoundPlaces(places, chosen(candidates))


def _said(reason: str, country: str) -> str:
    """Return a reason where no text but a person speaks for a country."""
    if not reason.startswith(ELSEWHERE):
        return reason
    return f"in {country}, as you say" if reason.endswith(country) else f"not in {country}"


def namesakes(extractor: Extractor, reading: contract.Reading) -> list[Namesakes]:
    """Return the places of a reading that have no position though places of their name are known.

    Only the built-in reader has a gazetteer; of another there are none.
    """
    from probatum.read.builtin.reader import BuiltinReader

    if not isinstance(extractor, BuiltinReader):
        return []
    places = extractor.gazetteer
    found: dict[str, Namesakes] = {}
    for each in reading.suggestions:
        if isinstance(each, contract.Place) and each.lat is None and each.name not in found:
            key = key_of(each.name)
            candidates = apart(places.rank(places.find([key]).get(key, []), Context(), each.name))
            if candidates:
                found[each.name] = Namesakes(each.name, tuple(candidates))
    return list(found.values())


def import_dump(path: Path, progress: Progress = no_progress) -> LayerFile:
    """Keep the settlements and divisions of a GeoNames country dump as a layer for every case.

    Raises InputError ``bad-gazetteer``; WorldError.
    """
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
        size = stream.tell()
        stream.seek(0)
        places = dumped_places(_dump_lines(stream, size, progress))
        first = next(places, None)
        if first is None:
            raise InputError("bad-gazetteer", item="country dump", expected="places",
                             found="none", remedy="give the .txt of a country")  # fmt: skip

        def entries() -> Iterator[Entry]:
            yield first
            yield from places

        return keep_dump(path.stem, entries(), f"GeoNames dump, sha256 {digest}")


def import_own(
    session: Session, data: bytes, *, progress: Progress = no_progress
) -> tuple[Delivery, list[Line], list[Refused]]:
    """Put a person's own places (CSV or GeoJSON) into the case as records; what is in stays once.

    Returns how many are in, which, and the lines that were refused. Raises InputError
    ``bad-gazetteer`` where the file as a whole is none; WorldError.
    """
    if len(data) > MOST_BYTES:
        raise InputError("bad-gazetteer", item="gazetteer file", found="more",
                         expected=f"at most {MOST_BYTES:,} bytes",
                         remedy="cut it into several files")  # fmt: skip
    rows = list(own_rows(data))
    taken: list[Line] = []

    def given() -> Iterator[Given]:
        for done, row in enumerate(rows, start=1):
            yield _given(row)
            progress(done, len(rows))

    delivery, refused = put_records(session, given(), on_taken=taken.extend)
    return delivery, taken, refused


def _given(row: OwnPlace) -> Given:
    place = row.place
    if place is None:
        return Given(row.number, 0, {}, row.error)
    names = dict.fromkeys((place.name, *place.names))
    fields: dict[str, object] = {
        "record": "place/1",
        "names": [{"full": name} for name in names],
        "kind": place.kind,
        "lat": _degrees(place.lat),
        "lon": _degrees(place.lon),
        "precision_m": place.precision_m,
    }
    if place.country is not None:
        fields["country"] = place.country
    return Given(row.number, 0, fields)


def _degrees(value: float) -> str:
    """Return degrees as a record spells them: at most 7 decimals, no zeros behind, no -0."""
    text = f"{value:.7f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _packaged(preparing: Preparing) -> Layer:
    def opening() -> Layer:
        with preparing.bar() as progress:
            return packaged_layer(progress=progress, waiting=preparing.waiting)

    return LaterLayer(NAME, opening)


def _own(session: Session | None, *, inside: bool) -> list[Layer]:
    if session is None:
        return []

    def opening() -> Layer:
        rows = _places(session, inside=inside)
        if rows and not inside:  # reading may show any of them; what ``find`` shows it logs itself
            session.saw_records("read", rows)
        entries = map(_entry, rows)
        return MemoryLayer(OWN, [entry for entry in entries if entry is not None])

    # Where others act meanwhile (``session.aside``), the case is not to be asked from within.
    return [LaterLayer(OWN, opening) if session.others is None else opening()]


def _places(session: Session, *, inside: bool) -> list[RecordRow]:
    session.catch_up()
    return [
        row for row in session.index.records(["place"])
        if not row.retracted and (inside or row.number < COMPARTMENT_NUMBERS)
    ]  # fmt: skip


def _entry(row: RecordRow) -> Entry | None:
    body = row.body
    if not isinstance(body, Place) or body.lat is None or body.lon is None or not body.names:
        return None
    names = [name.printed[:400] for name in body.names]
    return Entry(
        id=_id(row), name=names[0], lat=float(body.lat), lon=float(body.lon),
        precision_m=body.precision_m or 1, kind=body.kind or "village", country=body.country,
        names=tuple(names[1:]),
    )  # fmt: skip


def _id(row: RecordRow) -> str:
    """Return the id of a record's place; that of a gazetteer, where it is from one."""
    body = row.body
    if isinstance(body, Place) and body.gazetteer and body.gazetteer_id:
        return f"{body.gazetteer}:{body.gazetteer_id}"[:400]
    return f"{OWN}:{row.id}"


def _dump_lines(stream: BinaryIO, size: int, progress: Progress) -> Iterator[str]:
    number = 0
    while line := stream.readline(_MOST_LINE):
        number += 1
        if len(line) == _MOST_LINE:
            raise bad_dump(number, "lines of a country dump", "one without end")
        if number % 5_000 == 0:
            progress(stream.tell(), size)
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError:
            raise bad_dump(number, "UTF-8", "other bytes") from None
    progress(size, size)
