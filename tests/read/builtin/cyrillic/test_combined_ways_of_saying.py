"""Ukrainian and Russian: how shapes of attribution combine. All persons are invented."""

from __future__ import annotations

import pytest

from read.builtin.told import told

SPEAKERS = [
    ("uk", "Двоє колишніх бійців засвідчили, що наказ віддав майор.",
     [("Двоє колишніх бійців", "asserts", "наказ віддав майор")]),
    ("ru", "«Мы ушли», — заявил представитель лиги, капитан Арсений Стужев.",
     [("Арсений Стужев", "asserts", "Мы ушли")]),
    ("ru", "Подозреваемый заявил, что стреляли другие.",
     [("Подозреваемый", "asserts", "стреляли другие")]),
    ("ru", "По слухам, пленных держат на заводе.",
     [(None, "reports", "пленных держат на заводе")]),
]  # fmt: skip
DENIALS = [
    ("ru", "Комендант вину не признал.", [("Комендант", "denies", "вину")]),
    ("ru", "Командир не отрицает, что пост принадлежал ему.",
     [("Командир", "acknowledges", "пост принадлежал ему")]),
    ("uk", "Сотник відкидає звинувачення: «Коли ми зайшли, яма вже була».",
     [("Сотник", "denies", "звинувачення"),
      ("Сотник", "asserts", "Коли ми зайшли, яма вже була")]),
    ("ru", "Ведомство признаёт пять смертей, но объясняет их болезнью.",
     [("Ведомство", "acknowledges", "пять смертей")]),
]  # fmt: skip
OWN = [
    ("uk", "Ми засуджуємо блокаду лікарні й закликаємо Раду відкрити коридор.",
     [(None, "condemns", "блокаду лікарні"), (None, "calls_for", "відкрити коридор")]),
    ("ru", "Мы считаем, что это отвечает признакам пытки, и требуем от прокурора возбудить дело.",
     [(None, "asserts", "это отвечает признакам пытки"),
      (None, "calls_for", "возбудить дело")]),
    ("ru", "— взрыв прогремел утром в зале ожидания;",
     [(None, "asserts", "взрыв прогремел утром в зале ожидания")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted"), SPEAKERS + DENIALS + OWN)
def test_who_says_what_with_which_stance(
    language: str, text: str, wanted: list[tuple[str | None, str, str]]
) -> None:
    assert [tuple(each) for each in told(text, language)] == wanted
