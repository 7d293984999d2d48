"""Rows of lists: a victim, a bare number, or refused; and what was wrong said of each."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from link.lists.made_lists import FULL, HEAD, MAPPING, changed, codes, read, victim
from probatum.errors import InputError
from probatum.link.lists.troubles import CODES, Refused
from probatum.model.list_mapping import (
    AgeColumns,
    Constants,
    DateColumns,
    Mapping,
    NameColumns,
    PlaceColumns,
    SexWord,
    StandingColumns,
    StatusWord,
)
from probatum.model.victims import BareNumber, Victim


def test_a_full_row_becomes_a_victim_with_its_words() -> None:
    [row] = read(FULL)
    assert row.troubles == ()
    found = victim(row)
    assert (found.list, found.row, found.number) == ("A list", "1", 2)
    assert found.names[0].family == "Vyhadana"
    assert (found.sex, found.age_low, found.age_high) == ("female", 34, 34)
    assert found.died is not None
    assert (found.died.text, found.died.edtf) == ("5.3.2031", "2031-03-05")
    assert found.place is not None
    assert found.place.path == ("Mill district", "Mill")
    assert found.status is None


@pytest.mark.parametrize(
    ("cells", "code", "lost"),
    [
        ({"died": "31.02.2031"}, "impossible-date", "died"),
        ({"died": "44625"}, "serial-number", "died"),
        ({"died": "5.3.2040"}, "future-date", "died"),
        ({"age": "400"}, "impossible-age", "age_low"),
        ({"age": "old"}, "not-an-age", "age_low"),
        ({"sex": "?!"}, "not-a-sex", "sex"),
    ],
)
def test_a_value_that_cannot_be_is_unknown_and_its_words_stay(
    cells: dict[str, str], code: str, lost: str
) -> None:
    [row] = read(changed(**cells))
    assert codes(row) == [code]
    assert row.troubles[0].cell == next(iter(cells.values()))
    value = getattr(victim(row), lost)
    if lost == "died":
        assert (value.text, value.edtf) == (cells["died"], None)
    else:
        assert value is None


def test_death_before_birth_makes_both_dates_unknown() -> None:
    [row] = read(changed(born="2030-01-01", died="2029-01-01", age=""))
    assert codes(row) == ["death-before-birth"]
    found = victim(row)
    assert found.born is not None
    assert found.died is not None
    assert (found.born.edtf, found.died.edtf) == (None, None)
    assert found.born.text == "2030-01-01"


def test_an_age_that_does_not_fit_the_dates_is_said_and_all_are_kept() -> None:
    [row] = read(changed(age="50"))
    assert codes(row) == ["age-against-birth"]
    assert victim(row).age_low == 50
    assert codes(read(changed(age="33"))[0]) == []
    assert codes(read(changed(age="34-60"))[0]) == []


def test_a_row_id_that_repeats_means_one_row_still() -> None:
    rows = read(FULL, changed(given="Another"), changed(id="", given="Third"))
    assert [victim(each).row for each in rows] == ["1", "1~3", "~4"]
    assert codes(rows[1]) == ["duplicate-row-id"]
    assert [victim(each).row for each in read(FULL, mapping=msgspec.structs.replace(
        MAPPING, row_id=None))] == ["2"]  # fmt: skip


def test_the_same_row_under_another_id_is_said_and_kept() -> None:
    rows = read(FULL, changed(id="2"))
    assert codes(rows[1]) == ["same-row-again"]
    assert isinstance(rows[1].outcome, Victim)


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (("9",), "nothing-said"),
        (("", "", ""), "nothing-said"),
        ((*FULL, "more"), "too-many-cells"),
        (HEAD, "header-again"),
        (("Total", "17"), "total-row"),
        (("Всього: 17",), "total-row"),
        (("---", "***", "..."), "garbage-row"),
        (("\ufffd\ufffd\ufffda", "\ufffd"), "garbage-row"),
    ],
)
def test_rows_that_say_nothing_of_anybody_are_refused_with_the_reason(
    cells: tuple[str, ...], code: str
) -> None:
    [row] = read(cells)
    assert isinstance(row.outcome, Refused)
    assert code in codes(row)
    assert CODES[code].refused


def test_cells_that_are_missing_are_unknown_and_empty_ones_too_many_do_no_harm() -> None:
    short, long = read(FULL[:4], (*changed(id="2"), "", " "))
    assert codes(short) == ["too-few-cells"]
    assert victim(short).died is None
    assert codes(long) == []


@pytest.mark.parametrize("words", ["см. выше", "#REF!", "=A1+B2", "a@b.org", "XXXX", "ID 4451"])
def test_what_stands_in_place_of_a_name_is_no_name(words: str) -> None:
    [row] = read(changed(family="", given=words))
    assert codes(row) == ["not-a-name", "no-name"]
    assert victim(row).names == ()


@pytest.mark.parametrize("words", ["Same Samir", "Ivan 2", "Li", "Тест'янко", "Aaron"])
def test_a_name_like_it_is_one(words: str) -> None:
    assert codes(read(changed(given=words))[0]) == []


def test_a_row_without_a_name_counts_as_a_victim_without_a_name() -> None:
    [row] = read(changed(family="", given="unknown"))
    assert codes(row) == ["no-name"]
    assert victim(row).names == ()


def test_names_of_one_letter_and_without_letters_are_said() -> None:
    [row] = read(changed(given="O.", family="12345"))
    assert set(codes(row)) == {"no-letters-in-name", "one-letter-name"}
    assert victim(row).names[0].given == "O."
    assert victim(row).names[0].family is None


@pytest.mark.parametrize("said", ["Unidentified male", "unknown woman no. 7", "Невідома особа",
                                  "Неопознанное тело 3", "جثة مجهولة الهوية", "NN"])  # fmt: skip
def test_words_that_nobody_knows_the_name_are_no_name(said: str) -> None:
    mapping = Mapping(names=(NameColumns(full="name"),), died=DateColumns(whole="died"))
    [row] = read((said, "2031-03-05"), mapping=mapping, head=("name", "died"))
    assert codes(row) == ["no-name-known", "no-name"]
    assert victim(row).names == ()


@pytest.mark.parametrize("said", ["Ada Unknown", "Male Orrin", "Невідомська Олена", "Man"])
def test_a_name_that_has_such_a_word_in_it_is_kept(said: str) -> None:
    mapping = Mapping(names=(NameColumns(full="name"),))
    [row] = read((said,), mapping=mapping, head=("name",))
    assert codes(row) == []
    assert victim(row).names[0].full == said


def test_initials_alone_are_said() -> None:
    mapping = Mapping(names=(NameColumns(full="name"),))
    rows = read(("O. V.",), ("О.В.",), ("O. Vyhadana",), mapping=mapping, head=("name",))
    assert [codes(row) for row in rows] == [["one-letter-name"], ["one-letter-name"], []]


def test_several_scripts_are_several_forms_of_one_name() -> None:
    mapping = Mapping(names=(
        NameColumns(full="uk", order="family-given-father", language="uk", script="Cyrl"),
        NameColumns(full="ar", language="ar", script="Arab"), NameColumns(full="nick", alias=True),
    ))  # fmt: skip
    [one, two] = read(
        ("Вигадана Олена Петрівна", "أولينا", "Mill"), ("Вигадана Олена", "", ""),
        mapping=mapping, head=("uk", "ar", "nick"),
    )  # fmt: skip
    forms = victim(one).names
    assert (forms[0].family, forms[0].given, forms[0].father) == ("Вигадана", "Олена", "Петрівна")
    assert [form.alias for form in forms] == [False, False, True]
    assert codes(two) == ["name-not-split"]
    assert victim(two).names[0].given is None
    assert victim(two).names[0].full == "Вигадана Олена"


def test_a_row_of_numbers_alone_is_kept_apart() -> None:
    mapping = Mapping(names=(NameColumns(full="name"),), people="killed",
                      died=DateColumns(whole="date"))  # fmt: skip
    rows = read(
        ("", "12-15", "2031-03"), ("3 unidentified bodies", "", ""), ("Anna", "1", ""),
        ("Anna and others", "4", ""), ("", "many", "2031"), ("٥ أشخاص", "", ""),
        mapping=mapping, head=("name", "killed", "date"),
    )  # fmt: skip
    numbers = [each.outcome for each in rows if isinstance(each.outcome, BareNumber)]
    assert [(each.people_low, each.people_high) for each in numbers] == [
        (12, 15), (3, None), (5, None),
    ]  # fmt: skip
    assert codes(rows[1]) == ["number-in-place-of-name"]
    assert codes(rows[3]) == ["number-beside-name"]
    assert codes(rows[4]) == ["not-a-number", "no-name"]


def test_words_of_the_mapping_count_before_the_usual_ones() -> None:
    mapping = Mapping(
        names=(NameColumns(full="name"),), sex="s", status="c",
        sex_values=(SexWord(word="1", means="male"), SexWord(word="m", means="female")),
        status_values=(StatusWord(word="mil", means="combatant"),),
        constants=Constants(cause="shelling", source="a register"),
    )  # fmt: skip
    [one, two, three] = read(("Anna", "m", "mil"), ("Boris", "1", "civilian"),
                             ("Clara", "жінка", "невідомо"),
                             mapping=mapping, head=("name", "s", "c"))  # fmt: skip
    assert [victim(each).sex for each in (one, two, three)] == ["female", "male", "female"]
    statuses = [victim(each).status for each in (one, two, three)]
    assert statuses == ["combatant", "civilian", None]
    assert victim(one).cause == "shelling"


def test_what_became_of_people_over_time_stays_in_order() -> None:
    mapping = Mapping(names=(NameColumns(full="name"),), standings=(
        StandingColumns(status="missing", when="lost"), StandingColumns(said="fate", when="found"),
    ))  # fmt: skip
    head = ("name", "lost", "fate", "found")
    [one, two, three] = read(
        ("Anna", "2031-03-01", "released", "2031-05"), ("Boris", "", "dead", ""),
        ("Clara", "", "on the moon", ""), mapping=mapping, head=head,
    )  # fmt: skip
    found = [(each.status, each.when.edtf if each.when else None) for each in victim(one).standings]
    assert found == [("missing", "2031-03-01"), ("found-alive", "2031-05")]
    assert [each.status for each in victim(two).standings] == ["dead"]
    assert codes(three) == ["not-a-standing"]


def test_positions_are_read_and_empty_ones_of_forms_are_not() -> None:
    mapping = Mapping(names=(NameColumns(full="name"),), place=PlaceColumns(
        lat="lat", lon="lon", within=("Vyhadana oblast",), precision_m="m"))  # fmt: skip
    head = ("name", "lat", "lon", "m")
    rows = read(("Anna", "49,98", "36.25", "500"), ("Boris", "0", "0", ""),
                ("Clara", "95", "10", ""), ("Dora", "", "", ""),
                ("Egon", "49.98 N", "36.25° W", "x"), mapping=mapping, head=head)  # fmt: skip
    places = [victim(each).place for each in rows]
    assert [each.lat if each else None for each in places] == ["49.98", None, None, None, "49.98"]
    assert places[4] is not None
    assert places[4].lon == "-36.25"
    assert places[0] is not None
    assert places[0].precision_m == 500
    assert [codes(each) for each in rows] == [
        [], ["not-a-position"], ["not-a-position"], [], ["not-a-precision"],
    ]  # fmt: skip


def test_dates_and_ages_may_stand_in_several_columns() -> None:
    mapping = Mapping(
        names=(NameColumns(full="name"),), age=AgeColumns(low="from", high="to"),
        died=DateColumns(year="y", month="m", day="d"),
    )  # fmt: skip
    head = ("name", "y", "m", "d", "from", "to")
    rows = read(("Anna", "2031", "3", "5", "30", "35"), ("Boris", "2031", "березень", "", "30", ""),
                ("Clara", "2031", "", "5", "40", "30"), ("Dora", "", "3", "", "", ""),
                mapping=mapping, head=head)  # fmt: skip
    died = [each.died.edtf if each.died else None for each in map(victim, rows)]
    assert died == ["2031-03-05", "2031-03", "2031", None]
    assert [(each.age_low, each.age_high) for each in map(victim, rows)] == [
        (30, 35), (30, 30), (None, None), (None, None),
    ]  # fmt: skip


def test_a_stated_precision_makes_a_date_less_precise_and_never_more() -> None:
    mapping = Mapping(names=(NameColumns(full="name"),),
                      died=DateColumns(whole="date", precision="p"))  # fmt: skip
    rows = read(("Anna", "2031-03-01", "month"), ("Boris", "2031", "day"),
                ("Clara", "2031-03-01", "so-so"),
                mapping=mapping, head=("name", "date", "p"))  # fmt: skip
    assert [each.died.edtf for each in map(victim, rows) if each.died] == [
        "2031-03", "2031", "2031-03-01",
    ]  # fmt: skip
    assert codes(rows[2]) == ["bad-precision"]


def test_a_mapping_for_another_table_is_refused_before_the_first_row() -> None:
    with pytest.raises(InputError) as refused:
        read(FULL[:3], head=HEAD[:3])
    assert refused.value.code == "bad-list"


def test_marks_of_direction_and_control_characters_do_not_reach_a_name() -> None:
    [row] = read(changed(given="\u202bOle\x07na\u202c", family="Vy\nhadana"))
    assert victim(row).names[0].given == "Ole na"
    assert victim(row).names[0].family == "Vy hadana"


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(max_size=30), max_size=12))
def test_whatever_a_row_holds_it_has_one_outcome_that_fits_its_types(cells: list[str]) -> None:
    [row] = read(cells)
    assert all(each.code in CODES for each in row.troubles)
    if isinstance(row.outcome, Refused):
        assert any(CODES[each.code].refused for each in row.troubles)
    else:
        plain = msgspec.to_builtins(row.outcome)
        assert msgspec.convert(plain, type(row.outcome)) == row.outcome
