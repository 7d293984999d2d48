"""A compartment at the desk: all there for its members, not there for anybody else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from pypdfium2 import PdfDocument

from desk.opened_desk import OpenedDesk
from probatum.acts.put_record import put
from probatum.model.nouns import Incident, Occurrence
from record_case import INCIDENT

SECRET, NEW = "a first invented passphrase", "another invented passphrase"
ONE, OTHER = "an invented one of two", "an invented other of two"
CANARY = "Exercise Witness Kanarek"
MADE = {
    "name": "K-7 exercise", "member": "O. Owner", "member_secret": SECRET, "first": "A. Judge",
    "first_secret": ONE, "second": "B. Notary", "second_secret": OTHER,
}  # fmt: skip
LOOKED_AT = (
    "/", "/items/?q=Kanarek", "/items/?q=kind:source", "/records/", "/records/of/source/",
    "/records/of/source/?q=Kanarek", "/sources/", "/people/", "/map/", "/timeline/", "/numbers/",
    "/incidents/", "/log/acts/", "/log/reads/", "/protected/",
    "/records/pick/?q=Kanarek&targets=source",
)  # fmt: skip


@pytest.fixture(scope="module")
def bare(desk: OpenedDesk) -> dict[str, str]:
    """What somebody outside sees while there is no compartment."""
    with desk.session() as session:
        put(session, INCIDENT)
    return _seen(desk)


@pytest.fixture(scope="module")
def member(desk: OpenedDesk, bare: dict[str, str]) -> Iterator[tuple[Any, str]]:
    """An owner's browser inside, and the reference of the witness whom it recorded there."""
    client = desk.client("owner")
    answer = client.post("/protected/new/", MADE)
    assert answer.status_code == 302, answer.content.decode()
    answer = client.post("/records/new/source/", {
        "kind": "person", "names.0.full": CANARY, "protected": "yes", "inside": "yes",
        "asked-inside": "yes",
    })  # fmt: skip
    assert answer.status_code == 302, answer.content.decode()
    yield client, answer.headers["Location"].strip("/").rpartition("/")[2]


def _seen(desk: OpenedDesk) -> dict[str, str]:
    found = {}
    for address in LOOKED_AT:
        client = desk.client("investigator")
        client.cookies["csrftoken"] = "0" * 32
        page = client.get(address).content.decode()
        page = re.sub(r'(csrfmiddlewaretoken" value=|X-CSRFToken": )"[^"]*"', "", page)
        found[address] = page
    return found


def test_members_see_what_lies_inside(member: tuple[Any, str]) -> None:
    client, ref = member
    page = client.get("/protected/").content.decode()
    assert CANARY in page and "K-7 exercise" in page and "A. Judge" in page
    assert CANARY in client.get(f"/records/{ref}/").content.decode()
    assert "You are inside a compartment" in client.get("/").content.decode()


def test_for_everybody_else_nothing_is_there(
    desk: OpenedDesk, bare: dict[str, str], member: tuple[Any, str]
) -> None:
    client, ref = member
    client.get("/items/?q=Kanarek")
    now = _seen(desk)
    for address in LOOKED_AT:
        assert CANARY not in now[address] and "K-7" not in now[address], address
        assert ref not in now[address], address
        if (
            not address.startswith("/log") and address != "/"
        ):  # what acts and reads there were shows
            assert now[address] == bare[address], address
    outside = desk.client("investigator")
    hidden, never = outside.get(f"/records/{ref}/"), outside.get("/records/EXRP-99999-9/")
    assert hidden.status_code == never.status_code == 404


def test_a_case_file_asked_for_inside_has_what_lies_inside_and_no_name(
    desk: OpenedDesk, member: tuple[Any, str]
) -> None:
    from probatum.desk.models import Job

    client, witness = member
    with desk.session() as session:
        incident = put(session, Incident(title="A mill of the exercise"))
        happened = put(session, Occurrence(kind="killing", incident=incident.id, text="at it"))
    answer = client.post("/records/new/assertion/", {
        "about": happened.ref, "stance": "asserts", "speaker": witness, "voice": "attributed",
        "quote": "I stood behind the sluice", "inside": "yes", "asked-inside": "yes",
    })  # fmt: skip
    assert answer.status_code == 302, answer.content.decode()
    where = f"/incidents/{incident.ref}/paper/"
    page = client.get(where).content.decode()
    assert "The PDF is made at once" in page
    jobs = Job.objects.count()
    paper = client.post(where, {"language": "en"})
    assert (paper.status_code, paper.headers["Content-Type"]) == (200, "application/pdf")
    words = " ".join(each.get_textpage().get_text_bounded() for each in PdfDocument(paper.content))
    assert "behind the sluice" in words and "Kanarek" not in words
    assert Job.objects.count() == jobs, "what was asked for inside is kept by no job"
    outside = desk.client("owner")
    assert "made at once" not in outside.get(where).content.decode()
    assert outside.post(where, {"language": "uk"}).status_code == 302


def test_another_browser_of_the_member_is_outside(
    desk: OpenedDesk, member: tuple[Any, str]
) -> None:
    assert CANARY not in desk.client("owner").get("/protected/").content.decode()


def test_a_reader_enters_with_a_passphrase_of_their_own_and_leaves(
    desk: OpenedDesk, member: tuple[Any, str]
) -> None:
    client, _ref = member
    said = {"member": "D. Reader", "member_secret": NEW, "why": "She knows the witness"}
    assert client.post("/protected/let-in/", said).status_code == 302
    reader = desk.client("reader")
    assert reader.post("/protected/enter/", {"secret": NEW}).status_code == 302
    page = reader.get("/protected/").content.decode()
    assert CANARY in page and "Let somebody in" not in page
    assert reader.post("/protected/let-in/", said).status_code == 403
    reader.post("/protected/leave/")
    assert CANARY not in reader.get("/protected/").content.decode()


def test_a_wrong_passphrase_is_refused_the_same_way_and_not_for_ever(desk: OpenedDesk) -> None:
    from probatum.desk.people.models import Failure

    client = desk.client("reviewer")
    answers = [client.post("/protected/enter/", {"secret": f"a guess {n}"}) for n in range(6)]
    assert [each.status_code for each in answers] == [400] * 5 + [429]
    assert "there should be one" in answers[0].content.decode()
    Failure.objects.all().delete()


def test_two_break_the_glass_together_and_members_see_it(
    desk: OpenedDesk, member: tuple[Any, str]
) -> None:
    client = desk.client("investigator")
    said = {"member": "I. Investigator", "member_secret": "a fourth invented passphrase",
            "why": "The members cannot be reached"}  # fmt: skip
    alone = client.post("/protected/break-glass/", {**said, "one": ONE, "other": ONE})
    assert alone.status_code == 400
    answer = client.post("/protected/break-glass/", {**said, "one": ONE, "other": OTHER})
    assert answer.status_code == 302
    assert CANARY in client.get("/protected/").content.decode()
    page = member[0].get("/protected/").content.decode()
    assert "the glass was broken: The members cannot be reached" in page
    client.post("/protected/leave/")


def test_nothing_is_recorded_outside_when_the_time_inside_is_over(desk: OpenedDesk) -> None:
    client = desk.client("owner")  # a browser that is not inside
    answer = client.post("/records/new/source/", {
        "kind": "person", "names.0.full": "Exercise Late", "inside": "yes", "asked-inside": "yes",
    })  # fmt: skip
    assert answer.status_code == 400
    assert "Exercise Late" not in client.get("/sources/").content.decode()


def test_no_search_is_kept_inside(desk: OpenedDesk, member: tuple[Any, str]) -> None:
    from probatum.desk.models import SavedSearch

    member[0].post("/items/searches/keep/", {"q": CANARY, "name": "the witness"})
    assert not SavedSearch.objects.exists()
    desk.client("owner").post("/items/searches/keep/", {"q": "weir", "name": "outside"})
    assert SavedSearch.objects.get().query == "weir"


def test_a_record_inside_is_erased_from_inside_alone(
    desk: OpenedDesk, member: tuple[Any, str]
) -> None:
    client, _ = member
    answer = client.post("/records/new/source/", {
        "kind": "person", "names.0.full": "Another Kanarek", "protected": "yes", "inside": "yes",
        "asked-inside": "yes",
    })  # fmt: skip
    ref = answer.headers["Location"].strip("/").rpartition("/")[2]
    page = client.get(f"/erase/{ref}/").content.decode()
    seen = re.search(r'name="seen" value="([0-9a-f]{64})"', page)
    assert seen is not None
    said = {"reason": "protection", "typed": ref, "seen": seen[1]}
    assert desk.client("owner").post(f"/erase/{ref}/", said).status_code == 404
    done = client.post(f"/erase/{ref}/", said)
    assert (done.status_code, done.headers.get("Location")) == (302, "/protected/")
    assert client.get(f"/records/{ref}/").status_code in {404, 410}
    assert "Another Kanarek" not in client.get("/protected/").content.decode()


def test_closing_the_case_forgets_every_key(desk: OpenedDesk, member: tuple[Any, str]) -> None:
    from probatum.desk.compartments import COMPARTMENTS
    from probatum.desk.holding import DESK
    from record_case import PASSPHRASE

    DESK.close()
    DESK.open(desk.case, PASSPHRASE)
    assert not COMPARTMENTS._open
    assert CANARY not in member[0].get("/protected/").content.decode()
