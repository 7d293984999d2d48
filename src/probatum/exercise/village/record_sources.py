"""Who speaks in the village's material, where it happens, and what its files are."""

from __future__ import annotations

from collections.abc import Iterator

from probatum.exercise.village import names, wire
from probatum.exercise.village.bulletins import BULLETINS
from probatum.exercise.village.rows import Delivery, Row, called, cite, on, path_ref, row

LABEL = "EXERCISE"
INCIDENT = "@haldrevin-incident"

# Name, kind, delivery, full name, role, party.
_SOURCES: tuple[tuple[str, str, Delivery, str, str | None, str | None], ...] = (
    ("office", "organisation", "first", "Observation Office in Lorvania", None, None),
    ("ostrivel", "organisation", "first", "Ostrivel Press", "news agency", None),
    ("clerk", "person", "first", "Ignar Tessolin", "clerk of the council of Haldrevin", None),
    (
        "darvessia-ministry",
        "organisation",
        "first",
        "Ministry of Defence of Darvessia",
        None,
        "Darvessia",
    ),
    (
        "adalvor",
        "person",
        "first",
        "Sefrin Adalvor",
        "spokesman of the Ministry of Defence",
        "Darvessia",
    ),
    (
        "lorvania-ministry",
        "organisation",
        "first",
        "Ministry of Public Safety of Lorvania",
        None,
        "Lorvania",
    ),
    ("ozwin", "person", "first", "Calder Ozwin", "Minister of Public Safety", "Lorvania"),
    ("orchard-account", "account", "first", "orchard_witness_exercise", None, None),
    ("tower-account", "account", "first", "kembrin_reader_exercise", None, None),
    ("aurelis", "organisation", "later", "Aurelis Television", "broadcaster", None),
    ("registry", "organisation", "later", "سجلّ المأوى", None, None),
    ("dansivar", "person", "later", "Maurette Dansivar", "Foreign Minister of Corrivane", None),
    ("castovan", "person", "later", "Mirelda Castovan", "resident of Haldrevin", None),
    ("pellandor", "person", "later", "Osrik Pellandor", "resident of Haldrevin", None),
)

# Unnamed in the broadcast, at their own wish; who they are is not known to the team.
_UNNAMED: tuple[tuple[str, str], ...] = (
    ("beekeeper", "resident who keeps bees"),
    ("leaver", "resident who left on 27 August"),
)

_GROUPS: tuple[tuple[str, str, str, str], ...] = (
    ("second-column", "unit", "Second Column of the Darvessian army", "Darvessia"),
    ("darvessian-army", "armed-group", "Darvessian army", "Darvessia"),
    ("lorvanian-service", "armed-group", "Lorvanian Defence Service", "Lorvania"),
)

# Position in the open South Atlantic: the exercise points at no real place.
_PLACES: tuple[tuple[str, str, tuple[str, str, int] | None, str | None, str], ...] = (
    ("lorvania", "country", None, None, "Lorvania"),
    ("vessarin", "district", ("-31.4", "-17.2", 30_000), "lorvania", "Vessarin district"),
    ("haldrevin", "village", ("-31.402", "-17.205", 600), "vessarin", "Haldrevin"),
    ("kembrin", "village", ("-31.36", "-17.11", 800), "vessarin", "Kembrin"),
    (
        "grain-store",
        "building",
        ("-31.4019", "-17.2051", 30),
        "haldrevin",
        "grain store by the weir, Haldrevin",
    ),
    ("orchard", "field", ("-31.405", "-17.201", 150), "haldrevin", "orchard of Haldrevin"),
    ("kembrin-orchard", "field", ("-31.361", "-17.113", 200), "kembrin", "orchard of Kembrin"),
)

_SCRIPTS: dict[str, tuple[tuple[str, str], ...]] = {
    "haldrevin": (("Гальдревін", "uk"), ("هالدريفين", "ar")),
    "registry": (("Shelter Registry", "en"),),
    "clerk": (("Ігнар Тессолін", "uk"),),
    "adalvor": (("Сефрін Адальвор", "uk"),),
}


def sources() -> Iterator[Row]:
    """Yield sources, groups, places, the incident, and what is known about each file."""
    for name, kind, where, within, full in _PLACES:
        yield _place(name, kind, where, within, full)
    yield row(
        "incident",
        INCIDENT[1:],
        "first",
        title=names.INCIDENT,
        kind="killing",
        resolution="newest",
        labels=[LABEL],
    )
    for name, kind, delivery, full, role, party in _SOURCES:
        yield row(
            "source",
            name,
            delivery,
            kind=kind,
            names=_names(name, full),
            **_given(role=role, party=party),
        )
    for name, role in _UNNAMED:
        yield row(
            "source",
            name,
            "later",
            kind="person",
            role=role,
            unknown={"names": "withheld-by-source"},
        )
    for slug, title in _papers():
        yield row("source", slug, "first", kind="publication", names=[called(title)])
    for name, kind, full, party in _GROUPS:
        yield row("group", name, "first", kind=kind, names=[called(full)], party=party)
    yield from _persons()
    yield from _descriptions()


def _papers() -> list[tuple[str, str]]:
    own = [
        (path.rpartition("/")[2].removesuffix(".html"), wire.HOUSES[number])
        for number, (path, _) in enumerate(wire.reprints())
    ]
    return [*own, ("isenna-herald", "Вісник Ісенни")]


def _place(
    name: str, kind: str, where: tuple[str, str, int] | None, within: str | None, full: str
) -> Row:
    point = (
        {}
        if where is None
        else {
            "lat": where[0],
            "lon": where[1],
            "precision_m": where[2],
            "located_by": "map",
        }
    )
    above = None if within is None else "@" + within
    return row(
        "place", name, "first", kind=kind, names=_names(name, full), **point, **_given(within=above)
    )


def _names(name: str, full: str) -> list[object]:
    return [called(full), *(called(*other) for other in _SCRIPTS.get(name, ()))]


def _given(**fields: object) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value is not None}


def _persons() -> Iterator[Row]:
    yield row(
        "person",
        "tobin",
        "later",
        names=[called("Tobin Castovan"), called("توبين كاستوفان", "ar")],
        sex="male",
    )
    yield row(
        "person",
        "verranik-row-4",
        "later",
        sex="male",
        names=[called("Lubo Verranik"), called("Любо Верранік", "uk")],
    )
    yield row("person", "verranik-row-5", "later", names=[called("L. Verranik")], sex="male")


def _descriptions() -> Iterator[Row]:
    yield _described(names.WIRE, "article", "first", "2019-09-06", "en", "@ostrivel", "14:10")
    for slug, _ in _papers()[:-1]:
        yield _described(names.reprint(slug), "article", "first", "2019-09-06", "en", "@" + slug)
    yield _described(
        names.TRANSLATED_REPRINT, "article", "first", "2019-09-07", "uk", "@isenna-herald", "07:00"
    )
    yield row(
        "link",
        "reprint-translates-wire",
        "first",
        item=path_ref(names.TRANSLATED_REPRINT),
        relation="translation_of",
        of=path_ref(names.WIRE),
        maker="Вісник Ісенни",
        citations=[cite(names.TRANSLATED_REPRINT, "За матеріалами агенції")],
    )
    for day in BULLETINS:
        delivery: Delivery = "first" if day.number <= 3 else "later"
        issued = f"2019-09-{day.as_of_day + 1:02}"
        yield _described(
            names.bulletin(day.number), "report", delivery, issued, "en", "@office", "15:00"
        )
    for path, delivery, issued, publisher in (
        (names.DARVESSIA_1, "first", "2019-09-06", "@darvessia-ministry"),
        (names.LORVANIA_1, "first", "2019-09-06", "@lorvania-ministry"),
        (names.DARVESSIA_2, "later", "2019-09-11", "@darvessia-ministry"),
        (names.LORVANIA_2, "later", "2019-09-12", "@lorvania-ministry"),
    ):  # type: str, Delivery, str, str
        yield _described(path, "press-release", delivery, issued, "en", publisher)
    yield _described(names.BROADCAST, "article", "later", "2019-09-10", "en", "@aurelis", "19:30")
    yield _described(names.SHELTER_NOTE, "report", "later", "2019-09-09", "ar", "@registry")
    for path, created in ((names.ORCHARD, "2019-09-04"), (names.TOWER, "2019-06-14")):
        # What the camera's clock said is no finding: the date stays marked as uncertain.
        yield row(
            "description",
            "about-" + _short(path),
            "first",
            item=path_ref(path),
            kind="photograph",
            created=on(created + "?", "as the camera's clock said"),
            incident=INCIDENT,
        )


def _described(
    path: str,
    kind: str,
    delivery: Delivery,
    day: str,
    language: str,
    publisher: str,
    clock: str | None = None,
) -> Row:
    published: dict[str, object] = {"edtf": day}
    if clock is not None:
        published |= {"from_time": clock, "zone": "+03:00"}
    return row(
        "description",
        "about-" + _short(path),
        delivery,
        item=path_ref(path),
        kind=kind,
        published=published,
        publisher=publisher,
        language=language,
        incident=INCIDENT,
    )


def _short(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]
