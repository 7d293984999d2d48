"""Planted leaks, each of which must be found, and near misses, of which none may be."""

from __future__ import annotations

import json
import unicodedata

import pytest

from probatum.disclose.leak_search import Hit, LeakSearch
from probatum.disclose.protected import Name, Protected, alias_of, name_of
from probatum.model.places import parse_point

OLENA = Protected(
    "EXR-00012-K",
    names=(
        Name(("Олена", "Прикладенко"), beside=("Іванівна",)),
        alias_of("Сорока"),
        alias_of("тітка Леся"),
    ),
    telephones=("+380 50 000 11 22",),
    addresses=("вул. Млинова, 12, кв. 4, Вигадане",),
    points=(parse_point("49.98", "36.2525"),),
    identifiers=("olena.p@example.org", "@soroka_p", "АА 123456"),
)
KHALID = Protected("EXR-00013-1", names=(name_of("خالد المثالي"),))
LATIN = Protected(
    "EXR-00014-2", names=(name_of("Halyna Vyhadana"),), telephones=("00380671112233",)
)
SHORT = Protected("EXR-00015-3", names=(name_of("Ян"),))


def search(text: str, *persons: Protected, show: bool = False) -> tuple[Hit, ...]:
    check = LeakSearch(persons or (OLENA, KHALID, LATIN, SHORT), show=show)
    check.look_in(text, "field text of entry 3")
    return check.hits


def kinds(text: str, *persons: Protected) -> set[tuple[str, str]]:
    return {(hit.person, hit.kind) for hit in search(text, *persons)}


@pytest.mark.parametrize(
    "text",
    [
        "Олена Прикладенко",
        "Прикладенко Олена Іванівна",
        "ОЛЕНА ПРИКЛАДЕНКО",
        "свідчення Олени Прикладенко",
        "говорили з Оленою Прикладенко",
        "показания Елены Прикладенко",
        "о Елене Ивановне Прикладенко",
        "О. Прикладенко",
        "О.І. Прикладенко",
        "Прикладенко О. І.",
        "Прикладенко, О.",
        "Olena Prykladenko",
        "Olena Prikladenko",
        "PRYKLADENKO, Olena",
        "Jelena Prikladenko",
        "Elena I. Prikladenko",
        "O. Prykladenko's statement",
        "Olena (the neighbour) Prykladenko",
        "IMG_olena_prykladenko_2.jpg",
        "OlenaPrykladenko.docx",
        "olenaprykladenko@example.net",
        "oprykladenko",
        "Olena\nPrykladenko",
        "Олена Прикла-\nденко",
        "Олена Прикла\nденко",
        "Олена При\u00adкла\u00adденко",
        "О\u200bл\u200bе\u200bн\u200bа Прикладенко",
        "О л е н а  П р и к л а д е н к о",
        "Oлeнa Пpиклaдeнкo",  # Latin o, e, a, p
        "Οlena Ρrykladenkο",  # Greek capitals
        unicodedata.normalize("NFD", "Олена Прикладенко, її"),
        json.dumps("Олена Прикладенко"),
        "&#1054;лена Прикладенко",
        "file?name=%D0%9E%D0%BB%D0%B5%D0%BD%D0%B0%20Prykladenko",
        "file?name=%CE%EB%E5%ED%E0_Prykladenko",
        "ｏｌｅｎａ ｐｒｙｋｌａｄｅｎｋｏ",
        "أولينا prykladenko olena",
    ],
)
def test_a_full_name_is_found_in_every_writing(text: str) -> None:
    assert (OLENA.ref, "name") in kinds(text)


@pytest.mark.parametrize(
    "text",
    ["Олена", "Олени", "Оленою", "Олені сказали", "Прикладенком", "Prykladenko", "Olena’s",
     "прикладенко", "Пані Прикладенко була там"],
)  # fmt: skip
def test_a_part_of_a_name_is_found_and_said_to_be_a_part(text: str) -> None:
    assert (OLENA.ref, "part-of-name") in kinds(text)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Сорокою її звали", OLENA),
        ("Soroka", OLENA),
        ("про тітку Лесю", OLENA),
        ("خالد المثالي", KHALID),
        ("وخالد المثالي", KHALID),
        ("خَالِد المِثَالِيّ", KHALID),
        ("Khalid al-Mithali", KHALID),
        ("Khaled Almithali", KHALID),
        ("Халід аль-Міталі", KHALID),
        ("Галина Вигадана", LATIN),
        ("Галини Вигаданої", LATIN),
        ("Galina Vygadana", LATIN),
        ("Halina Wyhadana", LATIN),
        ("Ян прийшов", SHORT),
        ("ЯН", SHORT),
    ],
)
def test_names_are_found_across_alphabets(text: str, person: Protected) -> None:
    assert person.ref in {ref for ref, kind in kinds(text, person) if "name" in kind}


@pytest.mark.parametrize(
    "text",
    [
        "+380500001122",
        "0500001122",
        "00380 50 000 11 22",
        "8 (050) 000-11-22",
        "050.000.11.22",
        "tel:+380-50-000-1122",
        "٠٥٠٠٠٠١١٢٢",
        "050 000\n11 22",
        "050\u00a0000\u00a011\u00a022",
        "id=1; 0500001122; 0671234567",
        "050 000 11 22 067 123 45 67",
    ],
)
def test_a_telephone_number_is_found_with_any_spacing_and_prefix(text: str) -> None:
    assert kinds(text) == {(OLENA.ref, "telephone")}


@pytest.mark.parametrize(
    "text",
    [
        "вул. Млинова, 12",
        "вулиця Млинова 12, квартира 4",
        "на Млиновій, буд. 12",
        "ул. Млиновая, д. 12",
        "Mlynova St. 12",
        "12 Mlynova Street",
        "12-А вул. Млинова",
        "млинова 12а",
    ],
)
def test_an_address_is_found_in_other_words(text: str) -> None:
    assert kinds(text) == {(OLENA.ref, "address")}


@pytest.mark.parametrize(
    "text",
    [
        "49.98, 36.2525",
        "49,9805 36,2529",
        '{"lat": 49.9801234, "lon": 36.2526}',
        '"coordinates":[36.2525,49.98]',
        "geo:49.9799,36.2524;u=20",
        "https://maps.example/@49.9801,36.2531,17z",
        "!3d49.98!4d36.2525",
        "49°58'48\"N 36°15'09\"E",
        "49° 58.8′ N, 36° 15.15′ E",
        "N49°58'48\" E36°15'09\"",
        "49 58 48 N 36 15 09 E",
        "49,98° пн. ш., 36,25° сх. д.",
    ],
)
def test_coordinates_near_a_protected_point_are_found(text: str) -> None:
    assert kinds(text) == {(OLENA.ref, "coordinates")}


@pytest.mark.parametrize(
    "text",
    ["Olena.P@Example.org", "mailto:olena.p@example.org?x", "t.me/soroka_p", "@SOROKA_P",
     "паспорт АА 123456", "AA123456 and 123456"],
)  # fmt: skip
def test_addresses_of_accounts_and_papers_are_found(text: str) -> None:
    assert OLENA.ref in {ref for ref, _ in kinds(text, Protected(
        OLENA.ref, telephones=(), identifiers=OLENA.identifiers))}  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The bridge at Vyhadane was closed on 12 March.",
        "Оленячі роги висіли на стіні",  # a deer's antlers
        "приклад, прикладний, прикладати",
        "Елеватор, Оленівка",
        "янтар, Янтарне, Januar, Jansen",
        "1050000112233",
        "050 000 11 23",
        "0500 0011 2",
        "10500001122345",
        "Mlynova 13",
        "12 Birch Lane; later the Mlynova bus stop, which is further along and has no number 1",
        "вул. Млинова",
        "49.88, 36.2525",
        "prices were 49.98 then, and after a long winter without any news at all, 36.25",
        "49.98",
        "48.98, 36.2525",
        "тітка прийшла",
        "Леся співала",
        "child slum calls",
        "Khan, Malik and others",
        "sorokaput",
        "2026-03-04T10:20:30Z 123456789",
        "a" * 5000,
    ],
)
def test_near_misses_are_no_hits(text: str) -> None:
    assert kinds(text) == set()


@pytest.mark.parametrize("text", ["olena.p@example.organic", "soroka_pp", "xsoroka_p", "АА 12345"])
def test_a_longer_or_shorter_account_is_another_one(text: str) -> None:
    assert kinds(text, Protected("R", identifiers=OLENA.identifiers)) == set()


def test_a_hit_says_where_and_how_often_and_never_what() -> None:
    (hit,) = search(
        "Олена Прикладенко ... Олена Прикладенко", Protected("R", names=OLENA.names[:1])
    )
    assert (hit.where, hit.kind, hit.person) == ("field text of entry 3", "name", "R")
    assert hit.times == 2 and hit.excerpt is None
    assert "Олена" not in repr(hit) and "Олена" not in repr(OLENA)


def test_the_words_are_shown_if_somebody_asks_for_them() -> None:
    hits = search("said by Olena Prykladenko at home", OLENA, show=True)
    assert any("Olena" in (hit.excerpt or "") for hit in hits)


def test_nothing_is_searched_where_nobody_is_protected() -> None:
    check = LeakSearch(())
    assert not check.is_needed
    check.look_in("Олена", "anywhere")
    assert check.hits == ()


def test_every_place_is_named_once_for_each_person_and_kind() -> None:
    check = LeakSearch((OLENA,))
    for where in ("one", "two", "two"):
        check.look_in("Olena Prykladenko", where)
    assert [(hit.where, hit.kind) for hit in check.hits if hit.kind == "name"] == [
        ("one", "name"), ("two", "name")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Олена Прикладенко", 1),
        ("Прикладенко Олена Іванівна", 1),
        ("Olena (the neighbour) Prykladenko, Olena Prykladenko", 2),
        ("Olena Prykladenko's and O. Prykladenko", 2),
        ("Oлeнa Пpиклaдeнкo", 1),  # Latin o, e, a, p: found by looks and by sound
        (json.dumps("Олена Прикладенко") + " &amp; Олена Прикладенко", 2),
        ("О л е н а  П р и к л а д е н к о; Олена Прикладенко", 2),
        ("Олена Прикла-\nденко\nта ще раз Олена Прикладенко", 2),
        ("Олена\nПрикладенко\nі\nОлена\nПрикладенко", 2),
        ("olenaprykladenko@example.net", 1),
    ],
)
def test_a_place_counts_once_whatever_it_was_found_by(text: str, times: int) -> None:
    twice = Protected("R", names=(*OLENA.names[:1], name_of("Прикладенко Олена Іванівна")))
    [hit] = search(text, twice)
    assert (hit.kind, hit.times) == ("name", times)


def test_a_part_of_a_name_beside_the_whole_is_a_hit_of_its_own() -> None:
    found = {hit.kind: hit.times for hit in search("Олена Прикладенко. І знову, пізніше, говорила "
                                                    "та сама Олена, Олена", OLENA)}  # fmt: skip
    assert found == {"name": 1, "part-of-name": 2}


def test_what_reads_differently_is_seen_differently_and_times_of_the_clock_are_not() -> None:
    one, same, other = (
        search(text, OLENA)[0].seen
        for text in ("Olena said at 12:01", "Olena said at 13:45", "Olena denied it at 12:01")
    )
    assert one == same != other and "Olena" not in one


def test_ten_places_of_a_hit_are_shown_if_they_are_asked_for() -> None:
    [hit] = search("Олена. " + "x " * 40 + "Олени" + " x" * 40 + " Оленою", OLENA, show=True)
    assert (hit.excerpt or "").count(" | ") == 2 and hit.times == 3
    [many] = search(("Олена " + "x " * 40) * 12, OLENA, show=True)
    assert (many.excerpt or "").count(" | ") == 9 and many.times == 12
