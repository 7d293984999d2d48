"""What a post or a statement tells of itself, and what its author passes on there."""

from __future__ import annotations

import pytest
from tests.read.builtin.told import assertions, names, read, told

OWN = "The Harbour Post"
TOLD = [
    # What speaks of itself tells how things stand, too.
    ("uk", "Ми вимагаємо правди. Камери без вікон стояли по кісточки у воді.",
     [(None, "calls_for", "правди"),
      (None, "asserts", "Камери без вікон стояли по кісточки у воді")]),
    ("ru", "Мы требуем правды. В больницах Канска остаются родные.",
     [(None, "calls_for", "правды"), (None, "asserts", "В больницах Канска остаются родные")]),
    ("uk", "Камери без вікон стояли по кісточки у воді.", []),
    ("ru", "Мы требуем правды. Пишу это из подвала школы.", [(None, "calls_for", "правды")]),
    # The clause before what the text itself says is its own as well.
    ("uk", "Викрадення репортерів — воєнний злочин, і ми засуджуємо його.",
     [(None, "asserts", "Викрадення репортерів — воєнний злочин"), (None, "condemns", "його")]),
    # Answers to questions, and what one has to own.
    ("ru", "Нет, ни одного военного в списках не было.",
     [(None, "denies", "Нет, ни одного военного в списках не было")]),
    ("ru", "Вынуждены признать: приказа дежурный не отдал.",
     [(None, "acknowledges", "приказа дежурный не отдал")]),
    ("uk", "Від подальших коментарів на цю тему утримаємося до кінця слідства.",
     [(None, "declines_to_comment", "Від подальших коментарів на цю тему")]),
    ("ru", "Мы этому не верим.", [(None, "disputes", "этому")]),
    ("ru", "Мы не обвиняем рядовых.", []),
    # Who is called from afar, and what is promised in the same breath.
    ("ru", "Люди из комиссии, если вы тут есть: приезжайте, пока следы свежие, я всё покажу.",
     [(None, "calls_for", "приезжайте, пока следы свежие"), (None, "commits_to", "я всё покажу")]),
    ("uk", "Якщо до осені нічого не зміниться, перекриємо трасу.",
     [(None, "commits_to", "Якщо до осені нічого не зміниться, перекриємо трасу")]),
    # What others saw, hold to, give up.
    ("ru", "Внучка Катя всё видела из погреба: стрелял рыжий сапёр.",
     [("Катя", "asserts", "стрелял рыжий сапёр")]),
    ("uk", "Кондукторка Віра Жакун бачила, як солдати вивозили людей.",
     [("Віра Жакун", "asserts", "солдати вивозили людей")]),
    ("uk", "Лікарка стоїть на своєму: до моргу привезли п'ять тіл.",
     [("Лікарка", "asserts", "до моргу привезли п'ять тіл")]),
    ("ru", "Бурый в эфире уже сдал назад: отдельные бойцы что-то взяли.",
     [("Бурый", "acknowledges", "отдельные бойцы что-то взяли")]),
    ("uk", "Читаю заяву їхнього командира Савелія Бурого: полк, мовляв, не стріляв.",
     [("Савелія Бурого", "denies", "полк, мовляв, не стріляв")]),
    ("ru", "Командование бригады продолжает настаивать, что подростки ушли сами.",
     [("Командование бригады", "asserts", "подростки ушли сами")]),
    ("uk", "Лікар Ігор каже — вісім загиблих.", [("Ігор", "asserts", "вісім загиблих")]),
    ("ru", "В новостях сказали, что города никто не обстреливал.",
     [(None, "reports", "города никто не обстреливал")]),
    ("uk", "Від відповіді на запитання, чи є підозрювані, прокурорка утрималася.",
     [("прокурорка", "declines_to_comment", "Від відповіді на запитання, чи є підозрювані")]),
    ("uk", "Ортанія у письмовій відповіді визнала обстріл школи.",
     [("Ортанія", "acknowledges", "обстріл школи")]),
    ("ru", "Мэр Павел Тугов обещал воду. А про обстрел — ни слова.",
     [("Павел Тугов", "commits_to", "воду"),
      ("Павел Тугов", "declines_to_comment", "про обстрел")]),
    ("uk", "У князівстві причетність заперечують.", [("князівстві", "denies", "причетність")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted"), TOLD)
def test_what_is_told_by_whom(
    language: str, text: str, wanted: list[tuple[str | None, str, str]]
) -> None:
    said = told(text, language)
    assert [(None if one.who == OWN else one.who, *one[1:]) for one in said] == wanted


def test_people_who_are_called_from_afar_are_the_addressee() -> None:
    reading = read("Люди из комиссии, если вы тут: приезжайте сегодня!", "ru")
    assert [names(reading).get(one.addressee) for one in assertions(reading)] == [
        "Люди из комиссии"
    ]


@pytest.mark.parametrize(
    ("language", "text", "basis"),
    [
        ("uk", "Сторож Гнат Повх бачив, як підірвали греблю.", "saw"),
        ("ru", "Машинист Олег Дробот слышал гул моторов.", "heard"),
        ("ru", "Машинист Олег Дробот сказал, что горел вагон.", None),
    ],
)
def test_who_saw_or_heard_it_has_that_basis(language: str, text: str, basis: str | None) -> None:
    assert [one.basis for one in assertions(read(text, language))] == [basis]
