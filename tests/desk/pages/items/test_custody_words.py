"""What happened to an item is said in the language of the page, whatever happened."""

from __future__ import annotations

import re

import pytest
from django.utils.translation import override

from desk.opened_desk import OpenedDesk
from probatum.desk.pages.items.custody import told
from probatum.model import kinds
from probatum.model.kinds import Fields

AT, BY, WORDS = "2031-03-05T10:00:00Z", "سميرة", "كلمات"
OURS = re.compile(r"[A-Za-z]{2,}")


def _acquired(**more: object) -> Fields:
    said = dict.fromkeys(kinds.Acquire.__struct_fields__) | {"at": AT, "by": BY}
    return kinds.Acquire(**{**said, "file_name": WORDS, "size_bytes": 3, **more})


ENTRIES: tuple[Fields | None, ...] = (
    None, _acquired(), _acquired(same_bytes_as_before=True, sender={"name": WORDS}),
    kinds.Note(at=AT, by=BY, text=WORDS),
    kinds.Clear(at=AT, by=BY, cleared=True, reason=WORDS),
    kinds.Clear(at=AT, by=BY, cleared=False, reason=None),
    kinds.Hold(at=AT, by=BY, reason=WORDS), kinds.Release(at=AT, by=BY, reason=None),
    kinds.Disclose(at=AT, by=BY, to=WORDS, purpose=WORDS, kind_of_disclosure=WORDS, items=[],
                   withheld=3, manifest_sha256=""),
    kinds.Read(at=AT, by=BY, what="history", purpose=WORDS, numbers=""),
)  # fmt: skip


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_line_of_the_custody_history_is_in_the_language_of_the_page(
    entry: Fields | None,
) -> None:
    kind = entry.kind if entry is not None else "note/1"
    with override("ar"):
        said = told(entry, kind)
    assert said
    assert not OURS.search(said), said
    with override("en"):
        assert told(entry, kind) != said


def test_the_page_says_it_so_too(village: OpenedDesk) -> None:
    from probatum.desk.people.models import Person

    Person.objects.filter(sign_in_name="owner").update(language="ar")
    client = village.client("owner")
    client.get("/items/HV-00030-J/custody/")
    shown = client.get("/items/HV-00030-J/custody/").content.decode()
    Person.objects.filter(sign_in_name="owner").update(language="en")
    assert "people-of-haldrevin.csv" in shown
    for english in ("acquired ", "read: ", "evidence ", "access "):
        assert english not in shown, english
