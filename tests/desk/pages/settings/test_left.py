"""What an erasure does not reach at the desk is looked through by an owner."""

from __future__ import annotations

import pytest

from desk.opened_desk import OpenedDesk
from probatum.acts.closure import CANNOT_REACH


def test_kept_searches_that_name_somebody_go_unseen(desk: OpenedDesk) -> None:
    from probatum.desk.models import SavedSearch

    reader, owner = desk.client("reader"), desk.client("owner")
    reader.post("/items/searches/keep/", {"q": "Верранік weir", "name": "mine"})
    reader.post("/items/searches/keep/", {"q": "orchard", "name": "the orchard"})
    page = owner.get("/settings/left/").content.decode()
    assert "orchard" not in page
    assert owner.post("/settings/left/", {"words": "ВЕРРАНІК"}).status_code == 302
    assert list(SavedSearch.objects.values_list("query", flat=True)) == ["orchard"]
    assert "1 kept search was removed." in owner.get("/settings/left/").content.decode()


def test_packages_that_wait_stand_there(desk: OpenedDesk) -> None:
    name = "0123456789abcdef.zip.age"
    (desk.case / "packages").mkdir(exist_ok=True)
    (desk.case / "packages" / name).write_bytes(b"sealed")
    owner = desk.client("owner")
    assert name in owner.get("/settings/left/").content.decode()
    owner.post(f"/disclosures/packages/{name}/remove/")
    assert name not in owner.get("/settings/left/").content.decode()
    reads = desk.client("auditor").get("/log/reads/").content.decode()
    assert "saw: package removed" in reads and name in reads


@pytest.mark.parametrize("role", ["investigator", "reviewer", "reader", "auditor"])
def test_it_is_for_those_who_erase(desk: OpenedDesk, role: str) -> None:
    assert desk.client(role).get("/settings/left/").status_code == 403


def test_an_erasure_says_what_it_did_not_reach() -> None:
    assert any("After an erasure" in each for each in CANNOT_REACH)
