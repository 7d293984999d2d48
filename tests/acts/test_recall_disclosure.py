"""How a recipient is to treat a package, and asking it back."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from acts.test_disclose_items import FILM, STATEMENT, give, texts
from offices import Office
from probatum.acts.disclose_items import Handling
from probatum.acts.list_disclosures import disclosures
from probatum.acts.put_record import put
from probatum.acts.recall_disclosure import recall, recalled
from probatum.acts.verify_package import verify
from probatum.errors import InputError, UseError
from probatum.model.nouns import Source
from probatum.model.values import NameForm

HANDLING = Handling("recipient-only", "potentially-exculpatory")


@pytest.fixture
def ready(tmp_path: Path) -> Office:
    made = Office(tmp_path, "sender")
    made.write(statement__txt=STATEMENT, film__bin=FILM)
    made.take_in()
    return made


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "P.zip"


def test_level_and_type_stand_in_the_package_and_in_the_log(
    ready: Office,
    out: Path,
) -> None:
    given = give(ready, out, handling=HANDLING)
    page = zipfile.ZipFile(out).read("READ-ME.html").decode()
    assert "for the recipient alone" in page and "potentially exculpatory" in page
    with ready.open() as session:
        [found] = disclosures(session)
    assert found.index == given.index
    assert (found.said.confidentiality, found.said.disclosure_type) == (
        "recipient-only", "potentially-exculpatory"
    )  # fmt: skip
    report = verify(out, key=given.vkey)
    assert report.result == "verified", texts(report)


def test_an_unknown_level_is_refused_before_anything_leaves(
    ready: Office,
    out: Path,
) -> None:
    for wrong in (Handling("top-secret"), Handling(None, "gift")):
        with pytest.raises(UseError, match="a term of the vocabulary"):
            give(ready, out, handling=wrong)
    assert not out.exists()
    with ready.open() as session:
        assert disclosures(session) == []


def test_a_package_is_asked_back_as_often_as_needed(ready: Office, out: Path) -> None:
    given = give(ready, out)
    with ready.open() as session:
        first = recall(session, given.index, asks="stop-using", reason="a name was missed")
        second = recall(session, given.index, asks="destroy", reason="two names were missed")
        [found] = disclosures(session)
        assert [index for index, _ in found.recalls] == [first.index, second.index]
        assert second.said.manifest_sha256 == found.said.manifest_sha256
        assert recalled(session, second.index).said.reason == "two names were missed"
        assert session.entry(second.index)[0].leaf.id == found.object_id
    assert verify(out, key=given.vkey).result == "verified", "what left is as it was"
    again = out.with_name("again.zip")
    later = give(ready, again, complete=True)
    assert verify(again, key=later.vkey).result == "verified"


def test_a_reason_that_names_somebody_protected_is_not_handed_on(ready: Office, out: Path) -> None:
    given = give(ready, out)
    with ready.open() as session:
        name = NameForm(full="Zoriana Kenarchuk")
        put(session, Source(kind="person", names=(name,), protected=True))
        size = session.case.evidence.size
        with pytest.raises(InputError) as caught:
            recall(session, given.index, asks="destroy", reason="Kenarchuk was named in it")
        assert caught.value.code == "leak" and session.case.evidence.size == size
        assert recall(session, given.index, asks="destroy", reason="somebody was named").index


@pytest.mark.parametrize(
    ("shift", "asks", "reason"),
    [(0, "burn", "why"), (0, "destroy", "  "), (-1, "destroy", "why"), (9, "destroy", "why")],
)
def test_what_says_nothing_is_not_asked(
    ready: Office,
    out: Path,
    shift: int,
    asks: str,
    reason: str,
) -> None:
    given = give(ready, out)
    with ready.open() as session:
        size = session.case.evidence.size
        with pytest.raises(UseError):
            recall(session, given.index + shift, asks=asks, reason=reason)
        with pytest.raises(UseError):
            recalled(session, given.index)
        assert session.case.evidence.size == size
